from datetime import timedelta

import pytest
from post_office.models import Email

from corridor.clock import real_now

TEMPLATE = "accounts/mail/login_code"


@pytest.fixture
def minutes_pass(db):
    """Make everything that waits in the outbox due."""

    def wait():
        Email.objects.update(scheduled_time=real_now() - timedelta(seconds=1))

    return wait
