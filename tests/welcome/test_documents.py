"""The documents of a draft: who adds, replaces and removes what, how much there may be, and the page for it."""

from datetime import timedelta
from functools import partial

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from corridor import clock
from corridor.documents.files import XLSX, UnknownType, WrongExtension
from corridor.documents.models import Access, Document
from tests.documents.conftest import PDF_BYTES, office, picture
from tests.factories import (
    make_application,
    make_case,
    make_document,
    make_package,
    make_user,
    officer_of,
    owner_of,
    sign_in,
)
from tests.threads import at_once, refusals
from welcome import actions
from welcome.actions import files
from welcome.admin.forms import PackageForm
from welcome.choices import CaseState, DocumentKind
from welcome.exceptions import AlreadySubmitted, FileGone, NoRoom
from welcome.models import RevisionDocument, documents_visible_to

pytestmark = pytest.mark.django_db

DECK, PLAN = DocumentKind.PITCH_DECK, DocumentKind.BUSINESS_PLAN


@pytest.fixture
def draft():
    return make_application(packages=[make_package(required_documents=[DECK])], complete=False)


def file(content=PDF_BYTES, name="deck.pdf"):
    return SimpleUploadedFile(name, content)


def upload(draft, content=PDF_BYTES, name="deck.pdf", kind=DECK):
    return actions.upload(
        application=draft, kind=kind, file=file(content, name), by=owner_of(draft.startup)
    )


def other(number):
    return PDF_BYTES.replace(b"1.7\n", f"1.7\n%{number}\n".encode())


# Actions


def test_upload_keeps_content_and_hash(draft, settings):
    kept = upload(draft).document
    assert (settings.PRIVATE_DIR / kept.path).read_bytes() == PDF_BYTES
    assert (kept.name, kept.size) == ("deck.pdf", len(PDF_BYTES))


def test_upload_sent_twice_is_there_once(draft):
    assert upload(draft) == upload(draft)
    assert Document.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "name", "refusal"),
    [(picture("WEBP"), "a.webp", UnknownType), (office(XLSX), "a.docx", WrongExtension)],
)
def test_upload_that_is_refused_leaves_no_row(draft, content, name, refusal):
    with pytest.raises(refusal):
        upload(draft, content, name)
    assert not Document.objects.exists()


@pytest.mark.parametrize("limit", [("MOST_FILES", 2), ("MOST_BYTES", 2 * len(other(1)))])
def test_upload_beyond_what_an_application_holds_leaves_no_row(draft, monkeypatch, limit):
    monkeypatch.setattr(files, *limit)
    upload(draft, other(1))
    upload(draft, other(2))
    with pytest.raises(NoRoom, match="at most"):
        upload(draft, other(3))
    assert Document.objects.count() == 2


def test_upload_without_room_is_not_even_written(draft, monkeypatch, settings):
    monkeypatch.setattr(files, "MOST_FILES", 1)
    upload(draft)
    before = sorted(settings.PRIVATE_DIR.rglob("*"))
    with pytest.raises(NoRoom):
        upload(draft, other(1))
    assert sorted(settings.PRIVATE_DIR.rglob("*")) == before


@pytest.mark.django_db(transaction=True)
def test_uploads_at_the_same_moment_keep_the_limit(draft, monkeypatch):
    monkeypatch.setattr(files, "MOST_FILES", 2)

    results = at_once(*(partial(upload, draft, other(number)) for number in range(4)))
    assert refusals(results) == [NoRoom, NoRoom]
    assert (draft.attachments.count(), Document.objects.count()) == (2, 2)


def test_replacement_erases_what_it_replaces(draft):
    old = upload(draft)
    new = actions.replace(
        attachment=old, file=file(other(1), "new.pdf"), by=owner_of(draft.startup)
    )
    assert list(draft.attachments.all()) == [new]
    assert (new.kind, new.document.name) == (DECK, "new.pdf")
    assert not Document.objects.filter(pk=old.document_id).exists()


def test_file_is_replaced_once(draft):
    """A second click, or a second person: the place is taken."""
    old, owner = upload(draft), owner_of(draft.startup)
    actions.replace(attachment=old, file=file(other(1)), by=owner)
    with pytest.raises(FileGone):
        actions.replace(attachment=old, file=file(other(2)), by=owner)
    assert draft.attachments.count() == 1


