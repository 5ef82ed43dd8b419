"""The certificate of de-minimis aid: made once, when an award of an authority under NRW law is final."""

from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from tests.database import refused_by, sql
from tests.factories import (
    fresh,
    make_authority,
    make_case,
    make_package,
    make_staff,
    make_startup,
    make_user,
    officer_of,
    owner_of,
    sign_in,
)
from welcome.certificate import certificate_data, render_certificate
from welcome.choices import CaseState, DecisionKind
from welcome.models import Certificate, documents_visible_to

pytestmark = pytest.mark.django_db


def test_final_award_has_its_certificate_once():
    case = make_case(CaseState.FINAL)
    certificate = Certificate.objects.get()
    assert certificate.decision == case.released_decision
    assert certificate.document.name == f"{case.reference}-de-minimis.pdf"


@pytest.mark.parametrize(
    ("state", "kind"), [(CaseState.NOTIFIED, "grant"), (CaseState.FINAL, "reject")]
)
def test_what_is_no_final_award_has_none(state, kind):
    make_case(state, kind=DecisionKind(kind))
    assert not Certificate.objects.exists()


def test_letter_outside_the_regulation_has_none():
    make_case(CaseState.RELEASED, package=make_package(make_authority("none")))
    assert not Certificate.objects.exists()


def test_certificate_names_what_the_regulation_asks_for():
    case = make_case(CaseState.FINAL)
    data = certificate_data(case.released_decision)
    said = str(data["de"])
    for words in ["2023/2831", case.authority.name, case.startup.legal_name, "6.000,00 EUR"]:
        assert words in said
    assert data["de"]["title"] == "De-minimis-Bescheinigung"
    assert "300" not in str(data["en"]["facts"])  # no rolling sum


def test_certificate_is_an_accessible_pdf_with_any_name():
    startup = make_startup(legal_name="ಕಾವೇರಿ Müller 𓀀 Private Limited")
    case = make_case(CaseState.FINAL, startup=startup)
    root = PdfReader(BytesIO(render_certificate(case.released_decision))).root_object
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert root["/Lang"] == "de-DE"
    assert root["/MarkInfo"]["/Marked"]


def test_owners_and_staff_open_it_and_nobody_else(client):
    case = make_case(CaseState.FINAL)
    document = Certificate.objects.get().document
    for person in (owner_of(case.startup), make_staff(case.authority)):
        assert document in documents_visible_to(person)
    assert document not in documents_visible_to(make_user())
    other = make_staff(make_authority())
    assert document not in documents_visible_to(other)


def test_certificate_is_on_both_pages_of_the_case(client):
    case = fresh(make_case(CaseState.FINAL))
    address = reverse("document", args=[Certificate.objects.get().document_id])
    sign_in(client, owner_of(case.startup))
    assert address in client.get(case.get_absolute_url()).text
    sign_in(client, officer_of(case.authority))
    assert address in client.get(reverse("admin:welcome_case_change", args=[case.pk])).text


def test_certificate_is_kept():
    make_case(CaseState.FINAL)
    with refused_by("certificate_append_only"):
        sql("DELETE FROM welcome_certificate")


def test_database_certifies_nothing_but_aid():
    case = make_case(CaseState.NOTIFIED, kind=DecisionKind.REJECT)
    decision = case.released_decision
    with refused_by("certificate_of_aid"):
        Certificate.objects.create(
            decision=decision, document=decision.notice, made_at=decision.signed_at
        )
