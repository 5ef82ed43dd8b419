"""The start page of members of an authority: what waits for them, and the list that it leads to."""

from datetime import timedelta

import pytest

from corridor import clock
from startups.models import Membership
from tests.factories import (
    days_ago,
    fresh,
    make_case,
    make_package,
    make_staff,
    make_startup,
    make_user,
    officer_of,
    owner_of,
    propose,
    sign_in,
    signatory_of,
)
from welcome import actions, chores, rounds
from welcome.choices import StaffRole

pytestmark = pytest.mark.django_db

LIST = "/admin/welcome/case/?"


def tasks(client, person):
    """By the words of the filter: how many, and when the first is due."""
    response = sign_in(client, person).get("/admin/")
    found = [task for task in response.context["tasks"] if task.url.startswith(LIST)]
    for task in found:  # every task leads to a list of exactly as many
        assert client.get(task.url).context["cl"].result_count == task.count
    asked = {task.url.partition("?")[2]: (task.count, task.due) for task in found}
    return {query.removeprefix("waiting="): number for query, number in asked.items()}


def test_officer_finds_own_cases_with_the_earliest_day(client):
    package = make_package()
    make_case("checking", package=package)
    with days_ago(60):
        late = make_case("review", package=package)
    assert tasks(client, officer_of(package.authority)) == {
        "me": (2, late.due_on),
        "due=overdue": (1, late.due_on),
    }
    page = client.get("/admin/").text
    assert "2 cases wait for your next step" in page
    assert "The first was due on" in page


def test_officer_finds_what_nobody_took_and_what_the_applicant_owes(client):
    package = make_package()
    new = make_case(package=package)
    make_case("released", package=package)
    make_case("information_requested", package=package)
    assert tasks(client, officer_of(package.authority)) == {
        "nobody": (1, new.due_on),
        "applicant&officer=me": (2, None),
    }


def test_officer_finds_no_case_of_a_colleague_or_of_another_authority(client):
    package = make_package()
    make_case("review", package=package), make_case("review")
    assert tasks(client, make_staff(package.authority)) == {}
    assert "Nothing waits for you." in client.get("/admin/").text


def test_officer_finds_no_step_in_the_case_of_an_own_startup(client):
    case = make_case("review")
    officer = officer_of(case.authority)
    Membership.objects.create(startup=case.startup, user=officer, role="owner", since=clock.now())
    assert tasks(client, officer) == {}


def test_notice_that_was_not_retrieved_waits_for_the_officer_again(client):
    with days_ago(12):
        case = make_case("released")
    officer = officer_of(case.authority)
    assert tasks(client, officer) == {"me": (1, None)}
    actions.provide_again(case=case, by=officer)
    assert tasks(client, officer) == {"applicant&officer=me": (1, None)}
    actions.retrieve_notice(case=fresh(case), by=owner_of(case.startup))
    assert tasks(client, officer) == {}


def test_signatory_finds_proposals_of_others_and_what_is_not_released(client):
    package = make_package()
    proposed = make_case("proposed", package=package)
    signed = make_case("signed", package=package)
    assert tasks(client, signatory_of(package.authority)) == {
        "my_signature": (1, proposed.due_on),
        "release": (1, signed.due_on),
    }


def test_who_proposed_is_not_asked_to_sign(client):
    case = make_case("checking")
    both = make_staff(case.authority, StaffRole.OFFICER, StaffRole.SIGNATORY)
    actions.begin_review(case=case, by=both)
    propose(case, by=both)
    assert tasks(client, both) == {}


@pytest.mark.parametrize("role", ["auditor", "administrator"])
def test_others_see_rooms_and_no_desk(client, role):
    make_case()
    response = sign_in(client, make_user(roles=[role])).get("/admin/")
    assert not response.context["has_desk"]
    assert "What waits for you" not in response.text
    assert "Recent actions" not in response.text


def test_day_of_a_single_case_in_words(client):
    case = make_case("review")
    sign_in(client, officer_of(case.authority))
    text = client.get("/admin/").text
    assert "1 case waits for your next step" in text
    assert "Monday, 2 September 2024" in text
    assert case.due_on == clock.today() + timedelta(days=42)


