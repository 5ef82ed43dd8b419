from datetime import date
from types import SimpleNamespace

import pytest

from corridor.tallies import Tally, half_years
from startups.choices import Origin, Stage
from startups.models import Startup
from tests.factories import make_startup


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [(date(2024, 6, 30), (2022, 1), (2024, 0)), (date(2024, 7, 1), (2023, 0), (2024, 1))],
)
def test_half_years_end_with_the_one_that_today_is_in(today, first, last):
    found = half_years(today)
    assert (len(found), found[0], found[-1]) == (4, first, last)


def tally(days):
    """A tally of start-ups from Düsseldorf that were published on some days."""
    for day in days:
        startup = make_startup(published=True, origin="duesseldorf", stage="growth")
        Startup.objects.filter(pk=startup.pk).update(published_on=day)
    rows = Startup.objects.all()
    return Tally(rows, side="origin", ends=Origin, day="published_on", columns=["stage"])


def test_every_row_is_in_every_table_once(db, django_assert_num_queries):
    days = ["2019-05-01", "2023-06-30", "2023-07-01", "2024-07-22", "2031-01-01"]
    counted = tally(days)
    with django_assert_num_queries(0):
        over_time, by_stage = counted.over_time(), counted.by("stage", Stage)
    assert over_time == [
        ("Before January 2023", 0, 1),
        ("January to June 2023", 0, 1),
        ("July to December 2023", 0, 1),
        ("January to June 2024", 0, 0),
        ("Since July 2024", 0, 2),
    ]
    assert sum(right for _label, _left, right in by_stage) == len(days)


def test_choice_without_rows_is_zero(db):
    nobody = SimpleNamespace(value="nobody", label="Nobody")
    assert tally([]).by("stage", [nobody]) == [("Nobody", 0, 0)]
