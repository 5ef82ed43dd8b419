"""Revocation of an award (§§ 48–49a VwVfG NRW): the hearing, the proposal, and what a final one takes away."""

from datetime import date, timedelta
from decimal import Decimal

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from corridor.documents.text import says_nothing
from welcome import emails
from welcome.actions.requests import require_within_reach
from welcome.actions.steps import lock, move, remark, require_owner, require_staff, require_step
from welcome.choices import (
    RECLAIMABLE,
    AwardState,
    DecisionKind,
    HearingEnd,
    ProofState,
    RedemptionState,
    StaffRole,
)
from welcome.exceptions import (
    HearingOver,
    HearingReasonsMissing,
    HearingRuns,
    NoteMissing,
    NothingToRevoke,
    NothingWritten,
    OtherCaseRuns,
    ReasonsMissing,
    ReclaimNotPossible,
    ReclaimReasonsMissing,
)
from welcome.models import Award, Case, Decision, Hearing, Revocation


@action
def hear(*, case: Case, reasons_de: str, reasons_en: str, due_on: date, by: User) -> Hearing:
    """Tell the start-up why a revocation is considered, and hear it until a day (§ 28 VwVfG NRW).

    Nothing of the award can be used, declined or closed meanwhile. Raises WrongState, HearingReasonsMissing,
    NothingToRevoke, DayOutOfReach, OtherCaseRuns for a closed case beside a running one.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    require_step(case, "hear")
    if says_nothing(reasons_de) or says_nothing(reasons_en):
        raise HearingReasonsMissing
    if case.granted_decision is None:
        raise NothingToRevoke
    require_within_reach(due_on)
    running = Case.objects.running().filter(startup=case.startup_id, package=case.package_id)
    if running.exclude(pk=case.pk).exists():
        raise OtherCaseRuns
    hearing = Hearing.objects.create(
        case=case,
        came_from=case.state,
        reasons_de=reasons_de.strip(),
        reasons_en=reasons_en.strip(),
        due_on=due_on,
        opened_by=by,
        opened_at=clock.now(),
    )
    case.revoking = True
    move(case, "hear", by=by)
    emails.hearing_opened(hearing)
    return hearing


@action
def make_statement(*, hearing: Hearing, text: str, by: User) -> Hearing:
    """What the start-up says to the hearing; once, until the day. Raises NotOwner, HearingOver, NothingWritten."""
    case = lock(hearing.case)
    require_owner(case.startup, by)
    hearing = Hearing.objects.open().filter(pk=hearing.pk).first()
    if hearing is None:
        raise HearingOver
    hearing.case = case
    if not hearing.can_be_answered:
        raise HearingOver
    if not text.strip():
        raise NothingWritten
    hearing.statement, hearing.stated_by, hearing.stated_at = text.strip(), by, clock.now()
    hearing.save()
    remark(case, "make_statement", by=by)
    emails.statement_arrived(case)
    return hearing


@action
def leave_award(*, case: Case, note: str, by: User) -> Case:
    """The award stays as it is: the case goes back to where it was. Raises WrongState, NoteMissing."""
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    require_step(case, "leave_award")
    if not note.strip():
        raise NoteMissing
    hearing = end_hearing(case, HearingEnd.LEFT)
    case = move(case, "leave_award", by=by, note=note.strip(), target=hearing.came_from)
    emails.award_left(case)
    return case


@action
def propose_revocation(
    *,
    case: Case,
    effect: str,
    reasons_de: str,
    reasons_en: str,
    by: User,
    reclaim: Decimal = Decimal(0),
    reclaim_reasons_de: str = "",
    reclaim_reasons_en: str = "",
) -> Decision:
    """Propose to revoke the award after the hearing; `reclaim` in EUR is at most what was used.

    Raises WrongState, HearingRuns until the start-up has spoken or its time is over, ReasonsMissing,
    ReclaimNotPossible, ReclaimReasonsMissing.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    require_step(case, "propose_revocation")
    hearing = case.hearings.open().get()
    if not hearing.is_over:
        raise HearingRuns
    if says_nothing(reasons_de) or says_nothing(reasons_en):
        raise ReasonsMissing
    granted = case.granted_decision
    require_reclaimable(granted, effect, reclaim)
    reclaim_reasons = (reclaim_reasons_de.strip(), reclaim_reasons_en.strip())
    if reclaim and any(map(says_nothing, reclaim_reasons)):
        raise ReclaimReasonsMissing
    decision = Decision.objects.create(
        case=case,
        revision=case.revision,
        kind=DecisionKind.REVOKE,
        reasons_de=reasons_de.strip(),
        reasons_en=reasons_en.strip(),
    )
    Revocation.objects.create(
        decision=decision,
        revoked=granted,
        effect=effect,
        reclaim=reclaim,
        reclaim_reasons_de=reclaim_reasons[0] if reclaim else "",
        reclaim_reasons_en=reclaim_reasons[1] if reclaim else "",
    )
    decision.proposed_by, decision.proposed_at = by, clock.now()
    decision.save()
    case.due_on = clock.today() + timedelta(days=case.package.decision_days)
    move(case, "propose_revocation", by=by)
    return decision


def require_reclaimable(granted, effect, reclaim):
    """No more than was used, and nothing where the award only ends for the future."""
    most = value_used(granted) if effect in RECLAIMABLE else Decimal(0)
    if not 0 <= reclaim <= most:
        raise ReclaimNotPossible


def value_used(granted: Decision) -> Decimal:
    award = Award.objects.filter(decision=granted).first()
    return award.value_used if award else Decimal(0)


def take_effect(case: Case, decision: Decision) -> None:
    """The revocation is final: the award ends, its money and place are free but for what stays."""
    revocation = decision.revocation
    revocation.effective_on = clock.today()
    revocation.kept = value_used(revocation.revoked) - revocation.reclaim
    revocation.save()
    award = Award.objects.filter(decision=revocation.revoked).first()
    if award:
        wishes = [RedemptionState.ASKED, RedemptionState.CONFIRMED]
        award.redemptions.filter(state__in=wishes).update(state=RedemptionState.CANCELLED)
        Award.objects.filter(pk=award.pk).update(state=AwardState.REVOKED)
    if case.revoking:  # not after a court action that came late
        end_hearing(case, HearingEnd.DECIDED)
        case.save()


def suspend(decision: Decision) -> None:
    """Court action against a revocation that counted as final: the award is as it was until the court has decided."""
    revocation = decision.revocation
    revocation.effective_on = revocation.kept = None
    revocation.save()
    award = Award.objects.filter(decision=revocation.revoked).first()
    if award:
        proven = award.proofs.filter(state=ProofState.ACCEPTED).exists()
        state = AwardState.PROVEN if proven else AwardState.OPEN
        Award.objects.filter(pk=award.pk).update(state=state)


def annul(case: Case) -> None:
    """A court has annulled the revocation: it is no longer under way."""
    if case.revoking:
        end_hearing(case, HearingEnd.ANNULLED)


def end_hearing(case, how) -> Hearing:
    hearing = case.hearings.open().get()
    hearing.end, hearing.ended_at = how, clock.now()
    hearing.save()
    case.revoking = False
    return hearing
