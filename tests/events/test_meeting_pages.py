"""The pages of meetings: one's times, the people one can ask, and what became of it."""

from datetime import date

import pytest
from django.urls import reverse
from icalendar import Calendar

from events import actions
from events.choices import MeetingState
from events.models import Meeting, MeetingSetup
from tests.events.factories import (
    accept_meeting,
    ask_meeting,
    make_event,
    make_meeting_setup,
    register,
    slot,
    someone,
    wish,
)
from tests.factories import make_startup, make_user
from tests.people import sign_in

pytestmark = pytest.mark.django_db
AFTER = date(2024, 8, 29)


@pytest.fixture
def fest(event_team):
    event = make_event(event_team, slug="open", is_open=True)
    make_meeting_setup(event)
    return event


@pytest.fixture
def pair(fest):
    one, two = (
        register(fest, 1),
        register(
            fest,
            2,
        ),
    )
    for person in (one, two):
        wish(person, looking_for=f"Looked for by {person.name}")
    return one, two


def address(name, delegate, *more):
    return reverse(f"registration_meeting{name}", args=[delegate.token, *more])


def get(client, name, delegate, *more):
    return client.get(address(name, delegate, *more)).content.decode()


def post(client, name, delegate, *more, **data):
    answer = client.post(address(name, delegate, *more), data, follow=True)
    return answer.content.decode()


def test_the_own_page_names_what_is_agreed_and_what_waits_for_an_answer(client, pair):
    one, two = pair
    meeting = ask_meeting(one, two)
    own = reverse("registration", args=[two.token])
    assert "1 request waits for your answer." in client.get(own).content.decode()
    accept_meeting(meeting)
    words = client.get(own).content.decode()
    assert "5G for small plants" in words
    assert "Table 1" in words


def test_one_says_when_one_is_there_and_what_one_looks_for(client, fest):
    person = register(fest, 1)
    assert "You have not said yet when you are there." in get(client, "s", person)
    shown = get(client, "_times", person)
    assert shown.count("checked") == 4
    assert "10:00–10:30 in Düsseldorf, 13:30–14:00 in Bengaluru" in shown
    day = {"times_2024-08-28": [slot(fest, 0).key, slot(fest, 1).key]}
    shown = post(client, "_times", person, is_open="on", looking_for="", **day)
    assert "Say what you look for, so that others know." in shown
    shown = post(client, "_times", person, is_open="on", looking_for="Labs", **day)
    assert "Your times are saved." in shown
    assert "<q>Labs</q>" in shown
    assert get(client, "_times", person).count("checked") == 3


def test_a_time_that_is_none_is_refused(client, fest):
    person = register(fest, 1)
    shown = post(client, "_times", person, looking_for="", **{"times_2024-08-28": "1"})
    assert 'href="#id_times_2024-08-28_0"' in shown
    assert not person.availabilities.exists()


def test_others_read_name_and_wish_and_no_address(client, pair):
    one, two = pair
    shown = get(client, "s", one)
    assert two.name in shown
    assert f"Looked for by {two.name}" in shown
    assert f"Looked for by {one.name}" not in shown.split("<aside")[0]
    assert two.email not in shown
    assert two.token not in shown


def test_from_the_question_to_both_calendars(client, pair):
    one, two = pair
    shown = get(client, "_ask", one, two.pk)
    assert "10:00–10:30 in Düsseldorf, 13:30–14:00 in Bengaluru" in shown
    said = {"time": slot(one.event, 1).key, "purpose": "Pilot in Neuss"}
    shown = post(client, "_ask", one, two.pk, **said)
    assert "Person 2 gets mail." in shown
    assert "You wait for an answer" in shown
    meeting = Meeting.objects.get()
    shown = get(client, "s", two)
    assert "Your answer, please" in shown
    assert "Wednesday, 28 August 2024, 10:30 in Düsseldorf, 14:00 in Bengaluru" in shown
    shown = post(client, "_accept", two, meeting.pk)
    assert "The meeting is settled." in shown
    for person in pair:
        shown = get(client, "s", person)
        assert "<strong>Table 1</strong>" in shown
        assert "Pilot in Neuss" in shown


