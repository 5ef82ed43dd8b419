from decimal import Decimal

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from corridor.documents.actions import store_bytes
from corridor.documents.text import says_nothing
from startups.models import Startup, same_company
from welcome import emails
from welcome.actions.delivery import can_be_provided, provide
from welcome.actions.steps import lock, move, require_staff, require_step
from welcome.checks import award_checks, room_for
from welcome.choices import KINDS_FROM, CaseState, DecisionKind, StaffRole
from welcome.exceptions import (
    ConditionsUnequal,
    DecidedInConflict,
    FourEyes,
    HeldBack,
    ItemsMissing,
    NoteMissing,
    NotOffered,
    NotOpened,
    OtherProposal,
    ReasonsMissing,
    WrongKind,
)
from welcome.models import Benefit, Case, CaseAccess, Decision, DecisionItem, Package
from welcome.models.decisions import conditions_in
from welcome.notice import render_notice
from welcome.notice_data import notice_data


@action
def propose(
    *,
    case: Case,
    kind: str,
    reasons_de: str,
    reasons_en: str,
    by: User,
    conditions_de: str = "",
    conditions_en: str = "",
    items: dict[Benefit | int, int] | None = None,
) -> Decision:
    """Propose a decision with its reasons (§ 39 VwVfG NRW); `items` maps a benefit, or its id, to its quantity.

    An award holds what the case's terms offer, whatever became of the package. The proposal is frozen from here
    on. Raises WrongState, WrongKind, ReasonsMissing, ConditionsUnequal, ItemsMissing, NotOffered.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    require_step(case, "propose")
    if kind not in KINDS_FROM[case.state]:
        raise WrongKind
    if says_nothing(reasons_de) or says_nothing(reasons_en):
        raise ReasonsMissing
    if len(conditions_in(conditions_de)) != len(conditions_in(conditions_en)):
        raise ConditionsUnequal
    decision = Decision.objects.create(
        case=case,
        revision=case.revision,
        kind=kind,
        reasons_de=reasons_de.strip(),
        reasons_en=reasons_en.strip(),
        conditions_de=conditions_de.strip(),
        conditions_en=conditions_en.strip(),
    )
    decision.value = write_items(decision, items or {})
    decision.proposed_by, decision.proposed_at = by, clock.now()
    decision.save()
    move(case, "propose", by=by)
    return decision


def write_items(decision, items):
    """Copy the awarded benefits into the decision; the sum of their values, in EUR."""
    if decision.kind != DecisionKind.GRANT:
        return Decimal(0)
    awarded = {
        getattr(benefit, "pk", benefit): quantity for benefit, quantity in items.items() if quantity
    }
    if not awarded:
        raise ItemsMissing
    offers = {offer.id: offer for offer in decision.case.terms.offers}
    rows = [item_from(decision, offers.get(pk), quantity) for pk, quantity in awarded.items()]
    DecisionItem.objects.bulk_create(rows)
    return sum((row.total for row in rows), Decimal(0))


def item_from(decision, offer, quantity):
    if offer is None or not 0 < quantity <= offer.quantity:
        raise NotOffered
    words = (
        "title_de",
        "title_en",
        "unit_de",
        "unit_en",
        "provider",
        "contact",
        "provider_email",
        "unit_value",
    )
    copied = {name: getattr(offer, name) for name in words}
    return DecisionItem(decision=decision, quantity=quantity, **copied)


@action
def sign(*, case: Case, by: User, read: Decision | None = None) -> Decision:
    """Sign the proposal as the second person, after every check again, and render the notice.

    `read` is the proposal that the signatory has read. Raises WrongState, OtherProposal, FourEyes, DecidedInConflict,
    ReasonsMissing, BudgetExceeded, PlacesExceeded, CeilingExceeded. Nothing reaches the applicant.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.SIGNATORY)
    require_step(case, "sign")
    decision = case.open_decision
    if read and read != decision:
        raise OtherProposal
    if decision.proposed_by_id == by.pk:
        raise FourEyes
    check(decision)
    decision.signed_by, decision.signed_at = by, clock.now()
    pdf = render_notice(notice_data(decision))
    decision.notice = store_bytes(
        pdf, name=f"{case.reference}.pdf", media_type="application/pdf", by=by
    )
    decision.save()
    move(case, "sign", by=by)
    return decision


