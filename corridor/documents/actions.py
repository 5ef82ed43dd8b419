"""Keeping files: the content goes to the private storage under its hash, then a row says whose it is; erasing them."""

import hashlib
from functools import partial

from django.core.files.base import ContentFile, File
from django.core.files.storage import storages
from django.db import connection, transaction

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from corridor.documents.files import check_upload, clean_name
from corridor.documents.models import Document


def store(file: File, *, name: str, by: User | None, types=None) -> Document:
    """Keep an upload. Raises a FileRefused (corridor.documents.files) for what may not be kept."""
    return keep(file, name=name, media_type=check_upload(file, types), by=by)


def store_bytes(data: bytes, *, name: str, media_type: str, by: User | None) -> Document:
    """Keep a file that the portal made itself."""
    return keep(ContentFile(data), name=name, media_type=media_type, by=by)


def keep(file, *, name, media_type, by):
    """First the file, then its row: whatever fails in between leaves an orphan that housekeeping sweeps."""
    document = Document(
        sha256=hash_of(file),
        name=clean_name(name, media_type),
        media_type=media_type,
        size=file.size,
        uploaded_by=by,
        uploaded_at=clock.now(),
    )
    write(file, document)
    return record(file=file, document=document, by=by)


@action
def record(*, file, document, by) -> Document:
    """Write the row while the sweep is kept off its content."""
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
