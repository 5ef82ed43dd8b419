"""Two at once, on real connections: nobody and no table has two meetings at the same time."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import combinations
from time import monotonic, sleep

import pytest
from django.db import connection, transaction

from corridor.actions import Conflict
from events import actions
from events.choices import DelegationState
from events.exceptions import NoTableFree
from events.models import Delegate, Meeting
from tests.events.factories import (
    accept_meeting,
    ask_meeting,
    make_delegate,
    make_delegation,
    make_event,
    make_meeting_setup,
    register,
    wish,
)
from tests.threads import PATIENCE, at_once, refusals

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people(event_team):
    event = make_event(event_team, is_open=True)
    make_meeting_setup(event)
    people = [register(event, number) for number in range(6)]
    for person in people:
        wish(person)
    return people


def test_somebody_who_is_asked_and_asks_has_one_meeting_at_a_time(people):
    one, two, three, *_others = people
    meetings = [ask_meeting(one, two), ask_meeting(two, three), ask_meeting(three, one)]
    results = at_once(*(partial(accept_meeting, meeting) for meeting in meetings))
    assert refusals(results) == [Conflict, Conflict]
    assert {result.rule for result in results if isinstance(result, Conflict)} == {
        "meeting_person_taken"
    }
    assert Meeting.objects.arranged().count() == 1


def test_three_meetings_for_two_tables(people):
    pairs = zip(people[::2], people[1::2], strict=True)
    meetings = [ask_meeting(one, two) for one, two in pairs]
    results = at_once(*(partial(accept_meeting, meeting) for meeting in meetings))
    assert refusals(results) == [NoTableFree]
    assert Meeting.objects.arranged().values("table").distinct().count() == 2


def test_two_who_ask_each_other_at_once_make_one_request(people):
    one, two, *_others = people
    results = at_once(partial(ask_meeting, one, two), partial(ask_meeting, two, one))
    assert refusals(results) == [Conflict]


def test_whoever_withdraws_a_delegation_waits_for_its_people_in_the_order_of_ids(event_team):
    delegation = make_delegation(make_event(event_team), places=9)
    people = [make_delegate(delegation.event, delegation) for _number in range(9)]
    # Two whose order of arrival is not that of their ids.
    last, first = next(pair for pair in combinations(people, 2) if pair[0].pk > pair[1].pk)
    with waiting_for(
        first, partial(actions.withdraw_delegation, delegation=delegation, by=event_team)
    ):
        # Whoever accepts a meeting of these two has the first of them and now gets the other one.
        assert Delegate.objects.select_for_update(nowait=True).get(pk=last.pk) == last
    delegation.refresh_from_db()
    assert delegation.state == DelegationState.WITHDRAWN


@contextmanager
def waiting_for(row, call):
    """While this connection has a row, another one makes a call and waits for it; the call ends with the block."""
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            type(row).objects.select_for_update().get(pk=row.pk)
            future = pool.submit(on_connection_of_its_own, call)
            until = monotonic() + PATIENCE
            while not somebody_waits():
                assert monotonic() < until
                sleep(0.01)
            yield
        future.result(timeout=PATIENCE)


def on_connection_of_its_own(call):
    try:
        return call()
    finally:
        connection.close()


def somebody_waits():
    """Whether another connection to this database waits for a lock."""
    waiting = "pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")  # else a transaction sees the first one
        cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {waiting})")
        return cursor.fetchone()[0]
