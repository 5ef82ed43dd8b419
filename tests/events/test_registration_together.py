"""A delegation's open link: people register by themselves, alone or several together."""

from datetime import date

import pytest
from django.urls import reverse

from corridor.actions import Conflict
from events import actions
from events.choices import DelegateState
from events.exceptions import DelegationEnded
from tests.events.factories import make_delegation, make_event
from tests.factories import make_user
from tests.people import sign_in

S = DelegateState
pytestmark = pytest.mark.django_db


@pytest.fixture
def delegation(event):
    return open_to_all(make_delegation(event, places=3))


def open_to_all(delegation):
    return actions.open_join_link(delegation=delegation, by=None, link=delegation.head_link)


def typed(*names, **more):
    rows = {"person-TOTAL_FORMS": len(names), "person-INITIAL_FORMS": 0, **more}
    for place, name in enumerate(names):
        rows |= {
            f"person-{place}-given_names": name,
            f"person-{place}-surname": "",
            f"person-{place}-organisation": "KDEM",
            f"person-{place}-job_title": "",
            f"person-{place}-email": f"{name.lower()}@kdem.example",
            f"person-{place}-language": "en",
        }
    return rows


def send(client, delegation, *names, **more):
    address = reverse("join", args=[delegation.open_token])
    return client.post(address, typed(*names, **more), follow=True).content.decode()


def test_one_person_registers_and_gets_a_mail_with_a_link(client, delegation, queued):
    shown = send(client, delegation, "Asha")

    delegate = delegation.delegates.get()
    assert "Your registration has arrived" in shown
    assert "Confirmed" in shown
    assert delegate.get_absolute_url() in queued("events/mail/confirmed")[0].message
    assert delegate.token not in shown


def test_people_are_added_and_taken_out_without_a_script(client, delegation):
    two = send(client, delegation, "Asha", add="1")
    assert 'name="person-1-given_names"' in two
    assert 'value="Asha"' in two
    assert "There is something to correct" not in two

    one = send(client, delegation, "Asha", "Ravi", remove="0")
    assert 'name="person-1-given_names"' not in one
    assert 'value="Ravi"' in one
    assert not delegation.delegates.exists()


def test_no_more_than_five_come_together(client, delegation):
    names = ["One", "Two", "Three", "Four", "Five"]

    assert "Add a person" not in send(client, delegation, *names[:4], add="1")
    send(client, delegation, *names, "Six")
    assert delegation.delegates.count() <= 5
    assert not delegation.delegates.filter(given_names="Six").exists()


def test_several_get_places_together_or_wait_together(client, delegation):
    send(client, delegation, "Asha", "Ravi")
    assert "1 place is left. You come together or not at all" in send(
        client, delegation, "Gowri", add="1"
    )

    shown = send(client, delegation, "Gowri", "Isha")

    states = list(delegation.delegates.values_list("state", flat=True))
    assert states == [S.CONFIRMED] * 2 + [S.WAITING] * 2
    assert "at number 2" in shown


def test_a_full_delegation_says_so_before(client, delegation):
    send(client, delegation, "Asha", "Ravi", "Gowri")

    shown = client.get(reverse("join", args=[delegation.open_token])).content.decode()

    assert "All places of this delegation are taken" in shown
    assert "Join the waiting list" in shown


def test_sent_twice_nobody_is_registered_twice(client, delegation):
    send(client, delegation, "Asha", "Ravi")

    again = send(client, delegation, "Asha", "Gowri")

    assert 'href="#id_person-0-email"' in again
    assert "taken at this event" in again
    assert delegation.delegates.count() == 2


def test_an_address_counts_once_in_a_group(client, delegation):
    more = {"person-1-email": "asha@kdem.example"}

    assert "Each person needs an address of their own." in send_changed(client, delegation, more)
    assert not delegation.delegates.exists()


def send_changed(client, delegation, more):
    data = typed("Asha", "Ravi") | more
    address = reverse("join", args=[delegation.open_token])
    return client.post(address, data, follow=True).content.decode()


