"""Each example is worked out by hand with the calendar of its year."""

from datetime import date

import pytest

from welcome import deadlines, workdays


@pytest.fixture(autouse=True)
def nothing_entered(monkeypatch):
    """Years without rows: the rule of the law steps in."""
    monkeypatch.setattr(workdays, "rows", list)


def day(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("mailed", "last"),
    [("2024-07-22", "2024-08-01"), ("2024-12-27", "2025-01-06"), ("2024-02-20", "2024-03-01")],
)
def test_provision_ends_ten_days_after_the_mail(mailed, last):
    assert deadlines.last_day_of_retrieval(day(mailed)) == day(last)


@pytest.mark.parametrize(
    ("retrieved", "notified"),
    [
        ("2024-07-22", "2024-07-23"),
        ("2024-07-26", "2024-07-27"),  # a Saturday counts: the deemed day is not moved
        ("2024-12-24", "2024-12-25"),  # a holiday counts too
        ("2024-12-31", "2025-01-01"),
        ("2024-02-28", "2024-02-29"),
    ],
)
def test_notified_is_the_day_after_retrieval(retrieved, notified):
    assert deadlines.notified_on(day(retrieved)) == day(notified)


@pytest.mark.parametrize(
    ("notified", "ends"),
    [
        ("2024-07-23", "2024-08-23"),  # Friday
        ("2024-07-24", "2024-08-26"),  # 24 August is a Saturday
        ("2024-07-25", "2024-08-26"),  # 25 August is a Sunday
        ("2024-07-26", "2024-08-26"),  # Monday
        ("2024-01-31", "2024-02-29"),  # the month has no 31st; leap year
        ("2025-01-31", "2025-02-28"),
        ("2025-01-29", "2025-02-28"),
        ("2024-03-31", "2024-04-30"),
        ("2024-05-31", "2024-07-01"),  # 30 June is a Sunday
        ("2024-10-01", "2024-11-04"),  # All Saints' on Friday is a holiday in NRW, then a weekend
        ("2024-09-03", "2024-10-04"),  # German Unity Day
        ("2024-11-25", "2024-12-27"),  # Christmas: Wednesday and Thursday
        ("2024-12-01", "2025-01-02"),  # New Year
        ("2024-12-06", "2025-01-06"),  # Epiphany is no holiday in NRW
        ("2024-12-31", "2025-01-31"),
        ("2025-03-18", "2025-04-22"),  # Good Friday to Easter Monday
        ("2025-05-19", "2025-06-20"),  # Corpus Christi is a holiday in NRW
        ("2024-07-15", "2024-08-15"),  # Assumption Day is none in NRW
    ],
)
def test_court_period_ends_on_a_working_day_a_month_later(notified, ends):
    assert deadlines.court_period_ends(day(notified)) == day(ends)


def test_final_is_the_day_after_the_court_period():
    assert deadlines.final_on(day("2024-07-24")) == day("2024-08-27")


def test_final_day_may_be_a_weekend():
    assert deadlines.final_on(day("2024-07-23")) == day("2024-08-24")


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("2024-11-01", False),
        ("2024-08-15", True),
        ("2024-08-24", False),
        ("2024-05-01", False),
        ("2024-12-24", True),
    ],
)
def test_working_day_is_one_in_duesseldorf(text, works):
    assert deadlines.is_working_day(day(text)) is works


@pytest.mark.parametrize(
    ("award", "after"),
    [("2024-07-22", "2021-07-22"), ("2024-02-29", "2021-02-28"), ("2027-02-28", "2024-02-28")],
)
def test_aid_counts_for_three_years(award, after):
    assert deadlines.aid_counts_after(day(award)) == day(after)
