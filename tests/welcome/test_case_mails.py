"""The log of mails on the page of a case: what was sent and its state, never its text."""

import pytest
from django.urls import reverse
from post_office.models import STATUS, Email

from tests.database import refused_by, sql
from tests.factories import (
    make_application,
    make_case,
    make_package,
    make_user,
    officer_of,
    owner_of,
    sign_in,
)
from welcome import actions
from welcome.choices import CaseState
from welcome.models import CaseMail

pytestmark = pytest.mark.django_db


def page(client, case):
    sign_in(client, officer_of(case.authority))
    return client.get(reverse("admin:welcome_case_change", args=[case.pk])).text


def test_mails_of_a_case_are_listed_with_their_state(client):
    case = make_case(CaseState.RELEASED)
    Email.objects.filter(context__template="welcome/mail/notice_released").update(
        status=STATUS.sent
    )
    text = page(client, case)
    for mail in case.mails.all():
        assert mail.subject in text
    assert owner_of(case.startup).email in text
    assert "Sent" in text
    assert "Waiting" in text
    assert Email.objects.first().message[:200] not in text


def test_log_outlives_the_outbox(client):
    case = make_case(CaseState.RELEASED)
    Email.objects.all().delete()
    assert "No longer in the outbox" in page(client, case)


def test_log_of_a_case_names_no_case_of_another_authority():
    draft = make_application(packages=[make_package(), make_package()])
    cases = actions.submit(application=draft, by=owner_of(draft.startup))
    subject = Email.objects.get().subject
    for case, other in (cases, reversed(cases)):
        assert other.reference in subject
        assert case.reference in case.mails.get().subject
        assert other.reference not in case.mails.get().subject


def test_acknowledgement_is_in_the_log():
    case = make_case()
    assert [mail.case for mail in CaseMail.objects.all()].count(case) == case.mails.count() > 0


def test_log_is_for_staff():
    case = make_case(CaseState.RELEASED)
    assert CaseMail.objects.visible_to(officer_of(case.authority)).exists()
    assert not CaseMail.objects.visible_to(owner_of(case.startup)).exists()
    assert not CaseMail.objects.visible_to(make_user()).exists()


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        ("UPDATE welcome_casemail SET subject = 'Another'", "case_mail_kept"),
        ("UPDATE welcome_casemail SET at = at + interval '1 day'", "case_mail_kept"),
        ("UPDATE welcome_casemail SET email_id = email_id + 1", "case_mail_of_its_mail"),
        ("DELETE FROM welcome_casemail", "case_mail_never_deleted"),
    ],
)
def test_log_stays_as_it_was_written(statement, rule):
    make_case()
    with refused_by(rule):
        sql(statement)


def test_log_stays_when_the_outbox_forgets_its_mail():
    case = make_case()
    Email.objects.all().delete()
    assert case.mails.get().email is None
