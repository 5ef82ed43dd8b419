"""What the start-ups and their ecosystem add to the corridor in numbers: plots by choice, and over time."""

from django.db.models import Q, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext as _

from corridor import clock
from corridor.plots import PairPlot
from corridor.tallies import Tally
from startups.choices import (
    LIVE_PROJECTS,
    IntroductionState,
    OpeningKind,
    Origin,
    Outcome,
    Sector,
    Stage,
)
from startups.models import Introduction, Opening, Project, Startup
from startups.models.introductions import MONTHS_KEPT

END = Coalesce("startup__origin", "partner__side")


def plots():
    """(heading, plot) of each table on the page of numbers."""
    return [
        *((_("Start-ups"), plot) for plot in startups()),
        *((_("Introductions"), plot) for plot in introductions()),
        *((_("Openings"), plot) for plot in openings()),
        *((_("Projects"), plot) for plot in projects()),
    ]


def by_home(caption, rows, kind=PairPlot.public):
    """A table with a side for each end of the corridor."""
    return kind(caption, *(end.label for end in Origin), rows)


def startups():
    found = Startup.objects.published()
    tally = Tally(
        found, side="origin", ends=Origin, day="published_on", columns=["sector", "stage"]
    )
    return [
        by_home(_("By sector"), tally.by("sector", Sector)),
        by_home(_("By stage"), tally.by("stage", Stage)),
        by_home(_("By the time of their publication"), tally.over_time()),
    ]


def introductions():
    """By the side that asked. What came to nothing counts as accepted, like what nobody has reported on yet."""
    accepted = Introduction.objects.filter(state=IntroductionState.ACCEPTED)
    result = Coalesce(NullIf("outcome", Value(Outcome.NONE)), Value(""))
    rows = accepted.annotate(result=result)
    tally = Tally(rows, side="asking__origin", ends=Origin, day="ended_at", columns=["result"])
    results = [outcome for outcome in Outcome if outcome != Outcome.NONE]
    return [
        by_home(
            _("Accepted within %(months)s months, by the side that asked and what came of it")
            % {"months": MONTHS_KEPT},
            tally.by("result", [*results, Accepted()]),
            PairPlot.guarded,
        ),
        by_home(_("The same, by the time of the answer"), tally.over_time(), PairPlot.guarded),
    ]


class Accepted:
    """Accepted, and nobody has noted yet what came of it."""

    value = ""

    @property
    def label(self):
        return _("Accepted, no result noted")


def openings():
    """Those that one can answer today, and all that were ever public."""
    open_today = Opening.objects.open_on(clock.today()).annotate(end=END)
    ever = Opening.objects.filter(is_published=True).annotate(end=END)
    today = Tally(open_today, side="end", ends=Origin, day="created_at", columns=["kind"])
    tally = Tally(ever, side="end", ends=Origin, day="created_at")
    return [
        by_home(_("Open today"), today.by("kind", OpeningKind)),
        by_home(
            _("All that were published, by the time they were written"),
            tally.over_time(),
            PairPlot.guarded,  # some belong to start-ups that are hidden by now
        ),
    ]


def projects():
    """Agreed or under way on one side, over on the other."""
    rows = Project.objects.published().annotate(is_over=~Q(state__in=LIVE_PROJECTS))
    tally = Tally(rows, side="is_over", ends=[False, True], day="starts_on", columns=["sector"])
    ends = _("Under way"), _("Ended")
    return [
        PairPlot.public(_("By sector"), *ends, tally.by("sector", Sector)),
        PairPlot.public(_("By the time they begin"), *ends, tally.over_time()),
    ]
