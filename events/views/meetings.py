"""Meetings behind a delegate's link: when they are there, whom they can ask, what was agreed and what came of it."""

import functools
from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from corridor.forms import posted
from corridor.pages import LongList
from corridor.strangers import kept_for_strangers
from events import actions, calendars, links, slots
from events.actions.meetings import listed
from events.choices import DelegateState, MeetingState
from events.exceptions import SessionAtThatTime
from events.forms.meetings import AskForm, OutcomeForm, WishForm
from events.models import Delegate, Event, Meeting, MeetingProfile, MeetingSetup
from events.views.held import held
from events.views.registrations import attempt, form_page, is_over, signed_in, take
from events.views.sessions import calendar_file

M = MeetingState
PAGE = "registration_meetings"
A_PAGE = 30
# Who takes a step with one button, the action, and what is said then.
ANSWERS = {
    "accept": (
        "asked",
        actions.accept_meeting,
        gettext_lazy("The meeting is settled. You both get mail."),
    ),
    "decline": (
        "asked",
        actions.decline_meeting,
        gettext_lazy("You have declined. The other person is told."),
    ),
    "withdraw": (
        "asked_by",
        actions.withdraw_meeting,
        gettext_lazy("You have taken the request back."),
    ),
}


def meeting_place(view):
    """A page for who has a place at an event with meetings; others are led to their own page."""

    @functools.wraps(view)
    def wrapper(request, delegate, *, token, **arguments):
        setup = MeetingSetup.objects.filter(event=delegate.event).first()
        if setup is None or delegate.state != DelegateState.CONFIRMED:
            return redirect("registration", token)
        setup.event = delegate.event
        return view(request, delegate, setup=setup, token=token, **arguments)

    return wrapper


@held(links.DELEGATE)
@require_safe
@meeting_place
def meetings(request, delegate, *, setup, link, token):
    """What was agreed, what waits for an answer, and whom one can ask."""
    return page(request, delegate, token)


def page(request, delegate, token, wrong=None):
    """The page; `wrong` is the form of a meeting that is over, with its error."""
    own = [told(meeting, delegate) for meeting in Meeting.objects.of(delegate).open()]
    is_ahead = not is_over(delegate)
    agreed = [meeting for meeting in own if meeting.state == M.ACCEPTED]
    asked = [meeting for meeting in own if meeting.state == M.ASKED and not meeting.is_over]
    past = [meeting for meeting in agreed if meeting.is_over]
    for meeting in past:
        meeting.form = outcome_form(meeting, delegate)
    if wrong:
        next(meeting for meeting in past if meeting.pk == wrong.pk).form = wrong.form
    context = {
        "delegate": delegate,
        "event": delegate.event,
        "token": token,
        "is_ahead": is_ahead,
        "to_answer": [meeting for meeting in asked if meeting.asked_id == delegate.pk],
        "waiting": [meeting for meeting in asked if meeting.asked_by_id == delegate.pk],
        "agreed": [meeting for meeting in agreed if not meeting.is_over],
        "past": past,
        "wrong": wrong and wrong.form,
    }
    if is_ahead:
        people = listed(delegate).select_related("meeting_profile", "delegation")
        people = people.order_by("organisation", "given_names", "surname", "id")
        context |= {
            "wish": MeetingProfile.objects.filter(delegate=delegate).first(),
            "times": delegate.availabilities.all(),
            "people": LongList(people, A_PAGE).get_page(request.GET.get("page")),
            "met": {meeting.other(delegate).pk for meeting in own},
        }
    return render(request, "events/meetings.html", context)


def told(meeting, delegate):
    """A meeting as one of the two sees it."""
    meeting.who = meeting.other(delegate)
    mine, theirs = delegate.startup_id, meeting.who.startup
    own = meeting.asked_by if meeting.who.pk == meeting.asked_id else meeting.asked
    are_public = bool(mine and theirs) and own.startup.is_published and theirs.is_published
    meeting.introducible = theirs if are_public and mine != theirs.pk else None
    return meeting


def outcome_form(meeting, delegate, data=None):
    said = getattr(meeting, meeting.outcome_field(delegate))
    return OutcomeForm(data, initial={"outcome": said}, auto_id=f"id_%s_{meeting.pk}")


