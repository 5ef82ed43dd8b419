from datetime import date, timedelta

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from startups.emails import owners
from welcome import deadlines, emails, waiver
from welcome.actions.awards import begin_use
from welcome.actions.certificates import issue_certificate
from welcome.actions.revocations import take_effect
from welcome.actions.steps import lock, move, remark, require_owner, require_staff
from welcome.choices import CaseState, DecisionKind, DeliveryWay, StaffRole
from welcome.exceptions import (
    AlreadyProvided,
    DayNotPossible,
    NoteMissing,
    NotWaivable,
    ProvisionEnded,
    WrongState,
)
from welcome.models import Case, Decision, Delivery


def can_be_provided(decision: Decision) -> bool:
    """Whether a notice may be put up for retrieval: somebody has an account, and has agreed to it (§ 41 (2a) VwVfG).

    The declaration and its version are in what was submitted. Where there is none, the notice is posted.
    """
    declared = decision.revision.answers.get("declarations", {})
    agreed = declared.get("electronic_notice") or not decision.case.authority.issues_acts
    return bool(agreed and owners(decision.case.startup))


def provide(decision: Decision) -> Delivery:
    """Put the notice up for retrieval; the ten days count from today's mail."""
    return Delivery.objects.create(
        decision=decision,
        provided_at=clock.now(),
        closes_on=deadlines.last_day_of_retrieval(clock.today()),
    )


@action
def provide_again(*, case: Case, by: User) -> Delivery:
    """Provide a notice once more whose time for retrieval ended. Raises WrongState, AlreadyProvided."""
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    delivery = provide(unretrieved(case).decision)
    emails.notice_released(case, delivery)
    return delivery


@action
def send_by_post(*, case: Case, way: str, posted_on: date, by: User) -> Delivery:
    """Record that a notice was posted: its time for retrieval ended, or it could not be provided in the portal.

    Within Germany its notification follows from the day of posting. Abroad it counts from the receipt that staff
    prove. Raises WrongState, AlreadyProvided, DayNotPossible for a day after today, before the portal closed or
    before the release.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    decision, first = to_be_posted(case)
    if not first <= posted_on <= clock.today():
        raise DayNotPossible
    delivery = Delivery(decision=decision, way=way, provided_at=clock.now(), posted_on=posted_on)
    if way == DeliveryWay.POST:
        count_from(delivery, deadlines.deemed_notified_on(posted_on))
    delivery.save()
    if way == DeliveryWay.POST:
        begin_letter(case, decision)
    remark(case, "send_by_post", by=by)
    return delivery


@action
def record_receipt(*, case: Case, received_on: date, by: User) -> Delivery:
    """Enter the proven day on which a notice posted abroad arrived; it is notified on that day.

    Raises WrongState, DayNotPossible for a day before the posting or after today.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    delivery = latest_delivery(case)
    if delivery.way != DeliveryWay.ABROAD or delivery.received_on:
        raise WrongState
    if not delivery.posted_on <= received_on <= clock.today():
        raise DayNotPossible
    delivery.received_on = received_on
    count_from(delivery, received_on)
    delivery.save()
    begin_letter(case, delivery.decision)
    remark(case, "record_receipt", by=by)
    return delivery


@action
def retrieve_notice(*, case: Case, by: User) -> Delivery:
    """Record that an owner retrieves the notice; under NRW law it is notified on the following day.

    A later retrieval changes nothing. Raises NotOwner, WrongState, ProvisionEnded.
    """
    case = lock(case)
    require_owner(case.startup, by)
    delivery = latest_delivery(case)
    if delivery.retrieved_at:
        return delivery
    if delivery.closes_on is None or clock.today() > delivery.closes_on:
        raise ProvisionEnded
    delivery.retrieved_at, delivery.retrieved_by = clock.now(), by
    if case.authority.issues_acts:
        count_from(delivery, deadlines.notified_on(clock.today()))
    delivery.save()
    begin_letter(case, delivery.decision)
    return delivery


