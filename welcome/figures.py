"""What the welcome packages add to the corridor in numbers."""

from django.utils.translation import gettext as _

from corridor.plots import PairPlot
from corridor.tallies import Tally
from startups.choices import Origin, Sector
from startups.figures import by_home
from welcome.models import Decision, Settlement


def plots():
    """(heading, plot) of each table on the page of numbers; none is public case by case."""
    tables = [
        by_home(caption, rows, PairPlot.guarded) for caption, rows in [*awards(), *settlements()]
    ]
    return [(_("Welcome packages"), table) for table in tables]


def awards():
    sector, origin = "case__startup__sector", "case__startup__origin"
    known = Decision.objects.known_awards()
    tally = Tally(known, side=origin, ends=Origin, day="released_at", columns=[sector])
    yield _("Awarded, by the home of the start-up"), tally.by(sector, Sector)
    yield _("The same, by the time of the notice"), tally.over_time()


def settlements():
    sector, origin = "startup__sector", "startup__origin"
    known = Settlement.objects.all()
    tally = Tally(known, side=origin, ends=Origin, day="settled_on", columns=[sector])
    yield _("Settled, by the home of the start-up"), tally.by(sector, Sector)
    yield _("Settled, by the day of the settlement"), tally.over_time()
