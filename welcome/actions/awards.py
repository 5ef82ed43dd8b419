"""Using an award: its benefits asked for, confirmed and used; given up, or lapsed unused."""

from datetime import date, timedelta

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from startups.actions import require_member
from welcome import deadlines, emails
from welcome.actions.steps import lock, move, remark, require_owner, require_staff
from welcome.choices import (
    AwardState,
    DecisionKind,
    RedemptionState,
    StaffRole,
)
from welcome.exceptions import (
    AlreadyAnswered,
    AwardOver,
    BenefitsUsed,
    DayNotPossible,
    NotLeft,
    ReasonMissing,
    TooManyWishes,
    WrongState,
)
from welcome.models import Award, AwardItem, Case, Decision, Redemption

MOST_A_DAY = 20


def begin_use(case: Case, decision: Decision) -> Award | None:
    """An award that is final can be used; one that came back from court goes on as it was."""
    known = Award.objects.filter(case=case).exists()
    if decision.kind != DecisionKind.GRANT or not case.is_running or known:
        return None
    until = clock.today() + timedelta(days=case.terms.begin_days)
    award = Award.objects.create(case=case, decision=decision, begins_by=until)
    for item in decision.items.all():
        AwardItem.objects.create(
            award=award,
            granted=item,
            quantity=item.quantity,
            contact=item.contact,
            provider_email=item.provider_email,
        )
    return award


def lock_award(case: Case) -> tuple[Case, Award]:
    """The case and its award, locked in this order. Raises WrongState when nothing can be used."""
    case = lock(case)
    award = Award.objects.select_for_update(no_key=True, of=["self"]).filter(case=case).first()
    if award is None or not case.is_usable:
        raise WrongState
    return case, award


@action
def ask_benefit(
    *,
    item: AwardItem,
    quantity: int,
    wished_on: date,
    by: User,
    words: str = "",
    seen: int | None = None,
) -> Redemption:
    """Ask for a benefit on a day; a form that is sent twice asks once.

    `seen` is how many wishes for it there were when the form was shown. Raises NotAMember, AwardOver, NotLeft,
    DayNotPossible, TooManyWishes.
    """
    case, award = lock_award(item.award.case)
    require_member(case.startup, by)
    wish = {"quantity": quantity, "wished_on": wished_on, "words": words.strip()}
    if again := asked_since(item, seen, asked_by=by, **wish):
        return again
    redemption = wished(award, item, by, **wish)
    emails.benefit_asked(redemption)
    tell_provider(redemption)
    return redemption


def wished(award, item, by, *, quantity, wished_on, words) -> Redemption:
    """The wish, where the award allows it. Under the lock of the award."""
    if not award.can_be_used:
        raise AwardOver
    require_day(wished_on, award.wish_days)
    item = award.items.filter(pk=item.pk).first()
    if item is None or not 0 < quantity <= item.left:
        raise NotLeft
    # Each is a mail to the authority, and one more when it is taken back.
    lately = award.redemptions.filter(asked_at__gt=clock.now() - timedelta(days=1))
    if lately.count() >= MOST_A_DAY:
        raise TooManyWishes
    wish = {"quantity": quantity, "wished_on": wished_on, "words": words}
    return Redemption.objects.create(item=item, asked_by=by, asked_at=clock.now(), **wish)


def asked_since(item, seen, **wish):
    """The same wish, if it came in since a form was shown."""
    if seen is None:
        return None
    newer = item.redemptions.order_by("pk")[seen:]
    return item.redemptions.filter(pk__in=newer.values("pk"), **wish).first()


def tell_provider(redemption):
    """Send a wish to the provider that answers by mail; the link of an earlier mail holds no more."""
    if redemption.item.provider_email:
        redemption.provider_asked += 1
        redemption.save()
        emails.wish_for_provider(redemption)


@action
def confirm_benefit(
    *, redemption: Redemption, agreed_on: date, by: User, answer: str = ""
) -> Redemption:
    """Confirm a benefit for a day; the start-up is told. Raises AlreadyAnswered, DayNotPossible, AwardOver."""
    redemption, award = lock_redemption(redemption)
    require_staff(award.case, by, StaffRole.OFFICER)
    return confirmed(redemption, award, agreed_on, answer, by)


def confirmed(redemption, award, agreed_on, answer, by):
    if not award.can_be_used:
        raise AwardOver
    require_day(agreed_on, award.wish_days)
    redemption.agreed_on = agreed_on
    return answered(redemption, RedemptionState.CONFIRMED, answer, by)


