import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema

from corridor.open_data.paging import RowsByKey
from corridor.open_data.views import PerNetwork
from startups import actions
from startups.choices import ProfileState
from startups.models import Startup
from tests.people import sign_in
from tests.startups.ecosystem import OPENING, make_opening, make_partner, make_project, milestone
from tests.startups.factories import bring_to, make_startup

pytestmark = pytest.mark.django_db

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


@pytest.fixture
def world(founder, editor, published):
    """Something public in every list, and beside it what is not."""
    draft = make_startup(founder, name="Secret Draft")
    partner = make_partner(editor)
    hidden = make_partner(editor, name="Secret Partner", is_published=False)
    make_project(
        editor,
        partners=[partner, hidden],
        startups=[published, draft],
        milestones=[milestone(owner="Asha Rao")],
    )
    make_project(editor, title_en="Secret project", title_de="Geheim", is_published=False)
    make_opening(published, founder)
    make_opening(published, founder, published=False, title_en="Secret job")
    actions.create_opening(partner=hidden, by=editor, **OPENING, is_published=True)
    return published


# What is public, and nothing else


def test_startup_says_what_its_page_shows(client, published, founder):
    actions.change_startup(
        startup=published, by=founder, themes=["industry_4_0"], seeking=["customers"]
    )
    [row] = rows(client, "startups")
    assert row["name"] == "Kaverion EdgeNet"
    assert (row["one_liner_de"], row["one_liner_en"]) == (
        "Private 5G-Netze für die Fabrik.",
        "Private 5G networks for factories.",
    )
    assert (row["themes"], row["seeking"]) == (["industry_4_0"], ["customers"])
    assert row["url_de"] == "http://localhost:8000/de/startups/kaverion-edgenet/"
    assert row["url_en"] == "http://localhost:8000/en/startups/kaverion-edgenet/"
    assert client.get(row["api_url"]).json() == row


@pytest.mark.parametrize("name", LISTS)
def test_object_is_as_in_its_list(client, world, name):
    [row] = rows(client, name)
    assert client.get(row["api_url"]).json() == row
    for page in ("url_de", "url_en"):
        assert client.get(row[page]).status_code == 200


def test_nothing_hidden_no_person_and_no_mail_address(client, world, founder):
    answers = [client.get(f"{API}/{name}/{form}") for name in LISTS for form in ("", "?format=csv")]
    said = " ".join(answer.text for answer in answers)
    for secret in ("Secret", "Geheim", "Asha Rao", "@", founder.name, str(founder.pk)):
        assert secret not in said
    assert str(world.pk) not in said


@pytest.mark.parametrize("state", [s for s in ProfileState if s != ProfileState.PUBLISHED])
def test_startup_that_is_not_public_is_not_there(client, founder, state):
    startup = make_startup(founder, state=state)
    assert rows(client, "startups") == []
    problem_of(client.get(f"{API}/startups/{startup.slug}/"), 404)


def test_members_read_no_more_than_everybody(client, founder):
    startup = make_startup(founder)
    assert sign_in(client, founder).get(f"{API}/startups/{startup.slug}/").status_code == 404


def test_project_names_only_who_is_public(client, world):
    [row] = rows(client, "projects")
    assert (row["startups"], row["partners"]) == (["kaverion-edgenet"], ["startup-unit"])
    assert row["milestones"] == [
        {
            "title_de": "Antenna stands (de)",
            "title_en": "Antenna stands",
            "due_on": "2024-06-01",
            "done_on": None,
        }
    ]


def test_opening_goes_with_its_startup(client, world, editor):
    [row] = rows(client, "openings")
    assert row["organisation"] == {
        "kind": "startup",
        "slug": "kaverion-edgenet",
        "name": "Kaverion EdgeNet",
    }
    actions.hide_profile(startup=world, note="Gone.", by=editor)
    assert rows(client, "openings") == []
    assert client.get(row["api_url"]).status_code == 404


