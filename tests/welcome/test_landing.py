"""The landing checklist and the settlement."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from startups.actions import NotAMember
from startups.choices import RegistrationKind
from tests.factories import (
    make_authority,
    make_case,
    make_user,
    officer_of,
    owner_of,
    signatory_of,
)
from welcome import actions, figures
from welcome.choices import CaseState
from welcome.exceptions import DayNotPossible, NotOfThisAuthority
from welcome.models import LandingMark, LandingStep, Settlement

TODAY = date(2024, 7, 22)


@pytest.fixture
def case(db):
    return make_case(CaseState.FINAL)


@pytest.fixture
def step(case):
    return actions.add_landing_step(
        authority=case.authority, by=None, title_de="Notartermin", title_en="Notary"
    )


def settle(case, *, by=None, number="Düsseldorf HRB 12345", settled_on=TODAY, **fields):
    return actions.note_settlement(
        award=case.award,
        settled_on=settled_on,
        kind=RegistrationKind.HRB,
        number=number,
        by=by or owner_of(case.startup),
        **fields,
    )


def test_mark_is_changed_and_only_the_start_up_reads_it(case, step):
    owner = owner_of(case.startup)
    for state in ("begun", "done"):
        mark = actions.mark_landing(award=case.award, step=step, state=state, by=owner, day=TODAY)
    assert LandingMark.objects.get() == mark
    assert mark.state == "done"
    assert not LandingMark.objects.visible_to(officer_of(case.authority)).exists()
    with pytest.raises(NotAMember):
        actions.mark_landing(award=case.award, step=step, state="done", by=make_user())


def test_steps_are_written_by_officers_of_the_authority(case, step):
    actions.change_landing_step(step=step, by=officer_of(case.authority), title_en="A notary")
    assert LandingStep.objects.get().title_en == "A notary"
    for person in (signatory_of(case.authority), officer_of(make_authority())):
        with pytest.raises(NotOfThisAuthority):
            actions.change_landing_step(step=step, by=person, title_en="Else")


def test_settlement_is_noted_changed_and_counted(case):
    settle(case)
    settle(case, number="Düsseldorf HRB 999999")
    assert Settlement.objects.get().number == "Düsseldorf HRB 999999"
    for _caption, counted in figures.settlements():
        assert sum(left for _label, left, _right in counted) == 1


def test_settlement_that_is_sent_twice_is_noted_once(case):
    settle(case)
    settle(case)
    assert case.events.filter(verb="note_settlement").count() == 1


def test_settlement_goes_into_the_profile_when_wished(case):
    settle(case, in_profile=True)
    assert case.startup.registrations.get(kind=RegistrationKind.HRB).value == "Düsseldorf HRB 12345"


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"settled_on": date(2024, 7, 23)}, DayNotPossible),
        ({"settled_on": date(1, 1, 1)}, DayNotPossible),
        ({"number": "12"}, ValidationError),
    ],
)
def test_settlement_has_happened_and_a_real_number(case, fields, refusal):
    with pytest.raises(refusal):
        settle(case, **fields)
    assert not Settlement.objects.exists()


def test_settlement_is_noted_by_members(case):
    with pytest.raises(NotAMember):
        settle(case, by=officer_of(case.authority))
