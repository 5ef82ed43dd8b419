"""What the event team is told when it changes the programme: fewer places than people, two sessions in one room."""

import pytest
from django.urls import reverse

from events import actions
from events.models import Session
from tests.events.factories import make_event, make_session, register

pytestmark = pytest.mark.django_db


@pytest.fixture
def fest(event_team):
    return make_event(event_team, is_open=True)


def save(client, session, **fields):
    """Post the session's form, as it is but for these fields."""
    page = reverse("admin:events_session_change", args=[session.pk])
    form = client.get(page).context["adminform"].form
    words = {bound.html_name: bound.value() for bound in form if bound.value() is not None}
    for name in ("starts_at", "ends_at"):
        local = words.pop(name).astimezone(session.event.timezone)
        words |= {f"{name}_0": f"{local:%Y-%m-%d}", f"{name}_1": f"{local:%H:%M}"}
    return client.post(page, words | fields, follow=True).text


def test_fewer_places_than_people_are_said(as_event_team, fest):
    session = make_session(fest, places=3)
    for number in (1, 2):
        guest = register(fest, number)
        actions.choose_sessions(delegate=guest, sessions=[session], by=None, link=guest.link)
    assert "More people have a place (2) than there are places now (1)." in save(
        as_event_team, session, places="1"
    )
    assert "More people" not in save(as_event_team, session, places="2")
    assert session.taken.count() == 2


@pytest.mark.parametrize(("room", "is_said"), [("Stage", True), ("Box", False), ("", False)])
def test_two_sessions_in_one_room_are_said(as_event_team, fest, room, is_said):
    make_session(fest, at=10, room="Stage")
    moved = make_session(fest, at=14, room=room)
    text = save(as_event_team, moved, starts_at_1="10:30", ends_at_1="11:30")
    assert ("something else in Stage, too: Session at 10." in text) is is_said
    assert Session.objects.get(pk=moved.pk).starts_at != moved.starts_at
