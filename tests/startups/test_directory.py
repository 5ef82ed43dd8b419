"""The directory's page; what is found and counted there: test_search.py, test_filters.py."""

import pytest

from startups import facets
from startups.choices import ProfileState
from tests.people import sign_in
from tests.startups.factories import make_startup

DIRECTORY = "/en/startups/"
SEARCHED = f"{DIRECTORY}?q=kaverion&stage=growth&stage=first_customers"


def many(founder, editor, number):
    for _ in range(number):
        make_startup(founder, state=ProfileState.PUBLISHED, editor=editor, logo="logos/any.webp")


@pytest.mark.parametrize("address", [DIRECTORY, f"{DIRECTORY}?seeking=talent", SEARCHED])
@pytest.mark.parametrize("number", [1, 30])
def test_directory_costs_the_same_for_one_and_thirty(
    client, founder, editor, number, address, django_assert_max_num_queries
):
    many(founder, editor, number)

    with django_assert_max_num_queries(3):
        assert client.get(address).status_code == 200


def test_directory_shows_the_published_alone(client, founder, editor):
    for state in ProfileState:
        make_startup(founder, name=f"State {state.value}.", state=state, editor=editor)

    page = client.get(DIRECTORY).content.decode()

    assert "State published." in page
    assert page.count("State ") == 1


def test_directory_searches_and_keeps_what_was_typed(client, founder, editor):
    make_startup(founder, name="Müller-Lüdenscheidt", state=ProfileState.PUBLISHED, editor=editor)

    page = client.get(DIRECTORY, {"q": "Luedenscheidt", "origin": "karnataka"}).content.decode()

    assert "Müller-Lüdenscheidt" in page
    assert 'value="Luedenscheidt"' in page
    assert 'id="origin-karnataka" checked' in page
    assert ">1 start-up\n" in page


def test_directory_says_in_words_what_is_chosen(client, published):
    page = client.get(DIRECTORY, {"q": "5g", "origin": "karnataka"}).content.decode()

    assert "“5g”" in page
    assert f'href="{DIRECTORY}?q=5g"' in page
    assert "Home of the start-up: Karnataka" in page
    assert f'href="{DIRECTORY}?origin=karnataka"' in page


def test_directory_says_what_to_relax(client, published):
    query = {"q": "5g", "stage": "idea", "sector": "medtech"}
    page = client.get(DIRECTORY, query).content.decode()

    assert "Use fewer words or take away a filter." in page
    assert "Show all start-ups" in page
    assert f'<a href="{DIRECTORY}?q=5g&amp;sector=medtech">without Stage: Idea</a>' in page


def test_directory_knows_what_was_meant(client, founder, editor):
    make_startup(founder, name="Sahyascan", state=ProfileState.PUBLISHED, editor=editor)

    page = client.get(DIRECTORY, {"q": "sahyscan"}).content.decode()

    assert "No exact match. These come near:" in page
    assert "Sahyascan</a>" in page
    assert "No start-up" not in page


def test_directory_says_what_it_could_not_use(client, published):
    page = client.get(DIRECTORY, {"q": "x" * 101, "sector": "banking"}).content.decode()

    assert "Use at most 100 letters" in page
    assert "One of these choices does not exist" in page
    assert published.name in page


@pytest.mark.parametrize("number", ["0", "-1", "two", "99", "9" * 40])
def test_directory_answers_odd_page_numbers(client, published, number):
    response = client.get(DIRECTORY, {"page": number})

    assert response.status_code == 200
    assert published.name in response.content.decode()


def test_directory_carries_the_state_to_the_next_page(client, founder, editor):
    many(founder, editor, 25)

    page = client.get(DIRECTORY, {"sector": "5g_industry", "sort": "newest"}).content.decode()

    assert "?sector=5g_industry&amp;sort=newest&amp;page=2" in page
    assert '<input type="hidden" name="sort" value="newest">' in page
    assert "Page 1 of 2" in page


def test_directory_stops_counting(client, founder, editor, monkeypatch):
    monkeypatch.setattr("corridor.pages.MOST_COUNTED", 25)
    many(founder, editor, 26)

    page = client.get(DIRECTORY).content.decode()

    assert "More than 1,000 start-ups" in page
    assert "Page 1 of" not in page
    assert "?page=2" in page


def test_directory_marks_a_sentence_in_the_other_language(client, founder, editor):
    make_startup(founder, one_liner_de="", state=ProfileState.PUBLISHED, editor=editor)

    page = client.get("/de/startups/").content.decode()

    assert '<span lang="en">Private 5G networks for factories.</span>' in page


def test_directory_tells_a_script_the_address_that_means_the_same(client, published):
    query = {"q": " 5g ", "sector": "", "stage": "banking", "sort": "name", "page": "2"}
    response = client.get(DIRECTORY, query, headers={"HX-Request": "true"})

    assert response["HX-Push-Url"] == f"{DIRECTORY}?q=5g&sort=name"
    assert "HX-Push-Url" not in client.get(DIRECTORY, query)


def test_directory_offers_people_to_keep_a_search(client, published, stranger):
    asked = f"{DIRECTORY}?q=5g&sector=5g_industry"

    assert "Save this search" not in client.get(asked).content.decode()
    assert "login/?next=%2Fen%2Fstartups%2F%3Fq%3D5g%26sector" in client.get(asked).content.decode()
    page = sign_in(client, stranger).get(asked).content.decode()
    assert 'name="query" value="q=5g&amp;sector=5g_industry"' in page


def test_directory_remembers_its_counts_for_a_while(
    client, published, settings, django_assert_num_queries
):
    settings.PAGE_SECONDS = 20
    facets.keep()

    with django_assert_num_queries(2):
        page = client.get(DIRECTORY, {"sort": "newest"}).content.decode()

    assert 'Karnataka <span class="quiet small">1</span>' in page
