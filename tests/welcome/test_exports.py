"""Lists as tables: they hold what the list shows, for whom it shows it, and leave a trace."""

import csv
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from corridor.documents.actions import log_export
from corridor.documents.models import Export
from startups.choices import Sector
from tests.factories import (
    make_case,
    make_package,
    make_staff,
    make_startup,
    make_user,
    officer_of,
    sign_in,
    use_benefit,
)
from welcome.choices import StaffRole

pytestmark = pytest.mark.django_db


def address(model="case", kind="csv"):
    return reverse(f"admin:welcome_{model}_export", args=[kind])


def table(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(text.splitlines()))


@pytest.fixture
def package():
    return make_package()


@pytest.fixture
def officer(client, package):
    person = officer_of(package.authority)
    sign_in(client, person)
    return person


def test_table_follows_the_filters_and_is_logged(client, package, officer):
    green = make_case(package=package, startup=make_startup(sector=Sector.GREEN_TECH))
    make_case(package=package), make_case()
    response = client.get(address(), {"sector": "green_tech"})
    names, row = table(response)
    assert names[0] == "Reference number"
    assert row == [
        green.reference, green.startup.name, "Green Tech", str(package), "Submitted", "", "2024-07-22",
        str(green.due_on), "6000.00", "",
    ]  # fmt: skip
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment; filename=" in response["Content-Disposition"]
    export = Export.objects.get()
    assert (export.by, export.query, export.rows) == (officer, "sector=green_tech", 1)


def test_workbook_holds_the_same_rows(client, package, officer):
    case = make_case(package=package)
    content = client.get(address(kind="xlsx")).content
    with ZipFile(BytesIO(content)) as archive:
        assert case.reference in archive.read("xl/worksheets/sheet1.xml").decode()


def test_name_is_no_formula(client, package, officer):
    make_case(package=package, startup=make_startup(name="=HYPERLINK(1)"))
    assert table(client.get(address()))[1][1] == "'=HYPERLINK(1)"


def test_list_says_where_its_tables_are(client, package, officer):
    make_case(package=package)
    html = client.get(reverse("admin:welcome_case_changelist"), {"sector": "medtech"}).text
    assert f'href="{address(kind="xlsx")}?sector=medtech"' in html


def test_long_list_is_to_be_narrowed(client, package, officer, monkeypatch):
    monkeypatch.setattr("corridor.exports.MOST_ROWS", 1)
    make_case(package=package), make_case(package=package)
    response = client.get(address(), {"state": "all"}, follow=True)
    assert "The list is too long" in response.text
    assert not Export.objects.exists()


@pytest.mark.parametrize("kind", ["pdf", "CSV"])
def test_other_kinds_are_not_there(client, officer, kind):
    assert client.get(address(kind=kind)).status_code == 404


def test_tables_are_for_whoever_sees_the_list(client):
    sign_in(client, make_user(roles=["editor"]))
    assert client.get(address()).status_code == 404
    assert not Export.objects.exists()


def test_tables_of_redemptions_and_decisions(client):
    case = make_case("final")
    use_benefit(case)
    sign_in(client, make_user(roles=["auditor"]))
    assert table(client.get(address("redemption")))[1][:3] == [
        case.reference,
        case.startup.name,
        "Benefit 1",
    ]
    assert table(client.get(address("decision")))[1][3] == "6000.00"


def test_table_costs_the_same_for_one_row_and_for_thirty(
    client, package, officer, django_assert_num_queries
):
    make_case(package=package)
    table(client.get(address()))
    with django_assert_num_queries(13):
        table(client.get(address()))
    for _ in range(5):
        make_case(package=package)
    with django_assert_num_queries(13):
        assert len(table(client.get(address()))) == 7


def test_log_of_exports_is_only_added_to(officer):
    log_export(what="Cases", query="", rows=1, by=officer)
    for change in ("UPDATE documents_export SET rows = 0", "DELETE FROM documents_export"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(change)


def test_log_is_read_by_auditor_and_administration(client, package, officer):
    make_case(package=package)
    table(client.get(address()))
    page = reverse("admin:documents_export_changelist")
    assert client.get(page).status_code == 404
    for role in ("auditor", "administrator"):
        assert str(officer) in sign_in(client, make_user(roles=[role])).get(page).text


def test_readers_take_lists_too(client, package):
    make_case(package=package)
    sign_in(client, make_staff(package.authority, StaffRole.READER))
    assert len(table(client.get(address()))) == 2
