"""Who works on which case, the views that staff keep of the list, and the log of who looked."""

from datetime import timedelta

from corridor import clock
from corridor.accounts.choices import CASE_ROLES
from corridor.accounts.models import User
from corridor.actions import NotPermitted, action
from corridor.documents.models import LOG_KEPT
from welcome import emails
from welcome.actions.steps import lock, remark, require_colleague
from welcome.choices import ConflictAnswer, StaffRole
from welcome.exceptions import (
    AssignedAlready,
    ColleagueInConflict,
    NotAnOfficer,
    OfficerConcerned,
    TooManyViews,
    WrongState,
)
from welcome.models import Case, CaseAccess, Decision, SavedView
from welcome.models.inbox import PART_OF_DAY

MOST_VIEWS = 20


@action
def assign(*, case: Case, officer: User, by: User) -> Case:
    """Make a colleague the case officer, or oneself; who takes the next step knows by mail.

    Raises NotOfThisAuthority, OwnCase, WrongState for an ended case, NotAnOfficer, OfficerConcerned,
    ColleagueInConflict, AssignedAlready.
    """
    case = lock(case)
    require_colleague(case, by, StaffRole.OFFICER)  # whoever gives out the work opens no file
    if not case.is_running:
        raise WrongState
    if not officer.is_active or not case.has_role(officer, StaffRole.OFFICER):
        raise NotAnOfficer
    if case.concerns(officer):
        raise OfficerConcerned
    if case.declared(officer) == ConflictAnswer.CONFLICT:
        raise ColleagueInConflict
    if case.officer_id == officer.pk:
        raise AssignedAlready
    case.officer = officer
    case.save()
    if officer != by:
        emails.assigned(case)
    return remark(case, "assign", by=by, note=str(officer))


@action
def save_view(*, name: str, query: str, by: User) -> SavedView:
    """Keep filters of the list of cases under a name; the same name again replaces what it stood for.

    For who works on cases: auditors change nothing, not even here. Raises NotPermitted, TooManyViews.
    """
    if not by.has_role(*CASE_ROLES):
        raise NotPermitted
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    held = SavedView.objects.visible_to(by)
    if not held.filter(name=name).exists() and held.count() >= MOST_VIEWS:
        raise TooManyViews
    view, _created = SavedView.objects.update_or_create(
        user=by, name=name, defaults={"query": query}
    )
    return view


@action
def delete_view(*, view: SavedView, by: User) -> None:
    """Forget a view of one's own."""
    SavedView.objects.visible_to(by).filter(pk=view.pk).delete()


@action
def note_look(*, case: Case, by: User, decision: Decision | None = None) -> None:
    """Write down that a member of staff opened a case, and the proposal that the page showed.

    The second time in five minutes changes nothing. This is the one thing that a GET writes: a log of who read, no
    state of the case.
    """
    at = clock.real_now()
    local = at.astimezone(clock.BERLIN)
    part = timedelta(hours=local.hour, minutes=local.minute) // PART_OF_DAY
    look = CaseAccess(case=case, by=by, at=at, day=local.date(), part=part, decision=decision)
    CaseAccess.objects.bulk_create([look], ignore_conflicts=True)


@action
def forget_looks(*, by: None = None) -> int:
    """Delete what the log keeps no longer; how many entries that were."""
    return CaseAccess.objects.filter(at__lt=clock.real_now() - LOG_KEPT).delete()[0]
