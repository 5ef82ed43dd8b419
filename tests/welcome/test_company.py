"""What a case's page says of the other cases of the same company, and what it leaves to other authorities."""

import pytest
from django.urls import reverse

from startups.actions import change_startup, check_registration
from startups.models import Registration
from tests.factories import (
    declared,
    make_authority,
    make_case,
    make_package,
    make_staff,
    make_startup,
    make_user,
    officer_of,
    owner_of,
    sign_in,
)
from welcome import actions
from welcome.admin import company
from welcome.choices import DecisionKind, StaffRole

pytestmark = pytest.mark.django_db
CIN = "U72900KA2019PTC123456"


@pytest.fixture
def authority():
    return make_authority()


@pytest.fixture
def case(authority):
    return make_case(package=make_package(authority))


def another(case, state="submitted", *, authority=None, startup=None, **kwargs):
    package = make_package(authority or case.authority)
    return make_case(state, package=package, startup=startup or case.startup, **kwargs)


def shown(case, user=None):
    return company.context(case, user or officer_of(case.authority))


def cases_in(found):
    return [row["case"] for row in found["other_cases"]]


def numbered(startup, *, checked):
    change_startup(startup=startup, by=owner_of(startup), registrations={"cin": CIN})
    if checked:
        registration = Registration.objects.get(startup=startup, kind="cin")
        check_registration(registration=registration, by=make_user(roles=["editor"]))


def test_other_cases_are_listed_the_latest_first_with_outcome_and_amount(client, case):
    awarded, rejected = another(case, "final"), another(case, "final", kind=DecisionKind.REJECT)
    found = shown(case)
    assert set(cases_in(found)) == {awarded, rejected}
    rows = {
        row["case"]: (row["outcome"], row["amount"], row["is_granted"])
        for row in found["other_cases"]
    }
    assert rows[awarded] == (DecisionKind.GRANT.label, 6_000, True)
    assert rows[rejected] == (DecisionKind.REJECT.label, 6_000, False)
    page = reverse("admin:welcome_case_change", args=[case.pk])
    text = sign_in(client, officer_of(case.authority)).get(page).text
    for words in (awarded.reference, str(awarded.package), "Award", "€6,000", "Final"):
        assert words in text
    assert reverse("admin:welcome_case_change", args=[rejected.pk]) in text


def test_page_says_when_there_is_none(client, case):
    page = reverse("admin:welcome_case_change", args=[case.pk])
    assert "None that you may see." in sign_in(client, officer_of(case.authority)).get(page).text


@pytest.mark.parametrize("checked", ["own", "other"])
def test_startup_with_the_same_checked_number_is_the_same_company(case, checked):
    twin = make_startup()
    numbered(case.startup, checked=checked == "own")
    numbered(twin, checked=checked == "other")
    other = another(case, startup=twin)
    another(case, startup=make_startup())
    assert cases_in(shown(case)) == [other]


def test_number_that_nobody_checked_joins_nobody(case):
    twin = make_startup()
    for startup in (case.startup, twin):
        numbered(startup, checked=False)
    another(case, startup=twin)
    assert cases_in(shown(case)) == []


def test_of_other_authorities_only_amount_day_and_authority_of_awards(client, case):
    foreign = another(case, "signed", authority=make_authority())
    another(case, "signed", authority=foreign.authority, kind=DecisionKind.REJECT)
    found = shown(case)
    assert cases_in(found) == []
    (award,) = found["other_awards"]
    assert (award.authority, award.amount) == (foreign.authority.name, 6_000)
    page = reverse("admin:welcome_case_change", args=[case.pk])
    text = sign_in(client, officer_of(case.authority)).get(page).text
    assert foreign.authority.name in text
    assert foreign.reference not in text
    assert str(foreign.package) not in text


def test_case_in_which_one_has_a_conflict_is_not_there(case):
    person = make_staff(case.authority, StaffRole.OFFICER)
    other = another(case, "signed")
    declared(person)
    actions.declare_conflict(case=other, by=person)
    found = shown(case, person)
    assert cases_in(found) == found["other_awards"] == []


def test_auditor_reads_the_cases_of_every_authority(case):
    foreign = another(case, "signed", authority=make_authority())
    found = shown(case, make_user(roles=["auditor"]))
    assert cases_in(found) == [foreign]
    assert found["other_awards"] == []


def test_list_costs_the_same_for_one_and_for_thirty_and_ends(case, django_assert_num_queries):
    numbered(case.startup, checked=True)
    officer = officer_of(case.authority)
    officer.has_role("auditor")
    another(case)
    with django_assert_num_queries(4):
        str(company.context(case, officer))
    for _ in range(company.MOST):
        another(case)
    with django_assert_num_queries(4):
        found = company.context(case, officer)
        str([(row["case"].startup, row["case"].package.authority) for row in found["other_cases"]])
    assert (len(found["other_cases"]), found["more_cases"]) == (company.MOST, True)
