"""An award in use: its benefits asked for, confirmed, used; declined, lapsed, revoked."""

from datetime import date, timedelta

import pytest

from corridor import clock
from startups.actions import NotAMember
from tests.database import refused_by
from tests.factories import (
    fresh,
    make_authority,
    make_case,
    make_package,
    make_user,
    officer_of,
    owner_of,
    take_step,
    use_benefit,
)
from welcome import actions, chores
from welcome.actions import awards
from welcome.choices import AwardState, CaseState, DecisionKind, RedemptionState
from welcome.exceptions import (
    AlreadyAnswered,
    AwardOver,
    BenefitsUsed,
    DayNotPossible,
    NotLeft,
    NotOfThisAuthority,
    NotOwner,
    ReasonMissing,
    TooManyWishes,
    WrongState,
)
from welcome.models import Award, AwardItem, Case, Decision, Redemption

TODAY = date(2024, 7, 22)


@pytest.fixture
def case(db):
    """A final award of two benefits, three units each."""
    return make_case(CaseState.FINAL)


def ask(case, quantity=1, *, on=TODAY, by=None, item=None):
    item = item or case.award.items.first()
    by = by or owner_of(case.startup)
    return actions.ask_benefit(item=item, quantity=quantity, wished_on=on, by=by)


def confirm(wish, on=TODAY):
    officer = officer_of(wish.case.authority)
    return actions.confirm_benefit(redemption=wish, agreed_on=on, by=officer)


def test_final_award_has_its_items_to_use(case):
    granted = case.released_decision.items.all()
    assert [(item.granted, item.left) for item in case.award.items.all()] == [
        (row, row.quantity) for row in granted
    ]
    assert case.award.begins_by == TODAY + timedelta(days=365)


def test_rejection_has_nothing_to_use(db):
    assert not Award.objects.filter(case=make_case("final", kind=DecisionKind.REJECT)).exists()


def test_letter_can_be_used_once_it_is_retrieved(db):
    case = make_case(CaseState.RELEASED, package=make_package(make_authority("none")))
    take_step(case, "retrieve")
    take_step(case, "retrieve")
    assert ask(fresh(case)).state == RedemptionState.ASKED


def test_wishes_are_not_asked_and_taken_back_without_end(case, monkeypatch, set_clock):
    """Each is mail to others."""
    monkeypatch.setattr(awards, "MOST_A_DAY", 2)
    for _time in range(2):
        actions.cancel_benefit(redemption=ask(case), by=owner_of(case.startup))
    with pytest.raises(TooManyWishes):
        ask(case)
    set_clock(TODAY + timedelta(days=2))
    assert ask(case, on=clock.today())


def test_wish_is_confirmed_and_used(case, queued):
    used = use_benefit(case, quantity=2)
    assert (used.state, used.used_on) == (RedemptionState.USED, TODAY)
    assert case.award.items.first().left == 1
    sent = [f"welcome/mail/{name}" for name in ("benefit_asked", "benefit_answered")]
    assert [len(queued(name)) for name in sent] == [1, 1]


def test_first_use_begins_the_award_period(case, set_clock):
    use_benefit(case)
    set_clock(TODAY + timedelta(days=5))
    use_benefit(case)
    award = Award.objects.get(case=case)
    assert (award.begun_on, award.ends_on) == (TODAY, TODAY + timedelta(days=90))
    assert award.report_due_on == award.ends_on + timedelta(days=60)


@pytest.mark.parametrize("quantity", [0, 4])
def test_wish_is_for_no_more_than_is_left(case, quantity):
    with pytest.raises(NotLeft):
        ask(case, quantity)


def test_refused_and_cancelled_wishes_leave_room(case):
    officer, owner = officer_of(case.authority), owner_of(case.startup)
    actions.refuse_benefit(redemption=ask(case, 3), answer="Fully booked.", by=officer)
    actions.cancel_benefit(redemption=confirm(ask(case, 3)), by=owner)
    assert ask(case, 3)


def test_refusal_says_why(case):
    wish = ask(case)
    with pytest.raises(ReasonMissing):
        actions.refuse_benefit(redemption=wish, answer=" ", by=officer_of(case.authority))


@pytest.mark.parametrize("days", [-1, 366])
def test_wish_is_for_a_day_of_the_award(case, days):
    with pytest.raises(DayNotPossible):
        ask(case, on=TODAY + timedelta(days=days))


def test_nothing_is_asked_after_the_award_period(case, set_clock):
    use_benefit(case)
    set_clock(TODAY + timedelta(days=91))
    with pytest.raises(AwardOver):
        ask(case, on=TODAY + timedelta(days=91))


def test_wish_is_answered_once(case):
    wish = confirm(ask(case))
    with pytest.raises(AlreadyAnswered):
        confirm(wish)
    with pytest.raises(AlreadyAnswered):
        actions.refuse_benefit(redemption=wish, answer="No.", by=officer_of(case.authority))


def test_only_members_ask_and_only_officers_answer(case):
    with pytest.raises(NotAMember):
        ask(case, by=officer_of(case.authority))
    with pytest.raises(NotOfThisAuthority):
        actions.confirm_benefit(
            redemption=ask(case), agreed_on=TODAY, by=officer_of(make_authority())
        )


