"""Every date rule of notification, court period, award and state aid, for any day of two decades."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from welcome import deadlines, workdays

# A busy machine is no error of a date rule.
UNHURRIED = settings(deadline=None)
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
BEFORE_2025 = st.dates(date(2015, 1, 1), date(2024, 12, 31))
SINCE_2025 = st.dates(date(2025, 1, 1), date(2040, 12, 31))
YEARS = st.integers(2020, 2040)
# Where a month later there is no such day: the last one of that month.
MONTH_ENDS = {(1, 30), (1, 31), (3, 31), (5, 31), (8, 31), (10, 31)}


@pytest.fixture(autouse=True, scope="module")
def entered():
    """The rows of every year, as housekeeping enters them."""
    days = [day for year in range(2014, 2044) for day in workdays.rule(year)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workdays, "rows", lambda: days)
        yield


def easter(year):
    """By Gauss, for the Gregorian calendar, independently of the library that the rules use."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def holidays_of(year):
    moving = (easter(year) + timedelta(days=days) for days in (-2, 1, 39, 50, 60))
    fixed = ((1, 1), (5, 1), (10, 3), (11, 1), (12, 25), (12, 26))
    return {*moving, *(date(year, month, day) for month, day in fixed)}


def works(day):
    return day.weekday() < 5 and day not in holidays_of(day.year)


def month_later(day):
    """The same day of the next month, or that month's last."""
    first = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return min(first + timedelta(days=day.day - 1), last)


@settings(UNHURRIED, max_examples=15)
@given(YEARS)
def test_nrw_has_its_eleven_holidays_and_no_other(year):
    days = (date(year, 1, 1) + timedelta(days=count) for count in range(366))
    week = [day for day in days if day.year == year and day.weekday() < 5]
    free = {day for day in week if not deadlines.is_working_day(day)}
    assert free == {day for day in holidays_of(year) if day.weekday() < 5}


@UNHURRIED
@given(DAYS)
@example(date(2024, 2, 28))
@example(date(2024, 12, 31))
def test_retrieved_notice_is_notified_on_the_next_day_whatever_day_it_is(day):
    assert deadlines.notified_on(day) - day == timedelta(days=1)


@UNHURRIED
@given(DAYS)
def test_retrieval_is_open_for_ten_days_after_the_mail(day):
    assert deadlines.last_day_of_retrieval(day) - day == timedelta(days=10)


@UNHURRIED
@given(BEFORE_2025)
@example(date(2024, 12, 31))
def test_post_until_2024_counts_after_three_days(day):
    assert deadlines.deemed_notified_on(day) - day == timedelta(days=3)


@UNHURRIED
@given(SINCE_2025)
@example(date(2025, 1, 1))
def test_post_from_2025_counts_after_four_days(day):
    assert deadlines.deemed_notified_on(day) - day == timedelta(days=4)


@UNHURRIED
@given(DAYS, DAYS)
@example(date(2024, 12, 31), date(2025, 1, 1))
def test_later_post_never_counts_earlier(one, other):
    first, second = sorted([one, other])
    assert deadlines.deemed_notified_on(first) <= deadlines.deemed_notified_on(second)


@UNHURRIED
@given(DAYS)
@example(date(2024, 1, 31))
@example(date(2025, 1, 31))
@example(date(2025, 3, 18))
@example(date(2024, 11, 25))
def test_court_period_is_a_month_that_ends_on_a_working_day(day):
    ends, nominal = deadlines.court_period_ends(day), month_later(day)
    skipped = [nominal + timedelta(days=count) for count in range((ends - nominal).days)]
    assert works(ends)
    assert not any(map(works, skipped))


@UNHURRIED
@given(YEARS, st.sampled_from(sorted(MONTH_ENDS)))
def test_court_period_of_a_longer_month_ends_with_the_shorter_one(year, month_and_day):
    day = date(year, *month_and_day)
    nominal = month_later(day)
    assert (nominal + timedelta(days=1)).day == 1
    assert deadlines.court_period_ends(day) >= nominal


@UNHURRIED
@given(DAYS)
@example(date(2024, 2, 29))
def test_faulty_remedy_text_gives_a_year_that_ends_on_a_working_day(day):
    ends = deadlines.court_period_ends(day, remedy_faulty=True)
    is_leap_day = (day.month, day.day) == (2, 29)
    nominal = date(day.year + 1, 2, 28) if is_leap_day else day.replace(year=day.year + 1)
    assert works(ends)
    assert timedelta() <= ends - nominal <= timedelta(days=5)
    assert not any(works(nominal + timedelta(days=count)) for count in range((ends - nominal).days))


@UNHURRIED
@given(DAYS, st.booleans())
def test_decision_is_final_the_day_after_the_court_period(day, faulty):
    ends = deadlines.court_period_ends(day, remedy_faulty=faulty)
    assert deadlines.final_on(day, remedy_faulty=faulty) - ends == timedelta(days=1)


@UNHURRIED
@given(DAYS, DAYS)
def test_later_notification_is_never_final_earlier(one, other):
    first, second = sorted([one, other])
    assert deadlines.final_on(first) <= deadlines.final_on(second)


@UNHURRIED
@given(DAYS, st.integers(1, 400))
def test_award_period_ends_on_its_last_day_whatever_day_it_is(day, length):
    assert (deadlines.award_ends(day, length) - day).days == length


@UNHURRIED
@given(DAYS)
@example(date(2024, 2, 29))
@example(date(2027, 2, 28))
def test_state_aid_rolls_over_three_years(award):
    after = deadlines.aid_counts_after(award)
    assert (award.year - after.year, award.month) == (3, after.month)
    assert after.day == award.day or (award.day, after.day) == (29, 28)


@pytest.mark.parametrize(
    ("posted", "notified", "last"),
    [
        ("2024-12-30", "2025-01-02", "2025-02-03"),  # three days; 2 February is a Sunday
        ("2025-01-02", "2025-01-06", "2025-02-06"),  # four days
        ("2025-01-28", "2025-02-01", "2025-03-03"),  # a Saturday is not moved; 1 March is one
        ("2025-03-17", "2025-03-21", "2025-04-22"),  # Easter Monday
    ],
)
def test_post_within_germany_from_posting_to_the_last_day_in_court(posted, notified, last):
    day = deadlines.deemed_notified_on(date.fromisoformat(posted))
    assert day == date.fromisoformat(notified)
    assert deadlines.court_period_ends(day) == date.fromisoformat(last)
