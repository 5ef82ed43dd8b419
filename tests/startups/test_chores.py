import os

from django.core.files.storage import default_storage

from startups import chores, logos
from tests.startups.factories import make_startup, picture


def age(name, seconds):
    path = default_storage.path(name)
    moment = os.stat(path).st_mtime - seconds
    os.utime(path, (moment, moment))


def test_sweep_logos_deletes_what_no_profile_names(founder):
    named, orphan, fresh = (logos.keep(picture()) for _ in range(3))
    make_startup(founder, logo=named)
    for name in (named, orphan):
        age(name, 2 * 24 * 3600)

    chores.sweep_logos()

    assert [default_storage.exists(name) for name in (named, orphan, fresh)] == [True, False, True]


def test_sweep_logos_does_without_a_folder(db):
    chores.sweep_logos()
