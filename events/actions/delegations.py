"""Delegations: invited by the event team, led by their head, filled with people."""

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from events import emails
from events.actions.places import (
    Pool,
    leave_sessions,
    locked_to_leave,
    offer_free_places,
    take_step,
)
from events.actions.registrations import require_ahead
from events.actions.rights import require_head, require_team
from events.choices import Actor, DelegateState, DelegationState
from events.exceptions import (
    DelegationEnded,
    FewerPlaces,
    NotAccepted,
    NothingAsked,
    StepImpossible,
)
from events.journeys import require_near
from events.models import Delegation, Event


@action
def invite_delegation(*, event: Event, by: User, **fields) -> Delegation:
    """Reserve places for an organisation, and mail its head a link.

    Raises NotPermitted, TravelDaysAway, or Conflict when the event has not so many places left.
    """
    require_team(by)
    event = Event.objects.select_for_update(no_key=True).get(pk=event.pk)
    require_near(event, fields)
    delegation = Delegation.objects.create(
        event=event, invited_at=clock.now(), **with_plain_addresses(fields)
    )
    emails.delegation_invited(delegation)
    return delegation


@action
def change_delegation(*, delegation: Delegation, by: User, **fields) -> Delegation:
    """Change what the event team keeps of a delegation; a new head or deputy is mailed a new link.

    More places are offered to those who wait. Raises NotPermitted, TravelDaysAway, or Conflict for places that are
    not there.
    """
    require_team(by)
    delegation = locked(delegation)
    new = {name: day for name, day in fields.items() if day != getattr(delegation, name)}
    require_near(delegation.event, new)
    before = delegation.heads
    for name, value in with_plain_addresses(fields).items():
        setattr(delegation, name, value)
    names = list(fields)
    if delegation.heads != before:
        delegation.head_link += 1
        names.append("head_link")
    if delegation.places_wanted and delegation.places >= delegation.places_wanted:
        delegation.places_wanted = None
        names.append("places_wanted")
    delegation.save(update_fields=names)
    if delegation.heads != before:
        emails.delegation_invited(delegation)
    offer_free_places(Pool(delegation.event, delegation))
    return delegation


@action
def mail_head_link(*, delegation: Delegation, by: User | None) -> None:
    """Mail head and deputy the link again; the one before stops working. Raises DelegationEnded."""
    delegation = locked(delegation)
    if not delegation.is_open:
        raise DelegationEnded
    delegation.head_link += 1
    delegation.save(update_fields=["head_link"])
    emails.delegation_invited(delegation)


@action
def accept_delegation(
    *, delegation: Delegation, by: User | None, link: int | None = None, **fields
) -> Delegation:
    """Say that the delegation comes, with its days of travel.

    Raises LinkRevoked, DelegationEnded, EventOver, StepImpossible, TravelDaysAway.
    """
    delegation = locked(delegation)
    require_head(delegation, by, link)
    require_ahead(delegation.event)
    if delegation.state != DelegationState.INVITED:
        raise StepImpossible
    require_near(delegation.event, fields)
    return answered(delegation, DelegationState.ACCEPTED, **fields)


@action
def decline_delegation(
    *, delegation: Delegation, by: User | None, link: int | None = None
) -> Delegation:
    """Say that it does not come: its places go back to the event. Raises like `accept_delegation`."""
    delegation = locked(delegation)
    require_head(delegation, by, link)
    if delegation.state != DelegationState.INVITED:
        raise StepImpossible
    delegation = answered(delegation, DelegationState.DECLINED)
    offer_free_places(Pool(delegation.event, None))
    return delegation


@action
def withdraw_delegation(*, delegation: Delegation, by: User) -> Delegation:
    """Take a whole delegation out: everybody on its list is cancelled and told. Raises NotPermitted, StepImpossible."""
    require_team(by)
    delegation = locked(delegation)
    if not delegation.is_open:
        raise StepImpossible
    for delegate in locked_to_leave(delegation.delegates.active()):
        take_step(delegate, DelegateState.CANCELLED, "cancel", actor=Actor.TEAM, by=by)
        leave_sessions(delegate)
        emails.cancelled(delegate, Actor.TEAM)
    delegation = answered(delegation, DelegationState.WITHDRAWN)
    offer_free_places(Pool(delegation.event, None))
    return delegation


