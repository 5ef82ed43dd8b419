import os
import time
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection

from corridor.documents import actions, chores
from corridor.documents.files import PDF
from tests.documents.conftest import PDF_BYTES

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1).total_seconds()


@pytest.fixture(autouse=True)
def due():
    cache.delete("documents.sweep_orphans")


@pytest.fixture
def orphan(private_dir):
    def make(name="ab" * 32, age=2 * DAY):
        path = private_dir / name[:2] / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
        os.utime(path, (time.time() - age,) * 2)  # noqa: TID251
        return path

    return make


def test_sweep_deletes_an_old_orphan(orphan):
    path = orphan()
    chores.sweep_orphans()
    assert not path.exists()


def test_sweep_keeps_a_young_orphan(orphan):
    path = orphan(age=DAY / 2)
    chores.sweep_orphans()
    assert path.exists()


def test_sweep_keeps_a_file_with_a_row(private_dir):
    document = actions.store_bytes(PDF_BYTES, name="a.pdf", media_type=PDF, by=None)
    path = private_dir / document.path
    os.utime(path, (0, 0))
    chores.sweep_orphans()
    assert path.exists()


def test_sweep_rests_between_two_rounds(orphan):
    chores.sweep_orphans()
    path = orphan()
    chores.sweep_orphans()
    assert path.exists()


def test_sweep_without_any_file(private_dir):
    chores.sweep_orphans()
    assert not private_dir.exists()


@pytest.mark.django_db(transaction=True)
def test_sweep_leaves_content_that_is_being_recorded(orphan):
    path = orphan()
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute(
                "SELECT pg_advisory_lock_shared(hashtextextended(%s, 0))", [f"document {path.name}"]
            )
        chores.sweep_orphans()
        assert path.exists()
    finally:
        other.close()
