"""The ticket: who has one, what it says, and that its code says nothing."""

import io
from datetime import date

import pypdf
import pytest
from django.urls import reverse

from events import actions, tickets
from tests.events.factories import make_delegate, make_delegation, make_event, register

pytestmark = pytest.mark.django_db
KANNADA = "ಕೆಂಪೇಗೌಡ"


@pytest.fixture
def fest(event_team):
    return make_event(event_team, slug="open", is_open=True, places=2)


def ticket(client, delegate):
    return client.get(reverse("registration_ticket", args=[delegate.token]))


def words(response):
    assert response["Content-Type"] == "application/pdf"
    pages = pypdf.PdfReader(io.BytesIO(response.content)).pages
    assert len(pages) == 1
    return pages[0].extract_text()


def test_a_ticket_names_person_event_and_code(client, fest):
    delegate = register(fest, 1)

    text = words(ticket(client, delegate))

    assert "Person 1" in text
    assert "Future Tech Fest 2024" in text
    assert tickets.in_groups(tickets.code_of(delegate)) in text
    assert "09:00 in Düsseldorf, 12:30 in Bengaluru" in " ".join(text.split())


@pytest.mark.parametrize("name", [KANNADA, "Prasad R.", "李小龙", "Nguyễn", "A" * 120, "ಠ_ಠ 🙂"])
def test_names_in_any_script_make_one_page(client, event, name):
    delegate = make_delegate(event, make_delegation(event), given_names=name, language="de")
    actions.complete(
        delegate=delegate, by=None, link=1, organisation="W" * 160, job_title="M" * 120
    )

    assert "Karnataka" in words(ticket(client, delegate))


def test_the_code_holds_no_name_no_address_and_is_nobody_else_s(fest):
    one, two = register(fest, 1), register(fest, 2)
    code = tickets.code_of(one)

    assert tickets.ticket_data(one)["qr"].startswith("<svg")
    assert len(code) == tickets.LETTERS
    assert code != tickets.code_of(two)
    assert one.pk.hex.upper() not in code


def test_who_has_no_place_or_gave_it_back_has_no_ticket(client, fest):
    one, _two, waiting = (register(fest, number) for number in (1, 2, 3))
    actions.cancel(delegate=one, by=None, link=1)

    for delegate in (one, waiting):
        assert ticket(client, delegate)["Location"] == reverse(
            "registration", args=[delegate.token]
        )


def test_after_the_event_there_is_no_ticket(client, fest, set_clock):
    delegate = register(fest, 1)
    set_clock(date(2024, 8, 29))

    assert ticket(client, delegate).status_code == 302


def test_a_ticket_is_in_the_delegate_s_language(client, event):
    delegate = make_delegate(event, make_delegation(event), language="de")
    actions.complete(delegate=delegate, by=None, link=1)

    assert "28. August 2024" in words(ticket(client, delegate))
