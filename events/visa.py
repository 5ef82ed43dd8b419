"""Whether there is still time for a visa: from dates alone, and without naming a consulate."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext as _

from corridor.templatetags.corridor import day_in_words

# One may apply from six months to fifteen days before the journey (Art. 9 Visa Code, Reg. (EC) 810/2009).
FIRST = relativedelta(months=6)
LAST = timedelta(days=15)


def day_of_entry(delegate, letter) -> date:
    """The day of entry as far as it is known, else that of the event."""
    return (letter and letter.entry_on) or delegate.arrives_on or delegate.event.first_day


def time_for_visa(entry_on: date, today: date) -> str:
    """A sentence about the days on which one may apply."""
    first, last = entry_on - FIRST, entry_on - LAST
    days = {"first": day_in_words(first), "last": day_in_words(last)}
    if today < first:
        return _("You may apply for a visa from %(first)s to %(last)s.") % days
    if today <= last:
        return _("There is still time for a visa: you may apply until %(last)s.") % days
    return (
        _(
            "The last day to apply for a visa was %(last)s. Ask the mission whether it still takes your application."
        )
        % days
    )
