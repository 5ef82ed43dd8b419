"""The demonstration's world: each app tells its part in `demo.py`, all parts share one timeline.

A story is a generator that yields the business moment at which it goes on. The stories run together, in the order
of those moments and through the real actions, so that dates, references, records and mail fit each other. What
lies after the demonstration's day is not told.

    @demo.story
    def opening():
        yield demo.moment("2024-01-08 09:00")
        actions.create_package(...)

A large world is grown, not told: in bulk, past the triggers, and checked afterwards.
"""

import heapq
import random
from contextlib import contextmanager
from datetime import date, datetime, time
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import autodiscover_modules
from post_office.models import STATUS, Email

from corridor import clock

DAY = date(2024, 7, 22)
BEGINNING = datetime(2023, 1, 2, 8, tzinfo=clock.BERLIN)
END = datetime.combine(DAY, time(), tzinfo=clock.BERLIN)
SEED = 20230215  # the day the corridor was agreed
# So many mails reach the mailbox of the demonstration; the others count as sent long ago.
RECENT_MAILS = 8

_stories = []
_crowds = {}
_checks = []


class NotEnough(Exception):
    """A crowd can't be made as large as was asked; the message says what is missing."""


def moment(text: str) -> datetime:
    """A moment in Düsseldorf, such as "2024-07-15 09:40"."""
    return datetime.fromisoformat(text).replace(tzinfo=clock.BERLIN)


def chance(*key) -> random.Random:
    """Random numbers that are the same in every run for the same key."""
    return random.Random(f"{SEED} {key}")


def uuid(chance: random.Random) -> UUID:
    return UUID(int=chance.getrandbits(128), version=4)


def story(teller):
    """Register a generator function as one story."""
    _stories.append(teller)
    return teller


def story_of_each(rows):
    """Register one story for each row; the generator function takes the row."""

    def register(teller):
        _stories.extend(lambda row=row: teller(row) for row in rows)
        return teller

    return register


def crowd(name):
    """Register a function that fills up to a total number of something and returns how many it made."""

    def register(maker):
        _crowds[name] = maker
        return maker

    return register


def check(finder):
    """Register a function that yields a sentence for everything that may not be in the database."""
    _checks.append(finder)
    return finder


def tell():
    """Make the world as it stands at the beginning of the demonstration's day."""
    autodiscover_modules("demo")
    last_mail = newest_mail()
    waiting = [(BEGINNING, number, teller()) for number, teller in enumerate(_stories)]
    while waiting and waiting[0][0] < END:
        now, number, told = heapq.heappop(waiting)
        with clock_at(now):
            upcoming = next(told, None)
        if upcoming:
            if upcoming < now:
                raise ValueError(f"A story goes back from {now} to {upcoming}")
            heapq.heappush(waiting, (upcoming, number, told))
    settle_mail(last_mail)


def grow(name: str, total: int) -> int | None:
    """Fill up to `total` of something in bulk; how many were made, None when no app knows it yet."""
    autodiscover_modules("demo")
    return _crowds[name](total) if name in _crowds else None


def problems() -> list[str]:
    """What bulk data got wrong, in sentences; empty when the world is sound."""
    autodiscover_modules("demo")
    return [problem for finder in _checks for problem in finder()]


@contextmanager
def clock_at(now: datetime):
    """Business time runs from `now` on, in this process alone."""
    before = settings.CORRIDOR_CLOCK_OFFSET
    settings.CORRIDOR_CLOCK_OFFSET = now - clock.real_now()
    try:
        yield
    finally:
        settings.CORRIDOR_CLOCK_OFFSET = before


def newest_mail() -> int:
    return Email.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def settle_mail(last_mail):
    """Leave the newest mails for housekeeping to send; what came before them was sent at its time."""
    told = Email.objects.filter(pk__gt=last_mail)
    recent = list(told.order_by("-pk").values_list("pk", flat=True)[:RECENT_MAILS])
    told.exclude(pk__in=recent).update(status=STATUS.sent, last_updated=clock.real_now())
