import re
from datetime import date, timedelta
from decimal import Decimal

import pytest

from corridor import clock
from startups.actions import change_startup, check_registration, remove_registration
from tests.factories import (
    days_ago,
    fresh,
    make_authority,
    make_benefit,
    make_case,
    make_package,
    make_staff,
    make_user,
    officer_of,
    owner_of,
    propose,
    signatory_of,
    take_step,
)
from welcome import actions
from welcome.choices import CaseState, DecisionKind, StaffRole
from welcome.exceptions import (
    BudgetExceeded,
    CeilingExceeded,
    ConditionsUnequal,
    FourEyes,
    ItemsMissing,
    NoteMissing,
    NotOffered,
    OtherProposal,
    PlacesExceeded,
    ReasonsMissing,
    WrongKind,
)
from welcome.models import Decision

KINDS = [DecisionKind.GRANT, DecisionKind.REJECT, DecisionKind.INADMISSIBLE, DecisionKind.REVOKE]

CIN = "U72900KA2019PTC123456"


@pytest.fixture
def case(db):
    return make_case(CaseState.REVIEW)


def sign(case, **more):
    return actions.sign(case=case, by=signatory_of(case.authority), **more)


def release(case):
    return actions.release(case=case, by=officer_of(case.authority))


def award_of(value, **package):
    """A proposed award of this value in EUR."""
    package = make_package(benefits=0, **{"budget": 1_000_000, **package})
    make_benefit(package, quantity=1, unit_value=Decimal(value))
    return make_case(CaseState.PROPOSED, package=package)


# Propose


@pytest.mark.parametrize(
    ("state", "possible"),
    [
        (CaseState.CHECKING, {DecisionKind.INADMISSIBLE}),
        (CaseState.REVIEW, {DecisionKind.GRANT, DecisionKind.REJECT, DecisionKind.INADMISSIBLE}),
    ],
)
def test_propose_takes_the_kinds_that_the_state_allows(db, state, possible):
    case, taken = make_case(state), set()
    for kind in set(KINDS) - possible:
        with pytest.raises(WrongKind):
            propose(case, kind=kind)
    for kind in possible:
        taken.add(propose(case, kind=kind).kind)
        take_step(case, "return_proposal")
        case = case if state == CaseState.REVIEW else make_case(state)
    assert taken == possible


def test_propose_freezes_what_was_decided_and_by_whom(case):
    officer = officer_of(case.authority)
    decision = propose(case, conditions_de="Eins.\n\u200b\n Zwei. ", conditions_en="One.\nTwo.")
    assert decision.proposed_by == officer
    assert decision.proposed_at.date() == date(2024, 7, 22)
    assert decision.revision == case.revision
    assert decision.conditions("de") == ["Eins.", "Zwei."]
    assert decision.value == Decimal(6_000)
    assert case.open_decision == decision


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "text", ["", "  \n\t", "\u200b", "\u2800", "\u3164", "\u034f \ufe0f\u180e"]
)
def test_propose_without_reasons_is_refused(case, language, text):
    with pytest.raises(ReasonsMissing):
        propose(case, **{f"reasons_{language}": text})
    assert not Decision.objects.exists()


def test_proposal_of_empty_words_is_not_signed(case, monkeypatch):
    """However it came about, for example before this was asked."""
    with monkeypatch.context() as patched:
        patched.setattr("welcome.actions.decisions.says_nothing", lambda text: False)
        propose(case, kind=DecisionKind.REJECT, reasons_de="\u2800")
    with pytest.raises(ReasonsMissing):
        sign(case)


def test_conditions_are_equal_in_number_in_both_languages(case):
    with pytest.raises(ConditionsUnequal):
        propose(case, conditions_de="Eins.\n\nZwei.", conditions_en="One.")
    assert not case.decisions.exists()


@pytest.mark.parametrize("quantity", [None, 0])
def test_award_without_items_is_refused(case, quantity):
    items = {} if quantity is None else dict.fromkeys(case.package.benefits.all(), quantity)
    with pytest.raises(ItemsMissing):
        propose(case, items=items)
    assert not Decision.objects.exists()


@pytest.mark.parametrize("quantity", [4, -1])
def test_award_of_another_quantity_than_offered_is_refused(case, quantity):
    with pytest.raises(NotOffered):
        propose(case, items={case.package.benefits.first(): quantity})


def test_award_of_another_packages_benefit_is_refused(case):
    with pytest.raises(NotOffered):
        propose(case, items={make_package().benefits.first(): 1})


