import pytest
from django.core.cache import cache

from tests.people import make_person


@pytest.fixture(autouse=True)
def _no_limits_left_over():
    cache.clear()


@pytest.fixture
def founder(db):
    return make_person()


@pytest.fixture
def administrator(db):
    return make_person("admin@duesseldorf.example", name="Anna Admin", roles=["administrator"])
