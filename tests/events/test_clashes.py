"""Nobody is in two places unawares: sessions and meetings at one time, and times that the event team changes."""

from datetime import timedelta

import pytest
from django.urls import reverse

from events import actions, exceptions
from events.choices import MeetingState
from events.models import Meeting
from tests.events.factories import (
    FIELDS,
    accept_meeting,
    ask_meeting,
    make_event,
    make_meeting_setup,
    make_session,
    register,
    wish,
)
from tests.events.test_admin import typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(event_team):
    event = make_event(event_team, is_open=True)
    make_meeting_setup(event)
    pair = [register(event, number) for number in (1, 2)]
    for person in pair:
        wish(person)
    return pair


def choose(delegate, *sessions, **arguments):
    said = {"sessions": list(sessions), "by": None, "link": delegate.link}
    return actions.choose_sessions(delegate=delegate, **said, **arguments)


def test_a_session_at_the_time_of_a_meeting_is_chosen_knowingly_and_asked_about_once(pair):
    asks, asked = pair
    accept_meeting(ask_meeting(asks, asked))
    session, later = make_session(asks.event, at=10), make_session(asks.event, at=15)
    for person in pair:
        with pytest.raises(exceptions.MeetingAtThatTime, match="“Session at 10” is at the time"):
            choose(person, session)
    assert len(choose(asked, session, knowingly=True)) == 1
    assert len(choose(asked, session, later)) == 2


def test_whoever_waits_for_an_answer_hears_of_it_and_whoever_has_not_answered_does_not(pair):
    asks, asked = pair
    ask_meeting(asks, asked)
    session = make_session(asks.event, at=10)
    with pytest.raises(exceptions.MeetingAtThatTime, match="you have asked Person 2"):
        choose(asks, session)
    assert len(choose(asked, session)) == 1


def test_page_of_sessions_warns_and_lets_one_go_on(client, pair):
    asks, asked = pair
    accept_meeting(ask_meeting(asks, asked))
    session = make_session(asks.event, at=10)
    address = reverse("registration_sessions", args=[asks.token])
    shown = client.post(address, {"sessions": session.pk}).text
    assert "is at the time of your meeting with Person 2" in shown
    assert 'name="knowingly"' in shown
    assert 'name="knowingly"' not in client.get(address).text
    client.post(address, {"sessions": session.pk, "knowingly": "on"})
    assert asks.session_places.get().session == session


def test_page_of_meetings_warns_of_a_session_and_lets_one_go_on(client, pair):
    asks, asked = pair
    meeting = ask_meeting(asks, asked)
    choose(asked, make_session(asks.event, at=10))
    address = reverse("registration_meeting_accept", args=[asked.token, meeting.pk])
    shown = client.post(address).text
    assert "You have chosen “Session at 10” for this time" in shown
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.ASKED
    client.post(address, {"knowingly": "1"})
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.ACCEPTED


def test_new_times_of_an_event_end_the_meetings_outside_and_tell_both_once(
    as_event_team, pair, queued
):
    asks, asked = pair
    event = asks.event
    meeting = accept_meeting(ask_meeting(asks, asked, 3))
    later = FIELDS["starts_at"] + timedelta(hours=1)
    address = reverse("admin:events_event_change", args=[event.pk])

    def begins_at(moment):
        data = typed(is_open="on", starts_at=moment)
        return as_event_team.post(address, data, follow=True).text

    assert "outside the new times" not in begins_at(later)
    shown = begins_at(later + timedelta(hours=2))
    assert "1 meeting was outside the new times and is cancelled" in shown
    assert f"/admin/events/meeting/?id__in={meeting.pk}" in shown
    assert Meeting.objects.get().state == MeetingState.CANCELLED
    mails = queued("events/mail/meeting_cancelled")
    assert [mail.to[0] for mail in mails] == [asks.email, asked.email]
    assert all("at other times now" in " ".join(mail.message.split()) for mail in mails)


def test_new_times_of_a_session_tell_whoever_has_a_meeting_then(as_event_team, pair, queued):
    asks, asked = pair
    session = make_session(asks.event, at=14)
    choose(asks, session)
    meeting = accept_meeting(ask_meeting(asks, asked))
    words = {"title_de": "Runde", "title_en": "Round"}
    times = {"starts_at_0": "2024-08-28", "starts_at_1": "10:00", "ends_at_0": "2024-08-28"}
    address = reverse("admin:events_session_change", args=[session.pk])
    shown = as_event_team.post(address, words | times | {"ends_at_1": "11:00"}, follow=True).text
    assert "1 person who has chosen the session has a meeting at its new time" in shown
    assert f"/admin/events/meeting/?id__in={meeting.pk}" in shown
    (mail,) = queued("events/mail/session_changed")
    assert "At the same time you have a meeting with Person 2." in " ".join(mail.message.split())
    assert Meeting.objects.get().state == MeetingState.ACCEPTED
