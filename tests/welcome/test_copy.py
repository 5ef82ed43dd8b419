"""The copy of what was submitted, for the applicant's own files."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from tests.factories import make_case, make_package, make_question, make_user, owner_of, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    package = make_package(required_documents=["pitch_deck"])
    make_question(package)
    aid = {
        "received": "yes",
        "lines": [{"authority": "NRW.BANK", "granted_on": "2023-05-02", "amount": "12500.00"}],
    }
    return make_case(package=package, aid=aid)


def text_of(response):
    pages = PdfReader(io.BytesIO(response.content)).pages
    text = " ".join(page.extract_text() for page in pages).replace("\u200b", "")
    return " ".join(text.split())


def address(case, language="en"):
    return reverse("application_copy", args=[case.application_id, 1]).replace(
        "/en/", f"/{language}/"
    )


def test_copy_holds_everything_that_was_sent(client, case):
    sign_in(client, owner_of(case.startup))
    response = client.get(address(case))
    text = text_of(response)
    document = case.revision.documents.get().document
    for words in (
        case.reference, "A pocket ultrasound.", "Meera Nagarajan, managing director", "NRW.BANK", "EUR 12,500.00",
        "Where in NRW do you want to begin?", "is correct and complete", document.name, case.startup.legal_name,
    ):  # fmt: skip
        assert words in text.replace("\xa0", " "), words
    assert document.sha256[:20] in text.replace(" ", "")
    assert response["Content-Disposition"].startswith("attachment")


def test_copy_is_in_the_readers_language(client, case):
    sign_in(client, owner_of(case.startup))
    assert "Wo in NRW möchten Sie beginnen?" in text_of(client.get(address(case, "de")))


def test_copy_is_the_same_every_time(client, case):
    sign_in(client, owner_of(case.startup))
    assert client.get(address(case)).content == client.get(address(case)).content


def test_copy_is_for_ones_own_people(client, case):
    sign_in(client, make_user())
    assert client.get(address(case)).status_code == 404


def test_copy_of_a_version_that_is_not_there_is_not_found(client, case):
    sign_in(client, owner_of(case.startup))
    assert client.get(address(case).replace("/copy/1/", "/copy/99999999999/")).status_code == 404
