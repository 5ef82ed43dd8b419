"""Steps of a case: who may take them, from where, and what they leave in the record."""

from datetime import date

import pgtrigger
import pytest

from corridor import clock
from startups.choices import MemberRole
from startups.models import Membership
from tests.database import sql
from tests.factories import (
    REASONS,
    fresh,
    make_application,
    make_authority,
    make_case,
    make_package,
    make_staff,
    make_user,
    officer_of,
    owner_of,
    propose_revocation,
    prove_use,
    signatory_of,
    take_step,
)
from welcome import actions
from welcome.choices import CaseState, DecisionKind, Law, StaffRole, step_for
from welcome.exceptions import NotOfThisAuthority, NotOwner, OwnCase, WrongState
from welcome.models import Case, Decision, Delivery

REJECTION = {"kind": DecisionKind.REJECT, **REASONS}
NOTE = {"note": "One reason is missing."}
# Verb → a state it starts from, the role it asks for, and what else it takes.
STAFF_VERBS = {
    "take": (CaseState.SUBMITTED, StaffRole.OFFICER, {}),
    "begin_review": (CaseState.CHECKING, StaffRole.OFFICER, {}),
    "propose": (CaseState.REVIEW, StaffRole.OFFICER, REJECTION),
    "sign": (CaseState.PROPOSED, StaffRole.SIGNATORY, {}),
    "return_proposal": (CaseState.PROPOSED, StaffRole.SIGNATORY, NOTE),
    "reopen": (CaseState.SIGNED, StaffRole.OFFICER, NOTE),
    "release": (CaseState.SIGNED, StaffRole.OFFICER, {}),
    "close": (CaseState.FINAL, StaffRole.OFFICER, {}),
}
PEOPLE = {StaffRole.OFFICER: officer_of, StaffRole.SIGNATORY: signatory_of}
BEFORE_RELEASE = [
    CaseState.SUBMITTED,
    CaseState.CHECKING,
    CaseState.INFORMATION_REQUESTED,
    CaseState.REVIEW,
    CaseState.WAITING_LIST,
    CaseState.PROPOSED,
    CaseState.SIGNED,
]
WITHDRAWN = "welcome/mail/withdrawn"


def call(verb, case, by):
    return getattr(actions, verb)(case=case, by=by, **STAFF_VERBS[verb][2])


def put(case, state):
    """Put the case into a state past every trigger."""
    with pgtrigger.ignore(*(f"welcome.Case:{trigger.name}" for trigger in Case._meta.triggers)):
        sql("UPDATE welcome_case SET state = %s WHERE id = %s", state, case.pk)


def record(case):
    return [(event.verb, event.source, event.target) for event in case.events.all()]


@pytest.mark.parametrize("verb", STAFF_VERBS)
def test_step_of_staff_is_written_into_the_record(db, verb):
    state, role, _more = STAFF_VERBS[verb]
    case = make_case(state)
    by = PEOPLE[role](case.authority)
    if verb == "close":
        prove_use(case)
    call(verb, case, by)
    event = case.events.last()
    step = step_for(verb, state, Law.NRW)
    assert fresh(case).state == step.target
    assert (event.verb, event.source, event.target, event.by) == (verb, state, step.target, by)
    assert event.at.date() == date(2024, 7, 22)


def strangers(case, role):
    """People who may not take a step that asks for `role`, each by what they are."""
    others = [other for other in StaffRole if other != role]
    left = make_staff(case.authority, role)
    actions.set_member(authority=case.authority, user=left, roles=[], by=None)
    blocked = make_staff(case.authority, role)
    blocked.is_active = False
    blocked.save()
    return {
        "another role": make_staff(case.authority, *others),
        "another authority": make_staff(make_authority(), *StaffRole),
        "superuser": superuser(),
        "owner": owner_of(case.startup),
        "administrator": make_user(roles=["administrator"]),
        "auditor": make_user(roles=["auditor"]),
        "who left": left,
        "blocked": blocked,
        "nobody": None,
    }


def superuser():
    person = make_user()
    person.is_staff = person.is_superuser = True
    person.save()
    return person


@pytest.mark.parametrize("verb", STAFF_VERBS)
def test_step_of_staff_is_refused_to_everybody_else(db, verb):
    state, role, _more = STAFF_VERBS[verb]
    case = make_case(state)
    before = record(case)
    for by in strangers(case, role).values():
        with pytest.raises(NotOfThisAuthority):
            call(verb, case, by)
    assert fresh(case).state == state
    assert record(case) == before


@pytest.mark.parametrize("verb", STAFF_VERBS)
@pytest.mark.parametrize("law", Law)
def test_step_from_a_wrong_state_changes_nothing(db, verb, law):
    case = make_case(package=make_package(make_authority(law)))
    by = PEOPLE[STAFF_VERBS[verb][1]](case.authority)
    for state in CaseState:
        if step_for(verb, state, law) is None:
            put(case, state)
            with pytest.raises(WrongState):
                call(verb, case, by)
            assert fresh(case).state == state
    assert len(record(case)) == 1
    assert not Decision.objects.exists()


@pytest.mark.parametrize("verb", ["notify", "finalise", "retrieve_notice", "provide_again"])
def test_delivery_before_release_is_a_wrong_state(db, verb):
    case = make_case()
    by = {
        "retrieve_notice": owner_of(case.startup),
        "provide_again": officer_of(case.authority),
    }.get(verb)
    for state in BEFORE_RELEASE:
        put(case, state)
        with pytest.raises(WrongState):
            getattr(actions, verb)(case=case, by=by)
    assert not Delivery.objects.exists()


