"""A rule that says no is named on the applicant's page, what was typed is kept, and nothing changes."""

from datetime import date

import pytest
from django.urls import reverse

from startups.choices import MemberRole
from startups.models import Membership
from tests.factories import (
    fresh,
    make_application,
    make_authority,
    make_case,
    make_package,
    make_startup,
    make_user,
    owner_of,
    sign_in,
    take_step,
)
from welcome import actions
from welcome.choices import CaseState
from welcome.exceptions import AlreadySubmitted
from welcome.models import Application

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"
PLAN = {
    "goals": "Pilots.",
    "settles": "yes",
    "arrives_on": "2024-12-01",
    "jobs": "3",
    "founder_on_site": "no",
}


def editor_of(startup):
    editor = make_user()
    Membership.objects.create(
        startup=startup, user=editor, role=MemberRole.EDITOR, since=startup.created_at
    )
    return editor


def refuse(monkeypatch, name):
    """Make an action find that the application was submitted a moment ago."""

    def too_late(**arguments):
        raise AlreadySubmitted

    monkeypatch.setattr(actions, name, too_late)


def page(draft, slug):
    return f"{draft.get_absolute_url()}{slug}/"


def test_begin_for_a_package_that_closes_meanwhile(client, monkeypatch):
    startup, package = make_startup(), make_package()
    sign_in(client, owner_of(startup))
    refuse(monkeypatch, "begin_application")
    response = client.post(reverse("apply", args=[package.slug]), {"packages": [package.pk]})
    assert "submitted already" in response.text
    assert not Application.objects.exists()


def test_packages_are_changed(client):
    draft, package = make_application(), make_package()
    sign_in(client, owner_of(draft.startup))
    response = client.post(page(draft, "packages"), {"packages": [package.pk]})
    assert response.url == draft.get_absolute_url()
    assert list(draft.packages.all()) == [package]


@pytest.mark.parametrize(
    ("slug", "action", "data"),
    [("plan", "save_section", PLAN), ("packages", "choose_packages", None)],
)
def test_change_of_what_was_submitted_meanwhile(client, monkeypatch, slug, action, data):
    draft = make_application()
    sign_in(client, owner_of(draft.startup))
    refuse(monkeypatch, action)
    data = data or {"packages": [draft.packages.get().pk]}
    response = client.post(page(draft, slug), data)
    assert response.status_code == 200
    assert "submitted already" in response.text
    assert all(
        f'value="{value}"' in response.text for value in data.values() if str(value).isdigit()
    )


def test_no_package_is_an_error_of_the_form(client):
    draft = make_application()
    sign_in(client, owner_of(draft.startup))
    response = client.post(page(draft, "packages"), {"csrfmiddlewaretoken": "as from a browser"})
    assert "<title>Error" in response.text
    assert draft.packages.count() == 1


def test_aid_is_not_there_for_a_letter(client):
    draft = make_application(packages=[make_package(make_authority("none"))])
    sign_in(client, owner_of(draft.startup))
    assert client.get(page(draft, "aid")).status_code == 404


def test_aid_of_a_day_to_come_is_refused(client):
    draft = make_application(complete=False)
    sign_in(client, owner_of(draft.startup))
    line = {"authority": "ZIM", "granted_on": "2024-07-23", "amount": "5"}
    data = {"received": "yes", "lines-TOTAL_FORMS": 1, "lines-INITIAL_FORMS": 0}
    response = client.post(
        page(draft, "aid"), data | {f"lines-0-{name}": value for name, value in line.items()}
    )
    assert "still to come" in response.text
    draft.refresh_from_db()
    assert draft.answers["aid"]["lines"] == [{"authority": "ZIM", "amount": "5"}]


def test_file_of_what_was_submitted_meanwhile_stays(client, monkeypatch):
    draft = make_application(packages=[make_package(required_documents=["pitch_deck"])])
    sign_in(client, owner_of(draft.startup))
    refuse(monkeypatch, "detach")
    address = reverse("application_document_remove", args=[draft.pk, draft.attachments.get().pk])
    assert "submitted already" in client.post(address, follow=True).text
    assert draft.attachments.count() == 1


def test_submit_twice_leads_to_the_application(client, monkeypatch):
    draft = make_application()
    sign_in(client, owner_of(draft.startup))
    refuse(monkeypatch, "submit")
    assert client.post(page(draft, "check")).url == draft.get_absolute_url()


def test_withdraw_by_editor_is_refused(client):
    case = make_case()
    sign_in(client, editor_of(case.startup))
    response = client.post(reverse("case_withdraw", args=[case.reference]))
    assert "Only an owner" in response.text
    assert fresh(case).state == CaseState.SUBMITTED


def test_withdraw_after_the_release_is_refused(client):
    case = make_case(CaseState.RELEASED)
    sign_in(client, owner_of(case.startup))
    response = client.post(reverse("case_withdraw", args=[case.reference]))
    assert "another state by now" in response.text
    assert fresh(case).state == CaseState.RELEASED


def test_retrieval_by_editor_is_refused(client):
    case = make_case(CaseState.RELEASED)
    sign_in(client, editor_of(case.startup))
    response = client.post(reverse("notice", args=[case.reference]))
    assert "Only an owner" in response.text
    assert case.released_decision.deliveries.get().retrieved_at is None


def test_late_retrieval_is_refused_with_the_reason(client, set_clock):
    case = make_case(CaseState.RELEASED)
    sign_in(client, owner_of(case.startup))
    set_clock(date(2024, 8, 2))
    response = client.post(reverse("notice", args=[case.reference]))
    assert "time to retrieve the notice is over" in response.text
    assert case.released_decision.deliveries.get().retrieved_at is None


def test_notice_before_the_release_is_refused(client):
    case = make_case(CaseState.SIGNED)
    sign_in(client, owner_of(case.startup))
    response = client.post(reverse("notice", args=[case.reference]))
    assert response.url == case.get_absolute_url()


def test_page_of_a_withdrawn_case_shows_its_end(client):
    case = make_case()
    take_step(case, "withdraw")
    sign_in(client, owner_of(case.startup))
    assert "Withdrawn" in client.get(case.get_absolute_url()).text
