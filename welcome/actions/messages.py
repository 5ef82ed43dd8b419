"""Messages on a case: from one side to the other, with files, never edited."""

from collections.abc import Iterable
from datetime import timedelta

from django.core.files.base import File

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from corridor.documents import actions as documents
from startups.actions import require_member
from welcome import emails
from welcome.actions.steps import lock, require_staff
from welcome.choices import StaffRole
from welcome.exceptions import CaseEnded, NothingWritten, TooManyFiles, TooManyMessages
from welcome.models import Case, Message, MessageFile

MOST_A_DAY = 20
MOST_FILES = 5
MOST_BYTES_A_DAY = 100 * 1024**2


@action
def write_to_authority(*, case: Case, text: str, by: User, files: Iterable[File] = ()) -> Message:
    """Write to the authority about a running case; it is told by mail, without the text.

    Raises NotAMember, CaseEnded, NothingWritten, TooManyMessages, TooManyFiles, or a FileRefused.
    """
    case = lock(case)
    require_member(case.startup, by)
    files = list(files)
    require_measure(case, files)
    message = written(case, text, files, by, from_authority=False)
    emails.message_to_authority(message)
    return message


@action
def write_to_applicant(
    *, case: Case, text: str, by: User, files: Iterable[File] = (), read: Message | None = None
) -> Message:
    """Write to the applicant; what they wrote up to `read` is answered by that.

    Raises NotOfThisAuthority, OwnCase, CaseEnded, NothingWritten, TooManyFiles, or a FileRefused.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    message = written(case, text, list(files), by, from_authority=True)
    if read:
        done(case, read, by)
    emails.message_to_applicant(message)
    return message


@action
def put_aside(*, case: Case, read: Message, by: User) -> int:
    """What the applicant wrote up to `read` needs no answer; how many messages that were."""
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    return done(case, read, by)


@action
def erase_messages(*, case: Case, by: None = None) -> int:
    """Erase the correspondence of a withdrawn case, files included, for good; how many messages that were.

    The database lets it go for withdrawn cases alone: with a decision it belongs to the file.
    """
    case = lock(case)
    rows = list(MessageFile.objects.filter(message__case=case).select_related("document"))
    for row in rows:
        row.delete()
        documents.erase(document=row.document, by=by)
    return case.messages.all().delete()[0]


def written(case, text, files, by, *, from_authority, received_on=None):
    if not case.is_running:
        raise CaseEnded
    if not text.strip():
        raise NothingWritten
    if len(files) > MOST_FILES:
        raise TooManyFiles
    message = Message.objects.create(
        case=case,
        by=by,
        from_authority=from_authority,
        text=text.strip(),
        sent_at=clock.now(),
        received_on=received_on,
    )
    for file in files:
        document = documents.store(file, name=file.name, by=by)
        MessageFile.objects.create(message=message, document=document)
    return message


def require_measure(case, files):
    """Nobody floods an authority: so many messages and bytes within a day."""
    lately = Message.objects.filter(
        case=case, from_authority=False, sent_at__gt=clock.now() - timedelta(days=1)
    )
    if lately.count() >= MOST_A_DAY:
        raise TooManyMessages
    sizes = MessageFile.objects.filter(message__in=lately).values_list("document__size", flat=True)
    if sum(sizes) + sum(file.size for file in files) > MOST_BYTES_A_DAY:
        raise TooManyFiles


def done(case, read, by):
    waiting = case.messages.waiting().filter(pk__lte=read.pk)
    return waiting.update(done_by=by, done_at=clock.now())
