from datetime import date, time
from decimal import Decimal

import pytest

from tests.factories import make_authority, make_benefit, make_case, make_package, take_step
from welcome import aid
from welcome.checks import award_checks, room_for
from welcome.choices import CaseState, DecisionKind
from welcome.exceptions import BudgetExceeded, CeilingExceeded, PlacesExceeded

DECLARED = {"authority": "ZIM", "granted_on": "2023-01-02", "amount": "500.00"}


def make_award(value, *, state=CaseState.SIGNED, startup=None, authority=None, **package):
    package = make_package(
        authority, benefits=0, **{"budget": 1_000_000, "closes_on": date(2025, 1, 1), **package}
    )
    make_benefit(package, quantity=1, unit_value=Decimal(value))
    return make_case(state, package=package, startup=startup)


def ledger(case):
    return [
        (entry.authority, entry.granted_on, entry.amount, entry.declared)
        for entry in aid.ledger(case)
    ]


def test_ledger_lists_declared_and_awarded_aid_by_date(db):
    city = make_authority(name="City")
    award = make_award(700, authority=city)
    case = make_case(startup=award.startup, aid={"received": "yes", "lines": [DECLARED]})
    assert ledger(case) == [
        ("ZIM", date(2023, 1, 2), Decimal("500.00"), True),
        ("City", date(2024, 7, 22), Decimal("700.00"), False),
    ]
    assert aid.total(aid.ledger(case)) == Decimal("1200.00")


def test_ledger_leaves_out_the_decision_in_question(db):
    award = make_award(700)
    assert aid.ledger(award, besides=award.open_decision) == []


def test_ledger_names_old_aid_without_counting_it(db):
    lines = [{**DECLARED, "granted_on": day} for day in ("2021-07-22", "2021-07-23")]
    case = make_case(aid={"received": "yes", "lines": lines})
    assert [entry.counts for entry in aid.ledger(case)] == [False, True]
    assert aid.total(aid.ledger(case)) == Decimal("500.00")


def test_award_counts_for_its_day_in_duesseldorf(db, set_clock):
    """Half past midnight there is the day before in UTC: three years later that day decides."""
    set_clock(date(2021, 7, 23), time(0, 30))
    award = make_award(700)
    set_clock(date(2024, 7, 22))
    (entry,) = aid.ledger(make_case(startup=award.startup))
    assert (entry.granted_on, entry.counts) == (date(2021, 7, 23), True)


@pytest.mark.parametrize("verb", ["withdraw", "reopen"])
def test_award_that_was_given_up_is_not_in_the_ledger(db, verb):
    award = make_award(700)
    take_step(award, verb)
    assert aid.ledger(make_case(startup=award.startup)) == []


def test_room_is_what_the_others_leave(db):
    first = make_award(3_000, budget=5_000, places=4)
    second = make_case(CaseState.PROPOSED, package=first.package)
    room = room_for(second, besides=second.open_decision)
    assert (room.budget, room.places, room.aid) == (Decimal(2_000), 3, aid.CEILING)


def test_room_has_no_ceiling_outside_the_regulation(db):
    assert room_for(make_case(package=make_package(make_authority("none")))).aid is None


def test_checks_say_which_condition_fails(db):
    case = make_award("300000.01", state=CaseState.PROPOSED, budget=0, places=0)
    decision = case.open_decision
    failed = [
        check.refusal
        for check in award_checks(decision, room_for(case, besides=decision))
        if not check.passed
    ]
    assert failed == [BudgetExceeded, PlacesExceeded, CeilingExceeded]


def test_rejection_needs_no_checks(db):
    case = make_case(CaseState.PROPOSED, kind=DecisionKind.REJECT)
    assert award_checks(case.open_decision, room_for(case)) == []
