"""Which days are working days in Düsseldorf: the rows that staff keep, read once for whatever is reckoned at a time."""

import threading
from datetime import date, timedelta

import holidays
from django.apps import apps
from django.core.signals import request_finished, request_started

# So many years after the present one have their rows, so that staff see what dates are reckoned with.
YEARS_AHEAD = 2
GERMAN, ENGLISH = "de", "en_US"


def rule(year: int, language: str = GERMAN) -> dict[date, str]:
    """The holidays of North Rhine-Westphalia of a year as its law has them, with their names."""
    return dict(holidays.country_holidays("DE", subdiv="NW", years=year, language=language))


class Calendar:
    """The holidays as they are now: rows where a year has any, the rule of the law where nobody entered one.

    The fallback is spoken: `missing` names those years, and the start page of the back office does.
    """

    def __init__(self, days=None):
        days = rows() if days is None else days
        self.years = {}
        for day in days:
            self.years.setdefault(day.year, set()).add(day)
        self.missing = set()

    def holidays_of(self, year: int) -> set[date]:
        if year not in self.years:
            self.missing.add(year)
            self.years[year] = set(rule(year))
        return self.years[year]

    def works(self, day: date) -> bool:
        return day.weekday() < 5 and day not in self.holidays_of(day.year)

    def next(self, day: date) -> date:
        """The next working day after a day."""
        day += timedelta(days=1)
        while not self.works(day):
            day += timedelta(days=1)
        return day


def rows():
    """One query for all years; there are about a dozen rows in each."""
    return apps.get_model("welcome", "Holiday").objects.order_by().values_list("day", flat=True)


# Kept for one request and forgotten with it: no process knows what another one changed since.
_kept = threading.local()


def current() -> Calendar:
    """The calendar of this request; outside one it is read anew each time."""
    if not getattr(_kept, "in_request", False):
        return Calendar()
    if _kept.calendar is None:
        _kept.calendar = Calendar()
    return _kept.calendar


def forget():
    """Read the rows anew: they were changed in this request."""
    _kept.calendar = None


def begin(**_signal):
    _kept.in_request, _kept.calendar = True, None


def end(**_signal):
    _kept.in_request, _kept.calendar = False, None


request_started.connect(begin, dispatch_uid="welcome.workdays")
request_finished.connect(end, dispatch_uid="welcome.workdays")