@action
def record_faulty_remedy(*, case: Case, note: str, by: User) -> Delivery:
    """The information on legal remedies turns out to be wrong: the period is a year from the notification on.

    Raises WrongState once the decision is final or in court, NoteMissing.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    delivery = latest_delivery(case)
    if case.state not in (CaseState.RELEASED, CaseState.NOTIFIED) or delivery.remedy_faulty:
        raise WrongState
    if not delivery.notified_on:
        raise WrongState
    if not note.strip():
        raise NoteMissing
    delivery.remedy_faulty = True
    count_from(delivery, delivery.notified_on)
    delivery.save()
    remark(case, "record_faulty_remedy", by=by, note=note.strip())
    return delivery


@action
def notify(*, case: Case, by: None = None) -> Case:
    """The day has come on which the decision counts as notified (§ 41 VwVfG)."""
    case = lock(case)
    delivery = latest_delivery(case)
    if not delivery.notified_on or delivery.notified_on > clock.today():
        raise WrongState
    return move(case, "notify", by=by)


@action
def finalise(*, case: Case, by: None = None) -> Case:
    """The court period has passed without court action: the decision is final."""
    case = lock(case)
    delivery = latest_delivery(case)
    if (
        case.state != CaseState.NOTIFIED
        or not delivery.final_on
        or delivery.final_on > clock.today()
    ):
        raise WrongState
    return become_final(move(case, "finalise", by=by), delivery)


@action
def waive_remedies(*, case: Case, version: str, by: User) -> Case:
    """An owner waives court action (Rechtsbehelfsverzicht) in today's words: the decision is final at once.

    Raises NotOwner, NotWaivable before the notification, in court or once final, also for a wording of the past.
    """
    case = lock(case)
    require_owner(case.startup, by)
    if case.state != CaseState.NOTIFIED or version != waiver.CURRENT:
        raise NotWaivable
    return waive(case, at=clock.now(), version=version, by=by)


def waive(case, *, at, version, by, note="") -> Case:
    """Court action is waived at a moment, from whose day on the decision is final."""
    delivery = latest_delivery(case)
    delivery.waived_at, delivery.waived_by, delivery.waiver_version = at, by, version
    delivery.final_on = at.astimezone(clock.BERLIN).date()
    delivery.save()
    return become_final(move(case, "waive_remedies", by=by, note=note), delivery)


def become_final(case, delivery):
    """An award can be used from now on; a final revocation ends it."""
    if delivery.decision.kind == DecisionKind.REVOKE:
        take_effect(case, delivery.decision)
    if begin_use(case, delivery.decision):
        issue_certificate(delivery.decision, by=None)
    emails.decision_final(case)
    return case


def count_from(delivery, notified_on):
    """The dates that follow from a notification."""
    delivery.notified_on = notified_on
    delivery.final_on = deadlines.final_on(notified_on, remedy_faulty=delivery.remedy_faulty)


def begin_letter(case, decision):
    """What a confirmation letter grants can be used from its arrival on; nothing contests it."""
    if not case.authority.issues_acts:
        begin_use(case, decision)


def to_be_posted(case) -> tuple[Decision, date]:
    """The released notice that waits for the post, and the first day on which it can have been posted.

    Raises WrongState, AlreadyProvided.
    """
    decision = case.released_decision
    if case.state == CaseState.RELEASED and not decision.deliveries.exists():
        return decision, decision.released_at.astimezone(clock.BERLIN).date()
    ended = unretrieved(case)
    return ended.decision, ended.closes_on + timedelta(days=1)


def unretrieved(case) -> Delivery:
    """The provision whose ten days are over. Raises WrongState, AlreadyProvided."""
    delivery = latest_delivery(case)
    if case.state != CaseState.RELEASED or delivery.retrieved_at or delivery.closes_on is None:
        raise WrongState
    if clock.today() <= delivery.closes_on:
        raise AlreadyProvided
    return delivery


def latest_delivery(case):
    """The last delivery of the case's notice. Raises WrongState when nothing was released, or nothing posted yet."""
    delivery = Delivery.objects.of_latest_notice(case).order_by("-pk").first()
    if delivery is None:
        raise WrongState
    return delivery
