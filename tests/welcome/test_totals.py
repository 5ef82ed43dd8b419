"""Yearly totals of packages, and what the providers of benefits owe."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from corridor import clock
from corridor.documents.models import Export
from tests.factories import (
    declared,
    make_authority,
    make_benefit,
    make_case,
    make_package,
    make_user,
    officer_of,
    owner_of,
    sign_in,
    take_step,
    use_benefit,
)
from welcome import actions, totals
from welcome.choices import CaseState, DecisionKind
from welcome.models import Decision, Package

pytestmark = pytest.mark.django_db

TOTALS, PROVIDERS = "admin:welcome_package_totals", "admin:welcome_redemption_providers"


def year_of(package, number=2024):
    years = {
        year.number: year for year in totals.of_packages(Package.objects.filter(pk=package.pk))
    }
    return years[number].total


def test_cases_count_in_the_year_of_their_receipt_and_of_their_notice(set_clock):
    set_clock(date(2024, 12, 20))
    package = make_package()
    make_case(package=package)
    case = make_case(CaseState.SIGNED, package=package)
    set_clock(date(2025, 1, 3))
    take_step(case, "release")
    assert (year_of(package).received, year_of(package).granted) == (2, 0)
    assert (year_of(package, 2025).received, year_of(package, 2025).granted) == (0, 1)


def test_grants_and_rejections_are_told_apart_once_released():
    package = make_package()
    make_case(CaseState.SIGNED, package=package)
    make_case(CaseState.RELEASED, package=package)
    make_case(CaseState.RELEASED, package=package, kind=DecisionKind.REJECT)
    found = year_of(package)
    assert (found.received, found.granted, found.rejected) == (3, 1, 1)
    assert (
        found.granted_value == Decision.objects.get(kind="grant", released_at__isnull=False).value
    )


def test_what_is_used_counts_by_its_day():
    package = make_package()
    case = make_case(CaseState.FINAL, package=package)
    use_benefit(case)
    assert year_of(package).used_value == case.award.value_used == Decimal(1_000)


def test_page_shows_own_packages_and_their_sum(client):
    package, other = make_package(), make_package(title_en="Hidden package")
    second = make_package(package.authority)
    for each in (package, other, second):
        make_case(package=each)
    sign_in(client, officer_of(package.authority))
    text = client.get(reverse(TOTALS)).text
    assert package.title_en in text
    assert "Together" in text
    assert "Hidden package" not in text


def test_totals_cost_the_same_for_one_and_three_packages(client, django_assert_num_queries):
    packages = [make_package()]
    packages += [make_package(packages[0].authority) for _number in range(2)]
    for package in packages:
        use_benefit(make_case(CaseState.FINAL, package=package))
    with django_assert_num_queries(5):
        totals.of_packages(packages[:1])
    with django_assert_num_queries(5):
        totals.of_packages(packages)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_totals_are_taken_away_and_that_is_logged(client, kind):
    case = make_case()
    officer = officer_of(case.authority)
    sign_in(client, officer)
    response = client.get(reverse(f"{TOTALS}_export", args=[kind]))
    assert response.status_code == 200
    content = b"".join(response) if response.streaming else response.content
    assert len(content) > 50
    log = Export.objects.get()
    assert (log.what, log.rows, log.by) == ("Yearly totals", 1, officer)


def test_totals_table_holds_figures_without_words(client):
    case = make_case(CaseState.RELEASED)
    sign_in(client, officer_of(case.authority))
    rows = b"".join(client.get(reverse(f"{TOTALS}_export", args=["csv"]))).decode("utf-8-sig")
    line = rows.splitlines()[1]
    assert line.startswith("2024")
    assert "6000.00" in line


def test_administration_reads_no_totals(client):
    make_case()
    sign_in(client, make_user(roles=["administrator"]))
    assert client.get(reverse(TOTALS)).status_code == 404


# Providers


def wish(case, *, item=0, confirmed=False, days=0):
    item, today = case.award.items.all()[item], clock.today()
    row = actions.ask_benefit(
        item=item, quantity=1, wished_on=today + timedelta(days=days), by=owner_of(case.startup)
    )
    if confirmed:
        agreed = today + timedelta(days=days)
        actions.confirm_benefit(
            redemption=row, agreed_on=agreed, answer="", by=officer_of(case.authority)
        )
    return row


@pytest.fixture
def case():
    package = make_package()
    make_benefit(package, provider="=HYPERLINK(1)")
    return make_case(CaseState.FINAL, package=package)


def providers_page(client, case, **query):
    sign_in(client, declared(officer_of(case.authority)))
    return client.get(reverse(PROVIDERS), query)


def test_provider_owes_an_answer_or_what_is_agreed(client, case, set_clock):
    wish(case)
    wish(case, confirmed=True, days=5)
    first, _other = providers_page(client, case).context["providers"][-1], None
    assert (first.name, first.asked, first.confirmed) == ("digihub Düsseldorf/Rheinland", 1, 1)
    assert first.first == clock.today() + timedelta(days=5)
    assert not first.is_late
    set_clock(clock.today() + timedelta(days=6))
    assert providers_page(client, case).context["providers"][-1].is_late


def test_what_is_used_refused_or_taken_back_is_owed_no_more(client, case):
    use_benefit(case)
    actions.cancel_benefit(redemption=wish(case), by=owner_of(case.startup))
    refused = wish(case)
    actions.refuse_benefit(redemption=refused, answer="Full.", by=officer_of(case.authority))
    assert "No provider owes anything." in providers_page(client, case).text


def test_provider_leads_to_its_wishes(client, case):
    row = wish(case, days=3)
    text = providers_page(client, case, provider="digihub Düsseldorf/Rheinland").text
    assert reverse("admin:welcome_redemption_change", args=[row.pk]) in text
    assert "for 25 July 2024" in text


def test_wishes_of_another_authority_are_not_shown(client, case):
    wish(case)
    other = make_case(CaseState.FINAL, package=make_package(make_authority()))
    assert "digihub" not in providers_page(client, other).text


def test_providers_cost_the_same_for_one_and_three_wishes(
    client, case, django_assert_max_num_queries
):
    wish(case)
    name = {"provider": "digihub Düsseldorf/Rheinland"}
    providers_page(client, case, **name)
    with django_assert_max_num_queries(100) as one:
        client.get(reverse(PROVIDERS), name)
    wish(case)
    wish(case, item=1)
    with django_assert_max_num_queries(len(one.captured_queries)):
        client.get(reverse(PROVIDERS), name)


def test_table_of_providers_holds_no_formula(client, case):
    wish(case, item=2)
    sign_in(client, officer_of(case.authority))
    rows = b"".join(client.get(reverse(f"{PROVIDERS}_export", args=["csv"]))).decode("utf-8-sig")
    assert "=HYPERLINK" in rows
    assert not any(cell.startswith("=") for line in rows.splitlines() for cell in line.split(";"))
    assert Export.objects.get().what == "What providers owe"
