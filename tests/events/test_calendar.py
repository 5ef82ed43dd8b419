"""Calendars by the rules of RFC 5545, and read again with the icalendar parser."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar

from corridor import clock
from events import actions
from tests.events.factories import make_event, make_session, register, team_of

pytestmark = pytest.mark.django_db
LONG = "Ein sehr langes Thema: „Wärme, Kälte; Strom“ – ಕರ್ನಾಟಕ \\ Düsseldorf, " * 2


@pytest.fixture
def fest(event_team):
    return make_event(event_team, slug="open", is_open=True)


def raw(client, event, language="en"):
    response = client.get(f"/{language}/events/{event.slug}/calendar.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return response.content


def entries(content):
    calendar = Calendar.from_ical(content)
    assert not calendar.errors
    return {str(entry["uid"]): entry for entry in calendar.walk("VEVENT")}


def own(client, delegate):
    return entries(client.get(reverse("registration_calendar", args=[delegate.token])).content)


def entry_of(found, thing):
    return found[f"{thing.pk}@localhost"]


def test_event_and_sessions_are_entries_in_utc(client, fest):
    session = make_session(fest, room="Halle, links")

    found = entries(raw(client, fest))

    entry = entry_of(found, session)
    assert entry["dtstart"].dt == datetime(2024, 8, 28, 8, tzinfo=UTC)
    assert entry["dtend"].dt == datetime(2024, 8, 28, 9, tzinfo=UTC)
    assert str(entry["location"]) == "Halle, links, Areal Böhler, Düsseldorf"
    assert entry["status"] == "CONFIRMED"
    assert str(entry_of(found, fest)["summary"]) == "Future Tech Fest 2024"
    assert len(found) == 2


def test_lines_are_folded_ended_and_escaped_as_the_rfc_says(client, fest):
    make_session(fest, title_de=LONG[:120], summary_de=f"{LONG}\nZweite Zeile", track_de="A, B")

    content = raw(client, fest, "de")

    lines = content.split(b"\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()  # no sign is cut in two
    unfolded = content.replace(b"\r\n ", b"").decode()
    assert "Wärme\\, Kälte\\; Strom“" in unfolded
    assert "\\nZweite Zeile" in unfolded
    assert "CATEGORIES:A\\, B" in unfolded


def test_a_calendar_has_what_the_rfc_asks_for(client, fest):
    make_session(fest)
    calendar = Calendar.from_ical(raw(client, fest))

    assert calendar["version"] == "2.0"
    assert calendar["prodid"].startswith("-//localhost//")
    assert calendar["refresh-interval"].dt == timedelta(hours=1)
    assert b"X-PUBLISHED-TTL:PT1H" in calendar.to_ical()
    for entry in calendar.walk("VEVENT"):
        for name in ("uid", "dtstamp", "dtstart", "dtend", "sequence", "last-modified", "summary"):
            assert name in entry
        assert entry.to_ical().count(b"Z\r\n") == 4  # every time of an entry is in UTC


def test_both_languages_have_the_same_entries(client, fest):
    session = make_session(fest)

    german, english = entries(raw(client, fest, "de")), entries(raw(client, fest))

    assert german.keys() == english.keys()
    assert entry_of(german, session)["summary"] == "Runde um 10"
    assert entry_of(english, session)["summary"] == "Session at 10"


def test_a_missing_language_is_filled_from_the_other(client, fest):
    session = make_session(fest, summary_de="Worum es geht", track_de="Bühne")

    entry = entry_of(entries(raw(client, fest)), session)

    assert entry["description"] == "Worum es geht"


def test_a_changed_session_is_a_newer_version_of_the_same_entry(
    client, fest, event_team, set_clock
):
    session = make_session(fest)
    before = entry_of(entries(raw(client, fest)), session)
    set_clock(date(2024, 7, 24))

    actions.change_session(
        session=session, by=event_team, starts_at=session.starts_at + timedelta(minutes=30)
    )

    after = entry_of(entries(raw(client, fest)), session)
    assert after["uid"] == before["uid"]
    assert after["sequence"] == before["sequence"] + 1
    assert after["dtstamp"].dt > before["dtstamp"].dt
    assert after["last-modified"].dt > before["last-modified"].dt
    assert after["dtstart"].dt - before["dtstart"].dt == timedelta(minutes=30)


def test_a_cancelled_session_stays_in_as_cancelled(client, fest, event_team):
    session = make_session(fest)
    actions.cancel_session(session=session, by=event_team)

    entry = entry_of(entries(raw(client, fest)), session)

    assert (entry["status"], entry["sequence"]) == ("CANCELLED", 1)


def test_a_moved_event_is_a_newer_version_and_more_places_are_none(client, fest, event_team):
    actions.change_event(event=fest, by=event_team, venue="Messe")
    actions.change_event(event=fest, by=event_team, places=60)

    entry = entry_of(entries(raw(client, fest)), fest)

    assert entry["sequence"] == 1
    assert str(entry["location"]).startswith("Messe")


def test_the_same_state_is_the_same_file(client, fest):
    make_session(fest)

    first = client.get(f"/en/events/{fest.slug}/calendar.ics")
    again = client.get(
        f"/en/events/{fest.slug}/calendar.ics", headers={"if-none-match": first["ETag"]}
    )

    assert again.status_code == 304


def test_a_delegate_s_own_has_what_they_chose(client, fest):
    mine, other = make_session(fest), make_session(fest, at=12)
    delegate = register(fest, 1)
    actions.choose_sessions(delegate=delegate, sessions=[mine], by=None, link=delegate.link)

    found = own(client, delegate)

    assert entry_of(found, mine)["status"] == "CONFIRMED"
    assert entry_of(found, delegate)["status"] == "CONFIRMED"
    assert f"{other.pk}@localhost" not in found


def test_the_waiting_list_is_tentative(client, fest):
    session = make_session(fest, places=1)
    people = [register(fest, number) for number in (1, 2)]
    for delegate in people:
        actions.choose_sessions(delegate=delegate, sessions=[session], by=None, link=1)

    assert entry_of(own(client, people[1]), session)["status"] == "TENTATIVE"


def test_the_feed_hears_of_changes_and_of_the_end(client, fest, event_team):
    session, delegate = make_session(fest), register(fest, 1)
    actions.choose_sessions(delegate=delegate, sessions=[session], by=None, link=1)
    before = entry_of(own(client, delegate), delegate)

    actions.cancel_session(session=session, by=event_team)
    assert entry_of(own(client, delegate), session)["status"] == "CANCELLED"
    actions.cancel(delegate=delegate, by=None, link=1)

    after = entry_of(own(client, delegate), delegate)
    assert after["status"] == "CANCELLED"
    assert after["sequence"] > before["sequence"]
    assert after["uid"] == before["uid"]


def test_the_own_page_names_the_address_of_the_feed(client, fest):
    delegate = register(fest, 1)

    shown = client.get(delegate.get_absolute_url()).content.decode()

    path = reverse("registration_calendar", args=[delegate.token])
    assert f'href="webcal://localhost:8000{path}"' in shown


def test_a_hidden_event_has_no_calendar(client, event_team):
    event = make_event(event_team, is_public=False)

    assert client.get(f"/en/events/{event.slug}/calendar.ics").status_code == 404


def test_calendars_cost_the_same_for_one_and_thirty(client, fest):
    delegate = register(fest, 1)
    own_address = reverse("registration_calendar", args=[delegate.token])
    pages = [f"/en/events/{fest.slug}/calendar.ics", own_address]
    fill(fest, delegate, 1)
    for_one = [queries_of(client, page) for page in pages]

    fill(fest, delegate, 29)

    assert [queries_of(client, page) for page in pages] == for_one
    assert max(for_one) <= 8


def fill(event, delegate, number):
    """So many sessions more, one after the other, all of them chosen."""
    begin = event.starts_at + timedelta(hours=event.sessions.count())
    for place in range(number):
        starts = begin + timedelta(hours=place)
        times = {"starts_at": starts, "ends_at": starts + timedelta(hours=1)}
        words = {"title_de": "Runde", "title_en": "Round"}
        actions.create_session(event=event, by=team_of(), **words, **times)
    sessions = list(event.sessions.all())
    actions.choose_sessions(delegate=delegate, sessions=sessions, by=None, link=1)


def queries_of(client, page):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page).status_code == 200
    return len(captured)


def test_times_follow_the_clock_of_the_venue(client, event_team):
    event = make_event(
        event_team,
        slug="bengaluru",
        zone="Asia/Kolkata",
        starts_at=datetime(2024, 11, 19, 9, tzinfo=clock.KOLKATA),
        ends_at=datetime(2024, 11, 19, 18, tzinfo=clock.KOLKATA),
        registration_closes_on=date(2024, 11, 1),
    )
    session = make_session(event, at=10)

    entry = entry_of(entries(raw(client, event)), session)

    assert entry["dtstart"].dt == datetime(2024, 11, 19, 4, 30, tzinfo=UTC)
