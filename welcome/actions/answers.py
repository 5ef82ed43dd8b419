"""An answer in the making: the start-up's people work on it, in the sections that the authority has opened."""

from django.core.files.base import File

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from corridor.documents import actions as documents
from corridor.documents.models import Document
from startups.actions import require_member
from welcome import versions
from welcome.actions.files import TYPES, require_room
from welcome.actions.steps import lock
from welcome.exceptions import AnswerTooLate, ChangedMeanwhile, NotAsked, RequestEnded
from welcome.models import Answer, AnswerFile, Case, InformationRequest


@action
def save_answer(
    *,
    request: InformationRequest,
    section: str,
    answers: dict,
    by: User,
    seen: int | None = None,
) -> InformationRequest:
    """Keep what an answer changes in one section: the fields that differ from the latest revision.

    `seen` is the version of the section that was changed, as in `save_section`. Raises NotAMember, RequestEnded,
    AnswerTooLate, NotAsked, ChangedMeanwhile.
    """
    request = lock_open(request, by)
    require_asked(request, section)
    answer = answer_of(request.case, by)
    submitted = versions.latest(request.case).answers.get(section, {})
    kept = {**submitted, **answer.changes.get(section, {})}
    saved = answer.saved.get(section, {})
    version = saved.get("version", 0)
    # A page that stayed open since an earlier request has a version that this answer never had.
    if saved and seen is not None and seen != version and kept != answers:
        raise ChangedMeanwhile(answers=kept, version=version, by=saved["by"])
    changed = {name: value for name, value in answers.items() if submitted.get(name) != value}
    answer.changes = {**answer.changes, section: changed}
    answer.saved = {**answer.saved, section: {"version": version + 1, "by": str(by.pk)}}
    touch(answer, by)
    return request


def upload_to_answer(*, request: InformationRequest, kind: str, file: File, by: User) -> AnswerFile:
    """Check an upload, write its content, then add it to the answer. Raises a FileRefused, and as attaching does."""
    # Asked here too, so that what finds no room is not even written.
    answer = Answer.objects.filter(case=request.case).first()
    require_room([*files_of(request, answer), Document(size=file.size)])
    document = documents.prepare(file, name=file.name, types=TYPES, by=by)
    return attach_to_answer(request=request, kind=kind, document=document, file=file, by=by)


@action
def attach_to_answer(
    *,
    request: InformationRequest,
    kind: str,
    document: Document,
    by: User,
    file: File | None = None,
) -> AnswerFile:
    """Add a document to an answer: a stored one, or a prepared one with its `file`; once, however often it is sent.

    Raises like `save_answer`, and NoRoom.
    """
    request = lock_open(request, by)
    require_asked(request, "documents")
    answer = answer_of(request.case, by)
    added = answer.files.filter(added=True, kind=kind, document__sha256=document.sha256)
    if there := added.first():
        return there
    require_room([*files_of(request, answer), document])
    if file:
        documents.record(file=file, document=document, by=by)
    touch(answer, by)
    return AnswerFile.objects.create(answer=answer, kind=kind, document=document, added=True)


@action
def leave_out(*, request: InformationRequest, document: Document, by: User) -> None:
    """Take a file out of an answer: one just added goes for good, one submitted earlier stays where it was sent.

    Raises like `save_answer`.
    """
    request = lock_open(request, by)
    require_asked(request, "documents")
    answer = answer_of(request.case, by)
    if row := answer.files.filter(document=document, added=True).first():
        row.delete()
        documents.erase(document=document, by=by)
    else:
        kinds = {file.document.pk: file.kind for file in submitted_files(request)}
        if document.pk not in kinds:
            raise NotAsked
        AnswerFile.objects.get_or_create(
            answer=answer,
            document=document,
            defaults={"kind": kinds[document.pk], "added": False},
        )
    touch(answer, by)


@action
def put_back(*, request: InformationRequest, document: Document, by: User) -> None:
    """A submitted file belongs to the answer after all. Raises like `save_answer`, and NoRoom."""
    request = lock_open(request, by)
    require_asked(request, "documents")
    answer = answer_of(request.case, by)
    answer.files.filter(document=document, added=False).delete()
    require_room(files_of(request, answer))
    touch(answer, by)


def lock_open(request: InformationRequest, user: User) -> InformationRequest:
    """The request as it is now, its case locked, for a member while it can be answered."""
    case = lock(request.case)
    require_member(case.startup, user)
    request = InformationRequest.objects.get(pk=request.pk)
    request.case = case
    if not request.is_open:
        raise RequestEnded
    if not request.can_be_answered:
        raise AnswerTooLate
    return request


def require_asked(request, section):
    if section not in request.sections:
        raise NotAsked


def answer_of(case: Case, by: User) -> Answer:
    """The answer in the making; a new one when there is none."""
    begun = {"changed_by": by, "changed_at": clock.now()}
    return Answer.objects.get_or_create(case=case, defaults=begun)[0]


def touch(answer, by):
    answer.changed_by, answer.changed_at = by, clock.now()
    answer.save()


def files_of(request, answer) -> list[Document]:
    """All that the application would hold with this answer."""
    return [file.document for file in versions.answered(request, answer).files]


def submitted_files(request):
    return versions.of_revision(versions.latest(request.case)).files


def forget_answer(case: Case, *, kept: set) -> None:
    """Delete what was being written; of its files only those stay whose ids are `kept`, as they were sent."""
    answer = Answer.objects.filter(case=case).first()
    if answer is None:
        return
    added = [row.document for row in answer.files.filter(added=True).select_related("document")]
    answer.delete()
    for document in added:
        if document.pk not in kept:
            documents.erase(document=document, by=None)
