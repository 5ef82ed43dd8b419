"""The notice of what is typed right now: a draft on every page, and nothing is saved."""

import io

import pytest
from django.core.files.storage import storages
from pypdf import PdfReader

from corridor.documents.models import Document
from tests.factories import days_ago, make_authority, make_case, make_staff, officer_of, sign_in
from tests.welcome.test_admin_verbs import address, prints, proposal_of
from welcome.choices import StaffRole
from welcome.exceptions import ItemsMissing
from welcome.models import CaseEvent, DecisionItem, Revocation

pytestmark = pytest.mark.django_db

WORDS = {"reasons_de": "Das Vorhaben überzeugt.", "reasons_en": "The plan convinces."}


def previewed(client, case, verb="propose", **fields):
    sign_in(client, officer_of(case.authority))
    return client.post(address(case, verb), {"preview": "1", **fields})


def pages_of(response):
    assert response["Content-Type"] == "application/pdf"
    return [page.extract_text() for page in PdfReader(io.BytesIO(response.content)).pages]


def everything(case):
    """What a proposal writes, and what a signature would."""
    rows = (CaseEvent, DecisionItem, Revocation, Document)
    return prints(case), [model.objects.count() for model in rows]


def test_typed_proposal_is_shown_as_a_draft_on_every_page(client):
    case = make_case("review")
    long = "Das Vorhaben überzeugt. " * 300
    response = previewed(client, case, **proposal_of(case, **{**WORDS, "reasons_de": long}))
    pages = pages_of(response)
    assert "Bewilligungsbescheid" in pages[0]
    assert "Das Vorhaben überzeugt." in pages[1]
    assert "The plan convinces." in pages[-1]
    for page in pages:
        assert "Entwurf – nicht gezeichnet" in page or "Draft – not signed" in page


def test_preview_saves_nothing_and_the_proposal_can_follow(client, monkeypatch):
    case = make_case("review")
    kept = []
    monkeypatch.setattr(storages["private"], "save", lambda *_args: kept.append(1))
    before = everything(case)
    previewed(client, case, **proposal_of(case))
    assert (everything(case), kept) == (before, [])
    client.post(address(case, "propose"), proposal_of(case))
    assert case.decisions.get().proposed_by == officer_of(case.authority)


def test_preview_of_an_incomplete_proposal_shows_the_form_with_its_errors(client):
    case = make_case("review")
    typed = proposal_of(case, reasons_de="Fast fertig", reasons_en=" ")
    response = previewed(client, case, **typed)
    assert "Fill this in." in response.text
    assert "Fast fertig" in response.text


def test_preview_says_what_the_proposal_itself_would_refuse(client):
    case = make_case("review")
    none = {name: 0 for name in proposal_of(case) if name.startswith("item_")}
    response = previewed(client, case, **proposal_of(case, **none))
    assert str(ItemsMissing.message) in response.text


def test_inadmissible_application_has_its_preview_too(client):
    case = make_case("checking")
    pages = pages_of(previewed(client, case, **proposal_of(case, **WORDS)))
    assert "Ablehnung als unzulässig" in pages[0]


def test_revocation_has_its_preview_too(client):
    with days_ago(30):
        case = make_case("heard")
    before = everything(case)
    pages = pages_of(previewed(client, case, "propose_revocation", effect="future", **WORDS))
    assert "Widerruf" in pages[0]
    assert "Entwurf – nicht gezeichnet" in pages[0]
    assert everything(case) == before


@pytest.mark.parametrize("role", [StaffRole.OFFICER, StaffRole.SIGNATORY])
def test_preview_is_not_there_for_another_authority(client, role):
    case = make_case("review")
    sign_in(client, make_staff(make_authority(), role))
    typed = {"preview": "1", **proposal_of(case)}
    assert client.post(address(case, "propose"), typed).status_code == 404


def test_signed_notice_is_no_draft(client):
    case = make_case("signed")
    with storages["private"].open(case.open_decision.notice.path) as file:
        words = "".join(page.extract_text() for page in PdfReader(file).pages)
    assert "Bewilligungsbescheid" in words
    assert "nicht gezeichnet" not in words
