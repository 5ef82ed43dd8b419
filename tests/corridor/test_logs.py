import logging

import pytest


@pytest.mark.django_db
def test_log_names_the_route_and_not_the_path(client, caplog):
    caplog.set_level(logging.WARNING, logger="django.request")
    client.get("/en/startups/a-secret/")
    assert "a-secret" not in caplog.text
    assert "startups/<slug:slug>/" in caplog.text


def test_log_names_no_path_without_route(client, caplog, db):
    client.get("/en/nothing/a-secret/")
    assert "Not Found: (no route)" in caplog.text


def test_log_names_no_path_with_a_sign_that_it_would_escape(client, caplog, db):
    client.get("/en/registrations/a-secret/“")
    assert "a-secret" not in caplog.text
    assert "Not Found: (no route)" in caplog.text


def test_log_keeps_quiet_about_planned_maintenance(client, caplog, settings, tmp_path):
    settings.MAINTENANCE_FILE = tmp_path / "maintenance"
    settings.MAINTENANCE_FILE.touch()
    client.get("/en/")
    assert caplog.text == ""
