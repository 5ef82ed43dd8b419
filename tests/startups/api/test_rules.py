"""What is wrong is said, and limits hold."""

import json
import time

import pytest
from django.core.cache.backends.locmem import LocMemCache
from django.test import Client

from tests.startups.api.asking import API, LISTS, problem_of
from tests.threads import at_once

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "name", "words"),
    [
        ("sector=mars", "sector", "“mars” is not a value of it. There are: 5g_industry, medtech"),
        ("sectr=medtech", "sectr", "There is no such parameter."),
        ("sector=medtech%00", "sector", "There are: 5g_industry"),
        ("sort=size", "sort", "There are: relevance, name, newest."),
        ("q=%00", "q", "Null characters"),
        (f"q={'a' * 10_000}", "q", "Use at most 100 letters."),
        (f"sector={'a' * 10_000}", "sector", "is not a value of it"),
        ("page=0", "page", "from 1 to 1000000"),
        ("page=-1", "page", "from 1 to 1000000"),
        ("page=1e3", "page", "from 1 to 1000000"),
        ("page=%C2%B2", "page", "from 1 to 1000000"),
        (f"page={'9' * 10_000}", "page", "from 1 to 1000000"),
        ("page_size=501", "page_size", "from 1 to 500"),
        ("format=xml", "format", "There are: json, csv."),
    ],
)
def test_what_does_not_exist_is_400_and_named(client, db, query, name, words):
    found = problem_of(client.get(f"{API}/startups/?{query}"), 400)
    assert words in found["errors"][name][0]
    assert len(json.dumps(found)) < 1_000


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(
    "query",
    [
        "q=%ff%fe",
        "q=%ED%A0%80",
        "q='%22\\%25_",
        "q=ಕ",
        "q=😀",
        "city=%00",
        "city=%ff",
        "%00=1",
        "&&=&;",
    ],
)
def test_hostile_address_never_fails(client, name, query):
    assert client.get(f"{API}/{name}/?{query}").status_code in (200, 400)


def test_many_unknown_names_are_answered_in_short(client, db):
    found = problem_of(client.get(f"{API}/startups/?{'&'.join(map(str, range(900)))}"), 400)
    assert [*found["errors"]] == [str(number) for number in range(10)]
    assert len(json.dumps(found)) < 2_000


def test_problem_speaks_the_readers_language(client, db):
    german = client.get(f"{API}/startups/?page=0", headers={"accept-language": "de"})
    assert "Geben Sie eine ganze Zahl von 1 bis" in german.text
    assert "Accept-Language" in german["Vary"]


@pytest.mark.parametrize("path", ["startups/nobody/", "startups/?page=9", "x", "openings/1/"])
def test_address_of_nothing_is_a_problem(client, db, path):
    problem_of(client.get(f"{API}/{path}"), 404)


def test_root_leads_to_everything(client, db):
    found = client.get(f"{API}/").json()
    assert [*found] == [*LISTS, "document", "docs"]
    for address in found.values():
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_data_is_only_read(client, published, method):
    response = getattr(client, method)(f"{API}/startups/")
    problem_of(response, 405)
    assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_nothing_but_json_and_tables(client, db):
    problem_of(client.get(f"{API}/startups/", headers={"accept": "text/html"}), 406)
    browser = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"
    response = client.get(f"{API}/startups/", headers={"accept": browser})
    assert response["Content-Type"] == "application/json"


def test_failure_of_ours_is_a_problem_too(client, published, monkeypatch):
    def fail(*arguments):
        raise RuntimeError

    monkeypatch.setattr("startups.api.views.Startups.rows_of", fail)
    client.raise_request_exception = False
    problem_of(client.get(f"{API}/startups/"), 500)


def test_flood_of_one_network_is_slowed_down(client, db, settings):
    assert settings.ACCOUNT_RATE_LIMITS["open_data"] == "120/m/ip"
    settings.ACCOUNT_RATE_LIMITS = {"open_data": "3/m/ip"}
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(3):
        flood = {"x-forwarded-for": f"203.0.113.{number}, 2001:db8::{number}"}
        assert client.get(f"{API}/", headers=flood).status_code == 200
    same = {"x-forwarded-for": "198.51.100.7, 2001:db8::7"}
    response = client.get(f"{API}/", headers=same)
    problem_of(response, 429)
    assert 0 < int(response["Retry-After"]) <= 60
    other = {"x-forwarded-for": "2001:db8::1, 203.0.113.9"}
    assert client.get(f"{API}/", headers=other).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_requests_at_the_same_moment_are_counted_too(settings, monkeypatch):
    """As with a store that is far away: what is read may be old when it is written back."""

    def read_slowly(self, *arguments, **more):
        found = read(self, *arguments, **more)
        time.sleep(0.02)
        return found

    read = LocMemCache.get
    monkeypatch.setattr(LocMemCache, "get", read_slowly)
    settings.ACCOUNT_RATE_LIMITS = {"open_data": "2/m/ip"}
    answers = at_once(*[lambda: Client().get(f"{API}/").status_code] * 6)
    assert sorted(answers) == [200] * 2 + [429] * 4
