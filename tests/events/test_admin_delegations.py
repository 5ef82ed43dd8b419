"""The event team's desk: delegations, delegates, sessions."""

import pytest
from django.urls import reverse

from events import actions
from events.choices import DelegateState, DelegationState
from events.models import Delegation, Event, Session
from tests.events.factories import (
    make_delegate,
    make_delegation,
    make_event,
    make_session,
    register,
    someone,
)
from tests.people import sign_in

S = DelegateState
LIST = "/admin/events/delegation/"
TYPED = {
    "organisation": "KDEM",
    "country": "IN",
    "places": "5",
    "is_listed": "on",
    "head_name": "Asha Rao",
    "head_email": "Head@KDEM.example",
    "language": "en",
    "deputy_name": "",
    "deputy_email": "",
    "arrives_on": "",
    "departs_on": "",
}


def step(thing, name):
    label = f"{thing._meta.app_label}_{thing._meta.model_name}"
    return reverse(f"admin:{label}_{name}", args=[thing.pk])


def test_a_delegation_is_invited_with_a_mail_to_its_head(as_event_team, event, queued):
    as_event_team.post(f"{LIST}add/", {**TYPED, "event": event.pk})
    delegation = Delegation.objects.get()
    assert delegation.head_email == "head@kdem.example"
    [mail] = queued("events/mail/delegation_invited")
    assert mail.to == ["head@kdem.example"]


def test_too_many_places_are_refused_with_a_word(as_event_team, event):
    page = as_event_team.post(
        f"{LIST}add/", {**TYPED, "event": event.pk, "places": "41"}, follow=True
    )
    assert "not so many places left" in page.content.decode()
    assert not Delegation.objects.exists()


def test_a_new_head_gets_a_new_link(as_event_team, event, event_team, queued):
    delegation = make_delegation(event, by=event_team)
    as_event_team.post(step(delegation, "change"), {**TYPED, "head_email": "new@kdem.example"})
    delegation.refresh_from_db()
    assert delegation.head_link == 2
    assert queued("events/mail/delegation_invited")[-1].to == ["new@kdem.example"]


def test_a_wish_for_places_is_on_the_desk_and_is_granted(as_event_team, event, event_team, queued):
    delegation = make_delegation(event, by=event_team)
    actions.ask_for_places(delegation=delegation, places=12, because="More", by=None, link=1)
    assert "1 delegation asks for more places" in as_event_team.get("/admin/").content.decode()
    assert "12: More" in as_event_team.get(step(delegation, "change")).content.decode()
    asked = as_event_team.get(step(delegation, "grant")).content.decode()
    assert f"12 places in place of {delegation.places}. More" in asked
    as_event_team.post(step(delegation, "grant"))
    delegation.refresh_from_db()
    assert (delegation.places, delegation.places_wanted) == (12, None)
    [mail] = queued("events/mail/wish_answered")
    assert "12 places are left. Enter further people here:" in " ".join(mail.message.split())


def test_the_answer_says_who_of_the_waiting_got_the_places(event, event_team, queued):
    event.is_open = True
    delegation = make_delegation(event, by=event_team, places=1)
    delegation = actions.open_join_link(delegation=delegation, by=None, link=delegation.head_link)
    for number in (1, 2):
        register(event, number, delegation=delegation, link=delegation.open_link)
    asked = {"delegation": delegation, "by": None, "link": delegation.head_link}
    actions.ask_for_places(places=2, because="", **asked)
    actions.answer_wish(delegation=delegation, granted=True, by=event_team)
    text = " ".join(queued("events/mail/wish_answered")[0].message.split())
    assert "One person on the waiting list has been offered a place." in text
    assert "All places are taken by now." in text


def test_the_list_of_wishes_says_how_many_places(as_event_team, event, event_team):
    delegation = make_delegation(event, by=event_team)
    actions.ask_for_places(delegation=delegation, places=37, because="", by=None, link=1)
    assert ">37<" in as_event_team.get(f"{LIST}?places_wanted__isempty=0").text


def test_before_saving_it_says_that_a_mail_goes_out(as_event_team):
    assert "gets mail with the link" in as_event_team.get(f"{LIST}add/").text


def test_events_say_in_which_time_they_begin(as_event_team, event):
    assert (
        "09:00 in Düsseldorf, 12:30 in Bengaluru" in as_event_team.get("/admin/events/event/").text
    )


def test_a_refusal_stands_above_the_button(as_event_team, event, event_team):
    delegation = make_delegation(event, by=event_team)
    actions.ask_for_places(delegation=delegation, places=41, because="More", by=None, link=1)
    page = as_event_team.post(step(delegation, "grant")).content.decode()
    assert "The event has not so many places left." in page
    assert "<h1>Give the places asked for</h1>" in page


def test_a_step_that_does_not_fit_any_more_is_refused_on_the_page_of_the_object(
    as_event_team, event, event_team
):
    delegation = make_delegation(event, by=event_team)
    response = as_event_team.post(step(delegation, "grant"), follow=True)
    assert "No further places are asked for" in response.content.decode()
    assert response.redirect_chain == [(step(delegation, "change"), 302)]


def test_a_withdrawn_delegation_cancels_its_people(as_event_team, event, event_team, queued):
    delegation = make_delegation(event, by=event_team)
    delegate = make_delegate(event, delegation)
    link = {"delegation": delegation, "link": delegation.head_link}
    actions.mail_links(**link, delegates=[delegate], by=None)
    as_event_team.post(step(delegation, "withdraw"))
    delegate.refresh_from_db()
    delegation.refresh_from_db()
    assert (delegate.state, delegation.state) == (S.CANCELLED, DelegationState.WITHDRAWN)
    assert len(queued("events/mail/taken_off")) == 1


