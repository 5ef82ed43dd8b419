"""What explains the open data."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema

from tests.startups.api.asking import API, LISTS, rows

pytestmark = pytest.mark.django_db


def test_document_is_valid_and_complete(client, db, capsys):
    schema = SchemaGenerator().get_schema(public=True)
    validate_schema(schema)
    assert capsys.readouterr().err == ""
    served = client.get(f"{API}/openapi.json").json()
    assert {f"{API}/{name}/" for name in LISTS} < served["paths"].keys()
    asked = served["paths"][f"{API}/startups/"]["get"]["parameters"]
    sector = next(each for each in asked if each["name"] == "sector")
    assert sector["schema"]["items"]["enum"][:2] == ["5g_industry", "medtech"]
    german = client.get(f"{API}/openapi.json", headers={"accept-language": "de"}).text
    assert "Wie viele Einträge auf einer Seite stehen." in german
    startup = served["components"]["schemas"]["Startup"]
    assert {*startup["required"]} == {*startup["properties"]}


@pytest.mark.parametrize(("language", "title"), [("de", "Offene Daten"), ("en", "Open data")])
def test_page_explains_each_list_in_the_readers_language(client, db, language, title):
    page = client.get("/api/docs/", headers={"accept-language": language}).text
    assert f'<html lang="{language}">' in page
    assert f"<h1>{title}</h1>" in page
    for name in LISTS:
        assert f'<a href="{API}/{name}/">' in page
    assert "<code>medtech</code>" in page
    assert "organisation.slug" in page
    assert page == client.get(f"/api/docs/?lang={language}").text


def test_example_on_the_page_has_every_field(client, world):
    page = unescape(client.get("/api/docs/?lang=en").text)
    shown = re.findall(r"<pre[^>]*><code>(\{.*?\})</code></pre>", page, re.DOTALL)
    for name, example in zip(LISTS, shown, strict=True):
        assert json.loads(example).keys() == rows(client, name)[0].keys()


def test_written_documentation_names_every_address():
    text = Path("docs/open-data.md").read_text()
    for path in (*(f"{API}/{name}/" for name in LISTS), "/feeds/news.atom", "/api/docs/"):
        assert path in text
