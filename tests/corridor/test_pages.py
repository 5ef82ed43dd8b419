import pytest
from django.contrib import admin
from django.urls import reverse

from corridor.pages import LongList
from startups.models import Startup
from tests.people import make_person, sign_in
from tests.startups.factories import make_startup

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows():
    founder = make_person()
    for number in range(5):
        make_startup(founder, name=f"Start-up {number}")
    return Startup.objects.by_name()


def numbers(page):
    return [row.name[-1] for row in page]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("1", "01"),
        ("2", "23"),
        ("3", "4"),
        ("4", "4"),
        ("0", "01"),
        ("-1", "01"),
        ("two", "01"),
        (None, "01"),
        ("9" * 5000, "01"),
        ("9" * 40, "4"),
    ],
)
def test_get_page_shows_something_for_every_number(rows, asked, shown):
    assert numbers(LongList(rows, 2).get_page(asked)) == list(shown)


@pytest.mark.parametrize("asked", ["0", "-1", "3", "9999", "9" * 40])
def test_back_office_shows_a_page_for_every_number(client, rows, asked, monkeypatch):
    page = admin.site.get_model_admin(Startup)
    monkeypatch.setattr(page, "paginator", LongList)
    monkeypatch.setattr(page, "list_per_page", 2)
    sign_in(client, make_person("auditor@duesseldorf.example", roles=["auditor"]))
    address = reverse("admin:startups_startup_changelist")
    assert "Start-up " in client.get(address, {"p": asked}).text


def test_page_knows_its_neighbours(rows):
    pages = LongList(rows, 2)
    first, second, third = (pages.get_page(number) for number in (1, 2, 3))

    assert (first.has_previous(), first.has_next(), first.next_page_number()) == (False, True, 2)
    assert (second.previous_page_number(), second.next_page_number()) == (1, 3)
    assert (third.has_next(), third.has_other_pages()) == (False, True)


def test_count_ends_at_the_cap(rows, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("corridor.pages.MOST_COUNTED", 3)
    pages = LongList(rows, 2)

    with django_assert_num_queries(1):
        assert (pages.count, pages.is_capped) == (4, True)
    assert numbers(pages.get_page(3)) == ["4"]
    assert not pages.get_page(3).has_next()


def test_count_below_the_cap_is_the_count(rows):
    pages = LongList(rows, 2)

    assert (pages.count, pages.num_pages, pages.is_capped) == (5, 3, False)


def test_an_empty_list_has_one_empty_page():
    page = LongList(Startup.objects.by_name(), 2).get_page("7")

    assert (list(page), page.has_other_pages()) == ([], False)
