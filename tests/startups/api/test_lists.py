import pytest

from corridor.open_data.paging import RowsByKey
from startups import actions
from startups.choices import ProfileState
from startups.models import Startup
from tests.people import sign_in
from tests.startups.api.asking import API, LISTS, names, problem_of, rows
from tests.startups.ecosystem import make_opening, make_partner, make_project
from tests.startups.factories import bring_to, make_startup

pytestmark = pytest.mark.django_db


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
