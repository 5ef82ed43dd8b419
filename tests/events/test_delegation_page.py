"""The head's page: the invitation and its answer, how far the delegation is, days, places and the open link."""

from datetime import date

import pytest
from django.urls import reverse

from events import actions
from events.choices import DelegationState
from events.models import Delegation
from tests.events.factories import make_delegate, make_delegation, register
from tests.people import make_person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def delegation(event):
    return make_delegation(
        event, organisation="KDEM", deputy_name="Ravi", deputy_email="r@k.example"
    )


@pytest.fixture
def invited(event):
    return make_delegation(event, organisation="NASSCOM", accepted=False)


def page_of(client, delegation, language="en"):
    url = f"/{language}{delegation.get_absolute_url()[3:]}"
    return client.get(url).content.decode()


def address(name, delegation, *args):
    return reverse(f"delegation_{name}", args=[delegation.head_token, *args])


def post(client, name, delegation, *args, **data):
    return client.post(address(name, delegation, *args), data, follow=True).content.decode()


def test_head_accepts_with_days_of_travel(client, invited):
    page = page_of(client, invited)
    assert "10 places are reserved for your delegation" in page
    data = {"arrives_on": "2024-08-26", "departs_on": "2024-08-30"}
    answer = client.post(invited.get_absolute_url(), data, follow=True).content.decode()
    invited.refresh_from_db()
    assert (invited.state, invited.arrives_on) == (DelegationState.ACCEPTED, date(2024, 8, 26))
    assert "You have accepted" in answer
    assert "Nobody is on the list yet" in answer


def test_days_in_the_wrong_order_are_refused(client, invited):
    data = {"arrives_on": "2024-08-30", "departs_on": "2024-08-26"}
    page = client.post(invited.get_absolute_url(), data).content.decode()
    assert "A delegation arrives before it departs." in page
    far = client.post(invited.get_absolute_url(), {"arrives_on": "2025-08-26"})
    assert list(far.context["form"].errors) == ["arrives_on"]
    assert Delegation.objects.get(pk=invited.pk).state == DelegationState.INVITED


def test_head_declines_on_a_page_of_its_own(client, invited):
    assert (
        "The places go back to the event"
        in client.get(address("decline", invited)).content.decode()
    )
    assert Delegation.objects.get(pk=invited.pk).state == DelegationState.INVITED
    assert "You declined on" in post(client, "decline", invited)
    assert "You declined on" in client.post(invited.get_absolute_url(), {}).content.decode()


def test_declining_is_not_possible_once_accepted(client, delegation):
    assert "not possible any more" in post(client, "decline", delegation)
    assert Delegation.objects.get(pk=delegation.pk).state == DelegationState.ACCEPTED


def test_withdrawn_delegation_says_so_and_leads_nowhere(client, delegation, event_team):
    actions.withdraw_delegation(delegation=delegation, by=event_team)
    page = page_of(client, delegation)
    assert "The event team withdrew the invitation on" in page
    assert "/people/" not in page
    assert "does not take part any more" in post(client, "travel", delegation)


def test_invitation_after_the_event_says_it_is_over(client, invited, set_clock):
    set_clock(date(2024, 9, 1))
    page = page_of(client, invited)
    assert "The event is over." in page
    assert "<button>Accept</button>" not in page
    assert "The event is over." in client.post(invited.get_absolute_url(), {}).content.decode()


@pytest.mark.parametrize(
    ("day", "words", "can_add"),
    [
        (date(2024, 7, 22), "you put people on the list and replace them", True),
        (date(2024, 8, 21), "The list closed at the end of", False),
        (date(2024, 8, 29), "The event ended on", False),
    ],
)
def test_page_says_until_when_the_list_is_open(
    client, event, delegation, set_clock, day, words, can_add
):
    make_delegate(event, delegation)
    set_clock(day)
    page = page_of(client, delegation)
    assert words in page
    assert (address("add", delegation) in page) is can_add
    assert "Send the link" not in page or can_add


def test_page_and_mail_name_one_day_until_which_people_register(client, event, event_team, queued):
    actions.change_event(event=event, by=event_team, swap_until=date(2024, 8, 21))
    delegation = make_delegation(event, by=event_team)
    page = page_of(client, delegation)
    assert "14 August" not in page
    assert 'until the end of <time datetime="2024-08-21"' in page
    text = " ".join(queued("events/mail/delegation_invited")[0].message.split())
    assert "your people register until 21 August 2024" in text


def test_whoever_waits_is_counted_and_the_incomplete_come_first(client, event, delegation):
    done = make_delegate(event, delegation, given_names="Complete")
    actions.complete(delegate=done, by=None, link=done.link)
    make_delegate(event, delegation, given_names="Missing", email="a.missing@k.example")
    Delegation.objects.filter(pk=delegation.pk).update(places=2)
    delegation.refresh_from_db()
    opened = actions.open_join_link(delegation=delegation, by=None, link=delegation.head_link)
    register(event, 7, delegation=opened, link=opened.open_link)
    page = page_of(client, delegation)
    assert "1 waits for a place." in page
    assert page.index("Missing") < page.index("Complete")
    assert "a.<wbr>missing@<wbr>k.<wbr>example" in page