def test_a_person_added_and_left_empty_is_named(client, delegation):
    shown = send_changed(client, delegation, {"person-1-given_names": "", "person-1-email": ""})

    assert 'href="#id_person-1-given_names"' in shown
    assert not delegation.delegates.exists()


def test_a_form_without_its_numbers_is_refused_in_words(client, delegation):
    response = client.post(reverse("join", args=[delegation.open_token]), {"x": "y"})

    assert response.status_code == 200
    assert not delegation.delegates.exists()


@pytest.mark.parametrize("day", [date(2024, 7, 1), date(2024, 8, 20)])
def test_outside_the_window_nobody_registers(client, delegation, set_clock, day):
    set_clock(day)

    shown = send(client, delegation, "Asha")

    assert "Registration" in shown
    assert "<form method" not in shown.partition("<main")[2]
    assert not delegation.delegates.exists()


def test_a_link_that_was_closed_says_so(client, delegation):
    token = delegation.open_token
    actions.close_join_link(delegation=delegation, by=None, link=delegation.head_link)

    response = client.get(reverse("join", args=[token]))

    assert "This link does not work any more" in response.content.decode()
    assert "Ask them for the new link" in response.content.decode()


def test_a_delegation_that_was_withdrawn_takes_nobody(client, delegation, event_team):
    actions.withdraw_delegation(delegation=delegation, by=event_team)

    assert "takes no registrations at present" in send(client, delegation, "Asha")
    assert not delegation.delegates.exists()


def test_one_delegation_s_link_shows_nobody_of_another(client, event, delegation):
    send(client, delegation, "Asha")
    token = client.post(reverse("join", args=[delegation.open_token]), typed("Ravi"))[
        "Location"
    ].split("/")[-2]
    other = open_to_all(make_delegation(event, places=1))

    foreign = client.get(reverse("join_done", args=[other.open_token, token])).content.decode()

    assert "Ravi" not in foreign
    guessed = reverse("join_done", args=[delegation.open_token, "guessed"])
    assert client.get(guessed).status_code == 404


def test_who_signed_in_is_filled_in_and_linked(client, delegation):
    user = make_user("Asha Rao")
    sign_in(client, user)
    form = client.get(reverse("join", args=[delegation.open_token])).content.decode()
    assert f'value="{user.email}"' in form

    more = {"person-0-email": user.email}
    shown = client.post(
        reverse("join", args=[delegation.open_token]), typed("Asha") | more, follow=True
    ).content.decode()

    delegate = delegation.delegates.get()
    assert delegate.user == user
    assert delegate.get_absolute_url() in shown


def test_many_from_one_connection_have_to_wait(client, delegation, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "join_delegation": "1/h/ip"}
    send(client, delegation, "Asha")

    assert "Go on in an hour." in send(client, delegation, "Ravi")


def test_the_own_page_of_one_who_waits_says_that_they_come_together(client, event_team):
    event = make_event(event_team)
    delegation = open_to_all(make_delegation(event, places=1))
    send(client, delegation, "Asha", "Ravi")

    shown = client.get(delegation.delegates.first().get_absolute_url()).content.decode()

    assert "You came with others" in shown


@pytest.mark.parametrize("error", [DelegationEnded(), Conflict("other", "Not now.")])
def test_what_the_rules_refuse_meanwhile_is_said_above_the_form(
    client, delegation, monkeypatch, error
):
    def refuse(**arguments):
        raise error

    monkeypatch.setattr(actions, "register", refuse)

    shown = send(client, delegation, "Asha")

    assert str(error.message) in shown
    assert 'value="Asha"' in shown


def test_waiting_for_a_delegation_says_whose_places_and_that_all_wait_together(
    client, delegation, queued
):
    send(client, delegation, "Asha", "Binu")
    send(client, delegation, "Chitra", "Divya")
    mail = queued("events/mail/waiting")[0].message
    assert f"The places of the delegation of {delegation} to" in mail
    assert "wait together" in mail
    person = delegation.delegates.waiting().first()
    page = client.get(person.get_absolute_url()).text
    for words in (mail, page):
        assert f"The places of the delegation of {delegation}" in words
        assert "All places" not in words
