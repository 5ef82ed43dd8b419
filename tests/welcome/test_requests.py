"""Requests for further information: what they open, what an answer makes of the application, and what they move."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from corridor import clock
from corridor.documents.models import Document
from startups.choices import MemberRole
from startups.models import Membership
from tests.database import refused_by, sql
from tests.documents.conftest import PDF_BYTES
from tests.factories import (
    ask,
    days_ago,
    fresh,
    make_application,
    make_authority,
    make_case,
    make_document,
    make_package,
    make_staff,
    make_user,
    officer_of,
    owner_of,
    sign_in,
    take_step,
)
from welcome import actions, deadlines, versions
from welcome.actions import files
from welcome.choices import CaseState, DocumentKind, RequestEnd, StaffRole
from welcome.chores import end_requests
from welcome.exceptions import (
    AnswerTooLate,
    ChangedMeanwhile,
    DayOutOfReach,
    Incomplete,
    NoRoom,
    NotAsked,
    NothingAnswered,
    NothingAsked,
    NothingNewer,
    NotOfThisAuthority,
    NotOwner,
    OtherVersion,
    RequestEnded,
    WrongState,
)
from welcome.models import Answer, InformationRequest, Revision


@pytest.fixture
def case(db):
    return make_case(CaseState.REVIEW)


@pytest.fixture
def asked(case):
    return ask(case)


def plan(case, **changes):
    return {**case.revision.answers["plan"], **changes}


def save(asked, *, by=None, section="plan", **changes):
    case = asked.case
    actions.save_answer(
        request=asked,
        section=section,
        answers={**versions.latest(case).answers.get(section, {}), **changes},
        by=by or owner_of(case.startup),
    )


def send(asked, **arguments):
    return actions.send_answer(request=asked, by=owner_of(asked.case.startup), **arguments)


def two_cases(**sections):
    """Two authorities' cases of one application, both being checked."""
    draft = make_application(packages=[make_package(), make_package()], **sections)
    cases = actions.submit(application=draft, by=owner_of(draft.startup))
    for case in cases:
        take_step(case, "take")
    return [fresh(case) for case in cases]


# Asking


def test_request_stops_the_case_and_tells_every_member(case, queued):
    colleague = make_user("Vikram Hegde")
    Membership.objects.create(
        startup=case.startup, user=colleague, role=MemberRole.EDITOR, since=clock.now()
    )
    ask(case, message="Which hospital?")
    assert fresh(case).state == CaseState.INFORMATION_REQUESTED
    mails = queued("welcome/mail/information_requested")
    assert {mail.to[0] for mail in mails} == {owner_of(case.startup).email, colleague.email}
    assert not any("hospital" in mail.message for mail in mails)


@pytest.mark.parametrize(
    ("sections", "message", "days", "refusal"),
    [
        ([], "Why?", 14, NothingAsked),
        (["plan"], "  ", 14, NothingAsked),
        (["plan"], "Why?", 0, DayOutOfReach),
        (["plan"], "Why?", 181, DayOutOfReach),
        (["packages"], "Why?", 14, NotAsked),
        (["nonsense"], "Why?", 14, NotAsked),
    ],
)
def test_request_says_what_and_until_when(case, sections, message, days, refusal):
    with pytest.raises(refusal):
        actions.request_information(
            case=case,
            sections=sections,
            message=message,
            due_on=clock.today() + timedelta(days=days),
            by=officer_of(case.authority),
        )
    assert fresh(case).state == CaseState.REVIEW


def test_authority_outside_the_regulation_does_not_ask_about_aid(db):
    case = make_case(CaseState.REVIEW, package=make_package(make_authority("none")))
    with pytest.raises(NotAsked):
        ask(case, "aid")


def test_authority_does_not_ask_about_the_package_of_another(db):
    first, second = two_cases()
    slugs = {section.slug for section in versions.sections_of_case(first)}
    assert f"package-{first.package_id}" in slugs
    with pytest.raises(NotAsked):
        ask(first, f"package-{second.package_id}")


@pytest.mark.parametrize("role", [StaffRole.SIGNATORY, StaffRole.READER])
def test_only_officers_ask(case, role):
    with pytest.raises(NotOfThisAuthority):
        ask(case, by=make_staff(case.authority, role))


@pytest.mark.parametrize("state", ["submitted", "waiting_list", "proposed", "released"])
def test_nothing_is_asked_from_another_state(db, state):
    with pytest.raises(WrongState):
        ask(make_case(state))


# Answering


