"""The signatory looks at the letter before approving it."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from events import actions
from tests.events.factories import PASSPORT, ask_letter, make_event, make_letter_setup, register
from tests.people import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(event_team):
    event = make_event(event_team, is_open=True)
    make_letter_setup(event)
    return ask_letter(register(event, 1))


def draft(letter):
    return reverse("admin:events_invitationletter_draft", args=[letter.pk])


def test_the_page_of_the_approval_leads_to_the_letter_as_it_would_be(as_event_team, letter):
    page = reverse("admin:events_invitationletter_approve", args=[letter.pk])
    assert f'href="{draft(letter)}"' in as_event_team.get(page).text
    answer = as_event_team.get(draft(letter))
    assert answer["Content-Type"] == "application/pdf"
    words = " ".join(part.extract_text() for part in PdfReader(io.BytesIO(answer.content)).pages)
    for said in ("Person 1", "Taking part in talks on 5G.", "Hotel am Rhein", "not approved"):
        assert said in words
    assert PASSPORT["number"] not in words
    letter.refresh_from_db()
    assert (letter.number, letter.head) == ("", {})


def test_an_approved_letter_has_no_draft_any_more(as_event_team, letter, event_team):
    actions.approve_letter(letter=letter, by=event_team)
    assert as_event_team.get(draft(letter)).status_code == 404


def test_auditors_see_no_drafts(client, auditor, letter):
    assert sign_in(client, auditor).get(draft(letter)).status_code == 404
