from xml.etree import ElementTree

import pytest

from corridor.sitemaps import Pages
from tests.corridor.world import make_world
from tests.factories import make_startup
from tests.pages import LOCATION

pytestmark = pytest.mark.django_db

LINK = "{http://www.w3.org/1999/xhtml}link"


def places(client, path="/sitemap.xml"):
    """What a list names, without the portal's own address."""
    root = ElementTree.fromstring(client.get(path).content)
    return [place.text.removeprefix("http://localhost:8000") for place in root.iter(LOCATION)]


def test_sitemap_names_what_strangers_read_in_both_languages(client):
    world = make_world()
    named = places(client)
    for page in (world.published, world.package, world.event):
        here = page.get_absolute_url().removeprefix("/en")
        assert {f"/de{here}", f"/en{here}"} <= {*named}
    assert {"/de/", "/en/startups/", "/de/welcome/", "/en/events/", "/de/imprint/"} <= {*named}
    assert len(named) == len({*named})


def test_sitemap_names_nothing_that_strangers_do_not_read(client):
    world = make_world()
    named = " ".join(places(client))
    for page in (world.startup, world.hidden_package, world.hidden_event):
        assert page.slug not in named
    assert "/accounts/" not in named


def test_every_page_of_the_sitemap_answers(client):
    make_world()
    assert {path: client.get(path).status_code for path in places(client)} == dict.fromkeys(
        places(client), 200
    )


def test_sitemap_links_the_languages(client, settings):
    settings.BASE_URL = "https://corridor.example"
    make_startup(published=True, name="Kaverion")
    root = ElementTree.fromstring(client.get("/sitemap-startups.xml").content)
    links = {link.get("hreflang"): link.get("href") for link in root[0].iter(LINK)}
    assert links == {
        "de": "https://corridor.example/de/startups/kaverion/",
        "en": "https://corridor.example/en/startups/kaverion/",
        "x-default": "https://corridor.example/startups/kaverion/",
    }


def test_every_entry_of_what_start_ups_link_has_its_languages(client):
    world = make_world()
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    entries = {place.find(LOCATION).text: place for place in root}
    for thing in (world.published, world.partner, world.project, world.opening, world.news):
        here = thing.get_absolute_url().removeprefix("/en")
        for language in ("de", "en"):
            entry = entries[f"http://localhost:8000/{language}{here}"]
            links = {link.get("hreflang"): link.get("href") for link in entry.iter(LINK)}
            assert links == {
                "de": f"http://localhost:8000/de{here}",
                "en": f"http://localhost:8000/en{here}",
                "x-default": f"http://localhost:8000{here}",
            }


def test_address_without_language_leads_to_the_readers(client):
    make_startup(published=True, name="Kaverion")
    response = client.get("/startups/kaverion/", headers={"Accept-Language": "de"})
    assert response["Location"] == "/de/startups/kaverion/"


def test_long_sitemap_is_a_list_of_lists(client, monkeypatch):
    monkeypatch.setattr(Pages, "limit", 2)
    startups = [make_startup(published=True) for _ in range(3)]
    lists = places(client)
    assert "/sitemap-startups.xml?p=2" in lists
    named = [path for each in lists for path in places(client, each)]
    assert {f"/de/startups/{startup.slug}/" for startup in startups} <= {*named}
    assert len(named) == len({*named})


def test_sitemap_costs_the_same_for_one_row_and_for_more(client, django_assert_max_num_queries):
    make_startup(published=True)
    with django_assert_max_num_queries(12) as few:
        client.get("/sitemap.xml")
    for _ in range(3):
        make_startup(published=True)
    with django_assert_max_num_queries(len(few)):
        client.get("/sitemap.xml")


def test_robots_name_the_sitemap_but_not_in_a_demonstration(client, settings):
    line = "Sitemap: http://localhost:8000/sitemap.xml"
    assert line in client.get("/robots.txt").text
    settings.DEMO = True
    assert client.get("/robots.txt").text == "User-agent: *\nDisallow: /\n"
