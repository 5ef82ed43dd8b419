"""An event's programme as a table: a row for each time, a column for each track."""

from dataclasses import dataclass, field
from itertools import groupby
from zoneinfo import ZoneInfo

from django.utils.translation import get_language

from corridor import clock

CITIES = {clock.BERLIN: "Düsseldorf", clock.KOLKATA: "Bengaluru"}


@dataclass
class Row:
    """What begins at one time: the time at the venue and at the other end of the corridor."""

    starts_at: object
    time: str
    elsewhere: str
    cells: list = field(default_factory=list)


@dataclass
class Day:
    date: object
    rows: list


@dataclass
class Programme:
    """`tracks` are the columns' headings; what belongs to no track takes the whole row."""

    tracks: list
    days: list
    city: str
    other_city: str


def programme(event) -> Programme:
    """The sessions that are held, in the time of the venue."""
    here = event.timezone
    there = next(zone for zone in CITIES if zone != here)
    sessions = list(event.sessions.held())
    tracks = list(dict.fromkeys(filter(None, map(track, sessions))))
    days = [
        Day(date, [row(at, list(group), tracks, here, there) for at, group in by_time(of_day)])
        for date, of_day in groupby(sessions, lambda s: s.starts_at.astimezone(here).date())
    ]
    return Programme(tracks, days, CITIES[here], CITIES[there])


def by_time(sessions):
    return groupby(sessions, lambda session: session.starts_at)


def row(starts_at, sessions, tracks, here: ZoneInfo, there: ZoneInfo):
    for_all = [session for session in sessions if not track(session)]
    if for_all or not tracks:
        cells = [("", sessions)]
    else:
        cells = [(name, [s for s in sessions if track(s) == name]) for name in tracks]
    times = [starts_at.astimezone(zone).strftime("%H:%M") for zone in (here, there)]
    return Row(starts_at, *times, cells)


def track(session):
    """The track in the reader's language, else in the other."""
    first, second = session.track_en, session.track_de
    return (second or first) if get_language() == "de" else (first or second)
