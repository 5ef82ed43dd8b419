"""Revocation: heard first, proposed and signed by two people, and what it takes away once it is final."""

from datetime import timedelta
from decimal import Decimal

import pytest

from corridor import clock
from tests.database import refused_by, sql
from tests.factories import (
    REASONS,
    days_ago,
    fresh,
    hear,
    make_application,
    make_case,
    make_package,
    make_staff,
    make_user,
    officer_of,
    owner_of,
    propose,
    propose_revocation,
    prove_use,
    state_views,
    take_step,
    use_benefit,
)
from welcome import actions, aid, chores
from welcome.checks import room_for
from welcome.choices import AwardState, CaseState, DecisionKind, Effect, RedemptionState, StaffRole
from welcome.exceptions import (
    DayOutOfReach,
    FourEyes,
    HearingOver,
    HearingReasonsMissing,
    HearingRuns,
    NoteMissing,
    NothingToRevoke,
    NothingWritten,
    NotOwner,
    OtherCaseRuns,
    ReasonsMissing,
    ReclaimNotPossible,
    ReclaimReasonsMissing,
    WrongState,
)
from welcome.models import Award, Decision, Hearing, Revocation
from welcome.notice_data import notice_data
from welcome.stages import next_step, owed, stops_of

RECLAIM_REASONS = {
    "reclaim_reasons_de": "Der Arbeitsplatz wurde genutzt.",
    "reclaim_reasons_en": "The desk was used.",
}


@pytest.fixture
def final(db):
    return make_case(CaseState.FINAL)


@pytest.fixture
def heard(final):
    hear(final)
    return fresh(final)


@pytest.fixture
def used(final):
    """Benefits worth 2,000 EUR were used before the hearing."""
    use_benefit(final, quantity=2)
    hear(final)
    return fresh(final)


def revoke(case, **fields):
    """All the way from the hearing to a revocation that is final in sixty days."""
    propose_revocation(case, **fields)
    for verb in ("sign", "release", "retrieve"):
        take_step(case, verb)
    with days_ago(-60):
        chores.notify_retrieved_notices()
        chores.finalise_decisions()
    return fresh(case)


# The hearing


@pytest.mark.parametrize("state", [CaseState.NOTIFIED, CaseState.FINAL, CaseState.CLOSED])
def test_award_that_is_left_goes_back_to_where_it_was(db, state):
    case = make_case(state)
    hear(case)
    assert fresh(case).state == CaseState.HEARD
    take_step(case, "leave_award")
    case = fresh(case)
    assert (case.state, case.revoking) == (state, False)
    assert case.hearings.get().end == "left"
    assert case.events.last().note == "The seat is where it should be."


def test_hearing_reaches_the_start_up_without_its_content(final, queued):
    hear(final)
    (mail,) = queued("welcome/mail/hearing_opened")
    assert mail.to == [owner_of(final.startup).email]
    assert "North Rhine-Westphalia" not in mail.message


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"reasons_en": " \u200b"}, HearingReasonsMissing),
        ({"due_on": timedelta()}, DayOutOfReach),
        ({"due_on": timedelta(days=181)}, DayOutOfReach),
    ],
)
def test_bad_hearing_is_refused(final, fields, error):
    due = clock.today() + fields.pop("due_on", timedelta(days=14))
    with pytest.raises(error):
        actions.hear(
            case=final, due_on=due, by=officer_of(final.authority), **{**REASONS, **fields}
        )
    assert not Hearing.objects.exists()


def test_rejection_is_not_revoked(db):
    case = make_case(CaseState.NOTIFIED, kind=DecisionKind.REJECT)
    with pytest.raises(NothingToRevoke):
        hear(case)


def test_closed_case_beside_a_running_one_is_not_heard(db):
    package = make_package()
    case = make_case(CaseState.CLOSED, package=package)
    draft = make_application(case.startup, [package])
    actions.submit(application=draft, by=owner_of(case.startup))
    with pytest.raises(OtherCaseRuns):
        hear(case)


def test_award_is_left_with_a_note_only(heard):
    with pytest.raises(NoteMissing):
        actions.leave_award(case=heard, note=" ", by=officer_of(heard.authority))


