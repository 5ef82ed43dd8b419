"""The start with missing and bad variables, each in a process of its own."""

import subprocess
import sys

import pytest
from django.conf import settings

GOOD = {
    "SECRET_KEY": "k" * 50,
    "FIELD_KEYS": "b25seS1mb3ItbWFrZS1jaGVjay1zZWFscy1ub3RoaW4=",
    "BASE_URL": "https://corridor.example",
    "DATABASE_URL": "postgres://corridor:secret@db.example:5432/corridor",
    "DEFAULT_FROM_EMAIL": "Corridor <corridor@corridor.example>",
    "SECURITY_EMAIL": "security@corridor.example",
    "EMAIL_URL": "smtp+tls://user:secret@mail.example:587",
}
DEMO = {"CORRIDOR_DEMO": "1"}
TEST = {"CORRIDOR_TEST": "1"}


def start(expression="''", **environment):
    """Load the settings in a new process; what it printed, and what it said when it stopped."""
    command = f"from corridor.settings import *; print({expression})"
    done = subprocess.run(
        [sys.executable, "-c", command],
        cwd=settings.BASE_DIR,
        env={name: value for name, value in environment.items() if value is not None},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    return done.stdout.strip(), done.stderr


def refusal(**environment):
    """The message with which the start was refused."""
    _printed, error = start(**environment)
    assert "ImproperlyConfigured" in error, error or "it started"
    return error.strip().splitlines()[-1]


def test_production_starts_with_all_variables():
    assert start("DATABASES['default']['HOST']", **GOOD) == ("db.example", "")


@pytest.mark.parametrize("name", GOOD)
def test_production_refuses_a_missing_variable(name):
    message = refusal(**{**GOOD, name: None})
    assert f"variable {name} is missing" in message
    assert f"Example: {name}=" in message


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "short"),
        ("FIELD_KEYS", "not-a-key"),
        ("BASE_URL", "corridor.example"),
        ("BASE_URL", "ftp://corridor.example"),
        ("EMAIL_URL", "mail.example"),
        ("EMAIL_URL", ""),
        ("DEFAULT_FROM_EMAIL", ""),
        ("SECURITY_EMAIL", ""),
        ("CORRIDOR_CLOCK_OFFSET", "yesterday"),
        ("CORRIDOR_DEMO", "perhaps"),
        ("CORRIDOR_TEST", "perhaps"),
        ("DATABASE_MAX_AGE", "long"),
        ("PROXY_COUNT", "two"),
        ("CACHE_URL", "cache.example"),
    ],
)
def test_bad_value_stops_the_start_with_an_example(name, value):
    message = refusal(**{**GOOD, name: value})
    assert f"variable {name} is missing or not usable" in message
    assert f"Example: {name}=" in message


@pytest.mark.parametrize(
    "url", ["", "mysql://db.example/corridor", "sqlite:///corridor.db", "corridor"]
)
def test_another_database_than_postgresql_is_refused(url):
    message = refusal(**{**GOOD, "DATABASE_URL": url})
    assert "Example: DATABASE_URL=postgres://" in message


@pytest.mark.parametrize(
    "place", ["db.example/corridor", "10.0.0.5/corridor", "/corridor?host=db.example"]
)
def test_demo_refuses_a_database_elsewhere(place):
    message = refusal(**DEMO, DATABASE_URL=f"postgres://corridor@{place}")
    assert "CORRIDOR_DEMO=1 is refused with a database on another machine" in message


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "/%2Fvar%2Frun"])
def test_demo_takes_a_database_on_this_machine(host):
    assert start(**DEMO, DATABASE_URL=f"postgres://corridor@{host}/corridor") == ("", "")


@pytest.mark.parametrize(
    ("word", "demo"), [("1", "True"), ("true", "True"), ("0", "False"), ("", "False")]
)
def test_switch_says_yes_or_no(word, demo):
    environment = {**TEST, "CORRIDOR_DEMO": word}
    assert start("DEMO", **environment) == (demo, "")


@pytest.mark.parametrize("relaxed", [DEMO, TEST])
@pytest.mark.parametrize(
    "variable",
    [{"BASE_URL": "https://corridor.example"}, {"ALLOWED_HOSTS": "localhost,corridor.example"}],
)
def test_relaxed_start_refuses_another_host(relaxed, variable):
    assert f"{next(iter(relaxed))}=1 serves localhost only" in refusal(**relaxed, **variable)


@pytest.mark.parametrize(
    ("environment", "secure", "second_factor"), [(GOOD, "True", "True"), (DEMO, "False", "False")]
)
def test_only_the_demo_goes_without_second_factor_and_secure_cookies(
    environment, secure, second_factor
):
    assert start("SESSION_COOKIE_SECURE", **environment) == (secure, "")
    assert start("STAFF_SECOND_FACTOR", **environment) == (second_factor, "")


def test_demo_addresses_are_missing_in_production():
    command = (
        "import django; django.setup(); from corridor import urls; print(len(urls.urlpatterns))"
    )
    environment = {**GOOD, "DJANGO_SETTINGS_MODULE": "corridor.settings"}
    counts = [
        subprocess.run(
            [sys.executable, "-c", command],
            cwd=settings.BASE_DIR,
            env=env,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for env in (
            environment,
            {**environment, **DEMO, "DATABASE_URL": "", "BASE_URL": "http://localhost:8000"},
        )
    ]
    assert int(counts[0]) + 2 == int(counts[1])


def test_developing_alone_does_not_switch_debug_on():
    assert start("DEBUG", **GOOD, CORRIDOR_DEV="1") == ("False", "")
