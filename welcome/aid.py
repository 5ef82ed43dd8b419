"""De-minimis aid (Regulation (EU) 2023/2831): what counts towards the ceiling on the day of an award."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from corridor import clock
from welcome.choices import Law
from welcome.deadlines import aid_counts_after
from welcome.models import Case, Decision

# EUR per single undertaking and member state over three rolling years (Art. 3 (2)).
CEILING = Decimal("300000.00")


@dataclass(frozen=True)
class Aid:
    """One award of aid to a start-up, in EUR: declared by the applicant, or signed in this portal."""

    authority: str
    granted_on: date
    amount: Decimal
    counts: bool
    declared: bool


def ledger(case: Case, *, besides: Decision | None = None) -> list[Aid]:
    """All aid to a case's start-up, oldest first: declared with its revision, and awarded in the portal.

    Awards of every authority count, letters of one outside the regulation do not; `besides` is left out.
    """
    since = aid_counts_after(clock.today())
    found = [
        (line.authority, line.granted_on, line.amount, True)
        for line in case.revision.aid_lines.all()
    ]
    found += [
        (
            award.case.authority.name,
            award.signed_at.astimezone(clock.BERLIN).date(),
            award.value,
            False,
        )
        for award in awards(case, besides)
    ]
    entries = [
        Aid(name, day, amount, day > since, declared) for name, day, amount, declared in found
    ]
    return sorted(entries, key=lambda aid: aid.granted_on)


def awards(case, besides):
    binding = Decision.objects.binding_awards().filter(
        case__startup=case.startup_id, case__package__authority__law=Law.NRW
    )
    others = binding.exclude(pk=besides.pk) if besides else binding
    return others.select_related("case__package__authority")


def total(entries: Iterable[Aid]) -> Decimal:
    """What counts of the last three years, in EUR."""
    return sum((aid.amount for aid in entries if aid.counts), Decimal(0))
