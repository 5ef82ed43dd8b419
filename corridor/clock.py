"""Business time: what the portal takes for "now".

Deadlines, decisions and delivery count by this clock. A fixed offset, the same for every process, moves it
for demonstrations and acceptance tests. Sessions, codes and the outbox keep real time.
"""

import sys
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")
KOLKATA = ZoneInfo("Asia/Kolkata")


def offset() -> timedelta:
    """How far business time is from real time; zero in production."""
    from django.conf import settings

    return settings.CORRIDOR_CLOCK_OFFSET


def real_now() -> datetime:
    """Real time, aware, in UTC: for sessions, codes and the outbox, never for business."""
    return datetime.now(UTC)


def now() -> datetime:
    """Business time, aware, in UTC."""
    return datetime.now(UTC) + offset()


def today() -> date:
    """The business day in Düsseldorf."""
    return now().astimezone(BERLIN).date()


def end_of_day(day: date) -> datetime:
    """The last second of a day in Düsseldorf: a deadline "on" a day runs to its end."""
    return datetime.combine(day, time(23, 59, 59), tzinfo=BERLIN)


def offset_to(day: date) -> timedelta:
    """The offset that makes today `day`, keeping the time of day in Düsseldorf, in whole seconds."""
    real = datetime.now(BERLIN).replace(microsecond=0)
    # Two times of one zone are subtracted without their offsets: between summer and winter that is an hour wrong.
    return datetime.combine(day, real.time(), tzinfo=BERLIN).astimezone(UTC) - real.astimezone(UTC)


def main(argv: list[str]) -> None:
    from django.utils.duration import duration_iso_string

    print(duration_iso_string(offset_to(date.fromisoformat(argv[1]))))


if __name__ == "__main__":
    main(sys.argv)
