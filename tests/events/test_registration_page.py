"""A delegate's own page: from the head's list to a ticket, without an account."""

from datetime import date, time

import pytest
from django.urls import reverse

from events import actions
from events.choices import DelegateState
from events.models import Delegate
from tests.events.factories import (
    make_delegate,
    make_delegation,
    make_event,
    register,
)
from tests.factories import make_startup, make_user
from tests.people import sign_in

S = DelegateState
SAID = {
    "given_names": "Kempegowda",
    "surname": "",
    "badge_name": "ಕೆಂಪೇಗೌಡ",
    "organisation": "KDEM",
    "job_title": "Director",
    "nationality": "IN",
    "language": "de",
    "phone": "+91 80 4710 0000",
    "photo_consent": "on",
}
pytestmark = pytest.mark.django_db


@pytest.fixture
def small(event_team):
    return make_event(event_team, slug="small", places=1, is_open=True)


@pytest.fixture
def invited(event):
    return make_delegate(event, make_delegation(event), given_names="Kempegowda")


def fresh(delegate):
    return Delegate.objects.get(pk=delegate.pk)


def page(client, delegate, name="registration", **data):
    address = reverse(name, args=[delegate.token])
    response = client.post(address, data, follow=True) if data else client.get(address)
    return response.content.decode()


def post(client, delegate, name, **data):
    return client.post(reverse(name, args=[delegate.token]), data, follow=True).content.decode()


def test_whoever_is_on_a_list_checks_completes_and_registers(client, invited):
    shown = page(client, invited)
    assert "holds a place for you" in shown
    assert 'value="Kempegowda"' in shown

    done = page(client, invited, **SAID)

    delegate = fresh(invited)
    assert "Your place is confirmed" in done
    assert (delegate.state, delegate.name, delegate.shown_name) == (
        S.CONFIRMED,
        "Kempegowda",
        "ಕೆಂಪೇಗೌಡ",
    )
    assert (delegate.nationality, delegate.phone, delegate.language) == (
        "IN",
        "+91 80 4710 0000",
        "de",
    )
    assert delegate.photo_consent_at


def test_mistakes_are_named_beside_their_fields(client, invited):
    shown = page(client, invited, **SAID | {"given_names": "", "phone": "4710"})

    assert "There is something to correct" in shown
    assert 'href="#id_given_names"' in shown
    assert "Enter the number with its country code" in shown
    assert fresh(invited).state == S.INVITED


def test_who_has_no_address_yet_gives_one(client, event):
    delegate = make_delegate(event, make_delegation(event), email="")
    assert 'href="#id_email"' in page(client, delegate, **SAID)

    page(client, delegate, **SAID, email="Own@Kaverion.example")

    assert fresh(delegate).email == "own@kaverion.example"


def test_an_address_that_is_registered_already_is_refused_beside_its_field(client, event):
    delegation = make_delegation(event)
    known = make_delegate(event, delegation)
    delegate = make_delegate(event, delegation, email="")

    shown = page(client, delegate, **SAID, email=known.email)

    assert 'href="#id_email"' in shown
    assert "taken at this event" in shown


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 7, 1), "You can register from Monday, 15 July 2024 on."),
        (date(2024, 8, 20), "Registration closed at the end of Wednesday, 14 August 2024."),
    ],
)
def test_outside_the_window_the_page_says_so_and_registers_nobody(
    client, invited, set_clock, day, words
):
    set_clock(day)

    assert words in page(client, invited)
    page(client, invited, **SAID)
    assert fresh(invited).state == S.INVITED


def test_sent_twice_it_is_one_registration(client, invited):
    page(client, invited, **SAID)
    page(client, invited, **SAID)

    assert fresh(invited).steps.filter(verb="register").count() == 1


def test_changes_are_saved_and_the_address_stays(client, event):
    delegate = confirmed(event, client)
    changed = {**SAID, "email": "thief@elsewhere.example", "job_title": "Minister"}

    assert "Your changes are saved." in page(client, delegate, "registration_change", **changed)
    after = fresh(delegate)
    assert (after.job_title, after.email) == ("Minister", delegate.email)


def test_photo_consent_is_kept_with_its_day_and_taken_back(client, event, set_clock):
    delegate = confirmed(event, client)
    given = delegate.photo_consent_at
    set_clock(date(2024, 7, 24))

    page(client, delegate, "registration_change", **SAID)
    assert fresh(delegate).photo_consent_at == given

    without = {name: value for name, value in SAID.items() if name != "photo_consent"}
    page(client, delegate, "registration_change", **without)
    assert fresh(delegate).photo_consent_at is None


