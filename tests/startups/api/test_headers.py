"""What headers say of the data: who may read and keep it."""

import pytest

from startups import actions
from tests.people import sign_in
from tests.startups.api.asking import API, problem_of

pytestmark = pytest.mark.django_db


def test_unchanged_data_is_not_sent_again(client, published, founder):
    first = client.get(f"{API}/startups/")
    headers = {"if-none-match": first["ETag"]}
    again = client.get(f"{API}/startups/", headers=headers)
    assert (again.status_code, again.content) == (304, b"")
    actions.change_startup(startup=published, by=founder, city="Mysuru")
    assert client.get(f"{API}/startups/", headers=headers).status_code == 200


def test_data_is_for_every_page_and_cache_and_touches_no_session(client, published, founder):
    for asking in (client, sign_in(client, founder)):
        asking.cookies.pop("csrftoken", None)
        response = asking.get(f"{API}/startups/")
        assert not response.cookies
        assert response["Cache-Control"] == "public, max-age=60"
        assert response["Access-Control-Allow-Origin"] == "*"
        assert response["Content-Language"] == "de, en"
        assert "Accept" in response["Vary"].split(", ")


def test_every_site_reads_what_is_said_instead_of_data(client, published, monkeypatch):
    client.raise_request_exception = False
    same = {"if-none-match": client.get(f"{API}/startups/")["ETag"]}
    answers = [client.get(f"{API}/startups/", headers=same)]
    answers += [client.get(f"{API}/{path}") for path in ("x", f"startups/?{'a&' * 1_500}")]
    monkeypatch.setattr("startups.api.views.Startups.rows_of", lambda *_arguments: 1 / 0)
    answers.append(client.get(f"{API}/startups/"))
    assert [answer.status_code for answer in answers] == [304, 404, 400, 500]
    for answer in answers:
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert answer["Access-Control-Expose-Headers"] == "ETag, Link, Retry-After"
    assert "Access-Control-Allow-Origin" not in client.get("/en/")


def test_data_during_maintenance_is_a_problem(client, settings, tmp_path):
    settings.MAINTENANCE_FILE = tmp_path / "maintenance"
    settings.MAINTENANCE_FILE.touch()
    response = client.get(f"{API}/startups/")
    problem_of(response, 503)
    assert (response["Retry-After"], response["Access-Control-Allow-Origin"]) == ("600", "*")


def test_head_and_options_say_what_can_be_had(client, published):
    head = client.head(f"{API}/startups/")
    assert (head.status_code, head.content) == (200, b"")
    options = client.options(f"{API}/startups/")
    assert (options.status_code, options["Allow"]) == (204, "GET, HEAD, OPTIONS")
    assert options["Access-Control-Allow-Headers"] == "If-None-Match"