def test_times_and_words_that_are_missing_are_said(client, pair):
    one, two = pair
    shown = post(client, "_ask", one, two.pk, time="", purpose="")
    assert "Choose an answer." in shown
    assert "Fill this in." in shown
    wish(two, 3)
    accept_meeting(ask_meeting(two, one, 3))
    actions.cancel_meeting(meeting=Meeting.objects.get(), delegate=one, by=None, link=one.link)
    wish(two, 0)
    wish(one, 1)
    assert "no time in common" in get(client, "_ask", one, two.pk)


def test_who_is_not_to_be_asked_is_not_found(client, pair, event_team):
    one, two = pair
    wish(two, is_open=False)
    assert client.get(address("_ask", one, two.pk)).status_code == 404
    other = make_event(event_team, slug="other", is_open=True)
    make_meeting_setup(other)
    stranger = register(other, 9)
    wish(stranger)
    assert client.get(address("_ask", one, stranger.pk)).status_code == 404


@pytest.mark.parametrize("verb", ["accept", "decline", "withdraw", "cancel", "outcome"])
def test_nobody_steps_into_the_meeting_of_others(client, fest, pair, verb):
    third = register(fest, 3)
    wish(third)
    meeting = ask_meeting(*pair)
    if verb in ("cancel", "outcome"):
        meeting = accept_meeting(meeting)
    answer = client.post(address(f"_{verb}", third, meeting.pk), {"outcome": "deal"})
    assert answer.status_code == 404
    meeting.refresh_from_db()
    assert meeting.state in (MeetingState.ASKED, MeetingState.ACCEPTED)


@pytest.mark.parametrize(("verb", "side"), [("accept", 0), ("decline", 0), ("withdraw", 1)])
def test_each_button_is_for_its_side(client, pair, verb, side):
    meeting = ask_meeting(*pair)
    assert client.post(address(f"_{verb}", pair[side], meeting.pk)).status_code == 404


def test_an_old_link_takes_no_step(client, pair):
    meeting = ask_meeting(*pair)
    old = address("_accept", pair[1], meeting.pk)
    pair[1].link += 1
    pair[1].save(update_fields=["link"])
    assert "does not work any more" in client.post(old).content.decode()
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.ASKED


def test_a_get_changes_nothing(client, pair):
    meeting = ask_meeting(*pair)
    for verb in ("accept", "decline"):
        assert client.get(address(f"_{verb}", pair[1], meeting.pk)).status_code == 405
    accept_meeting(meeting)
    assert "Cancel the meeting" in get(client, "_cancel", pair[0], meeting.pk)
    assert Meeting.objects.arranged().exists()
    assert "The meeting is cancelled." in post(client, "_cancel", pair[0], meeting.pk)
    assert not Meeting.objects.arranged().exists()


def test_each_says_afterwards_what_came_of_it(client, pair, set_clock):
    meeting = accept_meeting(ask_meeting(*pair))
    assert (
        client.post(address("_outcome", pair[0], meeting.pk), {"outcome": "deal"}).status_code
        == 404
    )
    set_clock(AFTER)
    assert "What came of it" in get(client, "s", pair[0])
    assert "People to meet" not in get(client, "s", pair[0])
    assert "Choose an answer." in post(client, "_outcome", pair[0], meeting.pk, outcome="")
    assert "Your answer is saved." in post(client, "_outcome", pair[0], meeting.pk, outcome="deal")
    assert 'value="deal" selected' in get(client, "s", pair[0])
    assert 'value="deal" selected' not in get(client, "s", pair[1])


def test_two_startups_of_the_directory_are_led_to_an_introduction(client, fest):
    published, hidden = make_startup(published=True, name="Rheinfaktur"), make_startup()
    people = [
        actions.register(event=fest, by=None, people=[someone(number, startup=startup)])[0]
        for number, startup in enumerate([published, make_startup(published=True), hidden])
    ]
    for person in people:
        wish(person)
    accept_meeting(ask_meeting(people[1], people[0]))
    accept_meeting(ask_meeting(people[2], people[0], 1))
    link = f"/introductions/new/?startup={published.slug}"
    assert link in get(client, "s", people[1])
    assert "/introductions/new/" not in get(client, "s", people[2])