def confirmed(event, client):
    delegate = make_delegate(event, make_delegation(event))
    page(client, delegate, **SAID)
    return fresh(delegate)


def test_travel_is_asked_once_the_place_is_confirmed(client, event, invited):
    assert "Say when you come" not in page(client, invited)
    post(client, invited, "registration_travel", hotel="Rhein")
    assert not fresh(invited).hotel

    delegate = confirmed_again(client, invited)
    wrong = {"arrives_on": "2024-08-29", "departs_on": "2024-08-27"}
    assert 'href="#id_departs_on"' in page(client, delegate, "registration_travel", **wrong)
    far = page(client, delegate, "registration_travel", arrives_on="2023-08-27")
    assert "Enter a day between 29 June 2024 and 27 October 2024" in far
    right = {"arrives_on": "2024-08-27", "departs_on": "2024-08-29", "hotel": "Hotel am Rhein"}
    assert "Hotel am Rhein" in page(client, delegate, "registration_travel", **right)


def confirmed_again(client, delegate):
    page(client, delegate, **SAID)
    return fresh(delegate)


def test_cancelling_asks_first_and_gives_the_place_on(client, small):
    first, second = register(small, 1), register(small, 2)
    assert "Your place goes to the next person" in page(client, first, "registration_cancel")
    assert fresh(first).state == S.CONFIRMED

    shown = post(client, first, "registration_cancel")

    assert "Your registration is cancelled" in shown
    assert "person1@" not in shown
    assert (fresh(first).state, fresh(second).state) == (S.CANCELLED, S.OFFERED)


def test_the_waiting_list_says_the_position(client, small):
    register(small, 1)
    register(small, 2)

    assert "On the waiting list, at number 2" in page(client, register(small, 3))


def test_an_offer_is_shown_with_its_end_in_both_zones_and_accepted(client, small):
    first, second = register(small, 1), register(small, 2)
    actions.cancel(delegate=first, by=None, link=first.link)

    shown = page(client, second)
    assert "Thursday, 25 July 2024, 12:00 in Düsseldorf, 15:30 in Bengaluru" in shown

    assert "The place is yours." in post(client, second, "registration_accept")
    assert fresh(second).state == S.CONFIRMED


def test_an_offer_is_declined_after_one_question(client, small):
    first, second = register(small, 1), register(small, 2)
    actions.cancel(delegate=first, by=None, link=first.link)

    assert "You can’t take this back." in page(client, second, "registration_decline")
    assert fresh(second).state == S.OFFERED
    shown = post(client, second, "registration_decline")
    assert "You left the place to somebody else" in shown
    assert fresh(second).state == S.DECLINED
    assert client.get(reverse("registration_decline", args=[second.token])).status_code == 302


def test_an_offer_to_several_says_that_one_answers_for_all(client, event_team):
    event = make_event(event_team, slug="small", places=2, is_open=True)
    first, waiting = register(event, 1, 2), register(event, 3, 4)
    assert "You came with others" in page(client, waiting)
    for one in event.delegates.filter(party=first.party):
        actions.cancel(delegate=one, by=None, link=one.link)

    assert "Your answer is that of everybody" in page(client, waiting)
    assert "The places of all who came with you" in page(client, waiting, "registration_decline")


def test_an_offer_nobody_answered_is_told_on_the_page(client, small, set_clock):
    first, second = register(small, 1), register(small, 2)
    actions.cancel(delegate=first, by=None, link=first.link)
    set_clock(date(2024, 7, 26))
    actions.expire_offers(by=None)

    shown = page(client, second)
    assert "There was no answer in time" in shown
    assert "register again on the page of the event" in shown


def test_whoever_was_taken_off_a_list_reads_whom_to_ask(client, invited):
    actions.cancel_as_head(delegate=invited, by=None, link=invited.delegation.head_link)

    assert "write to your head of delegation" in page(client, invited)


def test_an_offer_that_ended_says_so(client, small, set_clock):
    first, second = register(small, 1), register(small, 2)
    actions.cancel(delegate=first, by=None, link=first.link)
    set_clock(date(2024, 7, 25), time(12, 1))

    assert "The time to answer is over" in page(client, second)
    assert "held for a time that is over" in post(client, second, "registration_accept")
    assert fresh(second).state == S.OFFERED


