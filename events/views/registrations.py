"""A delegate's own page: how it stands, what they said, the offer of a place, the way out."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from corridor import clock
from corridor.actions import Refused
from corridor.forms import posted
from events import actions, links
from events.attendance import has_attended
from events.calendars import feed_address
from events.choices import DelegateState, Window
from events.forms.refusals import say_at_field
from events.forms.registrations import PersonForm, TravelForm
from events.models import Needs
from events.settled import settled
from events.standing import standing_of, stops_of
from events.views.held import held
from startups.models import Startup

S = DelegateState
form_page = require_http_methods(["GET", "HEAD", "POST"])


@held(links.DELEGATE)
@form_page
def registration(request, delegate, *, link, token):
    """How it stands and what one can do; for somebody on a list, the form with which they register."""
    is_listed = delegate.state == S.INVITED
    window_on = (
        delegate.event.window_for_listed if is_listed else delegate.event.registration_window
    )
    window = window_on(clock.today())
    context = {
        "delegate": delegate,
        "event": delegate.event,
        "token": token,
        "standing": standing_of(delegate, window),
        "stops": stops_of(delegate),
        "window": window,
        "is_ahead": clock.now() < delegate.event.ends_at,
    }
    if delegate.state == S.INVITED and window == Window.OPEN:
        return complete(request, delegate, link, context)
    if request.method == "POST":  # of a form that was open while the state changed
        return redirect(request.path)
    if delegate.is_active:
        context["said"] = said(delegate)
        context["has_needs"] = (
            not context["is_ahead"] and Needs.objects.filter(delegate=delegate).exists()
        )
    if delegate.state == S.CONFIRMED:
        places = delegate.session_places.with_place_in_line().order_by("session__starts_at")
        context |= {
            "places": places,
            "has_attended": has_attended(delegate),
            "settled": settled(delegate),
            "has_sessions": places or delegate.event.sessions.held().exists(),
            "feed": feed_address(delegate),
        }
    return render(request, "events/registration.html", context)


def said(delegate):
    """What somebody said of themselves, to look at."""
    consent = _("agreed to") if delegate.photo_consent_at else _("not agreed to")
    emergency = [delegate.emergency_name, delegate.emergency_phone]
    return [
        (_("Name in the passport"), delegate.name),
        (_("Name on the badge"), delegate.shown_name),
        (_("Function"), delegate.job_title),
        (_("Organisation"), delegate.organisation),
        (_("Start-up"), delegate.startup),
        (_("Email address"), delegate.email),
        (_("Mobile"), delegate.phone),
        (_("Nationality"), delegate.nationality.name),
        (_("Language of the mails"), delegate.get_language_display()),
        (_("Whom to call in an emergency"), ", ".join(filter(None, emergency))),
        (_("Photographs"), consent),
    ]


def complete(request, delegate, link, context):
    """What the head entered, checked and completed by the person."""
    form = PersonForm.of(
        delegate, *posted(request), startups=startups_of(request.user, delegate.email)
    )
    if form.is_valid():
        act = partial(actions.complete, delegate=delegate, link=link, by=signed_in(request))
        person = form.said(delegate) | owner(request.user, form.cleaned_data, delegate.email)
        if done := attempt(form, act, **person):
            messages.success(request, _("You are registered."))
            return redirect(done)
    return render(request, "events/registration.html", {**context, "form": form})


@held(links.DELEGATE)
@form_page
def change(request, delegate, *, link, token):
    """Change what one said; the address stays, since codes and links are mailed to it."""
    if not delegate.is_active or delegate.state == S.INVITED or is_over(delegate):
        return redirect("registration", token)
    startups = startups_of(request.user, delegate.email)
    form = PersonForm.of(delegate, *posted(request), startups=startups)
    if form.is_valid():
        act = partial(actions.change_delegate, delegate=delegate, link=link, by=signed_in(request))
        if attempt(form, act, **form.said(delegate)):
            messages.success(request, _("Your changes are saved."))
            return redirect("registration", token)
    context = {"delegate": delegate, "event": delegate.event, "token": token, "form": form}
    return render(request, "events/registration_change.html", context)


@held(links.DELEGATE)
@form_page
def travel(request, delegate, *, link, token):
    """Arrival, departure and hotel: asked once the place is confirmed."""
    if delegate.state != S.CONFIRMED or is_over(delegate):
        return redirect("registration", token)
    form = TravelForm(*posted(request), initial=TravelForm.known(delegate))
    if form.is_valid():
        act = partial(actions.change_delegate, delegate=delegate, link=link, by=signed_in(request))
        if attempt(form, act, **form.cleaned_data):
            messages.success(request, _("Your journey is saved."))
            return redirect("registration", token)
    context = {"delegate": delegate, "event": delegate.event, "token": token, "form": form}
    return render(request, "events/registration_travel.html", context)


@held(links.DELEGATE)
@form_page
def cancel(request, delegate, *, link, token):
    """A page with one button that gives the place back."""
    event = delegate.event
    words = {
        "title": _("Cancel your registration"),
        "lead": _("Your place goes to the next person, and your ticket is not valid any more."),
        "button": _("Cancel the registration"),
        "back": _("Keep it"),
    }
    if delegate.state == S.WAITING:
        words["lead"] = _("You lose your position on the waiting list of %(event)s.") % {
            "event": event
        }
    act = partial(actions.cancel, delegate=delegate, link=link)
    return step(request, delegate, token, words, _("Your registration is cancelled."), act)


@held(links.DELEGATE)
@form_page
def renew(request, delegate, *, link, token):
    """A page with one button that makes a new link. It is mailed and never shown: somebody else may have this one."""
    words = {
        "title": _("Make a new link"),
        "lead": _(
            "We mail it to %(email)s. This one stops working, and so do calendars that follow it."
        )
        % {"email": delegate.email},
        "button": _("Make a new link"),
        "back": _("Keep this one"),
    }
    done = _("The new link is on its way to %(email)s.") % {"email": delegate.email}
    return step(
        request,
        delegate,
        token,
        words,
        done,
        partial(actions.renew_link, delegate=delegate, link=link),
    )


@held(links.DELEGATE)
@require_POST
def accept(request, delegate, *, link, token):
    act = partial(actions.accept_offer, delegate=delegate, link=link)
    return take(request, token, act, _("The place is yours."))


@held(links.DELEGATE)
@form_page
def decline(request, delegate, *, link, token):
    """A page with one button that leaves an offered place to the next one."""
    if request.method != "POST" and delegate.state != S.OFFERED:
        return redirect("registration", token)
    words = {
        "title": _("Leave the place to somebody else"),
        "lead": _("It is offered to the next person at once. You can’t take this back."),
        "button": _("Leave the place"),
        "back": _("Keep the offer"),
    }
    if delegate.party:
        words["lead"] = _(
            "The places of all who came with you are offered to the next people at once. You can’t take this back."
        )
    act = partial(actions.decline_offer, delegate=delegate, link=link)
    return step(request, delegate, token, words, _("The place goes to the next person."), act)


def step(request, delegate, token, words, done, act):
    """The page of one step; only the POST takes it."""
    if request.method == "POST":
        return take(request, token, act, done)
    if not delegate.is_active or is_over(delegate):
        return redirect("registration", token)
    context = {"delegate": delegate, "event": delegate.event, "token": token, **words}
    return render(request, "events/registration_step.html", context)


def take(request, token, act, done, *, back="registration", passed_on=()):
    """Take a step and say what became of it, on the own page or another of its pages; `passed_on` is the caller's."""
    try:
        act(by=signed_in(request))
    except passed_on:
        raise
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, done)
    return redirect(back, token)


def attempt(form, act, **fields):
    """What the action returns; None while there is something to correct, which the form says then."""
    try:
        return act(**fields)
    except Refused as refused:
        say_at_field(form, refused)
        return None


def signed_in(request):
    return request.user if request.user.is_authenticated else None


def is_person(user, email):
    """Whether an address is that of the account: allauth has confirmed it."""
    return user.is_authenticated and user.email == email.lower()


def startups_of(user, email):
    """The start-ups of whoever registers under the address of their account."""
    return Startup.objects.of(user) if is_person(user, email) else None


def owner(user, said, email):
    """The account that a registration belongs to, if it is that of the person."""
    return {"user": user} if is_person(user, email or said.get("email", "")) else {}


def is_over(delegate):
    return clock.now() >= delegate.event.ends_at
