"""The days on which people travel to an event."""

from datetime import timedelta

from events.exceptions import TravelDaysAway
from events.models import Event

# Nobody comes longer before an event, or stays longer after it: such a day was mistyped.
AROUND = timedelta(days=60)
DAYS = ("arrives_on", "departs_on", "entry_on", "exit_on")


def require_near(event: Event, said: dict):
    """Raises TravelDaysAway for a day that lies far from the event; a day that nobody said is none."""
    first, last = event.first_day - AROUND, event.last_day + AROUND
    for name in DAYS:
        day = said.get(name)
        if day and not first <= day <= last:
            raise TravelDaysAway(name, first=first, last=last)