def test_the_calendar_counts_what_became_of_a_meeting(client, pair):
    one, two = pair
    meeting = ask_meeting(one, two)
    feed = reverse("registration_calendar", args=[two.token])
    single = address("_calendar", two, meeting.pk)

    def entry(at):
        found = Calendar.from_ical(client.get(at).content)
        assert not found.errors
        return next((e for e in found.walk("VEVENT") if str(meeting.pk) in e["uid"]), None)

    assert entry(feed) is None
    assert client.get(single).status_code == 404
    accept_meeting(meeting)
    first = entry(feed)
    assert (first["status"], first["sequence"]) == ("CONFIRMED", 1)
    assert str(first["location"]) == "Table 1, Areal Böhler, Düsseldorf"
    assert str(first["summary"]) == f"Meeting: {one.name}"
    assert first.to_ical() == entry(single).to_ical()
    actions.cancel_meeting(meeting=meeting, delegate=two, by=None, link=two.link)
    last = entry(feed)
    assert (last["uid"], last["status"], last["sequence"]) == (first["uid"], "CANCELLED", 2)


def test_whoever_is_signed_in_is_led_to_their_own_page(client, fest):
    person = make_user()
    said = someone(1, email=person.email, user=person)
    delegate = actions.register(event=fest, by=person, people=[said])[0]
    page = reverse("event_meetings", args=[fest.slug])
    shown = client.get(page).content.decode()
    assert "between 10:00 and 12:00" in shown
    assert delegate.token not in shown
    assert client.get(page).status_code == 200
    sign_in(client, person)
    assert client.get(page)["Location"] == address("s", delegate)


def test_without_a_set_up_there_are_no_meetings(client, event_team):
    event = make_event(event_team, slug="none", is_open=True)
    person = register(event, 1)
    assert client.get(reverse("event_meetings", args=[event.slug])).status_code == 404
    assert client.get(address("s", person))["Location"] == person.get_absolute_url()
    own = client.get(person.get_absolute_url()).content.decode()
    assert "/meetings/" not in own


@pytest.mark.parametrize("number", [2, 12])
def test_the_pages_cost_the_same_for_many(client, fest, number, django_assert_num_queries):
    one, *others = (register(fest, n) for n in range(number + 1))
    for person in (one, *others):
        wish(person)
    for place, other in enumerate(others[:2]):
        accept_meeting(ask_meeting(other, one, place))
    if number > 2:
        for other in others[2:5]:
            ask_meeting(other, one, 2)
    with django_assert_num_queries(6):
        client.get(address("s", one))
    with django_assert_num_queries(8):
        client.get(address("_ask", one, others[1].pk))


def test_the_team_sets_up_arranges_and_cancels(as_event_team, event_team):
    event = make_event(event_team, slug="new", is_open=True)
    one, two = register(event, 1), register(event, 2)
    typed = {"event": event.pk, "begins": "10:00", "ends": "11:00", "minutes": 20}
    as_event_team.post(
        reverse("admin:events_meetingsetup_add"), {**typed, "tables": "Window\n\nDoor \nDoor"}
    )
    setup = MeetingSetup.objects.get()
    assert [table.name for table in event.meeting_tables.all()] == ["Window", "Door"]
    page = reverse("admin:events_meetingsetup_change", args=[setup.pk])
    assert "Arrange a meeting" in as_event_team.get(page).content.decode()
    as_event_team.post(page, {**typed, "minutes": 30, "tables": "Door\nBalcony"})
    assert [table.name for table in event.meeting_tables.all()] == ["Door", "Balcony"]
    arrange = reverse("admin:events_meetingsetup_arrange", args=[setup.pk])
    said = {"one": one.pk, "other": one.pk, "time": slot(event).key, "purpose": "Talk"}
    assert "Choose two different people." in as_event_team.post(arrange, said).content.decode()
    as_event_team.post(arrange, {**said, "other": two.pk})
    meeting = Meeting.objects.get()
    assert meeting.arranged_by == event_team
    said["other"] = two.pk
    assert "not free at this time" in as_event_team.post(arrange, said).content.decode()
    export = as_event_team.get(reverse("admin:events_meeting_export", args=["csv"]))
    assert "Door" in b"".join(export.streaming_content).decode()
    as_event_team.post(reverse("admin:events_meeting_cancel", args=[meeting.pk]))
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.CANCELLED


@pytest.mark.parametrize("number", [1, 6])
def test_the_list_of_meetings_costs_the_same_for_many(
    as_event_team, fest, number, django_assert_max_num_queries
):
    people = [register(fest, n) for n in range(number + 1)]
    for person in people:
        wish(person)
    for other in people[1:]:
        ask_meeting(other, people[0])
    with django_assert_max_num_queries(14):
        page = as_event_team.get(reverse("admin:events_meeting_changelist")).content.decode()
    assert page.count("Asked for") >= number
