import pytest

from tests.events.factories import (
    make_delegate,
    make_delegation,
    make_event,
    make_event_team,
    register,
)
from tests.people import make_person, sign_in


@pytest.fixture
def event_team(db):
    return make_event_team()


@pytest.fixture
def auditor(db):
    return make_person("auditor@duesseldorf.example", name="Aud Itor", roles=["auditor"])


@pytest.fixture
def event(event_team):
    return make_event(event_team)


@pytest.fixture
def as_event_team(client, event_team):
    return sign_in(client, event_team)


@pytest.fixture
def fair_day(event_team, set_clock):
    """An event at noon of its day: Person 1 has a place, Person 2 is on a delegation's list and never registered."""
    event = make_event(event_team, is_open=True, places=3)
    register(event, 1)
    make_delegate(event, make_delegation(event, organisation="KDEM", places=1))
    set_clock(event.starts_at.date())
    return event
