"""More time for an answer: the applicant asks with a reason, the officer grants or refuses."""

from datetime import date

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from welcome import deadlines, emails
from welcome.actions.answers import lock_open
from welcome.actions.steps import lock, remark, require_staff
from welcome.choices import StaffRole
from welcome.exceptions import AlreadyAnswered, NotLater, ReasonMissing, TooManyExtensions
from welcome.models import Case, Extension, InformationRequest

MOST_ASKED = 3


@action
def ask_extension(
    *, request: InformationRequest, wished_on: date, reason: str, by: User
) -> Extension:
    """Ask for more time. Until the officer answers, the deadline does not run out.

    Raises NotAMember, RequestEnded, AnswerTooLate, ReasonMissing, NotLater, TooManyExtensions, or Conflict while
    another wish waits.
    """
    request = lock_open(request, by)
    if not reason.strip():
        raise ReasonMissing
    require_later(request, wished_on)
    if request.extensions.count() >= MOST_ASKED:
        raise TooManyExtensions
    extension = Extension.objects.create(
        request=request,
        wished_on=wished_on,
        reason=reason.strip(),
        asked_by=by,
        asked_at=clock.now(),
    )
    remark(request.case, "ask_extension", by=by, note=reason.strip())
    emails.extension_asked(extension)
    return extension


@action
def grant_extension(*, case: Case, until: date, by: User, answer: str = "") -> Extension:
    """Give more time, until the day wished or another one. Raises AlreadyAnswered, NotLater."""
    extension = lock_open_extension(case, by)
    require_later(extension.request, until)
    extension.granted_on = extension.request.due_on = until
    return answered(extension, "grant_extension", by, answer)


@action
def refuse_extension(*, case: Case, answer: str, by: User) -> Extension:
    """Give no more time and say why; two days are left in any case. Raises AlreadyAnswered, ReasonMissing."""
    extension = lock_open_extension(case, by)
    if not answer.strip():
        raise ReasonMissing
    request = extension.request
    request.due_on = deadlines.after_refusal(request.due_on, clock.today())
    return answered(extension, "refuse_extension", by, answer)


def lock_open_extension(case: Case, by) -> Extension:
    """The wish for more time that waits on a case, which is locked."""
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    waiting = Extension.objects.waiting().select_related("request").filter(request__case=case)
    extension = waiting.first()
    if extension is None:
        raise AlreadyAnswered
    extension.request.case = case
    return extension


def answered(extension, verb, by, answer):
    extension.answer = answer.strip()
    extension.answered_by, extension.answered_at = by, clock.now()
    extension.save()
    extension.request.save()
    remark(extension.request.case, verb, by=by, note=extension.answer)
    emails.extension_answered(extension)
    return extension


def require_later(request: InformationRequest, day: date) -> None:
    """More time ends after the present deadline and today, within half a year. Raises NotLater."""
    _first, last = deadlines.answer_until(clock.today())
    if not max(request.due_on, clock.today()) < day <= last:
        raise NotLater
