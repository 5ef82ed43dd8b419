"""The documents of a draft: added, replaced and removed until the submission; how much an application may hold."""

from collections.abc import Iterable

from django.core.files.base import File

from corridor.accounts.models import User
from corridor.actions import action
from corridor.documents import actions as documents
from corridor.documents.files import DOCX, JPEG, PDF, PNG, XLSX
from corridor.documents.models import Document
from welcome.actions.drafts import lock_draft, touch
from welcome.exceptions import FileGone, NoRoom
from welcome.models import Application, Attachment

TYPES = [PDF, PNG, JPEG, XLSX, DOCX]
MOST_FILES = 40
MOST_BYTES = 100 * 1024**2


def upload(*, application: Application, kind: str, file: File, by: User) -> Attachment:
    """Check an upload, write its content, then add it to the draft; what is refused leaves no row.

    The same content under the same kind is there once, however often it is sent. Raises a FileRefused, and what
    `attach` raises.
    """
    # Asked here too, so that what finds no room is not even written.
    require_room([*(row.document for row in kept(application)), Document(size=file.size)])
    document = documents.prepare(file, name=file.name, types=TYPES, by=by)
    return attach(application=application, kind=kind, document=document, file=file, by=by)


def replace(*, attachment: Attachment, file: File, by: User) -> Attachment:
    """Put an upload in the place of a file of a draft. Raises like `upload`."""
    others = kept(attachment.application).exclude(pk=attachment.pk)
    require_room([*(row.document for row in others), Document(size=file.size)])
    document = documents.prepare(file, name=file.name, types=TYPES, by=by)
    return exchange(attachment=attachment, document=document, file=file, by=by)


@action
def attach(
    *, application: Application, kind: str, document: Document, by: User, file: File | None = None
) -> Attachment:
    """Add a document to a draft: one that is kept already, or a prepared one with its `file`.

    Raises AlreadySubmitted, NotAMember, NoRoom.
    """
    draft = lock_draft(application, by)
    there = draft.attachments.filter(kind=kind, document__sha256=document.sha256).first()
    return there or added(draft, kind, document, file, by)


@action
def exchange(
    *, attachment: Attachment, document: Document, by: User, file: File | None = None
) -> Attachment:
    """A document takes the place of another one in a draft. Raises like `attach`, and FileGone."""
    draft = lock_draft(attachment.application, by)
    if not taken_out(attachment, by):
        raise FileGone
    return added(draft, attachment.kind, document, file, by)


@action
def detach(*, attachment: Attachment, by: User) -> None:
    """Take a file out of a draft, and erase it unless it was submitted before. Raises AlreadySubmitted, NotAMember."""
    draft = lock_draft(attachment.application, by)
    taken_out(attachment, by)
    touch(draft)


def added(draft, kind, document, file, by):
    require_room([*(row.document for row in kept(draft)), document])
    if file:
        documents.record(file=file, document=document, by=by)
    attachment = Attachment.objects.create(application=draft, kind=kind, document=document)
    touch(draft)
    return attachment


def taken_out(attachment, by) -> bool:
    """Whether the file was there still."""
    found = Attachment.objects.select_related("document").filter(pk=attachment.pk).first()
    if found:
        found.delete()
        documents.let_go(found.document, by=by)
    return found is not None


def kept(draft):
    return draft.attachments.select_related("document")


def require_room(found: Iterable[Document]) -> None:
    """The one rule of how much an application may hold, for drafts and answers. Raises NoRoom."""
    found = list(found)
    if len(found) > MOST_FILES or sum(document.size for document in found) > MOST_BYTES:
        raise NoRoom(most_files=MOST_FILES, most_megabytes=MOST_BYTES // 1024**2)
