"""A hundred thousand cases: list, filters, search and start page ask as little as among thirty, by indexes."""

import json
import re
import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from corridor import clock
from tests.factories import sign_in
from tests.welcome.double import fill_up, make_office
from welcome import rounds

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

SMALL, LARGE = 32, 100_000
LIST = "/admin/welcome/case/"
# Who asks for what.
QUERIES = {
    "officer": [
        "state=authority", "state=all", "state=running", "state=decided", "state=review", "state=closed",
        "due=overdue", "due=soon", "officer=me", "officer=none", "officer=me&state=all",
        "officer={colleague}&state=review",
        "package={package}", "package={package}&state=all&sector=medtech", "sector=medtech", "sector=medtech&state=all",
        "waiting=me", "waiting=nobody", "waiting=message", "waiting=extension", "waiting=answer", "waiting=applicant",
        "waiting=signature", "waiting=release", "q=BIG-2023-000017", "q=000017", "q=PTC000003",
        "q=u72900ka2019ptc000003",
        "q={name}", "q=sahya", "state=all&p=20",
    ],
    "signatory": ["waiting=my_signature", "waiting=release"],
    "reader": ["state=all"],
    "auditor": ["state=all", "state=authority", "authority={authority}", "q=000017", "waiting=applicant"],
}  # fmt: skip


@pytest.fixture
def _as_in_production(settings):
    settings.PAGE_SECONDS = 20


def addresses(office):
    """Each person with each address."""
    words = {
        "colleague": office.officers[1].pk,
        "package": office.packages[1].pk,
        "authority": office.authority.slug,
        "name": office.case.startup.name.split()[0],
    }
    people = {
        "officer": office.officers[0],
        "signatory": office.signatory,
        "reader": office.reader,
        "auditor": office.auditor,
    }
    for role, person in people.items():
        yield role, person, "/admin/"
        for query in QUERIES[role]:
            yield role, person, f"{LIST}?{query.format(**words)}"


def walk(client, office):
    """By role and address: the queries of the page, and how long it took."""
    found, last = {}, None
    for role, person, address in addresses(office):
        if person != last:
            sign_in(client, person)
            client.get(f"{LIST}?state=authority"), client.get("/admin/")
        last = person
        client.get(address)  # the session remembers the filters
        with CaptureQueriesContext(
            connection,
        ) as captured:
            start = time.perf_counter()
            assert client.get(address).status_code == 200
            taken = time.perf_counter() - start
        found[role, address] = [query["sql"] for query in captured], taken
    return found


def scans(sql):
    """Each table that a query reads from end to end."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}")
        (plan,) = cursor.fetchone()
    text = plan if isinstance(plan, str) else json.dumps(plan)
    return re.findall(r'"Seq Scan"[^{}]*?"Relation Name": "(\w+)"', text)


@pytest.mark.usefixtures("_as_in_production")
def test_list_and_start_page_keep_their_pace(client, capsys):
    office, today = make_office(), clock.today()
    measured = {}
    for size in (SMALL, LARGE):
        fill_up(office, size, today)
        rounds.keep()
        measured[size] = walk(client, office)
    small, large = (measured[size] for size in (SMALL, LARGE))
    with capsys.disabled():
        print()
        for place, (queries, taken) in large.items():
            before = small[place][1]
            print(
                f"{before * 1000:6.1f} {taken * 1000:7.1f} ms {len(queries):3} {place[0]} {place[1]}"
            )
    more = {place: (len(small[place][0]), len(queries)) for place, (queries, _) in large.items()}
    assert {place: pair for place, pair in more.items() if pair[0] != pair[1]} == {}
    read_whole = {
        (place, sql[:60], sql[sql.index(" WHERE ") :][:500])
        for place, (queries, _taken) in large.items()
        for sql in queries
        if "welcome_case" in sql and "welcome_case" in scans(sql)
    }
    assert read_whole == set()
