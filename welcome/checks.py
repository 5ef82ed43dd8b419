"""What is left for one more award: asked by whoever proposes or signs, and again by the signature itself."""

from dataclasses import dataclass
from decimal import Decimal

from welcome import aid
from welcome.models import Case, Decision, Package


@dataclass(frozen=True)
class Room:
    """What one more award on a case may take.

    `budget` in EUR and `places` are the package's; `aid` in EUR is what the ceiling of de-minimis aid leaves to
    the start-up, None where the regulation does not apply.
    """

    budget: Decimal
    places: int
    aid: Decimal | None


def room_for(case: Case, *, package: Package | None = None, besides: Decision | None = None) -> Room:
    """The room beside everything else that is signed; `package` gives a row that is locked already."""
    package = package or case.package
    taken = Decision.objects.binding_awards().filter(case__package=package)
    if besides:
        taken = taken.exclude(pk=besides.pk)
    return Room(
        budget=package.budget - taken.total(),
        places=package.places - taken.count(),
        aid=aid.CEILING - aid.total(aid.ledger(case, besides=besides)) if case.authority.issues_acts else None,
    )
