"""The letter to print when a notice has to be posted."""

from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from tests.factories import days_ago, make_case, make_staff, officer_of, sign_in, signatory_of
from welcome.admin.verbs import latest_delivery
from welcome.choices import CaseState
from welcome.cover import cover_data

pytestmark = pytest.mark.django_db


@pytest.fixture
def missed():
    with days_ago(11):
        return make_case(CaseState.RELEASED)


def letter(client, case, way="post", person=None):
    sign_in(client, person or officer_of(case.authority))
    return client.get(reverse("admin:welcome_case_letter", args=[case.pk, way]))


def test_letter_is_an_accessible_pdf_with_address_and_reference(client, missed):
    response = letter(client, missed)
    assert response["Content-Type"] == "application/pdf"
    assert "no-store" in response["Cache-Control"]
    found = PdfReader(BytesIO(response.content))
    assert b"<pdfuaid:part>1</pdfuaid:part>" in found.root_object["/Metadata"].get_data()
    text = found.pages[0].extract_text()
    assert "12 Devaraja Road" in text
    assert missed.reference in text


@pytest.mark.parametrize(("way", "words"), [("post", "fourth day"), ("abroad", "is proven")])
def test_letter_says_when_the_notice_counts(missed, way, words):
    said = str(
        cover_data(missed.released_decision, way, latest_delivery(missed))["en"]["paragraphs"]
    )
    assert words in said
    assert "not retrieved by 21 July 2024" in said


def test_letter_is_for_officers_of_the_case_alone(client, missed):
    assert letter(client, missed, person=signatory_of(missed.authority)).status_code == 404
    outsider = make_staff(make_case().authority)
    assert letter(client, missed, person=outsider).status_code == 404
    assert letter(client, missed, way="pigeon").status_code == 404


def test_notice_that_can_be_retrieved_has_no_letter(client):
    assert letter(client, make_case(CaseState.RELEASED)).status_code == 404


def test_page_of_the_posting_leads_to_letter_and_notice(client, missed):
    sign_in(client, officer_of(missed.authority))
    text = client.get(reverse("admin:welcome_case_send_by_post", args=[missed.pk])).text
    assert reverse("admin:welcome_case_letter", args=[missed.pk, "abroad"]) in text
    assert reverse("document", args=[missed.released_decision.notice_id]) in text
