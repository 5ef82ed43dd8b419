import re

from django.urls import reverse

from startups import actions
from tests.factories import make_case, make_startup, make_user, owner_of
from tests.startups.ecosystem import make_introduction, make_opening, make_project
from welcome.choices import CaseState

ROW = r'"row">([^<]*)</th>.*?"left">(.*?)<svg.*?"right">.*?</svg>(.*?)</td>'


def rows(client):
    """[(caption, {label: (left, right)})] of the page."""
    page = client.get(reverse("numbers")).content.decode()
    return [
        (
            re.search(r"<caption>(.*?)<", table)[1],
            {
                label.strip(): (left.strip(), right.strip())
                for label, left, right in re.findall(ROW, table, re.DOTALL)
            },
        )
        for table in page.split("<table")[1:]
    ]


def test_page_counts_start_ups_without_small_groups(client, db):
    for _ in range(4):
        make_startup(published=True, sector="medtech", origin="karnataka", stage="growth")
    make_startup(published=True, sector="green_tech", origin="karnataka", stage="idea")
    found = dict(rows(client)[:2])
    assert found["By sector"]["Green Tech"] == ("&lt; 3", "&lt; 3")
    assert found["By sector"]["MedTech"] == ("3 or more", "&lt; 3")
    assert set(found["By stage"]["Growth"]) == {"3 or more", "&lt; 3"}


def test_page_counts_everything_in_few_queries(client, db, django_assert_max_num_queries):
    asking = make_startup(published=True)
    editor = make_user(roles=["editor"])
    make_project(editor)
    make_opening(asking, owner_of(asking))
    other = make_startup(published=True)
    row = make_introduction(asking, other, owner_of(asking))
    actions.accept_introduction(introduction=row, by=owner_of(other))
    with django_assert_max_num_queries(8):
        assert len(rows(client)) == 7


def test_awards_count_once_they_are_released(db):
    from welcome.models import Decision

    make_case(CaseState.SIGNED)
    released = make_case(CaseState.RELEASED)
    assert [award.case for award in Decision.objects.known_awards()] == [released]


def test_page_has_no_totals(client, db):
    assert "<tfoot" not in client.get(reverse("numbers")).content.decode()


def test_home_leads_to_the_numbers(client, db):
    assert reverse("numbers") in client.get(reverse("home")).content.decode()
