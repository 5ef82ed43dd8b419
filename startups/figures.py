"""What the start-ups and their ecosystem add to the corridor in numbers: rows of (label, Karnataka, Düsseldorf)."""

from django.db.models import Count
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from corridor import clock
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


def by_side(rows, column, side, choices):
    """How many rows have each choice, on each side of the corridor; every choice included."""
    counted = rows.order_by().values_list(column, side).annotate(Count("pk"))
    numbers = {(value, end): number for value, end, number in counted}
    return [
        (choice.label, *(numbers.get((choice.value, end), 0) for end in Origin))
        for choice in choices
    ]


def startups(column):
    choices = {"sector": Sector, "stage": Stage}[column]
    return by_side(Startup.objects.published(), column, "origin", choices)


def introductions():
    """What came of those that were accepted, by the side that asked."""
    accepted = Introduction.objects.filter(state=IntroductionState.ACCEPTED)
    rows = by_side(accepted, "outcome", "asking__origin", [*Outcome, Accepted()])
    return [row for row in rows if row[0] != Outcome.NONE.label]


class Accepted:
    """Accepted, and nobody has noted yet what came of it."""

    value = ""

    @property
    def label(self):
        return _("Accepted so far")


def openings():
    """Those that one can answer today."""
    found = Opening.objects.open_on(clock.today())
    rows = found.annotate(end=Coalesce("startup__origin", "partner__side"))
    return by_side(rows, "kind", "end", OpeningKind)


def projects():
    """By sector: (label, agreed or under way, over)."""
    counted = Project.objects.published().order_by().values_list("sector", "state")
    numbers = {}
    for sector, state, number in counted.annotate(Count("pk")):
        key = sector, state in LIVE_PROJECTS
        numbers[key] = numbers.get(key, 0) + number
    return [
        (choice.label, *(numbers.get((choice.value, lives), 0) for lives in (True, False)))
        for choice in Sector
    ]
