"""The sessions that a delegate chooses, and what they take home: calendar and ticket."""

from functools import partial

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from corridor.actions import Refused
from corridor.forms import posted
from corridor.strangers import kept_for_strangers
from events import actions, calendars, links, tickets
from events.choices import DelegateState, PlaceState
from events.exceptions import MeetingAtThatTime
from events.forms.registrations import SessionsForm, left_in_words
from events.models import Event, Session
from events.views.held import held
from events.views.registrations import form_page, is_over, signed_in


@held(links.DELEGATE)
@form_page
def choose(request, delegate, *, link, token):
    """All sessions with a box each; full ones say how many wait before the page is sent."""
    if delegate.state != DelegateState.CONFIRMED or is_over(delegate):
        return redirect("registration", token)
    own = {place.session_id: place for place in delegate.session_places.with_place_in_line()}
    sessions = delegate.event.sessions.held().annotate(
        given=Count("taken", filter=Q(taken__state=PlaceState.CONFIRMED)),
        in_line=Count("taken", filter=Q(taken__state=PlaceState.WAITING)),
    )
    sessions = sessions.order_by(*Session._meta.ordering)  # counting forgets it
    form = SessionsForm(*posted(request), rows=sessions)
    if form.is_valid() and (places := chosen(request, form, delegate, link)) is not None:
        tell(request, places, own)
        return redirect("registration", token)
    ticked = set(request.POST.getlist("sessions")) if form.is_bound else set(map(str, own))
    for place, session in enumerate(form.rows):
        begins, ends = (
            moment.astimezone(delegate.event.timezone)
            for moment in (session.starts_at, session.ends_at)
        )
        session.place, session.day = place, begins.date()
        session.begins, session.ends = f"{begins:%H:%M}", f"{ends:%H:%M}"
        session.is_ticked = str(session.pk) in ticked
        session.own = own.get(session.pk)
        session.left = left_in_words(session)
    context = {"delegate": delegate, "event": delegate.event, "token": token, "form": form}
    return render(request, "events/sessions.html", context)


def chosen(request, form, delegate, link):
    """The places; None while there is something to correct, which the form says then."""
    act = partial(actions.choose_sessions, delegate=delegate, by=signed_in(request), link=link)
    said = {"sessions": list(form.cleaned_data["sessions"])}
    try:
        return act(**said, knowingly=form.cleaned_data["knowingly"])
    except Refused as refused:
        form.add_error("sessions", refused.message)
        form.asks_knowingly = isinstance(refused, MeetingAtThatTime)
        return None


def tell(request, places, before):
    """That it is saved; and where somebody waits from now on."""
    messages.success(request, _("Your sessions are saved."))
    for place in places:
        if place.state == PlaceState.WAITING and place.session_id not in before:
            words = _("“%(session)s” is full. You are on its waiting list.")
            messages.warning(request, words % {"session": place.session})


@require_safe
@kept_for_strangers
def event_calendar(request, slug):
    """An event and its programme for everybody's calendar."""
    event = get_object_or_404(Event.objects.visible_to(request.user), slug=slug)
    return calendar_file(calendars.of_event(event), event)


@held(links.DELEGATE)
@require_safe
def own_calendar(request, delegate, *, link, token):
    """A delegate's own: downloaded once, or read again and again by a calendar that is told of this address."""
    return calendar_file(calendars.of_delegate(delegate), delegate.event)


def calendar_file(calendar, event):
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{event.slug}.ics"'
    return response


@held(links.DELEGATE)
@require_safe
def ticket(request, delegate, *, link, token):
    """The ticket of somebody with a confirmed place; nobody else has one."""
    if delegate.state != DelegateState.CONFIRMED or is_over(delegate):
        return redirect("registration", token)
    response = HttpResponse(tickets.render_ticket(delegate), content_type="application/pdf")
    name = _("ticket")
    response["Content-Disposition"] = f'inline; filename="{name}-{delegate.event.slug}.pdf"'
    return response
