"""Sessions that a delegate chooses: full ones, waiting lists, two at the same time."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events import actions
from events.choices import PlaceState
from tests.events.factories import make_event, make_session, register

pytestmark = pytest.mark.django_db


@pytest.fixture
def fest(event_team):
    return make_event(event_team, slug="open", is_open=True)


def address(delegate):
    return reverse("registration_sessions", args=[delegate.token])


def choose(client, delegate, *sessions):
    data = {"sessions": [str(session.pk) for session in sessions]}
    return client.post(address(delegate), data, follow=True).content.decode()


def titles(delegate):
    return sorted(place.session.title_en for place in delegate.session_places.all())


def test_sessions_are_chosen_and_given_back(client, fest):
    one, two, delegate = make_session(fest, at=10), make_session(fest, at=12), register(fest, 1)

    shown = choose(client, delegate, one, two)
    assert "Your sessions are saved." in shown
    assert titles(delegate) == ["Session at 10", "Session at 12"]

    choose(client, delegate, two)
    assert titles(delegate) == ["Session at 12"]
    choose(client, delegate)
    assert titles(delegate) == []


def test_a_full_session_says_so_before_and_after(client, fest):
    session = make_session(fest, places=1)
    choose(client, register(fest, 1), session)
    choose(client, register(fest, 2), session)
    third = register(fest, 3)
    assert "full: waiting list, 1 person before you" in client.get(address(third)).content.decode()

    shown = choose(client, third, session)

    assert "“Session at 10” is full. You are on its waiting list." in shown
    assert "you are number 2 on the waiting list" in shown
    assert third.session_places.get().state == PlaceState.WAITING


def test_places_that_are_left_are_counted(client, fest):
    make_session(fest, places=2)
    make_session(fest, at=14)

    shown = client.get(address(register(fest, 1))).content.decode()

    assert "2 places left" in shown
    assert "no booking needed" in shown


def test_two_at_the_same_time_are_refused_by_name_and_what_was_ticked_stays(client, fest):
    long, short = make_session(fest, hours=3), make_session(fest, at=11)
    delegate = register(fest, 1)

    shown = choose(client, delegate, long, short)

    assert "Two sessions are at the same time: Session at 10, and Session at 11." in shown
    assert shown.count(" checked") == 2
    assert titles(delegate) == []


def test_sessions_of_other_events_and_cancelled_ones_can_t_be_chosen(client, fest, event_team):
    foreign = make_session(make_event(event_team))
    cancelled = make_session(fest)
    actions.cancel_session(session=cancelled, by=event_team)
    delegate = register(fest, 1)

    for session in (foreign, cancelled):
        assert "There is something to correct" in choose(client, delegate, session)
    client.post(address(delegate), {"sessions": ["guessed"]})
    assert titles(delegate) == []


def test_who_has_no_confirmed_place_chooses_none(client, event_team):
    event = make_event(event_team, slug="open", is_open=True, needs_approval=True)
    session, delegate = make_session(event), register(event, 1)

    shown = choose(client, delegate, session)

    assert "not confirmed yet" in shown
    assert titles(delegate) == []


def test_a_cancelled_session_is_said_on_the_own_page(client, fest, event_team):
    session, delegate = make_session(fest), register(fest, 1)
    choose(client, delegate, session)
    actions.cancel_session(session=session, by=event_team)

    shown = client.get(delegate.get_absolute_url()).content.decode()

    assert "Does not take place" in shown


def test_pages_cost_the_same_for_one_and_many(client, fest):
    delegate = register(fest, 1)
    pages = [address(delegate), delegate.get_absolute_url()]
    sessions = [make_session(fest, at=8, places=2)]
    actions.choose_sessions(delegate=delegate, sessions=sessions, by=None, link=delegate.link)
    for_one = [queries_of(client, page) for page in pages]

    sessions += [make_session(fest, at=9 + at, places=2) for at in range(11)]
    actions.choose_sessions(delegate=delegate, sessions=sessions, by=None, link=delegate.link)

    assert [queries_of(client, page) for page in pages] == for_one


def queries_of(client, page):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page).status_code == 200
    return len(captured)


def test_sessions_stand_in_the_order_of_the_day(client, fest):
    for at in (14, 9, 11):
        make_session(fest, at=at)

    shown = client.get(address(register(fest, 1))).content.decode()

    assert [shown.index(f"Session at {at}") for at in (9, 11, 14)] == sorted(
        shown.index(f"Session at {at}") for at in (9, 11, 14)
    )
