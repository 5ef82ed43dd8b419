"""Keeping files: first the content under its hash, then a row that says whose it is; erasing them; who took them."""

import hashlib
from functools import partial

from django.core.files.base import ContentFile, File
from django.core.files.storage import storages
from django.db import connection, transaction
from django.db.models import ProtectedError

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from corridor.documents.files import check_upload, clean_name
from corridor.documents.models import LOG_KEPT, Access, Document, Export


def store(file: File, *, name: str, by: User | None, types=None) -> Document:
    """Keep an upload. Raises a FileRefused (corridor.documents.files) for what may not be kept."""
    return record(file=file, document=prepare(file, name=name, by=by, types=types), by=by)


def store_bytes(data: bytes, *, name: str, media_type: str, by: User | None) -> Document:
    """Keep a file that the portal made itself."""
    file = ContentFile(data)
    return record(file=file, document=written(file, name, media_type, by), by=by)


def prepare(file: File, *, name: str, by: User | None, types=None) -> Document:
    """Check an upload and write its content; `record` then writes the row, in the transaction of what it belongs to.

    Whatever fails in between leaves an orphan that housekeeping sweeps. Raises a FileRefused.
    """
    return written(file, name, check_upload(file, types), by)


def written(file, name, media_type, by):
    document = Document(
        sha256=hash_of(file),
        name=clean_name(name, media_type),
        media_type=media_type,
        size=file.size,
        uploaded_by=by,
        uploaded_at=clock.now(),
    )
    write(file, document)
    return document


@action
def record(*, file: File, document: Document, by: User | None) -> Document:
    """Write the row of a prepared document while the sweep is kept off its content."""
    lock_content(document.sha256, "pg_advisory_xact_lock_shared")
    write(file, document)
    document.save(force_insert=True)
    return document


@action
def erase(*, document: Document, by: User | None):
    """Delete a document's row and then its file, unless another row names the same content."""
    document.delete()
    gone = partial(delete_unless_named, document.path, document.sha256)
    transaction.on_commit(gone, robust=True)  # what fails here is left to the sweep


def let_go(document: Document, *, by: User | None) -> None:
    """Erase a document that its owner has taken out, unless something else names it too."""
    try:
        erase(document=document, by=by)
    except ProtectedError:  # it was submitted, too, and stays with what was
        return


@action
def log_access(*, document: Document, by: User) -> Access:
    """Note that somebody takes a file."""
    said = {"subject": document.pk, "name": document.name, "sha256": document.sha256}
    return Access.objects.create(by=by, at=clock.real_now(), **said)


@action
def log_bundle(*, subject, name: str, by: User) -> Access:
    """Note that somebody takes many files as one, put together from `subject` (an id)."""
    return Access.objects.create(by=by, at=clock.real_now(), subject=subject, name=name)


@action
def log_export(*, what: str, query: str, rows: int, by: User) -> Export:
    """Note that somebody takes a list as a table: its name, the filters as its address has them, how many rows."""
    return Export.objects.create(
        by=by, at=clock.real_now(), what=what, query=query[:1000], rows=rows
    )


@action
def forget_accesses(*, by: None = None) -> int:
    """Delete what the logs keep no longer; how many entries that were."""
    old = {"at__lt": clock.real_now() - LOG_KEPT}
    return sum(log.objects.filter(**old).delete()[0] for log in (Access, Export))


@transaction.atomic
def delete_unless_named(path: str, sha256: str):
    """Delete one file, unless a row names its content or an upload of it is just being recorded."""
    if (
        lock_content(sha256, "pg_try_advisory_xact_lock")
        and not Document.objects.filter(sha256=sha256).exists()
    ):
        storages["private"].delete(path)


def write(file, document):
    """Write the content unless it is there, whole. A size that differs is the rest of a write that was cut off."""
    storage = storages["private"]
    if storage.exists(document.path):
        if storage.size(document.path) == document.size:
            return
        storage.delete(document.path)
    file.seek(0)
    written = storage.save(document.path, file)
    if written != document.path:  # another process wrote the same content in this moment
        storage.delete(written)


def lock_content(sha256: str, function: str) -> bool:
    """Take PostgreSQL's lock on one content until the transaction ends; False when a "try" found it taken."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(hashtextextended(%s, 0))", [f"document {sha256}"])
        return cursor.fetchone()[0] is not False


def hash_of(file) -> str:
    digest = hashlib.sha256()
    file.seek(0)
    for chunk in file.chunks():
        digest.update(chunk)
    return digest.hexdigest()
