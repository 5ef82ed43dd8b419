"""Whether bulk data keeps the rules that the actions and triggers keep for single cases."""

from collections import defaultdict
from decimal import Decimal
from itertools import pairwise

from django.db.models import F, Sum
from django.db.models.functions import Coalesce

from corridor import clock, demo
from welcome.aid import CEILING
from welcome.choices import BINDING, REMARKS, STEPS, AwardState, CaseState, DecisionKind, Law
from welcome.models import AidLine, Application, Award, Case, Counter, Decision, Package

S = CaseState
HAS_NOTICE = BINDING - {S.SIGNED}
NOTIFIED = HAS_NOTICE - {S.RELEASED}


@demo.check
def problems():
    """Every broken rule as a sentence. What a constraint says needs no look here: it holds in bulk too."""
    for case in cases():
        yield from (f"{case}: {problem}" for problem in [*wrong_record(case), *wrong_papers(case)])
    yield from wrong_sums()
    yield from wrong_awards()
    yield from wrong_numbers()
    yield from wrong_applications()
    yield from passed_limits()


def cases():
    rows = Case.objects.select_related("package__authority")
    return rows.prefetch_related("events", "decisions__deliveries").iterator(chunk_size=500)


def wrong_record(case):
    """The record follows the table of steps, forward in time, and ends in the case's state."""
    events = list(case.events.all())
    if not events or (events[0].verb, events[0].target) != ("submit", S.SUBMITTED):
        yield "the record does not begin with the submission"
        return
    for before, event in pairwise(events):
        step = leads(event, before.target, case.authority.law)
        if event.verb in REMARKS and event.source == event.target == before.target:
            step = event  # it says something and leaves the state
        if event.source != before.target or not step or step.target != event.target:
            yield f"no step {event.verb} leads from {before.target} to {event.target}"
        if event.at < before.at:
            yield f"the record goes back in time at {event.verb}"
    if events[-1].target != case.state:
        yield f"the state is {case.state}, the record ends with {events[-1].target}"
    if events[-1].at > clock.now():
        yield f"{events[-1].verb} lies in the future"


def leads(event, source, law):
    """The step of the table that an entry of the record took; None when there is none."""
    taken = (event.verb, source, event.target)
    return next(
        (
            step
            for step in STEPS
            if (step.verb, step.source, step.target) == taken and step.law in (None, law)
        ),
        None,
    )


def wrong_papers(case):
    """A proposed case has its proposal, a signed one the signature, a released one its notice and their dates."""
    decisions = list(case.decisions.all())
    waiting = [row for row in decisions if not row.ended_at and not row.released_at]
    if (case.state in {S.PROPOSED, S.SIGNED}) != bool(waiting):
        yield f"{case.state} with {len(waiting)} open decisions"
    if any(bool(row.signed_at) != (case.state == S.SIGNED) for row in waiting):
        yield f"{case.state}, but the signature says otherwise"
    if case.state in HAS_NOTICE:
        yield from wrong_notice(case, [row for row in decisions if row.released_at])


def wrong_notice(case, released):
    deliveries = [delivery for decision in released for delivery in decision.deliveries.all()]
    counted = [delivery.notified_on for delivery in deliveries if delivery.notified_on]
    if not deliveries:
        yield f"{case.state} without a notice that was provided"
    elif case.authority.law == Law.NRW and case.state in NOTIFIED and not counted:
        yield f"{case.state}, but not notified"


def wrong_sums():
    total = Coalesce(Sum(F("items__quantity") * F("items__unit_value")), Decimal(0))
    for decision in (
        Decision.objects.select_related("case").alias(total=total).exclude(value=F("total"))
    ):
        yield f"{decision}: the value is not the sum of its items"
    for decision in Decision.objects.filter(kind=DecisionKind.GRANT, items=None).select_related(
        "case"
    ):
        yield f"{decision}: an award of nothing"


def wrong_awards():
    """What is final can be used, and what is closed is proven."""
    final = Decision.objects.known_awards().filter(case__state=S.FINAL)
    for decision in final.filter(award=None).select_related("case"):
        yield f"{decision}: final, but not to be used"
    closed = Award.objects.filter(case__state=S.CLOSED).exclude(
        state__in=[AwardState.PROVEN, AwardState.REVOKED]
    )
    for award in closed.select_related("case"):
        yield f"{award}: closed with an award in use"


def wrong_numbers():
    """The counters stand where the reference numbers end, with none left out."""
    used = defaultdict(set)
    for reference in Case.objects.values_list("reference", flat=True):
        prefix, year, number = reference.split("-")
        used[prefix, int(year)].add(int(number))
    counters = Counter.objects.select_related("authority")
    known = {
        (counter.authority.prefix, counter.year): set(range(1, counter.last + 1))
        for counter in counters
    }
    for key in sorted(used.keys() | known.keys()):
        if used[key] != known.get(key, set()):
            yield f"The reference numbers of {key[0]} in {key[1]} do not fit their counter"


def wrong_applications():
    """What was submitted, asked for and opened is the same."""
    submitted = Application.objects.filter(submitted_at__isnull=False).prefetch_related(
        "packages", "cases"
    )
    for application in submitted:
        asked = {package.pk for package in application.packages.all()}
        if asked != {case.package_id for case in application.cases.all()}:
            yield f"Application {application.pk}: cases and packages differ"
    for case in Case.objects.exclude(startup=F("application__startup")):
        yield f"{case}: start-up and application differ"
    for case in Case.objects.exclude(application=F("revision__application")):
        yield f"{case}: application and revision differ"


def passed_limits():
    """No package gave more than it has, no start-up got more aid than the ceiling."""
    for package in Package.objects.all():
        awards = Decision.objects.binding_awards().filter(case__package=package)
        if awards.total() > package.budget or awards.count() > package.places:
            yield f"{package}: more awards than budget or places allow"
    for startup, amount in aid_by_startup().items():
        if amount > CEILING:
            yield f"Start-up {startup}: EUR {amount} of aid"


def aid_by_startup() -> dict:
    """All awards that are de-minimis aid and the largest declaration, whatever their dates: never too little."""
    awards = (
        Decision.objects.binding_awards().filter(case__package__authority__law=Law.NRW).order_by()
    )
    found = defaultdict(Decimal)
    for startup, value in awards.values_list("case__startup").annotate(total=Sum("value")):
        found[startup] += value
    declared = defaultdict(Decimal)
    lines = AidLine.objects.order_by().values_list("revision__application__startup", "revision")
    for startup, _revision, amount in lines.annotate(total=Sum("amount")):
        declared[startup] = max(declared[startup], amount)
    return {
        startup: found[startup] + declared[startup] for startup in found.keys() | declared.keys()
    }
