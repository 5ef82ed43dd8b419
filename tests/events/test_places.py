"""Who gets a place: the order of arrival, groups, offers; and never one too many."""

from datetime import date, time, timedelta

import pytest

from corridor import clock
from corridor.actions import Conflict
from events import actions
from events.choices import DelegateState, PlaceState
from events.exceptions import (
    DelegationFull,
    LinkRevoked,
    NotWithoutDelegation,
    OfferEnded,
    RegistrationClosed,
    SessionsOverlap,
)
from events.models import Delegate
from tests.events.factories import (
    make_delegate,
    make_delegation,
    make_event,
    make_session,
    register,
    someone,
)

S = DelegateState
pytestmark = pytest.mark.django_db


@pytest.fixture
def small(event_team):
    """An event with three places that is open to everybody, while one can register."""
    return make_event(event_team, slug="small", places=3, is_open=True)


def states(event):
    return list(event.delegates.order_by("position").values_list("state", flat=True))


def test_places_go_in_the_order_of_arrival(small):
    for number in range(5):
        register(small, number)
    assert states(small) == [S.CONFIRMED] * 3 + [S.WAITING] * 2
    assert [d.place_in_line for d in small.delegates.waiting()] == [1, 2]


def test_a_group_waits_together_for_places(small):
    register(small, 1, 2)
    first = register(small, 3, 4)
    assert states(small) == [S.CONFIRMED] * 2 + [S.WAITING] * 2
    assert first.party


def test_nobody_passes_a_group_that_waits(small):
    register(small, 1, 2)
    register(small, 3, 4)
    assert register(small, 5).state == S.WAITING


def test_a_group_at_the_head_holds_the_list_until_there_are_enough_places(small):
    one, two = register(small, 1), register(small, 2)
    register(small, 3, 4)
    register(small, 5)
    actions.cancel(delegate=one, by=None, link=one.link)
    assert states(small)[2:] == [S.OFFERED, S.OFFERED, S.WAITING]
    actions.cancel(delegate=two, by=None, link=two.link)
    assert states(small)[2:] == [S.OFFERED] * 3


def test_one_answer_is_that_of_the_whole_group(small):
    first = register(small, 1)
    register(small, 2)
    waiting = register(small, 3, 4)
    actions.cancel(delegate=first, by=None, link=first.link)
    actions.accept_offer(delegate=waiting, by=None, link=waiting.link)
    assert states(small) == [S.CANCELLED] + [S.CONFIRMED] * 3


def test_an_offer_that_is_declined_goes_to_the_next(small):
    first, *_others = [register(small, number) for number in range(5)]
    actions.cancel(delegate=first, by=None, link=first.link)
    offered = small.delegates.get(state=S.OFFERED)
    actions.decline_offer(delegate=offered, by=None, link=offered.link)
    assert states(small) == [S.CANCELLED, S.CONFIRMED, S.CONFIRMED, S.DECLINED, S.OFFERED]


def test_an_offer_expires_and_goes_to_the_next(small, set_clock):
    first, *_others = [register(small, number) for number in range(5)]
    actions.cancel(delegate=first, by=None, link=first.link)
    set_clock(date(2024, 7, 25), time(12, 1))
    late = small.delegates.get(state=S.OFFERED)
    with pytest.raises(OfferEnded):
        actions.accept_offer(delegate=late, by=None, link=late.link)
    assert actions.expire_offers(by=None) == 1
    assert states(small)[3:] == [S.EXPIRED, S.OFFERED]


def test_an_offer_holds_its_place(small):
    people = [register(small, number) for number in range(4)]
    actions.cancel(delegate=people[0], by=None, link=people[0].link)
    assert register(small, 9).state == S.WAITING


def test_more_places_are_offered_to_those_who_wait(small, event_team):
    for number in range(4):
        register(small, number)
    actions.change_event(event=small, by=event_team, places=4)
    assert states(small)[3] == S.OFFERED


def test_the_places_of_a_delegation_are_no_longer_free(small, event_team):
    make_delegation(small, by=event_team, places=2)
    register(small, 1)
    assert register(small, 2).state == S.WAITING


def test_a_delegation_takes_no_more_than_the_event_has(small, event_team):
    register(small, 1)
    with pytest.raises(Conflict) as refused:
        make_delegation(small, by=event_team, places=3)
    assert refused.value.rule == "delegation_within_event"


def test_an_event_keeps_the_places_it_has_given(small, event_team):
    make_delegation(small, by=event_team, places=2)
    with pytest.raises(Conflict) as refused:
        actions.change_event(event=small, by=event_team, places=1)
    assert refused.value.rule == "event_places_reserved"


def test_the_database_gives_no_place_too_many(small, event_team):
    register(small, 1, 2, 3)
    waiting = register(small, 4)
    with pytest.raises(Exception, match="delegate_within_places"):
        Delegate.objects.filter(pk=waiting.pk).update(state=S.OFFERED, offered_until=clock.now())


