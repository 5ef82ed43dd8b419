"""What delegations add to the corridor in numbers: how many travelled which way, and how many people with them."""

from dataclasses import dataclass

from django.db.models import Case, Value, When
from django.utils.translation import gettext as _

from corridor.plots import PairPlot
from corridor.tallies import Tally
from events.choices import DelegateState, DelegationState
from events.models import Delegate, Delegation, Event
from startups.choices import Origin

# The country that an organisation is in tells its end of the corridor; of others there is no side.
COUNTRIES = {"IN": Origin.KARNATAKA, "DE": Origin.DUESSELDORF}


@dataclass(frozen=True)
class Named:
    """An event as a choice of a tally."""

    value: object
    label: str


def plots():
    """(heading, plot) of each table on the page of numbers."""
    events = [Named(event.pk, str(event)) for event in Event.objects.public()]
    if not events:
        return []
    return [*((_("Delegations"), plot) for plot in (*delegations(events), *people(events)))]


def side(country):
    """The end of the corridor by a column with a country, empty for all others."""
    return Case(
        *(When(**{country: code}, then=Value(origin.value)) for code, origin in COUNTRIES.items()),
        default=Value(""),
    )


def tally_of(rows, *, country, day):
    """Rows counted by the end of the corridor, the event and the time."""
    sides = rows.annotate(side=side(country))
    return Tally(sides, side="side", ends=Origin, day=day, columns=["event"])


def delegations(events):
    """Those that came or are to come. Everybody may read their names on the page of the event."""
    coming = Delegation.objects.filter(
        state=DelegationState.ACCEPTED, event__is_public=True, is_listed=True
    )
    tally = tally_of(coming, country="country", day="answered_at")
    sides = [end.label for end in Origin]
    return [
        PairPlot.public(
            _("By event and the home of the organisation"), *sides, tally.by("event", events)
        ),
        PairPlot.public(_("By the time of their acceptance"), *sides, tally.over_time()),
    ]


def people(events):
    """Confirmed people of delegations."""
    coming = Delegate.objects.filter(
        state=DelegateState.CONFIRMED, delegation__isnull=False, event__is_public=True
    )
    tally = tally_of(coming, country="delegation__country", day="registered_at")
    sides = [end.label for end in Origin]
    caption = _("Their confirmed people, by event")
    return [PairPlot.guarded(caption, *sides, tally.by("event", events))]
