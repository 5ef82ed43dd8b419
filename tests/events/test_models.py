from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from events.models import Event
from tests.events.factories import make_event
from tests.people import make_person


def test_visible_to_shows_hidden_events_to_team_and_auditor(event_team, auditor):
    hidden = make_event(event_team, is_public=False)
    others = [
        AnonymousUser(),
        make_person(),
        make_person("e@duesseldorf.example", roles=["editor"]),
    ]

    assert all(hidden in Event.objects.visible_to(person) for person in (event_team, auditor))
    assert not any(hidden in Event.objects.visible_to(person) for person in others)


def test_an_event_is_to_come_until_it_ends(event):
    end = event.ends_at

    assert list(Event.objects.upcoming(end)) == [event]
    assert list(Event.objects.past(end + timedelta(seconds=1))) == [event]


@pytest.mark.parametrize(
    ("day", "window"),
    [
        (date(2024, 7, 14), "ahead"),
        (date(2024, 7, 15), "open"),
        (date(2024, 8, 14), "open"),
        (date(2024, 8, 15), "over"),
    ],
)
def test_registration_window_holds_both_its_days(event, day, window):
    assert event.registration_window(day) == window
