import hashlib
import uuid
from datetime import timedelta

import pgtrigger
import pytest
from django.db import IntegrityError, transaction

from corridor import clock
from corridor.documents import actions, chores, files
from corridor.documents.files import PDF
from corridor.documents.models import Access, Document
from tests.documents.conftest import PDF_BYTES, picture
from tests.people import make_person

pytestmark = pytest.mark.django_db

HASH = hashlib.sha256(PDF_BYTES).hexdigest()


def test_upload_is_kept_under_its_hash(upload, private_dir):
    document = actions.store(upload("deck.pdf", PDF_BYTES), name="../My deck.PDF", by=None)
    assert (private_dir / HASH[:2] / HASH).read_bytes() == PDF_BYTES
    document.refresh_from_db()
    assert (document.sha256, document.name, document.media_type) == (HASH, "My deck.pdf", PDF)
    assert document.size == len(PDF_BYTES)
    assert abs((clock.now() - document.uploaded_at).total_seconds()) < 60


def test_same_content_twice_is_one_file_and_two_rows(upload, private_dir):
    first = actions.store(upload("a.pdf", PDF_BYTES), name="a.pdf", by=None)
    second = actions.store(upload("b.pdf", PDF_BYTES), name="b.pdf", by=None)
    assert first.pk != second.pk
    assert [file.name for file in private_dir.rglob("*") if file.is_file()] == [HASH]


def test_rest_of_a_broken_write_is_replaced(private_dir):
    (private_dir / HASH[:2]).mkdir(parents=True)
    (private_dir / HASH[:2] / HASH).write_bytes(PDF_BYTES[:10])
    actions.store_bytes(PDF_BYTES, name="a.pdf", media_type=PDF, by=None)
    assert (private_dir / HASH[:2] / HASH).read_bytes() == PDF_BYTES


def test_refused_upload_leaves_nothing(upload, private_dir):
    with pytest.raises(files.UnknownType):
        actions.store(upload("a.pdf", b"hello"), name="a.pdf", by=None)
    assert not private_dir.exists()
    assert not Document.objects.exists()


def test_file_outlives_a_rolled_back_row(private_dir):
    with transaction.atomic():
        actions.store_bytes(PDF_BYTES, name="a.pdf", media_type=PDF, by=None)
        transaction.set_rollback(True)
    assert (private_dir / HASH[:2] / HASH).exists()
    assert not Document.objects.exists()


def test_second_writer_of_the_same_content_leaves_one_file(private_dir, monkeypatch):
    actions.store_bytes(PDF_BYTES, name="a.pdf", media_type=PDF, by=None)
    storage = actions.storages["private"]
    monkeypatch.setattr(storage, "exists", lambda name: False)
    monkeypatch.setattr(storage, "get_available_name", lambda name, max_length=None: f"{name}_x")
    actions.store_bytes(PDF_BYTES, name="b.pdf", media_type=PDF, by=None)
    assert [file.name for file in private_dir.rglob("*") if file.is_file()] == [HASH]


@pytest.mark.parametrize(
    ("field", "value", "constraint"),
    [("size", 0, "document_not_empty"), ("sha256", "ABC", "document_hash_whole")],
)
def test_database_refuses_a_broken_row(field, value, constraint):
    document = actions.store_bytes(PDF_BYTES, name="a.pdf", media_type=PDF, by=None)
    document.pk = uuid.uuid4()
    setattr(document, field, value)
    with pytest.raises(IntegrityError, match=constraint):
        document.save(force_insert=True)


def test_erased_document_leaves_neither_row_nor_file(
    private_dir, django_capture_on_commit_callbacks
):
    document = actions.store_bytes(PDF_BYTES, name="a.pdf", media_type=PDF, by=None)
    with django_capture_on_commit_callbacks(execute=True):
        actions.erase(document=document, by=None)
    assert not Document.objects.exists()
    assert not (private_dir / HASH[:2] / HASH).exists()


def test_erased_document_leaves_the_content_of_another(
    private_dir, django_capture_on_commit_callbacks
):
    first, second = (
        actions.store_bytes(PDF_BYTES, name=name, media_type=PDF, by=None)
        for name in ("a.pdf", "b.pdf")
    )
    with django_capture_on_commit_callbacks(execute=True):
        actions.erase(document=first, by=None)
    assert Document.objects.get() == second
    assert (private_dir / HASH[:2] / HASH).exists()


def test_upload_of_a_type_that_is_not_taken_here_is_refused(upload):
    with pytest.raises(files.UnknownType, match="as PDF and upload"):
        actions.store(upload("a.png", picture()), name="a.png", types=[PDF], by=None)


def test_prepared_upload_has_content_and_no_row(upload, private_dir):
    actions.prepare(upload("a.pdf", PDF_BYTES), name="a.pdf", by=None)
    assert (private_dir / HASH[:2] / HASH).exists()
    assert not Document.objects.exists()


def access(age=timedelta()):
    document = actions.store_bytes(PDF_BYTES, name="a.pdf", media_type=PDF, by=None)
    entry = actions.log_access(document=document, by=make_person("meera@kaverion.example"))
    if age:
        with pgtrigger.ignore("documents.Access:access_kept"):
            Access.objects.update(at=clock.real_now() - age)
    return entry


def test_log_of_accesses_is_only_ever_added_to():
    entry = access()
    for change in (lambda: Access.objects.update(name="b"), entry.delete):
        with pytest.raises(IntegrityError, match="access_kept"), transaction.atomic():
            change()


def test_log_of_accesses_outlives_the_document():
    access()
    actions.erase(document=Document.objects.get(), by=None)
    assert Access.objects.get().name == "a.pdf"


@pytest.mark.parametrize(("age", "left"), [(364, 1), (366, 0)])
def test_log_of_accesses_is_kept_for_a_year(age, left):
    access(timedelta(days=age))
    chores.shorten_log()
    assert Access.objects.count() == left


def test_log_of_accesses_is_for_those_who_audit():
    entry = access()
    auditor = make_person("auditor@duesseldorf.example", roles=["auditor"])
    assert entry in Access.objects.visible_to(auditor)
    assert not Access.objects.visible_to(entry.by).exists()
