"""The public holidays as rows: what dates are reckoned with, who keeps them, and how often they are read."""

from contextlib import contextmanager
from datetime import date

import pytest
from django.core.signals import request_finished, request_started
from django.urls import reverse

from corridor.actions import NotPermitted
from tests.factories import make_authority, make_case, make_user, officer_of, sign_in
from welcome import actions, deadlines, workdays
from welcome.actions.holidays import years_without
from welcome.choices import CaseState
from welcome.chores import enter_holidays
from welcome.exceptions import YearEntered
from welcome.models import Holiday

pytestmark = pytest.mark.django_db

LIST = "admin:welcome_holiday_changelist"
# A holiday of one year alone, as 31 October 2017 was.
ONCE = {"day": date(2025, 5, 8), "title_de": "Gedenktag", "title_en": "Day of remembrance"}


@contextmanager
def during_request():
    workdays.begin()
    try:
        yield
    finally:
        workdays.end()


@pytest.fixture
def administrator():
    return make_user(roles=["administrator"])


def test_what_staff_enter_moves_the_end_of_a_period():
    actions.add_holidays(year=2025, by=None)
    assert deadlines.court_period_ends(date(2025, 4, 8)) == date(2025, 5, 8)
    holiday = actions.add_holiday(by=None, **ONCE)
    assert deadlines.court_period_ends(date(2025, 4, 8)) == date(2025, 5, 9)
    actions.change_holiday(holiday=holiday, day=date(2025, 5, 9), by=None)
    assert deadlines.court_period_ends(date(2025, 4, 9)) == date(2025, 5, 12)
    actions.remove_holiday(holiday=holiday, by=None)
    assert deadlines.court_period_ends(date(2025, 4, 9)) == date(2025, 5, 9)


def test_year_without_rows_is_reckoned_by_the_law_and_said():
    actions.add_holidays(year=2024, by=None)
    calendar = workdays.Calendar()
    assert not calendar.works(date(2024, 10, 3))
    assert not calendar.works(date(2025, 10, 3))
    assert calendar.missing == {2025}


def test_rows_are_what_the_law_says():
    actions.add_holidays(year=2025, by=None)
    assert {row.day for row in Holiday.objects.all()} == set(workdays.rule(2025))
    whit = Holiday.objects.get(day=date(2025, 6, 9))
    assert (whit.title_de, whit.title_en) == ("Pfingstmontag", "Pentecost Monday")
    with pytest.raises(YearEntered):
        actions.add_holidays(year=2025, by=None)


def test_housekeeping_enters_two_years_ahead_and_leaves_what_staff_changed():
    enter_holidays()
    assert years_without(2024, 2027) == [2027]
    Holiday.objects.get(day=date(2025, 6, 9)).delete()
    enter_holidays()
    assert not Holiday.objects.filter(day=date(2025, 6, 9)).exists()


def test_only_administrators_change_holidays():
    officer = officer_of(make_authority())
    holiday = actions.add_holiday(by=None, **ONCE)
    for change in (
        lambda: actions.add_holidays(year=2030, by=officer),
        lambda: actions.add_holiday(by=officer, **{**ONCE, "day": date(2030, 1, 1)}),
        lambda: actions.change_holiday(holiday=holiday, title_de="Anders", by=officer),
        lambda: actions.remove_holiday(holiday=holiday, by=officer),
    ):
        with pytest.raises(NotPermitted):
            change()
    assert Holiday.objects.get().title_de == "Gedenktag"


def test_fixed_dates_stay_when_a_holiday_is_entered():
    case = make_case(CaseState.NOTIFIED)
    delivery = case.released_decision.deliveries.get()
    last = delivery.last_day_in_court
    actions.add_holiday(day=last, title_de="Neu", title_en="New", by=None)
    delivery.refresh_from_db()
    assert delivery.last_day_in_court == last


def test_request_reads_the_rows_once(django_assert_num_queries):
    with during_request(), django_assert_num_queries(1):
        for day in range(1, 29):
            deadlines.register_by(date(2024, 7, day))
            deadlines.court_period_ends(date(2025, 2, day))


def test_requests_begin_and_end_with_their_signals():
    for signal, receiver in [(request_started, workdays.begin), (request_finished, workdays.end)]:
        assert receiver in [each() for _key, each, *_rest in signal.receivers]


def test_next_request_knows_what_another_process_changed():
    with during_request():
        assert deadlines.is_working_day(ONCE["day"])
    actions.add_holidays(year=2025, by=None)
    Holiday.objects.create(**ONCE)  # as another process: nothing is forgotten here
    with during_request():
        assert not deadlines.is_working_day(ONCE["day"])


def test_request_that_changes_a_holiday_reckons_with_it():
    with during_request():
        assert deadlines.is_working_day(ONCE["day"])
        actions.add_holidays(year=2025, by=None)
        actions.add_holiday(by=None, **ONCE)
        assert not deadlines.is_working_day(ONCE["day"])


def test_administrator_enters_a_year_and_corrects_a_day(client, administrator):
    sign_in(client, administrator)
    assert "Enter the holidays of 2024" in client.get(reverse(LIST)).text
    client.post(reverse("admin:welcome_holiday_fill"))
    assert Holiday.objects.filter(day__year=2024).count() == 11
    assert "Enter the holidays of 2025" in client.get(reverse(LIST)).text
    holiday = Holiday.objects.get(day=date(2024, 5, 1))
    page = reverse("admin:welcome_holiday_change", args=[holiday.pk])
    client.post(page, {"day": "2024-05-01", "title_de": "Tag der Arbeit", "title_en": "Labour Day"})
    holiday.refresh_from_db()
    assert holiday.title_de == "Tag der Arbeit"
    assert holiday.history.filter(pgh_label="update").count() == 1
    client.post(reverse("admin:welcome_holiday_delete", args=[holiday.pk]), {"post": "yes"})
    assert Holiday.objects.filter(day__year=2024).count() == 10


def test_day_is_a_holiday_once(client, administrator):
    actions.add_holiday(by=None, **ONCE)
    sign_in(client, administrator)
    text = client.post(reverse("admin:welcome_holiday_add"), {**ONCE, "day": "2025-05-08"}).text
    assert "This day is a holiday already." in text


def test_start_page_names_years_that_nobody_entered(client, administrator):
    sign_in(client, administrator)
    actions.add_holidays(year=2024, by=None)
    text = client.get(reverse("admin:index")).text
    assert "For 2025 no holidays are entered" in text
    assert "For 2024" not in text
