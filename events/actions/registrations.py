"""Delegates: how they register, answer an offer, change what they said, and cancel."""

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from events import emails
from events.actions.places import (
    Pool,
    answer_offer,
    current,
    enter,
    leave_sessions,
    offer_free_places,
    take_step,
)
from events.actions.rights import require_delegate, require_head, require_team
from events.choices import ACTIVE, Actor, DelegateState, DelegationState, Window
from events.exceptions import (
    DelegationEnded,
    EventOver,
    LinkRevoked,
    NotWithoutDelegation,
    RegistrationClosed,
    StepImpossible,
)
from events.journeys import require_near
from events.models import Delegate, Delegation, Event

# What the event team alone says, and what follows from the way somebody came.
SETTLED = {
    "event",
    "delegation",
    "state",
    "position",
    "party",
    "registered_by",
    "link",
    "email_reason",
}


@action
def register(
    *,
    event: Event,
    people: list[dict],
    by: User | None,
    delegation: Delegation | None = None,
    link: int | None = None,
) -> list[Delegate]:
    """Register one person, or several who come together or not at all: each a dict of the fields of a Delegate.

    With a delegation `link` is the number of its open link; without, the event is one that is open to everybody.
    They get places when there are enough and nobody waits, else they wait. Raises RegistrationClosed,
    NotWithoutDelegation, LinkRevoked, DelegationEnded, or Conflict for somebody who is registered already.
    """
    require_open(event)
    pool = Pool.locked(event=event, delegation=delegation)
    if pool.delegation:
        require_open_link(pool.delegation, link)
    elif not pool.event.is_open:
        raise NotWithoutDelegation
    has_room = pool.has_room_for(len(people))
    state = DelegateState.REGISTERED if has_room else DelegateState.WAITING
    delegates = enter(pool=pool, people=people, state=state, actor=Actor.DELEGATE, by=by)
    for delegate in delegates:
        settle(delegate, pool.event, actor=Actor.DELEGATE, by=by)
    return delegates


@action
def complete(*, delegate: Delegate, by: User | None, link: int | None = None, **fields) -> Delegate:
    """Register as somebody whom a head put on the list. Raises LinkRevoked, RegistrationClosed, StepImpossible."""
    require_open_for_listed(delegate.event)
    pool, delegate = current(delegate)
    require_delegate(delegate, by, link)
    write(delegate, fields)
    delegate.registered_at = clock.now()
    take_step(delegate, DelegateState.REGISTERED, "register", actor=Actor.DELEGATE, by=by)
    settle(delegate, pool.event, actor=Actor.DELEGATE, by=by)
    return delegate


@action
def change_delegate(
    *, delegate: Delegate, by: User | None, link: int | None = None, **fields
) -> Delegate:
    """Change what somebody said about themselves.

    Raises LinkRevoked, EventOver, StepImpossible, TravelDaysAway, Conflict.
    """
    _pool, delegate = current(delegate)
    require_delegate(delegate, by, link)
    require_ahead(delegate.event)
    if delegate.state not in ACTIVE:
        raise StepImpossible
    require_near(delegate.event, fields)
    write(delegate, fields)
    return delegate


@action
def withdraw_photo_consent(
    *, delegate: Delegate, by: User | None, link: int | None = None
) -> Delegate:
    """Take the consent to photographs back, at any time. Raises LinkRevoked."""
    _pool, delegate = current(delegate)
    require_delegate(delegate, by, link)
    write(delegate, {"photo_consent_at": None})
    return delegate


@action
def cancel(*, delegate: Delegate, by: User | None, link: int | None = None) -> Delegate:
    """Give the place back; it is offered to the next one. Raises LinkRevoked, EventOver, StepImpossible."""
    pool, delegate = current(delegate)
    require_delegate(delegate, by, link)
    require_ahead(delegate.event)
    cancelled(pool, delegate, actor=Actor.DELEGATE, by=by)
    return delegate


@action
def cancel_as_head(*, delegate: Delegate, by: User | None, link: int | None = None) -> Delegate:
    """Take somebody off the list of a delegation; they are told. Raises like `cancel`."""
    if delegate.delegation is None:
        raise LinkRevoked
    pool, delegate = current(delegate)
    require_head(pool.delegation, by, link)
    require_ahead(delegate.event)
    cancelled(pool, delegate, actor=Actor.HEAD, by=by)
    return delegate


@action
def cancel_as_team(*, delegate: Delegate, by: User) -> Delegate:
    """Cancel for somebody; they are told. Raises NotPermitted, StepImpossible."""
    require_team(by)
    pool, delegate = current(delegate)
    cancelled(pool, delegate, actor=Actor.TEAM, by=by)
    return delegate


