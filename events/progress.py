"""How far a delegation has come, and what its head can still do: in words, for the head's page."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor import clock
from corridor.actions import Refused
from events.actions.delegations import require_coming
from events.actions.lists import require_swaps
from events.choices import DelegateState, DelegationState, Window
from events.models import Delegate, Delegation

S = DelegateState
REGISTERED = {S.REGISTERED, S.CONFIRMED}


def closed(delegation):
    """Why its head can change nothing; empty while that is possible."""
    return refusal(require_coming, delegation, delegation.event)


def list_closed(delegation):
    """Why nobody can be put on its list; empty while that is possible."""
    return closed(delegation) or refusal(require_swaps, delegation.event)


def refusal(rule, *things):
    try:
        rule(*things)
    except Refused as refused:
        return refused.message
    return ""


@dataclass
class Entry:
    """Somebody on the list, and how it stands with them."""

    delegate: Delegate
    can_register: bool

    @property
    def is_complete(self):
        return self.delegate.state in REGISTERED

    @property
    def is_due(self):
        """Whether a mail with their link would go out now, for who has not registered."""
        return self.delegate.state == S.INVITED and self.may_be_mailed

    @property
    def may_be_mailed(self):
        delegate = self.delegate
        is_late = delegate.state == S.INVITED and not self.can_register
        return bool(delegate.email) and not is_late and not self.was_mailed_today

    @property
    def was_mailed_today(self):
        return self.delegate.link_mailed_on == clock.today()

    @property
    def words(self):
        """How it stands, for their head."""
        delegate = self.delegate
        if delegate.state == S.CONFIRMED:
            return _("Place confirmed")
        if delegate.state != S.INVITED:
            return delegate.get_state_display()
        if not delegate.email:
            return _("Has no email address yet, so no link")
        if not delegate.link_mailed_on:
            return _("The link is not sent yet")
        day = date_format(delegate.link_mailed_on)
        return _("Has not registered yet; mailed on %(day)s") % {"day": day}

    @property
    def mail_verb(self):
        if self.delegate.state != S.INVITED:
            return _("Send the link again")
        return _("Remind") if self.delegate.link_mailed_on else _("Send the link")


@dataclass
class Progress:
    """The people of a delegation, counted."""

    delegation: Delegation

    @cached_property
    def everybody(self):
        can_register = self.registration != Window.OVER
        return [Entry(row, can_register) for row in self.delegation.delegates.order_by("position")]

    @property
    def event(self):
        return self.delegation.event

    @property
    def registration(self):
        return self.event.window_for_listed(clock.today())

    @property
    def is_over(self):
        return clock.now() >= self.event.ends_at

    @cached_property
    def people(self):
        """Who is still to do something first: on a phone the list is long."""
        people = [entry for entry in self.everybody if entry.delegate.is_active]
        return sorted(people, key=lambda entry: entry.is_complete)

    @cached_property
    def gone(self):
        return [entry.delegate for entry in self.everybody if not entry.delegate.is_active]

    @property
    def left(self):
        holding = sum(entry.delegate.holds_a_place for entry in self.people)
        return self.delegation.places - holding

    @property
    def due(self):
        return [entry.delegate for entry in self.people if entry.is_due]

    @property
    def complete(self):
        return sum(entry.is_complete for entry in self.people)

    @property
    def incomplete(self):
        return sum(entry.delegate.state == S.INVITED for entry in self.people)

    @property
    def waiting(self):
        return sum(entry.delegate.state == S.WAITING for entry in self.people)

    @property
    def offered(self):
        return sum(entry.delegate.state == S.OFFERED for entry in self.people)

    @property
    def without_address(self):
        return sum(not entry.delegate.email for entry in self.people)

    @property
    def mailed_today(self):
        return sum(
            entry.was_mailed_today and entry.delegate.state == S.INVITED for entry in self.people
        )

    @cached_property
    def closed(self):
        return closed(self.delegation)

    @cached_property
    def list_closed(self):
        return list_closed(self.delegation)

    def stops(self):
        """The stops on the line; the first that is not passed is here."""
        number, places = len(self.people), self.delegation.places
        confirmed = sum(entry.delegate.state == S.CONFIRMED for entry in self.people)
        stops = [
            (True, _("Invited"), self.delegation.invited_at, ""),
            (
                self.delegation.state == DelegationState.ACCEPTED,
                _("Invitation accepted"),
                self.delegation.answered_at,
                "",
            ),
            (number > 0, _("People on the list"), None, places_words(places, self.left)),
            (
                0 < number == self.complete,
                _("Registered"),
                None,
                share_words(self.complete, number),
            ),
            (0 < number == confirmed, _("Place confirmed"), None, share_words(confirmed, number)),
            (self.is_over, _("The event"), self.event.starts_at, ""),
        ]
        here = next((index for index, stop in enumerate(stops) if not stop[0]), len(stops))
        return [
            {
                "title": title,
                "state": "passed" if index < here else "here" if index == here else "ahead",
                "when": when,
                "note": note,
            }
            for index, (_passed, title, when, note) in enumerate(stops)
        ]


def places_words(places, left):
    words = ngettext(
        "%(left)s of %(places)s place is left.", "%(left)s of %(places)s places are left.", places
    )
    return words % {"left": left, "places": places}


def share_words(number, total):
    words = ngettext("%(number)s of %(total)s person", "%(number)s of %(total)s people", total)
    return words % {"number": number, "total": total} if total else ""