def test_award_of_a_part_is_worth_that_part(case):
    decision = propose(case, items={case.package.benefits.first().pk: 2})
    assert decision.value == Decimal(2_000)
    assert [item.quantity for item in decision.items.all()] == [2]


def test_award_keeps_words_and_values_of_the_terms(case):
    benefit = case.package.benefits.first()
    case.package.benefits.update(title_en="Renamed", unit_value=9_999)
    item = propose(case, items={benefit: 3}).items.get()
    assert (item.title_en, item.total) == ("Benefit 1", Decimal(3_000))


@pytest.mark.parametrize("kind", [DecisionKind.REJECT, DecisionKind.INADMISSIBLE])
def test_rejection_has_neither_items_nor_value(case, kind):
    decision = propose(case, kind=kind, items={case.package.benefits.first(): 1})
    assert decision.value == 0
    assert not decision.items.exists()


def test_propose_by_another_officer_than_the_responsible_one_is_possible(case):
    deputy = make_staff(case.authority, StaffRole.OFFICER)
    assert propose(case, by=deputy).proposed_by == deputy


# Sign


@pytest.mark.parametrize("superuser", [False, True])
def test_sign_by_the_proposer_is_refused(case, superuser):
    both = make_staff(case.authority, StaffRole.OFFICER, StaffRole.SIGNATORY)
    both.is_superuser = superuser
    both.save()
    propose(case, by=both)
    with pytest.raises(FourEyes):
        actions.sign(case=case, by=both)
    assert fresh(case).state == CaseState.PROPOSED
    assert case.open_decision.signed_by is None


def test_sign_names_the_signatory_and_keeps_the_notice(case):
    propose(case)
    decision = sign(case)
    assert decision.signed_by == signatory_of(case.authority)
    assert decision.signed_at.date() == date(2024, 7, 22)
    assert decision.notice.name == f"{case.reference}.pdf"
    assert decision.notice.media_type == "application/pdf"


def test_sign_of_the_proposal_that_was_read(case):
    assert sign(case, read=propose(case)).signed_at


def test_sign_of_another_proposal_than_read_is_refused(case):
    read = propose(case, kind=DecisionKind.REJECT)
    take_step(case, "return_proposal")
    propose(case)
    with pytest.raises(OtherProposal):
        sign(case, read=read)
    assert fresh(case).state == CaseState.PROPOSED


def test_sign_reaches_nobody(case, queued):
    before = len(queued())
    propose(case)
    sign(case)
    assert len(queued()) == before
    assert case.released_decision is None