def test_registry_numbers_are_those_of_the_profile(client, founder, editor):
    startup = make_startup(founder)
    actions.change_startup(
        startup=startup, by=founder, registrations={"cin": "U72900KA2019PTC123456"}
    )
    bring_to(startup, ProfileState.PUBLISHED, by=founder, editor=editor)
    actions.change_startup(
        startup=startup, by=founder, registrations={"cin": "U72900KA2019PTC654321"}
    )
    [row] = rows(client, "startups")
    assert row["registrations"] == [
        {"kind": "cin", "number": "U72900KA2019PTC123456", "checked_on": None}
    ]


# Filters, orders, pages


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["Aare", "Bhima", "Cauvery"]),
        ({"sector": ["medtech", "green_tech"]}, ["Bhima", "Cauvery"]),
        ({"origin": "duesseldorf"}, ["Aare"]),
        ({"q": "bhi"}, ["Bhima"]),
        ({"q": "Bhima", "sector": "green_tech"}, []),
        ({"q": "nobody calls it so"}, []),
        ({"page_size": 2}, ["Aare", "Bhima"]),
        ({"page_size": 2, "page": 2}, ["Cauvery"]),
    ],
)
def test_startups_are_filtered_like_the_directory(client, founder, editor, query, found):
    for name, more in [
        ("Cauvery", {"sector": "green_tech"}),
        ("Aare", {"origin": "duesseldorf", "city": "Düsseldorf"}),
        ("Bhima", {"sector": "medtech"}),
    ]:
        make_startup(founder, state=ProfileState.PUBLISHED, editor=editor, name=name, **more)
    assert names(client, **query) == found


@pytest.mark.parametrize(
    ("name", "fits", "fits_not"),
    [
        ("partners", {"side": "duesseldorf"}, {"kind": "chamber"}),
        ("projects", {"state": "running"}, {"sector": "medtech"}),
        ("openings", {"sector": "5g_industry", "city": "bengaluru"}, {"side": "duesseldorf"}),
    ],
)
def test_other_lists_are_filtered_like_their_pages(client, world, name, fits, fits_not):
    assert len(rows(client, name, **fits)) == 1
    assert rows(client, name, **fits_not) == []


def test_links_lead_through_all_pages(client, founder, editor):
    for number in range(5):
        make_startup(founder, state=ProfileState.PUBLISHED, editor=editor, name=f"N{number}")
    address, found = f"{API}/startups/?page_size=2&sector=5g_industry", []
    while address:
        page = client.get(address).json()
        assert (page["count"], page["count_is_exact"]) == (5, True)
        found += [row["name"] for row in page["results"]]
        address = page["next"]
    assert found == ["N0", "N1", "N2", "N3", "N4"]
    assert page["previous"].endswith("?page_size=2&sector=5g_industry&page=2")


def test_count_ends_somewhere(client, founder, editor, monkeypatch):
    monkeypatch.setattr("corridor.pages.MOST_COUNTED", 2)
    monkeypatch.setattr("corridor.open_data.paging.MOST_COUNTED", 2)
    for _ in range(3):
        make_startup(founder, state=ProfileState.PUBLISHED, editor=editor)
    page = client.get(f"{API}/startups/").json()
    assert (page["count"], page["count_is_exact"]) == (2, False)


def test_lists_cost_the_same_for_one_and_thirty(
    client, world, founder, editor, django_assert_max_num_queries
):
    few = {}
    for name in LISTS:
        with django_assert_max_num_queries(5) as few[name]:
            rows(client, name)
    for number in range(29):
        startup = make_startup(founder, state=ProfileState.PUBLISHED, editor=editor)
        partner = make_partner(editor)
        make_project(editor, partners=[partner], startups=[startup], title_en=f"Project {number}")
        make_opening(startup, founder)
    for name in LISTS:
        with django_assert_max_num_queries(len(few[name])):
            assert len(rows(client, name)) == 30


def test_rows_before_a_page_are_passed_over_by_their_keys(client, published, sql_plan):
    rows = Startup.objects.published().by_name()
    assert [*RowsByKey(rows, 100).page(1)] == [published]
    assert sql_plan(rows.values("pk")[5_000:5_101], off=("seqscan", "bitmapscan", "sort")) == {
        "startup_directory"
    }


