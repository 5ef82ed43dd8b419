"""One's whole file as a ZIP."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from corridor.documents.models import Access, Document
from startups.choices import MemberRole
from startups.models import Membership
from tests.documents.conftest import PDF_BYTES
from tests.factories import (
    make_application,
    make_case,
    make_document,
    make_package,
    make_startup,
    make_user,
    officer_of,
    owner_of,
    sign_in,
)
from welcome import actions, archive
from welcome.choices import CaseState, DocumentKind, StaffRole

pytestmark = pytest.mark.django_db

DECK = DocumentKind.PITCH_DECK


def exported(client, application, person):
    """The archive as a browser gets it: names with contents, and the facts."""
    sign_in(client, person)
    response = client.get(reverse("application_export", args=[application.pk]))
    found = ZipFile(BytesIO(b"".join(response.streaming_content)))
    assert found.testzip() is None
    contents = {name: found.read(name) for name in found.namelist()}
    return contents, json.loads(contents["application.json"])


def editor_of(startup):
    person = make_user("Vikram Hegde")
    Membership.objects.create(
        startup=startup, user=person, role=MemberRole.EDITOR, since=startup.created_at
    )
    return person


def send(draft, name):
    return actions.upload(
        application=draft,
        kind=DECK,
        file=SimpleUploadedFile(name, PDF_BYTES),
        by=owner_of(draft.startup),
    )


def test_draft_with_its_answers_and_files(client):
    draft = make_application(packages=[make_package(required_documents=[DECK])], complete=False)
    send(draft, "../CON.pdf")
    contents, facts = exported(client, draft, owner_of(draft.startup))
    assert contents["documents/001-CON.pdf"] == PDF_BYTES
    assert facts["draft"]["documents"][0]["file"] == "documents/001-CON.pdf"
    assert facts["versions"] == facts["cases"] == []


def test_submitted_application_with_its_versions_and_correspondence(client):
    package = make_package(required_documents=[DECK])
    draft = make_application(make_startup(), [package])
    draft.attachments.all().delete()
    send(draft, "deck.pdf")
    (case,) = actions.submit(application=draft, by=owner_of(draft.startup))
    actions.write_to_authority(
        case=case,
        text="Our deck is new.",
        files=[SimpleUploadedFile("deck.pdf", PDF_BYTES)],
        by=owner_of(case.startup),
    )
    contents, facts = exported(client, draft, owner_of(draft.startup))
    assert contents["versions/1.pdf"].startswith(b"%PDF")
    assert facts["versions"][0]["answers"]["product"]["product"] == "A pocket ultrasound."
    (message,) = facts["cases"][0]["messages"]
    assert message["text"] == "Our deck is new."
    assert contents[message["files"][0]["file"]] == PDF_BYTES


@pytest.mark.parametrize("state", [CaseState.PROPOSED, CaseState.SIGNED, CaseState.RELEASED])
def test_decision_that_has_not_arrived_is_not_in_it(client, state):
    case = make_case(state)
    contents, facts = exported(client, case.application, owner_of(case.startup))
    (found,) = facts["cases"]
    assert found["decisions"] == []
    assert found["stage"] == case.public_stage
    assert not [name for name in contents if name.startswith("notices")]
    assert b"Discretion" not in contents["application.json"]


def test_export_is_no_retrieval(client):
    case = make_case(CaseState.RELEASED)
    exported(client, case.application, owner_of(case.startup))
    assert case.released_decision.deliveries.get().retrieved_at is None


def test_decision_that_has_arrived_is_in_the_owners_file_alone(client):
    case = make_case(CaseState.NOTIFIED)
    contents, facts = exported(client, case.application, owner_of(case.startup))
    (decision,) = facts["cases"][0]["decisions"]
    assert contents[decision["notice"]["file"]].startswith(b"%PDF")
    assert decision["reasons_en"]
    _contents, facts = exported(client, case.application, editor_of(case.startup))
    assert facts["cases"][0]["decisions"] == []


def test_officer_who_has_a_start_up_gets_nothing_of_the_inside(client):
    """Who works for the authority sees proposals in the back office, never here."""
    case = make_case(CaseState.PROPOSED)
    person = owner_of(case.startup)
    actions.set_member(authority=case.authority, user=person, roles=[StaffRole.READER], by=None)
    _contents, facts = exported(client, case.application, person)
    assert facts["cases"][0]["decisions"] == []


def test_export_is_logged_and_not_for_others(client):
    case = make_case()
    address = reverse("application_export", args=[case.application.pk])
    for person in (make_user(), officer_of(case.authority), make_user(roles=["auditor"])):
        sign_in(client, person)
        assert client.get(address).status_code == 404
    assert not Access.objects.exists()
    sign_in(client, owner_of(case.startup))
    client.head(address)
    assert not Access.objects.exists()
    client.get(address)
    assert Access.objects.get().subject == case.application.pk


def test_lost_content_leaves_the_rest(client, caplog):
    draft = make_application(packages=[make_package(required_documents=[DECK])])
    assert Document.objects.count() == 1  # its content is on no disk
    contents, _facts = exported(client, draft, owner_of(draft.startup))
    assert list(contents) == ["application.json"]
    assert "is missing" in caplog.text


def test_same_document_is_there_once():
    gathering, document = archive.Gathering(), make_document()
    first = gathering.document(document, "documents")
    assert gathering.document(document, "messages") == first
    assert len(gathering.papers) == 1


def test_archive_is_written_piece_by_piece(monkeypatch):
    monkeypatch.setattr(archive, "CHUNK", 10)
    papers = [archive.Paper("a.txt", content=b"x" * 100), archive.Paper("b.txt", content=b"y")]
    pieces = list(archive.zipped(papers))
    assert max(map(len, pieces)) < 300
    assert ZipFile(BytesIO(b"".join(pieces))).read("a.txt") == b"x" * 100


def test_copy_of_what_was_submitted_is_logged_too(client):
    case = make_case()
    sign_in(client, owner_of(case.startup))
    client.get(reverse("application_copy", args=[case.application.pk, 1]))
    assert Access.objects.get().name.endswith("-1.pdf")
