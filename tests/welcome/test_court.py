"""Court action holds finality until its outcome is recorded; nothing else ends it."""

from datetime import date, timedelta

import pytest

from corridor import clock
from tests.database import refused_by, sql
from tests.factories import (
    days_ago,
    fresh,
    judge,
    make_case,
    make_staff,
    make_user,
    owner_of,
    propose,
    propose_revocation,
    sue,
    take_step,
)
from welcome import actions, chores
from welcome.choices import CaseState, CourtOutcome, DecisionKind
from welcome.exceptions import (
    AwardInUse,
    CourtPeriodOver,
    DayNotPossible,
    FileNumberMissing,
    NotOfThisAuthority,
    ReasonMissing,
    WrongState,
)
from welcome.models import Award, Case, CourtAction, Decision
from welcome.stages import next_step

LAST = date(2024, 8, 20)  # of the period that began on 20 July


@pytest.fixture
def notified(db):
    return make_case(CaseState.NOTIFIED)


@pytest.fixture
def in_court(notified):
    sue(notified)
    return fresh(notified)


def delivery_of(case):
    return case.released_decision.deliveries.last()


def test_court_action_holds_finality_for_ever(in_court, set_clock):
    set_clock(date(2026, 1, 5))
    chores.finalise_decisions()
    assert fresh(in_court).state == CaseState.IN_COURT
    with pytest.raises(WrongState):
        actions.finalise(case=in_court, by=None)
    with refused_by("case_in_court_until_said"):
        sql("UPDATE welcome_case SET state = 'final' WHERE id = %s", in_court.pk)


def test_case_is_not_in_court_without_an_action(notified):
    with refused_by("case_in_court_until_said"):
        sql("UPDATE welcome_case SET state = 'in_court' WHERE id = %s", notified.pk)


def test_last_day_of_the_period_is_in_time_and_the_next_is_not(notified, set_clock):
    last = delivery_of(notified).last_day_in_court
    set_clock(last + timedelta(days=1))
    with pytest.raises(CourtPeriodOver):
        sue(notified, received_on=last + timedelta(days=1))
    assert sue(notified, received_on=last).received_on == last


def test_late_action_needs_a_noted_reinstatement(notified, set_clock):
    set_clock(delivery_of(notified).final_on)
    found = sue(notified, reinstated=True, note="Schriftsatz vom 20. August")
    assert found.reinstated
    assert fresh(notified).state == CaseState.IN_COURT


def test_database_takes_no_late_action_without_reinstatement(notified):
    with refused_by("court_action_in_time"):
        CourtAction.objects.create(
            decision=notified.released_decision,
            received_on=delivery_of(notified).final_on,
            file_number="20 K 1/24",
            recorded_by=make_user(),
            recorded_at=clock.now(),
        )


def test_action_in_time_of_which_the_court_tells_late_takes_finality_back(db):
    case = make_case(CaseState.FINAL)
    assert fresh(case).award.can_be_used
    sue(case, received_on=delivery_of(case).last_day_in_court)
    assert fresh(case).state == CaseState.IN_COURT
    assert not Award.objects.get(case=case).can_be_used
    judge(case)
    assert fresh(case).state == CaseState.FINAL
    assert Award.objects.get(case=case).can_be_used


@pytest.mark.parametrize("days", [-30, 1])
def test_action_before_the_release_or_in_future_is_refused(notified, days):
    with pytest.raises(DayNotPossible):
        sue(notified, received_on=clock.today() + timedelta(days=days))


def test_action_needs_a_file_number_and_an_officer(notified):
    fields = {"case": notified, "received_on": clock.today()}
    officer = make_staff(notified.authority)
    with pytest.raises(FileNumberMissing):
        actions.record_court_action(**fields, file_number=" ", by=officer)
    with pytest.raises(NotOfThisAuthority):
        sue(notified, by=owner_of(notified.startup))


def test_decision_is_contested_once(in_court):
    judge(in_court)
    with pytest.raises(WrongState):
        sue(in_court)