@action
def change_travel(
    *, delegation: Delegation, by: User | None, link: int | None = None, arrives_on, departs_on
) -> Delegation:
    """When the delegation comes and goes.

    Raises like `open_join_link`, TravelDaysAway, and Conflict for days out of order.
    """
    delegation = pool_of_head(delegation, by, link).delegation
    require_near(delegation.event, {"arrives_on": arrives_on, "departs_on": departs_on})
    delegation.arrives_on, delegation.departs_on = arrives_on, departs_on
    delegation.save(update_fields=["arrives_on", "departs_on"])
    return delegation


@action
def open_join_link(
    *, delegation: Delegation, by: User | None, link: int | None = None
) -> Delegation:
    """Make an open link, with which people register by themselves; the one before stops working.

    Raises LinkRevoked, DelegationEnded, NotAccepted, EventOver.
    """
    delegation = pool_of_head(delegation, by, link).delegation
    delegation.open_links_made += 1
    delegation.open_link = delegation.open_links_made
    delegation.save(update_fields=["open_link", "open_links_made"])
    return delegation


@action
def close_join_link(
    *, delegation: Delegation, by: User | None, link: int | None = None
) -> Delegation:
    """Nobody registers with the open link any more. Raises like `open_join_link`."""
    delegation = pool_of_head(delegation, by, link).delegation
    delegation.open_link = 0
    delegation.save(update_fields=["open_link"])
    return delegation


@action
def ask_for_places(
    *, delegation: Delegation, places: int, because: str, by: User | None, link: int | None = None
) -> Delegation:
    """Ask the event team for more places. Raises FewerPlaces, and like `open_join_link`."""
    delegation = pool_of_head(delegation, by, link).delegation
    if places <= delegation.places:
        raise FewerPlaces
    delegation.places_wanted, delegation.wanted_because = places, because
    delegation.save(update_fields=["places_wanted", "wanted_because"])
    emails.places_wanted(delegation)
    return delegation


@action
def answer_wish(*, delegation: Delegation, granted: bool, by: User) -> Delegation:
    """Give the places that were asked for, or say no; head and deputy are told.

    Raises NotPermitted, NothingAsked, or Conflict when the event has not so many places left.
    """
    require_team(by)
    delegation = locked(delegation)
    if not delegation.places_wanted:
        raise NothingAsked
    if granted:
        delegation.places = delegation.places_wanted
    delegation.places_wanted = None
    delegation.save(update_fields=["places", "places_wanted"])
    pool = Pool(delegation.event, delegation)
    waited = pool.delegates.waiting().count()
    offer_free_places(pool)
    offered = waited - pool.delegates.waiting().count()
    emails.wish_answered(delegation, granted=granted, offered=offered, left=pool.free)
    return delegation


def locked(delegation):
    """The delegation as it is now. The event before it, since its places are reserved out of that."""
    event = Event.objects.select_for_update(no_key=True).get(pk=delegation.event_id)
    delegation = Delegation.objects.select_for_update(no_key=True).get(pk=delegation.pk)
    delegation.event = event
    return delegation


def pool_of_head(delegation, by, link):
    """The places of an accepted delegation, locked. Raises LinkRevoked, DelegationEnded, NotAccepted, EventOver."""
    pool = Pool.locked(event=delegation.event, delegation=delegation)
    require_head(pool.delegation, by, link)
    require_coming(pool.delegation, pool.event)
    return pool


def require_coming(delegation, event):
    """Raises DelegationEnded, EventOver, NotAccepted: for everything a head does but to answer the invitation."""
    if not delegation.is_open:
        raise DelegationEnded
    require_ahead(event)
    if delegation.state != DelegationState.ACCEPTED:
        raise NotAccepted


def answered(delegation, state, **fields):
    delegation.state, delegation.answered_at = state, clock.now()
    for name, value in fields.items():
        setattr(delegation, name, value)
    delegation.save(update_fields=["state", "answered_at", *fields])
    return delegation


def with_plain_addresses(fields):
    """The same fields with addresses in lower case, as accounts have them."""
    addresses = {"head_email", "deputy_email"} & fields.keys()
    return fields | {name: User.objects.normalize_email(fields[name]) for name in addresses}
