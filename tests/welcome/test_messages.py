from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.core.files.uploadedfile import SimpleUploadedFile

from corridor import clock
from corridor.documents.files import UnknownType
from corridor.documents.models import Document
from startups.actions import NotAMember
from tests.database import refused_by, sql
from tests.factories import (
    days_ago,
    make_authority,
    make_case,
    make_staff,
    make_user,
    officer_of,
    owner_of,
    take_step,
)
from welcome import actions
from welcome.actions import messages
from welcome.choices import CaseState, StaffRole
from welcome.chores import erase_correspondence
from welcome.exceptions import (
    CaseEnded,
    NothingWritten,
    NotOfThisAuthority,
    TooManyFiles,
    TooManyMessages,
)
from welcome.models import Message, documents_visible_to

PDF = b"%PDF-1.7\ntrailer\n%%EOF\n"


def upload(name="letter.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


@pytest.fixture
def case(db):
    return make_case(CaseState.REVIEW)


def write(case, text="May a second founder come along?", **arguments):
    by = arguments.pop("by", None) or owner_of(case.startup)
    return actions.write_to_authority(case=case, text=text, by=by, **arguments)


def reply(case, text="Yes.", **arguments):
    by = arguments.pop("by", None) or officer_of(case.authority)
    return actions.write_to_applicant(case=case, text=text, by=by, **arguments)


def test_message_is_mailed_to_the_officer_without_its_text(case, queued):
    write(case)
    (mail,) = queued("welcome/mail/message_to_authority")
    assert mail.to == [case.officer.email]
    assert "founder" not in mail.message


def test_message_on_a_case_without_officer_goes_to_the_authority(db, queued):
    case = make_case()
    write(case)
    (mail,) = queued("welcome/mail/message_to_authority")
    assert mail.to == [case.authority.email]


def test_reply_is_mailed_and_settles_what_was_read(case, queued):
    read = write(case)
    unread = write(case, "One more thing.")
    reply(case, read=read)
    assert list(Message.objects.waiting()) == [unread]
    (mail,) = queued("welcome/mail/message_to_applicant")
    assert mail.to == [owner_of(case.startup).email]
    assert "Yes." not in mail.message


def test_thanks_need_no_answer(case):
    read = write(case, "Thank you.")
    officer = officer_of(case.authority)
    assert actions.put_aside(case=case, read=read, by=officer) == 1
    assert actions.put_aside(case=case, read=read, by=officer) == 0
    read.refresh_from_db()
    assert read.done_by == officer


@pytest.mark.parametrize("who", ["officer", "stranger", "nobody"])
def test_only_members_write_to_the_authority(case, who):
    people = {"officer": officer_of(case.authority), "stranger": make_user(), "nobody": None}
    with pytest.raises(NotAMember):
        actions.write_to_authority(case=case, text="Hello", by=people[who])


@pytest.mark.parametrize("who", ["founder", "reader", "other authority"])
def test_only_officers_write_to_the_applicant(case, who):
    people = {
        "founder": owner_of(case.startup),
        "reader": make_staff(case.authority, StaffRole.READER),
        "other authority": make_staff(make_authority(), StaffRole.OFFICER),
    }
    with pytest.raises(NotOfThisAuthority):
        reply(case, by=people[who])


def test_message_and_its_file_are_seen_by_both_sides_only(case):
    document = write(case, files=[upload()]).files.get().document
    sides = [owner_of(case.startup), officer_of(case.authority), make_user(roles=["auditor"])]
    others = [
        make_user(),
        make_staff(make_authority(), StaffRole.OFFICER),
        make_user(roles=["editor"]),
    ]
    for person in [*sides, *others]:
        sees = person in sides
        assert Message.objects.visible_to(person).exists() is sees
        assert documents_visible_to(person).filter(pk=document.pk).exists() is sees


def test_file_is_known_by_its_content(case):
    with pytest.raises(UnknownType):
        write(case, files=[upload("letter.pdf", b"MZ this is a program")])
    assert not Message.objects.exists()
    assert not Document.objects.exists()


def test_empty_message_and_too_many_files_are_refused(case):
    with pytest.raises(NothingWritten):
        write(case, "  ")
    with pytest.raises(TooManyFiles):
        write(case, files=[upload(f"{number}.pdf") for number in range(6)])


def test_nobody_floods_an_authority(case, monkeypatch):
    monkeypatch.setattr(messages, "MOST_A_DAY", 2)
    with days_ago(2):
        write(case)
    write(case), write(case)
    with pytest.raises(TooManyMessages):
        write(case)
    reply(case)


def test_bytes_of_a_day_are_limited(case, monkeypatch):
    monkeypatch.setattr(messages, "MOST_BYTES_A_DAY", 2 * len(PDF))
    write(case, files=[upload(), upload()])
    with pytest.raises(TooManyFiles):
        write(case, files=[upload()])


def test_ended_case_takes_no_message(case):
    take_step(case, "withdraw")
    for send in (write, reply):
        with pytest.raises(CaseEnded):
            send(case)


@pytest.mark.parametrize("change", ["text = 'Other'", "from_authority = TRUE"])
def test_message_is_never_edited(case, change):
    write(case)
    with refused_by("message_kept_as_sent"):
        sql(f"UPDATE welcome_message SET {change}")


def test_mark_of_a_message_is_kept(case):
    actions.put_aside(case=case, read=write(case), by=officer_of(case.authority))
    with refused_by("message_done_once"):
        sql("UPDATE welcome_message SET done_at = now()")


def test_messages_stay_with_their_case(case):
    write(case, files=[upload()])
    with refused_by("message_kept_with_its_case"):
        sql("DELETE FROM welcome_message")
    for statement in ("DELETE FROM welcome_messagefile", "UPDATE welcome_messagefile SET id = id"):
        with refused_by("message_file_kept"):
            sql(statement)


def test_correspondence_of_a_withdrawn_case_goes_after_two_years(case, set_clock):
    write(case, files=[upload()])
    take_step(case, "withdraw")
    last = clock.today() + relativedelta(months=24)
    set_clock(last - timedelta(days=1))
    erase_correspondence()
    assert Message.objects.exists()
    set_clock(last + timedelta(days=1))
    erase_correspondence()
    assert not Message.objects.exists()
    assert not Document.objects.exists()


def test_correspondence_of_a_decided_case_stays(db, set_clock):
    case = make_case(CaseState.FINAL)
    write(case)
    set_clock(clock.today() + timedelta(days=1_000))
    erase_correspondence()
    assert Message.objects.exists()
