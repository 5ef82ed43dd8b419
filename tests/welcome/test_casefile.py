"""A whole case as one PDF and as a ZIP, and a document shown beside the page of its case."""

import hashlib
import io
import json
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pypdf import PdfReader

from corridor.documents.models import Access
from tests.documents.conftest import PDF_BYTES
from tests.factories import (
    fresh,
    make_application,
    make_authority,
    make_case,
    make_package,
    make_staff,
    make_startup,
    make_user,
    officer_of,
    owner_of,
    sign_in,
    signatory_of,
    take_step,
)
from welcome import actions
from welcome.choices import DocumentKind

pytestmark = pytest.mark.django_db


def make_filed_case(*verbs):
    """A case with an upload, walked on by some verbs."""
    package = make_package(required_documents=["pitch_deck"])
    draft = make_application(make_startup(), [package])
    draft.attachments.all().delete()
    owner = owner_of(draft.startup)
    file = SimpleUploadedFile("deck.pdf", PDF_BYTES)
    actions.upload(application=draft, kind=DocumentKind.PITCH_DECK, file=file, by=owner)
    (case,) = actions.submit(application=draft, by=owner)
    for verb in verbs:
        take_step(case, verb)
    return fresh(case)


def taken(client, case, name):
    return client.get(reverse(f"admin:welcome_case_{name}", args=[case.pk]))


def text_of(content):
    pages = PdfReader(io.BytesIO(content)).pages
    text = " ".join(page.extract_text() for page in pages).replace("\u200b", "")
    return " ".join(text.replace("\xa0", " ").split())


def test_paper_holds_what_was_typed_said_and_decided(client):
    case = make_filed_case("take", "request_information")
    actions.write_to_authority(
        case=case, text="We will answer on Monday.", by=owner_of(case.startup)
    )
    sign_in(client, officer_of(case.authority))
    text = text_of(taken(client, case, "file").content)
    for words in (
        case.reference, "A pocket ultrasound.", "Please tell us more.", "We will answer on Monday.", "deck.pdf",
        "SHA-256", case.startup.legal_name, "Version 1 of the application", "Record of the case",
    ):  # fmt: skip
        assert words in text, words


def test_paper_of_a_decided_case_names_who_decided(client):
    case = make_case("final")
    sign_in(client, officer_of(case.authority))
    text = text_of(taken(client, case, "file").content)
    for words in (
        "Die Voraussetzungen der Richtlinie sind geprüft.", "Decision: Award", "EUR 6,000.00",
        signatory_of(case.authority).name.split()[0], "Counts as notified on", "Award in use",
    ):  # fmt: skip
        assert words in text, words


def test_paper_leaves_out_what_another_authority_asked(client):
    mine, other = make_package(), make_package(title_en="Their package")
    draft = make_application(make_startup(), [mine, other])
    case = actions.submit(application=draft, by=owner_of(draft.startup))[0]
    sign_in(client, officer_of(case.authority))
    assert "Their package" not in text_of(taken(client, case, "file").content)


def test_archive_holds_the_uploads_and_checksums_that_are_right(client):
    case = make_filed_case("take")
    sign_in(client, officer_of(case.authority))
    found = ZipFile(io.BytesIO(b"".join(taken(client, case, "archive").streaming_content)))
    assert found.testzip() is None
    listed = dict(
        reversed(line.split("  ")) for line in found.read("SHA256SUMS").decode().splitlines()
    )
    assert listed.keys() == {f"{case.reference}.pdf", "documents/001-deck.pdf"}
    for path, digest in listed.items():
        assert hashlib.sha256(found.read(path)).hexdigest() == digest
    manifest = json.loads(found.read("manifest.json"))
    assert [each["file"] for each in manifest["files"]] == ["documents/001-deck.pdf"]


@pytest.mark.parametrize("name", ["file", "archive"])
def test_who_took_the_file_is_noted(client, name):
    case = make_filed_case()
    officer = officer_of(case.authority)
    sign_in(client, officer)
    taken(client, case, name)
    assert [(entry.by, entry.subject) for entry in Access.objects.all()] == [(officer, case.pk)]


@pytest.mark.parametrize("name", ["file", "archive"])
def test_file_is_for_the_authority_alone(client, name):
    case = make_filed_case()
    for stranger in (make_staff(make_authority()), owner_of(case.startup), make_user()):
        sign_in(client, stranger)
        assert taken(client, case, name).status_code == 404
    assert not Access.objects.exists()


def shown(client, case, document):
    address = reverse("admin:welcome_case_change", args=[case.pk])
    return client.get(address, {"beside": str(document)})


def test_document_is_shown_beside_the_answers(client):
    case = make_filed_case()
    document = case.revision.documents.get().document
    sign_in(client, officer_of(case.authority))
    response = shown(client, case, document.pk)
    frame = reverse("document", args=[document.pk]) + "?inline"
    assert f'<iframe src="{frame}"' in response.text
    assert "frame-src 'self'" in response["Content-Security-Policy"]
    content = client.get(frame)
    assert content["Content-Disposition"].startswith("inline")
    assert b"".join(content.streaming_content) == PDF_BYTES


def test_document_of_another_case_is_not_shown(client):
    case, other = make_filed_case(), make_filed_case()
    sign_in(client, officer_of(case.authority))
    assert "<iframe" not in shown(client, case, other.revision.documents.get().document_id).text
    assert "<iframe" not in shown(client, case, "nothing").text


def test_timeline_joins_steps_and_messages_in_their_order(client):
    case = make_filed_case("take")
    actions.write_to_authority(case=case, text="We have moved.", by=owner_of(case.startup))
    sign_in(client, officer_of(case.authority))
    stops = client.get(reverse("admin:welcome_case_change", args=[case.pk])).context["stops"]
    assert [stop["state"] for stop in stops] == ["passed", "passed", "here"]
    assert stops[-1]["note"] == "We have moved."


def test_auditor_reads_edits_and_downloads_in_the_timeline(client):
    case = make_filed_case("take")
    officer = officer_of(case.authority)
    sign_in(client, officer)
    taken(client, case, "file")
    address = reverse("admin:welcome_case_change", args=[case.pk])
    officers = client.get(address).context["stops"]
    auditor = make_user("Anke Audit", roles=["auditor"])
    seen = sign_in(client, auditor).get(address).context["stops"]
    notes = " ".join(stop["note"] for stop in seen)
    assert f"{case.reference}.pdf" in notes
    assert officer.name in notes  # the case officer was nobody before
    assert f"{case.reference}.pdf" not in " ".join(stop["note"] for stop in officers)