def test_answer_becomes_a_revision_on_which_the_case_goes_on(case, asked):
    first = case.revision
    save(asked, jobs=99)
    send(asked, note="Two more hospitals.")
    case = fresh(case)
    assert (case.state, case.revision.number) == (CaseState.REVIEW, 2)
    assert case.revision.answers["plan"]["jobs"] == 99
    assert case.revision.profile == first.profile
    assert Revision.objects.get(pk=first.pk).answers == first.answers
    request = InformationRequest.objects.get()
    assert (request.end, request.revision, request.note) == (
        RequestEnd.ANSWERED,
        case.revision,
        "Two more hospitals.",
    )
    assert not Answer.objects.exists()


def test_answer_leads_back_to_where_it_was_asked(db):
    case = make_case(CaseState.CHECKING)
    send(ask(case), note="It is so.")
    case = fresh(case)
    assert case.state == CaseState.CHECKING
    assert case.events.last().verb == "resume_check"


def test_words_alone_make_no_revision(case, asked):
    send(asked, note="Everything is said on page 3.")
    assert fresh(case).revision.number == 1
    assert InformationRequest.objects.get().revision is None


def test_answer_without_change_and_words_is_none(case, asked):
    save(asked, jobs=case.revision.answers["plan"]["jobs"])
    with pytest.raises(NothingAnswered):
        send(asked, note=" ")


def test_answer_that_lacks_something_is_not_sent(case, asked):
    save(asked, goals="")
    with pytest.raises(Incomplete):
        send(asked)


def test_sections_that_are_not_named_stay_closed(case, asked):
    with pytest.raises(NotAsked):
        save(asked, section="company", phone="+49 221 4710-999")
    with pytest.raises(NotAsked):
        actions.attach_to_answer(
            request=asked, kind="pitch_deck", document=make_document(), by=owner_of(case.startup)
        )


def test_changes_of_an_earlier_request_do_not_slip_in(case, asked):
    """What was written in time, but never sent, waits for a request that names its section."""
    save(asked, jobs=99)
    with days_ago(-20):
        end_requests()
        again = ask(fresh(case), "company")
        send(again, note="Here you are.")
    assert fresh(case).revision.answers["plan"]["jobs"] != 99


def test_editor_writes_and_owner_sends(case, asked):
    editor = make_user("Vikram Hegde")
    Membership.objects.create(
        startup=case.startup, user=editor, role=MemberRole.EDITOR, since=clock.now()
    )
    save(asked, by=editor, jobs=3)
    with pytest.raises(NotOwner):
        actions.send_answer(request=asked, by=editor)
    send(asked)
    assert fresh(case).revision.answers["plan"]["jobs"] == 3


def test_second_editor_of_a_section_is_shown_the_first(case, asked):
    owner = owner_of(case.startup)
    save(asked, jobs=3)
    with pytest.raises(ChangedMeanwhile):
        actions.save_answer(
            request=asked, section="plan", answers=plan(case, jobs=4), by=owner, seen=0
        )


def test_page_that_stayed_open_since_an_earlier_request_is_saved(case, asked):
    save(asked, jobs=3)
    send(asked)
    again, by = ask(fresh(case)), owner_of(case.startup)
    late = plan(case, jobs=4)
    actions.save_answer(request=again, section="plan", answers=late, by=by, seen=1)
    assert Answer.objects.get().changes["plan"]["jobs"] == 4


def test_version_that_was_not_looked_at_is_not_sent(case, asked):
    save(asked, jobs=99)
    stale = case.revision
    ask_other_authority_first(case)
    with pytest.raises(OtherVersion):
        send(asked, read=stale)


def ask_other_authority_first(case):
    """A revision that came in with an answer to somebody else."""
    Revision.objects.create(
        application=case.application,
        number=2,
        answers=case.revision.answers,
        profile=case.revision.profile,
        submitted_by=owner_of(case.startup),
        submitted_at=clock.now(),
    )


def test_files_are_added_and_left_out(db):
    package = make_package(required_documents=[DocumentKind.PITCH_DECK])
    case = make_case(CaseState.REVIEW, package=package)
    asked, owner = ask(case, "documents"), owner_of(case.startup)
    old = case.revision.documents.get().document
    new = make_document("new.pdf", by=owner)
    actions.attach_to_answer(request=asked, kind="pitch_deck", document=new, by=owner)
    actions.leave_out(request=asked, document=old, by=owner)
    send(asked)
    case = fresh(case)
    assert [row.document for row in case.revision.documents.all()] == [new]
    assert [row.document for row in case.application.revisions.first().documents.all()] == [old]


