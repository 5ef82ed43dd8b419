"""A draft over days and by several people: half-filled sections, two in one, what becomes of an old one."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.formats import date_format

from corridor import clock
from corridor.documents.models import Document
from startups.choices import MemberRole
from startups.models import Membership
from tests.factories import (
    answers,
    days_ago,
    make_application,
    make_case,
    make_package,
    make_startup,
    make_user,
    owner_of,
    sign_in,
    use_benefit,
)
from welcome import actions, chores
from welcome.choices import CaseState
from welcome.exceptions import ChangedMeanwhile
from welcome.models import Application
from welcome.sections import find

pytestmark = pytest.mark.django_db


def url(draft, slug):
    return reverse("application_section", args=[draft.pk, slug])


def status(draft, slug):
    draft = Application.objects.get(pk=draft.pk)
    return find(slug, draft).status(draft)


def colleague_of(startup):
    person = make_user("Vikram Hegde")
    Membership.objects.create(
        startup=startup, user=person, role=MemberRole.EDITOR, since=clock.now()
    )
    return person


# Half-filled


def test_section_is_saved_half_filled_and_says_what_is_missing(client):
    draft = make_application(complete=False)
    sign_in(client, owner_of(draft.startup))
    assert status(draft, "company") == "not_started"
    given = {"contact_name": "Ōe Müller", "phone": "+91 80 4710 0000", "version": 0}
    response = client.post(url(draft, "company"), given, follow=True)
    assert "Still missing: Function in the company · Postal address of the company" in response.text
    assert status(draft, "company") == "in_progress"
    assert 'href="#id_address"' in client.get(url(draft, "company")).text


def test_line_ends_of_a_browser_make_no_other_answer(client):
    draft = make_application(complete=False)
    sign_in(client, owner_of(draft.startup))
    given = {"address": "12 Devaraja Road\r\nMysuru", "version": 0}
    client.post(url(draft, "company"), given)
    draft.refresh_from_db()
    assert draft.answers["company"]["address"] == "12 Devaraja Road\nMysuru"


def test_answer_that_makes_no_sense_is_not_kept_and_the_rest_is(client):
    draft = make_application(complete=False)
    sign_in(client, owner_of(draft.startup))
    given = {"contact_name": "Ōe", "phone": "12", "version": 0}
    response = client.post(url(draft, "company"), given)
    assert "Enter the number with its country code" in response.text
    assert 'value="12"' in response.text
    draft.refresh_from_db()
    assert draft.answers["company"]["contact_name"] == "Ōe"
    assert "phone" not in draft.answers["company"]
    again = client.post(url(draft, "company"), {**given, "phone": "+91 80 4710 0000", "version": 1})
    assert again.status_code == 302


@pytest.mark.parametrize(
    "phone", ["12", "+91 1", "+999 123456789", "none", "+4922147103001234567", "x" * 9999]
)
def test_phone_that_nobody_can_call_is_refused(client, phone):
    draft = make_application(complete=False)
    sign_in(client, owner_of(draft.startup))
    assert "error-summary" in client.post(url(draft, "company"), {"phone": phone}).text


def test_half_filled_draft_is_not_submitted(client):
    draft = make_application(company={**answers()["company"], "phone": ""})
    sign_in(client, owner_of(draft.startup))
    assert "still open" in client.get(url(draft, "check")).text
    assert "still missing" in client.post(url(draft, "check")).text


def test_plan_of_a_settler_lacks_the_day_of_foundation():
    plan = {**answers()["plan"], "founds_on": None}
    assert status(make_application(plan=plan), "plan") == "in_progress"
    assert status(make_application(plan={**plan, "settles": "no"}), "plan") == "complete"


@pytest.mark.parametrize("name", ["arrives_on", "founds_on"])
def test_planned_day_that_has_passed_meanwhile_is_missing_again(set_clock, name):
    near, far = (clock.today() + timedelta(days=days) for days in (30, 300))
    days = {"arrives_on": far.isoformat(), "founds_on": far.isoformat(), name: near.isoformat()}
    draft = make_application(plan={**answers()["plan"], **days})
    set_clock(near)
    assert find("plan", draft).missing(draft) == [name]


def test_contradiction_is_said_before_the_submission(client):
    plan = {**answers()["plan"], "settles": "no"}
    draft = make_application(packages=[make_package(for_settlers=True)], plan=plan)
    sign_in(client, owner_of(draft.startup))
    text = client.get(url(draft, "check")).text
    assert "You say that you do not." in text
    assert "you name a day on which you want to" in text
    assert "Submit the application" in text


def check_page(draft, client):
    sign_in(client, owner_of(draft.startup))
    return client.get(url(draft, "check")).text


@pytest.mark.parametrize(("days", "is_said"), [(30, True), (31, False)])
def test_start_before_the_decision_is_said_before_the_submission(client, days, is_said):
    start = (clock.today() + timedelta(days=days)).isoformat()
    package = make_package(decision_days=30, title_en="City & package")
    draft = make_application(packages=[package], plan={**answers()["plan"], "arrives_on": start})
    decided = date_format(clock.today() + timedelta(days=30), "DATE_FORMAT")
    said = f"the decision on “City &amp; package” may take until {decided}. A measure"
    assert (said in check_page(draft, client)) is is_said


@pytest.mark.parametrize(("amount", "is_said"), [("300000.00", False), ("300000.01", True)])
def test_aid_above_the_ceiling_is_said_before_the_submission(client, amount, is_said):
    line = {"authority": "ZIM", "granted_on": clock.today().isoformat(), "amount": amount}
    packages = [make_package(benefits=0)]
    draft = make_application(packages=packages, aid={"received": "yes", "lines": [line]})
    assert ("An award that passes this ceiling" in check_page(draft, client)) is is_said


# Two people in one section


def test_second_save_of_a_section_shows_the_difference_and_loses_nothing(client):
    draft = make_application()
    colleague, owner = colleague_of(draft.startup), owner_of(draft.startup)
    kept = draft.answers["product"]
    shown = {f"initial-{name}": value for name, value in kept.items()}
    actions.save_section(
        application=draft,
        section="product",
        answers={**kept, "customers": "Two hospitals", "product": "Theirs"},
        by=colleague,
        seen=1,
    )
    sign_in(client, owner)
    mine = {**kept, **shown, "product": "Mine", "version": 1}
    response = client.post(url(draft, "product"), mine)
    assert "Vikram Hegde has saved this section" in response.text
    for words in ("Theirs", "Mine", "Two hospitals"):
        assert words in response.text
    draft.refresh_from_db()
    assert draft.answers["product"]["product"] == "Theirs"
    form = response.context["form"]
    assert form["product"].value() == "Mine"
    assert form["customers"].value() == "Two hospitals"
    assert form["version"].value() == 2


def test_second_save_after_the_difference_was_shown_goes_through(client):
    draft = make_application()
    by = colleague_of(draft.startup)
    saved = {**draft.answers["product"], "product": "Theirs"}
    actions.save_section(application=draft, section="product", answers=saved, by=by)
    sign_in(client, owner_of(draft.startup))
    assert client.post(url(draft, "product"), {**saved, "version": 2}).status_code == 302
    assert (
        client.post(url(draft, "product"), {**saved, "product": "x", "version": 1}).status_code
        == 200
    )


def test_same_answers_twice_are_no_conflict():
    draft, given = make_application(), answers()["product"]
    by = owner_of(draft.startup)
    for _click in range(2):
        actions.save_section(application=draft, section="product", answers=given, by=by, seen=0)
    draft.refresh_from_db()
    assert draft.saved["product"]["version"] == 1


def test_other_answers_on_an_old_version_are_refused_with_what_was_saved():
    draft = make_application()
    with pytest.raises(ChangedMeanwhile) as refused:
        actions.save_section(
            application=draft,
            section="product",
            answers={"product": "other"},
            by=colleague_of(draft.startup),
            seen=0,
        )
    assert refused.value.answers == draft.answers["product"]
    assert refused.value.version == 1


@pytest.mark.parametrize("version", ["7", "9" * 40])
def test_version_that_never_was_is_no_conflict(client, version):
    draft = make_application(complete=False)
    sign_in(client, owner_of(draft.startup))
    data = {"product": "A pocket ultrasound.", "version": version}
    client.post(reverse("application_section", args=[draft.pk, "product"]), data)
    draft.refresh_from_db()
    assert draft.answers["product"]["product"] == "A pocket ultrasound."


def test_packages_of_two_people_at_once_are_shown_to_the_later(client):
    first, second, third = make_package(), make_package(), make_package()
    draft = make_application(packages=[first])
    founder, colleague = owner_of(draft.startup), make_user("Vikram Hegde")
    Membership.objects.create(
        startup=draft.startup, user=colleague, role=MemberRole.EDITOR, since=clock.now()
    )
    page = reverse("application_packages", args=[draft.pk])
    sign_in(client, founder)
    seen = client.get(page).context["form"]["version"].value() or ""
    actions.choose_packages(application=draft, packages=[first, second], by=colleague)
    response = client.post(page, {"packages": [first.pk, third.pk], "version": seen})
    assert "Vikram Hegde has saved" in response.text
    assert {*draft.packages.all()} == {first, second}
    again = response.context["form"]
    client.post(page, {"packages": again["packages"].value(), "version": again["version"].value()})
    assert {*draft.packages.all()} == {first, third}


# A draft that nobody touches


def run_chore():
    chores.let_old_drafts_go()


def test_old_draft_is_announced_then_deleted_with_its_files(queued, set_clock):
    today = clock.today()
    draft = make_application(packages=[make_package(required_documents=["pitch_deck"])])
    set_clock(draft.kept_until - timedelta(days=15))
    run_chore()
    assert queued() == []
    set_clock(draft.kept_until - timedelta(days=14))
    run_chore(), run_chore()
    (letter,) = queued()
    assert str(draft.pk) in letter.message
    set_clock(draft.kept_until - timedelta(days=1))
    run_chore()
    assert Application.objects.exists()
    set_clock(draft.kept_until)
    run_chore()
    assert not Application.objects.exists()
    assert not Document.objects.exists()
    assert today < draft.kept_until


def test_draft_that_somebody_works_on_again_stays(set_clock):
    draft = make_application()
    last = draft.kept_until
    set_clock(last - timedelta(days=10))
    run_chore()
    actions.save_section(application=draft, section="plan", answers={}, by=owner_of(draft.startup))
    set_clock(last + timedelta(days=1))
    run_chore()
    draft.refresh_from_db()
    assert draft.warned_on is None


def test_old_draft_to_which_a_package_is_added_stays(set_clock):
    draft = make_application()
    set_clock(draft.kept_until - timedelta(days=14))
    run_chore()
    set_clock(draft.kept_until)
    package, by = make_package(), owner_of(draft.startup)
    actions.begin_application(startup=draft.startup, packages=[package], by=by)
    run_chore()
    assert Application.objects.filter(pk=draft.pk).exists()


def test_draft_whose_owners_were_not_told_is_not_deleted(queued):
    with days_ago(400):
        make_application()
    run_chore()
    assert Application.objects.exists()
    assert len(queued()) == 1


def test_what_was_submitted_is_never_deleted(set_clock):
    case = make_case()
    set_clock(clock.today() + timedelta(days=4000))
    run_chore()
    with pytest.raises(Application.DoesNotExist):
        Application.objects.to_discard(clock.today()).get()
    assert Application.objects.filter(pk=case.application_id).exists()


# A session that has ended


def typed_without_session(client, startup, address, page=None, **fields):
    """Somebody of the start-up opens the page of a form, their session ends, and they send it."""
    sign_in(client, owner_of(startup))
    seal = client.get(page or address).context["seal"]
    client.logout()
    return client.post(address, {**fields, "version": 0, "seal": seal})


def test_what_was_typed_comes_back_after_sign_in(client):
    draft = make_application(complete=False)
    address = url(draft, "company")
    response = typed_without_session(client, draft.startup, address, contact_name="Ōe Müller")
    assert "/accounts/login/" in response.url
    sign_in(client, owner_of(draft.startup))
    text = client.get(address).text
    assert 'value="Ōe Müller"' in text
    assert "Your session had ended" in text
    assert "Your session had ended" not in client.get(url(draft, "product")).text
    client.post(address, {"contact_name": "Ōe Müller", "version": 0})
    assert "Your session had ended" not in client.get(address).text


def test_what_was_typed_is_shown_to_nobody_else(client):
    draft = make_application(complete=False)
    typed_without_session(client, draft.startup, url(draft, "company"), contact_name="Ōe Müller")
    sign_in(client, owner_of(make_startup()))
    assert client.get(url(draft, "company")).status_code == 404


@pytest.mark.parametrize("sealed", ["", "nonsense", "product"])
def test_strangers_do_not_fill_the_sessions(client, sealed):
    """Only a form that was shown to its people carries the seal of its address."""
    draft = make_application(complete=False)
    if sealed == "product":
        sign_in(client, owner_of(draft.startup))
        sealed = client.get(url(draft, "product")).context["seal"]
        client.logout()
    client.post(url(draft, "company"), {"contact_name": "Ōe Müller", "seal": sealed})
    assert "typed" not in client.session


def test_more_than_a_form_can_hold_is_not_kept(client):
    draft = make_application(complete=False)
    typed_without_session(client, draft.startup, url(draft, "company"), contact_name="x" * 70_000)
    assert "typed" not in client.session


def waiting_for_words(page):
    """A case, and the address of a page on which its start-up writes."""
    if page.startswith(("answer", "extension")):
        case = make_case(CaseState.INFORMATION_REQUESTED)
    else:
        case = make_case(CaseState.FINAL)
    if page == "report":
        use_benefit(case)
    item = f"/{case.award.items.first().pk}" if page == "benefits" else ""
    return case, f"/en/cases/{case.reference}/{page}{item}/"


@pytest.mark.parametrize(
    ("page", "field"),
    [
        ("answer/plan", "goals"),
        ("answer/check", "note"),
        ("extension", "reason"),
        ("messages", "text"),
        ("benefits", "words"),
        ("report", "text"),
    ],
)
def test_words_come_back_unsent_after_sign_in(client, page, field):
    case, address = waiting_for_words(page)
    shown = case.get_absolute_url() if page == "messages" else address
    typed_without_session(client, case.startup, address, shown, **{field: "A study of midwives"})
    sign_in(client, owner_of(case.startup))
    text = client.get(address).text
    assert "A study of midwives" in text
    assert "Your session had ended" in text
    assert not case.messages.exists()
