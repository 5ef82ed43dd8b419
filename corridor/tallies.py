"""Counting for public figures: one query for all the tables of a kind of row, by choice and over time."""

from collections import Counter
from datetime import date

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.utils.translation import gettext as _

from corridor import clock

HALF_YEARS = 4


class Tally:
    """Rows counted at once by two sides, some columns and the month of a day.

    Every table made of it holds every row once, so that no two of them differ by a number that is in neither.
    """

    def __init__(self, rows, *, side, ends, day, columns=()):
        self.ends, self.columns = list(ends), list(columns)
        month = TruncMonth(day)  # in the time of Düsseldorf, like every day here
        counted = rows.order_by().annotate(tallied_month=month)
        self.counted = list(
            counted.values_list(side, "tallied_month", *self.columns).annotate(Count("pk"))
        )

    def by(self, column, choices):
        """Rows of (label, left, right), every choice included."""
        place = self.columns.index(column) + 2
        numbers = self.sums(lambda row: row[place])
        return [(choice.label, *numbers(choice.value)) for choice in choices]

    def over_time(self):
        """Rows of (label, left, right) for the last half-years, what was before them first."""
        first, *later = half_years(clock.today())
        numbers = self.sums(lambda row: max(min(half_year(row[1]), later[-1]), before(first)))
        return [
            (earlier(first), *numbers(before(first))),
            *((during(half), *numbers(half)) for half in [first, *later[:-1]]),
            (since(later[-1]), *numbers(later[-1])),
        ]

    def sums(self, key):
        """A function that gives the two numbers of a key."""
        sums = Counter()
        for row in self.counted:
            sums[key(row), row[0]] += row[-1]
        return lambda value: [sums[value, end] for end in self.ends]


def half_year(day: date) -> tuple[int, int]:
    """The year and which half of it: 0 or 1."""
    return day.year, day.month // 7


def before(half):
    year, second = half
    return (year, 0) if second else (year - 1, 1)


def half_years(today):
    """The last ones, the oldest first; the one that today is in is not over yet."""
    found = [half_year(today)]
    while len(found) < HALF_YEARS:
        found.insert(0, before(found[0]))
    return found


def earlier(half):
    words = [_("Before January %(year)s"), _("Before July %(year)s")]
    return words[half[1]] % {"year": half[0]}


def during(half):
    words = [_("January to June %(year)s"), _("July to December %(year)s")]
    return words[half[1]] % {"year": half[0]}


def since(half):
    words = [_("Since January %(year)s"), _("Since July %(year)s")]
    return words[half[1]] % {"year": half[0]}
