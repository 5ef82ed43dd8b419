"""Many people at once, on real connections: exactly as many places as there are, in the order of arrival."""

from functools import partial

import pytest

from events import actions
from events.choices import DelegateState
from events.models import DelegateStep
from tests.events.factories import make_delegation, make_event, make_session, register
from tests.threads import at_once

S = DelegateState
pytestmark = pytest.mark.django_db(transaction=True)


def states(event):
    return list(event.delegates.order_by("position").values_list("state", flat=True))


def test_eight_people_for_three_places(event_team):
    event = make_event(event_team, places=3, is_open=True)
    at_once(*(partial(register, event, number) for number in range(8)))
    assert states(event) == [S.CONFIRMED] * 3 + [S.WAITING] * 5


def test_two_who_cancel_at_once_make_two_offers(event_team):
    event = make_event(event_team, places=2, is_open=True)
    one, two, *_waiting = [register(event, number) for number in range(5)]
    at_once(*(partial(actions.cancel, delegate=d, by=None, link=d.link) for d in (one, two)))
    assert states(event) == [S.CANCELLED] * 2 + [S.OFFERED] * 2 + [S.WAITING]


def test_an_offer_is_answered_once(event_team):
    event = make_event(event_team, places=1, is_open=True)
    first, second = register(event, 1), register(event, 2)
    actions.cancel(delegate=first, by=None, link=first.link)
    answers = (actions.accept_offer, actions.decline_offer)
    at_once(*(partial(answer, delegate=second, by=None, link=second.link) for answer in answers))
    answered = DelegateStep.objects.filter(delegate=second, verb__in=["accept", "decline"])
    assert answered.count() == 1


def test_two_delegations_do_not_reserve_the_same_places(event_team):
    event = make_event(event_team, places=10)
    calls = [
        partial(make_delegation, event, by=event_team, places=6, organisation=name)
        for name in ("One", "Two")
    ]
    at_once(*calls)
    assert event.delegations.count() == 1


def test_a_session_takes_no_more_than_it_has_places_for(event_team):
    event = make_event(event_team, is_open=True)
    session = make_session(event, places=2)
    people = [register(event, number) for number in range(6)]
    at_once(
        *(
            partial(actions.choose_sessions, delegate=d, sessions=[session], by=None, link=d.link)
            for d in people
        )
    )
    assert (
        sorted(session.taken.values_list("state", flat=True)) == ["confirmed"] * 2 + ["waiting"] * 4
    )
