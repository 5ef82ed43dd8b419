from datetime import date, time

import pytest

from corridor import clock, housekeeping
from corridor.documents.models import Document
from startups.choices import MemberRole
from startups.models import Membership
from tests.factories import (
    fresh,
    make_authority,
    make_case,
    make_package,
    make_staff,
    make_startup,
    make_user,
    officer_of,
    owner_of,
    take_step,
)
from welcome import actions, chores
from welcome.choices import CaseState, StaffRole
from welcome.exceptions import AlreadyProvided, NotOwner, ProvisionEnded, WrongState
from welcome.models import documents_visible_to

RELEASED = "welcome/mail/notice_released"
LAST_DAY = date(2024, 8, 1)
DAY_AFTER = date(2024, 8, 2)


@pytest.fixture
def case(db):
    """A notice released on Monday, 22 July 2024."""
    return make_case(CaseState.RELEASED)


@pytest.fixture
def letter(db):
    return make_case(CaseState.RELEASED, package=make_package(make_authority("none")))


def retrieve(case, by=None):
    return actions.retrieve_notice(case=case, by=by or owner_of(case.startup))


def can_open(user, case):
    return documents_visible_to(user).filter(pk=case.released_decision.notice_id).exists()


# Retrieval


def test_retrieval_is_recorded_with_the_dates_that_follow(case):
    delivery = retrieve(case)
    assert delivery.retrieved_by == owner_of(case.startup)
    assert delivery.retrieved_at.date() == date(2024, 7, 22)
    assert delivery.notified_on == date(2024, 7, 23)
    assert delivery.final_on == date(2024, 8, 24)
    assert fresh(case).state == CaseState.RELEASED


def test_retrieval_shortly_after_midnight_counts_for_the_new_day(case, set_clock):
    set_clock(date(2024, 7, 24), time(0, 5))
    assert retrieve(case).notified_on == date(2024, 7, 25)


def test_second_retrieval_changes_nothing(case, set_clock):
    first = retrieve(case)
    second = make_user()
    Membership.objects.create(
        startup=case.startup, user=second, role=MemberRole.OWNER, since=clock.now()
    )
    set_clock(date(2024, 7, 25))
    again = retrieve(case, second)
    assert (again.retrieved_at, again.retrieved_by) == (first.retrieved_at, first.retrieved_by)
    assert again.notified_on == date(2024, 7, 23)


def test_retrieval_is_for_owners_only(case):
    editor = make_user()
    Membership.objects.create(
        startup=case.startup, user=editor, role=MemberRole.EDITOR, since=clock.now()
    )
    for person in [editor, officer_of(case.authority), make_user(), owner_of(make_startup())]:
        with pytest.raises(NotOwner):
            retrieve(case, person)
    assert case.released_decision.deliveries.get().retrieved_at is None


def test_retrieval_on_the_last_evening_counts(case, set_clock):
    set_clock(LAST_DAY, time(23, 59))
    assert retrieve(case).notified_on == DAY_AFTER


def test_retrieval_after_ten_days_is_none(case, set_clock):
    set_clock(DAY_AFTER, time(0, 1))
    with pytest.raises(ProvisionEnded):
        retrieve(case)
    assert case.released_decision.deliveries.get().retrieved_at is None
    assert not can_open(owner_of(case.startup), case)


def test_retrieved_notice_stays_open_after_ten_days(case, set_clock):
    retrieve(case)
    set_clock(DAY_AFTER)
    assert retrieve(case)
    assert can_open(owner_of(case.startup), case)


def test_notice_is_open_to_the_authority_at_once_and_to_the_owner_after_retrieval(case):
    owner = owner_of(case.startup)
    reader = make_staff(case.authority, StaffRole.READER)
    assert can_open(reader, case)
    assert not can_open(owner, case)
    retrieve(case)
    assert can_open(owner, case)


def test_notice_stays_closed_to_everybody_else(case):
    editor = make_user()
    Membership.objects.create(
        startup=case.startup, user=editor, role=MemberRole.EDITOR, since=clock.now()
    )
    retrieve(case)
    others = [
        editor,
        make_user(),
        owner_of(make_startup()),
        make_staff(make_authority(), *StaffRole),
    ]
    assert not [person for person in others if can_open(person, case)]
    assert can_open(make_user(roles=["auditor"]), case)


def test_returned_notice_is_never_open_to_the_owner(db):
    case = make_case(CaseState.SIGNED)
    take_step(case, "reopen")
    assert Document.objects.exists()
    assert not documents_visible_to(owner_of(case.startup)).exists()


# Provide again


