from datetime import date, datetime

import pytest

from corridor import clock
from tests.events.factories import make_event
from tests.people import make_person, sign_in

LIST = "/en/events/"
PAGE = "/en/events/future-tech-fest-2024/"


def test_event_says_when_in_both_cities(client, event):
    page = client.get(PAGE).content.decode()

    assert "Wednesday, 28 August 2024, 09:00 in Düsseldorf, 12:30 in Bengaluru" in page
    assert "Areal Böhler" in page
    assert (
        '<a href="https://www.future-tech-fest.example/" rel="noopener">future-tech-fest.example</a>'
        in page
    )


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 7, 1), "Registration opens on"),
        (date(2024, 7, 22), "Registration runs from"),
        (date(2024, 8, 20), "Registration closed at the end of"),
    ],
)
def test_event_says_in_words_when_to_register(client, event, set_clock, day, words):
    set_clock(day)

    page = client.get(PAGE).content.decode()

    assert words in page
    assert "/register/" not in page


@pytest.mark.parametrize(
    ("language", "html"),
    [
        ("de", "<h2>Worum es geht</h2>\n<p>Drei <strong>Bühnen</strong>.</p>"),
        ("en", "<h2>What it is</h2>"),
    ],
)
def test_event_shows_its_text_as_html(client, event, language, html):
    assert html in client.get(f"/{language}/events/{event.slug}/").content.decode()


def test_event_not_public_is_there_for_the_team_alone(client, event_team):
    make_event(event_team, is_public=False)

    assert client.get(PAGE).status_code == 404
    assert sign_in(client, make_person()).get(PAGE).status_code == 404
    assert "Only the event team" in sign_in(client, event_team).get(PAGE).content.decode()


def test_dead_link_is_404(client, db):
    assert client.get("/en/events/none/").status_code == 404


@pytest.mark.parametrize("number", [1, 30])
def test_list_costs_the_same_for_one_and_thirty(
    client, event_team, number, django_assert_num_queries
):
    for index in range(number):
        make_event(event_team, slug=f"fair-{index}")
        make_event(event_team, slug=f"past-{index}", **in_2023())

    with django_assert_num_queries(2):
        client.get(LIST)


def in_2023():
    times = {"starts_at": 9, "ends_at": 20}
    return {name: datetime(2023, 11, 29, hour, tzinfo=clock.BERLIN) for name, hour in times.items()}


def test_list_parts_past_from_to_come(client, event_team):
    make_event(event_team)
    make_event(event_team, slug="past", title_en="Bengaluru Tech Summit", **in_2023())

    coming, past = client.get(LIST).content.decode().split("Past events")

    assert "Future Tech Fest 2024" in coming
    assert "Bengaluru Tech Summit" in past


def test_list_without_events_says_so(client, db):
    assert "No event is announced at present." in client.get(LIST).content.decode()
