from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from welcome import emails
from welcome.actions.requests import end_with_case
from welcome.actions.steps import lock, move, require_owner, require_staff
from welcome.choices import StaffRole
from welcome.exceptions import WrongState
from welcome.models import Case


@action
def take(*, case: Case, by: User) -> Case:
    """Take a submitted case on: the officer becomes responsible, the completeness check begins."""
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    case.officer = by
    return move(case, "take", by=by)


@action
def begin_review(*, case: Case, by: User) -> Case:
    """The application is complete: the substantive review begins."""
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    return move(case, "begin_review", by=by)


@action
def close(*, case: Case, by: User) -> Case:
    """Close the file: the decision is final, or a confirmation letter was released."""
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    return move(case, "close", by=by)


@action
def withdraw(*, case: Case, by: User) -> Case:
    """Withdraw the application for one package (Rücknahme); an open proposal or request ends with it.

    Raises NotOwner, WrongState once the notice is released.
    """
    case = lock(case)
    require_owner(case.startup, by)
    return end_withdrawn(case, by=by)


def end_withdrawn(case, *, by, note="") -> Case:
    """The case ends as withdrawn, and with it what is open. Raises WrongState once the notice is released."""
    if not case.can_be_withdrawn:
        raise WrongState
    case = move(case, "withdraw", by=by, note=note)
    case.decisions.filter(ended_at=None, released_at=None).update(ended_at=clock.now())
    end_with_case(case)
    emails.withdrawn(case)
    return case