def test_take_makes_the_officer_responsible(db):
    case = make_case()
    officer = officer_of(case.authority)
    assert actions.take(case=case, by=officer).officer == officer
    assert fresh(case).officer == officer


def test_take_from_a_stale_page_does_not_take_over(db):
    case = make_case()
    first, second = (make_staff(case.authority, StaffRole.OFFICER) for _person in range(2))
    actions.take(case=case, by=first)
    with pytest.raises(WrongState):
        actions.take(case=case, by=second)
    assert fresh(case).officer == first


# Withdrawal


@pytest.mark.parametrize("state", BEFORE_RELEASE)
def test_withdraw_is_possible_until_the_release(db, state, queued):
    case = make_case(state)
    owner = owner_of(case.startup)
    actions.withdraw(case=case, by=owner)
    assert fresh(case).state == CaseState.WITHDRAWN
    assert record(case)[-1] == ("withdraw", state, "withdrawn")
    (mail,) = queued(WITHDRAWN)
    assert case.reference in mail.subject + mail.message
    assert mail.to == [owner.email]


def test_nobody_escapes_a_revocation_by_withdrawing(db):
    """A revocation is proposed and signed like a first decision, but the award is out."""
    case = make_case(CaseState.HEARD)
    propose_revocation(case)
    with pytest.raises(WrongState):
        actions.withdraw(case=case, by=owner_of(case.startup))
    assert fresh(case).state == CaseState.PROPOSED
    assert not fresh(case).can_be_withdrawn


def test_withdraw_after_the_release_is_refused(db, queued):
    case = make_case()
    for state in set(CaseState) - set(BEFORE_RELEASE):
        put(case, state)
        with pytest.raises(WrongState):
            actions.withdraw(case=case, by=owner_of(case.startup))
    assert queued(WITHDRAWN) == []


@pytest.mark.parametrize("state", [CaseState.PROPOSED, CaseState.SIGNED])
def test_withdraw_ends_the_open_decision(db, state):
    case = make_case(state)
    take_step(case, "withdraw")
    decision = case.decisions.get()
    assert decision.ended_at.date() == date(2024, 7, 22)
    assert case.open_decision is None
    assert not Decision.objects.binding_awards().exists()


@pytest.mark.parametrize("who", ["editor", "officer", "other owner", "superuser", "nobody"])
def test_withdraw_is_for_owners_only(db, who):
    case = make_case()
    editor = make_user()
    Membership.objects.create(
        startup=case.startup, user=editor, role=MemberRole.EDITOR, since=clock.now()
    )
    people = {
        "editor": editor,
        "officer": officer_of(case.authority),
        "other owner": owner_of(make_case().startup),
        "superuser": superuser(),
        "nobody": None,
    }
    with pytest.raises(NotOwner):
        actions.withdraw(case=case, by=people[who])
    assert fresh(case).state == CaseState.SUBMITTED


def test_withdraw_of_one_package_leaves_the_other(db):
    draft = make_application(packages=[make_package(), make_package()])
    first, second = actions.submit(application=draft, by=owner_of(draft.startup))
    take_step(first, "withdraw")
    assert fresh(second).state == CaseState.SUBMITTED


# What a person sees and can do


def test_case_is_visible_to_its_authority_its_startup_and_the_auditor(db):
    case = make_case()
    sees = lambda person: case in type(case).objects.visible_to(person)  # noqa: E731
    assert all(
        map(
            sees, [officer_of(case.authority), signatory_of(case.authority), owner_of(case.startup)]
        )
    )
    assert sees(make_staff(case.authority, StaffRole.READER))
    assert sees(make_user(roles=["auditor"]))
    others = (
        make_user(roles=["editor", "event_team", "administrator"]),
        make_staff(make_authority(), *StaffRole),
    )
    assert not any(map(sees, [make_user(), superuser(), *others]))


@pytest.mark.parametrize(
    ("roles", "verbs"),
    [
        ([StaffRole.OFFICER], []),
        ([StaffRole.SIGNATORY], ["sign", "return_proposal"]),
        ([StaffRole.READER], []),
        (list(StaffRole), ["sign", "return_proposal"]),
    ],
)
def test_staff_verbs_of_a_proposed_case_are_the_signatorys(db, roles, verbs):
    case = make_case(CaseState.PROPOSED)
    assert case.staff_verbs(make_staff(case.authority, *roles)) == verbs


def test_nobody_of_another_authority_has_a_verb(db):
    assert make_case(CaseState.PROPOSED).staff_verbs(make_staff(make_authority(), *StaffRole)) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("state", "verb"), [("submitted", "take"), ("proposed", "sign"), ("signed", "release")]
)
def test_own_startup_is_nobodys_case(state, verb):
    case = make_case(state)
    people = {"take": officer_of, "sign": signatory_of, "release": officer_of}
    person = people[verb](case.package.authority)
    Membership.objects.create(startup=case.startup, user=person, role="editor", since=clock.now())
    with pytest.raises(OwnCase):
        getattr(actions, verb)(case=case, by=person)
    assert fresh(case).state == state
    assert case.staff_verbs(person) == []
