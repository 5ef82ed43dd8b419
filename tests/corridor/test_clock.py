import os
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta

import pytest

from corridor import clock

DAY = date(2024, 7, 22)


def python(*arguments, offset="PT0S"):
    environment = {
        **os.environ,
        "CORRIDOR_CLOCK_OFFSET": offset,
        "DJANGO_SETTINGS_MODULE": "corridor.settings",
    }
    done = subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    return done.stdout.strip()


def test_now_is_real_time_and_the_offset(settings):
    settings.CORRIDOR_CLOCK_OFFSET = timedelta(days=-3)
    assert abs(clock.real_now() - clock.now() - timedelta(days=3)) < timedelta(seconds=5)


def test_real_time_ignores_the_offset(settings):
    before = clock.real_now()
    settings.CORRIDOR_CLOCK_OFFSET = timedelta(days=4000)
    assert clock.real_now() - before < timedelta(seconds=5)


@pytest.mark.parametrize(("at", "day"), [(time(0, 30), DAY), (time(23, 59), DAY)])
def test_today_is_the_day_in_duesseldorf(set_clock, at, day):
    set_clock(DAY, at)
    assert clock.today() == day


def test_today_is_ahead_of_utc_after_midnight_in_summer(set_clock):
    set_clock(DAY, time(0, 30))
    assert clock.now().astimezone(UTC).date() == DAY - timedelta(days=1)


def test_end_of_day_is_evening_in_india():
    assert clock.end_of_day(DAY).astimezone(clock.KOLKATA) == datetime(
        2024, 7, 23, 3, 29, 59, tzinfo=clock.KOLKATA
    )


@pytest.mark.parametrize("day", [DAY, date(2024, 1, 15), date(2031, 12, 31)])
def test_offset_to_keeps_the_time_of_day(settings, day):
    settings.CORRIDOR_CLOCK_OFFSET = clock.offset_to(day)
    shown, real = clock.now().astimezone(clock.BERLIN), clock.real_now().astimezone(clock.BERLIN)
    difference = shown.replace(tzinfo=None) - datetime.combine(day, real.time())
    assert abs(difference) < timedelta(seconds=5)


def test_offset_to_has_whole_seconds():
    assert clock.offset_to(DAY).microseconds == 0


def test_printed_offset_makes_another_process_live_on_that_day():
    offset = python("-m", "corridor.clock", "2024-07-22")
    day = python("-c", "from corridor import clock; print(clock.today())", offset=offset)
    assert day == "2024-07-22"


def test_two_processes_share_one_time():
    command = "from corridor import clock; print(clock.now().timestamp())"
    first, second = (float(python("-c", command, offset="-P30DT2H")) for _process in range(2))
    assert 0 <= second - first < 10
