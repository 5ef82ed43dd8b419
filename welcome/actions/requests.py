"""Requests for further information: asked by the officer, answered by an owner or not in time; newer versions."""

from collections.abc import Iterable
from datetime import date, timedelta

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from welcome import deadlines, emails, versions
from welcome.actions.answers import forget_answer, lock_open
from welcome.actions.applications import write_revision
from welcome.actions.steps import lock, move, remark, require_owner, require_staff, require_step
from welcome.choices import ADOPTABLE, CaseState, RequestEnd, StaffRole
from welcome.exceptions import (
    DayOutOfReach,
    Incomplete,
    NotAsked,
    NothingAnswered,
    NothingAsked,
    NothingNewer,
    OtherVersion,
    WrongState,
)
from welcome.models import Answer, Application, Case, InformationRequest, Revision

# The verb that leads back, by where the case was when something was asked.
BACK = {CaseState.CHECKING: "resume_check", CaseState.REVIEW: "resume_review"}


@action
def request_information(
    *, case: Case, sections: Iterable[str], message: str, due_on: date, by: User
) -> InformationRequest:
    """Ask the applicant for further information in these sections, until a day; the case's clock stands still.

    Raises WrongState, NothingAsked, NotAsked for a section of another authority, DayOutOfReach.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    require_step(case, "request_information")
    sections = list(dict.fromkeys(sections))
    if not sections or not message.strip():
        raise NothingAsked
    if not set(sections) <= {section.slug for section in versions.sections_of_case(case)}:
        raise NotAsked
    require_within_reach(due_on)
    request = InformationRequest.objects.create(
        case=case,
        sections=sections,
        message=message.strip(),
        asked_by=by,
        asked_at=clock.now(),
        due_on=due_on,
        resumes=case.state,
    )
    move(case, "request_information", by=by)
    emails.information_requested(request)
    return request


@action
def send_answer(
    *, request: InformationRequest, by: User, note: str = "", read: Revision | None = None
) -> InformationRequest:
    """Send the answer: what it changes becomes a new revision, on which the case goes on.

    `read` is the revision that the shown difference was made with. With words alone there is no new revision.
    Raises NotOwner, RequestEnded, AnswerTooLate, OtherVersion, NothingAnswered, Incomplete.
    """
    request = lock_open(request, by)
    case = request.case
    require_owner(case.startup, by)
    application = Application.objects.select_for_update(no_key=True).get(pk=case.application_id)
    base = versions.latest(case)
    if read and read != base:
        raise OtherVersion
    before = versions.of_revision(base)
    new = versions.answered(request, Answer.objects.filter(case=case).first())
    is_changed = versions.is_changed(before, new)
    if not is_changed and not note.strip():
        raise NothingAnswered
    if versions.unfinished(request, new):
        raise Incomplete
    if is_changed:
        files = [(file.kind, file.document.pk) for file in new.files]
        revision = write_revision(application, new.answers, files, base.profile, by)
        case.revision = request.revision = revision
    request.answered_by, request.note = by, note.strip()
    end(request, RequestEnd.ANSWERED, by=by, on=clock.today())
    forget_answer(case, kept={file.document.pk for file in new.files})
    emails.answer_sent(request)
    return request


@action
def expire_request(*, request: InformationRequest, by: None = None) -> InformationRequest:
    """The deadline has passed unanswered: the case goes on and is decided on the file. Raises WrongState."""
    case = lock(request.case)
    request = InformationRequest.objects.overdue(clock.today()).filter(pk=request.pk).first()
    if request is None:
        raise WrongState
    request.case = case
    end(request, RequestEnd.EXPIRED, by=by, on=request.due_on + timedelta(days=1))
    emails.request_expired(request)
    return request


@action
def adopt(*, case: Case, by: User, read: Revision | None = None) -> Case:
    """Work on the newest version of the application, which came in with an answer to another authority.

    `read` is the version whose difference was shown. Raises WrongState from the proposal on, NothingNewer,
    OtherVersion.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    if case.state not in ADOPTABLE:
        raise WrongState
    newer = versions.newer(case)
    if newer is None:
        raise NothingNewer
    if read and read != newer:
        raise OtherVersion
    case.revision = newer
    case.save()
    return remark(case, "adopt", by=by)


def end(request, how, *, by, on: date, note=""):
    """The case goes on where it was; its deadline moves by the days on which the applicant owed the next step."""
    case = request.case
    asked_on = request.asked_at.astimezone(clock.BERLIN).date()
    case.due_on = deadlines.due_after_pause(case.due_on, asked_on, on)
    move(case, BACK[request.resumes], by=by, note=note)
    request.end, request.ended_at = how, clock.now()
    request.save()


def end_with_case(case: Case) -> None:
    """The application is withdrawn: nobody waits for an answer any more."""
    case.requests.open().update(end=RequestEnd.WITHDRAWN, ended_at=clock.now())
    forget_answer(case, kept=set())


def require_within_reach(day):
    first, last = deadlines.answer_until(clock.today())
    if not first <= day <= last:
        raise DayOutOfReach
