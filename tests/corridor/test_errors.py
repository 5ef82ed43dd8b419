"""Pages for what goes wrong. None of these tests has a database: the pages must not need one."""

import pytest
from django.conf import settings as portal_settings

from corridor import views

PERSON = {portal_settings.SESSION_COOKIE_NAME: "a-session"}


@pytest.fixture
def maintained(settings, tmp_path):
    settings.MAINTENANCE_FILE = tmp_path / "maintenance"
    settings.MAINTENANCE_FILE.touch()


@pytest.mark.parametrize(
    ("language", "heading"),
    [("en", "Something went wrong on our side"), ("de", "Bei uns ist ein Fehler aufgetreten")],
)
def test_broken_page_says_so_without_database(client, language, heading):
    client.raise_request_exception = False
    client.cookies.load(PERSON)
    response = client.get(f"/{language}/startups/")
    assert response.status_code == 500
    assert f"<h1>{heading}</h1>" in response.text


@pytest.mark.usefixtures("maintained")
def test_visitor_reads_that_the_portal_is_being_worked_on(client):
    client.cookies.load(PERSON)
    response = client.get("/de/startups/")
    assert (response.status_code, response["Retry-After"]) == (503, "600")
    assert "<h1>Am Portal wird gearbeitet</h1>" in response.text
    assert "script-src 'self'" in response["Content-Security-Policy"]


@pytest.mark.usefixtures("maintained")
def test_load_balancer_gets_its_answer_during_maintenance(client):
    assert client.get("/healthz").status_code == 200


def test_portal_answers_again_after_maintenance(client, settings, tmp_path):
    settings.MAINTENANCE_FILE = tmp_path / "maintenance"
    assert client.get("/").status_code == 302


@pytest.mark.parametrize(
    ("page", "status"),
    [
        (views.bad_request, 400),
        (views.forbidden, 403),
        (views.csrf_failure, 403),
        (views.not_found, 404),
        (views.server_error, 500),
        (views.maintenance, 503),
    ],
)
def test_error_page_says_what_to_do(rf, page, status):
    response = page(rf.get("/en/"))
    assert response.status_code == status
    assert 'class="empty"' in response.text
