"""What somebody has agreed to is taken back at any time, also after the event."""

from datetime import date

import pytest

from corridor import clock
from events import actions
from events.models import Needs
from tests.events.factories import make_event, register

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(event_team, set_clock):
    """The page of somebody who agreed to both, on the day after the event."""
    guest = register(make_event(event_team, is_open=True), 1)
    held = {"delegate": guest, "by": None, "link": guest.link}
    actions.change_delegate(**held, photo_consent_at=clock.now())
    actions.save_needs(**held, diet="Vegan", access="", consent=True)
    set_clock(date(2024, 8, 29))
    return f"/en/registrations/{guest.token}/"


@pytest.mark.parametrize("part", ["photographs/", "needs/delete/"])
def test_consents_are_taken_back_when_the_event_is_over(client, page, part):
    assert page + part in client.get(page).content.decode()
    assert "Keep it" in client.get(page + part).content.decode()
    client.post(page + part)
    assert page + part not in client.get(page).content.decode()
    assert client.get(page + part).status_code == 302


def test_a_look_at_the_pages_takes_nothing_back(client, page):
    for part in ("photographs/", "needs/delete/"):
        client.get(page + part)
    assert Needs.objects.get().delegate.photo_consent_at
