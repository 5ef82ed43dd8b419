"""The event team's lists of people: of the coming event first, the forgotten ones named as such, who came when."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from corridor import clock
from events import actions
from events.models import Delegation
from tests.events.factories import make_delegation, make_event, register

pytestmark = pytest.mark.django_db
PEOPLE = reverse("admin:events_delegate_changelist")
SCANS = reverse("admin:events_checkin_changelist")


@pytest.fixture
def two_events(event_team):
    """One that comes next and one a year later, with a person each."""
    year = timedelta(days=365)
    first = make_event(event_team, is_open=True)
    later = make_event(event_team, slug="later", is_open=True, title_en="Fest 2025")
    register(first, 1)
    register(later, 2)
    times = {"starts_at": first.starts_at + year, "ends_at": first.ends_at + year}
    actions.change_event(event=later, by=event_team, **times)
    return first, later


def test_list_of_delegates_begins_with_the_coming_event(as_event_team, two_events, set_clock):
    first, later = two_events
    shown = as_event_team.get(PEOPLE).text
    assert "Person 1" in shown
    assert "Person 2" not in shown
    assert "Person 2" in as_event_team.get(f"{PEOPLE}?event__id__exact={later.pk}").text
    for everywhere in ("event__id__exact=all", "q=Person"):
        shown = as_event_team.get(f"{PEOPLE}?{everywhere}").text
        assert "Person 1" in shown
        assert "Person 2" in shown
    set_clock(first.ends_at.date() + timedelta(days=1))
    assert "Person 1" not in as_event_team.get(PEOPLE).text


def test_people_and_heads_that_were_erased_are_called_so(as_event_team, two_events, set_clock):
    make_delegation(two_events[0], organisation="KDEM", accepted=False)
    set_clock(datetime(2025, 3, 15, tzinfo=UTC).date())
    actions.erase_delegates(by=None)
    event = two_events[0].pk
    assert ">erased<" in as_event_team.get(f"{PEOPLE}?event__id__exact={event}").text
    delegations = reverse("admin:events_delegation_changelist")
    assert ">erased<" in as_event_team.get(delegations).text


def test_scans_are_listed_by_event_and_changed_by_nobody(as_event_team, event_team, fair_day):
    person = fair_day.delegates.get(delegation=None)
    at = {"at": clock.now(), "gate": "East", "event": fair_day, "delegate": person}
    scan = actions.check_in(scan=uuid4(), by=event_team, **at)
    actions.undo_check_in(check_in=scan, by=event_team)
    shown = as_event_team.get(SCANS).text
    assert "Person 1" in shown
    assert "East" in shown
    assert "Add check-in" not in shown
    page = as_event_team.get(reverse("admin:events_checkin_change", args=[scan.pk])).text
    assert "Undone by" in page
    other = make_event(event_team, slug="other")
    assert "East" not in as_event_team.get(f"{SCANS}?event__id__exact={other.pk}").text


@pytest.mark.parametrize("number", [1, 30])
def test_list_of_scans_costs_the_same_for_one_and_thirty(
    as_event_team, event_team, number, django_assert_max_num_queries, set_clock
):
    event = make_event(event_team, is_open=True)
    people = [register(event, each) for each in range(number)]
    set_clock(event.starts_at.date())
    for person in people:
        said = {"at": clock.now(), "gate": "East", "event": event, "delegate": person}
        actions.check_in(scan=uuid4(), by=event_team, **said)
    with django_assert_max_num_queries(8):
        assert as_event_team.get(SCANS).text.count("East") == number


def test_an_invitation_says_to_whom_it_goes(as_event_team, event_team):
    event = make_event(event_team)
    words = {"event": event.pk, "organisation": "KDEM", "places": "5", "head_name": "Asha Rao"}
    words |= {"head_email": "asha@kdem.example", "language": "en", "is_listed": "on"}
    address = reverse("admin:events_delegation_add")
    told = "The invitation to Asha Rao (asha@kdem.example) goes out in a moment."
    assert told in as_event_team.post(address, words, follow=True).text
    page = reverse("admin:events_delegation_change", args=[Delegation.objects.get().pk])
    assert "goes out in a moment" not in as_event_team.post(page, words, follow=True).text
    words["deputy_name"], words["deputy_email"] = "Ravi Rao", "ravi@kdem.example"
    assert "Ravi Rao (ravi@kdem.example)" in as_event_team.post(page, words, follow=True).text