@pytest.mark.parametrize("outcome", [CourtOutcome.UPHELD, CourtOutcome.WITHDRAWN])
def test_decision_that_stands_becomes_final_by_the_officer(in_court, outcome, queued):
    judge(in_court, outcome)
    case = fresh(in_court)
    assert case.state == CaseState.FINAL
    assert case.award.can_be_used
    assert case.events.last().by == case.events.get(verb="record_court_action").by
    assert str(outcome.label) in next_step(case, delivery_of(case))
    assert queued("welcome/mail/decision_final")


def test_annulled_rejection_is_decided_anew(db):
    case = make_case(CaseState.NOTIFIED, kind=DecisionKind.REJECT)
    sue(case)
    judge(case, CourtOutcome.ANNULLED)
    case = fresh(case)
    assert (case.state, case.released_decision) == (CaseState.REVIEW, None)
    assert case.due_on == clock.today() + timedelta(days=42)
    propose(case)
    take_step(case, "sign")
    take_step(case, "release")
    assert fresh(case).released_decision.kind == DecisionKind.GRANT


def test_annulled_award_binds_nothing(in_court):
    judge(in_court, CourtOutcome.ANNULLED)
    assert not Decision.objects.counting_awards().exists()
    assert not Award.objects.exists()


def test_award_in_use_is_not_annulled_but_revoked(db):
    case = make_case(CaseState.FINAL)
    sue(case, received_on=delivery_of(case).last_day_in_court)
    with pytest.raises(AwardInUse):
        judge(case, CourtOutcome.ANNULLED)


def revoked_in_court(state=CaseState.FINAL):
    """A revocation is notified today, and in court."""
    case = make_case(state)
    with days_ago(40):
        take_step(case, "hear")
        propose_revocation(case)
        for verb in ("sign", "release", "retrieve"):
            take_step(case, verb)
    take_step(case, "notify")
    return fresh(case)


def test_annulled_revocation_leaves_the_award(db):
    case = revoked_in_court()
    sue(case, received_on=clock.today() - timedelta(days=30))
    judge(case, CourtOutcome.ANNULLED)
    case = fresh(case)
    assert (case.state, case.revoking) == (CaseState.FINAL, False)
    assert case.award.can_be_used
    assert case.released_decision.kind == DecisionKind.GRANT


def test_action_against_a_final_revocation_gives_the_award_back_until_it_is_decided(db):
    case = revoked_in_court()
    take_step(case, "finalise")
    assert not Decision.objects.binding_awards().exists()
    sue(case, received_on=clock.today() - timedelta(days=30))
    assert Award.objects.get(case=case).is_open
    assert Decision.objects.binding_awards().exists()
    judge(case)
    assert Award.objects.get(case=case).state == "revoked"


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"outcome_note": "  "}, ReasonMissing),
        ({"ended_on": date(2024, 7, 21)}, DayNotPossible),
        ({"ended_on": date(2024, 7, 23)}, DayNotPossible),
    ],
)
def test_bad_outcome_is_refused(in_court, fields, error):
    whole = {"outcome": "upheld", "ended_on": clock.today(), "outcome_note": "Klage abgewiesen."}
    with pytest.raises(error):
        actions.record_judgment(
            case=in_court, by=make_staff(in_court.authority), **{**whole, **fields}
        )
    assert fresh(in_court).state == CaseState.IN_COURT


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        ("UPDATE welcome_courtaction SET received_on = '2024-07-01'", "court_action_kept"),
        ("UPDATE welcome_courtaction SET outcome = 'upheld'", "court_action_end_whole"),
        ("DELETE FROM welcome_courtaction", "court_action_never_deleted"),
    ],
)
def test_record_of_a_court_action_is_kept(in_court, statement, rule):
    with refused_by(rule):
        sql(statement)


def test_outcome_is_recorded_once(in_court):
    judge(in_court)
    with refused_by("court_action_end_kept"):
        sql("UPDATE welcome_courtaction SET outcome = 'annulled'")


def test_only_people_of_the_case_see_its_court_actions(in_court):
    seen = CourtAction.objects.visible_to
    assert seen(owner_of(in_court.startup)).exists()
    assert seen(make_staff(in_court.authority)).exists()
    assert not seen(make_user()).exists()
    assert Case.objects.filter(pk=in_court.pk, revoking=False).exists()
