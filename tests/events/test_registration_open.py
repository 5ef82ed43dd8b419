"""Registering without a delegation: an address first, a mailed link, one form; accounts need no mail."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from corridor.actions import Conflict
from corridor.clock import real_now
from events import actions, links
from events.choices import DelegateState
from events.exceptions import RegistrationClosed
from tests.events.factories import make_delegate, make_delegation, make_event, register
from tests.factories import make_startup, make_user
from tests.people import sign_in

S = DelegateState
PAGE = "/en/events/open/register/"
EMAIL = "ravi@kaverion.example"
SAID = {"given_names": "Ravi", "surname": "Kumar", "language": "en"}
pytestmark = pytest.mark.django_db


@pytest.fixture
def fest(event_team):
    return make_event(event_team, slug="open", places=2, is_open=True)


def ask(client, email=EMAIL):
    return client.post(PAGE, {"email": email}, follow=True).content.decode()


def link_in(mail):
    return re.search(r"http://localhost:8000(\S+)", mail.message)[1]


def form_of(event, email=EMAIL):
    return reverse("register_form", args=[event.slug, links.mailed_token(event, email)])


def test_an_address_gets_a_link_to_the_form_and_registers(client, fest, queued):
    ask(client, "Ravi@Kaverion.example")
    link = link_in(queued("events/mail/way_to_form")[0])
    assert "You register as ravi@kaverion.example." in client.get(link).content.decode()

    shown = client.post(link, SAID, follow=True).content.decode()

    delegate = fest.delegates.get()
    assert "Your place is confirmed" in shown
    assert (delegate.email, delegate.name, delegate.state) == (EMAIL, "Ravi Kumar", S.CONFIRMED)
    assert len(queued("events/mail/confirmed")) == 1


def test_who_is_registered_gets_their_own_link_and_the_same_answer(client, fest, queued):
    delegate = register(fest, 1)

    known, unknown = ask(client, delegate.email.upper()), ask(client)

    assert known == unknown
    assert link_in(queued("events/mail/own_link")[0]).endswith(delegate.get_absolute_url())
    assert [mail.to for mail in queued("events/mail/way_to_form")] == [[EMAIL]]


def test_the_mailed_address_is_not_readable_in_the_link(fest):
    token = links.mailed_token(fest, EMAIL)

    assert links.mailed_to(token) == (fest.pk, EMAIL)
    assert "ravi" not in token


def test_a_link_works_for_one_day(client, fest, monkeypatch):
    address = form_of(fest)
    tomorrow = (real_now() + timedelta(hours=25)).timestamp()
    monkeypatch.setattr("time.time", lambda: tomorrow)

    assert "This link is too old" in client.get(address).content.decode()
    client.post(address, SAID)
    assert not fest.delegates.exists()


def test_guessed_and_foreign_links_are_not_there(client, fest, event_team):
    other = make_event(event_team, is_open=True)
    for token in ("guessed", "é", links.mailed_token(other, EMAIL), fest.pk.hex):
        address = reverse("register_form", args=[fest.slug, token])
        assert client.get(address).status_code == 404
        assert client.post(address, SAID).status_code == 404


def test_sent_twice_it_is_one_registration(client, fest):
    address = form_of(fest)
    client.post(address, SAID)

    again = client.post(address, SAID, follow=True).content.decode()

    assert "Your place is confirmed" in again
    assert fest.delegates.count() == 1


def test_an_address_in_capitals_is_the_same_one(client, fest):
    register(fest, 1)

    response = client.post(form_of(fest, "PERSON1@kaverion.example"), SAID)

    assert response["Location"] == fest.delegates.get().get_absolute_url()


def test_a_full_event_says_so_before_and_after(client, fest):
    register(fest, 1, 2)
    register(fest, 3)
    assert "You can join the waiting list: 1 person waits before you." in get(client, PAGE)
    assert "Join the waiting list" in get(client, form_of(fest))

    shown = client.post(form_of(fest), SAID, follow=True).content.decode()

    assert "On the waiting list, at number 2" in shown


def get(client, address):
    return client.get(address, follow=True).content.decode()


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 7, 1), "Registration opens on"),
        (date(2024, 8, 20), "Registration closed at the end of"),
    ],
)
def test_outside_the_window_the_page_says_so(client, fest, set_clock, queued, day, words):
    address = form_of(fest)
    set_clock(day)

    assert words in get(client, PAGE)
    assert words in client.post(address, SAID, follow=True).content.decode()
    assert not fest.delegates.exists()
    ask(client)
    assert [mail.context["template"] for mail in queued()] == ["events/mail/nobody_registered"]


def test_a_lost_link_is_mailed_after_the_window_too(client, fest, set_clock, queued):
    delegate = register(fest, 1)
    set_clock(date(2024, 8, 20))

    ask(client, delegate.email)

    assert len(queued("events/mail/own_link")) == 1


def test_an_event_for_delegations_alone_mails_their_people_the_link(client, event_team, queued):
    event = make_event(event_team, slug="open")
    delegate = make_delegate(event, make_delegation(event))
    assert "only open to people who come with a delegation" in get(client, PAGE)

    ask(client, delegate.email)
    ask(client)

    assert len(queued("events/mail/own_link")) == 1
    assert not queued("events/mail/way_to_form")
    client.post(form_of(event), SAID)
    assert event.delegates.count() == 1


def test_hidden_events_have_no_form(client, event_team):
    event = make_event(event_team, slug="open", is_open=True, is_public=False)

    assert client.get(PAGE).status_code == 404
    assert client.get(form_of(event)).status_code == 404


def test_nobody_is_asked_for_links_without_end(client, fest, queued):
    for _time in range(5):
        ask(client)
    assert "You have asked several times" in ask(client)
    assert len(queued()) == 5


def test_one_connection_asks_for_a_number_of_addresses(client, fest, queued):
    answers = [client.post(PAGE, {"email": f"p{n}@kaverion.example"}) for n in range(21)]

    assert [answer.status_code for answer in answers] == [302] * 20 + [429]


def test_an_address_that_is_none_or_several_is_named(client, fest, queued):
    assert "Enter an email address, for example" in ask(client, "ravi")
    assert "without quotation marks" in ask(client, '"a,b"@kaverion.example')
    assert not queued()


def test_what_the_rules_refuse_meanwhile_is_said_above_the_form(client, fest, monkeypatch):
    def closed(**arguments):
        raise RegistrationClosed

    monkeypatch.setattr(actions, "register", closed)

    shown = client.post(form_of(fest), SAID).content.decode()

    assert "register for this event at present." in shown
    assert 'value="Ravi"' in shown


@pytest.mark.parametrize("is_there", [True, False])
def test_two_forms_at_once_are_one_registration(client, fest, monkeypatch, is_there):
    """The other one was first: between the look and the writing."""

    def late(**arguments):
        if is_there:
            register(fest, 1)
        raise Conflict("delegate_once", "registered already")

    original = actions.register
    monkeypatch.setattr(
        "events.views.registering.actions.register",
        lambda **arguments: (monkeypatch.setattr(actions, "register", original), late())[1],
    )

    response = client.post(form_of(fest, "person1@kaverion.example"), SAID)

    if is_there:
        assert response["Location"] == fest.delegates.get().get_absolute_url()
    else:
        assert "registered already" in response.content.decode()


def test_a_founder_who_signed_in_finds_everything_filled_in(client, fest, queued):
    founder = make_user("Meera Nagarajan")
    startup = make_startup(founder, published=True)
    sign_in(client, founder)

    form = get(client, PAGE)
    for value in ("Meera", "Nagarajan", startup.name):
        assert f'value="{value}"' in form
    said = {**SAID, "startup": str(startup.pk), "organisation": startup.name}
    client.post(PAGE, said)

    delegate = fest.delegates.get()
    assert (delegate.user, delegate.startup, delegate.email) == (founder, startup, founder.email)
    assert client.get(PAGE)["Location"] == delegate.get_absolute_url()


def test_a_start_up_of_others_can_t_be_chosen(client, fest):
    founder = make_user("Meera Nagarajan")
    make_startup(founder, published=True)
    foreign = make_startup(published=True)
    sign_in(client, founder)

    page = client.post(PAGE, {**SAID, "startup": str(foreign.pk)}).content.decode()

    assert 'href="#id_startup"' in page
    assert not fest.delegates.exists()


def test_the_next_time_they_find_what_they_said_and_agree_anew(client, fest, event_team):
    founder = make_user("Meera Nagarajan")
    sign_in(client, founder).post(PAGE, {**SAID, "nationality": "IN", "photo_consent": "on"})
    assert fest.delegates.get().photo_consent_at
    make_event(event_team, slug="next", is_open=True)

    form = get(client, "/en/events/next/register/")

    assert 'value="Ravi"' in form
    assert '<option value="IN" selected>India</option>' in form
    assert " checked" not in form


def test_whoever_cancelled_may_register_again(client, fest):
    client.post(form_of(fest), SAID)
    delegate = fest.delegates.get()
    client.post(reverse("registration_cancel", args=[delegate.token]))

    client.post(form_of(fest), SAID)

    assert sorted(fest.delegates.values_list("state", flat=True)) == [S.CANCELLED, S.CONFIRMED]


def test_the_form_costs_a_few_queries(client, fest, django_assert_max_num_queries):
    register(fest, 1)
    with django_assert_max_num_queries(8):
        client.get(form_of(fest))


@pytest.mark.parametrize("language", ["de", "en"])
def test_event_page_leads_to_the_form(client, fest, language):
    shown = get(client, f"/{language}/events/open/")

    assert f'href="/{language}/events/open/register/"' in shown


def test_my_corridor_leads_to_the_registration(client, fest):
    sign_in(client, make_user("Meera Nagarajan")).post(PAGE, SAID)

    assert f'href="{fest.delegates.get().get_absolute_url()}"' in get(client, "/en/account/")


def with_companions(*emails, **more):
    """What is sent by Ravi and these companions."""
    rows = {**SAID, "person-TOTAL_FORMS": len(emails), "person-INITIAL_FORMS": 0, **more}
    for place, email in enumerate(emails):
        said = {"given_names": f"Guest {place}", "surname": "", "organisation": "", "job_title": ""}
        said |= {"email": email, "language": "en"}
        rows |= {f"person-{place}-{name}": value for name, value in said.items()}
    return rows


def test_up_to_five_come_together_each_with_a_link_of_their_own(client, fest, queued):
    shown = client.post(form_of(fest), with_companions("asha@k.example"), follow=True).text

    assert "Each companion has a mail" in shown
    assert list(fest.delegates.values_list("state", flat=True)) == [S.CONFIRMED] * 2
    assert len(set(fest.delegates.values_list("party", flat=True))) == 1
    assert [mail.to for mail in queued("events/mail/confirmed")] == [[EMAIL], ["asha@k.example"]]


def test_companions_for_whom_there_is_no_place_wait_with_whoever_registers(client, fest):
    emails = ["asha@k.example", "isha@k.example"]
    assert (
        "You come together or not at all"
        in client.post(form_of(fest), with_companions(*emails, add="1")).text
    )

    client.post(form_of(fest), with_companions(*emails))

    assert set(fest.delegates.values_list("state", flat=True)) == {S.WAITING}


def test_companions_are_added_and_taken_out_and_what_was_typed_stays(client, fest):
    added = client.post(form_of(fest), SAID | {"job_title": "Founder", "add": "1"}).text
    assert 'name="person-0-given_names"' in added
    assert 'value="Founder"' in added
    assert "There is something to correct" not in added

    left = client.post(
        form_of(fest), with_companions("a@k.example", "b@k.example", remove="0")
    ).text
    assert 'value="b@k.example"' in left
    assert "a@k.example" not in left
    full = with_companions(*(f"{one}@k.example" for one in "abcd"), add="1")
    assert "Add a person" not in client.post(form_of(fest), full).text
    assert not fest.delegates.exists()


@pytest.mark.parametrize(
    ("email", "words"),
    [
        (EMAIL, "Each person needs an address of their own."),
        ("person1@kaverion.example", "is taken at this event"),
    ],
)
def test_a_companion_needs_an_address_that_nobody_has(client, fest, email, words):
    register(fest, 1)

    shown = client.post(form_of(fest), with_companions(email)).text

    assert words in shown
    assert 'href="#id_person-0-email"' in shown
    assert fest.delegates.count() == 1
