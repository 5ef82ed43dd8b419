"""Figures of one event for its team: who is on a list, has a place, waits or came, by what they belong to."""

from collections import Counter, defaultdict

from django.db.models import Count, Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_countries import countries

from corridor import clock
from corridor.plots import GroupPlot, PairPlot
from events.choices import ENDED, DelegateState, MeetingOutcome
from events.models import CheckIn
from startups.choices import Sector

S = DelegateState
# Everybody is in one of the columns; whoever is checked in has a place besides.
COLUMNS = (
    (gettext_lazy("On the list, not registered"), {S.INVITED}),
    (gettext_lazy("Registered, not decided"), {S.REGISTERED}),
    (gettext_lazy("Place confirmed"), {S.CONFIRMED}),
    (gettext_lazy("Waiting or offered a place"), {S.WAITING, S.OFFERED}),
    (gettext_lazy("Cancelled or not admitted"), ENDED),
)
GROUPS = ("delegation__organisation", "startup__sector", "nationality")
# By what the largest groups come first.
COMING = 2


class Turnout:
    """The people of an event, counted at once, and added up by each of what they belong to."""

    def __init__(self, event):
        is_in = Exists(CheckIn.objects.valid().filter(delegate=OuterRef("pk")))
        counted = event.delegates.order_by().annotate(is_in=is_in)
        self.counted = list(counted.values_list(*GROUPS, "state", "is_in").annotate(Count("pk")))

    def plots(self):
        return [
            self.by("delegation__organisation", _("By delegation"), _("Without a delegation")),
            self.by("startup__sector", _("By sector of the start-up"), _("No start-up"), sector),
            self.by("nationality", _("By nationality"), _("Not stated"), countries.name),
        ]

    def by(self, group, caption, nothing, name=str):
        """A row for each value of a column, the largest first; those without one come last."""
        sums = defaultdict(Counter)
        for row in self.counted:
            *_groups, state, is_in, number = row
            value = row[GROUPS.index(group)] or ""
            sums[value][column_of(state)] += number
            sums[value]["in"] += number * is_in
        keys = [*range(len(COLUMNS)), "in"]
        order = sorted(sums, key=lambda value: (not value, -sums[value][COMING], value))
        rows = [
            (name(value) if value else nothing, [sums[value][key] for key in keys])
            for value in order
        ]
        names = [str(words) for words, _states in COLUMNS]
        return GroupPlot(caption, [*names, _("Checked in")], rows)


def column_of(state):
    return next(place for place, (_words, states) in enumerate(COLUMNS) if state in states)


def sector(value):
    return Sector(value).label


def of_meetings(event):
    """What came of the meetings that are over, as each side says; nothing where there was none."""
    over = event.meetings.arranged().filter(ends_at__lte=clock.now())
    said = list(over.values_list("outcome_of_asking", "outcome_of_asked"))
    if not said:
        return None
    sides = [Counter(answers) for answers in zip(*said, strict=True)]
    choices = [*MeetingOutcome.choices, ("", _("No answer yet"))]
    rows = [(label, *(side[value] for side in sides)) for value, label in choices]
    return PairPlot(_("What came of the meetings"), _("Who asked"), _("Who was asked"), rows)
