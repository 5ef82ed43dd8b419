"""What the auditor reads beside the cases."""

import pytest
from django.urls import reverse

from tests.factories import make_case, make_user, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def auditor(client):
    return sign_in(client, make_user(roles=["auditor"], language="de"))


def test_decision_says_its_value_in_euros_and_leads_to_what_was_submitted(auditor):
    case = make_case("proposed")
    page = auditor.get(reverse("admin:welcome_decision_change", args=[case.open_decision.pk])).text
    assert "6.000\N{NO-BREAK SPACE}€" in page
    assert reverse("admin:welcome_revision_change", args=[case.revision_id]) in page
    assert (
        "6.000\N{NO-BREAK SPACE}€" in auditor.get(reverse("admin:welcome_decision_changelist")).text
    )


def test_submission_leads_to_its_application_and_cases(auditor):
    case = make_case()
    page = auditor.get(reverse("admin:welcome_revision_change", args=[case.revision_id])).text
    assert reverse("admin:welcome_application_change", args=[case.application_id]) in page
    assert reverse("admin:welcome_case_change", args=[case.pk]) in page


def test_list_of_packages_says_the_budget_in_euros(auditor):
    make_case()
    assert (
        "50.000\N{NO-BREAK SPACE}€" in auditor.get(reverse("admin:welcome_package_changelist")).text
    )