@action
def sign_opened(*, case: Case, by: User, read: Decision) -> Decision:
    """Sign one of several proposals at once: only what the signatory has opened by itself since it was made.

    Raises NotOpened, and what `sign` raises.
    """
    if not CaseAccess.objects.filter(by=by, decision=read).exists():
        raise NotOpened
    return sign(case=case, by=by, read=read)


@action
def return_proposal(*, case: Case, note: str, by: User) -> Decision:
    """Send the proposal back to the officer with a note; it ends, a new proposal is a new row.

    Raises WrongState, NoteMissing.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.SIGNATORY)
    return end_proposal(case, "return_proposal", note, by)


@action
def reopen(*, case: Case, note: str, by: User) -> Decision:
    """An error was found before release: the signed decision ends, the case goes back to where it was proposed.

    Raises WrongState, NoteMissing.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    return end_proposal(case, "reopen", note, by)


def end_proposal(case, verb, note, by):
    require_step(case, verb)
    if not note.strip():
        raise NoteMissing
    decision = case.open_decision
    move(case, verb, by=by, note=note.strip(), target=proposed_from(case))
    decision.ended_at, decision.return_note = clock.now(), note.strip()
    decision.save()
    return decision


def proposed_from(case):
    """The state in which the case was when the decision was proposed."""
    # Not remarks, which leave the state as it is.
    proposals = case.events.filter(target=CaseState.PROPOSED).exclude(source=CaseState.PROPOSED)
    return proposals.order_by("pk").values_list("source", flat=True).last()


@action
def release(
    *, case: Case, by: User, read: Decision | None = None, despite: bool = False
) -> Decision:
    """Release the signed notice: checked once more, provided for retrieval, the applicant is told by mail.

    Where nobody has an account, or nobody agreed to notices in the portal, it waits for the post instead. `read` is
    the decision that was meant, where several are released at once; `despite` releases it before the day until which
    it is held back. Raises WrongState, OtherProposal, HeldBack and what the signature's checks raise.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    require_step(case, "release")
    decision = case.open_decision
    if read and read != decision:
        raise OtherProposal
    if decision.is_held_back and not despite:
        raise HeldBack(decision.held_until)
    check(decision)
    decision.released_by, decision.released_at = by, clock.now()
    decision.save()
    move(case, "release", by=by)
    if can_be_provided(decision):
        emails.notice_released(case, provide(decision))
    return decision


def check(decision: Decision) -> None:
    """Check who decided; and of an award budget, places and de-minimis ceiling against everything else that is signed.

    Locks the company's start-ups and the package first, so that two awards at once are counted one after the other.
    Raises DecidedInConflict, ReasonsMissing, BudgetExceeded, PlacesExceeded, CeilingExceeded.
    """
    if decision.is_in_conflict:
        raise DecidedInConflict
    if says_nothing(decision.reasons_de) or says_nothing(decision.reasons_en):
        raise ReasonsMissing
    if decision.kind != DecisionKind.GRANT:
        return
    # Everywhere in this order: start-ups by their keys, application, package.
    company = Startup.objects.filter(pk__in=same_company(decision.case.startup)).order_by("pk")
    list(company.select_for_update(no_key=True))
    package = Package.objects.select_for_update(no_key=True).get(pk=decision.case.package_id)
    room = room_for(decision.case, package=package, besides=decision)
    for each in award_checks(decision, room):
        if not each.passed:
            raise each.refusal
