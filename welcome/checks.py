"""What is left for one more award: asked by whoever proposes or signs, and again by the signature itself."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from corridor.actions import Refused
from welcome import aid
from welcome.choices import DecisionKind
from welcome.exceptions import (
    BudgetExceeded,
    CeilingExceeded,
    CeilingOfCompanyExceeded,
    DecidedInConflict,
    PlacesExceeded,
    SanctionsUnchecked,
)
from welcome.models import Case, Decision, Package
from welcome.models.sanctions import open_hits


@dataclass(frozen=True)
class Room:
    """What one more award on a case may take.

    `budget` in EUR and `places` are the package's; `aid` in EUR is what the ceiling of de-minimis aid leaves to
    the company, None where the regulation does not apply. `beside` names other profiles whose aid counts with it.
    """

    budget: Decimal
    places: int
    aid: Decimal | None
    beside: tuple[str, ...] = ()


def room_for(
    case: Case, *, package: Package | None = None, besides: Decision | None = None
) -> Room:
    """The room beside everything else that is signed; `package` gives a row that is locked already."""
    package = package or case.package
    counting = Decision.objects.counting_awards().filter(case__package=package)
    if besides:
        counting = counting.exclude(pk=besides.pk)
    applies = case.authority.issues_acts
    known = aid.ledger(case, besides=besides) if applies else []
    return Room(
        budget=package.budget - counting.total(),
        places=package.places - counting.filter(kept=None).count(),
        aid=aid.CEILING - aid.total(known) if applies else None,
        beside=tuple(sorted({each.startup for each in known if each.startup and each.counts})),
    )


@dataclass(frozen=True)
class Check:
    """One condition of an award; `refusal` is what an action raises while it does not hold."""

    title: str
    passed: bool
    refusal: type[Refused] | Refused


def without_conflict(decision: Decision) -> Check:
    """What has to hold of whoever decided, whatever they decided."""
    title = _("No conflict of interest of whoever decided")
    return Check(title, not decision.is_in_conflict, DecidedInConflict)


def award_checks(decision: Decision, room: Room) -> list[Check]:
    """What has to hold before an award is signed or released; nothing for another kind of decision."""
    if decision.kind != DecisionKind.GRANT:
        return []
    checks = [
        Check(_("Budget of the package"), decision.value <= room.budget, BudgetExceeded),
        Check(_("Places of the package"), room.places >= 1, PlacesExceeded),
    ]
    if room.aid is not None:
        exceeded = CeilingOfCompanyExceeded(room.beside) if room.beside else CeilingExceeded
        checks += [
            Check(_("Ceiling of de-minimis aid"), decision.value <= room.aid, exceeded),
            Check(_("Lists of sanctions"), is_clear(decision.case), SanctionsUnchecked),
        ]
    return checks


def is_clear(case: Case) -> bool:
    """Whether a look-up in the lists of sanctions found nothing and is not too old, and no hit is left unexplained."""
    checks = list(case.sanctions_checks.all())
    return any(check.is_clear for check in checks) and not open_hits(checks)
