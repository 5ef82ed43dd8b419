"""Looking a start-up up in the lists of sanctions: done by hand, recorded with its day."""

from datetime import date

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from welcome.actions.steps import lock, require_staff
from welcome.choices import SanctionsResult, StaffRole
from welcome.exceptions import CaseEnded, DayNotPossible, HitUnexplained, ListMissing
from welcome.models import Case, SanctionsCheck


@action
def record_sanctions_check(
    *, case: Case, checked_on: date, list_name: str, result: str, by: User, note: str = ""
) -> SanctionsCheck:
    """Record a look-up and what it found. Raises CaseEnded, DayNotPossible, ListMissing, HitUnexplained."""
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    if not case.is_running:
        raise CaseEnded
    if checked_on > clock.today():
        raise DayNotPossible
    if not list_name.strip():
        raise ListMissing
    if result == SanctionsResult.HIT and not note.strip():
        raise HitUnexplained
    return SanctionsCheck.objects.create(
        case=case,
        checked_on=checked_on,
        list_name=list_name.strip(),
        result=result,
        note=note.strip(),
        by=by,
        at=clock.now(),
    )