def test_officer_may_note_the_use_and_a_stranger_not(case):
    wish = confirm(ask(case))
    with pytest.raises(NotOfThisAuthority):
        actions.note_use(redemption=wish, used_on=TODAY, by=make_user())
    assert actions.note_use(redemption=wish, used_on=TODAY, by=officer_of(case.authority)).used_on


@pytest.mark.parametrize("days", [-1, 1])
def test_use_is_not_before_the_confirmation_and_not_to_come(case, days):
    wish = confirm(ask(case))
    with pytest.raises(DayNotPossible):
        actions.note_use(
            redemption=wish, used_on=TODAY + timedelta(days=days), by=owner_of(case.startup)
        )


# Given up, lapsed, revoked


def test_declined_award_frees_place_and_money(case, queued):
    ask(case)
    declined = actions.decline(case=case, by=owner_of(case.startup))
    assert declined.state == CaseState.DECLINED
    assert Award.objects.get(case=case).state == AwardState.DECLINED
    assert not Decision.objects.binding_awards().filter(case=case).exists()
    assert Redemption.objects.get().state == RedemptionState.CANCELLED
    assert len(queued("welcome/mail/award_declined")) == 1


def test_award_with_something_confirmed_is_not_declined(case):
    confirm(ask(case))
    with pytest.raises(BenefitsUsed):
        actions.decline(case=case, by=owner_of(case.startup))


def test_award_is_declined_by_owners_once_it_is_final(case):
    with pytest.raises(NotOwner):
        actions.decline(case=case, by=make_user())
    notified = make_case(CaseState.NOTIFIED)
    with pytest.raises(WrongState):
        actions.decline(case=notified, by=owner_of(notified.startup))


def test_rejection_is_not_declined(db):
    case = make_case(CaseState.FINAL, kind=DecisionKind.REJECT)
    with pytest.raises(WrongState):
        actions.decline(case=case, by=owner_of(case.startup))


@pytest.mark.parametrize(("days", "state"), [(365, CaseState.FINAL), (366, CaseState.LAPSED)])
def test_award_lapses_when_nothing_was_used_in_time(case, set_clock, days, state, queued):
    ask(case)
    set_clock(TODAY + timedelta(days=days))
    chores.let_unused_awards_lapse()
    assert fresh(case).state == state
    assert len(queued("welcome/mail/award_lapsed")) == (state == CaseState.LAPSED)


def test_letter_that_is_declined_or_lapses_is_closed_by_its_officer(db, set_clock):
    for verb in ("decline", "lapse"):
        case = make_case(CaseState.RELEASED, package=make_package(make_authority("none")))
        take_step(case, "retrieve")
        take_step(case, verb)
        assert fresh(case).state == CaseState.RELEASED
        assert not Decision.objects.binding_awards().filter(case=case).exists()
        closed = actions.close(case=case, by=officer_of(case.authority))
        assert closed.state == CaseState.CLOSED


def test_award_in_use_does_not_lapse(case, set_clock):
    use_benefit(case)
    set_clock(TODAY + timedelta(days=500))
    chores.let_unused_awards_lapse()
    with pytest.raises(WrongState):
        actions.lapse(case=case, by=None)


def test_final_revocation_ends_the_award(db, set_clock):
    case = make_case(CaseState.HEARD)
    for verb in ("propose_revocation", "sign", "release", "retrieve"):
        take_step(case, verb)
    set_clock(TODAY + timedelta(days=90))
    chores.notify_retrieved_notices()
    chores.finalise_decisions()
    assert Award.objects.get(case=case).state == AwardState.REVOKED
    with pytest.raises(AwardOver):
        ask(fresh(case), on=TODAY + timedelta(days=90))


# What the database refuses by itself


def test_database_counts_what_is_left(case):
    wish = ask(case, 3)
    item = wish.item
    with refused_by("redemption_within_award"):
        Redemption.objects.create(
            item=item,
            quantity=1,
            wished_on=TODAY,
            asked_by=wish.asked_by,
            asked_at=clock.now(),
        )


@pytest.mark.parametrize(
    ("state", "rule"), [("used", "redemption_use_whole"), ("confirmed", "redemption_answer_whole")]
)
def test_database_wants_whole_answers(case, state, rule):
    ask(case)
    if state == "used":
        confirm(Redemption.objects.get())
    with refused_by(rule):
        Redemption.objects.update(state=state)


def test_database_takes_no_step_back(case):
    confirm(ask(case))
    with refused_by("redemption_step_allowed"):
        Redemption.objects.update(state="asked")


def test_database_keeps_what_was_granted(case):
    with refused_by("award_item_kept"):
        AwardItem.objects.update(quantity=9)


def test_database_closes_no_case_with_an_award_in_use(case):
    with refused_by("case_award_ended_first"):
        Case.objects.filter(pk=case.pk).update(state=CaseState.CLOSED)
    with refused_by("case_award_ended_first"):
        Case.objects.filter(pk=case.pk).update(state=CaseState.DECLINED)


def test_database_lets_only_released_awards_be_used(db):
    case = make_case(CaseState.SIGNED)
    with refused_by("award_was_granted"):
        Award.objects.create(case=case, decision=case.open_decision, begins_by=TODAY)


def test_ended_award_does_not_come_back(case):
    actions.decline(case=case, by=owner_of(case.startup))
    with refused_by("award_step_allowed"):
        Award.objects.update(state=AwardState.OPEN)
