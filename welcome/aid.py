"""De-minimis aid (Regulation (EU) 2023/2831): what counts towards the ceiling on the day of an award."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from django.utils.dateparse import parse_date
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from corridor import clock
from startups.models import Startup, same_company
from welcome.choices import Law
from welcome.deadlines import aid_counts_after
from welcome.models import AidLine, Application, Case, Decision, Package, Revision
from welcome.models.decisions import has_reached
from welcome.models.packages import BENEFITS, own_slug

# EUR per single undertaking and member state over three rolling years (Art. 3 (2)).
CEILING = Decimal("300000.00")
TOO_OLD = _("no longer counts")
IS_AWARD = _("counts already as award {reference}")


@dataclass(frozen=True)
class Aid:
    """One award of aid to an undertaking, in EUR: declared by the applicant, or signed in this portal.

    `company` names a linked company that received it, `startup` another profile of the same company; `outside` says in
    words why it does not count.
    """

    authority: str
    granted_on: date
    amount: Decimal
    declared: bool
    company: str = ""
    startup: str = ""
    outside: str = ""

    @property
    def counts(self):
        return not self.outside


def ledger(case: Case, *, besides: Decision | None = None) -> list[Aid]:
    """All aid to a case's company, oldest first: declared with its revision, and awarded in the portal.

    The company is the start-up with those that share its registry number; what they declared last counts, too.
    Awards of every authority count, letters of one outside the regulation do not; `besides` is left out.
    """
    company = same_company(case.startup)
    found = awards(company)
    if besides:
        found = found.exclude(pk=besides.pk)
    lines = case.revision.aid_lines.all()
    others = lines_beside(lines, company[1:]) if company[1:] else []
    return entries(lines, list(found), on=clock.today(), startup=case.startup, others=others)


def awards(company: list):
    """The awards to start-ups that are aid, whichever authority signed them; of a revoked one what stays."""
    counting = Decision.objects.counting_awards().filter(
        case__startup__in=company, case__package__authority__law=Law.NRW, counts__gt=0
    )
    return counting.select_related("case__package__authority", "case__startup")


def lines_beside(lines: Iterable[AidLine], others: list) -> list[AidLine]:
    """What other profiles of the company declared last; the same amount of the same day is declared once for all."""
    latest = Revision.objects.filter(application__startup__in=others).order_by(
        "application__startup_id", "-submitted_at", "-number"
    )
    latest = latest.distinct("application__startup_id").values("pk")
    declared = AidLine.objects.filter(revision__in=latest).order_by(
        "revision_id", "granted_on", "id"
    )
    declared = declared.select_related("revision__application__startup")
    known, found = Counter((line.granted_on, line.amount) for line in lines), []
    for _revision, theirs in groupby(declared, key=lambda line: line.revision_id):
        left = known.copy()
        for line in theirs:
            same = (line.granted_on, line.amount)
            if not left[same]:
                found.append(line)
                known[same] += 1
            left[same] -= 1
    return found


def entries(
    lines: Iterable[AidLine],
    known: list[Decision],
    *,
    on: date,
    startup: Startup | None = None,
    others: Iterable[AidLine] = (),
) -> list[Aid]:
    """Declared lines and awards as they count on a day, oldest first.

    Those of another profile than `startup` carry its name. Of lines of `others` nothing is told but authority, day and
    amount, and nothing at all of one that names an award: it stands here by itself.
    """
    since = aid_counts_after(on)
    found = [
        Aid(
            award.case.authority.name,
            signed_on(award),
            award.counts,
            declared=False,
            startup="" if startup in (None, award.case.startup) else str(award.case.startup),
            outside="" if signed_on(award) > since else TOO_OLD,
        )
        for award in known
    ]
    doubles = doubles_of([*lines, *others], [award for award in known if signed_on(award) > since])
    found += [
        Aid(
            line.authority,
            line.granted_on,
            line.amount,
            declared=True,
            company=line.company,
            outside=why_outside(line, since, doubles),
        )
        for line in lines
    ]
    found += [
        Aid(
            line.authority,
            line.granted_on,
            line.amount,
            declared=True,
            startup=str(line.revision.application.startup),
            outside=why_outside(line, since, []),
        )
        for line in others
        if not any(line is double for double in doubles)
    ]
    return sorted(found, key=lambda aid: aid.granted_on)


def doubles_of(lines, known) -> list[AidLine]:
    """The lines that name one of these awards and stay within its value: it counts by itself already.

    More than its value under an award's number is other aid, and counts; so is what a linked company received.
    """
    left = {award.case.reference: award.counts for award in known}
    found = []
    for line in lines:
        if not line.company and line.amount <= left.get(line.reference, 0):
            left[line.reference] -= line.amount
            found.append(line)
    return found


def why_outside(line, since, doubles) -> str:
    if any(line is double for double in doubles):
        return format_lazy(IS_AWARD, reference=line.reference)
    return "" if line.granted_on > since else TOO_OLD


def signed_on(award) -> date:
    return award.signed_at.astimezone(clock.BERLIN).date()


def total(found: Iterable[Aid]) -> Decimal:
    """What counts of the last three years, in EUR."""
    return sum((aid.amount for aid in found if aid.counts), Decimal(0))


@dataclass(frozen=True)
class Statement:
    """How a draft stands towards the ceiling on the day for which its first award is planned, in EUR.

    `asked` has each package with its value. Awards of several packages add up.
    """

    planned_on: date
    entries: list[Aid]
    asked: list[tuple[Package, Decimal]]

    @property
    def since(self):
        """The first day that counts."""
        return aid_counts_after(self.planned_on) + timedelta(days=1)

    @property
    def counted(self):
        return total(self.entries)

    @property
    def together(self):
        return self.counted + sum((value for _package, value in self.asked), Decimal(0))

    @property
    def left(self):
        """What the ceiling leaves; below 0 by how much it is passed."""
        return CEILING - self.together

    @property
    def is_over(self):
        return self.together > CEILING


def statement(application: Application) -> Statement | None:
    """A draft's aid on the earliest day by which one of its authorities decides; None where none grants aid.

    The earliest: then the most of the older aid still counts. Of the awards in the portal only those that the start-up
    knows of are in it; the authority counts all, and those of other profiles with its registry number.
    """
    packages = [package for package in application.packages.all() if package.authority.issues_acts]
    if not packages:
        return None
    planned_on = clock.today() + timedelta(days=min(each.decision_days for each in packages))
    known = awards([application.startup_id]).filter(has_reached()).distinct()
    return Statement(
        planned_on,
        entries(whole_lines(application), list(known), on=planned_on),
        [(package, asked_of(application, package)) for package in packages],
    )


def whole_lines(application) -> list[AidLine]:
    """The declared lines of a draft that can be counted already, not saved."""
    lines = application.answers.get("aid", {}).get("lines", [])
    return [line_of(line) for line in lines if not gaps_in(line)]


def line_of(line: dict) -> AidLine:
    """A line of the answers as a row, not saved."""
    return AidLine(
        authority=line["authority"],
        granted_on=parse_date(line["granted_on"]),
        amount=Decimal(line["amount"]),
        company=line.get("company", ""),
        reference=line.get("reference", ""),
    )


def gaps_in(line: dict) -> list[str]:
    """What a declared line still lacks."""
    return [name for name in ("authority", "granted_on", "amount") if not line.get(name)]


def asked_of(application, package) -> Decimal:
    """What a draft asks of a package: the value of the benefits chosen so far, of all of them before that."""
    chosen = application.answers.get(own_slug(package), {}).get(BENEFITS) or []
    benefits = package.benefits.all()
    wished = [benefit for benefit in benefits if str(benefit.pk) in chosen]
    return sum((benefit.value for benefit in wished or benefits), Decimal(0))
