"""May I? The check before any sign-in."""

from datetime import timedelta

import pytest
from django.urls import reverse

from corridor import clock
from startups.choices import Origin, Sector
from tests.database import refused_by
from tests.factories import (
    make_application,
    make_case,
    make_package,
    make_startup,
    owner_of,
    sign_in,
)
from welcome.eligibility import OTHER, UNSURE, Facts, check, full

pytestmark = pytest.mark.django_db


def facts(**said):
    founded_on = clock.today() - timedelta(days=1000)
    known = {"origin": "karnataka", "sector": "medtech", "founded_on": founded_on, "settles": "yes"}
    return Facts(**{**known, **said})


def verdict_on(package, **said):
    (found,) = check(facts(**said), [package])
    return found


def test_package_that_fits_is_a_yes_until_it_closes():
    package = make_package()
    found = verdict_on(package)
    assert (found.answer, found.until) == ("yes", package.closes_on)


@pytest.mark.parametrize(
    ("fields", "said", "words"),
    [
        ({"origins": [Origin.DUESSELDORF]}, {}, "other side"),
        ({"sectors": [Sector.GREEN_TECH]}, {}, "sector"),
        ({"max_age_years": 2}, {}, "older"),
        ({"for_settlers": True}, {"settles": "no"}, "intend to settle"),
    ],
)
def test_rule_that_is_not_met_is_a_no_with_its_reason(fields, said, words):
    found = verdict_on(make_package(**fields), **said)
    assert found.answer == "no"
    assert words in " ".join(map(str, found.reasons))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, {"sector": OTHER}),
        ({"max_age_years": 10}, {"founded_on": None}),
        ({"for_settlers": True}, {"settles": UNSURE}),
    ],
)
def test_what_only_the_authority_can_say_is_a_question(fields, said):
    found = verdict_on(make_package(**fields), **said)
    assert found.answer == "ask"
    assert found.reasons


def test_age_counts_on_the_day_on_which_the_package_opens():
    opens = {"opens_on": clock.today() + timedelta(days=30)}
    founded_on = clock.today().replace(year=clock.today().year - 3) + timedelta(days=10)
    assert verdict_on(make_package(max_age_years=3), founded_on=founded_on).answer == "yes"
    assert verdict_on(make_package(max_age_years=3, **opens), founded_on=founded_on).answer == "no"


def test_yes_ends_with_the_birthday_that_makes_a_start_up_too_old():
    founded_on = clock.today().replace(year=clock.today().year - 3) + timedelta(days=10)
    found = verdict_on(make_package(max_age_years=3), founded_on=founded_on)
    assert found.until == clock.today() + timedelta(days=10)


def test_no_names_the_nearest_package_that_fits():
    wrong = make_package(origins=[Origin.DUESSELDORF])
    later = make_package(opens_on=clock.today() + timedelta(days=5))
    found = check(facts(), [wrong, later, now := make_package()])
    assert [each.package for each in found] == [now, later, wrong]
    assert found[2].alternative.package == now


def test_package_takes_no_address_of_another_page():
    with refused_by("package_address_free"):
        make_package(slug="check")


def test_package_without_places_is_full_and_refused():
    package = make_package(places=1)
    make_case("notified", package=package)
    assert full([package]) == {package}
    assert verdict_on(package).answer == "no"
    assert full([make_package(), package]) == {package}


@pytest.mark.parametrize("state", ["signed", "released"])
def test_award_that_nobody_knows_of_yet_leaves_a_package_open(state):
    """Not before its notice was retrieved: a package that is full would tell what the notice says."""
    package = make_package(places=1)
    make_case(state, package=package)
    assert full([package]) == set()


def test_package_that_fills_up_says_so_everywhere_and_keeps_the_draft(client):
    package = make_package(places=1)
    draft = make_application(packages=[package])
    make_case("notified", package=package)
    sign_in(client, owner_of(draft.startup))
    pages = ["", "check/"]
    texts = [client.get(f"{draft.get_absolute_url()}{page}").text for page in pages]
    texts.append(client.post(f"{draft.get_absolute_url()}check/").text)
    draft.delete()
    texts.append(client.get(package.get_absolute_url()).text)
    texts.append(client.get(reverse("apply", args=[package.slug])).text)
    assert all("All places of the package are taken." in text for text in texts)
    assert "Submit the application" not in texts[1]


def ask(client, **said):
    known = {
        "origin": "karnataka",
        "sector": "medtech",
        "founded_on": "2022-01-01",
        "settles": "yes",
    }
    return client.get(reverse("may_i"), {**known, **said}).text


def test_page_answers_without_sign_in(client):
    make_package(title_en="Fits")
    make_package(title_en="Too early", origins=[Origin.DUESSELDORF])
    text = ask(client)
    assert text.index("Fits") < text.index("Yes.") < text.index("Too early") < text.index("No.")
    assert "Nearest to it:" in text


def test_page_leaves_out_what_has_closed(client):
    make_package(title_en="Gone", closes_on=clock.today() - timedelta(days=1))
    assert "Gone" not in ask(client)


@pytest.mark.parametrize(
    "said",
    [{"origin": "mars"}, {"founded_on": "2999-01-01"}, {"founded_on": "\x00"}, {"settles": ""}],
)
def test_page_with_answers_that_make_no_sense_asks_again(client, said):
    text = ask(client, **said)
    assert "error-summary" in text
    assert "Yes." not in text


def test_page_takes_over_what_the_profile_says(client):
    startup = make_startup(sector=Sector.GREEN_TECH)
    sign_in(client, owner_of(startup))
    text = client.get(reverse("may_i")).text
    assert f"taken over from the profile of {startup}" in text
    assert text.count(" checked") == 2


def test_page_costs_the_same_for_many_packages(client, django_assert_max_num_queries):
    for _number in range(5):
        make_package()
    with django_assert_max_num_queries(8):
        ask(client)
