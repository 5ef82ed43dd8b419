"""A signed decision that is not to go out before a day."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from welcome.actions.steps import lock, remark, require_staff
from welcome.choices import CaseState, StaffRole
from welcome.exceptions import DayToCome, NoteMissing, WrongState
from welcome.models import Case, Decision


@action
def hold_back(*, case: Case, until: date, note: str, by: User) -> Decision:
    """Keep a signed decision from going out before the day `until`; a later call moves that day.

    Raises WrongState, DayToCome for today and before, NoteMissing.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    if case.state != CaseState.SIGNED:
        raise WrongState
    if until <= clock.today():
        raise DayToCome
    if not note.strip():
        raise NoteMissing
    decision = case.open_decision
    decision.held_until, decision.held_note = until, note.strip()
    decision.save()
    day = _("Not before %(day)s.") % {"day": date_format(until, "DATE_FORMAT")}
    remark(case, "hold_back", by=by, note=f"{day} {note.strip()}")
    return decision
