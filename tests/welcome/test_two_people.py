"""Two people on one case: the second is told, and what is saved on an older case is refused with the difference."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from corridor import clock
from tests.factories import (
    REASONS,
    fresh,
    make_authority,
    make_case,
    make_package,
    make_staff,
    make_user,
    officer_of,
    owner_of,
    propose,
    sign_in,
    signatory_of,
)
from tests.markup import Tree, problems_of
from welcome import actions, looks, readings
from welcome.choices import StaffRole
from welcome.exceptions import ChangedSinceRead
from welcome.models import CaseAccess

pytestmark = pytest.mark.django_db
HIDDEN = re.compile(r'name="as_read" value="([^"]*)"')
FORM = re.compile(r'<form[^>]*method="post".*?</form>', re.DOTALL)


def page(case):
    return reverse("admin:welcome_case_change", args=[case.pk])


def address(case, verb):
    return reverse(f"admin:welcome_case_{verb}", args=[case.pk])


def look(case, person, minutes):
    """A look at a case so many minutes ago."""
    at = clock.real_now() - timedelta(minutes=minutes)
    CaseAccess.objects.create(case=case, by=person, at=at, day=at.date(), part=minutes)
    return at


@pytest.fixture
def case():
    return make_case("review")


@pytest.fixture
def colleague(case):
    return make_staff(case.authority, name="Nils Neu")


@pytest.fixture
def officer(case, client):
    person = officer_of(case.authority)
    sign_in(client, person)
    return person


# Who else is here


def test_second_person_is_told_on_the_page_and_on_its_forms(client, case, colleague, officer):
    sign_in(client, colleague).get(page(case))
    sign_in(client, officer)
    for url in (page(case), address(case, "propose")):
        assert "Nils Neu has had this case open since" in client.get(url).text


def test_nobody_is_told_of_themselves_of_auditors_and_of_other_cases(
    client, case, colleague, officer
):
    look(make_case(package=case.package), colleague, 1)
    sign_in(client, make_user(roles=["auditor"])).get(page(case))
    sign_in(client, officer).get(page(case))
    assert "has had this case open" not in client.get(page(case)).text


def test_auditor_who_changes_nothing_is_not_asked_to_talk_to_anybody(client, case, colleague):
    look(case, colleague, 1)
    sign_in(client, make_user(roles=["auditor"]))
    assert "has had this case open" not in client.get(page(case)).text


def test_sitting_begins_with_the_first_of_its_looks(case, colleague, officer):
    look(case, colleague, 50)  # an earlier sitting
    begun = look(case, colleague, 22)
    look(case, colleague, 10)
    (sitting,) = looks.others_at(case, officer)
    assert (sitting.person, sitting.since) == (colleague, begun)


def test_sitting_is_over_after_a_quarter_of_an_hour(case, colleague, officer):
    look(case, colleague, 16)
    assert looks.others_at(case, officer) == []


# What has changed


def stamp_on(client, url):
    return HIDDEN.search(client.get(url).text)[1]


def sent(client, case, verb, as_read, **fields):
    return client.post(address(case, verb), {"as_read": as_read, **fields}, follow=True)


def test_stale_save_is_refused_with_who_did_what_and_when(client, case, colleague, officer):
    as_read = stamp_on(client, address(case, "request_information"))
    actions.assign(case=case, officer=colleague, by=colleague)
    due_on = clock.today() + timedelta(days=14)
    typed = {"sections": ["plan"], "message": "My long text", "due_on": due_on}
    response = sent(client, case, "request_information", as_read, **typed)
    assert fresh(case).state == "review"
    assert str(ChangedSinceRead.message) in response.text
    assert "Given to a case officer (Nils Neu, " in response.text
    assert f"{officer} → Nils Neu" in response.text
    assert "My long text" in response.text
    again = sent(client, case, "request_information", HIDDEN.search(response.text)[1], **typed)
    assert "The request is sent" in again.text


def test_refused_proposal_stands_beside_the_one_of_the_colleague(client, case, colleague, officer):
    as_read = stamp_on(client, address(case, "propose"))
    propose(case, by=colleague, kind="reject", reasons_en="What the colleague wrote.")
    typed = {"kind": "reject", **REASONS, "reasons_en": "My long text"}
    response = sent(client, case, "propose", as_read, **typed)
    for words in ("Decision proposed (Nils Neu", "What the colleague wrote.", "My long text"):
        assert words in response.text
    assert "Substantive review → Decision proposed" in response.text
    assert "this step is not possible any more" in response.text
    assert problems_of(Tree(response.text)) == []
    assert case.decisions.count() == 1


def test_checklist_says_which_items_a_colleague_marked(client):
    case = make_case("checking")
    officer, colleague = officer_of(case.authority), make_staff(case.authority, name="Nils Neu")
    as_read = stamp_on(sign_in(client, officer), address(case, "mark_items"))
    actions.mark_items(case=case, marks={"plan": ("missing", "No budget.")}, by=colleague)
    response = sent(client, case, "mark_items", as_read, state_plan="complete")
    assert "Missing or unclear (Nils Neu" in response.text
    assert "No budget." in response.text
    assert case.marks.get().state == "missing"


def test_button_says_what_has_happened_meanwhile(client, officer, case, colleague):
    as_read = stamp_on(client, page(case))
    actions.write_to_authority(case=case, text="One more thing", by=owner_of(case.startup))
    response = sent(client, case, "put_on_waiting_list", as_read)
    assert fresh(case).state == "review"
    assert "Meanwhile: Message of the start-up (" in response.text
    as_read = stamp_on(client, page(case))
    actions.put_on_waiting_list(case=case, by=colleague)
    response = sent(client, case, "put_on_waiting_list", as_read)
    assert "Meanwhile: Put on the waiting list (Nils Neu" in response.text


def test_signature_on_an_older_case_is_refused(client):
    case = make_case("proposed")
    sign_in(client, signatory_of(case.authority))
    as_read = stamp_on(client, address(case, "sign"))
    actions.record_sanctions_check(
        case=case, checked_on=clock.today(), list_name="EU", result="clear", note="",
        by=officer_of(case.authority),
    )  # fmt: skip
    read = {"read": case.open_decision.pk}
    response = sent(client, case, "sign", as_read, **read)
    assert fresh(case).state == "proposed"
    assert "Sanctions lists looked up (" in response.text
    sent(client, case, "sign", HIDDEN.search(response.text)[1], **read)
    assert fresh(case).state == "signed"


def test_what_one_did_oneself_meanwhile_refuses_nothing(client, case, officer):
    as_read = stamp_on(client, address(case, "propose"))
    actions.write_to_applicant(case=case, text="We are nearly done.", by=officer)
    sent(client, case, "propose", as_read, kind="reject", **REASONS)
    assert fresh(case).state == "proposed"


def test_form_that_lacks_something_is_no_reading_of_what_is_new(client, case, colleague, officer):
    as_read = stamp_on(client, address(case, "propose"))
    response = sent(client, case, "propose", as_read, kind="")
    assert HIDDEN.search(response.text)[1] == as_read
    actions.assign(case=case, officer=colleague, by=colleague)
    assert "Given to a case officer" in sent(client, case, "propose", as_read, kind="").text


@pytest.mark.parametrize("as_read", ["", "nonsense", "1.2.3", "9" * 40, "1.2.3.4.x", "\x00"])
def test_stamp_that_says_nothing_stops_nobody(client, case, officer, as_read):
    sent(client, case, "put_on_waiting_list", as_read)
    assert fresh(case).state == "waiting_list"


@pytest.mark.parametrize("state", ["submitted", "checking", "review", "proposed", "signed"])
def test_every_form_of_a_case_carries_the_stamp(client, state):
    case = make_case(state, package=make_package(criteria=1))
    person = make_staff(case.authority, StaffRole.OFFICER, StaffRole.SIGNATORY)
    if state == "review":
        actions.ask_review(case=case, reviewer=person, by=person)
    html = sign_in(client, person).get(page(case)).text
    urls = {url for url in re.findall(r'href="([^"]+)"', html) if url.startswith(page(case)[:-7])}
    urls -= {address(case, name) for name in ("declare", "review", "file", "archive", "preview")}
    for url in {page(case), *urls}:
        forms = [form for form in FORM.findall(client.get(url).text) if str(case.pk) in form or
                 "action=" not in form.partition(">")[0]]  # fmt: skip
        assert forms
        assert all(HIDDEN.search(form) for form in forms), url


def test_stamp_costs_one_query(case, django_assert_num_queries):
    with django_assert_num_queries(1):
        readings.stamp(case)


def test_other_authoritys_steps_are_not_told():
    startup = make_case("review").startup
    case = make_case("review", startup=startup, package=make_package(make_authority()))
    before = readings.stamp(case)
    make_case("review", startup=startup)
    assert readings.stamp(case) == before