@action
def accept_offer(*, delegate: Delegate, by: User | None, link: int | None = None) -> Delegate:
    """Take an offered place, for all who come together. Raises LinkRevoked, OfferEnded."""
    require_delegate(delegate, by, link)
    pool, delegate = answer_offer(
        delegate, DelegateState.CONFIRMED, "accept", actor=Actor.DELEGATE, by=by
    )
    for one in party_of(pool, delegate):
        emails.confirmed(one)
    return delegate


@action
def decline_offer(*, delegate: Delegate, by: User | None, link: int | None = None) -> Delegate:
    """Leave an offered place to the next one, for all who come together. Raises LinkRevoked, OfferEnded."""
    require_delegate(delegate, by, link)
    pool, delegate = answer_offer(
        delegate, DelegateState.DECLINED, "decline", actor=Actor.DELEGATE, by=by
    )
    offer_free_places(pool)
    return delegate


@action
def approve(*, delegate: Delegate, by: User) -> Delegate:
    """Confirm who registered where the event team approves everybody. Raises NotPermitted, StepImpossible."""
    require_team(by)
    _pool, delegate = current(delegate)
    take_step(delegate, DelegateState.CONFIRMED, "confirm", actor=Actor.TEAM, by=by)
    emails.confirmed(delegate)
    return delegate


@action
def reject(*, delegate: Delegate, by: User) -> Delegate:
    """Say no to who registered or waits; the place goes on. Raises NotPermitted, StepImpossible."""
    require_team(by)
    pool, delegate = current(delegate)
    take_step(delegate, DelegateState.REJECTED, "reject", actor=Actor.TEAM, by=by)
    emails.rejected(delegate)
    offer_free_places(pool)
    return delegate


@action
def let_wait(*, delegate: Delegate, by: User) -> Delegate:
    """Put who registered on the waiting list. Raises NotPermitted, StepImpossible."""
    require_team(by)
    _pool, delegate = current(delegate)
    take_step(delegate, DelegateState.WAITING, "wait", actor=Actor.TEAM, by=by)
    emails.waiting(delegate)
    return delegate


@action
def offer_places(*, event: Event, by: User, delegation: Delegation | None = None) -> None:
    """Offer what is free to those who wait: what the portal does by itself unless everybody is approved.

    Raises NotPermitted.
    """
    require_team(by)
    pool = Pool.locked(event=event, delegation=delegation)
    offer_free_places(pool, actor=Actor.TEAM, by=by)


@action
def mail_way_in(*, event: Event, email: str, language: str, by: User | None) -> None:
    """Mail whoever reads an address the way to their page, or to the form; else that there is neither.

    One mail in any case, so that nobody learns from the page which addresses are registered.
    """
    found = event.delegates.active().filter(email__iexact=email).select_related("event").first()
    if found:
        emails.own_link(found)
    elif open_to_everybody(event):
        emails.way_to_form(event, email, language)
    else:
        emails.nobody_registered(event, email, language)


def open_to_everybody(event):
    """Whether one can register today without a delegation."""
    return event.is_open and event.is_public and is_within_window(event)


def is_within_window(event):
    return event.registration_window(clock.today()) == Window.OPEN


def require_open(event):
    """Raises RegistrationClosed before, after, and for an event that is not public."""
    if not (event.is_public and is_within_window(event)):
        raise RegistrationClosed


def require_open_for_listed(event):
    """Raises RegistrationClosed; people on a list may register as long as a delegation replaces people."""
    if not event.is_public or event.window_for_listed(clock.today()) != Window.OPEN:
        raise RegistrationClosed


def require_ahead(event):
    """Raises EventOver once it has ended."""
    if clock.now() >= event.ends_at:
        raise EventOver


def require_open_link(delegation, link):
    if not link or delegation.open_link != link:
        raise LinkRevoked
    if delegation.state != DelegationState.ACCEPTED:
        raise DelegationEnded


def settle(delegate, event, *, actor, by):
    """Confirm who has a place where nobody has to approve, and tell everybody how it stands."""
    if delegate.state == DelegateState.WAITING:
        emails.waiting(delegate)
    elif event.needs_approval:
        emails.registered(delegate)
    else:
        take_step(delegate, DelegateState.CONFIRMED, "confirm", actor=actor, by=by)
        emails.confirmed(delegate)


def cancelled(pool, delegate, *, actor, by):
    take_step(delegate, DelegateState.CANCELLED, "cancel", actor=actor, by=by)
    leave_sessions(delegate)
    emails.cancelled(delegate, actor)
    offer_free_places(pool)


def party_of(pool, delegate):
    """Everybody who came together with a delegate and has a place, the delegate included."""
    if delegate.party is None:
        return [delegate]
    return list(pool.delegates.filter(party=delegate.party).coming())


def write(delegate, fields):
    """Write what people say about themselves, and nothing that the rules decide."""
    if forbidden := fields.keys() & SETTLED:
        raise TypeError(f"not for a form: {forbidden}")
    for name, value in fields.items():
        setattr(delegate, name, value)
    if fields:
        delegate.save(update_fields=list(fields))
