"""By chance through the table of steps: what happens to one case of a large world, and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from corridor import clock, demo
from welcome import deadlines
from welcome.choices import DecisionKind, Law

K = DecisionKind
# Of a hundred cases so many end in each way; None is withdrawn.
ENDINGS = [*[K.GRANT] * 62, *[K.REJECT] * 20, *[K.INADMISSIBLE] * 8, *[None] * 10]
# Days between a step and the one before it.
GAPS = {
    "take": (1, 5),
    "begin_review": (2, 12),
    "propose": (5, 20),
    "return_proposal": (1, 4),
    "sign": (1, 6),
    "release": (1, 3),
    "retrieve": (0, 9),
    "withdraw": (1, 20),
}
USED_AFTER = {K.GRANT: (60, 200), K.REJECT: (3, 20), K.INADMISSIBLE: (3, 20)}


@dataclass(frozen=True)
class Step:
    verb: str
    at: datetime


def walk(chance, law: Law, submitted: datetime, ending: DecisionKind | None) -> list[Step]:
    """The steps of a case until the demonstration's day, or until it ends before."""
    found = []
    for step in course(chance, law, submitted, ending):
        if step.at >= demo.END:
            break
        found.append(step)
    return found


def course(chance, law, submitted, ending) -> Iterator[Step]:
    now = submitted
    for verb in verbs(chance, ending):
        now = later(chance, now, GAPS[verb], working=verb not in {"retrieve", "withdraw"})
        yield Step(verb, now)
    if ending and chance.random() < 0.94:
        yield from after_release(chance, law, now, ending)


def verbs(chance, ending) -> list[str]:
    straight = ["take", "begin_review", "propose", "sign", "release"]
    if ending is None:
        return [*straight[: chance.randint(0, 4)], "withdraw"]
    if ending == K.INADMISSIBLE:
        straight.remove("begin_review")
    elif chance.random() < 0.08:
        return [*straight[:3], "return_proposal", *straight[2:]]
    return straight


def after_release(chance, law, released, ending) -> Iterator[Step]:
    """The retrieval, the legal dates that follow from it, and the end of the file."""
    now = later(chance, released, GAPS["retrieve"], working=False)
    yield Step("retrieve", now)
    if law == Law.NRW:
        notified = deadlines.notified_on(day_of(now))
        yield Step("notify", at(notified, time(0, 5)))
        now = at(deadlines.final_on(notified), time(0, 5))
        yield Step("finalise", now)
    yield Step("close", later(chance, now, USED_AFTER[ending], working=True))


def later(chance, moment, gap, *, working):
    """Some days after a moment, at an hour at which people work, on a day on which they do; never before it."""
    day = day_of(moment) + timedelta(days=chance.randint(*gap))
    while working and not deadlines.is_working_day(day):
        day += timedelta(days=1)
    found = at(day, time(chance.randint(8, 16), chance.randint(0, 59)))
    return max(found, moment + timedelta(minutes=chance.randint(2, 40)))


def at(day, hour):
    return datetime.combine(day, hour, tzinfo=clock.BERLIN)


def day_of(moment):
    return moment.astimezone(clock.BERLIN).date()
