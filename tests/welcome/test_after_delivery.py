"""What follows the provision: post where nobody retrieved, faulty remedy texts, the waiver."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corridor import clock
from startups.choices import MemberRole
from startups.models import Membership
from tests.database import refused_by
from tests.factories import (
    fresh,
    make_case,
    make_user,
    officer_of,
    owner_of,
    take_step,
)
from welcome import actions, chores, deadlines, waiver
from welcome.actions.delivery import can_be_provided
from welcome.admin import verbs
from welcome.choices import CaseState, DeliveryWay
from welcome.exceptions import (
    AlreadyProvided,
    DayNotPossible,
    NoteMissing,
    NotOwner,
    NotWaivable,
    ProvisionEnded,
    WrongState,
)
from welcome.models import Delivery, documents_visible_to

DAY_AFTER = date(2024, 8, 2)


@pytest.fixture
def missed(db, set_clock):
    """A notice that nobody retrieved; the ten days ended yesterday."""
    case = make_case(CaseState.RELEASED)
    set_clock(DAY_AFTER)
    return case


@pytest.fixture
def notified(db):
    return make_case(CaseState.NOTIFIED)


def post(case, way=DeliveryWay.POST, posted_on=DAY_AFTER):
    return actions.send_by_post(
        case=case, way=way, posted_on=posted_on, by=officer_of(case.authority)
    )


def receive(case, day):
    return actions.record_receipt(case=case, received_on=day, by=officer_of(case.authority))


def waive(case, by=None, version=waiver.CURRENT):
    return actions.waive_remedies(case=case, version=version, by=by or owner_of(case.startup))


def verbs_of(case):
    delivery = Delivery.objects.filter(decision__case=case).last()
    return {verb.name for verb in verbs.possible(fresh(case), officer_of(case.authority), delivery)}


def test_portal_provides_no_act_without_consent(db):
    declared = {"correct": True, "solvent": True, "not_begun": True, "version": "2024-07"}
    case = make_case(CaseState.SIGNED)
    revision = case.open_decision.revision
    revision.answers["declarations"] = declared
    decision = case.open_decision
    decision.revision = revision
    assert not can_be_provided(decision)


def test_consent_is_kept_with_its_version(db):
    declared = make_case().revision.answers["declarations"]
    assert (declared["electronic_notice"], declared["version"]) == (True, "2024-07")


# Post


def test_post_within_germany_is_notified_after_three_days(missed, set_clock):
    delivery = post(missed)
    assert (delivery.notified_on, delivery.final_on) == (date(2024, 8, 5), date(2024, 9, 6))
    set_clock(date(2024, 8, 5))
    chores.notify_retrieved_notices()
    assert fresh(missed).state == CaseState.NOTIFIED


def test_post_of_2025_is_notified_after_four_days(missed, set_clock):
    set_clock(date(2025, 1, 2))
    assert post(missed, posted_on=date(2025, 1, 1)).notified_on == date(2025, 1, 5)


def test_post_abroad_is_notified_by_its_proven_receipt_alone(missed, set_clock):
    delivery = post(missed, DeliveryWay.ABROAD)
    set_clock(date(2025, 8, 2))
    chores.notify_retrieved_notices()
    chores.finalise_decisions()
    assert delivery.notified_on is delivery.final_on is None
    assert fresh(missed).state == CaseState.RELEASED
    assert receive(missed, date(2024, 8, 20)).notified_on == date(2024, 8, 20)
    chores.notify_retrieved_notices()
    chores.finalise_decisions()
    assert fresh(missed).state == CaseState.FINAL


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(posted=st.dates(DAY_AFTER, date(2026, 12, 31)), travelled=st.integers(0, 500))
def test_post_abroad_counts_from_its_receipt_whatever_the_days(
    missed, set_clock, posted, travelled
):
    """No number of days makes it notified; the receipt does, on its own day, a Sunday too."""
    arrived = posted + timedelta(days=travelled)
    with transaction.atomic():
        set_clock(posted)
        delivery = post(missed, DeliveryWay.ABROAD, posted)
        set_clock(arrived)
        chores.notify_retrieved_notices()
        delivery.refresh_from_db()
        assert delivery.notified_on is None
        delivery = receive(missed, arrived)
        assert delivery.notified_on == arrived
        assert delivery.final_on == deadlines.final_on(arrived)
        transaction.set_rollback(True)


@pytest.mark.parametrize("day", [date(2024, 8, 1), date(2024, 8, 3)])
def test_receipt_is_not_before_the_posting_and_not_to_come(missed, day):
    post(missed, DeliveryWay.ABROAD)
    with pytest.raises(DayNotPossible):
        receive(missed, day)


def test_receipt_is_entered_once_and_for_post_abroad_only(missed):
    post(missed, DeliveryWay.ABROAD)
    receive(missed, DAY_AFTER)
    with pytest.raises(WrongState):
        receive(missed, DAY_AFTER)


def test_post_within_germany_has_no_receipt_to_enter(missed):
    post(missed)
    with pytest.raises(WrongState):
        receive(missed, DAY_AFTER)


@pytest.mark.parametrize("day", [date(2024, 8, 1), date(2024, 8, 3)])
def test_posting_is_after_the_retrieval_closed_and_not_to_come(missed, day):
    with pytest.raises(DayNotPossible):
        post(missed, posted_on=day)


def test_notice_is_not_posted_while_it_can_be_retrieved(db):
    with pytest.raises(AlreadyProvided):
        post(make_case(CaseState.RELEASED), posted_on=date(2024, 7, 22))


def test_posted_notice_is_not_retrieved_and_opens_when_it_is_notified(missed, set_clock):
    post(missed)
    owner = owner_of(missed.startup)
    with pytest.raises(ProvisionEnded):
        actions.retrieve_notice(case=missed, by=owner)
    notice = missed.released_decision.notice
    assert notice not in documents_visible_to(owner)
    set_clock(date(2024, 8, 5))
    assert notice in documents_visible_to(owner)


def test_database_knows_no_fiction_for_post_abroad(missed):
    delivery = post(missed, DeliveryWay.ABROAD)
    with refused_by("delivery_abroad_needs_receipt"):
        Delivery.objects.filter(pk=delivery.pk).update(notified_on=DAY_AFTER)


def test_officer_is_offered_what_fits(missed):
    assert {"send_by_post", "provide_again"} <= verbs_of(missed)
    post(missed, DeliveryWay.ABROAD)
    assert verbs_of(missed) & {"send_by_post", "provide_again", "record_receipt"} == {
        "record_receipt"
    }


# Information on legal remedies


def test_faulty_remedy_text_gives_a_year(notified):
    before = Delivery.objects.get(decision__case=notified)
    delivery = actions.record_faulty_remedy(
        case=notified, note="Wrong court.", by=officer_of(notified.authority)
    )
    assert delivery.notified_on == before.notified_on
    assert delivery.final_on > before.final_on + timedelta(days=300)
    assert notified.events.last().note == "Wrong court."


def test_faulty_remedy_text_is_found_once_with_a_note_before_finality(notified):
    by = officer_of(notified.authority)
    with pytest.raises(NoteMissing):
        actions.record_faulty_remedy(case=notified, note=" ", by=by)
    actions.record_faulty_remedy(case=notified, note="Wrong court.", by=by)
    with pytest.raises(WrongState):
        actions.record_faulty_remedy(case=notified, note="Wrong court.", by=by)


def test_first_final_day_does_not_move_without_a_reason(notified):
    with refused_by("delivery_final_day_kept"):
        Delivery.objects.update(final_on=date(2030, 1, 1))


# Waiver


def test_waiver_makes_the_decision_final_at_once(notified, queued):
    case = waive(notified)
    delivery = Delivery.objects.get(decision__case=case)
    assert case.state == CaseState.FINAL
    assert (delivery.waived_by, delivery.final_on) == (owner_of(case.startup), clock.today())
    assert delivery.waiver_text == waiver.TEXTS[waiver.CURRENT]
    assert case.award.begins_by == clock.today() + timedelta(days=365)
    assert len(queued("welcome/mail/decision_final")) == 1


def test_waiver_is_for_owners_only(notified):
    editor = make_user()
    Membership.objects.create(
        startup=notified.startup, user=editor, role=MemberRole.EDITOR, since=clock.now()
    )
    for person in (editor, officer_of(notified.authority)):
        with pytest.raises(NotOwner):
            waive(notified, person)


@pytest.mark.parametrize("state", [CaseState.RELEASED, CaseState.IN_COURT, CaseState.FINAL])
def test_waiver_is_between_notification_and_finality(db, state):
    with pytest.raises(NotWaivable):
        waive(make_case(state))


def test_waiver_in_words_of_the_past_is_none(notified):
    with pytest.raises(NotWaivable):
        waive(notified, version="2023-01")


@pytest.mark.parametrize("verb", [None, "record_court_action"])
def test_database_takes_no_waiver_in_court_or_before_notification(db, verb):
    case = make_case(CaseState.NOTIFIED if verb else CaseState.RELEASED)
    if verb:
        take_step(case, verb)
    else:
        take_step(case, "retrieve")
    columns = {"waived_at": clock.now(), "waived_by": owner_of(case.startup)}
    with refused_by("delivery_waived_when_notified"):
        Delivery.objects.update(**columns, waiver_version="2024-07")


@pytest.mark.parametrize(
    ("language", "words"), [("en", "I waive court action"), ("de", "verzichte")]
)
def test_wording_of_the_waiver_is_there_in_both_languages(language, words):
    from django.utils.translation import override

    with override(language):
        assert words in str(waiver.TEXTS["2024-07"])
