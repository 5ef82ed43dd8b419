"""Whether bulk data keeps the rules that the actions and triggers keep for single cases."""

from collections import Counter as Tally
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from django.db.models import Count, F, Q, Sum

from corridor import demo
from welcome.aid import CEILING
from welcome.choices import BINDING, CaseState, DecisionKind, Law, step_for
from welcome.models import Application, Case, Counter, Decision, Package

S = CaseState
# What a state promises of the case's decision.
RELEASED = BINDING - {S.SIGNED}
NOTIFIED = RELEASED - {S.RELEASED}


@demo.check
def problems() -> Iterator[str]:
    yield from wrong_cases()
    yield from wrong_decisions()
    yield from wrong_numbers()
    yield from wrong_applications()
    yield from passed_limits()


def wrong_cases():
    """Each case's record follows the table of steps, forward in time, and ends in the case's state."""
    rows = Case.objects.select_related("package__authority").prefetch_related("events", "decisions__deliveries")
    for case in rows.iterator(chunk_size=500):
        events = list(case.events.all())
        yield from (f"{case}: {problem}" for problem in wrong_record(case, events))
        yield from (f"{case}: {problem}" for problem in broken_promises(case))


def wrong_record(case, events):
    if not events or (events[0].verb, events[0].target) != ("submit", S.SUBMITTED):
        yield "does not begin with its submission"
        return
    for before, event in pairwise(events):
        step = step_for(event.verb, before.target, case.authority.law)
        if event.source != before.target or not step or step.target != event.target:
            yield f"has no step {event.verb} from {before.target} to {event.target}"
        if event.at < before.at or event.at >= demo.END and before.at < demo.END and event.at > now_end():
            yield f"goes back in time at {event.verb}"
    if events[-1].target != case.state:
        yield f"is {case.state}, but its record ends with {events[-1].target}"
