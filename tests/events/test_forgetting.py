"""Six months after an event: whoever took part or led a delegation is forgotten, and the figures stay."""

from datetime import date

import pytest

from events import actions
from events.models import Delegation, Feedback
from tests.events.factories import make_delegation, make_event, register

pytestmark = pytest.mark.django_db
AFTER, LATE = date(2024, 8, 29), date(2025, 3, 1)


@pytest.fixture
def fest(event_team):
    return make_event(event_team, is_open=True)


def test_heads_are_forgotten_with_their_history(fest, set_clock):
    delegation = make_delegation(fest, deputy_name="Ravi", deputy_email="ravi@kdem.example")
    set_clock(LATE)
    actions.erase_delegates(by=None)
    delegation.refresh_from_db()
    assert (delegation.head_name, delegation.heads, delegation.places) == ("–", [], 10)
    assert not Delegation.history.rel.related_model.objects.exists()


def test_what_somebody_said_of_an_event_goes_and_the_points_stay(fest, set_clock):
    guest = register(fest, 1)
    set_clock(AFTER)
    said = {"rating": 4, "worked": "Talks with Asha", "missing": "Time"}
    actions.give_feedback(delegate=guest, by=None, link=guest.link, **said)
    set_clock(LATE)
    actions.erase_delegates(by=None)
    assert Feedback.objects.values_list("rating", "worked", "missing").get() == (4, "", "")


def test_links_of_those_who_are_forgotten_open_nothing(client, fest, set_clock):
    pages = [register(fest, 1).get_absolute_url(), make_delegation(fest).get_absolute_url()]
    set_clock(LATE)
    actions.erase_delegates(by=None)
    assert [client.get(page).status_code for page in pages] == [410, 410]


def test_whoever_typed_a_dash_for_a_name_is_forgotten_too_and_once(fest, set_clock):
    guest = register(fest, 1)
    guest.given_names = "–"
    guest.save()
    set_clock(LATE)
    assert actions.erase_delegates(by=None) == 1
    assert actions.erase_delegates(by=None) == 0
    guest.refresh_from_db()
    assert guest.email == ""
