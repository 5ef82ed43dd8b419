"""Asking for the open data, and reading the answers."""

import csv
from io import StringIO

API = "/api/v1"
LISTS = ("startups", "partners", "projects", "openings")


def rows(client, name, **query):
    response = client.get(f"{API}/{name}/", query)
    assert response.status_code == 200, response.text
    return response.json()["results"]


def names(client, **query):
    return [row["name"] for row in rows(client, "startups", **query)]


def table(response):
    """The lines of a CSV answer as dictionaries."""
    return list(csv.DictReader(StringIO(response.content.decode("utf-8-sig"))))


def problem_of(response, status):
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    found = response.json()
    assert found["status"] == status
    return found
