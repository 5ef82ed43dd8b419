import re

import pytest
from django.urls import reverse

from startups import actions, figures
from tests.factories import make_case, make_startup, make_user, owner_of
from tests.startups.ecosystem import make_introduction, make_opening, make_project
from welcome import figures as award_figures
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
    for _ in range(5):
        make_startup(published=True, sector="medtech", origin="karnataka", stage="growth")
    make_startup(published=True, sector="green_tech", origin="karnataka", stage="idea")
    by_sector, by_stage, over_time = (table for _caption, table in rows(client)[:3])
    assert by_sector["Green Tech"] == ("&lt; 3", "0")
    assert by_sector["MedTech"] == ("5", "0")
    assert by_stage["Growth"] == ("5", "0")
    assert over_time["Since July 2024"][0] == "6"


def test_page_counts_everything_in_few_queries(client, db, django_assert_max_num_queries):
    asking = make_startup(published=True)
    editor = make_user(roles=["editor"])
    make_project(editor)
    make_opening(asking, owner_of(asking))
    other = make_startup(published=True)
    row = make_introduction(asking, other, owner_of(asking))
    actions.accept_introduction(introduction=row, by=owner_of(other))
    with django_assert_max_num_queries(8):
        page = client.get(reverse("numbers")).content.decode()
    assert page.count("<table") + page.count("Too few so far") == 13


def test_every_room_gives_what_it_has_over_time(client, db):
    headings = re.findall(r"<h2>(.*?)</h2>", client.get(reverse("numbers")).content.decode())
    assert headings == ["Start-ups", "Introductions", "Openings", "Projects", "Welcome packages"]
    for room in [figures, award_figures]:
        plots = room.plots()
        over_time = {heading for heading, plot in plots if "January to June 2024" in dict_of(plot)}
        assert over_time == {heading for heading, _plot in plots}


def dict_of(plot):
    return {label: pair for label, *pair in plot.rows}


def test_page_is_silent_about_few_awards(client, db):
    make_case(CaseState.RELEASED)
    tables = {caption for caption, _table in rows(client)}
    assert "Awarded, by the home of the start-up" not in tables
    assert "Too few so far to be shown." in client.get(reverse("numbers")).content.decode()


@pytest.mark.parametrize("outcome", ["", "none", "visit"])
def test_introductions_count_alike_by_outcome_and_over_time(db, monkeypatch, outcome):
    """Else the difference would tell how many came to nothing."""
    monkeypatch.setattr(figures, "by_home", lambda _caption, rows, _kind: rows)
    asking, other = make_startup(published=True), make_startup(published=True)
    row = make_introduction(asking, other, owner_of(asking))
    actions.accept_introduction(introduction=row, by=owner_of(other))
    if outcome:
        actions.note_outcome(introduction=row, outcome=outcome, by=owner_of(asking))
    for rows in figures.introductions():
        assert sum(left + right for _label, left, right in rows) == 1


def test_awards_count_once_they_have_arrived(db):
    """Nobody learns from a number what a notice says that its start-up has not opened yet."""
    from welcome.models import Decision

    make_case(CaseState.RELEASED)
    arrived = make_case(CaseState.NOTIFIED)
    assert [award.case for award in Decision.objects.known_awards()] == [arrived]


def test_page_has_no_totals(client, db):
    assert "<tfoot" not in client.get(reverse("numbers")).content.decode()


def test_home_leads_to_the_numbers(client, db):
    assert reverse("numbers") in client.get(reverse("home")).content.decode()


def test_few_openings_of_the_past_are_not_told(db):
    hidden = make_startup(published=True)
    make_opening(hidden, owner_of(hidden))
    actions.hide_profile(startup=hidden, note="Gone.", by=make_user(roles=["editor"]))
    [_today, ever] = figures.openings()
    assert 0 not in {number for _label, *pair in ever.rows for number in pair}
