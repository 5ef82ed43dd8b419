"""The auditor reads everything of every authority and changes nothing; who looked at what is written down."""

import pytest
from django.contrib import admin
from django.db import DatabaseError, connection, transaction
from django.urls import get_resolver, reverse

from corridor import clock
from tests.corridor.test_access import routes
from tests.factories import (
    fresh,
    make_case,
    make_package,
    make_staff,
    make_user,
    officer_of,
    owner_of,
    sign_in,
    use_benefit,
)
from welcome.admin.verbs import VERBS
from welcome.choices import StaffRole
from welcome.models import Award, Case, CaseAccess, CaseEvent, Decision

pytestmark = pytest.mark.django_db

# Every list of cases and of what belongs to them, that staff of an authority or the auditor have.
LISTS = sorted(
    f"welcome_{model._meta.model_name}"
    for model in admin.site._registry
    if model._meta.app_label == "welcome"
)
LOGS = ["documents_access", "documents_export", "post_office_email"]
EXPORTS = sorted(
    name
    for name in routes(get_resolver().url_patterns)
    if name.startswith("admin:welcome_") and name.endswith("_export")
)


@pytest.fixture
def auditor(client):
    person = make_user("Astrid Audit", roles=["auditor"])
    sign_in(client, person)
    return person


def page(case):
    return reverse("admin:welcome_case_change", args=[case.pk])


def rows_of(response):
    return {row.pk for row in response.context["cl"].result_list}


@pytest.mark.parametrize("name", [*LISTS, *LOGS])
def test_auditor_opens_every_list(client, auditor, name):
    make_case("released")
    assert client.get(reverse(f"admin:{name}_changelist")).status_code == 200


@pytest.mark.parametrize("name", [*LISTS, *LOGS])
def test_auditor_adds_and_deletes_nothing(client, auditor, name):
    case = make_case("released")
    assert client.get(reverse(f"admin:{name}_add")).status_code == 404
    for page_name in ("delete", "change"):
        address = reverse(f"admin:{name}_{page_name}", args=[case.pk])
        assert client.post(address, {}).status_code in {403, 404, 405}


@pytest.mark.parametrize(
    "state", ["submitted", "review", "proposed", "signed", "released", "final"]
)
def test_auditor_reads_cases_of_every_authority(client, auditor, state):
    case, other = make_case(state), make_case(state)
    for each in (case, other):
        response = client.get(page(each))
        assert response.status_code == 200
        assert response.context["verbs"] == []
        assert response.context["reply_form"] is None
        assert not response.context["may_assign"]
    cases = client.get(reverse("admin:welcome_case_changelist"), {"state": "all"})
    assert {case.pk, other.pk} <= rows_of(cases)


@pytest.mark.parametrize("state", ["submitted", "review", "proposed", "signed", "final"])
def test_auditor_takes_no_step(client, auditor, state):
    case = make_case(state)
    before = (Case.objects.get(pk=case.pk).state, CaseEvent.objects.count())
    for verb in VERBS:
        address = reverse(f"admin:welcome_case_{verb}", args=[case.pk])
        assert client.post(address, {}).status_code in {302, 404, 405}
        assert client.get(address).status_code in {302, 404, 405}
    assert (fresh(case).state, CaseEvent.objects.count()) == before


@pytest.mark.parametrize("name", EXPORTS)
def test_auditor_takes_every_list(client, auditor, name):
    make_case("released")
    response = client.get(reverse(name, args=["csv"]))
    assert response.status_code == 200
    assert b"".join(response.streaming_content)


def test_auditor_reads_notice_preview_and_history(client, auditor):
    case = make_case("proposed")
    for name in ("preview", "history"):
        response = client.get(reverse(f"admin:welcome_case_{name}", args=[case.pk]))
        assert response.status_code == 200
    released = make_case("released")
    notice = released.released_decision.notice
    response = client.get(reverse("document", args=[notice.pk]))
    assert b"".join(response.streaming_content).startswith(b"%PDF")


def test_auditor_reads_awards_and_redemptions(client, auditor):
    case = make_case("final")
    use_benefit(case)
    wish = Award.objects.get().redemptions.get()
    assert client.get(reverse("admin:welcome_redemption_change", args=[wish.pk])).status_code == 200
    decision = Decision.objects.get()
    assert (
        client.get(reverse("admin:welcome_decision_change", args=[decision.pk])).status_code == 200
    )


# Who looked


def test_opening_a_case_is_written_down_once_a_day(client):
    case = make_case()
    officer = officer_of(case.authority)
    sign_in(client, officer)
    client.get(page(case)), client.get(page(case))
    look = CaseAccess.objects.get()
    assert (look.case, look.by) == (case, officer)
    assert look.day == clock.real_now().astimezone(clock.BERLIN).date()


def test_whoever_finds_no_case_leaves_no_trace(client):
    case = make_case()
    for person in (officer_of(make_package().authority), owner_of(case.startup)):
        assert sign_in(client, person).get(page(case)).status_code == 404
    assert not CaseAccess.objects.exists()


def test_looks_are_in_the_timeline_of_the_auditor_alone(client):
    case = make_case()
    reader = make_staff(case.authority, StaffRole.READER, name="Rita Reader")
    assert "File opened" not in sign_in(client, reader).get(page(case)).text
    text = sign_in(client, make_user(roles=["auditor"])).get(page(case)).text
    assert "File opened" in text
    assert "Rita Reader" in text


def test_list_of_looks_is_for_auditor_and_administration(client):
    case = make_case()
    officer = officer_of(case.authority)
    sign_in(client, officer).get(page(case))
    log = reverse("admin:welcome_caseaccess_changelist")
    assert client.get(log).status_code == 404
    for role in ("auditor", "administrator"):
        sign_in(client, make_user(roles=[role]))
        assert len(rows_of(client.get(log, {"q": case.reference}))) == 1
        assert rows_of(client.get(log, {"q": "nobody"})) == set()


def test_log_of_looks_is_only_added_to(client):
    case = make_case()
    sign_in(client, officer_of(case.authority)).get(page(case))
    for change in (
        "UPDATE welcome_caseaccess SET day = day - 1",
        "DELETE FROM welcome_caseaccess",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(change)
