"""Whether a start-up can apply for packages: what each package asks, and what it has applied for already."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Sum
from django.utils.translation import gettext as _

from corridor import clock
from welcome.models import Case, Decision, Package

# Answers of the check that are no answers of a profile.
OTHER = "other"
UNSURE = "unsure"


def obstacles(startup, packages) -> dict:
    """For each package why the start-up can't apply for it today, as sentences; none when it can."""
    running = running_cases(startup, packages)
    taken = full(packages)
    found = {package: package.obstacles(startup, clock.today()) for package in packages}
    for package in taken:
        found[package].append(taken_words())
    for package, case in running.items():
        found[package].append(
            _("You have applied for this package already: %(reference)s")
            % {"reference": case.reference}
        )
    return found


def running_cases(startup, packages) -> dict:
    """The start-up's running case for each of the packages that has one."""
    cases = Case.objects.running().filter(startup=startup, package__in=packages)
    return {case.package: case for case in cases.select_related("package")}


def full(packages) -> set[Package]:
    """Those of the packages whose places or budget are taken, as far as the awards are known to those who got them."""
    awards = Decision.objects.known_awards().filter(case__package__in=packages)
    taken = (
        awards.order_by().values("case__package").annotate(count=Count("pk"), total=Sum("value"))
    )
    by_package = {row["case__package"]: row for row in taken}
    return {
        package
        for package in packages
        if (row := by_package.get(package.pk))
        and (row["count"] >= package.places or row["total"] >= package.budget)
    }


def taken_words():
    return _("All places of the package are taken.")


@dataclass(frozen=True)
class Facts:
    """What the check asks, in the words of a profile; `settles` is yes, no or unsure."""

    origin: str
    sector: str
    founded_on: date | None
    settles: str


@dataclass
class Verdict:
    """What the check says about one package; `answer` is yes, no or ask."""

    package: Package
    answer: str
    reasons: list[str] = field(default_factory=list)
    # The last day on which the answer is yes.
    until: date | None = None
    alternative: "Verdict | None" = None

    @property
    def since(self):
        """From when one can apply, counted from today."""
        return max(self.package.opens_on, clock.today())


def check(facts: Facts, packages: list[Package]) -> list[Verdict]:
    """A verdict on each package, the better ones first; a no names the nearest package that fits."""
    taken = full(packages)
    found = sorted(
        (verdict(facts, package, package in taken) for package in packages),
        key=lambda each: (("yes", "ask", "no").index(each.answer), each.since, each.until),
    )
    nearest = next((each for each in found if each.answer != "no"), None)
    for each in found:
        each.alternative = nearest if each.answer == "no" else None
    return found


def verdict(facts, package, is_taken) -> Verdict:
    day = max(package.opens_on, clock.today())
    no, ask = judged(facts, package, day)
    if is_taken:
        no.append(taken_words())
    until = min(filter(None, [package.closes_on, package.ends_for(facts)]))
    answer = "no" if no else "ask" if ask else "yes"
    return Verdict(package, answer, no or ask, until)


def judged(facts, package, day) -> tuple[list, list]:
    """What speaks against a package, and what only its authority can say."""
    unmet = package.unmet(facts, day)
    no = [sentence for rule, sentence in unmet if rule != "sector" or facts.sector != OTHER]
    ask = []
    if facts.sector == OTHER:
        ask.append(_("The authority says whether your sector fits."))
    if package.max_age_years and not facts.founded_on:
        ask.append(_("The age of the company counts, and it is not founded yet."))
    if package.for_settlers and facts.settles == "no":
        no.append(_("The package is for companies that intend to settle."))
    if package.for_settlers and facts.settles == UNSURE:
        ask.append(
            _("The package is for companies that intend to settle. Ask how firm it must be.")
        )
    return no, ask