def test_provide_again_gives_ten_more_days(case, set_clock, queued):
    set_clock(DAY_AFTER)
    delivery = actions.provide_again(case=case, by=officer_of(case.authority))
    assert delivery.closes_on == date(2024, 8, 12)
    assert len(queued(RELEASED)) == 2
    set_clock(date(2024, 8, 12))
    assert retrieve(case) == delivery
    assert delivery.decision.deliveries.count() == 2


def test_provide_again_while_provided_is_refused(case, set_clock, queued):
    set_clock(LAST_DAY)
    with pytest.raises(AlreadyProvided):
        actions.provide_again(case=case, by=officer_of(case.authority))
    assert len(queued(RELEASED)) == 1


def test_provide_again_after_retrieval_is_refused(case, set_clock):
    retrieve(case)
    set_clock(DAY_AFTER)
    with pytest.raises(WrongState):
        actions.provide_again(case=case, by=officer_of(case.authority))


# Notification and finality


@pytest.mark.parametrize(
    ("day", "notified"), [(date(2024, 7, 22), False), (date(2024, 7, 23), True)]
)
def test_case_is_notified_the_day_after_retrieval(case, set_clock, day, notified):
    retrieve(case)
    set_clock(day, time(0, 1))
    if notified:
        assert actions.notify(case=case, by=None).state == CaseState.NOTIFIED
        assert case.events.last().by is None
    else:
        with pytest.raises(WrongState):
            actions.notify(case=case, by=None)


def test_case_without_retrieval_is_never_notified(case, set_clock):
    set_clock(date(2025, 7, 22))
    with pytest.raises(WrongState):
        actions.notify(case=case, by=None)


@pytest.mark.parametrize(("day", "final"), [(date(2024, 8, 23), False), (date(2024, 8, 24), True)])
def test_case_is_final_after_the_court_period(case, set_clock, day, final):
    retrieve(case)
    set_clock(date(2024, 7, 23))
    actions.notify(case=case, by=None)
    set_clock(day, time(0, 1))
    if final:
        assert actions.finalise(case=case, by=None).state == CaseState.FINAL
    else:
        with pytest.raises(WrongState):
            actions.finalise(case=case, by=None)


def test_housekeeping_notifies_and_finalises_in_time(case, set_clock):
    states = {}
    retrieve(case)
    for day in [date(2024, 7, 22), date(2024, 7, 23), date(2024, 8, 23), date(2024, 8, 24)]:
        set_clock(day)
        chores.notify_retrieved_notices()
        chores.finalise_decisions()
        states[day.isoformat()] = fresh(case).state
    assert list(states.values()) == ["released", "notified", "notified", "final"]


def test_housekeeping_leaves_unretrieved_notices_and_letters_alone(case, letter, set_clock):
    retrieve(letter)
    set_clock(date(2025, 7, 22))
    assert housekeeping.run_all() == []
    assert {fresh(each).state for each in (case, letter)} == {CaseState.RELEASED}


def test_case_that_moved_meanwhile_does_not_stop_the_others(db, set_clock, monkeypatch):
    first, second = make_case(CaseState.RELEASED), make_case(CaseState.RELEASED)
    for case in (first, second):
        retrieve(case)
    set_clock(date(2024, 7, 23))
    notify = actions.notify

    def twice(**arguments):
        """Another process was quicker by a moment."""
        notify(**arguments)
        return notify(**arguments)

    monkeypatch.setattr(actions, "notify", twice)
    chores.notify_retrieved_notices()
    assert {fresh(case).state for case in (first, second)} == {CaseState.NOTIFIED}


def test_released_revocation_is_not_notified_by_the_dates_of_the_award(db, set_clock):
    revoked, other = make_case(CaseState.HEARD), make_case(CaseState.RELEASED)
    for verb in ["propose_revocation", "sign", "release"]:
        take_step(revoked, verb)
    retrieve(other)
    set_clock(date(2024, 7, 23))
    assert housekeeping.run_all() == []
    assert fresh(revoked).state == CaseState.RELEASED
    assert fresh(other).state == CaseState.NOTIFIED


# A letter of an authority outside administrative law


def test_letter_is_retrieved_without_notification(letter):
    delivery = retrieve(letter)
    assert delivery.retrieved_at
    assert delivery.notified_on is delivery.final_on is None


def test_letter_is_closed_after_the_release_and_can_still_be_retrieved(letter):
    actions.close(case=letter, by=officer_of(letter.authority))
    assert fresh(letter).state == CaseState.CLOSED
    assert retrieve(letter).retrieved_at
    assert can_open(owner_of(letter.startup), letter)


def test_letter_is_never_notified(letter, set_clock):
    retrieve(letter)
    set_clock(date(2024, 7, 23))
    with pytest.raises(WrongState):
        actions.notify(case=letter, by=None)


def test_act_is_not_closed_before_it_is_final(case):
    with pytest.raises(WrongState):
        actions.close(case=case, by=officer_of(case.authority))