def test_the_table_has_no_way_back(small):
    one = register(small, 1)
    actions.cancel(delegate=one, by=None, link=one.link)
    with pytest.raises(Exception, match="delegate_step_allowed"):
        Delegate.objects.filter(pk=one.pk).update(state=S.CONFIRMED)


def test_one_address_registers_once_whatever_its_capitals(small):
    register(small, 1)
    with pytest.raises(Conflict) as refused:
        actions.register(
            event=small, people=[someone(1, email="PERSON1@kaverion.example")], by=None
        )
    assert refused.value.rule == "delegate_once"


def test_who_cancelled_may_register_again(small):
    one = register(small, 1)
    actions.cancel(delegate=one, by=None, link=one.link)
    assert register(small, 1).state == S.CONFIRMED


@pytest.mark.parametrize(
    "moment", [(date(2024, 7, 14), time(23, 59)), (date(2024, 8, 15), time(0, 1))]
)
def test_nobody_registers_outside_the_window(small, set_clock, moment):
    set_clock(*moment)
    with pytest.raises(RegistrationClosed):
        register(small, 1)


def test_nobody_registers_without_a_delegation_where_one_is_needed(event):
    with pytest.raises(NotWithoutDelegation):
        register(event, 1)


def test_with_the_open_link_people_join_a_delegation(event, event_team):
    delegation = make_delegation(event, by=event_team, places=1)
    with pytest.raises(LinkRevoked):
        register(event, 1, delegation=delegation, link=delegation.open_link)
    delegation = actions.open_join_link(delegation=delegation, by=None, link=1)
    first = register(event, 1, delegation=delegation, link=delegation.open_link)
    second = register(event, 2, delegation=delegation, link=delegation.open_link)
    assert (first.state, second.state) == (S.CONFIRMED, S.WAITING)


def test_a_list_takes_all_people_or_none(event, event_team):
    delegation = make_delegation(event, by=event_team, places=2)
    people = [someone(number) for number in range(3)]
    with pytest.raises(DelegationFull):
        actions.add_people(delegation=delegation, people=people, by=None, link=1)
    assert not delegation.delegates.exists()


def test_whoever_is_on_the_list_keeps_their_place_when_they_register(event, event_team):
    delegate = make_delegate(event, make_delegation(event, by=event_team, places=1))
    done = actions.complete(delegate=delegate, by=None, link=delegate.link, job_title="Engineer")
    assert done.state == S.CONFIRMED
    assert [step.verb for step in done.steps.all()] == ["add", "register", "confirm"]


def test_swapped_people_hand_their_place_on(event, event_team):
    delegate = make_delegate(event, make_delegation(event, by=event_team, places=1))
    successor = actions.swap(delegate=delegate, person=someone(2), by=None, link=1)
    assert successor.state == S.INVITED
    assert Delegate.objects.get(pk=delegate.pk).state == S.CANCELLED


def test_where_everybody_is_approved_the_team_decides(event_team):
    event = make_event(event_team, places=1, is_open=True, needs_approval=True)
    one, two = register(event, 1), register(event, 2)
    assert states(event) == [S.REGISTERED, S.WAITING]
    actions.reject(delegate=one, by=event_team)
    assert states(event) == [S.REJECTED, S.WAITING]
    actions.offer_places(event=event, by=event_team)
    assert Delegate.objects.get(pk=two.pk).state == S.OFFERED


def test_a_full_session_has_a_waiting_list(small):
    session = make_session(small, places=1)
    one, two = register(small, 1), register(small, 2)
    for delegate in (one, two):
        actions.choose_sessions(delegate=delegate, sessions=[session], by=None, link=delegate.link)
    assert list(session.taken.values_list("state", flat=True)) == [
        PlaceState.CONFIRMED,
        PlaceState.WAITING,
    ]
    actions.cancel(delegate=one, by=None, link=one.link)
    assert session.taken.get().state == PlaceState.CONFIRMED


def test_nobody_is_in_two_sessions_at_a_time(small):
    sessions = [make_session(small, at=10, hours=2), make_session(small, at=11)]
    one = register(small, 1)
    with pytest.raises(SessionsOverlap):
        actions.choose_sessions(delegate=one, sessions=sessions, by=None, link=one.link)


def test_a_copied_event_has_the_sessions_on_its_own_days(small, event_team):
    session = make_session(small)
    later = small.starts_at + timedelta(days=365)
    copy = actions.copy_event(event=small, by=event_team, slug="again", starts_at=later)
    assert copy.sessions.get().starts_at == session.starts_at + timedelta(days=365)
    assert not copy.is_public


def test_a_successor_registers_until_the_last_day_for_swaps(event_team, set_clock):
    event = make_event(event_team, swap_until=date(2024, 8, 21))
    delegate = make_delegate(event, make_delegation(event, by=event_team))
    set_clock(date(2024, 8, 20))
    successor = actions.swap(delegate=delegate, person=someone(2), by=None, link=1)
    assert actions.complete(delegate=successor, by=None, link=successor.link).state == S.CONFIRMED
    set_clock(date(2024, 8, 22))
    with pytest.raises(RegistrationClosed):
        actions.complete(delegate=successor, by=None, link=successor.link)
