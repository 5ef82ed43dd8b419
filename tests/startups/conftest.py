import re

import pytest
from django.db import connection

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


@pytest.fixture
def sql_plan(db):
    """A function that gives the indexes a query uses where the planner may not take the ways of a small table."""

    def indexes(rows, off=("seqscan", "indexscan")):
        with connection.cursor() as cursor:
            for way in off:
                cursor.execute(f"SET LOCAL enable_{way} = off")
        return set(re.findall(r"\bstartup_\w+", rows.explain()))

    return indexes
