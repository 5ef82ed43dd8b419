"""The entry of an award in the EU's de-minimis register, which staff make there and note here."""

from datetime import date

from stdnum.eu import nace as activities

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from welcome.actions.steps import lock, remark, require_staff
from welcome.aid import signed_on
from welcome.choices import StaffRole
from welcome.exceptions import DayNotPossible, NoSuchActivity, NothingToRegister
from welcome.models import Case, Decision, RegisterEntry


@action
def register_award(*, case: Case, registered_on: date, nace: str, by: User) -> RegisterEntry:
    """Note on which day the award was entered in the register, and under which economic activity.

    Raises NothingToRegister, DayNotPossible for a day before the award or after today, NoSuchActivity.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    decision = award_to_register(case)
    if decision is None:
        raise NothingToRegister
    if not signed_on(decision) <= registered_on <= clock.today():
        raise DayNotPossible
    if not is_activity(nace):
        raise NoSuchActivity
    entry = RegisterEntry.objects.create(
        decision=decision,
        registered_on=registered_on,
        nace=activities.format(activities.compact(nace)),
        by=by,
        at=clock.now(),
    )
    remark(case, "register_award", by=by)
    return entry


def is_activity(code: str) -> bool:
    """Whether a code stands in NACE, in its present revision or the one before."""
    return any(activities.is_valid(code, revision) for revision in ("2.1", "2.0"))


def award_to_register(case: Case) -> Decision | None:
    return Decision.objects.to_register().filter(case=case).first()
