"""When a decision counts as notified and when it becomes final; all dates are days in Düsseldorf."""

from datetime import date, timedelta

import holidays
from dateutil.relativedelta import relativedelta

RETRIEVAL_DAYS = 10
DE_MINIMIS_YEARS = 3


def last_day_of_retrieval(mailed_on: date) -> date:
    """The provision ends when the notice is not retrieved within ten days of the mail (§ 41 (2a) VwVfG)."""
    return mailed_on + timedelta(days=RETRIEVAL_DAYS)


def notified_on(retrieved_on: date) -> date:
    """A retrieved notice is notified on the day after its retrieval, whatever day that is (§ 41 (2a) VwVfG)."""
    return retrieved_on + timedelta(days=1)


def court_period_ends(notified: date) -> date:
    """The last day for court action: one month, moved to the next working day (§§ 57, 74 VwGO, § 222 (2) ZPO)."""
    day = notified + relativedelta(months=1)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def final_on(notified: date) -> date:
    """The first day on which the decision can no longer be contested."""
    return court_period_ends(notified) + timedelta(days=1)


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in holidays.country_holidays(
        "DE", subdiv="NW", years=day.year
    )


def aid_counts_after(award_date: date) -> date:
    """Aid granted after this day counts: three rolling years up to the award (Reg. (EU) 2023/2831, Art. 3 (2))."""
    return award_date - relativedelta(years=DE_MINIMIS_YEARS)
