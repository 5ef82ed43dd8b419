"""A process that dies around the submission leaves all of it, its mail included, or nothing."""

import os
import signal
import subprocess
import sys

import pytest
from django.conf import settings
from django.core import mail
from django.db import connection
from django.utils.duration import duration_iso_string

from corridor import housekeeping
from tests.factories import make_application, make_package
from welcome.models import Application, Case, Revision

SCRIPT = """
import os, signal, sys
import django
from django.conf import settings

database, moment = sys.argv[1:]
settings.DATABASES["default"]["NAME"] = database
django.setup()

from welcome import actions, emails
from welcome.models import Application

def die(*args):
    os.kill(os.getpid(), signal.SIGKILL)

draft = Application.objects.get()
if moment == "before":
    write = emails.acknowledgement
    emails.acknowledgement = lambda *args: (write(*args), die())
actions.submit(application=draft, by=draft.created_by)
die()
"""


@pytest.fixture
def draft(transactional_db):
    return make_application(packages=[make_package(), make_package()])


@pytest.fixture
def submit_and_die(draft):
    """A function that submits the draft in another process, which is killed before or after the commit."""

    def run(moment):
        offset = duration_iso_string(settings.CORRIDOR_CLOCK_OFFSET)
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, connection.settings_dict["NAME"], moment],
            cwd=settings.BASE_DIR,
            env={**os.environ, "CORRIDOR_CLOCK_OFFSET": offset},
            timeout=60,
            check=False,
        )
        assert done.returncode == -signal.SIGKILL

    return run


def test_killed_after_the_commit_everything_is_there_and_one_mail_leaves(draft, submit_and_die):
    submit_and_die("after")
    for _round in range(2):
        assert housekeeping.run_all() == []
    cases = Case.objects.all()
    assert len(cases) == 2
    (letter,) = mail.outbox
    assert letter.to == [draft.created_by.email]
    assert all(case.reference in letter.body for case in cases)


def test_killed_before_the_commit_there_is_neither(submit_and_die):
    submit_and_die("before")
    assert housekeeping.run_all() == []
    assert Application.objects.get().is_draft
    assert not Revision.objects.exists()
    assert not Case.objects.exists()
    assert not mail.outbox
