"""The demo as `make run` serves it: real processes, a database server of its own."""

import contextlib
import os
import socket
import subprocess
import sys
from http.client import HTTPConnection

import pytest
from django.core.management import CommandError, call_command

from corridor import postgres
from corridor.management.commands import serve_demo


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def serve(port, tmp_path):
    """Start the demo on a database server of this test; more than once on the same one."""
    name = f"probe-{os.getpid()}"
    env = {name: value for name, value in os.environ.items() if name != "CORRIDOR_TEST"}
    env |= {
        "CORRIDOR_DEMO": "1",
        "CORRIDOR_CLOCK_OFFSET": "PT0S",
        "DATABASE_URL": postgres.url(name),
        "VAR_DIR": str(tmp_path),
        "BASE_URL": f"http://localhost:{port}",
        "PORT": str(port),
    }
    started = []

    def start():
        command = [sys.executable, "manage.py", "serve_demo"]
        options = {"cwd": postgres.PROJECT, "env": env, "text": True}
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options
        )
        started.append(process)
        return process

    with postgres.serving(name):
        yield start
        for process in started:
            process.terminate()
            process.communicate()
    postgres.delete(name)


def get(port, path):
    with contextlib.closing(HTTPConnection("localhost", port, timeout=30)) as connection:
        connection.request("GET", path)
        return connection.getresponse().status


def wait_until_served(process):
    said = ""
    for line in process.stdout:
        said += line
        if "head of the Karnataka delegation" in line:
            return said
    pytest.fail(f"The demo ended:\n{said}")


@pytest.mark.slow
def test_demo_serves_survives_a_kill_and_stops_cleanly(serve, port):
    first = serve()
    said = wait_until_served(first)
    assert f"http://localhost:{port}" in said
    assert "corridor-demo" in said
    assert [get(port, path) for path in ("/en/", "/de/", "/readyz", "/demo/mail/")] == [200] * 4

    second = serve()
    assert "is taken" in second.communicate(timeout=60)[0]
    assert second.returncode == 1

    first.kill()
    third = serve()
    wait_until_served(third)
    assert get(port, "/readyz") == 200

    third.terminate()
    assert "Stopped." in third.communicate(timeout=60)[0]
    assert third.returncode == 0
    assert serve_demo.is_free(port)


def test_taken_port_is_named(port, settings, monkeypatch):
    settings.DEMO = True
    monkeypatch.setattr(serve_demo, "LAST_BREATH", 0.2)
    with socket.create_server(("127.0.0.1", port)), pytest.raises(CommandError, match="is taken"):
        call_command("serve_demo", port=port)


def test_outside_the_demo_it_refuses(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="CORRIDOR_DEMO"):
        call_command("serve_demo")


def test_end_kills_what_does_not_stop(monkeypatch):
    monkeypatch.setattr(serve_demo, "PATIENCE", 0.2)
    stubborn = subprocess.Popen(
        ["sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.1; done"],
        stdout=subprocess.PIPE,
    )
    stubborn.stdout.readline()

    serve_demo.end([stubborn])

    assert stubborn.wait(5) == -9
    stubborn.stdout.close()
