from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from startups.actions import change_startup, check_registration
from tests.factories import (
    make_application,
    make_authority,
    make_benefit,
    make_case,
    make_package,
    make_startup,
    make_user,
    owner_of,
    take_step,
)
from welcome import aid
from welcome.checks import award_checks, room_for
from welcome.choices import CaseState, DecisionKind
from welcome.exceptions import BudgetExceeded, CeilingExceeded, PlacesExceeded
from welcome.models import AidLine

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


# Lines that name an award of the portal


def declared(award, *amounts, **line):
    lines = [
        {**DECLARED, "amount": amount, "reference": award.reference, **line} for amount in amounts
    ]
    case = make_case(startup=award.startup, aid={"received": "yes", "lines": lines})
    return aid.ledger(case)


def test_line_that_names_an_award_counts_once(db):
    award = make_award(700)
    entries = declared(award, "700.00")
    assert aid.total(entries) == Decimal(700)
    assert [str(entry.outside) for entry in entries] == [
        f"counts already as award {award.reference}",
        "",
    ]


@pytest.mark.parametrize(
    ("amounts", "total"),
    [(["700.01"], "1400.01"), (["400", "400"], "1100"), (["300", "400"], "700")],
)
def test_lines_beyond_the_value_of_the_award_they_name_count(db, amounts, total):
    """Nobody hides other aid behind a reference number."""
    assert aid.total(declared(make_award(700), *amounts)) == Decimal(total)


def test_line_of_a_linked_company_counts_whatever_number_it_names(db):
    assert aid.total(declared(make_award(700), "700.00", company="Hampitron GmbH")) == Decimal(1400)


def test_line_that_names_an_award_of_long_ago_counts_by_its_own_day(db, set_clock):
    """An award that no longer counts hides nothing later."""
    set_clock(date(2021, 7, 22))
    award = make_award(700, closes_on=date(2025, 1, 1))
    set_clock(date(2024, 7, 22))
    assert aid.total(declared(award, "700.00", granted_on="2023-01-02")) == Decimal(700)
    assert aid.total(declared(award, "700.00", granted_on="2021-07-22")) == 0


def test_line_that_names_an_award_of_others_counts(db):
    other = make_award(700)
    entries = declared(make_award(200), "500.00", reference=other.reference)
    assert aid.total(entries) == Decimal(700)


# Other profiles with the same registry number

CIN = "U72900KA2019PTC123456"


def twin_of(startup, **kwargs):
    """Another profile with the number of this one, which is checked here and not there."""
    twin, editor = make_startup(**kwargs), make_user(roles=["editor"])
    for each in (startup, twin):
        change_startup(startup=each, by=owner_of(each), registrations={"cin": CIN})
    check_registration(registration=startup.registrations.get(kind="cin"), by=editor)
    return twin


def test_aid_of_another_profile_with_the_number_counts(db):
    """Of what it declared and was awarded: amount, day and authority, and the name of the profile."""
    award = make_award(700)
    lines = [
        {**DECLARED, "company": "Kaveri GmbH"},
        {**DECLARED, "amount": "700.00", "reference": award.reference},
    ]
    make_case(startup=award.startup, aid={"received": "yes", "lines": lines})
    case = make_case(startup=twin_of(award.startup, name="Other"))
    name = award.startup.name
    assert [
        (each.authority, each.amount, each.startup, each.company) for each in aid.ledger(case)
    ] == [
        ("ZIM", Decimal(500), name, ""),
        (award.authority.name, Decimal(700), name, ""),
    ]


def test_what_both_profiles_declare_counts_once(db):
    said = {"received": "yes", "lines": [DECLARED, DECLARED, {**DECLARED, "amount": "1.00"}]}
    first = make_case(aid=said)
    twin = twin_of(first.startup)
    case = make_case(startup=twin, aid={"received": "yes", "lines": [DECLARED]})
    assert aid.total(aid.ledger(case)) == aid.total(aid.ledger(first)) == Decimal(1001)


def test_of_another_profile_only_what_it_declared_last_counts(db):
    first = make_case(aid={"received": "yes", "lines": [{**DECLARED, "amount": "900.00"}]})
    make_case(startup=first.startup, aid={"received": "yes", "lines": [DECLARED]})
    assert aid.total(aid.ledger(make_case(startup=twin_of(first.startup)))) == Decimal(500)


def test_applicant_reads_no_sum_of_another_profile(db):
    award = make_award(700, state=CaseState.FINAL)
    draft = make_application(twin_of(award.startup))
    assert aid.statement(draft).counted == 0


# Three rolling years, on any day

days = st.dates(date(2003, 1, 1), date(2099, 12, 31))


def counts(granted_on, on):
    line = AidLine(authority="x", granted_on=granted_on, amount=Decimal(1))
    (entry,) = aid.entries([line], [], on=on)
    return entry.counts


@given(award=days)
@example(award=date(2024, 2, 29))
@example(award=date(2027, 2, 28))
@example(award=date(2027, 3, 1))
@example(award=date(2024, 12, 31))
def test_same_day_three_years_before_is_outside_and_the_next_inside(award):
    """29 February goes back to 28 February: then 1 March is the first day of the three years."""
    is_leap_day = (award.month, award.day) == (2, 29)
    edge = award.replace(year=award.year - 3, day=28 if is_leap_day else award.day)
    assert not counts(edge, on=award)
    assert counts(edge + timedelta(days=1), on=award)


@given(award=days, age=st.integers(0, 1500))
def test_aid_of_three_years_counts_and_older_does_not(award, age):
    """Three years have 1095 days, or 1096 with a leap day; never a day more or fewer."""
    assert counts(award - timedelta(days=age), on=award) == (age < 1095) or age in (1095, 1096)


@given(granted=days, later=st.integers(0, 1500), gap=st.integers(1, 400))
def test_what_no_longer_counts_never_counts_again(granted, later, gap):
    first = granted + timedelta(days=later)
    if not counts(granted, on=first):
        assert not counts(granted, on=first + timedelta(days=gap))


@given(cents=st.lists(st.integers(1, 40_000_000), max_size=8))
def test_sum_is_exact_to_the_cent(cents):
    lines = [
        AidLine(authority="x", granted_on=date(2024, 1, 1), amount=Decimal(each) / 100)
        for each in cents
    ]
    total = aid.total(aid.entries(lines, [], on=date(2024, 7, 22)))
    assert total * 100 == sum(cents)


@pytest.mark.parametrize(("asked", "is_over"), [("300000.00", False), ("300000.01", True)])
def test_statement_is_over_from_the_first_cent(asked, is_over):
    statement = aid.Statement(date(2024, 7, 22), [], [(None, Decimal(asked))])
    assert statement.is_over == is_over
