from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from welcome import deadlines, emails
from welcome.actions.steps import lock, move, require_owner, require_staff
from welcome.choices import CaseState, StaffRole
from welcome.exceptions import AlreadyProvided, ProvisionEnded, WrongState
from welcome.models import Case, Decision, Delivery


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
    delivery = latest_delivery(case)
    if case.state != CaseState.RELEASED or delivery.retrieved_at:
        raise WrongState
    if clock.today() <= delivery.closes_on:
        raise AlreadyProvided
    delivery = provide(delivery.decision)
    emails.notice_released(case, delivery)
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
    if clock.today() > delivery.closes_on:
        raise ProvisionEnded
    delivery.retrieved_at, delivery.retrieved_by = clock.now(), by
    if case.authority.issues_acts:
        delivery.notified_on = deadlines.notified_on(clock.today())
        delivery.final_on = deadlines.final_on(delivery.notified_on)
    delivery.save()
    return delivery


@action
def notify(*, case: Case, by: None = None) -> Case:
    """The day after the retrieval has come: the decision counts as notified (§ 41 (2a) VwVfG)."""
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
    return move(case, "finalise", by=by)


def latest_delivery(case):
    """The last provision of the case's notice. Raises WrongState when nothing was released."""
    delivery = Delivery.objects.filter(decision__case=case).order_by("-pk").first()
    if delivery is None:
        raise WrongState
    return delivery
