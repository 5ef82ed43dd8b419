import pytest

from startups.choices import ProfileState
from tests.people import make_person, sign_in
from tests.startups.factories import make_editor, make_startup


@pytest.fixture
def founder(db):
    return make_person()


@pytest.fixture
def stranger(db):
    return make_person("arjun@elsewhere.example", name="Arjun")


@pytest.fixture
def editor(db):
    return make_editor()


@pytest.fixture
def auditor(db):
    return make_person("auditor@duesseldorf.example", name="Aud Itor", roles=["auditor"])


@pytest.fixture
def startup(founder):
    return make_startup(founder)


@pytest.fixture
def published(founder, editor):
    return make_startup(founder, state=ProfileState.PUBLISHED, editor=editor)


@pytest.fixture
def as_founder(client, founder):
    return sign_in(client, founder)


@pytest.fixture
def as_editor(client, editor):
    return sign_in(client, editor)