def test_statement_is_sent_once_by_an_owner_until_the_day(heard, set_clock, queued):
    hearing = heard.hearings.get()
    with pytest.raises(NotOwner):
        actions.make_statement(hearing=hearing, text="No.", by=make_user())
    with pytest.raises(NothingWritten):
        state_views(heard, " ")
    set_clock(hearing.due_on)
    assert state_views(heard).statement == "We move in September."
    assert queued("welcome/mail/statement_arrived")
    with pytest.raises(HearingOver):
        state_views(heard)


def test_statement_after_the_day_is_refused(heard, set_clock):
    set_clock(heard.hearings.get().due_on + timedelta(days=1))
    with pytest.raises(HearingOver):
        state_views(heard)


def test_nothing_of_the_award_moves_while_it_is_heard(heard):
    award = Award.objects.get(case=heard)
    assert not award.can_be_used
    with pytest.raises(WrongState):
        actions.decline(case=heard, by=owner_of(heard.startup))
    with days_ago(-400):
        chores.let_unused_awards_lapse()
    assert Award.objects.get(pk=award.pk).is_open
    for state in ("review", "withdrawn"):
        with refused_by("case_revocation_ends_first"):
            sql("UPDATE welcome_case SET state = %s WHERE id = %s", state, heard.pk)
    with refused_by("award_revoked_by_decision"):
        Award.objects.update(state="lapsed")


def test_released_revocation_keeps_the_award_from_lapsing(heard):
    propose_revocation(heard)
    take_step(heard, "sign")
    take_step(heard, "release")
    with days_ago(-400):
        chores.let_unused_awards_lapse()
    assert fresh(heard).award.is_open


# Proposal and signature


def test_revocation_waits_for_the_statement_or_the_day(heard, set_clock):
    fields = {"case": heard, "effect": "future", "by": officer_of(heard.authority), **REASONS}
    with pytest.raises(HearingRuns):
        actions.propose_revocation(**fields)
    set_clock(heard.hearings.get().due_on + timedelta(days=1))
    assert actions.propose_revocation(**fields).kind == DecisionKind.REVOKE


@pytest.mark.parametrize("verb", ["return_proposal", "reopen"])
def test_returned_revocation_goes_back_to_the_hearing(heard, verb):
    propose_revocation(heard)
    if verb == "reopen":
        take_step(heard, "sign")
    take_step(heard, verb)
    case = fresh(heard)
    assert (case.state, case.revoking, case.open_decision) == (CaseState.HEARD, True, None)
    take_step(case, "leave_award")
    assert fresh(case).state == CaseState.FINAL


def test_proposer_does_not_sign_a_revocation(heard):
    both = make_staff(heard.authority, StaffRole.OFFICER, StaffRole.SIGNATORY)
    decision = propose_revocation(heard, by=both)
    with pytest.raises(FourEyes):
        actions.sign(case=heard, by=both)
    with refused_by("decision_four_eyes"):
        Decision.objects.filter(pk=decision.pk).update(
            signed_by=both, signed_at=clock.now(), notice=heard.released_decision.notice
        )


def test_application_is_not_withdrawn_from_a_revocation(heard):
    propose_revocation(heard)
    with pytest.raises(WrongState):
        actions.withdraw(case=heard, by=owner_of(heard.startup))
    with refused_by("case_revocation_ends_first"):
        sql("UPDATE welcome_case SET state = 'withdrawn' WHERE id = %s", heard.pk)


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"reasons_de": " \u200b"}, ReasonsMissing),
        ({"effect": Effect.PAST, "reclaim": Decimal(2_001), **RECLAIM_REASONS}, ReclaimNotPossible),
        ({"effect": Effect.PAST, "reclaim": Decimal(-1), **RECLAIM_REASONS}, ReclaimNotPossible),
        ({"effect": Effect.FUTURE, "reclaim": Decimal(1), **RECLAIM_REASONS}, ReclaimNotPossible),
        ({"effect": Effect.PAST, "reclaim": Decimal(1)}, ReclaimReasonsMissing),
        (
            {
                **RECLAIM_REASONS,
                "effect": Effect.PAST,
                "reclaim": Decimal(1),
                "reclaim_reasons_de": "\u2800",
            },
            ReclaimReasonsMissing,
        ),
    ],
)
def test_bad_revocation_is_refused(used, fields, error):
    with pytest.raises(error):
        propose_revocation(used, **fields)
    assert fresh(used).state == CaseState.HEARD


