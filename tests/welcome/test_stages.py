from datetime import timedelta

import pytest
from django.utils.formats import date_format
from django.utils.translation import override

from tests.factories import fresh, make_authority, make_case, make_package, owner_of, take_step
from welcome import actions
from welcome.choices import CaseState
from welcome.stages import LETTER_STOPS, STOPS, next_step, stop_of, stops_of


def marks(case):
    """The stops as one word: p passed, H here, a ahead."""
    letters = {"passed": "p", "here": "H", "ahead": "a"}
    return "".join(letters[stop["state"]] for stop in stops_of(case))


@pytest.mark.parametrize(
    ("state", "line"),
    [
        (CaseState.SUBMITTED, "Haaaa"),
        (CaseState.CHECKING, "pHaaa"),
        (CaseState.INFORMATION_REQUESTED, "pHaaa"),  # asked in the completeness check
        (CaseState.REVIEW, "ppHaa"),
        (CaseState.WAITING_LIST, "ppHaa"),
        (CaseState.PROPOSED, "ppHaa"),
        (CaseState.SIGNED, "ppHaa"),
        (CaseState.RELEASED, "pppHa"),
        (CaseState.NOTIFIED, "pppHa"),
        (CaseState.FINAL, "ppppH"),
        (CaseState.CLOSED, "ppppH"),
    ],
)
def test_case_stands_at_its_stop(db, state, line):
    assert marks(make_case(state)) == line


@pytest.mark.parametrize(
    ("state", "line"), [(CaseState.RELEASED, "pppH"), (CaseState.CLOSED, "pppH")]
)
def test_letter_ends_with_its_release(db, state, line):
    assert marks(make_case(state, package=make_package(make_authority("none")))) == line


def test_stop_names_the_day_it_was_reached(db):
    case = make_case(CaseState.REVIEW)
    whens = [stop["when"] for stop in stops_of(case)]
    assert whens[:3] == [event.at for event in case.events.all()]
    assert whens[3:] == [None, None]


def test_returned_proposal_does_not_show(db):
    case = make_case(CaseState.PROPOSED)
    before = stops_of(case)
    take_step(case, "return_proposal")
    case.refresh_from_db()
    assert stops_of(case) == before


def test_withdrawn_case_ends_where_it_stood(db):
    case = make_case(CaseState.REVIEW)
    actions.withdraw(case=case, by=owner_of(case.startup))
    case.refresh_from_db()
    assert marks(case) == "pppH"
    with override("en"):
        assert str(stops_of(case)[-1]["title"]) == "Withdrawn"


def test_every_state_on_the_way_has_a_stop():
    ended, inside = {CaseState.WITHDRAWN}, {CaseState.PROPOSED, CaseState.SIGNED}
    assert {state for _title, states in STOPS for state in states} == {*CaseState} - ended - inside
    assert {CaseState.RELEASED, CaseState.CLOSED} <= {
        state for _title, states in LETTER_STOPS for state in states
    }


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (CaseState.CHECKING, "nothing for you to do"),
        (CaseState.RELEASED, "posts the notice to you"),
        (CaseState.NOTIFIED, "becomes final"),
        (CaseState.WITHDRAWN, "have withdrawn"),
        (CaseState.DECLINED, "declined the award"),
    ],
)
def test_next_step_is_said_in_words(db, state, words):
    assert words in str(next_step(make_case(state)))


def test_next_step_names_the_day_until_it_has_passed(db, set_clock):
    case = make_case(CaseState.REVIEW)
    day = date_format(case.due_on, "DATE_FORMAT")
    assert f"plans to decide by {day}." in next_step(case)
    set_clock(case.due_on + timedelta(days=1))
    assert "plans to decide" not in next_step(case)


def test_line_tells_no_outcome_before_retrieval(db):
    award, rejection = make_case(CaseState.RELEASED), make_case(CaseState.RELEASED, kind="reject")
    assert [stop["title"] for stop in stops_of(award)] == [
        stop["title"] for stop in stops_of(rejection)
    ]
    assert next_step(award) == next_step(rejection)


def test_proposal_and_signature_leave_no_trace_before_the_release(db):
    """Out of the completeness check only an inadmissible application is decided: a step would tell."""
    case = make_case(CaseState.CHECKING)
    line, stage = stops_of(case), case.public_stage
    for verb in ("propose", "sign"):
        take_step(case, verb, kind="inadmissible")
        case = fresh(case)
        assert (stops_of(case), stop_of(case), case.public_stage) == (line, line[1]["title"], stage)
    take_step(case, "withdraw")
    assert [stop["title"] for stop in stops_of(fresh(case))][2:] == ["Withdrawn"]


def test_request_in_review_leaves_the_case_at_the_review(db):
    case = make_case(CaseState.REVIEW)
    take_step(case, "request_information")
    case.refresh_from_db()
    assert marks(case) == "ppHaa"
