"""The table of steps, and the trigger that is made from it, each pair of states by raw SQL."""

import itertools

import pgtrigger
import pytest
from django.db import IntegrityError

from corridor.actions import conflict_from
from tests.database import refused_by, sql
from tests.factories import make_authority, make_case, make_package
from welcome import choices
from welcome.choices import STEPS, Actor, CaseState, Law
from welcome.models import Case
from welcome.models.cases import StepAllowed

# DESIGN 5, as written there: the oracle for the table.
ARROWS = """
submitted > checking
checking > information_requested
information_requested > checking
checking > review
review > information_requested
information_requested > review
review > waiting_list
waiting_list > review
checking > proposed
review > proposed
proposed > signed
signed > released
released > notified (nrw)
notified > final
final > closed
proposed > review
proposed > checking
signed > review
signed > checking
released > closed (none)
notified > in_court (nrw)
final > in_court (nrw)
in_court > final (nrw)
in_court > review (nrw)
submitted > withdrawn
checking > withdrawn
information_requested > withdrawn
review > withdrawn
waiting_list > withdrawn
proposed > withdrawn
signed > withdrawn
final > declined
final > lapsed
notified > heard (nrw)
final > heard (nrw)
closed > heard (nrw)
heard > proposed (nrw)
proposed > heard (nrw)
signed > heard (nrw)
heard > notified (nrw)
heard > final (nrw)
heard > closed (nrw)
"""
PAIRS = {tuple(line.replace(" >", "").split()) for line in ARROWS.strip().splitlines()}


# What else says no beside the table itself.
BESIDE = [
    f"welcome.Case:case_{rule}"
    for rule in (
        "signature_first",
        "award_ended_first",
        "in_court_until_said",
        "revocation_ends_first",
    )
]
GUARDS = ["welcome.Case:case_step_allowed", *BESIDE]


def update_state(case, state):
    sql("UPDATE welcome_case SET state = %s WHERE id = %s", state, case.pk)


def is_taken(case, state):
    """Whether the database lets the case into a state; the trigger of the table alone may say no."""
    try:
        update_state(case, state)
    except IntegrityError as error:
        if conflict_from(error).rule != "case_step_allowed":
            raise
        return False
    return True


def test_table_is_what_the_design_says():
    table = {(s.source, s.target, *([f"({s.law})"] if s.law else [])) for s in STEPS}
    assert table == PAIRS


@pytest.mark.parametrize("law", Law)
def test_trigger_lets_exactly_the_steps_of_the_table_through(db, law):
    case, taken = make_case(package=make_package(make_authority(law))), set()
    for source, target in itertools.permutations(CaseState, 2):
        with pgtrigger.ignore(*GUARDS):
            update_state(case, source)
        with pgtrigger.ignore(*BESIDE):
            if is_taken(case, target):
                taken.add((source, target))
    assert taken == {pair[:2] for pair in PAIRS if pair[2:] in [(), (f"({law})",)]}


def test_state_may_be_written_again(db):
    assert is_taken(make_case(), CaseState.SUBMITTED)


@pytest.mark.parametrize("state", [state for state in CaseState if state != CaseState.SUBMITTED])
def test_case_is_not_inserted_in_a_later_state(db, state):
    case = make_case()
    copy = Case(**{f.attname: getattr(case, f.attname) for f in Case._meta.fields})
    copy.pk, copy.reference, copy.state = None, "TST-2024-9999", state
    with refused_by("case_begins_submitted"):
        copy.save(force_insert=True)


def test_case_is_not_deleted(db):
    case = make_case()
    with refused_by("case_never_deleted"):
        sql("DELETE FROM welcome_case WHERE id = %s", case.pk)


@pytest.mark.parametrize("state", ["", "SUBMITTED", "nonsense"])
def test_state_outside_the_table_is_refused(db, state):
    assert not is_taken(make_case(), state)


def test_trigger_follows_the_table(monkeypatch):
    monkeypatch.setattr(choices, "STEPS", choices.steps("jump", Actor.OFFICER, ["a"], "b"))
    free = StepAllowed(name="any", message="any").get_func(Case)
    assert "IN (('a', 'b'))" in free
    assert "submitted" not in free


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step.verb}-{step.source}")
def test_step_is_found_by_its_verb_and_only_under_its_law(step):
    laws = [step.law] if step.law else list(Law)
    for law in Law:
        beside = {"revokes": bool(step.revokes), "target": step.target}
        found = choices.step_for(step.verb, step.source, law, **beside)
        assert (found == step) == (law in laws)


def test_unknown_verb_has_no_step():
    assert choices.step_for("sign", CaseState.REVIEW, Law.NRW) is None


def test_verbs_are_those_of_the_actor_and_the_law():
    assert choices.verbs_from(CaseState.PROPOSED, Law.NRW, Actor.SIGNATORY) == [
        "sign",
        "return_proposal",
    ]
    assert choices.verbs_from(CaseState.PROPOSED, Law.NRW, Actor.OFFICER) == []
    assert choices.verbs_from(CaseState.RELEASED, Law.NONE, Actor.OFFICER) == ["close"]
    assert choices.verbs_from(CaseState.RELEASED, Law.NRW, Actor.OFFICER) == []