def raw(case, **fields):
    """A revocation past the action."""
    decision = Decision.objects.create(
        case=case, revision=case.revision, kind=DecisionKind.REVOKE, **REASONS
    )
    granted = case.granted_decision
    whole = {"decision": decision, "revoked": granted, "effect": Effect.PAST, **RECLAIM_REASONS}
    return Revocation.objects.create(**{**whole, **fields})


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"reclaim": Decimal(2_001)}, "revocation_reclaims_what_was_used"),
        ({"reclaim": Decimal(1), "effect": Effect.FUTURE}, "revocation_reclaims_the_past"),
        ({"reclaim": Decimal(1), "reclaim_reasons_de": ""}, "revocation_reclaim_has_reasons"),
    ],
)
def test_database_reclaims_no_more_than_was_used(used, fields, rule):
    with refused_by(rule):
        raw(used, **fields)


def test_database_revokes_the_case_s_own_award_alone(used):
    with refused_by("revocation_of_its_award"):
        raw(used, revoked=make_case(CaseState.FINAL).granted_decision)


@pytest.mark.parametrize("kind", [DecisionKind.REVOKE, DecisionKind.REJECT])
def test_database_proposes_in_a_hearing_a_whole_revocation_alone(heard, kind):
    decision = Decision.objects.create(case=heard, revision=heard.revision, kind=kind, **REASONS)
    with refused_by("decision_kind_fits"):
        Decision.objects.filter(pk=decision.pk).update(
            proposed_by=officer_of(heard.authority), proposed_at=clock.now()
        )


def test_database_revokes_nothing_without_a_hearing(db):
    case = make_case(CaseState.REVIEW)
    decision = Decision.objects.create(
        case=case, revision=case.revision, kind=DecisionKind.REVOKE, **REASONS
    )
    with refused_by("decision_kind_fits"):
        Decision.objects.filter(pk=decision.pk).update(
            proposed_by=officer_of(case.authority), proposed_at=clock.now()
        )


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        ("UPDATE welcome_hearing SET reasons_de = 'Anders'", "hearing_question_kept"),
        ("UPDATE welcome_hearing SET statement = 'Anders'", "hearing_statement_kept"),
        ("DELETE FROM welcome_hearing", "hearing_never_deleted"),
        ("UPDATE welcome_revocation SET effect = 'past'", "revocation_frozen"),
        (
            "UPDATE welcome_revocation SET effective_on = '2024-07-22', kept = 0",
            "revocation_effective_when_notified",
        ),
        ("DELETE FROM welcome_revocation", "revocation_never_deleted"),
        ("UPDATE welcome_case SET revoking = FALSE", "case_revocation_ends_first"),
        ("UPDATE welcome_award SET state = 'revoked'", "award_revoked_by_decision"),
    ],
)
def test_database_keeps_hearing_and_revocation(heard, statement, rule):
    propose_revocation(heard)
    with refused_by(rule):
        sql(statement)


def test_database_leaves_no_award_elsewhere_than_it_came_from(heard):
    with refused_by("case_revocation_ends_first"):
        sql(
            "UPDATE welcome_case SET state = 'notified', revoking = FALSE WHERE id = %s",
            heard.pk,
        )


def test_hearing_is_opened_for_a_standing_award_alone(heard):
    with refused_by("hearing_of_an_award"):
        Hearing.objects.create(
            case=heard,
            came_from="final",
            due_on=clock.today(),
            opened_by=officer_of(heard.authority),
            opened_at=clock.now(),
            **REASONS,
        )


# What a final revocation does


@pytest.mark.parametrize(
    ("fields", "stays"),
    [
        ({"effect": Effect.FUTURE}, 2_000),
        ({"effect": Effect.PAST}, 2_000),
        ({"effect": Effect.UNLAWFUL, "reclaim": Decimal(2_000), **RECLAIM_REASONS}, 0),
        ({"effect": Effect.PAST, "reclaim": Decimal(1_500), **RECLAIM_REASONS}, 500),
    ],
)
def test_money_place_and_ledger_count_only_what_stays(used, fields, stays):
    before = room_for(used)
    case = revoke(used, **fields)
    assert case.state == CaseState.FINAL
    assert case.award.state == AwardState.REVOKED
    room = room_for(case)
    assert room.places == before.places + 1
    assert room.budget == before.budget + 6_000 - stays
    assert aid.total(aid.ledger(case)) == stays


