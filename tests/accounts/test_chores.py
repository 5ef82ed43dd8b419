from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session

from corridor import housekeeping
from corridor.clock import real_now

pytestmark = pytest.mark.django_db
CHORE = "corridor.accounts.chores.delete_ended_sessions"


@pytest.mark.parametrize(("left", "kept"), [(timedelta(hours=-1), 0), (timedelta(hours=1), 1)])
def test_ended_session_is_deleted(left, kept):
    Session.objects.create(session_key="a" * 32, session_data="", expire_date=real_now() + left)
    assert housekeeping.run(CHORE) is True
    assert Session.objects.count() == kept
