"""Looking a start-up up in the lists of sanctions: done by hand, recorded with its day."""

from datetime import date

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from welcome.actions.steps import lock, require_staff
from welcome.choices import SanctionsResult, StaffRole
from welcome.exceptions import (
    CaseEnded,
    ClearUnexplained,
    DayNotPossible,
    HitUnexplained,
    ListMissing,
)
from welcome.models import Case, SanctionsCheck
from welcome.models.sanctions import explains, open_hits


@action
def record_sanctions_check(
    *, case: Case, checked_on: date, list_name: str, result: str, by: User, note: str = ""
) -> SanctionsCheck:
    """Record a look-up and what it found. Raises CaseEnded, DayNotPossible, ListMissing.

    Raises HitUnexplained for a hit without a note, ClearUnexplained for a clear look-up after one without a note.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    if not case.is_running:
        raise CaseEnded
    if checked_on > clock.today():
        raise DayNotPossible
    if not list_name.strip():
        raise ListMissing
    require_explained(case, checked_on, list_name, result, note)
    return SanctionsCheck.objects.create(
        case=case,
        checked_on=checked_on,
        list_name=list_name.strip(),
        result=result,
        note=note.strip(),
        by=by,
        at=clock.now(),
    )


def require_explained(case, day, list_name, result, note):
    """A hit says what was found, and a clear look-up after it why that was none."""
    if note.strip():
        return
    if result == SanctionsResult.HIT:
        raise HitUnexplained
    if explains(list_name, day, open_hits(case.sanctions_checks.all())):
        raise ClearUnexplained
