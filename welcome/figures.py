"""What the welcome packages add to the corridor in numbers."""

from django.utils.translation import gettext as _

from corridor.plots import PairPlot
from corridor.tallies import Tally
from startups.choices import Origin, Sector
from startups.figures import by_home
from welcome.models import Decision


def plots():
    """(heading, plot) of each table on the page of numbers."""
    sector, origin = "case__startup__sector", "case__startup__origin"
    awards = Decision.objects.known_awards()
    tally = Tally(awards, side=origin, ends=Origin, day="released_at", columns=[sector])
    tables = [
        by_home(
            _("Awarded, by the home of the start-up"), tally.by(sector, Sector), PairPlot.guarded
        ),
        by_home(_("The same, by the time of the notice"), tally.over_time(), PairPlot.guarded),
    ]
    return [(_("Welcome packages"), table) for table in tables]
