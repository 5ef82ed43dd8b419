"""After a rejection: the nearest other package, and when one can apply again."""

from dataclasses import dataclass

from corridor import clock
from welcome import eligibility
from welcome.choices import DecisionKind
from welcome.eligibility import UNSURE, Facts, Verdict
from welcome.models import Case, Delivery, Package

REFUSALS = (DecisionKind.REJECT, DecisionKind.INADMISSIBLE)


@dataclass(frozen=True)
class Chances:
    """`other` is the nearest package of another kind, `again` where the same authority takes an application next."""

    other: Verdict | None
    again: Verdict | None


def is_refused(delivery: Delivery | None) -> bool:
    """Whether the applicant knows of a refusal: only once the notice has arrived."""
    return delivery is not None and delivery.has_arrived and delivery.decision.kind in REFUSALS


def chances(case: Case) -> Chances:
    """What the start-up can apply for now or later, by the rules of the check."""
    packages = Package.objects.public().filter(closes_on__gte=clock.today())
    packages = list(packages.select_related("authority"))
    running = eligibility.running_cases(case.startup, packages)
    free = [package for package in packages if package not in running or package == case.package]
    fitting = [each for each in eligibility.check(facts(case), free) if each.answer != "no"]
    again = [each for each in fitting if each.package.authority_id == case.package.authority_id]
    others = [each for each in fitting if each.package != case.package]
    same = next((each for each in again if each.package == case.package), None)
    again = same or next(iter(again), None)
    return Chances(next((each for each in others if each is not again), None), again)


def facts(case) -> Facts:
    startup = case.startup
    settles = case.revision.answers.get("plan", {}).get("settles") or UNSURE
    return Facts(startup.origin, startup.sector, startup.founded_on, settles)