@pytest.fixture
def waiting_room(event_team):
    """An event where the team admits everybody, and three people who registered."""
    event = make_event(event_team, is_open=True, needs_approval=True)
    for number in range(3):
        register(event, number)
    return event


def test_registrations_are_admitted_together(as_event_team, waiting_room):
    people = list(waiting_room.delegates.all())
    assert "3 registrations to approve" in as_event_team.get("/admin/").content.decode()
    ticked = {"action": "approve_several", "_selected_action": [d.pk for d in people[:2]]}
    page = as_event_team.post("/admin/events/delegate/", ticked, follow=True).content.decode()
    assert "2 people have got mail." in page
    assert list(waiting_room.delegates.values_list("state", flat=True)) == [
        S.CONFIRMED,
        S.CONFIRMED,
        S.REGISTERED,
    ]


def test_whom_a_step_does_not_fit_is_named_with_the_state(as_event_team, waiting_room, event_team):
    listed = make_delegate(waiting_room, make_delegation(waiting_room, by=event_team))
    ticked = {"action": "approve_several", "_selected_action": [listed.pk]}
    page = as_event_team.post("/admin/events/delegate/", ticked, follow=True).text
    assert f"{listed}: stays as it is, because of the state “On the list”." in page
    assert "got mail" not in page


def test_nothing_ticked_is_said_in_our_words(as_event_team, waiting_room):
    posted = {"action": "approve_several", "index": "0"}
    page = as_event_team.post("/admin/events/delegate/", posted, follow=True).text
    assert "Tick the people first." in page


def test_nobody_is_admitted_where_nobody_approves(as_event_team, event):
    make_delegate(event, make_delegation(event))
    page = as_event_team.get("/admin/events/delegate/").text
    assert 'value="reject_several"' in page
    assert 'value="approve_several"' not in page


def test_the_record_is_in_words(as_event_team, event):
    delegate = make_delegate(event, make_delegation(event))
    page = as_event_team.get(step(delegate, "change")).text
    assert "put on the list" in page
    assert "As in the passport" not in page


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("approve", S.CONFIRMED),
        ("wait", S.WAITING),
        ("reject", S.REJECTED),
        ("cancel", S.CANCELLED),
    ],
)
def test_one_registration_is_answered(as_event_team, waiting_room, name, state):
    delegate = waiting_room.delegates.first()
    as_event_team.post(step(delegate, name))
    delegate.refresh_from_db()
    assert delegate.state == state


def test_the_auditor_reads_and_takes_no_step(client, waiting_room, auditor):
    client, delegate = sign_in(client, auditor), waiting_room.delegates.first()
    page = client.get(step(delegate, "change")).content.decode()
    assert "Person 0" in page
    assert "approve/" not in page
    assert client.post(step(delegate, "approve")).status_code == 404


def test_a_session_is_added_changed_and_cancelled(as_event_team, event, event_team, queued):
    typed = {
        "event": event.pk,
        "title_de": "Runde",
        "title_en": "Round table",
        "track_de": "",
        "track_en": "",
        "summary_de": "",
        "summary_en": "",
        "room": "2",
        "places": "16",
        "starts_at_0": "2024-08-28",
        "starts_at_1": "10:00",
        "ends_at_0": "2024-08-28",
        "ends_at_1": "11:00",
    }
    as_event_team.post("/admin/events/session/add/", typed)
    session = Session.objects.get()
    as_event_team.post(step(session, "change"), {**typed, "room": "3"})
    session.refresh_from_db()
    assert (session.room, session.sequence) == ("3", 1)
    as_event_team.post(step(session, "cancel"))
    session.refresh_from_db()
    assert session.cancelled_at


def test_an_event_is_copied_with_its_sessions(as_event_team, event):
    make_session(event, at=10)
    typed = {
        "title_de": "Fest 2025",
        "title_en": "Fest 2025",
        "slug": "fest-2025",
        "starts_at_0": "2025-08-27",
        "starts_at_1": "09:00",
    }
    as_event_team.post(step(event, "copy"), typed)
    copy = Event.objects.get(slug="fest-2025")
    assert (
        copy.sessions.get().starts_at - event.sessions.get().starts_at
        == copy.starts_at - event.starts_at
    )
    assert copy.ends_at - copy.starts_at == event.ends_at - event.starts_at
    assert copy.registration_closes_on.year == 2025


@pytest.mark.parametrize("number", [1, 30])
def test_lists_cost_the_same_for_one_and_thirty(
    as_event_team, event, event_team, number, django_assert_max_num_queries
):
    delegation = make_delegation(event, by=event_team, places=30)
    people = [someone(index) for index in range(number)]
    actions.add_people(delegation=delegation, people=people, by=None, link=1)
    for address, queries in (("/admin/events/delegate/", 12), (LIST, 8)):
        with django_assert_max_num_queries(queries):
            assert as_event_team.get(address).status_code == 200


def test_the_export_of_delegates_holds_what_lists_show(as_event_team, event, event_team):
    make_delegate(event, make_delegation(event, by=event_team), surname="=cmd()")
    rows = b"".join(
        as_event_team.get("/admin/events/delegate/export/csv/").streaming_content
    ).decode()
    assert "Person 1" in rows
    assert ",=cmd()" not in rows
