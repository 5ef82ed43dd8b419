import pytest
from django.http import QueryDict

from startups.filters import StartupFilter
from startups.models import Startup
from tests.startups.factories import make_startup


def found(query):
    rows = StartupFilter(QueryDict(query), queryset=Startup.objects.by_name()).qs
    return [row.name for row in rows]


@pytest.fixture
def _four(founder):
    make_startup(founder, name="Ahorn", sector="medtech", origin="karnataka")
    make_startup(founder, name="Birke", sector="green_tech", origin="karnataka")
    make_startup(founder, name="Ceder", sector="medtech", origin="duesseldorf")
    make_startup(founder, name="Dörn", sector="life_sciences", origin="duesseldorf")


@pytest.mark.usefixtures("_four")
@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Ahorn", "Birke", "Ceder", "Dörn"]),
        ("sector=medtech", ["Ahorn", "Ceder"]),
        ("sector=medtech&sector=green_tech", ["Ahorn", "Birke", "Ceder"]),
        ("sector=medtech&origin=karnataka", ["Ahorn"]),
        ("origin=karnataka&origin=duesseldorf", ["Ahorn", "Birke", "Ceder", "Dörn"]),
        ("q=dorn", ["Dörn"]),
        ("q=DOERN&origin=duesseldorf", ["Dörn"]),
        ("q=dorn&origin=karnataka", []),
        ("q=+&sector=", ["Ahorn", "Birke", "Ceder", "Dörn"]),
    ],
)
def test_filter_finds(query, names):
    assert found(query) == names


@pytest.mark.usefixtures("_four")
@pytest.mark.parametrize("query", ["sector=banking", "q=%00", "q=" + "x" * 200, "origin=1'--"])
def test_filter_passes_over_nonsense(query):
    assert len(found(query)) == 4


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("q=x&sector=medtech", "take away a filter"),
        ("q=x", "Use fewer words"),
        ("origin=karnataka", "Choose more sectors"),
        ("", "empty so far"),
    ],
)
def test_advice_says_what_to_relax(query, words):
    assert words in str(StartupFilter(QueryDict(query), queryset=Startup.objects.all()).advice())