def test_page_says_who_is_complete_and_what_is_missing(client, event, delegation):
    make_delegate(event, delegation, given_names="Gopalakrishnan", email="")
    done = make_delegate(event, delegation)
    actions.complete(delegate=done, by=None, link=done.link)
    page = page_of(client, delegation)
    assert "1 of 2 is complete." in page
    assert "1 has not registered yet." in page
    assert "1 has no email address and gets no link." in page
    assert "8 of 10 places are left." in page
    assert "Gopalakrishnan" in page
    assert "Has no email address yet, so no link" in page


def test_page_in_german_is_german(client, delegation):
    page = page_of(client, delegation, "de")
    assert "Delegation von KDEM" in page
    assert "Offener Link" in page


def test_page_shows_nothing_that_is_the_delegates_own(client, event, delegation):
    own = {
        "phone": "+918047100000",
        "nationality": "IN",
        "emergency_name": "Lakshmi Rao",
        "emergency_phone": "+918047109999",
        "hotel": "Hotel am Rhein",
    }
    delegate = make_delegate(event, delegation, **own)
    pages = [page_of(client, delegation)]
    pages += [
        client.get(address(name, delegation, delegate.pk)).content.decode()
        for name in ("person", "swap", "remove")
    ]
    for page in pages:
        assert delegate.token not in page
        for value in ("47100000", "Lakshmi", "47109999", "Hotel am Rhein", "India"):
            assert value not in page


def test_pages_are_kept_from_search_engines_caches_and_other_sites(client, event, delegation):
    delegate = make_delegate(event, delegation)
    urls = [
        delegation.get_absolute_url(),
        address("add", delegation),
        address("import", delegation),
    ]
    urls += [address(name, delegation, delegate.pk) for name in ("person", "swap", "remove")]
    for url in urls:
        response = client.get(url)
        assert '<meta name="robots" content="noindex">' in response.content.decode()
        assert response["Referrer-Policy"] == "no-referrer"
        assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("number", [1, 30])
def test_page_costs_the_same_for_one_and_thirty(
    client, event, event_team, number, django_assert_num_queries
):
    delegation = make_delegation(event, by=event_team, places=30)
    for _index in range(number):
        make_delegate(event, delegation)
    with django_assert_num_queries(2):
        client.get(delegation.get_absolute_url())


def test_revoked_link_opens_and_does_nothing(client, event, delegation):
    delegate = make_delegate(event, delegation)
    old = address("remove", delegation, delegate.pk)
    actions.mail_head_link(delegation=delegation, by=None)
    assert "This link does not work any more" in client.get(old).content.decode()
    assert "This link does not work any more" in client.post(old).content.decode()
    delegate.refresh_from_db()
    assert delegate.is_active


def test_link_of_another_kind_or_guessed_is_404(client, event, delegation):
    delegate = make_delegate(event, delegation)
    for token in (delegate.token, "guessed", delegation.head_token[:-1]):
        assert client.get(reverse("delegation", args=[token])).status_code == 404


def test_days_of_travel_are_changed(client, delegation):
    data = {"arrives_on": "2024-08-26", "departs_on": ""}
    assert "The days of travel are saved." in post(client, "travel", delegation, **data)
    assert "Monday, 26 August 2024" in page_of(client, delegation)


def test_the_event_team_is_asked_five_times_an_hour_at_most(client, delegation, queued):
    words = [post(client, "places", delegation, places=str(number)) for number in range(15, 21)]
    assert len(queued("events/mail/places_wanted")) == 5
    assert "asked several times" in words[-1]


def test_more_places_are_asked_for(client, delegation, queued):
    page = post(client, "places", delegation, places="15", because="Five more founders")
    assert "You asked for 15 places" in page
    assert queued("events/mail/places_wanted")


@pytest.mark.parametrize("places", ["10", "0", "", "many"])
def test_fewer_places_can_not_be_asked_for(client, delegation, places):
    page = post(client, "places", delegation, places=places)
    assert "There is something to correct" in page
    assert 'href="#id_places"' in page
    assert Delegation.objects.get(pk=delegation.pk).places_wanted is None


def test_open_link_is_made_shown_renewed_and_revoked(client, delegation):
    assert "/join/" not in page_of(client, delegation)
    assert "/join/" in post(client, "open_link", delegation)
    delegation.refresh_from_db()
    first = reverse("join", args=[delegation.open_token])
    assert first in page_of(client, delegation)
    assert first not in post(client, "open_link", delegation)
    assert "/join/" not in post(client, "close_link", delegation)
    assert "does not work any more" in client.get(first).content.decode()


def test_get_never_changes_the_open_link(client, delegation):
    assert client.get(address("open_link", delegation)).status_code == 405


def test_account_leads_to_the_delegations_of_its_address(client, event, delegation, invited):
    head = make_person("head@kdem.example", name="Asha Rao")
    page = sign_in(client, head).get("/en/account/").content.decode()
    assert delegation.get_absolute_url() in page
    assert "Delegation of NASSCOM" in page


def test_account_of_others_has_no_delegation(client, delegation):
    page = (
        sign_in(client, make_person("meera@kaverion.example")).get("/en/account/").content.decode()
    )
    assert "elegation of KDEM" not in page