def test_file_added_by_mistake_goes_for_good(case):
    asked, owner = ask(case, "documents"), owner_of(case.startup)
    document = make_document(by=owner)
    actions.attach_to_answer(request=asked, kind="pitch_deck", document=document, by=owner)
    actions.leave_out(request=asked, document=document, by=owner)
    assert not Document.objects.filter(pk=document.pk).exists()


def test_file_sent_twice_is_in_the_answer_once(case):
    asked, owner = ask(case, "documents"), owner_of(case.startup)
    for _click in range(2):
        actions.upload_to_answer(
            request=asked, kind="accounts", file=SimpleUploadedFile("a.pdf", PDF_BYTES), by=owner
        )
    assert Answer.objects.get().files.count() == 1


def test_answer_takes_several_files_and_names_the_one_it_refuses(case, client):
    ask(case, "documents")
    sign_in(client, owner_of(case.startup))
    other = PDF_BYTES.replace(b"1.7\n", b"1.7\n%1\n")
    contents = {"a.pdf": PDF_BYTES, "b.pdf": other, "c.pdf": b"no pdf"}
    sent = [SimpleUploadedFile(name, content) for name, content in contents.items()]
    page = f"/en/cases/{case.reference}/answer/documents/"
    text = client.post(page, {"kind": "accounts", "files": sent}).text
    assert "2 files are added." in text
    assert "c.pdf: " in text
    assert Answer.objects.get().files.count() == 2


def test_answer_has_no_room_beyond_that_of_the_application(db, monkeypatch):
    """Together with what was submitted; a file that was left out takes its room again."""
    package = make_package(required_documents=[DocumentKind.PITCH_DECK])
    case = make_case(CaseState.REVIEW, package=package)
    asked, owner = ask(case, "documents"), owner_of(case.startup)
    monkeypatch.setattr(files, "MOST_FILES", 1)
    more = {"request": asked, "kind": "accounts", "by": owner}
    with pytest.raises(NoRoom):
        actions.attach_to_answer(document=make_document("a.pdf", by=owner), **more)
    old = case.revision.documents.get().document
    actions.leave_out(request=asked, document=old, by=owner)
    actions.attach_to_answer(document=make_document("b.pdf", by=owner), **more)
    with pytest.raises(NoRoom):
        actions.put_back(request=asked, document=old, by=owner)


def test_file_of_another_case_is_not_left_out(case):
    with pytest.raises(NotAsked):
        actions.leave_out(
            request=ask(case, "documents"), document=make_document(), by=owner_of(case.startup)
        )


# The other authority


def test_other_case_keeps_its_revision_until_its_officer_adopts(db):
    first, second = two_cases()
    asked = ask(first)
    save(asked, jobs=99)
    send(asked)
    second = fresh(second)
    assert second.revision.number == 1
    assert versions.newer(second).number == 2
    actions.adopt(case=second, by=officer_of(second.authority), read=versions.newer(second))
    second = fresh(second)
    assert (second.revision.number, second.state) == (2, CaseState.CHECKING)
    assert second.events.last().verb == "adopt"


def test_nothing_newer_is_not_adopted(case):
    with pytest.raises(NothingNewer):
        actions.adopt(case=case, by=officer_of(case.authority))


def test_version_whose_difference_was_not_shown_is_not_adopted(case):
    stale = case.revision
    ask_other_authority_first(case)
    with pytest.raises(OtherVersion):
        actions.adopt(case=case, by=officer_of(case.authority), read=stale)


def test_proposal_keeps_its_version(db):
    case = make_case(CaseState.PROPOSED)
    ask_other_authority_first(case)
    with pytest.raises(WrongState):
        actions.adopt(case=case, by=officer_of(case.authority))
    newer = versions.newer(case)
    with refused_by("case_revision_kept"):
        sql("UPDATE welcome_case SET revision_id = %s WHERE id = %s", newer.pk, case.pk)


def test_case_takes_no_revision_of_another_application(case):
    other = make_case()
    with refused_by("case_revision_of_its_application"):
        sql("UPDATE welcome_case SET revision_id = %s WHERE id = %s", other.revision_id, case.pk)


# Time


def test_clock_stands_still_while_the_applicant_owes(case, asked):
    due_on = case.due_on
    with days_ago(-9):
        send(asked, note="Here you are.")
    assert fresh(case).due_on == due_on + timedelta(days=9)


def test_answer_on_the_same_day_moves_nothing(case, asked):
    send(asked, note="Here you are.")
    assert fresh(case).due_on == case.due_on


