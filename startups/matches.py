"""Whom a start-up may want to meet on the other side of the corridor, and why, in words."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from startups.choices import MEETS, IntroductionState, Offering, Origin, Sector, Seeking, Theme
from startups.models import Introduction, Partner, Startup

MOST_SHOWN = 5
# So many are compared, the newest first: the work stays the same however long the directory grows.
MOST_COMPARED = 100
# Whom one has asked or met already, or who said no.
MET = {
    "state__in": [
        IntroductionState.ASKED,
        IntroductionState.ACCEPTED,
        IntroductionState.DECLINED,
    ]
}
COLUMNS = ["slug", "name", "sector", "themes", "seeking", "offering"]
# In the order of MEETS: what is said when they offer what we seek, and when we offer what they seek.
REASONS = {
    (Seeking.PILOT_SITE, Offering.PILOT_SITE): (
        gettext_lazy("offers a pilot site, which you look for"),
        gettext_lazy("looks for a pilot site, which you offer"),
    ),
    (Seeking.RESEARCH_PARTNER, Offering.RESEARCH): (
        gettext_lazy("does research, and you look for a partner in it"),
        gettext_lazy("looks for a partner in research, which you offer"),
    ),
    (Seeking.DISTRIBUTION, Offering.MARKET_ACCESS): (
        gettext_lazy("offers market access, and you look for distribution"),
        gettext_lazy("looks for distribution, and you offer market access"),
    ),
    (Seeking.CUSTOMERS, Offering.MARKET_ACCESS): (
        gettext_lazy("offers market access, and you look for customers"),
        gettext_lazy("looks for customers, and you offer market access"),
    ),
    (Seeking.PILOT_SITE, Offering.MANUFACTURING): (
        gettext_lazy("manufactures, and you look for a pilot site"),
        gettext_lazy("looks for a pilot site, and you manufacture"),
    ),
    (Seeking.INVESTMENT, Offering.MENTORING): (
        gettext_lazy("offers mentoring, and you look for investment"),
        gettext_lazy("looks for investment, and you offer mentoring"),
    ),
}


@dataclass(frozen=True)
class Match:
    """A start-up or a partner, the pairs that fit in either direction, and what both have in common."""

    target: Startup | Partner
    theirs: list
    ours: list
    sector: str
    themes: list

    @property
    def kind(self):
        return "partner" if isinstance(self.target, Partner) else "startup"

    @property
    def rank(self):
        """The best first: whom both sides gain from, then how much fits, then what both work on."""
        both, number = bool(self.theirs and self.ours), len(self.theirs) + len(self.ours)
        return (not both, -number, not self.sector, -len(self.themes), self.target.name)

    @property
    def reason(self):
        """For example "Offers a pilot site, which you look for; also MedTech"."""
        said = [str(REASONS[pair][0]) for pair in self.theirs[:1]]
        said += [str(REASONS[pair][1]) for pair in self.ours[:1]]
        common = [Sector(self.sector).label] if self.sector else []
        if common or self.themes:
            (shared,) = common or [Theme(self.themes[0]).label]
            said.append(_("also %(topic)s") % {"topic": shared})
        return capfirst("; ".join(said))


def of(startup):
    """At most five, the best first; two queries."""
    wanted = [offer for wish, offer in MEETS if wish in startup.seeking]
    sought = [wish for wish, offer in MEETS if offer in startup.offering]
    if not wanted and not sought:
        return []
    other_side = next(end for end in Origin if end != startup.origin)
    rows = [*partners(startup, other_side, wanted), *startups(startup, other_side, wanted, sought)]
    found = [match(startup, row) for row in rows]
    return sorted(found, key=lambda one: one.rank)[:MOST_SHOWN]


def startups(startup, side, wanted, sought):
    known = Introduction.objects.filter(asking=startup, startup__isnull=False, **MET)
    rows = Startup.objects.published().filter(
        Q(offering__overlap=wanted) | Q(seeking__overlap=sought),
        Q(sector=startup.sector) | Q(themes__overlap=startup.themes),
        origin=side,
    )
    others = rows.exclude(pk__in=known.values("startup")).newest_first()
    return others.only(*COLUMNS)[:MOST_COMPARED]


def partners(startup, side, wanted):
    """A partner that names no sector helps in all of them."""
    known = Introduction.objects.filter(asking=startup, partner__isnull=False, **MET)
    rows = Partner.objects.published().filter(
        Q(sectors__contains=[startup.sector]) | Q(themes__overlap=startup.themes) | Q(sectors=[]),
        offering__overlap=wanted,
        side=side,
    )
    return rows.exclude(pk__in=known.values("partner"))[:MOST_COMPARED]


def match(startup, target):
    sectors = target.sectors if isinstance(target, Partner) else [target.sector]
    wishes = [] if isinstance(target, Partner) else target.seeking
    return Match(
        target=target,
        theirs=[pair for pair in MEETS if fits(pair, startup.seeking, target.offering)],
        ours=[pair for pair in MEETS if fits(pair, wishes, startup.offering)],
        sector=startup.sector if startup.sector in sectors else "",
        themes=[theme for theme in startup.themes if theme in target.themes],
    )


def fits(pair, wishes, offers):
    return pair[0] in wishes and pair[1] in offers