def test_where_the_team_approves_the_page_says_who_is_next(client, event_team):
    event = make_event(event_team, is_open=True, needs_approval=True)
    delegate = register(event, 1)

    assert "The event team looks at every registration" in page(client, delegate)
    actions.reject(delegate=delegate, by=event_team)
    assert "Not admitted" in page(client, delegate)


def test_a_number_with_its_country_and_a_digit_too_few_is_not_asked_for_its_country(
    client, invited
):
    shown = page(client, invited, **SAID | {"phone": "+91 98450 1234"})
    assert "too few digits" in shown
    assert "Enter the number with its country code" not in shown


def test_a_venue_called_like_its_city_is_named_once(client, event):
    event.venue = event.city
    event.save()
    assert "Düsseldorf<br>" not in client.get(event.get_absolute_url()).text
    assert event.where == "Düsseldorf"


def test_after_the_event_nothing_can_be_changed(client, event, set_clock):
    delegate = confirmed(event, client)
    set_clock(date(2024, 8, 29))

    shown = page(client, delegate)
    assert "The event is over." in shown
    assert "Change what you said" not in shown
    page(client, delegate, "registration_change", **SAID | {"job_title": "Late"})
    assert fresh(delegate).job_title == "Director"


def test_get_changes_nothing(client, small):
    register(small, 1)
    delegate = register(small, 2)
    names = ["registration", "registration_cancel", "registration_decline", "registration_change"]
    before = delegate.steps.count()

    for name in names:
        client.get(reverse(name, args=[delegate.token]))
    assert client.get(reverse("registration_accept", args=[delegate.token])).status_code == 405
    assert delegate.steps.count() == before


@pytest.mark.parametrize("token", ["guessed", "a:b:c", "é", "AAAA"])
def test_a_guessed_link_is_not_there(client, db, token):
    for name in ("registration", "registration_ticket", "registration_calendar", "join"):
        assert client.get(reverse(name, args=[token])).status_code == 404


def test_the_links_of_others_open_no_registration(client, invited):
    delegation = invited.delegation
    for token in (delegation.head_token, f"{invited.token}x"):
        assert client.get(reverse("registration", args=[token])).status_code == 404


def test_a_revoked_link_says_so_and_does_nothing(client, invited):
    old = invited.token
    Delegate.objects.filter(pk=invited.pk).update(link=2)

    for name in ("registration", "registration_change", "registration_ticket"):
        shown = client.post if name == "registration" else client.get
        response = shown(reverse(name, args=[old]), SAID if name == "registration" else None)
        assert "This link does not work any more" in response.content.decode()
    assert fresh(invited).state == S.INVITED


def test_nobody_else_learns_of_the_address_of_the_page(client, invited):
    response = client.get(reverse("registration", args=[invited.token]))

    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_a_founder_who_signed_in_is_linked_with_the_start_up(client, event):
    founder = make_user("Meera Nagarajan")
    startup = make_startup(founder, published=True)
    delegate = make_delegate(event, make_delegation(event), email=founder.email)
    sign_in(client, founder)
    assert startup.name in page(client, delegate)

    page(client, delegate, **SAID, startup=str(startup.pk))

    assert (fresh(delegate).user, fresh(delegate).startup) == (founder, startup)


def test_whoever_opens_the_link_of_another_is_not_linked_with_it(client, invited):
    sign_in(client, make_user("Somebody Else"))

    page(client, invited, **SAID)

    assert fresh(invited).user is None
    assert fresh(invited).state == S.CONFIRMED


@pytest.mark.parametrize(
    ("day", "here"),
    [(date(2024, 7, 22), "Place confirmed"), (date(2024, 8, 28), "The event")],
)
def test_the_line_ends_where_somebody_is(client, event, set_clock, day, here):
    delegate = confirmed(event, client)
    set_clock(day)

    line = page(client, delegate).split('aria-current="step"')[1].partition("</p>")[0]

    assert here in line


def test_after_the_event_nothing_is_now_and_who_was_not_checked_in_reads_why(
    client, event, set_clock
):
    delegate = confirmed(event, client)
    set_clock(date(2024, 8, 29))

    words = page(client, delegate)

    assert 'aria-current="step"' not in words
    assert "nobody checked you in at the entrance" in words


def test_nobody_registers_on_the_evening_after_the_end(client, event, set_clock):
    event.registration_closes_on = event.last_day
    event.is_open = True
    event.save()
    set_clock(date(2024, 8, 28), at=time(21))

    words = client.get(f"/en{event.get_absolute_url()[3:]}").content.decode()

    assert "The event is over." in words
    assert "Register for the event" not in words