@held(links.DELEGATE)
@form_page
@meeting_place
def times(request, delegate, *, setup, link, token):
    """Whether one may be asked, and when one is there."""
    if is_over(delegate):
        return redirect(PAGE, token)
    wish = MeetingProfile.objects.filter(delegate=delegate).first()
    form = WishForm(
        *posted(request),
        instance=wish,
        slots=slots.slots_of(setup),
        zone=delegate.event.timezone,
        times=list(delegate.availabilities.all()) if wish else None,
    )
    if form.is_valid():
        act = partial(actions.save_meeting_wish, delegate=delegate, link=link)
        if attempt(form, act, by=signed_in(request), **form.said()):
            messages.success(request, _("Your times are saved."))
            return redirect(PAGE, token)
    context = {"delegate": delegate, "event": delegate.event, "token": token, "form": form}
    return render(request, "events/meeting_times.html", context)


@held(links.DELEGATE)
@form_page
@meeting_place
def ask(request, delegate, *, setup, link, token, pk):
    """Ask one person for one of the times that both have left."""
    if is_over(delegate):
        return redirect(PAGE, token)
    other = get_object_or_404(listed(delegate).select_related("meeting_profile", "event"), pk=pk)
    free = slots.open_to_both(setup, delegate, other)
    form = AskForm(*posted(request)[:1], slots=free, zone=delegate.event.timezone)
    if form.is_valid():
        act = partial(actions.ask_meeting, delegate=delegate, other=other, link=link)
        if attempt(form, act, by=signed_in(request), **form.cleaned_data):
            words = _("%(name)s gets mail. You get one with the answer.")
            messages.success(request, words % {"name": other.name})
            return redirect(PAGE, token)
    context = {
        "delegate": delegate,
        "event": delegate.event,
        "token": token,
        "other": other,
        "form": form,
        "has_times": bool(free),
    }
    return render(request, "events/meeting_ask.html", context)


@held(links.DELEGATE)
@require_POST
@meeting_place
def answer(request, delegate, *, setup, link, token, pk, verb):
    """One button: accept, decline, take back."""
    side, act, done = ANSWERS[verb]
    meeting = get_object_or_404(Meeting.objects.of(delegate).filter(**{side: delegate}), pk=pk)
    act = partial(act, meeting=meeting, link=link)
    if verb == "accept" and "knowingly" in request.POST:
        act = partial(act, knowingly=True)
    try:
        return take(request, token, act, done, back=PAGE, passed_on=SessionAtThatTime)
    except SessionAtThatTime as clash:
        context = {"event": delegate.event, "token": token, "meeting": told(meeting, delegate)}
        return render(request, "events/meeting_clash.html", {**context, "clash": clash.message})


@held(links.DELEGATE)
@form_page
@meeting_place
def cancel(request, delegate, *, setup, link, token, pk):
    """A page with one button that cancels what was agreed."""
    meeting = get_object_or_404(Meeting.objects.of(delegate).arranged(), pk=pk)
    if request.method == "POST":
        act = partial(actions.cancel_meeting, meeting=meeting, delegate=delegate, link=link)
        words = _("The meeting is cancelled. The other person gets mail.")
        return take(request, token, act, words, back=PAGE)
    context = {"event": delegate.event, "token": token, "meeting": told(meeting, delegate)}
    return render(request, "events/meeting_cancel.html", context)


@held(links.DELEGATE)
@require_POST
@meeting_place
def outcome(request, delegate, *, setup, link, token, pk):
    """What came of a meeting, as this side sees it."""
    meeting = get_object_or_404(Meeting.objects.of(delegate).arranged(), pk=pk)
    meeting.form = outcome_form(meeting, delegate, request.POST)
    if not meeting.is_over:
        raise Http404
    if not meeting.form.is_valid():
        return page(request, delegate, token, meeting)
    act = partial(actions.note_meeting_outcome, meeting=meeting, delegate=delegate, link=link)
    act = partial(act, **meeting.form.cleaned_data)
    return take(request, token, act, _("Thank you. Your answer is saved."), back=PAGE)


@held(links.DELEGATE)
@require_safe
def calendar(request, delegate, *, link, token, pk):
    """One meeting for one's calendar; a cancelled one says so."""
    meeting = get_object_or_404(Meeting.objects.of(delegate).in_calendars(), pk=pk)
    return calendar_file(calendars.of_meeting(meeting, delegate), delegate.event)


@require_safe
@kept_for_strangers
def at_event(request, slug):
    """Where an event's meetings are: whoever has a place and is signed in is led there, others read how."""
    event = get_object_or_404(Event.objects.visible_to(request.user), slug=slug)
    setup = MeetingSetup.objects.filter(event=event).first()
    if setup is None:
        raise Http404
    if request.user.is_authenticated:
        own = Delegate.objects.filter(event=event, user=request.user).coming().first()
        if own:
            return redirect(PAGE, own.token)
    return render(request, "events/meetings_how.html", {"event": event, "setup": setup})