def test_replacement_needs_no_room_beside_what_it_replaces(draft, monkeypatch):
    monkeypatch.setattr(files, "MOST_FILES", 1)
    old = upload(draft)
    assert actions.replace(attachment=old, file=file(other(1)), by=owner_of(draft.startup))


def test_replacement_without_room_is_not_even_written(draft, settings, monkeypatch):
    old = upload(draft)
    monkeypatch.setattr(files, "MOST_BYTES", len(PDF_BYTES))
    with pytest.raises(NoRoom):
        actions.replace(attachment=old, file=file(other(1)), by=owner_of(draft.startup))
    written = [path for path in settings.PRIVATE_DIR.rglob("*") if path.is_file()]
    assert written == [settings.PRIVATE_DIR / old.document.path]


def test_file_that_was_submitted_before_outlives_its_removal(draft):
    """A document taken over from an earlier application belongs to that one, too."""
    document = make_document()
    RevisionDocument.objects.create(revision=make_case().revision, kind=DECK, document=document)
    owner = owner_of(draft.startup)
    kept = actions.attach(application=draft, kind=DECK, document=document, by=owner)
    actions.detach(attachment=kept, by=owner)
    assert not draft.attachments.exists()
    assert Document.objects.filter(pk=document.pk).exists()


def test_submitted_files_stay():
    case = make_case(package=make_package(required_documents=[DECK]))
    kept, owner = case.application.attachments.get(), owner_of(case.startup)
    for change in (
        lambda: actions.detach(attachment=kept, by=owner),
        lambda: actions.replace(attachment=kept, file=file(), by=owner),
        lambda: upload(case.application),
    ):
        with pytest.raises(AlreadySubmitted):
            change()
    assert case.revision.documents.get().document == kept.document


# Who sees what


def test_authority_sees_what_its_package_asks_for_and_no_more(client):
    """Two packages of two authorities: each reads its own kinds and what nobody asked for."""
    packages = [make_package(required_documents=[kind]) for kind in (DECK, PLAN)]
    draft = make_application(packages=packages)
    owner = owner_of(draft.startup)
    free = actions.attach(
        application=draft,
        kind=DocumentKind.INCORPORATION,
        document=make_document("free.pdf"),
        by=owner,
    )
    actions.submit(application=draft, by=owner)
    for package, kind in zip(packages, (DECK, PLAN), strict=True):
        officer = officer_of(package.authority)
        seen = set(documents_visible_to(officer).values_list("pk", flat=True))
        assert seen == {free.document_id, draft.attachments.get(kind=kind).document_id}


# The page


def page(draft, client, data=None):
    sign_in(client, owner_of(draft.startup))
    address = reverse("application_documents", args=[draft.pk])
    return client.post(address, data) if data is not None else client.get(address)


def test_page_says_who_sees_what_and_what_is_missing(draft, client):
    text = page(draft, client).text
    assert str(draft.packages.get().authority) in text
    assert "Nothing yet." in text


def test_several_files_are_kept_at_once_and_can_be_opened(draft, client):
    files = [file(other(1), "one.pdf"), file(other(2), "two.pdf")]
    assert page(draft, client, {"kind": DECK, "files": files}).status_code == 302
    kept = draft.attachments.select_related("document").order_by("pk")
    assert [row.document.name for row in kept] == ["one.pdf", "two.pdf"]
    response = client.get(reverse("document", args=[kept[0].document_id]))
    assert b"".join(response.streaming_content) == other(1)
    assert Access.objects.get().by == owner_of(draft.startup)


def test_file_that_is_refused_keeps_out_none_of_the_others(draft, client):
    files = [file(), file(b"<html>", "page.html"), file(b"", "empty.pdf")]
    text = page(draft, client, {"kind": DECK, "files": files}).text
    assert "1 file is added." in text
    assert 'href="#id_files"' in text
    assert "page.html: This kind of file" in text
    assert draft.attachments.get().document.sha256 in text


def test_page_without_a_file_says_so(draft, client):
    assert "Choose a file." in page(draft, client, {"kind": DECK}).text


