from datetime import timedelta

import pytest

from corridor import clock
from corridor.actions import Conflict
from tests.database import refused_by, sql
from tests.factories import (
    ask,
    days_ago,
    fresh,
    make_case,
    make_staff,
    make_user,
    officer_of,
    owner_of,
)
from welcome import actions
from welcome.choices import CaseState, StaffRole
from welcome.chores import end_requests
from welcome.exceptions import (
    AlreadyAnswered,
    NotLater,
    NotOfThisAuthority,
    ReasonMissing,
    TooManyExtensions,
)
from welcome.models import Extension, InformationRequest


@pytest.fixture
def case(db):
    return make_case(CaseState.REVIEW)


@pytest.fixture
def asked(case):
    return ask(case, days=14)


def wish(asked, *, days=28, reason="The register is slow.", by=None):
    return actions.ask_extension(
        request=asked,
        wished_on=clock.today() + timedelta(days=days),
        reason=reason,
        by=by or owner_of(asked.case.startup),
    )


def test_wish_is_logged_and_mailed_without_its_reason(asked, queued):
    wish(asked)
    event = asked.case.events.last()
    assert (event.verb, event.source, event.note) == (
        "ask_extension",
        "information_requested",
        "The register is slow.",
    )
    (mail,) = queued("welcome/mail/extension_asked")
    assert mail.to == [fresh(asked.case).officer.email]
    assert "slow" not in mail.message


@pytest.mark.parametrize(
    ("days", "reason", "refusal"),
    [(28, " ", ReasonMissing), (14, "Slow.", NotLater), (181, "Slow.", NotLater)],
)
def test_wish_names_a_later_day_and_a_reason(asked, days, reason, refusal):
    with pytest.raises(refusal):
        wish(asked, days=days, reason=reason)


def test_second_wish_waits_for_the_first_answer(asked):
    wish(asked)
    with pytest.raises(Conflict) as refused:
        wish(asked)
    assert refused.value.rule == "extension_one_open"


def test_fourth_wish_is_one_too_many(case, asked):
    for _number in range(3):
        wish(asked)
        actions.refuse_extension(case=case, answer="No.", by=officer_of(case.authority))
    with pytest.raises(TooManyExtensions):
        wish(asked)


def test_granted_wish_moves_the_deadline(case, asked, queued):
    wish(asked)
    until = clock.today() + timedelta(days=21)
    actions.grant_extension(case=case, until=until, by=officer_of(case.authority))
    assert InformationRequest.objects.get().due_on == until
    assert case.events.last().verb == "grant_extension"
    assert queued("welcome/mail/extension_answered")


def test_grant_is_later_than_the_deadline(case, asked):
    wish(asked)
    with pytest.raises(NotLater):
        actions.grant_extension(case=case, until=asked.due_on, by=officer_of(case.authority))


def test_refusal_says_why_and_leaves_the_deadline(case, asked):
    wish(asked)
    with pytest.raises(ReasonMissing):
        actions.refuse_extension(case=case, answer=" ", by=officer_of(case.authority))
    actions.refuse_extension(case=case, answer="It is enough.", by=officer_of(case.authority))
    assert InformationRequest.objects.get().due_on == asked.due_on


def test_deadline_does_not_pass_while_the_wish_waits(case, asked):
    wish(asked)
    with days_ago(-20):
        end_requests()
        assert fresh(case).state == CaseState.INFORMATION_REQUESTED
        actions.refuse_extension(case=case, answer="Too late.", by=officer_of(case.authority))
        request = InformationRequest.objects.get()
        assert request.due_on == clock.today() + timedelta(days=2)
        actions.send_answer(request=request, note="Here.", by=owner_of(case.startup))


def test_wish_is_answered_once(case, asked):
    wish(asked)
    actions.refuse_extension(case=case, answer="No.", by=officer_of(case.authority))
    with pytest.raises(AlreadyAnswered):
        actions.grant_extension(
            case=case,
            until=clock.today() + timedelta(days=20),
            by=officer_of(case.authority),
        )


def test_wish_of_an_answered_request_needs_no_answer(case, asked):
    wish(asked)
    actions.send_answer(request=asked, note="Here.", by=owner_of(case.startup))
    assert not Extension.objects.waiting().exists()


def test_only_officers_answer_a_wish(case, asked):
    wish(asked)
    with pytest.raises(NotOfThisAuthority):
        actions.refuse_extension(
            case=case, answer="No.", by=make_staff(case.authority, StaffRole.READER)
        )


def test_wish_is_seen_by_both_sides(case, asked):
    wish(asked)
    for person in (owner_of(case.startup), officer_of(case.authority)):
        assert Extension.objects.visible_to(person).exists()
    assert not Extension.objects.visible_to(make_user()).exists()


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ("reason = 'Other'", "extension_question_kept"),
        ("granted_on = '2030-01-01'", "extension_answer_whole"),
    ],
)
def test_wish_is_kept(asked, change, rule):
    wish(asked)
    with refused_by(rule):
        sql(f"UPDATE welcome_extension SET {change}")


def test_answer_to_a_wish_is_kept(case, asked):
    wish(asked)
    actions.refuse_extension(case=case, answer="No.", by=officer_of(case.authority))
    with refused_by("extension_answer_kept"):
        sql("UPDATE welcome_extension SET answer = 'Yes'")
    with refused_by("extension_never_deleted"):
        sql("DELETE FROM welcome_extension")
