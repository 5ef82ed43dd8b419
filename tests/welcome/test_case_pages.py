"""The applicant's page of a running case, the pages of an answer, and what staff see of both."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from corridor import clock
from startups.choices import MemberRole
from startups.models import Membership
from tests.factories import (
    ask,
    fresh,
    make_application,
    make_case,
    make_package,
    make_user,
    officer_of,
    owner_of,
    sign_in,
    take_step,
)
from welcome import actions, versions
from welcome.choices import CaseState, DocumentKind
from welcome.differences import differences
from welcome.models import Answer, Extension, InformationRequest, Message

PDF = b"%PDF-1.7\ntrailer\n%%EOF\n"


@pytest.fixture
def case(db):
    package = make_package(required_documents=[DocumentKind.PITCH_DECK])
    return make_case(CaseState.REVIEW, package=package)


@pytest.fixture
def asked(case):
    return ask(case, "plan", "documents", message="Which hospital do you mean?")


@pytest.fixture
def owner(client, case):
    return sign_in(client, owner_of(case.startup))


@pytest.fixture
def office(client, case):
    return sign_in(client, officer_of(case.authority))


def page(client, name, case, *more):
    return client.get(reverse(name, args=[case.reference, *more]))


def post(client, name, case, *more, **data):
    return client.post(reverse(name, args=[case.reference, *more]), data)


def upload(name="new.pdf"):
    return SimpleUploadedFile(name, PDF)


# The case


def test_case_says_what_happened_without_what_stays_inside(db, client):
    case = make_case(CaseState.PROPOSED)
    text = page(sign_in(client, owner_of(case.startup)), "case", case).text
    assert "The substantive review began." in text
    assert "proposed" not in text.lower().replace("<!doctype", "")


def test_case_says_who_owes_the_next_step_and_by_when(case, asked, owner):
    text = page(owner, "case", case).text
    assert "Your start-up: answer the authority" in text
    assert "23:59 in Düsseldorf" in text
    assert "in Bengaluru" in text


def test_case_shows_the_documents_of_its_version(case, owner):
    assert "deck.pdf" in page(owner, "case", case).text


def test_case_shows_only_the_documents_that_its_authority_sees(db, client):
    """The other authority asked for the plan; it is not what this one has."""
    mine = make_package(required_documents=[DocumentKind.PITCH_DECK])
    theirs = make_package(required_documents=[DocumentKind.BUSINESS_PLAN])
    draft = make_application(packages=[mine, theirs])
    cases = actions.submit(application=draft, by=owner_of(draft.startup))
    case = next(case for case in cases if case.package == mine)
    sign_in(client, owner_of(case.startup))
    text = page(client, "case", case).text
    assert "Pitch deck" in text
    assert "Business or market-entry plan" not in text


def test_wrong_file_of_several_is_named(case, owner):
    wrong = SimpleUploadedFile("program.exe", b"MZ")
    text = post(owner, "case_message", case, text="Hello", files=[upload(), wrong]).text
    assert "program.exe: This kind of file" in text


def test_message_with_a_file_is_sent(case, owner):
    response = post(owner, "case_message", case, text="Hello", files=[upload(), upload("b.pdf")])
    assert response.status_code == 302
    assert Message.objects.get().files.count() == 2
    assert "Hello" in page(owner, "case", case).text


def test_wrong_message_keeps_what_was_typed(case, owner):
    wrong = SimpleUploadedFile("program.exe", b"MZ")
    text = post(owner, "case_message", case, text="Hello", files=[wrong]).text
    assert "There is something to correct" in text
    assert "Hello</textarea>" in text


def test_page_of_a_case_costs_the_same_for_many_messages(
    case, owner, django_assert_max_num_queries
):
    for number in range(12):
        actions.write_to_authority(
            case=case, text=f"{number}", by=owner_of(case.startup), files=[upload()]
        )
    with django_assert_max_num_queries(22):
        page(owner, "case", case)


# The answer


def test_answer_shows_what_is_asked_beside_the_opened_sections_only(case, asked, owner):
    text = page(owner, "answer", case).text
    assert "Which hospital do you mean?" in text
    assert "/answer/plan/" in text
    assert "/answer/company/" not in text
    assert page(owner, "answer_section", case, "company").status_code == 404
    assert "Which hospital" in page(owner, "answer_section", case, "plan").text


def plan(case, **changes):
    given = {**case.revision.answers["plan"], **changes}
    return {name: value for name, value in given.items() if value is not None}


def test_crafted_post_to_a_closed_section_is_refused(case, asked, owner):
    assert post(owner, "answer_section", case, "company", phone="1").status_code == 404
    assert not Answer.objects.exists()


def test_difference_is_shown_before_it_is_sent(case, asked, owner):
    post(owner, "answer_section", case, "plan", **plan(case, goals="Three hospitals."))
    post(owner, "answer_documents", case, kind="pitch_deck", files=upload())
    text = page(owner, "answer_check", case).text
    for words in ("Pilots with two hospitals.", "Three hospitals.", "new.pdf", "Added"):
        assert words in text
    response = post(owner, "answer_check", case, read=case.revision.pk, note="")
    assert response.status_code == 302
    assert fresh(case).revision.answers["plan"]["goals"] == "Three hospitals."


def test_question_that_stays_without_an_answer_is_no_difference(case):
    plan = case.revision.answers["plan"]
    without = {name: value for name, value in plan.items() if name != "milestones"}
    old, new = (
        versions.Version({**case.revision.answers, "plan": each}, [])
        for each in (without, {**plan, "milestones": "", "goals": "One hospital."})
    )
    (part,) = differences(old, new, case.application, versions.sections_of_case(case))
    assert [row["new"] for row in part["rows"]] == ["One hospital."]


def test_file_is_left_out_and_put_back(case, asked, owner):
    document = case.revision.documents.get().document
    post(owner, "answer_leave_out", case, document.pk)
    assert "is left out of your answer" in page(owner, "answer_documents", case).text
    assert "Left out" in page(owner, "answer_check", case).text
    post(owner, "answer_put_back", case, document.pk)
    assert "You have changed nothing yet" in page(owner, "answer_check", case).text


def test_file_of_somebody_else_is_not_there_to_leave_out(case, asked, owner):
    other = make_case(package=make_package(required_documents=[DocumentKind.PITCH_DECK]))
    document = other.revision.documents.get().document
    assert post(owner, "answer_leave_out", case, document.pk).status_code == 404


def test_editor_cannot_send(case, asked, client):
    editor = make_user("Vikram Hegde")
    Membership.objects.create(
        startup=case.startup, user=editor, role=MemberRole.EDITOR, since=clock.now()
    )
    browser = sign_in(client, editor)
    post(browser, "answer_section", case, "plan", **plan(case, jobs=3))
    assert "Only an owner" in page(browser, "answer_check", case).text
    text = post(browser, "answer_check", case, read=case.revision.pk).text
    assert "Only an owner of the start-up may do this" in text
    assert InformationRequest.objects.get().is_open


def test_whoever_comes_too_late_is_led_back(case, asked, owner, set_clock):
    set_clock(asked.due_on.replace(year=2025))
    response = owner.get(reverse("answer", args=[case.reference]), follow=True)
    assert "The deadline has passed." in response.text


# More time


def test_more_time_is_asked_for_once(case, asked, owner):
    post(owner, "case_extension", case, wished_on="2024-08-20", reason="The register is slow.")
    assert Extension.objects.get().wished_on.isoformat() == "2024-08-20"
    assert "You have asked for time until" in page(owner, "case", case).text
    assert page(owner, "case_extension", case).status_code == 302


def test_wish_without_reason_or_for_an_earlier_day_is_corrected(case, asked, owner):
    form = post(owner, "case_extension", case, wished_on="2024-07-25", reason="").context["form"]
    assert set(form.errors) == {"wished_on", "reason"}


# The back office


def office_page(client, case, verb):
    return client.get(reverse(f"admin:welcome_case_{verb}", args=[case.pk]))


def office_post(client, case, verb, **data):
    return client.post(reverse(f"admin:welcome_case_{verb}", args=[case.pk]), data)


def test_officer_asks_in_the_back_office(case, office):
    assert "Your plan on the other side" in office_page(office, case, "request_information").text
    office_post(
        office,
        case,
        "request_information",
        sections=["plan"],
        message="Which hospital?",
        due_on="2024-08-05",
    )
    assert fresh(case).state == CaseState.INFORMATION_REQUESTED
    text = office_page(office, case, "change").text
    assert "Which hospital?" in text
    assert "Answer due on" in text


def test_request_out_of_reach_is_corrected(case, office):
    response = office_post(office, case, "request_information", message="Why?", due_on="2030-01-01")
    assert set(response.context["form"].errors) == {"sections", "due_on"}


def test_officer_sees_what_the_answer_changed(case, asked, office):
    owner = owner_of(case.startup)
    actions.save_answer(
        request=asked, section="plan", answers=plan(case, goals="Three hospitals."), by=owner
    )
    assert "Three hospitals." not in office_page(office, case, "change").text
    actions.send_answer(request=asked, by=owner, note="Now with a third one.")
    text = office_page(office, case, "change").text
    for words in ("Pilots with two hospitals.", "Three hospitals.", "Now with a third one."):
        assert words in text


def test_officer_grants_and_refuses(case, asked, office):
    owner = owner_of(case.startup)
    wish = {"wished_on": clock.today().replace(month=8, day=20), "reason": "Slow.", "by": owner}
    actions.ask_extension(request=asked, **wish)
    assert "Slow." in office_page(office, case, "change").text
    office_post(office, case, "grant_extension", until="2024-08-12", answer="One week.")
    assert InformationRequest.objects.get().due_on.isoformat() == "2024-08-12"
    actions.ask_extension(request=asked, **wish)
    office_post(office, case, "refuse_extension", answer="It is enough.")
    assert Extension.objects.last().answer == "It is enough."


def test_officer_adopts_what_another_authority_asked_for(db, client):
    draft = make_application(packages=[make_package(), make_package()])
    first, second = actions.submit(application=draft, by=owner_of(draft.startup))
    take_step(first, "take"), take_step(second, "take")
    request = ask(first)
    actions.save_answer(
        request=request,
        section="plan",
        answers=plan(first, goals="Three hospitals."),
        by=owner_of(first.startup),
    )
    actions.send_answer(request=request, by=owner_of(first.startup))
    browser = sign_in(client, officer_of(second.authority))
    assert "There is a newer version" in office_page(browser, second, "change").text
    text = office_page(browser, second, "adopt").text
    assert "Three hospitals." in text
    newer = fresh(first).revision
    assert office_post(browser, second, "adopt", read=newer.pk).status_code == 302
    assert fresh(second).revision == newer


def test_officer_replies_and_puts_aside(case, office):
    read = actions.write_to_authority(case=case, text="Hello", by=owner_of(case.startup))
    assert "waits for an answer" in office_page(office, case, "change").text
    office_post(office, case, "write_to_applicant", text="Good day", read=read.pk)
    assert not Message.objects.waiting().exists()
    read = actions.write_to_authority(case=case, text="Thanks", by=owner_of(case.startup))
    office_post(office, case, "put_aside", read=read.pk)
    assert not Message.objects.waiting().exists()


def test_desk_says_what_waits(case, asked, office):
    owner = owner_of(case.startup)
    actions.write_to_authority(case=case, text="Hello", by=owner)
    actions.ask_extension(
        request=asked, wished_on=clock.today().replace(month=8, day=20), reason="Slow.", by=owner
    )
    text = office.get(reverse("admin:index")).text
    assert "1 applicant asks for more time to answer" in text
    assert "1 case has a message that nobody has answered" in text
    actions.send_answer(request=asked, by=owner, note="Here.")
    text = office.get(reverse("admin:index")).text
    assert "asks for more time" not in text
    assert "1 request was answered, and nothing has happened since" in text
    take_step(case, "propose")
    assert "was answered, and nothing" not in office.get(reverse("admin:index")).text
