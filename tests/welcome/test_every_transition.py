"""Every transition of the table from every state by every role: by crafted POST, by action, by ORM and by SQL.

What the table gives a role is left out here: tests/welcome/test_admin_verbs.py takes those steps. All else is refused,
and nothing has changed. `make test` tries each state with a part of the pairs of role and verb, `make test-all` all.
"""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import Refused, conflict_from
from tests.database import sql
from tests.factories import (
    REASONS,
    fresh,
    make_authority,
    make_case,
    make_package,
    make_staff,
    make_user,
    owner_of,
    sign_in,
)
from tests.welcome.test_admin_verbs import prints
from welcome import actions, waiver
from welcome.admin.verbs import VERBS
from welcome.choices import STEPS, Actor, CaseState, DecisionKind, Law, StaffRole
from welcome.models import Case

pytestmark = pytest.mark.django_db

# Every how many pairs: the sample of each state begins with another one.
PARTS = [24, pytest.param(1, marks=pytest.mark.slow)]
# Answers to a request have pages and actions of their own names.
ANSWERS = {"resume_check", "resume_review"}
TRANSITIONS = sorted({step.verb for step in STEPS} - ANSWERS)
ACTOR_OF = {"owner": Actor.APPLICANT, "officer": Actor.OFFICER, "signatory": Actor.SIGNATORY}
PAGES = {"withdraw": "case_withdraw", "waive_remedies": "case_waive", "decline": "case_decline"}
WORK = (StaffRole.OFFICER, StaffRole.SIGNATORY)


# Whoever could try, by role; nobody for the public.
PEOPLE = {
    "public": lambda case: None,
    "owner": lambda case: owner_of(case.startup),
    "founder": lambda case: make_user(),
    "officer": lambda case: make_staff(case.authority, StaffRole.OFFICER),
    "signatory": lambda case: make_staff(case.authority, StaffRole.SIGNATORY),
    "reader": lambda case: make_staff(case.authority, StaffRole.READER),
    "undeclared": lambda case: make_staff(case.authority, *WORK, undeclared=True),
    "colleague": lambda case: make_staff(make_authority(), *WORK),
    "auditor": lambda case: make_user(roles=["auditor"]),
    "administrator": lambda case: make_user(roles=["administrator"]),
    "superuser": lambda case: User.objects.create_superuser(
        f"root-{case.pk}@example.org", name="R"
    ),
}


def arguments_of(case, verb):
    """What the action of a verb takes beside the case, all of it well-formed."""
    today = clock.today()
    note = {"note": "One reason is missing."}
    return {
        "request_information": {
            "sections": ["plan"],
            "message": "Why?",
            "due_on": today + timedelta(days=14),
        },
        "propose": {
            "kind": DecisionKind.GRANT,
            "items": {offer.id: offer.quantity for offer in case.terms.offers},
            **REASONS,
        },
        "return_proposal": note,
        "reopen": note,
        "leave_award": note,
        "record_court_action": {"received_on": today, "file_number": "20 K 1/24"},
        "record_judgment": {"outcome": "upheld", "ended_on": today, "outcome_note": "Dismissed."},
        "hear": {**REASONS, "due_on": today + timedelta(days=14)},
        "propose_revocation": {"effect": "future", **REASONS},
        "waive_remedies": {"version": waiver.CURRENT},
    }.get(verb, {})


def data_of(case, verb):
    """The same as a browser sends it."""
    said = dict(arguments_of(case, verb))
    items = said.pop("items", {})
    decision = case.decisions.first()
    read = {"read": decision.pk} if verb == "sign" and decision else {}
    return {**said, **{f"item_{key}": value for key, value in items.items()}, **read}


def is_given(role, verb, state):
    """Whether the table gives a role this step."""
    return any(
        (step.verb, step.source, step.actor) == (verb, state, ACTOR_OF.get(role))
        and step.law in (None, Law.NRW)
        for step in STEPS
    )


def tries(state, part=1):
    """The pairs of role and verb that are not given from a state, or one of so many of them."""
    pairs = [(role, verb) for role in PEOPLE for verb in TRANSITIONS]
    asked = pairs[list(CaseState).index(state) % part :: part]
    return [(role, verb) for role, verb in asked if not is_given(role, verb, state)]


def address(case, verb):
    if verb in PAGES:
        return reverse(PAGES[verb], args=[case.reference])
    return reverse(f"admin:welcome_case_{verb}", args=[case.pk])


def is_refused(case, verb, person):
    try:
        with transaction.atomic():
            getattr(actions, verb)(case=case, by=person, **arguments_of(case, verb))
    except Refused:
        return True
    return False


@pytest.mark.no_cover  # what answers here is measured by the tests of each verb
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("state", CaseState)
def test_step_that_is_not_given_is_refused_by_action_and_by_post(client, state, part):
    case = make_case(state)
    people = {role: PEOPLE[role](case) for role in dict(tries(state, part))}
    before, taken = prints(case), []
    for role, verb in tries(state, part):
        person = people[role]
        if person and not is_refused(case, verb, person):
            taken.append((role, verb, "action"))
        # The portal's own steps, on a date, have no address.
        if (verb in VERBS or verb in PAGES) and not is_left(client, person, case, verb, before):
            taken.append((role, verb, "post"))
    assert taken == []
    assert prints(case) == before


def is_left(client, person, case, verb, before):
    """Whether a crafted POST is answered like any other and leaves the case as it was."""
    client.logout()
    if person:
        sign_in(client, person)
    answer = client.post(address(case, verb), data_of(case, verb))
    return answer.status_code in (200, 302, 404) and prints(case) == before


def lets(change):
    """Whether the database lets a change of state through; undone again in any case."""
    try:
        with transaction.atomic():
            change()
            transaction.set_rollback(True)
    except IntegrityError as error:
        return not conflict_from(error).rule.startswith("case_")
    return True


@pytest.mark.parametrize("law", Law)
@pytest.mark.parametrize("state", [CaseState.SUBMITTED, CaseState.REVIEW, CaseState.SIGNED])
def test_state_outside_the_table_is_refused_by_orm_and_sql(state, law):
    case = make_case(state, package=make_package(make_authority(law)))
    allowed = {step.target for step in STEPS if step.source == state and step.law in (None, law)}
    rows, statement = (
        Case.objects.filter(pk=case.pk),
        "UPDATE welcome_case SET state = %s WHERE id = %s",
    )
    for target in set(CaseState) - allowed - {state}:

        def saved(target=target):
            row = fresh(case)
            row.state = target
            row.save()

        assert not lets(saved), target
        assert not lets(lambda target=target: rows.update(state=target)), target
        assert not lets(lambda target=target: sql(statement, target, case.pk)), target


def test_every_pair_of_role_and_verb_is_tried_from_every_state():
    for state in CaseState:
        tried = tries(state)
        given = [
            (role, verb) for role in PEOPLE for verb in TRANSITIONS if is_given(role, verb, state)
        ]
        assert len(tried) == len(set(tried))
        assert len(tried) + len(given) == len(PEOPLE) * len(TRANSITIONS)
    assert set(TRANSITIONS) <= {*VERBS, *PAGES, "notify", "finalise", "lapse"}