def test_award_counts_until_its_revocation_is_final(used):
    propose_revocation(used)
    for verb in ("sign", "release", "retrieve"):
        take_step(used, verb)
    assert aid.total(aid.ledger(used)) == 6_000
    assert Decision.objects.binding_awards().count() == 1


def test_wishes_that_wait_end_with_the_award(final):
    item = Award.objects.get(case=final).items.first()
    by = owner_of(final.startup)
    actions.ask_benefit(item=item, quantity=1, wished_on=clock.today(), by=by)
    hear(final)
    case = revoke(fresh(final))
    assert case.award.redemptions.get().state == RedemptionState.CANCELLED
    assert case.hearings.get().end == "decided"
    with pytest.raises(NothingToRevoke):
        hear(case)


def test_award_that_was_not_final_is_revoked_too(db):
    case = make_case(CaseState.NOTIFIED)
    hear(case)
    case = revoke(fresh(case), effect=Effect.UNLAWFUL)
    assert case.state == CaseState.FINAL
    assert not Award.objects.filter(case=case).exists()
    assert not Decision.objects.binding_awards().exists()


def test_proven_award_is_revoked_and_its_file_closed(final):
    prove_use(final)
    take_step(final, "close")
    hear(final)
    case = revoke(fresh(final), effect=Effect.PAST)
    take_step(case, "close")
    assert fresh(case).state == CaseState.CLOSED


# Words


def test_notice_says_what_is_taken_and_what_is_to_be_repaid(used):
    fields = {"effect": Effect.PAST, "reclaim": Decimal("1500.00"), **RECLAIM_REASONS}
    data = notice_data(propose_revocation(used, **fields))
    assert data["title_de"] == "Widerrufsbescheid"
    assert "§ 49 (3)" in data["decision_en"][0]
    assert data["decision_en"][1].startswith("EUR 1,500.00 are to be repaid")
    assert "30 days after this decision has become final" in data["decision_en"][2]
    assert data["reasons_en"][-1] == "The desk was used."
    assert [item["title_en"] for item in data["items"]] == ["Benefit 1", "Benefit 2"]
    assert data["total_de"] == "6.000,00 EUR"
    assert data["remedy_de"]


def test_notice_for_the_future_lists_no_items(used):
    data = notice_data(propose_revocation(used, effect=Effect.FUTURE))
    assert data["items"] == []
    assert "stays granted" in data["decision_en"][0]


def words_of(case):
    case = fresh(case)
    decision = case.released_decision
    return next_step(case, decision.deliveries.last()), str(owed(case).who)


def test_applicant_reads_the_hearing_and_never_that_a_revocation_is_proposed(heard):
    assert words_of(heard)[0].startswith("The authority considers to revoke the award. You can")
    assert words_of(heard)[1] == "Your start-up: answer the hearing"
    state_views(heard)
    before = (words_of(heard), stops_of(fresh(heard)), str(fresh(heard).public_stage))
    propose_revocation(heard)
    assert (words_of(heard), stops_of(fresh(heard)), str(fresh(heard).public_stage)) == before
    take_step(heard, "sign")
    assert (words_of(heard), stops_of(fresh(heard)), str(fresh(heard).public_stage)) == before


def test_applicant_reads_what_is_taken_once_the_notice_is_retrieved(used):
    fields = {"effect": Effect.PAST, "reclaim": Decimal("1500.00"), **RECLAIM_REASONS}
    propose_revocation(used, **fields)
    take_step(used, "sign")
    take_step(used, "release")
    assert "Retrieve the notice" in words_of(used)[0]
    take_step(used, "retrieve")
    said = words_of(used)[0]
    assert said.startswith("The award is revoked from its beginning. Repay EUR 1,500.00 within 30")


def test_open_decision_is_one(heard):
    propose_revocation(heard)
    with pytest.raises(WrongState):
        propose(fresh(heard), kind=DecisionKind.GRANT)
    with refused_by("decision_one_open"):
        Decision.objects.create(case=heard, revision=heard.revision, kind="revoke", **REASONS)
