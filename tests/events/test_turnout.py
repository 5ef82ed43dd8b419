"""The figures of one event: everybody once in each table, and what came of its meetings."""

from datetime import date, datetime
from uuid import uuid4

import pytest
from django.urls import reverse

from corridor import clock
from events import actions
from events.choices import MeetingOutcome
from events.turnout import Turnout, of_meetings
from startups.choices import Sector
from tests.events.factories import (
    accept_meeting,
    ask_meeting,
    make_delegate,
    make_delegation,
    make_event,
    make_meeting_setup,
    register,
    team_of,
    wish,
)
from tests.factories import make_startup

pytestmark = pytest.mark.django_db


@pytest.fixture
def fest(event_team):
    return make_event(event_team, is_open=True, places=14)


def numbers(plot):
    """The rows of a table with what they count, without what is nought."""
    return {
        label: {name: number for name, number in named if number}
        for label, named in plot.named_rows
    }


def scan(event, delegate):
    return actions.check_in(
        event=event,
        delegate=delegate,
        at=datetime(2024, 8, 28, 9, tzinfo=clock.BERLIN),
        scan=uuid4(),
        gate="",
        by=team_of(),
    )


def test_everybody_is_counted_by_delegation_sector_and_nationality(fest, set_clock):
    delegation = make_delegation(fest, organisation="KDEM", places=12)
    make_delegate(fest, delegation)
    startup = make_startup(sector=Sector.MEDTECH)
    person = make_delegate(fest, nationality="IN", startup=startup)
    register(fest, 7)
    register(fest, 8)  # all places are taken by then
    set_clock(date(2024, 8, 28))
    scan(fest, person)
    by_delegation, by_sector, by_country = Turnout(fest).plots()
    assert numbers(by_delegation) == {
        "KDEM": {"On the list, not registered": 1},
        "Without a delegation": {
            "Place confirmed": 2,
            "Waiting or offered a place": 1,
            "Checked in": 1,
        },
    }
    assert numbers(by_sector)["MedTech"] == {"Place confirmed": 1, "Checked in": 1}
    assert [label for label, _numbers in by_country.rows] == ["India", "Not stated"]


def test_a_check_in_that_was_undone_and_whoever_cancelled_do_not_count_as_here(fest, set_clock):
    stays, goes = register(fest, 1), register(fest, 2)
    actions.cancel(delegate=goes, by=None, link=goes.link)
    set_clock(date(2024, 8, 28))
    actions.undo_check_in(check_in=scan(fest, stays), by=team_of())
    (plot, *_others) = Turnout(fest).plots()
    assert numbers(plot) == {
        "Without a delegation": {"Place confirmed": 1, "Cancelled or not admitted": 1}
    }


def test_what_came_of_meetings_is_counted_by_side_once_they_are_over(fest, set_clock):
    make_meeting_setup(fest)
    asks, asked = register(fest, 1), register(fest, 2)
    for person in (asks, asked):
        wish(person)
    meeting = accept_meeting(ask_meeting(asks, asked))
    assert of_meetings(fest) is None
    set_clock(date(2024, 8, 29))
    said = {"delegate": asks, "outcome": MeetingOutcome.CONTACT, "by": None, "link": asks.link}
    actions.note_meeting_outcome(meeting=meeting, **said)
    rows = {label: pair for label, *pair in of_meetings(fest).rows}
    assert rows[MeetingOutcome.CONTACT.label] == [1, 0]
    assert rows["No answer yet"] == [0, 1]


@pytest.mark.parametrize("number", [1, 30])
def test_page_costs_the_same_for_one_and_thirty(
    as_event_team, event_team, number, django_assert_max_num_queries
):
    event = make_event(event_team, slug="fair", places=60)
    for index in range(number):
        make_delegate(event, make_delegation(event, organisation=f"House {index}", places=1))
    with django_assert_max_num_queries(7):
        text = as_event_team.get(reverse("admin:events_event_figures", args=[event.pk])).text
    assert text.count('">House ') == number
