"""Two at once, on real connections: nobody and no table has two meetings at the same time."""

from functools import partial

import pytest

from corridor.actions import Conflict
from events.exceptions import NoTableFree
from events.models import Meeting
from tests.events.factories import (
    accept_meeting,
    ask_meeting,
    make_event,
    make_meeting_setup,
    register,
    wish,
)
from tests.threads import at_once, refusals

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
