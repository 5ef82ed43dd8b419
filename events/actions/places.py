"""Who gets a place: the order of arrival, under the lock of one row, and offers to those who wait.

A pool is the places of one delegation, or those of an event that no delegation has.
"""

import uuid

from django.db.models import Max

from corridor import clock
from corridor.actions import action
from events import emails
from events.actions.meeting_steps import leave_meetings, lock_meetings
from events.choices import ENDED, Actor, DelegateState, LetterState, PlaceState, allowed
from events.exceptions import OfferEnded, StepImpossible
from events.models import (
    Delegate,
    DelegateStep,
    Delegation,
    Event,
    Needs,
    Session,
    SessionPlace,
    TravelDocument,
)


class Pool:
    """The places that one delegate competes for, locked until the transaction ends."""

    def __init__(self, event, delegation):
        self.event, self.delegation = event, delegation
        self.delegates = Delegate.objects.filter(event=event, delegation=delegation)

    @classmethod
    def locked(cls, *, event: Event, delegation: Delegation | None) -> "Pool":
        """Wait for whoever has it. Locks exactly one row."""
        rows = Delegation.objects if delegation else Event.objects
        row = rows.select_for_update(no_key=True).get(pk=(delegation or event).pk)
        return cls(event, row) if delegation else cls(row, None)

    @property
    def places(self):
        return self.delegation.places if self.delegation else self.event.free_places

    @property
    def free(self):
        return self.places - self.delegates.holding().count()

    def has_room_for(self, number):
        """Whether so many newcomers get a place: nobody passes those who wait already."""
        return self.free >= number and not self.delegates.waiting().exists()

    def next_position(self):
        return (self.delegates.aggregate(last=Max("position"))["last"] or 0) + 1


def enter(*, pool, people, state, actor, by):
    """Write people into a pool, in their order, with the first line of their records."""
    position = pool.next_position()
    party = uuid.uuid4() if len(people) > 1 and state != DelegateState.INVITED else None
    now = clock.now()
    delegates = [
        Delegate.objects.create(
            event=pool.event,
            delegation=pool.delegation,
            state=state,
            registered_by=actor,
            position=position + number,
            party=party,
            added_at=now,
            registered_at=None if state == DelegateState.INVITED else now,
            **person,
        )
        for number, person in enumerate(people)
    ]
    for delegate in delegates:
        record(delegate, "", "add" if state == DelegateState.INVITED else "register", actor, by)
    return delegates


def record(delegate, source, verb, actor, by):
    DelegateStep.objects.create(
        delegate=delegate,
        verb=verb,
        source=source,
        target=delegate.state,
        actor=actor,
        by=by,
        at=clock.now(),
    )


def take_step(delegate, target, verb, *, actor, by):
    """Move a delegate on, with a line in the record. Raises StepImpossible for what the table does not have."""
    if not allowed(delegate.state, target, verb):
        raise StepImpossible
    source, delegate.state = delegate.state, target
    if target != DelegateState.OFFERED:
        delegate.offered_until = None
    if target in ENDED:
        delegate.ended_at = clock.now()
    delegate.save(update_fields=["state", "offered_until", "ended_at", "registered_at"])
    record(delegate, source, verb, actor, by)
    if target in ENDED:
        end_papers(delegate)


def end_papers(delegate):
    """Whoever does not come needs no passport data and no needs kept, and their letter is not valid any more."""
    TravelDocument.objects.filter(delegate=delegate).delete()
    Needs.objects.filter(delegate=delegate).delete()
    delegate.letters.current().update(state=LetterState.WITHDRAWN, withdrawn_at=clock.now())
    leave_meetings(delegate)


def current(delegate):
    """The delegate as it is now, with its pool locked before it."""
    pool = Pool.locked(event=delegate.event, delegation=delegate.delegation)
    return pool, pool.delegates.select_for_update(no_key=True).get(pk=delegate.pk)


def leave_sessions(delegate):
    """Give the places in sessions back, to those who wait for them."""
    rows = Session.objects.select_for_update(no_key=True)
    locked = rows.filter(pk__in=session_keys([delegate])).order_by("pk")
    for session in locked:
        SessionPlace.objects.filter(session=session, delegate=delegate).delete()
        fill(session)


def locked_to_leave(delegates):
    """People as they are now, then all their meetings, then all their sessions: each kind in the order of ids.

    That is the order of whoever accepts a meeting or chooses sessions, too, so nobody waits in a circle.
    """
    people = list(delegates.select_for_update(no_key=True).order_by("pk"))
    lock_meetings(people)
    sessions = Session.objects.select_for_update(no_key=True)
    list(sessions.filter(pk__in=session_keys(people)).order_by("pk"))
    return people


def session_keys(people):
    return list(SessionPlace.objects.filter(delegate__in=people).values_list("session", flat=True))


def fill(session):
    """Places in a session go to those who wait, in their order; they are told. The session is locked."""
    moving = session.taken.waiting().select_related("delegate__event")
    if session.places is not None:
        left = session.places - session.taken.filter(state=PlaceState.CONFIRMED).count()
        moving = moving[: max(left, 0)]
    for place in list(moving):
        place.state = PlaceState.CONFIRMED
        place.save(update_fields=["state"])
        emails.session_place_given(place)


def offer_free_places(pool, *, by=None, actor=Actor.PORTAL):
    """Offer what is free to those who wait. A group that is first waits for enough places, and the others behind it.

    Where the event team approves everybody, it is the one that offers.
    """
    event = pool.event
    if clock.now() >= event.starts_at or (event.needs_approval and actor == Actor.PORTAL):
        return
    free, waiting = pool.free, list(pool.delegates.waiting())
    while waiting:
        party = together(waiting[0], waiting)
        if len(party) > free:
            return
        for delegate in party:
            offer(delegate, event, actor=actor, by=by)
        free -= len(party)
        waiting = [delegate for delegate in waiting if delegate not in party]


def together(delegate, others):
    """The delegate and those of the others who come with them or not at all."""
    if delegate.party is None:
        return [delegate]
    return [other for other in others if other.party == delegate.party]


def offer(delegate, event, *, actor, by):
    delegate.offered_until = min(clock.now() + event.held_for, event.starts_at)
    take_step(delegate, DelegateState.OFFERED, "offer", actor=actor, by=by)
    emails.place_offered(delegate)


def answer_offer(delegate, target, verb, *, actor, by):
    """One answer for all who come together. Raises OfferEnded."""
    pool, delegate = current(delegate)
    if delegate.state != DelegateState.OFFERED or delegate.offered_until < clock.now():
        raise OfferEnded
    offered = list(pool.delegates.filter(state=DelegateState.OFFERED))
    for one in together(delegate, offered):
        take_step(one, target, verb, actor=actor, by=by)
    return pool, delegate


@action
def expire_offers(*, by: None) -> int:
    """Give what nobody answered in time to the next ones, and tell those who did not answer; how many that were."""
    late = Delegate.objects.filter(state=DelegateState.OFFERED, offered_until__lt=clock.now())
    pools = {
        (late_one.event, late_one.delegation)
        for late_one in late.select_related("event", "delegation")
    }
    expired = 0
    for event, delegation in sorted(pools, key=lambda pair: [str(row and row.pk) for row in pair]):
        pool = Pool.locked(event=event, delegation=delegation)
        for delegate in late.filter(event=event, delegation=delegation).select_for_update(
            no_key=True
        ):
            take_step(delegate, DelegateState.EXPIRED, "expire", actor=Actor.PORTAL, by=None)
            emails.offer_expired(delegate)
            expired += 1
        offer_free_places(pool)
    return expired
