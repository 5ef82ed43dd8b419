"""Whether somebody has a conflict of interest: said before the file of a case opens."""

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from welcome import emails
from welcome.actions.steps import (
    lock,
    remark,
    require_colleague,
    require_member,
    require_no_conflict,
)
from welcome.choices import ConflictAnswer, StaffRole
from welcome.models import Case, ConflictDeclaration


@action
def declare_no_conflict(*, case: Case, by: User) -> ConflictDeclaration:
    """No conflict of interest: the file opens. The second time changes nothing.

    Raises NotOfThisAuthority, OwnCase, ConflictDeclared.
    """
    case = lock(case)
    require_colleague(case, by, *StaffRole)
    said, _created = ConflictDeclaration.objects.get_or_create(
        case=case, user=by, answer=ConflictAnswer.NONE, defaults={"at": clock.now()}
    )
    return said


@action
def declare_conflict(*, case: Case, by: User, note: str = "") -> ConflictDeclaration:
    """A conflict of interest: the person hands the case back and never opens it again; the record says so.

    That of their own start-up too, of which the record would not know. Raises NotOfThisAuthority, ConflictDeclared.
    """
    case = lock(case)
    require_member(case, by, *StaffRole)
    require_no_conflict(case, by)
    said = ConflictDeclaration.objects.create(
        case=case, user=by, answer=ConflictAnswer.CONFLICT, note=note.strip(), at=clock.now()
    )
    if case.officer_id == by.pk:
        case.officer = None
        case.save()
        if case.is_running:
            emails.handed_back(case)
    remark(case, "declare_conflict", by=by, note=said.note)
    return said