def test_last_day_counts_to_its_end(case, asked, set_clock):
    set_clock(asked.due_on)
    end_requests()
    send(asked, note="Here you are.")
    assert InformationRequest.objects.get().end == RequestEnd.ANSWERED


def test_unanswered_request_ends_after_its_last_day(case, asked, set_clock, queued):
    due_on = case.due_on
    set_clock(asked.due_on + timedelta(days=3))
    with pytest.raises(AnswerTooLate):
        send(asked, note="Late.")
    end_requests()
    case = fresh(case)
    assert (case.state, InformationRequest.objects.get().end) == ("review", RequestEnd.EXPIRED)
    # The day after the deadline counts, not the day on which housekeeping ran.
    assert case.due_on == due_on + timedelta(days=15)
    assert case.events.last().by is None
    assert queued("welcome/mail/request_expired")
    assert queued("welcome/mail/request_expired_office")


def test_request_that_has_ended_takes_no_answer(case, asked):
    send(asked, note="First.")
    with pytest.raises(RequestEnded):
        send(asked, note="Second.")


def test_withdrawal_ends_the_request_and_what_was_written(case, asked):
    owner = owner_of(case.startup)
    save(asked, jobs=1)
    actions.withdraw(case=case, by=owner)
    assert InformationRequest.objects.get().end == RequestEnd.WITHDRAWN
    assert not Answer.objects.exists()


DAYS = st.dates(date(2023, 1, 1), date(2030, 12, 31))


@given(due=DAYS, asked_on=DAYS, waited=st.integers(0, 400))
def test_as_many_days_are_left_as_before(due, asked_on, waited):
    """Over month ends and leap years: the pause takes nothing and gives nothing."""
    resumed = asked_on + timedelta(days=waited)
    assert deadlines.due_after_pause(due, asked_on, resumed) - resumed == due - asked_on


@given(due=DAYS, asked_on=DAYS, earlier=st.integers(1, 30))
def test_clock_never_runs_backwards(due, asked_on, earlier):
    assert deadlines.due_after_pause(due, asked_on, asked_on - timedelta(days=earlier)) == due


@given(
    due=DAYS,
    asked_on=DAYS,
    first=st.integers(0, 90),
    between=st.integers(0, 90),
    second=st.integers(0, 90),
)
def test_two_pauses_add_up(due, asked_on, first, between, second):
    once = deadlines.due_after_pause(due, asked_on, asked_on + timedelta(days=first))
    again = asked_on + timedelta(days=first + between)
    twice = deadlines.due_after_pause(once, again, again + timedelta(days=second))
    assert twice == due + timedelta(days=first + second)


# What the database refuses


def test_case_has_one_open_request(asked):
    copy = InformationRequest.objects.get()
    copy.pk = None
    with refused_by("request_one_open"):
        copy.save(force_insert=True)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ("message = 'Other'", "request_question_kept"),
        ("sections = '{company}'", "request_question_kept"),
        ("sections = '{}'", "request_question_kept"),
        ("\"end\" = 'expired'", "request_end_whole"),
        ("note = 'x'", "request_answer_signed"),
    ],
)
def test_open_request_is_kept_as_asked(asked, change, rule):
    with refused_by(rule):
        sql(f"UPDATE welcome_informationrequest SET {change}")


@pytest.mark.parametrize("change", ["due_on = '2030-01-01'", "note = 'x'", "ended_at = now()"])
def test_ended_request_is_frozen(asked, change):
    send(asked, note="Here you are.")
    with refused_by("request_end_kept"):
        sql(f"UPDATE welcome_informationrequest SET {change}")


def test_request_is_never_deleted(asked):
    with refused_by("request_never_deleted"):
        sql("DELETE FROM welcome_informationrequest")


def test_answer_in_the_making_is_seen_by_the_startup_alone(case, asked):
    save(asked, jobs=5)
    sees = Answer.objects.visible_to
    assert sees(owner_of(case.startup)).exists()
    assert not sees(officer_of(case.authority)).exists()
    assert not sees(make_user(roles=["auditor"])).exists()


def test_request_is_seen_by_both_sides_and_the_auditor(case, asked):
    sees = InformationRequest.objects.visible_to
    people = [owner_of(case.startup), officer_of(case.authority), make_user(roles=["auditor"])]
    assert all(sees(person).exists() for person in people)
    others = [make_user(), make_staff(make_authority(), StaffRole.OFFICER)]
    assert not any(sees(person).exists() for person in others)


def test_founder_is_reminded_on_my_corridor(case, asked, client):
    page = sign_in(client, owner_of(case.startup)).get(reverse("account"))
    assert "Answer the authority" in page.text
