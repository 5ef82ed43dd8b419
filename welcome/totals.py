"""Yearly totals of packages: what came in, what was decided, what the awards were worth and what became of them."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from decimal import Decimal

from django.db.models import Count, F, Q, Sum
from django.db.models.functions import ExtractYear

from corridor import clock
from welcome.choices import DecisionKind, RedemptionState
from welcome.models import Case, Decision, Package, Redemption, Repayment, Revocation

NO_MONEY = Decimal(0)
REJECTIONS = (DecisionKind.REJECT, DecisionKind.INADMISSIBLE)


@dataclass
class Total:
    """A package in a year, or a sum of several; money in EUR. Each figure is of the year in which it came about."""

    received: int = 0
    granted: int = 0
    rejected: int = 0
    granted_value: Decimal = NO_MONEY
    used_value: Decimal = NO_MONEY
    reclaimed_value: Decimal = NO_MONEY
    repaid_value: Decimal = NO_MONEY

    def __add__(self, other):
        return Total(
            *(getattr(self, each.name) + getattr(other, each.name) for each in fields(self))
        )


@dataclass(frozen=True)
class Year:
    """The packages of which something happened in a year, and their sum."""

    number: int
    rows: list[tuple[Package, Total]]

    @property
    def total(self):
        return sum((total for _package, total in self.rows), Total())


def of_packages(packages: Iterable[Package]) -> list[Year]:
    """The totals of packages, the latest year first; as many queries whatever there is to count."""
    packages = {package.pk: package for package in packages}
    found = {}
    for place, figures in counted(list(packages)):
        total = found.setdefault(place, Total())
        for name, value in figures.items():
            setattr(total, name, value or getattr(total, name))
    years = sorted({year for year, _package in found}, reverse=True)
    return [
        Year(
            year,
            [(row, found[year, key]) for key, row in packages.items() if (year, key) in found],
        )
        for year in years
    ]


def counted(packages):
    """((year, package), {name of a figure: its value}) of every kind of figure."""
    decided = Decision.objects.standing().filter(
        released_at__isnull=False, ended_at__isnull=True, case__package__in=packages
    )
    grants = Q(kind=DecisionKind.GRANT)
    yield from grouped(
        Case.objects.filter(package__in=packages), "submitted_at", "package", received=Count("pk")
    )
    yield from grouped(
        decided,
        "released_at",
        "case__package",
        granted=Count("pk", filter=grants),
        granted_value=Sum("value", filter=grants),
        rejected=Count("pk", filter=Q(kind__in=REJECTIONS)),
    )
    used = Redemption.objects.filter(
        state=RedemptionState.USED, item__award__case__package__in=packages
    )
    yield from grouped(
        used,
        "used_on",
        "item__award__case__package",
        used_value=Sum(F("quantity") * F("item__granted__unit_value")),
    )
    revoked = Revocation.objects.effective().filter(decision__case__package__in=packages)
    yield from grouped(
        revoked, "effective_on", "decision__case__package", reclaimed_value=Sum("reclaim")
    )
    repaid = Repayment.objects.filter(revocation__decision__case__package__in=packages)
    package = "revocation__decision__case__package"
    yield from grouped(repaid, "paid_on", package, repaid_value=Sum("amount"))


def grouped(rows, day, package, **figures):
    zone = {"tzinfo": clock.BERLIN} if day.endswith("_at") else {}
    groups = rows.order_by().annotate(year=ExtractYear(day, **zone)).values("year", package)
    for row in groups.annotate(**figures):
        values = {name: row[name] for name in figures}
        if any(values.values()):
            yield (row["year"], row[package]), values
