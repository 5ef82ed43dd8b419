"""Figures of the rounds that are open: what came in, what is decided, how long that took, what is left to give."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from urllib.parse import urlencode

from django.conf import settings
from django.core.cache import cache
from django.db.models import Aggregate, Count, DurationField, F, Q, Sum
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from corridor import clock
from corridor.accounts.choices import Role
from corridor.plots import PairPlot
from corridor.templatetags.corridor import money
from welcome.choices import DECIDED, DecisionKind
from welcome.models import Case, Decision, Package

KEY = "welcome:rounds"
# Housekeeping counts anew every minute; without it the figures grow this old at most.
KEPT_SECONDS = 600


# The administration sets packages up and reads no cases.
READERS = (Role.OFFICER, Role.SIGNATORY, Role.READER, Role.AUDITOR)


@dataclass(frozen=True)
class Round:
    """The figures of one package; `days` is the median from the submission to the release, None before the first."""

    received: int = 0
    decided: int = 0
    days: int | None = None
    spent: Decimal = Decimal(0)
    places: int = 0


@dataclass(frozen=True)
class Shown:
    """A number of a plot in words of its own; `url` leads to the list of what it counts."""

    number: float
    words: str
    url: str = ""

    def __str__(self):
        return self.words

    def __float__(self):
        return float(self.number)


class Median(Aggregate):
    function = "percentile_cont"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


def plots(user) -> list[PairPlot]:
    """A plot of each kind of figure, with a row for each open package of the person's authorities; none without one."""
    if not user.has_role(*READERS):
        return []
    packages = list(
        Package.objects.for_back_office(user).open_on(clock.today()).order_by("closes_on", "pk")
    )
    if not packages:
        return []
    known = kept()
    rows = [(package, known.get(package.pk, Round())) for package in packages]
    return [
        PairPlot(_("Applications"), _("Received"), _("Decided"), list(map(cases, rows))),
        PairPlot(
            _("Days from submission to notice"), _("Median"), _("Promised"), list(map(days, rows))
        ),
        PairPlot(_("Budget"), _("Awarded"), _("Left"), list(map(budget, rows))),
        PairPlot(_("Places"), _("Awarded"), _("Left"), list(map(places, rows))),
    ]


def cases(row):
    package, found = row
    received = counted(found.received, list_of(package, "all"))
    return str(package), received, counted(found.decided, list_of(package, "decided"))


def days(row):
    package, found = row
    median = Shown(0, "–") if found.days is None else counted(found.days)
    return str(package), median, counted(package.decision_days)


def budget(row):
    package, found = row
    left = max(package.budget - found.spent, 0)
    return str(package), Shown(found.spent, money(found.spent)), Shown(left, money(left))


def places(row):
    package, found = row
    return str(package), counted(found.places), counted(max(package.places - found.places, 0))


def counted(number, url=""):
    return Shown(number, number_format(number), url)


def list_of(package, state):
    query = urlencode({"package": package.pk, "state": state})
    return f"{reverse('admin:welcome_case_changelist')}?{query}"


def kept() -> dict[int, Round]:
    """The figures by package, as housekeeping counted them last."""
    found = cache.get(KEY)
    return keep() if found is None else found


def keep() -> dict[int, Round]:
    """Count all open rounds anew: three queries, each over their cases."""
    found = count(Package.objects.open_on(clock.today()))
    cache.set(KEY, found, settings.PAGE_SECONDS and KEPT_SECONDS)
    return found


def count(packages) -> dict[int, Round]:
    received = Case.objects.filter(package__in=packages).order_by().values("package")
    numbers = received.annotate(
        received=Count("pk"), decided=Count("pk", filter=Q(state__in=sorted(DECIDED)))
    )
    awards = Decision.objects.binding_awards().filter(case__package__in=packages).order_by()
    taken = awards.values("case__package").annotate(spent=Sum("value"), places=Count("pk"))
    found = {row.pop("package"): row for row in numbers}
    for row in taken:
        found[row["case__package"]] |= {"spent": row["spent"], "places": row["places"]}
    for package, median in medians(packages):
        found[package]["days"] = round(median / timedelta(days=1))
    return {package: Round(**row) for package, row in found.items()}


def medians(packages):
    """By package how long half of the notices took; a revocation is no answer to an application."""
    answers = (
        Decision.objects.exclude(kind=DecisionKind.REVOKE)
        .order_by()
        .filter(released_at__isnull=False, case__package__in=packages)
    )
    taken = Median(F("released_at") - F("case__submitted_at"))
    return (
        answers.values("case__package").annotate(taken=taken).values_list("case__package", "taken")
    )
