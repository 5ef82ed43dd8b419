"""Delegates by the hundreds, for a large world: written in bulk, past the triggers, and checked afterwards."""

from datetime import timedelta

import pgtrigger

from corridor import demo
from corridor.accounts.demo import person
from events import actions
from events.choices import HOLDING, Actor, DelegateState
from events.demo.events import EVENT_TEAM, FTF
from events.models import Delegate, DelegateStep, Delegation, Event

A_DELEGATION = 50
GIVEN = [
    "Aditi",
    "Bhavya",
    "Chirag",
    "Divya",
    "Eshwar",
    "Farah",
    "Gautham",
    "Harsha",
    "Indu",
    "Jaya",
]
SURNAMES = ["Acharya", "Bhat", "", "D’Costa", "Gowda", "Hegde", "Kamath", "Nayak", "Rao", "Shetty"]
STATES = [DelegateState.CONFIRMED] * 7 + [DelegateState.INVITED] * 3


@demo.crowd("delegates")
def fill_up(total: int) -> int:
    """Invent people in delegations of fifty until there are `total`; the event grows with them."""
    missing = max(0, total - Delegate.objects.count())
    event = Event.objects.get(slug=FTF)
    made = 0
    while made < missing:
        made += one_delegation(event, min(A_DELEGATION, missing - made))
    return made


def one_delegation(event, size):
    number = event.delegations.count() + 1
    team = person(EVENT_TEAM)
    actions.change_event(event=event, by=team, places=event.places + size)
    event.refresh_from_db()
    delegation = actions.invite_delegation(
        event=event,
        by=team,
        organisation=f"Delegation {number}",
        country="IN",
        head_name=f"Head {number}",
        head_email=f"head{number}@crowd.example",
        places=size,
    )
    delegation = actions.accept_delegation(
        delegation=delegation, by=None, link=delegation.head_link
    )
    chance = demo.chance("delegation", number)
    people = [invented(chance, delegation, position) for position in range(1, size + 1)]
    with pgtrigger.ignore("events.Delegate:delegate_begins"):
        Delegate.objects.bulk_create(people)
    DelegateStep.objects.bulk_create(
        DelegateStep(
            delegate=delegate,
            verb="add",
            target=delegate.state,
            actor=Actor.HEAD,
            at=delegate.added_at,
        )
        for delegate in people
    )
    return size


def invented(chance, delegation, position):
    state = chance.choice(STATES)
    added = delegation.invited_at + timedelta(hours=position)
    return Delegate(
        id=demo.uuid(chance),
        event=delegation.event,
        delegation=delegation,
        state=state,
        registered_by=Actor.HEAD,
        position=position,
        given_names=chance.choice(GIVEN),
        surname=chance.choice(SURNAMES),
        organisation=delegation.organisation,
        email=f"person{position}@{delegation.head_email.partition('@')[0]}.crowd.example",
        added_at=added,
        registered_at=added if state == DelegateState.CONFIRMED else None,
    )


@demo.check
def problems():
    """Delegations that hold more people than they have places, and people without a record."""
    for delegation in Delegation.objects.all():
        held = delegation.delegates.filter(state__in=sorted(HOLDING)).count()
        if held > delegation.places:
            yield f"{delegation} holds {held} people on {delegation.places} places"
    if unrecorded := Delegate.objects.filter(steps=None).count():
        yield f"{unrecorded} delegates have no record"
