"""Letters of a start-up on a running case: they count like what is sent in the portal, from the day of receipt."""

from collections.abc import Iterable
from datetime import date

from django.core.files.base import File
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from welcome import emails, waiver
from welcome.actions.awards import lock_award, tell_provider, wished
from welcome.actions.cases import end_withdrawn
from welcome.actions.delivery import latest_delivery, waive
from welcome.actions.messages import written
from welcome.actions.paper import moment_of
from welcome.actions.requests import end
from welcome.actions.steps import lock, remark, require_staff
from welcome.choices import CaseState, LetterKind, RequestEnd, StaffRole
from welcome.exceptions import DayNotPossible, ScanMissing, WrongState
from welcome.models import AwardItem, Case, Message, Redemption


@action
def enter_letter(
    *, case: Case, kind: str, received_on: date, text: str, scans: Iterable[File], by: User
) -> Message:
    """Enter a letter with its scans: a message of the start-up, which answers, withdraws or waives as it says.

    Whatever follows counts from the day of receipt. Raises WrongState for a kind that does not fit the case now,
    ScanMissing, DayNotPossible, NothingWritten, TooManyFiles, CaseEnded, or a FileRefused.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    if kind not in kinds_of(case):
        raise WrongState
    message = arrived(case, kind, received_on, text, scans, by)
    if kind != LetterKind.OTHER:
        settle(message)
    EFFECTS[kind](case, message, note_of(message))
    return message


@action
def enter_wish(
    *,
    case: Case,
    item: AwardItem,
    quantity: int,
    wished_on: date,
    received_on: date,
    text: str,
    scans: Iterable[File],
    by: User,
) -> Redemption:
    """Enter a letter that asks for a benefit; the wish is then answered like any other.

    Raises what `enter_letter` and `ask_benefit` raise.
    """
    case, award = lock_award(case)
    require_staff(case, by, StaffRole.OFFICER)
    message = arrived(case, LetterKind.OTHER, received_on, text, scans, by)
    settle(message)
    wish = {"quantity": quantity, "wished_on": wished_on, "words": message.text[:1000]}
    redemption = wished(award, item, by, **wish)
    keep(case, message, note_of(message))
    tell_provider(redemption)
    return redemption


def arrived(case, kind, received_on, text, scans, by) -> Message:
    """The letter as a message of the start-up."""
    scans = list(scans)
    if not scans:
        raise ScanMissing
    if not first_day(case, kind) <= received_on <= clock.today():
        raise DayNotPossible
    return written(case, text, scans, by, from_authority=False, received_on=received_on)


def settle(message):
    """It needs no answer in words."""
    message.done_by, message.done_at = message.by, clock.now()
    message.save()


def kinds_of(case: Case) -> list[LetterKind]:
    """What a letter can bring about now."""
    fits = {
        LetterKind.ANSWER: case.state == CaseState.INFORMATION_REQUESTED,
        LetterKind.WITHDRAWAL: case.can_be_withdrawn,
        LetterKind.WAIVER: case.state == CaseState.NOTIFIED,
        LetterKind.OTHER: case.is_running,
    }
    return [kind for kind, holds in fits.items() if holds]


def first_day(case, kind) -> date:
    """Before it nobody could have written such a letter."""
    if kind == LetterKind.WAIVER:
        return latest_delivery(case).notified_on
    asked = kind == LetterKind.ANSWER
    since = case.requests.open().get().asked_at if asked else case.submitted_at
    return since.astimezone(clock.BERLIN).date()


def note_of(message) -> str:
    names = ", ".join(file.document.name for file in message.files.select_related("document"))
    words = _("On paper, received on %(day)s. Scan: %(names)s.")
    return words % {"day": date_format(message.received_on, "DATE_FORMAT"), "names": names}


def answer(case, message, note):
    request = case.requests.open().get()
    request.case = case
    request.answered_by, request.note = message.by, message.text
    end(request, RequestEnd.ANSWERED, by=message.by, on=message.received_on, note=note)
    emails.answer_sent(request)


def withdraw(case, message, note):
    end_withdrawn(case, by=message.by, note=note)


def waive_by_letter(case, message, note):
    waive(case, at=moment_of(message.received_on), version=waiver.LETTER, by=message.by, note=note)


def keep(case, message, note):
    remark(case, "enter_letter", by=message.by, note=note)


EFFECTS = {
    LetterKind.ANSWER: answer,
    LetterKind.WITHDRAWAL: withdraw,
    LetterKind.WAIVER: waive_by_letter,
    LetterKind.OTHER: keep,
}
