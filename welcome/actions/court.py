"""Court action against a decision: recorded when the court tells of it, and its outcome when that is known."""

from datetime import date, timedelta

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from welcome import emails
from welcome.actions.awards import begin_use
from welcome.actions.certificates import issue_certificate
from welcome.actions.delivery import become_final, latest_delivery
from welcome.actions.revocations import annul, suspend
from welcome.actions.steps import lock, move, require_staff, require_step
from welcome.choices import CaseState, CourtOutcome, DecisionKind, StaffRole
from welcome.exceptions import (
    AwardInUse,
    CourtPeriodOver,
    DayNotPossible,
    FileNumberMissing,
    ReasonMissing,
    WrongState,
)
from welcome.models import Award, Case, CourtAction


@action
def record_court_action(
    *,
    case: Case,
    received_on: date,
    file_number: str,
    by: User,
    reinstated: bool = False,
    note: str = "",
) -> CourtAction:
    """Record that court action was brought: the decision does not become final, or is final no more.

    `received_on` is the day on which the court got it. Raises WrongState, FileNumberMissing, DayNotPossible for a
    day before the release or after today, CourtPeriodOver unless reinstatement is noted.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    require_step(case, "record_court_action")
    delivery = latest_delivery(case)
    decision = delivery.decision
    if CourtAction.objects.filter(decision=decision).exists():
        raise WrongState
    if not file_number.strip():
        raise FileNumberMissing
    released_on = decision.released_at.astimezone(clock.BERLIN).date()
    if not released_on <= received_on <= clock.today():
        raise DayNotPossible
    if received_on > delivery.last_day_in_court and not reinstated:
        raise CourtPeriodOver
    was_final = case.state == CaseState.FINAL
    found = CourtAction.objects.create(
        decision=decision,
        received_on=received_on,
        file_number=file_number.strip(),
        reinstated=reinstated,
        note=note.strip(),
        recorded_by=by,
        recorded_at=clock.now(),
    )
    if was_final and decision.kind == DecisionKind.REVOKE:
        suspend(decision)
    move(case, "record_court_action", by=by, note=found.file_number)
    emails.court_action_recorded(case)
    return found


@action
def record_judgment(
    *, case: Case, outcome: str, ended_on: date, outcome_note: str, by: User
) -> CourtAction:
    """Record how the court action ended, in words; only this makes the decision final, no date does.

    A decision that the court annulled has no effect: on the application the authority decides anew, a revocation
    leaves the award as it was. Raises WrongState, ReasonMissing, DayNotPossible, AwardInUse.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    require_step(case, "record_judgment")
    delivery = latest_delivery(case)
    decision = delivery.decision
    found = CourtAction.objects.pending().get(decision=decision)
    if not outcome_note.strip():
        raise ReasonMissing
    if not found.received_on <= ended_on <= clock.today():
        raise DayNotPossible
    fallen = outcome == CourtOutcome.ANNULLED
    if fallen and Award.objects.filter(decision=decision).exists():
        raise AwardInUse
    found.outcome, found.ended_on, found.outcome_note = outcome, ended_on, outcome_note.strip()
    found.closed_by, found.closed_at = by, clock.now()
    found.save()
    note = f"{found.get_outcome_display()}: {found.outcome_note}"
    if not fallen:
        become_final(move(case, "record_judgment", by=by, note=note), delivery)
    elif decision.kind == DecisionKind.REVOKE:
        leave_revoked(case, decision, by=by, note=note)
    else:
        case.due_on = clock.today() + timedelta(days=case.package.decision_days)
        move(case, "record_judgment", by=by, note=note, target=CaseState.REVIEW)
        emails.court_action_ended(case)
    return found


def leave_revoked(case, decision, *, by, note):
    """The revocation has fallen: the award goes on, also one that was not final when it was heard."""
    annul(case)
    case = move(case, "record_judgment", by=by, note=note)
    if begin_use(case, decision.revocation.revoked):
        issue_certificate(decision.revocation.revoked, by=None)
    emails.court_action_ended(case)