def test_failing_notice_leaves_the_case_unsigned(case, monkeypatch):
    propose(case)
    monkeypatch.setattr(actions.decisions, "render_notice", lambda data: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        sign(case)
    assert fresh(case).state == CaseState.PROPOSED
    assert case.open_decision.signed_at is None


# Return and reopen


@pytest.mark.parametrize(
    ("verb", "state"), [("return_proposal", CaseState.PROPOSED), ("reopen", CaseState.SIGNED)]
)
def test_returned_decision_ends_with_its_note(db, verb, state):
    case = make_case(state)
    decision = case.open_decision
    take_step(case, verb)
    decision.refresh_from_db()
    assert fresh(case).state == CaseState.REVIEW
    assert decision.ended_at.date() == date(2024, 7, 22)
    assert decision.return_note == case.events.last().note != ""
    assert case.open_decision is None


@pytest.mark.parametrize(("verb", "before"), [("return_proposal", ""), ("reopen", "sign")])
def test_inadmissible_goes_back_to_the_completeness_check(db, verb, before):
    """Proposed without a review, it had none: what is missing is asked for after all."""
    case = make_case(CaseState.CHECKING)
    propose(case, kind=DecisionKind.INADMISSIBLE)
    for step in filter(None, [before, verb]):
        take_step(case, step)
    assert fresh(case).state == CaseState.CHECKING


@pytest.mark.parametrize(
    ("verb", "state"), [("return_proposal", CaseState.PROPOSED), ("reopen", CaseState.SIGNED)]
)
def test_return_without_a_note_is_refused(db, verb, state):
    case = make_case(state)
    by = signatory_of(case.authority) if verb == "return_proposal" else officer_of(case.authority)
    with pytest.raises(NoteMissing):
        getattr(actions, verb)(case=case, note=" \n", by=by)
    assert fresh(case).state == state
    assert case.open_decision


def test_reopened_award_frees_its_money_and_place(db):
    first = award_of(5_000, budget=5_000, places=1)
    sign(first)
    take_step(first, "reopen")
    second = make_case(CaseState.PROPOSED, package=first.package)
    assert sign(second)


def test_proposal_after_a_return_may_be_signed_by_who_proposed_the_first(db):
    authority = make_authority()
    both = [make_staff(authority, StaffRole.OFFICER, StaffRole.SIGNATORY) for _person in range(2)]
    case = make_case(CaseState.REVIEW, package=make_package(authority))
    propose(case, by=both[0])
    actions.return_proposal(case=case, note="Once more.", by=both[1])
    propose(case, by=both[1])
    assert actions.sign(case=case, by=both[0]).signed_by == both[0]


# Budget and places


def test_award_of_the_whole_budget_is_signed(db):
    assert sign(award_of("5000.00", budget="5000.00"))


def test_award_of_a_cent_more_than_the_budget_is_refused(db):
    case = award_of("5000.01", budget="5000.00")
    with pytest.raises(BudgetExceeded):
        sign(case)
    assert fresh(case).state == CaseState.PROPOSED


@pytest.mark.parametrize(("budget", "fits"), [("6000.00", True), ("5999.99", False)])
def test_budget_counts_what_is_signed(db, budget, fits):
    first = award_of(3_000, budget=budget)
    sign(first)
    second = make_case(CaseState.PROPOSED, package=first.package)
    if fits:
        assert sign(second)
    else:
        with pytest.raises(BudgetExceeded):
            sign(second)


def test_places_count_what_is_signed(db):
    first = award_of(1, places=1)
    sign(first)
    with pytest.raises(PlacesExceeded):
        sign(make_case(CaseState.PROPOSED, package=first.package))


@pytest.mark.parametrize("kind", [DecisionKind.REJECT, DecisionKind.INADMISSIBLE])
def test_rejection_takes_neither_budget_nor_place(db, kind):
    package = make_package(budget=0, places=0)
    assert sign(make_case(CaseState.PROPOSED, package=package, kind=kind))


@pytest.mark.parametrize(
    "state",
    [
        CaseState.PROPOSED,
        CaseState.WITHDRAWN,
        CaseState.DECLINED,
        CaseState.LAPSED,
        CaseState.REVIEW,
    ],
)
def test_award_that_does_not_bind_takes_no_place(db, state):
    package = make_package(places=1)
    make_case(state, package=package)
    assert sign(make_case(CaseState.PROPOSED, package=package))


@pytest.mark.parametrize(
    "state",
    [
        CaseState.SIGNED,
        CaseState.RELEASED,
        CaseState.NOTIFIED,
        CaseState.IN_COURT,
        CaseState.FINAL,
        CaseState.CLOSED,
    ],
)
def test_binding_award_takes_its_place(db, state):
    package = make_package(places=1)
    second = make_case(CaseState.PROPOSED, package=package)
    make_case(state, package=package)
    with pytest.raises(PlacesExceeded):
        sign(second)


def test_withdrawal_after_the_signature_frees_the_place(db):
    first = award_of(1, places=1)
    sign(first)
    take_step(first, "withdraw")
    assert sign(make_case(CaseState.PROPOSED, package=first.package))


def test_budget_of_another_package_does_not_matter(db):
    authority = make_authority()
    sign(award_of(5_000, authority=authority, budget=5_000))
    assert sign(award_of(5_000, authority=authority, budget=5_000))


def test_budget_is_checked_again_at_the_release(db):
    case = award_of(5_000, budget=5_000)
    sign(case)
    case.package.budget = 4_999
    case.package.save()
    with pytest.raises(BudgetExceeded):
        release(case)
    assert fresh(case).state == CaseState.SIGNED


# Release


def test_release_provides_the_notice_for_ten_days(case):
    propose(case)
    sign(case)
    decision = release(case)
    delivery = decision.deliveries.get()
    assert decision.released_by == officer_of(case.authority)
    assert case.released_decision == decision
    assert delivery.provided_at.date() == date(2024, 7, 22)
    assert delivery.closes_on == date(2024, 8, 1)
    assert delivery.retrieved_at is delivery.notified_on is delivery.final_on is None


def test_release_tells_the_owner_without_the_outcome(case, queued):
    propose(case, kind=DecisionKind.REJECT)
    sign(case)
    release(case)
    (mail,) = queued("welcome/mail/notice_released")
    assert case.reference in mail.subject + mail.message
    assert "1 August 2024" in " ".join(mail.message.split())
    assert not [
        word
        for word in ("reject", "award", "grant")
        if word in (mail.subject + mail.message).lower()
    ]


# De-minimis ceiling of EUR 300,000.00 in three years, with an award of 1,000.00 on 22 July 2024


def aid(*lines):
    """The section "aid" with lines (day, amount)."""
    named = [{"authority": "ZIM", "granted_on": day, "amount": amount} for day, amount in lines]
    return {"received": "yes" if named else "no", "lines": named}


def award_beside(*lines, startup=None, authority=None):
    package = make_package(authority, benefits=0)
    make_benefit(package, quantity=1, unit_value=Decimal("1000.00"))
    return make_case(CaseState.PROPOSED, package=package, startup=startup, aid=aid(*lines))


@pytest.mark.parametrize(
    ("lines", "fits"),
    [
        ([("2024-01-01", "299000.00")], True),
        ([("2024-01-01", "299000.01")], False),
        ([("2024-01-01", "199000.00"), ("2023-01-01", "100000.00")], True),
        ([("2024-01-01", "199000.00"), ("2023-01-01", "100000.01")], False),
        ([("2021-07-22", "300000.00")], True),  # three years ago to the day: outside
        ([("2021-07-23", "300000.00")], False),  # a day later: inside
        ([("2024-07-22", "299000.01")], False),  # the day of the award itself
    ],
)
def test_declared_aid_counts_towards_the_ceiling(db, lines, fits):
    case = award_beside(*lines)
    if fits:
        assert sign(case)
    else:
        with pytest.raises(CeilingExceeded):
            sign(case)


def test_ceiling_alone_is_reached_by_one_award(db):
    assert sign(award_of("300000.00"))
    with pytest.raises(CeilingExceeded):
        sign(award_of("300000.01"))


def test_award_of_another_authority_counts(db):
    first = award_of("299000.00")
    sign(first)
    sign(award_beside(startup=first.startup))
    with pytest.raises(CeilingExceeded):
        sign(award_beside(startup=first.startup))


def test_award_of_an_authority_outside_the_regulation_does_not_count(db):
    letter = award_of("300000.00", authority=make_authority("none"))
    sign(letter)
    assert sign(award_beside(startup=letter.startup))


def test_ceiling_does_not_bind_an_authority_outside_the_regulation(db):
    first = award_of("300000.00")
    sign(first)
    assert sign(award_beside(startup=first.startup, authority=make_authority("none")))


def test_award_of_another_startup_does_not_count(db):
    sign(award_of("300000.00"))
    assert sign(award_beside())


def test_award_of_another_profile_with_the_number_counts_until_the_number_is_removed(db):
    """A number that nobody checked may be a stranger's: the refusal names the profile, an editor removes the number."""
    first, case = award_of(200_000), award_of(200_000)
    editor = make_user(roles=["editor"])
    for each in (first.startup, case.startup):
        change_startup(startup=each, by=owner_of(each), registrations={"cin": CIN})
    check_registration(registration=case.startup.registrations.get(), by=editor)
    sign(first)
    with pytest.raises(CeilingExceeded, match=re.escape(f"the aid of {first.startup.name},")):
        sign(case)
    remove_registration(registration=first.startup.registrations.get(), by=editor)
    assert sign(case)


def test_proposed_award_of_another_authority_does_not_count(db):
    first = award_of("300000.00")
    assert sign(award_beside(startup=first.startup))
    with pytest.raises(CeilingExceeded):
        sign(first)


@pytest.mark.parametrize(("years_and_days", "fits"), [(0, True), (-1, False)])
def test_award_of_the_portal_counts_for_three_years(db, years_and_days, fits):
    age = (date(2024, 7, 22) - date(2021, 7, 22)).days + years_and_days
    with days_ago(age):
        first = award_of("299000.01", closes_on=clock.today() + timedelta(days=1))
        sign(first)
    case = award_beside(startup=first.startup)
    if fits:
        assert sign(case)
    else:
        with pytest.raises(CeilingExceeded):
            sign(case)


def test_ceiling_is_checked_again_at_the_release(db, monkeypatch):
    case = award_beside(("2024-01-01", "299000.00"))
    sign(case)
    monkeypatch.setattr("welcome.aid.CEILING", Decimal("299999.99"))
    with pytest.raises(CeilingExceeded):
        release(case)
    assert fresh(case).state == CaseState.SIGNED
