import pytest

from tests.people import make_person


@pytest.fixture
def founder(db):
    return make_person()


@pytest.fixture
def administrator(db):
    return make_person("admin@duesseldorf.example", name="Anna Admin", roles=["administrator"])