def test_start_page_costs_the_same_for_one_case_and_for_thirty(client, django_assert_num_queries):
    package = make_package()
    case = make_case("review", package=package)
    both = make_staff(package.authority, StaffRole.OFFICER, StaffRole.SIGNATORY)
    sign_in(client, both).get("/admin/")
    with django_assert_num_queries(16):
        client.get("/admin/")
    for _ in range(29):
        make_case("proposed" if _ % 2 else "submitted", package=package)
    with django_assert_num_queries(16):
        client.get("/admin/")
    assert case.officer != both


def test_words_of_the_filter_are_for_whoever_they_concern(client):
    case = make_case()
    officer_page = sign_in(client, officer_of(case.authority)).get("/admin/welcome/case/").text
    assert "waiting=me" in officer_page
    assert "waiting=my_signature" not in officer_page
    signatory_page = sign_in(client, signatory_of(case.authority)).get("/admin/welcome/case/").text
    assert "waiting=my_signature" in signatory_page


def test_officer_and_signatory_find_what_is_due_at_their_authority(client):
    package = make_package()
    with days_ago(30):
        case = make_case("proposed", package=package)
        make_case()
    for person in (
        make_staff(package.authority),
        make_staff(package.authority, StaffRole.SIGNATORY),
    ):
        assert tasks(client, person)["due=soon"] == (1, case.due_on)
    assert "1 case is due within 14 days" in client.get("/admin/").text


def test_thousands_are_not_counted(client, monkeypatch):
    monkeypatch.setattr("welcome.admin.waiting.MOST_COUNTED", 1)
    package = make_package()
    for _ in range(3):
        make_case(package=package)
    page = sign_in(client, officer_of(package.authority)).get("/admin/").text
    assert "More than 1 cases have no case officer yet" in page


# The figures of the rounds


def figures(client, person):
    plots = sign_in(client, person).get("/admin/").context["plots"]
    return {
        plot.caption: [(str(left), str(right)) for _label, left, right in plot.rows]
        for plot in plots
    }


def test_figures_of_open_packages_of_ones_authority(client):
    package = make_package(budget=50_000, places=10, decision_days=42)
    make_case(), make_package(package.authority, is_public=False)
    make_case(package=package)
    case = make_case("review", package=package, startup=make_startup())
    with days_ago(-10):
        propose(case)
        actions.sign(case=case, by=signatory_of(case.authority))
        actions.release(case=fresh(case), by=officer_of(case.authority))
    expected = {
        "Applications": [("2", "1")],
        "Days from submission to notice": [("10", "42")],
        "Budget": [("€6,000", "€44,000")],
        "Places": [("1", "9")],
    }
    for role in StaffRole:
        assert figures(client, make_staff(package.authority, role)) == expected


def test_figures_lead_to_the_list_of_what_they_count(client):
    package = make_package()
    case, _other = make_case("released", package=package), make_case(package=package)
    sign_in(client, officer_of(package.authority))
    (_label, received, decided), *_ = client.get("/admin/").context["plots"][0].rows
    assert client.get(received.url).context["cl"].result_count == 2
    assert list(client.get(decided.url).context["cl"].result_list) == [case]


def test_figures_before_the_first_decision(client):
    package = make_package()
    assert figures(client, officer_of(package.authority))["Days from submission to notice"] == [
        ("–", "42")
    ]


def test_figures_are_for_whoever_reads_cases(client):
    make_package()
    assert len(figures(client, make_user(roles=["auditor"]))) == 4
    for role in ("administrator", "editor"):
        assert figures(client, make_user(roles=[role])) == {}


def test_figures_are_counted_by_housekeeping(client, settings, django_assert_num_queries):
    settings.PAGE_SECONDS = 20
    package = make_package()
    rounds.keep()
    make_case(package=package)
    officer = officer_of(package.authority)
    assert figures(client, officer)["Applications"] == [("0", "0")]
    chores.keep_figures_of_rounds()
    assert figures(client, officer)["Applications"] == [("1", "0")]
