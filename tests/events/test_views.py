from datetime import date, datetime

import pytest

from corridor import clock
from events import actions, figures
from tests.events.factories import make_delegate, make_delegation, make_event, make_session
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
    assert 'class="button" href="/en/events/future-tech-fest-2024/register/"' not in page


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


def test_programme_is_a_table_by_time_and_track(client, event):
    make_session(event, at=9)
    make_session(event, at=10, title_en="Stage talk", track_en="Stage", track_de="Bühne")
    make_session(event, at=10, title_en="Table talk", track_en="Tables", track_de="Tische")

    page = client.get(PAGE).content.decode()

    assert '<th scope="col">Stage</th><th scope="col">Tables</th>' in page
    assert "10:00</time>" in page
    assert "13:30" in page
    assert page.index("Stage talk") < page.index("Table talk")


def test_programme_abroad_is_in_the_time_of_the_venue(client, event_team):
    make_session(make_event(event_team, zone="Asia/Kolkata"), at=10)

    page = client.get(PAGE).content.decode()

    assert "10:30</time>" in page
    assert "07:00" in page
    assert "Times in Bengaluru" in page


def test_cancelled_session_is_out_of_the_programme(client, event, event_team):
    actions.cancel_session(session=make_session(event, title_en="Gone"), by=event_team)

    assert "Gone" not in client.get(PAGE).content.decode()


def test_delegations_are_named_with_their_size_and_nobody_in_them(client, event, event_team):
    make_delegate(event, make_delegation(event, by=event_team, organisation="KDEM"))
    make_delegation(event, by=event_team, organisation="Quiet", is_listed=False)
    make_delegation(event, by=event_team, organisation="Unsure", accepted=False)

    page = client.get(PAGE).content.decode()

    assert "KDEM, 10 places" in page
    for hidden in ("Quiet", "Unsure", "Person", "Asha"):
        assert hidden not in page


def test_the_page_costs_no_more_with_a_full_programme(client, event, django_assert_max_num_queries):
    for number in range(20):
        make_session(event, at=9 + number % 8, title_en=f"Session {number}")

    with django_assert_max_num_queries(8):
        client.get(PAGE)


def test_numbers_tell_delegations_and_their_people(client, event, event_team):
    for number in range(4):
        delegation = make_delegation(event, by=event_team, organisation=f"O{number}", country="IN")
        delegate = make_delegate(event, delegation)
        actions.complete(delegate=delegate, by=None, link=delegate.link)

    sides = {plot.caption: plot.rows for _heading, plot in figures.plots()}

    assert sides["By event and the home of the organisation"] == [("Future Tech Fest 2024", 4, 0)]
    assert "Delegations" in client.get("/en/numbers/").content.decode()