@action
def refuse_benefit(*, redemption: Redemption, answer: str, by: User) -> Redemption:
    """Say no to a wish, with the reason; its quantity is free again. Raises AlreadyAnswered, ReasonMissing."""
    redemption, award = lock_redemption(redemption)
    require_staff(award.case, by, StaffRole.OFFICER)
    if not answer.strip():
        raise ReasonMissing
    return answered(redemption, RedemptionState.REFUSED, answer, by)


def answered(redemption, state, answer, by):
    """Answer a wish that waits; without a person it is the provider who does."""
    require_state(redemption, RedemptionState.ASKED)
    redemption.state, redemption.answer = state, answer.strip()
    redemption.answered_by, redemption.answered_at = by, clock.now()
    redemption.by_provider = by is None
    redemption.save()
    emails.benefit_answered(redemption)
    return redemption


@action
def cancel_benefit(*, redemption: Redemption, by: User) -> Redemption:
    """Take a wish back that is not used yet. Raises NotAMember, AlreadyAnswered."""
    redemption, award = lock_redemption(redemption)
    require_member(award.case.startup, by)
    require_state(redemption, RedemptionState.ASKED, RedemptionState.CONFIRMED)
    redemption.state = RedemptionState.CANCELLED
    redemption.save()
    emails.benefit_cancelled(redemption)
    if redemption.provider_asked:
        emails.wish_taken_back(redemption)
    return redemption


@action
def note_use(*, redemption: Redemption, used_on: date, by: User) -> Redemption:
    """Note that a confirmed benefit was used; with the first one the award period begins.

    The start-up or its case officer may. Raises NotAMember, NotOfThisAuthority, AlreadyAnswered, DayNotPossible.
    """
    redemption, award = lock_redemption(redemption)
    if award.case.concerns(by):
        require_member(award.case.startup, by)
    else:
        require_staff(award.case, by, StaffRole.OFFICER)
    require_state(redemption, RedemptionState.CONFIRMED)
    require_day(used_on, redemption.use_days)
    redemption.state = RedemptionState.USED
    redemption.used_on, redemption.used_noted_by = used_on, by
    redemption.save()
    if award.begun_on is None:
        begin_period(award, used_on)
    return redemption


def begin_period(award, begun_on):
    terms = award.case.terms
    award.begun_on = begun_on
    award.ends_on = deadlines.award_ends(begun_on, terms.award_days)
    award.report_due_on = award.ends_on + timedelta(days=terms.report_days)
    award.save()


def lock_redemption(redemption) -> tuple[Redemption, Award]:
    """The wish as it is now. Raises WrongState when nothing can be used any more."""
    case, award = lock_award(redemption.item.award.case)
    award.case = case
    found = Redemption.objects.select_related("item__granted").get(pk=redemption.pk)
    found.item.award = award
    return found, award


def require_day(day, possible):
    first, last = possible
    if not first <= day <= last:
        raise DayNotPossible


def require_state(redemption, *states):
    if redemption.state not in states:
        raise AlreadyAnswered


@action
def decline(*, case: Case, by: User) -> Case:
    """Give a final award up, as long as no benefit is confirmed or used; wishes that wait end with it.

    Raises NotOwner, WrongState, BenefitsUsed.
    """
    case, award = lock_award(case)
    require_owner(case.startup, by)
    if award.is_taken_up:
        raise BenefitsUsed
    case = give_up(award, case, AwardState.DECLINED, "decline", by=by)
    emails.award_declined(case)
    return case


@action
def lapse(*, case: Case, by: None = None) -> Case:
    """The last day to begin has passed, and nothing was used: the award lapses. Raises WrongState."""
    case, award = lock_award(case)
    if not Award.objects.to_lapse(clock.today()).filter(pk=award.pk).exists():
        raise WrongState
    case = give_up(award, case, AwardState.LAPSED, "lapse", by=by)
    emails.award_lapsed(case)
    return case


def give_up(award, case, state, verb, *, by):
    """End an award that nobody has begun to use, and its case with it; a letter's is left for the officer to close."""
    if not award.is_open:
        raise WrongState
    open_wishes = [RedemptionState.ASKED, RedemptionState.CONFIRMED]
    award.redemptions.filter(state__in=open_wishes).update(state=RedemptionState.CANCELLED)
    award.state = state
    award.save()
    return (move if case.can(verb) else remark)(case, verb, by=by)
