"""What a process that dies leaves behind: the change with its mail, or neither."""

import signal
import subprocess
import sys

import pytest
from django.conf import settings
from django.core import mail
from django.db import connection
from post_office.models import Email

from corridor import housekeeping
from corridor.accounts.models import User
from tests.people import make_person

SCRIPT = """
import os, signal, sys
import django
from django.conf import settings

database, moment, secret = sys.argv[1:]
settings.DATABASES["default"]["NAME"] = database
django.setup()

from django.db import transaction
from corridor.accounts.models import User
from corridor.mail import actions

def die(*args):
    os.kill(os.getpid(), signal.SIGKILL)

actions.send_at_once = die
with transaction.atomic():
    user = User.objects.get()
    User.objects.update(name="Changed")
    actions.queue(template="accounts/mail/login_code", to=user, secret=secret == "secret")
    if moment == "before":
        die()
die()
"""


@pytest.fixture
def kill(transactional_db):
    def run(moment, secret):
        command = [sys.executable, "-c", SCRIPT, connection.settings_dict["NAME"], moment, secret]
        done = subprocess.run(command, cwd=settings.BASE_DIR, timeout=60, check=False)
        assert done.returncode == -signal.SIGKILL

    make_person(name="Before")
    return run


@pytest.mark.parametrize("secret", ["secret", "ordinary"])
def test_killed_after_commit_the_mail_is_sent_once(kill, minutes_pass, secret):
    kill("after", secret)
    for _round in range(2):
        minutes_pass()
        housekeeping.run_all()
    assert User.objects.get().name == "Changed"
    assert len(mail.outbox) == 1


def test_killed_before_commit_there_is_neither(kill, minutes_pass):
    kill("before", "secret")
    minutes_pass()
    housekeeping.run_all()
    assert User.objects.get().name == "Before"
    assert not Email.objects.exists()
    assert not mail.outbox
