"""The times at which two people can meet: what an event offers, when both are there, and what they have planned."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count

from corridor import clock
from events.choices import PlaceState
from events.models import Availability, Delegate, Meeting, MeetingSeat, MeetingSetup, SessionPlace


@dataclass(frozen=True, order=True)
class Slot:
    starts_at: datetime
    ends_at: datetime

    @property
    def key(self):
        """How a form names it."""
        return f"{self.starts_at.timestamp():.0f}"

    def overlaps(self, time):
        return self.starts_at < time.ends_at and time.starts_at < self.ends_at

    def is_within(self, time):
        return time.starts_at <= self.starts_at and self.ends_at <= time.ends_at


def slots_of(setup: MeetingSetup) -> list[Slot]:
    """Every slot of an event, by the clocks at its venue."""
    event, length = setup.event, timedelta(minutes=setup.minutes)
    day, slots = event.first_day, []
    while day <= event.last_day:
        begins, closes = (
            datetime.combine(day, hour, tzinfo=event.timezone)
            for hour in (setup.begins, setup.ends)
        )
        while begins + length <= closes:
            slots.append(Slot(begins, begins + length))
            begins += length
        day += timedelta(days=1)
    return [slot for slot in slots if slot.is_within(event)]


def ahead(slots):
    now = clock.now()
    return [slot for slot in slots if slot.starts_at > now]


def open_to_both(setup: MeetingSetup, one: Delegate, other: Delegate) -> list[Slot]:
    """The slots ahead at which both are there, both are free, and a table is."""
    free = arrangeable(setup, one, other)
    times = list(Availability.objects.filter(delegate__in=[one, other]))
    there = [[time for time in times if time.delegate_id == each.pk] for each in (one, other)]
    return [slot for slot in free if all(any(map(slot.is_within, times)) for times in there)]


def arrangeable(setup: MeetingSetup, one: Delegate, other: Delegate) -> list[Slot]:
    """The slots ahead at which neither has a meeting or a session, and a table is free."""
    both = [one, other]
    busy = list(MeetingSeat.objects.filter(delegate__in=both))
    chosen = SessionPlace.objects.filter(
        delegate__in=both, state=PlaceState.CONFIRMED, session__cancelled_at=None
    )
    busy += [place.session for place in chosen.select_related("session")]
    return [
        slot
        for slot in with_free_table(setup, ahead(slots_of(setup)))
        if not any(map(slot.overlaps, busy))
    ]


def with_free_table(setup, slots):
    arranged = list(Meeting.objects.arranged().filter(event=setup.event))
    tables = setup.event.meeting_tables.aggregate(count=Count("pk"))["count"]
    return [slot for slot in slots if sum(map(slot.overlaps, arranged)) < tables]


def joined(slots) -> list[Slot]:
    """Slots that follow each other as one time."""
    times = []
    for slot in sorted(slots):
        if times and times[-1].ends_at == slot.starts_at:
            times[-1] = Slot(times[-1].starts_at, slot.ends_at)
        else:
            times.append(slot)
    return times
