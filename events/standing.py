"""How a registration stands, in words: what is the case, and what happens next, by when."""

from dataclasses import dataclass

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor import clock
from corridor.templatetags.corridor import in_both_places, in_words
from events.choices import Actor, Window
from events.choices import DelegateState as S


@dataclass(frozen=True)
class Standing:
    title: str
    text: str
    kind: str = ""


def standing_of(delegate, window):
    """Title and sentences for the state of a delegate; `window` is that of the event today."""
    return WORDS[delegate.state](delegate, window)


def invited(delegate, window):
    names = {"organisation": delegate.delegation, "day": day(delegate.event.last_for_listed)}
    if window == Window.AHEAD:
        opening = {**names, "day": day(delegate.event.registration_opens_on)}
        text = _("%(organisation)s holds a place for you. You can register from %(day)s on.")
        return Standing(_("On the list, not registered yet"), text % opening)
    if window == Window.OVER:
        text = _(
            "Registration closed at the end of %(day)s. Write to your head of delegation if you still want to come."
        )
        return Standing(_("On the list, not registered"), text % names, "warning")
    text = _(
        "%(organisation)s holds a place for you. Check what it says below, add what is missing, and register by the "
        "end of %(day)s."
    )
    return Standing(_("On the list, not registered yet"), text % names)


def registered(delegate, window):
    text = _(
        "The event team looks at every registration and writes to %(email)s. You need do nothing until then."
    )
    return Standing(_("Registered, not confirmed yet"), text % {"email": delegate.email})


def confirmed(delegate, window):
    begins = {"moment": in_both_places(delegate.event.starts_at)}
    if clock.now() >= delegate.event.ends_at:
        return Standing(_("You had a place"), _("The event is over."))
    text = _("The event begins on %(moment)s. Bring your ticket, on paper or on your phone.")
    return Standing(_("Your place is confirmed"), text % begins, "success")


def waiting(delegate, window):
    title = _("On the waiting list, at number %(number)s") % {"number": delegate.place_in_line}
    days = delegate.event.offer_days
    held = ngettext(
        "When a place becomes free for you, we write to %(email)s and hold it for %(days)s day.",
        "When a place becomes free for you, we write to %(email)s and hold it for %(days)s days.",
        days,
    ) % {"email": delegate.email, "days": days}
    text = f"{why_waiting(delegate)} {held}"
    if delegate.party:
        text = f"{text} {_('You came with others: you get places together, or wait together.')}"
    return Standing(title, text, "warning")


def why_waiting(delegate):
    """Whose places do not suffice: a delegation can be full long before its event is."""
    if delegate.delegation:
        words = _("The places of the delegation of %(organisation)s do not suffice at present.")
        return words % {"organisation": delegate.delegation}
    if delegate.party:
        return _("The places do not suffice for all of you at present.")
    return _("All places are taken.")


def offered(delegate, window):
    if delegate.offered_until < clock.now():
        return Standing(
            _("The time to answer is over"), _("The place goes to the next person."), "warning"
        )
    text = _("We hold it until %(moment)s. Accept it, or leave it to the next person.")
    text = text % {"moment": in_both_places(delegate.offered_until)}
    if delegate.party:
        text = f"{text} {_('Your answer is that of everybody who came with you.')}"
    return Standing(_("A place is free for you"), text, "warning")


def rejected(delegate, window):
    text = _("The event team can’t give you a place. %(host)s answers questions.")
    return Standing(_("Not admitted"), text % {"host": delegate.event.host})


def declined(delegate, window):
    return Standing(_("You left the place to somebody else"), again(delegate, window))


def expired(delegate, window):
    text = _("There was no answer in time, so the place went to the next person.")
    return Standing(
        _("The offered place has been passed on"), f"{text} {again(delegate, window)}".strip()
    )


def cancelled(delegate, window):
    text = _("You have no place at the event, and a ticket from before is not valid any more.")
    return Standing(
        _("Your registration is cancelled"), f"{text} {again(delegate, window)}".strip()
    )


def again(delegate, window):
    """Whether one may come back."""
    if window != Window.OPEN:
        return ""
    if delegate.delegation:
        return _("If you want to come after all, write to your head of delegation.")
    return _("If you want to come after all, register again on the page of the event.")


def day(moment):
    """A day in words, without markup."""
    return strip_tags(in_words(moment))


WORDS = {
    S.INVITED: invited,
    S.REGISTERED: registered,
    S.CONFIRMED: confirmed,
    S.WAITING: waiting,
    S.OFFERED: offered,
    S.REJECTED: rejected,
    S.DECLINED: declined,
    S.EXPIRED: expired,
    S.CANCELLED: cancelled,
}


def stops_of(delegate):
    """The way to the event as stops on the line, up to where somebody is; none for who does not come."""
    if not delegate.is_active:
        return []
    event, state = delegate.event, delegate.state
    stops = [
        (_("On the list"), delegate.added_at, True),
        (_("Registered"), delegate.registered_at, state != S.INVITED),
        (_("Place confirmed"), None, state == S.CONFIRMED),
        (
            _("The event"),
            event.starts_at,
            state == S.CONFIRMED and clock.now() >= event.starts_at,
        ),
    ]
    is_over = state == S.CONFIRMED and clock.now() >= event.ends_at
    if delegate.registered_by != Actor.HEAD:
        del stops[0]
    reached = [place for place, (_title, _when, is_reached) in enumerate(stops) if is_reached]
    here = len(stops) if is_over else max(reached)
    return [
        {"title": title, "when": when, "state": state_at(place, here)}
        for place, (title, when, _is_reached) in enumerate(stops)
    ]


def state_at(place, here):
    if place == here:
        return "here"
    return "passed" if place < here else "ahead"
