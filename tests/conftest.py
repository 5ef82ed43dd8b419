import contextlib
import os
from datetime import date, datetime, time
from pathlib import Path

import pytest
from django.db import connection
from hypothesis import HealthCheck, settings

from corridor import postgres

NOON = time(12)

# A busy machine is no finding.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_configure(config):
    if not os.environ.get("DATABASE_URL"):
        server = contextlib.ExitStack()
        server.enter_context(postgres.serving("test"))
        config.add_cleanup(server.close)
    # WhiteNoise warns about a missing directory, and a warning is an error here.
    (Path(__file__).parent.parent / "var" / "static").mkdir(parents=True, exist_ok=True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """End the sessions that killed processes and finished threads leave: they would keep the database from going."""
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            " AND backend_type = 'client backend'"
        )


@pytest.fixture
def set_clock(settings):
    """A function that makes it noon of a day in Düsseldorf, far from every midnight; only business time moves."""
    from corridor import clock

    def move(day, at=NOON):
        settings.CORRIDOR_CLOCK_OFFSET = (
            datetime.combine(day, at, tzinfo=clock.BERLIN) - clock.real_now()
        )

    return move


@pytest.fixture(autouse=True)
def _demo_day(set_clock):
    """The business day of the demo (DESIGN 9), for every test that does not set another."""
    set_clock(date(2024, 7, 22))


@pytest.fixture(autouse=True)
def _in_english():
    """A request leaves its language behind in the thread; the next test begins in the default one."""
    from django.utils import translation

    translation.activate("en")


@pytest.fixture(autouse=True)
def _no_limits_left_over():
    """How often somebody tried to sign in is forgotten between tests."""
    from django.core.cache import cache

    cache.clear()


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path_factory):
    """Uploads and rendered files of a test stay its own."""
    place = tmp_path_factory.mktemp("files")
    settings.MEDIA_ROOT = place / "media"
    settings.PRIVATE_DIR = place / "private"
    settings.STATIC_ROOT = place / "static"
    settings.STATIC_ROOT.mkdir()  # WhiteNoise warns without it
    options = {**settings.STORAGES["private"]["OPTIONS"], "location": str(settings.PRIVATE_DIR)}
    private = {**settings.STORAGES["private"], "OPTIONS": options}
    settings.STORAGES = {**settings.STORAGES, "private": private}


@pytest.fixture
def queued(db):
    """A function that gives the mails in the outbox, oldest first; of one template when it is named."""
    from post_office.models import Email

    def mails(template=None):
        rows = Email.objects.order_by("pk")
        return list(rows.filter(context__template=template) if template else rows)

    return mails