# What is wrong is said


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


def test_too_many_parameters_are_refused(client, db):
    problem_of(client.get(f"{API}/startups/?{'sector=medtech&' * 2_000}"), 400)


@pytest.mark.parametrize("charset", ["rot13", "base64", "utf-16", "no-such", "utf-7"])
def test_odd_charset_is_passed_over(client, published, charset):
    headers = {"content_type": f"application/json; charset={charset}"}
    response = client.generic("GET", f"{API}/startups/?sector=5g_industry", **headers)
    assert len(response.json()["results"]) == 1


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


def test_flood_of_one_network_is_slowed_down(client, db, settings, monkeypatch):
    assert PerNetwork.THROTTLE_RATES == {"open_data": "120/min"}
    monkeypatch.setattr(PerNetwork, "THROTTLE_RATES", {"open_data": "3/min"})
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


# Headers


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


def test_head_and_options_say_what_can_be_had(client, published):
    head = client.head(f"{API}/startups/")
    assert (head.status_code, head.content) == (200, b"")
    options = client.options(f"{API}/startups/")
    assert (options.status_code, options["Allow"]) == (204, "GET, HEAD, OPTIONS")
    assert options["Access-Control-Allow-Headers"] == "If-None-Match"


# Tables


@pytest.mark.parametrize("name", LISTS)
def test_table_holds_what_json_holds(client, world, name):
    by_header = client.get(f"{API}/{name}/", headers={"accept": "text/csv"})
    by_address = client.get(f"{API}/{name}/", {"format": "csv"})
    assert by_header.content == by_address.content
    assert by_header["Content-Type"] == "text/csv; charset=utf-8"
    [line], [row] = table(by_header), rows(client, name)
    assert line["url_de"] == row["url_de"]
    assert {name.split("_")[0] for name in line} == {name.split("_")[0] for name in row}


def test_table_writes_lists_and_inner_objects_into_cells(client, world, founder):
    actions.change_startup(startup=world, by=founder, seeking=["customers", "talent"])
    [startup] = table(client.get(f"{API}/startups/?format=csv"))
    assert startup["seeking"] == "customers|talent"
    [opening] = table(client.get(f"{API}/openings/?format=csv"))
    assert opening["organisation_slug"] == "kaverion-edgenet"
    [project] = table(client.get(f"{API}/projects/?format=csv"))
    assert json.loads(project["milestones"])[0]["due_on"] == "2024-06-01"
    assert project["ends_on"] == ""


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "  =", "＝"])
def test_table_holds_no_formula(client, founder, editor, sign):
    words = f'{sign}HYPERLINK("http://x")'
    make_startup(
        founder, state=ProfileState.PUBLISHED, editor=editor, one_liner_en=words, city="Köln, Mitte"
    )
    [line] = table(client.get(f"{API}/startups/?format=csv"))
    assert line["one_liner_en"] == f"'{words}"
    assert line["city"] == "Köln, Mitte"


def test_table_without_rows_has_its_names_and_links(client, founder, editor):
    empty = client.get(f"{API}/partners/?format=csv")
    assert empty.content.decode("utf-8-sig").startswith("slug,name,kind,side,city,")
    for _ in range(3):
        make_partner(editor)
    second = client.get(f"{API}/partners/?format=csv&page_size=1&page=2")
    base = "<http://localhost:8000/api/v1/partners/?format=csv&page_size=1&page="
    assert second["Link"] == f'{base}3>; rel="next", {base}1>; rel="previous"'


def test_one_object_is_a_table_too(client, published):
    [line] = table(client.get(f"{API}/startups/{published.slug}/?format=csv"))
    assert line["name"] == "Kaverion EdgeNet"


# What explains it


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
    page = client.get("/api/docs/?lang=en").text
    for name in LISTS:
        [row] = rows(client, name)
        for field in row:
            assert f"&quot;{field}&quot;: " in page


def test_written_documentation_names_every_address():
    text = Path("docs/open-data.md").read_text()
    for path in (*(f"{API}/{name}/" for name in LISTS), "/feeds/news.atom", "/api/docs/"):
        assert path in text
