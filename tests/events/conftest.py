import pytest

from tests.events.factories import make_event, make_event_team
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
