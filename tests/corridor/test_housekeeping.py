import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from corridor import housekeeping


@pytest.fixture
def done(monkeypatch):
    """Three chores of which the second fails; the names of those that ran to their end."""
    done = []
    monkeypatch.setattr(housekeeping, "_chores", {})
    monkeypatch.setattr(housekeeping, "autodiscover_modules", lambda name: None)

    @housekeeping.chore
    def a_first():
        done.append("first")

    @housekeeping.chore
    def b_second():
        raise ZeroDivisionError

    @housekeeping.chore
    def c_third():
        done.append("third")

    return done


def test_failing_chore_does_not_keep_others_from_running(db, done, caplog):
    assert housekeeping.run_all() == [f"{__name__}.b_second"]
    assert done == ["first", "third"]
    assert "ZeroDivisionError" in caplog.text


def test_command_fails_when_a_chore_failed(db, done):
    with pytest.raises(CommandError, match="b_second"):
        call_command("housekeeping")


def test_command_succeeds_when_all_chores_did(db, monkeypatch):
    call_command("housekeeping")


def test_loop_goes_on_after_a_failure(db, done, monkeypatch):
    answers = iter([False, False, True])
    monkeypatch.setattr(housekeeping.stopping, "wait", lambda seconds: next(answers))
    call_command("housekeeping", loop=60)
    assert done == ["first", "third"] * 3


def test_chore_that_runs_elsewhere_is_left_alone(transactional_db, done):
    elsewhere = connection.copy()
    name = f"{__name__}.a_first"
    try:
        with elsewhere.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", [name])
            assert housekeeping.run(name)
            assert done == []
    finally:
        elsewhere.close()
    assert housekeeping.run(name)
    assert done == ["first"]


def test_chores_are_not_started_after_being_asked_to_stop(db, done):
    housekeeping.stopping.set()
    try:
        assert housekeeping.run_all() == []
    finally:
        housekeeping.stopping.clear()
    assert done == []


def test_chores_of_all_apps_are_found():
    assert "corridor.mail.chores.send_mail" in housekeeping.chores()


LOOP = """
import sys
import django
from django.conf import settings
from django.core.management import call_command

settings.DATABASES["default"]["NAME"] = sys.argv[1]
django.setup()

from corridor import housekeeping

housekeeping.run_all = lambda: print("ran", flush=True)
call_command("housekeeping", loop=600)
"""


@pytest.fixture
def loop(transactional_db):
    command = [sys.executable, "-c", LOOP, connection.settings_dict["NAME"]]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=settings.BASE_DIR) as process:
        assert process.stdout.readline() == b"ran\n"
        yield process
        process.kill()


def test_loop_ends_soon_on_sigterm(loop):
    started = time.monotonic()
    loop.send_signal(signal.SIGTERM)
    assert loop.wait(timeout=20) == 0
    assert time.monotonic() - started < 5
