"""Applications on paper: entered by an officer, counted from the day of receipt, answered by post."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from post_office.models import Email

from corridor import clock
from startups.models import Membership, Startup
from tests.factories import (
    answers,
    declared,
    fresh,
    make_authority,
    make_package,
    make_staff,
    make_startup,
    officer_of,
    owner_of,
    sign_in,
    signatory_of,
    take_step,
    wishes,
)
from welcome import actions
from welcome.admin.awaited import waits_for
from welcome.admin.verbs import latest_delivery, possible
from welcome.choices import CaseState, DeliveryWay, DocumentKind, StaffRole
from welcome.chores import finalise_decisions, notify_retrieved_notices
from welcome.cover import cover_data
from welcome.exceptions import (
    AppliedAlready,
    DayNotPossible,
    NotOfThisAuthority,
    OwnCase,
    RulesUnmet,
    ScanMissing,
    WrongState,
)
from welcome.models import Case, Decision
from welcome.sections import own_slug

pytestmark = pytest.mark.django_db

TODAY = date(2024, 7, 22)
FACTS = {
    "name": "Tungavira Paper",
    "legal_name": "Tungavira Paper Private Limited",
    "sector": "medtech",
    "origin": "karnataka",
    "city": "Mysuru",
    "founded_on": date(2020, 5, 4),
}


def scan(name="application.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.7\n%%EOF", content_type="application/pdf")


@pytest.fixture(autouse=True)
def in_july(set_clock):
    set_clock(TODAY)


@pytest.fixture
def package():
    return make_package()


def said(package, consents=False, **sections):
    given = answers(**sections)
    given["declarations"]["electronic_notice"] = consents
    return {**given, own_slug(package): wishes(package)}


def enter(package, *, by=None, sections=None, **fields):
    whole = {
        "startup": FACTS,
        "received_on": TODAY - timedelta(days=10),
        "answers": said(package, **(sections or {})),
        "scans": [scan()],
        **fields,
    }
    case = actions.enter(package=package, by=by or officer_of(package.authority), **whole)
    for person in (officer_of(package.authority), signatory_of(package.authority)):
        declared(person)
    return case


def released(package, **fields):
    case = enter(package, **fields)
    for verb in ("take", "begin_review", "propose", "sign", "release"):
        take_step(case, verb)
    return fresh(case)


def test_paper_becomes_a_case_of_the_day_of_its_receipt(package):
    case = enter(package)
    assert case.state == CaseState.SUBMITTED
    assert case.submitted_at.astimezone(clock.BERLIN).date() == date(2024, 7, 12)
    assert case.due_on == date(2024, 7, 12) + timedelta(days=package.decision_days)
    assert case.reference.startswith(f"{package.authority.prefix}-2024-")
    assert [file.kind for file in case.revision.documents.all()] == [DocumentKind.PAPER]


def test_reference_is_of_the_year_of_receipt(package, set_clock):
    set_clock(date(2025, 1, 7))
    package.closes_on = date(2025, 1, 31)
    package.save()
    assert "-2024-" in enter(package, received_on=date(2024, 12, 30)).reference


def test_record_says_who_entered_it_and_when_it_came(package):
    case = enter(package)
    (entry,) = case.events.all()
    assert (entry.verb, entry.by) == ("enter_paper", officer_of(package.authority))
    assert "12 July 2024" in entry.note
    assert entry.at.astimezone(clock.BERLIN).date() == TODAY


def test_new_startup_is_a_draft_without_people(package):
    startup = enter(package, startup={**FACTS, "registrations": {"cin": "U72900KA2020PTC123456"}})
    startup = startup.startup
    assert (startup.state, startup.has_account) == ("draft", False)
    assert startup.registrations.get().value == "U72900KA2020PTC123456"


def test_known_startup_keeps_its_profile_and_its_draft(package):
    startup = make_startup()
    draft = actions.begin_application(
        startup=startup, packages=[make_package()], by=owner_of(startup)
    )
    case = enter(package, startup=startup)
    assert case.startup == startup
    assert case.application != draft


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"closes_on": date(2024, 7, 11)}, "was not open"),
        ({"origins": ["duesseldorf"]}, "from a side"),
        ({"sectors": ["green_tech"]}, "sector"),
        ({"max_age_years": 4}, "older"),
    ],
)
def test_rules_are_those_of_the_day_of_receipt(package, change, rule):
    for name, value in change.items():
        setattr(package, name, value)
    package.save()
    with pytest.raises(RulesUnmet, match=rule):
        enter(package)
    case = enter(package, despite=True)  # so that it can be rejected as inadmissible
    assert rule in case.events.get().note


def test_window_and_age_of_the_day_of_receipt_admit_what_is_entered_later(package, set_clock):
    package.max_age_years, package.closes_on = 4, date(2024, 5, 3)
    package.save()
    case = enter(package, received_on=date(2024, 5, 3))
    assert "did not hold" not in case.events.get().note


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"scans": []}, ScanMissing),
        ({"received_on": TODAY + timedelta(days=1)}, DayNotPossible),
        ({"received_on": date(1, 1, 1), "despite": True}, DayNotPossible),
        ({"received_on": date(1899, 1, 1), "despite": True}, DayNotPossible),
    ],
)
def test_paper_needs_a_scan_and_a_day_that_has_come(package, wrong, refusal):
    with pytest.raises(refusal):
        enter(package, **wrong)
    assert not Startup.objects.filter(name=FACTS["name"]).exists()


def test_startup_has_one_running_case_for_a_package(package):
    first = enter(package)
    with pytest.raises(AppliedAlready, match=first.reference):
        enter(package, startup=first.startup)


@pytest.mark.parametrize("role", [StaffRole.SIGNATORY, StaffRole.READER])
def test_only_officers_of_the_authority_enter_paper(package, role):
    for person in (make_staff(package.authority, role), officer_of(make_authority())):
        with pytest.raises(NotOfThisAuthority):
            enter(package, by=person)
    assert not Case.objects.exists()


def test_nobody_enters_the_paper_of_their_own_startup(package):
    officer, startup = officer_of(package.authority), make_startup()
    Membership.objects.create(startup=startup, user=officer, role="editor", since=clock.now())
    with pytest.raises(OwnCase):
        enter(package, startup=startup)


def test_receipt_is_acknowledged_by_mail_where_an_address_is_known(package):
    company = {**answers()["company"], "contact_email": "office@tungavira.example"}
    case = enter(package, sections={"company": company})
    mail = Email.objects.get()
    assert mail.to == ["office@tungavira.example"]
    assert case.reference in mail.subject
    assert "12 July 2024" in mail.message
    assert "/cases/" not in mail.message


def test_owners_are_told_and_lead_to_their_case(package):
    startup = make_startup()
    Email.objects.all().delete()
    case = enter(package, startup=startup)
    mail = Email.objects.get()
    assert mail.to == [owner_of(startup).email]
    assert f"/cases/{case.reference}/" in mail.message


def test_without_account_the_notice_waits_for_the_post(package):
    case, officer = released(package), officer_of(package.authority)
    assert case.state == CaseState.RELEASED
    assert latest_delivery(case) is None
    assert "send_by_post" in {verb.name for verb in possible(case, officer, None)}
    assert "posts the notice" in waits_for(case, officer, None)
    assert not Email.objects.filter(context__template="welcome/mail/notice_released").exists()


@pytest.mark.parametrize(
    ("has_account", "consents", "provided"),
    [(True, True, 1), (True, False, 0), (False, True, 0)],
)
def test_notice_is_provided_only_with_account_and_consent(package, has_account, consents, provided):
    startup = make_startup() if has_account else FACTS
    case = released(package, startup=startup, sections={"consents": consents})
    assert case.released_decision.deliveries.count() == provided


def test_posted_notice_becomes_final_like_any_other(package, set_clock):
    case = released(package)
    officer = officer_of(package.authority)
    with pytest.raises(DayNotPossible):
        actions.send_by_post(
            case=case, way=DeliveryWay.POST, posted_on=TODAY - timedelta(days=1), by=officer
        )
    delivery = actions.send_by_post(case=case, way=DeliveryWay.POST, posted_on=TODAY, by=officer)
    assert delivery.notified_on == date(2024, 7, 25)
    set_clock(delivery.notified_on)
    notify_retrieved_notices()
    set_clock(delivery.final_on)
    finalise_decisions()
    assert fresh(case).state == CaseState.FINAL


def test_housekeeping_leaves_alone_what_waits_for_the_post(package, set_clock):
    case = released(package)
    set_clock(TODAY + timedelta(days=60))
    notify_retrieved_notices()
    assert fresh(case).state == CaseState.RELEASED
    with pytest.raises(WrongState):
        actions.provide_again(case=case, by=officer_of(package.authority))


def test_letter_says_nothing_of_the_portal(package):
    decision = released(package).released_decision
    said = str(cover_data(decision, DeliveryWay.POST, None)["en"]["paragraphs"])
    assert "fourth day" in said
    assert "portal" not in said


def test_posted_letter_can_be_used_without_finality():
    package = make_package(make_authority("none"))
    case = released(package)
    actions.send_by_post(
        case=case, way=DeliveryWay.POST, posted_on=TODAY, by=officer_of(package.authority)
    )
    assert case.award.is_open


# The pages


def data_of(package, **fields):
    return {
        "received_on": "2024-07-12",
        "scans": scan(),
        **{f"startup-{name}": value for name, value in FACTS.items()},
        "company-address": "12 Devaraja Road\nMysuru 570001",
        "company-contact_email": "office@tungavira.example",
        f"{own_slug(package)}-benefits": [str(each.pk) for each in package.benefits.all()],
        "aid-received": "no",
        "lines-TOTAL_FORMS": 3,
        "lines-INITIAL_FORMS": 0,
        "declarations-correct": "on",
        **fields,
    }


def address(package, startup=None):
    if startup:
        return reverse("admin:welcome_case_paper_known", args=[package.pk, startup.pk])
    return reverse("admin:welcome_case_paper_new", args=[package.pk])


def test_officer_enters_an_application_of_a_new_startup(client, package):
    sign_in(client, officer_of(package.authority))
    assert "Enter the application" in client.get(address(package)).text
    response = client.post(address(package), data_of(package))
    case = Case.objects.get()
    assert response.url == reverse("admin:welcome_case_change", args=[case.pk])
    given = case.revision.answers
    assert given["company"]["address"] == "12 Devaraja Road\nMysuru 570001"
    assert given["declarations"]["correct"] is True
    assert given["declarations"]["electronic_notice"] is False
    assert case.application.received_on == date(2024, 7, 12)


def test_declared_aid_counts_and_is_whole(client, package):
    sign_in(client, officer_of(package.authority))
    line = {"lines-0-authority": "IHK Köln", "lines-0-amount": "5000", "aid-received": "yes"}
    assert "needs who granted it" in client.post(address(package), data_of(package, **line)).text
    client.post(address(package), data_of(package, **line, **{"lines-0-granted_on": "2023-02-01"}))
    assert Case.objects.get().revision.aid_lines.get().amount == 5000


def test_late_paper_is_entered_only_when_that_is_said(client, package):
    sign_in(client, officer_of(package.authority))
    late = data_of(package, **{"startup-origin": "duesseldorf"})
    text = client.post(address(package), late).text
    assert "from a side" in text
    assert 'type="checkbox" name="despite"' in text
    client.post(address(package), {**late, "scans": scan(), "despite": "on"})
    assert "did not hold" in Case.objects.get().events.get().note


def test_startup_is_looked_up_before_it_is_entered_twice(client, package):
    public, draft = make_startup(name="Nandi One", published=True), make_startup(name="Nandi Two")
    sign_in(client, officer_of(package.authority))
    page = reverse("admin:welcome_case_paper")
    text = client.get(page, {"package": package.pk, "q": "Nandi"}).text
    assert address(package, public) in text
    assert address(package, draft) not in text  # nobody but its people knows of a draft
    client.post(address(package, public), data_of(package))
    assert Case.objects.get().startup == public


def test_pages_are_for_officers_of_the_authority(client, package):
    for person in (signatory_of(package.authority), officer_of(make_authority())):
        sign_in(client, person)
        assert client.get(address(package)).status_code == 404
        assert client.post(address(package), data_of(package)).status_code == 404
    assert not Case.objects.exists()


def test_case_page_says_that_it_came_on_paper(client, package):
    case = enter(package)
    sign_in(client, officer_of(package.authority))
    text = client.get(reverse("admin:welcome_case_change", args=[case.pk])).text
    assert "Received on 12 July 2024" in text
    assert "print and post" in text


def test_release_page_says_that_the_notice_is_posted(client, package):
    case = enter(package)
    for verb in ("take", "begin_review", "propose", "sign"):
        take_step(case, verb)
    sign_in(client, officer_of(package.authority))
    text = client.get(reverse("admin:welcome_case_release", args=[case.pk])).text
    assert "By post" in text
    assert "To be retrieved until" not in text
    assert Decision.objects.get().released_at is None
