"""Serve the demo the way production serves: gunicorn, housekeeping in a loop, DEBUG off."""

import io
import os
import signal
import socket
import subprocess
import sys
import threading
import time

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connections

from corridor import clock
from corridor.postgres import end_with_parent

SIGN_INS = """
founder@kaverion.example          a founder: published profile, a draft application
founder@sahyascan.example         a founder: cases under way
officer@duesseldorf.example       City of Düsseldorf, case officer (also officer2@)
signatory@duesseldorf.example     City of Düsseldorf, signatory (also signatory2@)
officer@nrw.example               NRW.Global Business, case officer
signatory@nrw.example             NRW.Global Business, signatory
officer@kdem.example              Karnataka Digital Economy Mission, case officer
signatory@kdem.example            Karnataka Digital Economy Mission, signatory
events@duesseldorf.example        event team
editor@duesseldorf.example        editor
auditor@duesseldorf.example       auditor
admin@duesseldorf.example         administrator
head@kdem.example                 head of the Karnataka delegation
"""
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PATIENCE = 30  # seconds for a process to begin to answer, or to end
LAST_BREATH = 5  # seconds for which an interrupted demo may still hold its port


class Command(BaseCommand):
    help = "Prepare the demo's database and serve it on localhost until interrupted."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
        parser.add_argument("--reload", action="store_true", help="Django's reloading server")

    def handle(self, *, port, reload, **options):
        if not settings.DEMO:
            raise CommandError("This serves the demonstration only: set CORRIDOR_DEMO=1.")
        if not wait_until(lambda: is_free(port), LAST_BREATH):
            raise CommandError(
                f"Port {port} is taken by another program. Stop it, or take another: "
                f"make run PORT={port + 1}"
            )
        self.say("Preparing the database and the demonstration data ...")
        prepare()
        self.serve(port, web_command(port, reload))

    def serve(self, port, web):
        stop = threading.Event()
        for number in STOPPING:
            signal.signal(number, lambda *_: stop.set())
        commands = [web, [sys.executable, "manage.py", "housekeeping", "--loop", "5"]]
        processes = [launch(command) for command in commands]
        try:
            self.announce(port, stop)
            while not stop.wait(0.5):
                for process in processes:
                    if process.poll() is not None:
                        raise CommandError(f"{process.args} ended with code {process.returncode}")
        finally:
            end(processes)
        self.say("Stopped.")

    def announce(self, port, stop):
        wait_until(lambda: stop.is_set() or not is_free(port), PATIENCE)
        self.say(f"\nThe portal: {settings.BASE_URL}   (Ctrl-C stops it)")
        self.say(f"Its mail:   {settings.BASE_URL}/demo/mail/")
        self.say(f"Back office: {settings.BASE_URL}/admin/")
        self.say(f"Business date: {clock.today():%-d %B %Y}")
        self.say(f"\nSign-ins, password corridor-demo:\n{SIGN_INS}")

    def say(self, text):
        self.stdout.write(text)
        self.stdout.flush()


def is_free(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def wait_until(condition, seconds):
    """Whether the condition came true in that time."""
    deadline = time.monotonic() + seconds
    while not (met := condition()) and time.monotonic() < deadline:
        time.sleep(0.1)
    return met


def prepare():
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable")
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("demo_data", stdout=io.StringIO())
    connections.close_all()


def web_command(port, reload):
    address = f"127.0.0.1:{port}"
    if reload:
        return [sys.executable, "manage.py", "runserver", address]
    options = ["--workers", "2", "--threads", "4", "--log-level", "warning", "--no-control-socket"]
    return [sys.executable, "-m", "gunicorn", "corridor.wsgi", "--bind", address, *options]


def launch(command):
    """In a session of its own: Ctrl-C reaches this process alone, which then ends the others."""
    return subprocess.Popen(
        command,
        cwd=settings.BASE_DIR,
        start_new_session=True,
        preexec_fn=end_with_parent,  # noqa: PLW1509
    )


def end(processes):
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
