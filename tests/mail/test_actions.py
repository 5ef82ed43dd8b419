from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils.translation import override
from post_office.models import STATUS, Email

from corridor import housekeeping
from corridor.clock import real_now
from corridor.mail.actions import queue
from tests.mail.conftest import TEMPLATE
from tests.people import make_person

SEND = "corridor.mail.chores.send_mail"


@pytest.fixture
def broken_server(monkeypatch):
    def refuse(self, messages):
        raise OSError("no connection")

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)


def test_mail_waits_for_housekeeping(db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        queue(template=TEMPLATE, to="meera@kaverion.example")
    assert not mail.outbox
    assert housekeeping.run(SEND)
    assert mail.outbox[0].to == ["meera@kaverion.example"]


def test_mail_is_sent_once(db):
    queue(template=TEMPLATE, to="meera@kaverion.example")
    housekeeping.run(SEND)
    housekeeping.run(SEND)
    assert len(mail.outbox) == 1


def test_mail_is_in_the_persons_language(db):
    person = make_person(language="de")
    with override("en"):
        assert queue(template=TEMPLATE, to=person).subject == "Ihr Code zum Anmelden"


def test_mail_to_an_address_is_in_the_language_of_the_page(db):
    with override("de"):
        assert queue(template=TEMPLATE, to="a@example.org").subject == "Ihr Code zum Anmelden"


def test_mail_says_who_and_what_it_is(db):
    queue(template=TEMPLATE, to="a@example.org", language="de")
    housekeeping.run(SEND)
    message = mail.outbox[0].message()
    assert message["Message-ID"].endswith("@localhost>")
    assert message["Content-Language"] == "de"
    assert message["Auto-Submitted"] == "auto-generated"
    kinds = [part.get_content_type() for part in message.get_payload()]
    assert kinds == ["text/plain", "text/html"]


def test_secret_mail_leaves_with_the_commit(db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        queue(template=TEMPLATE, to="a@example.org", context={"code": "ABCD-EFGH"}, secret=True)
        assert not mail.outbox
    assert "ABCD-EFGH" in mail.outbox[0].body


def test_secret_mail_is_blank_after_sending(db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        email = queue(template=TEMPLATE, to="a@example.org", context={"code": "ABCD"}, secret=True)
    email.refresh_from_db()
    assert (email.status, email.message, email.html_message) == (STATUS.sent, "", "")


def test_ordinary_mail_keeps_its_text(db):
    email = queue(template=TEMPLATE, to="a@example.org")
    housekeeping.run(SEND)
    email.refresh_from_db()
    assert email.message


def test_secret_mail_is_not_taken_by_housekeeping_at_once(db):
    queue(template=TEMPLATE, to="a@example.org", secret=True)
    housekeeping.run(SEND)
    assert not mail.outbox


def test_secret_mail_that_did_not_leave_is_sent_and_blanked_by_housekeeping(
    db, monkeypatch, minutes_pass, django_capture_on_commit_callbacks
):
    with monkeypatch.context() as broken:
        broken.setattr(EmailBackend, "send_messages", lambda self, messages: 1 / 0)
        with django_capture_on_commit_callbacks(execute=True):
            email = queue(template=TEMPLATE, to="a@example.org", secret=True)
    minutes_pass()
    housekeeping.run(SEND)
    email.refresh_from_db()
    assert len(mail.outbox) == 1
    assert (email.status, email.message) == (STATUS.sent, "")


def test_mail_of_no_use_any_more_is_given_up_and_blanked(db, minutes_pass):
    lifetime = timedelta(minutes=15)
    email = queue(template=TEMPLATE, to="a@example.org", secret=True, useful_for=lifetime)
    minutes_pass()
    Email.objects.update(expires_at=real_now())
    housekeeping.run(SEND)
    email.refresh_from_db()
    assert not mail.outbox
    assert (email.status, email.message) == (STATUS.failed, "")


def test_failed_mail_is_tried_again_later(db, broken_server):
    email = queue(template=TEMPLATE, to="a@example.org")
    housekeeping.run(SEND)
    email.refresh_from_db()
    assert email.status == STATUS.requeued
    assert email.scheduled_time > real_now() + timedelta(minutes=14)
    assert email.logs.get().exception_type == "OSError"


def test_mail_that_fails_for_good_is_given_up(db, broken_server, minutes_pass, settings):
    settings.POST_OFFICE = {**settings.POST_OFFICE, "MAX_RETRIES": 1}
    email = queue(template=TEMPLATE, to="a@example.org", secret=True)
    for _attempt in range(2):
        minutes_pass()
        housekeeping.run(SEND)
    email.refresh_from_db()
    assert (email.status, email.message) == (STATUS.failed, "")


def test_more_than_one_batch_is_sent(db):
    for number in range(25):
        queue(template=TEMPLATE, to=f"{number}@example.org")
    housekeeping.run(SEND)
    assert len(mail.outbox) == 25


def test_sending_ends_between_batches_when_asked_to(db, monkeypatch):
    queue(template=TEMPLATE, to="a@example.org")
    housekeeping.stopping.set()
    try:
        assert housekeeping.run(SEND)
    finally:
        housekeeping.stopping.clear()
    assert not mail.outbox


def test_old_mail_is_deleted(db):
    old, young = (queue(template=TEMPLATE, to=f"{n}@example.org") for n in range(2))
    Email.objects.filter(pk=old.pk).update(created=real_now() - timedelta(days=91))
    Email.objects.filter(pk=young.pk).update(created=real_now() - timedelta(days=89))
    housekeeping.run("corridor.mail.chores.delete_old_mail")
    assert list(Email.objects.all()) == [young]
