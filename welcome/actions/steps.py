"""How a case takes a step: locked, checked against the table, written with its line in the record."""

from corridor import clock
from corridor.accounts.models import User
from startups.choices import MemberRole
from startups.models import Startup
from welcome import choices
from welcome.exceptions import (
    ChangedSinceRead,
    ConflictDeclared,
    NotDeclared,
    NotOfThisAuthority,
    NotOwner,
    OwnCase,
    WrongState,
)
from welcome.models import Case, CaseEvent


def lock(case: Case) -> Case:
    """The case as it is now, locked until the transaction ends.

    Every lock of ours leaves the key free: new rows that point at this one need not wait, and so can't deadlock.
    Raises ChangedSinceRead where the person who acts knows an older case.
    """
    cases = Case.objects.select_for_update(of=["self"], no_key=True)
    found = cases.select_related("package__authority", "startup").get(pk=case.pk)
    if case.as_read and case.as_read.changes(found):
        raise ChangedSinceRead
    return found


def require_step(case: Case, verb: str, target: str | None = None) -> choices.Step:
    """The table's step for this verb from the case's state. Raises WrongState when there is none."""
    step = case.step(verb, target)
    if step is None:
        raise WrongState
    return step


def move(
    case: Case, verb: str, *, by: User | None, note: str = "", target: str | None = None
) -> Case:
    """Take the step and write it into the record; `target` says which, where a verb leads to several states."""
    step = require_step(case, verb, target)
    case.state = step.target
    case.save()
    CaseEvent.objects.create(
        case=case,
        verb=verb,
        source=step.source,
        target=step.target,
        by=by,
        at=clock.now(),
        note=note,
    )
    return case


def remark(case: Case, verb: str, *, by: User | None, note: str = "") -> Case:
    """Write something into the record that leaves the state as it is."""
    CaseEvent.objects.create(
        case=case,
        verb=verb,
        source=case.state,
        target=case.state,
        by=by,
        at=clock.now(),
        note=note,
    )
    return case


def require_staff(case: Case, user: User, *roles: str) -> None:
    """Whoever works on a case has said that there is no conflict of interest (§§ 20, 21 VwVfG NRW).

    Raises NotOfThisAuthority, OwnCase, ConflictDeclared, NotDeclared.
    """
    if require_colleague(case, user, *roles) != choices.ConflictAnswer.NONE:
        raise NotDeclared


def require_colleague(case: Case, user: User, *roles: str) -> str:
    """Of the authority, and without a conflict that is known; what the person has declared, empty for nothing yet.

    Raises NotOfThisAuthority, OwnCase, ConflictDeclared.
    """
    require_member(case, user, *roles)
    if case.concerns(user):
        raise OwnCase
    return require_no_conflict(case, user)


def require_member(case: Case, user: User, *roles: str) -> None:
    """Of the authority, in one of the roles. Raises NotOfThisAuthority."""
    if user is None or not user.is_active or not case.has_role(user, *roles):
        raise NotOfThisAuthority


def require_no_conflict(case: Case, user: User) -> str:
    """What the person has declared, empty for nothing yet. Raises ConflictDeclared."""
    if (said := case.declared(user)) == choices.ConflictAnswer.CONFLICT:
        raise ConflictDeclared
    return said


def require_owner(startup: Startup, user: User) -> None:
    if not startup.memberships.filter(user=user, role=MemberRole.OWNER).exists():
        raise NotOwner
