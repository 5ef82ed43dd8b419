"""When a decision counts as notified and becomes final, and how requests move dates; all are days in Düsseldorf."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from welcome import workdays

RETRIEVAL_DAYS = 10
# What is posted or sent counts as received after four days; after three, if that was before 2025.
DEEMED_LONGER_SINCE = date(2025, 1, 1)
DEEMED_DAYS, DEEMED_DAYS_BEFORE = 4, 3
DE_MINIMIS_YEARS = 3
# An applicant has two weeks unless the officer names another day, and half a year at most.
ANSWER_DAYS = 14
LONGEST_WAIT = 180
DAYS_AFTER_REFUSAL = 2
REGISTER_DAYS = 20  # working days


def last_day_of_retrieval(mailed_on: date) -> date:
    """The provision ends when the notice is not retrieved within ten days of the mail (§ 41 (2a) VwVfG)."""
    return mailed_on + timedelta(days=RETRIEVAL_DAYS)


def notified_on(retrieved_on: date) -> date:
    """A retrieved notice is notified on the day after its retrieval, whatever day that is (§ 41 (2a) VwVfG)."""
    return retrieved_on + timedelta(days=1)


def deemed_notified_on(sent_on: date) -> date:
    """Posted within Germany, or sent electronically anywhere: notified so many days later (§ 41 (2) VwVfG).

    The day is not moved by weekends. Post abroad has no such rule: there only the proven receipt counts.
    """
    days = DEEMED_DAYS if sent_on >= DEEMED_LONGER_SINCE else DEEMED_DAYS_BEFORE
    return sent_on + timedelta(days=days)


def court_period_ends(notified: date, *, remedy_faulty: bool = False) -> date:
    """The last day for court action: one month, moved to the next working day (§§ 57, 74 VwGO, § 222 (2) ZPO).

    One year where the information on legal remedies is missing or wrong (§ 58 (2) VwGO).
    """
    day = notified + (relativedelta(years=1) if remedy_faulty else relativedelta(months=1))
    calendar = workdays.current()
    return day if calendar.works(day) else calendar.next(day)


def final_on(notified: date, *, remedy_faulty: bool = False) -> date:
    """The first day on which the decision can no longer be contested."""
    return court_period_ends(notified, remedy_faulty=remedy_faulty) + timedelta(days=1)


def award_ends(begun_on: date, days: int) -> date:
    """The last day of an award period; it ends on weekends and holidays too (§ 31 (4) VwVfG NRW)."""
    return begun_on + timedelta(days=days)


def is_working_day(day: date) -> bool:
    return workdays.current().works(day)


def register_by(awarded_on: date) -> date:
    """The last day to enter an award in the EU's register: 20 working days after it (Art. 6 Reg. (EU) 2023/2831)."""
    calendar, day = workdays.current(), awarded_on
    for _number in range(REGISTER_DAYS):
        day = calendar.next(day)
    return day


def aid_counts_after(award_date: date) -> date:
    """Aid granted after this day counts: three rolling years up to the award (Reg. (EU) 2023/2831, Art. 3 (2))."""
    return award_date - relativedelta(years=DE_MINIMIS_YEARS)


def due_after_pause(due_on: date, asked_on: date, resumed_on: date) -> date:
    """The authority's deadline once the applicant has answered: it moves by the days that the clock stood still.

    As many days are left as when the request was sent; a deadline that was missed then stays missed as long.
    """
    return due_on + max(resumed_on - asked_on, timedelta())


def answer_until(today: date) -> tuple[date, date]:
    """The first and the last day that may be named for an answer."""
    return today + timedelta(days=1), today + timedelta(days=LONGEST_WAIT)


def after_refusal(due_on: date, today: date) -> date:
    """No deadline passes while somebody waits for more time: after a refusal two days are left."""
    return max(due_on, today + timedelta(days=DAYS_AFTER_REFUSAL))