def test_kind_that_nobody_asks_for_is_not_taken(draft, client):
    page(draft, client, {"kind": PLAN, "files": [file()]})
    assert not draft.attachments.exists()


@pytest.mark.parametrize("required", [[], [DECK]])
def test_another_document_is_added_and_seen_by_every_officer(client, required):
    """Whatever the packages ask for, also for nothing at all."""
    packages = [make_package(required_documents=required) for _each in range(2)]
    draft = make_application(packages=packages)
    assert 'value="other"' in page(draft, client).text
    page(draft, client, {"kind": DocumentKind.OTHER, "files": [file(other(7), "letter.pdf")]})
    assert "letter.pdf" in page(draft, client).text
    for case in actions.submit(application=draft, by=owner_of(draft.startup)):
        sign_in(client, officer_of(case.authority))
        shown = client.get(reverse("admin:welcome_case_change", args=[case.pk])).text
        assert "Another document" in shown
        assert "letter.pdf" in shown


def test_no_package_asks_for_another_document():
    form = PackageForm()
    assert DocumentKind.OTHER not in dict(form.fields["required_documents"].choices)
    assert DECK in dict(form.fields["required_documents"].choices)


def test_file_of_a_package_that_was_taken_out_is_shown_still(draft, client):
    upload(draft)
    draft.packages.set([make_package(required_documents=[PLAN])])
    assert "Nobody asks for it any more" in page(draft, client).text


def test_document_is_replaced(draft, client):
    old = upload(draft)
    sign_in(client, owner_of(draft.startup))
    address = reverse("application_document_replace", args=[draft.pk, old.pk])
    assert "Replace deck.pdf" in client.get(address).text
    assert 'href="#id_file"' in client.post(address, {"file": file(b"<html>")}).text
    response = client.post(address, {"file": file(other(1), "new.pdf")}, follow=True)
    assert "new.pdf takes the place of deck.pdf." in response.text


def test_replacement_beyond_the_limit_is_refused_at_its_field(draft, client, monkeypatch):
    old = upload(draft)
    monkeypatch.setattr(files, "MOST_BYTES", 1)
    sign_in(client, owner_of(draft.startup))
    address = reverse("application_document_replace", args=[draft.pk, old.pk])
    assert "at most" in client.post(address, {"file": file(other(1))}).text


def test_file_sent_again_is_not_said_to_be_added(draft, client):
    upload(draft)
    sign_in(client, owner_of(draft.startup))
    address = reverse("application_documents", args=[draft.pk])
    again = [file(name="again.pdf"), file(other(1), "b.pdf"), file(other(1), "c.pdf")]
    text = client.post(address, {"kind": DECK, "files": again}, follow=True).text
    assert "again.pdf is here already" in text
    assert "c.pdf is here already" in text
    assert "1 file is added." in text


def test_document_is_removed(draft, client):
    kept = upload(draft)
    sign_in(client, owner_of(draft.startup))
    client.post(reverse("application_document_remove", args=[draft.pk, kept.pk]))
    assert not draft.attachments.exists()


def test_document_of_others_is_not_found(draft, client):
    document = upload(draft).document
    sign_in(client, make_user())
    assert client.get(reverse("document", args=[document.pk])).status_code == 404
    assert not Access.objects.exists()


def test_page_costs_the_same_for_many_files(draft, client, django_assert_max_num_queries):
    for number in range(6):
        upload(draft, other(number))
    sign_in(client, owner_of(draft.startup))
    address = reverse("application_documents", args=[draft.pk])
    client.get(address)
    with django_assert_max_num_queries(14):
        client.get(address)


def test_file_of_an_answer_that_finds_no_room_leaves_no_row(client, monkeypatch):
    case = make_case(CaseState.CHECKING)
    actions.request_information(
        case=case,
        sections=["documents"],
        message="Send your deck.",
        due_on=clock.today() + timedelta(days=14),
        by=officer_of(case.authority),
    )
    monkeypatch.setattr(files, "MOST_FILES", 0)
    sign_in(client, owner_of(case.startup))
    address = reverse("answer_documents", args=[case.reference])
    assert "at most 0 files" in client.post(address, {"kind": DECK, "files": file()}).text
    assert not Document.objects.exists()
