import pytest
from django.http import QueryDict

from startups import facets, search
from startups.filters import StartupFilter
from startups.models import Startup
from tests.startups.factories import make_startup


def asked(query):
    return StartupFilter(QueryDict(query), queryset=Startup.objects.all())


def found(query):
    return [row.name for row in asked(query).qs]


@pytest.fixture
def _four(founder):
    make_startup(founder, name="Ahorn", sector="medtech", origin="karnataka", seeking=["talent"])
    make_startup(founder, name="Birke", sector="green_tech", origin="karnataka", stage="idea")
    make_startup(
        founder, name="Ceder", sector="medtech", origin="duesseldorf", themes=["digital_health"]
    )
    make_startup(
        founder,
        name="Dörn",
        sector="life_sciences",
        origin="duesseldorf",
        offering=["research"],
        seeking=["talent", "pilot_site"],
    )


@pytest.mark.usefixtures("_four")
@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Ahorn", "Birke", "Ceder", "Dörn"]),
        ("sector=medtech", ["Ahorn", "Ceder"]),
        ("sector=medtech&sector=green_tech", ["Ahorn", "Birke", "Ceder"]),
        ("sector=medtech&origin=karnataka", ["Ahorn"]),
        ("origin=karnataka&origin=duesseldorf", ["Ahorn", "Birke", "Ceder", "Dörn"]),
        ("theme=digital_health&theme=sustainability", ["Ceder"]),
        ("stage=idea", ["Birke"]),
        ("seeking=talent", ["Ahorn", "Dörn"]),
        ("seeking=pilot_site&seeking=investment", ["Dörn"]),
        ("seeking=talent&offering=research", ["Dörn"]),
        ("offering=pilot_site", []),
        ("q=dorn", ["Dörn"]),
        ("q=DOERN&origin=duesseldorf", ["Dörn"]),
        ("q=dorn&origin=karnataka", []),
        ("q=+&sector=", ["Ahorn", "Birke", "Ceder", "Dörn"]),
    ],
)
def test_filter_finds(query, names):
    assert found(query) == names


@pytest.mark.usefixtures("_four")
@pytest.mark.parametrize(
    "query", ["sector=banking", "q=%00", "q=" + "x" * 200, "origin=1'--", "sort=x"]
)
def test_filter_passes_over_nonsense(query):
    assert len(found(query)) == 4


@pytest.mark.usefixtures("_four")
def test_filter_sorts():
    Startup.objects.filter(name="Ceder").update(published_on="2024-07-02")
    Startup.objects.exclude(name="Ceder").update(published_on="2024-07-01")

    assert found("sort=newest&origin=duesseldorf") == ["Ceder", "Dörn"]
    assert found("sort=newest&q=karnataka+ahorn&origin=duesseldorf") == []
    assert found("sort=relevance") == found("sort=name") == found("")
    assert found("q=fabrik&sort=newest")[0] == "Ceder"
    assert found("q=fabrik&sort=name")[0] == "Ahorn"


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("", "/en/startups/"),
        ("q=&sector=&page=3", "/en/startups/"),
        (
            "page=2&stage=idea&q=+a%26b+&sector=medtech",
            "/en/startups/?q=a%26b&sector=medtech&stage=idea",
        ),
        ("sector=banking&sort=newest", "/en/startups/?sort=newest"),
    ],
)
def test_address_has_one_written_form(query, address):
    assert asked(query).address() == address


def test_parts_each_lead_to_the_rest():
    parts = list(asked("q=edge&seeking=talent&seeking=customers").parts())

    assert parts == [
        {"words": "“edge”", "url": "/en/startups/?seeking=talent&seeking=customers"},
        {"words": "Looking for: Talent", "url": "/en/startups/?q=edge&seeking=customers"},
        {"words": "Looking for: Customers", "url": "/en/startups/?q=edge&seeking=talent"},
    ]


@pytest.fixture
def _published(_four):
    Startup.objects.update(state="in_review")
    Startup.objects.update(state="published", published_on="2024-07-01")


def numbers(query):
    return {
        (group["name"], value): number
        for group in asked(query).groups()
        for value, _label, _chosen, number in group["choices"]
    }


@pytest.mark.usefixtures("_published")
def test_groups_count_what_all_the_other_filters_leave():
    counted = numbers("sector=medtech&origin=karnataka")

    assert counted["sector", "medtech"] == "1"
    assert counted["sector", "green_tech"] == "1"
    assert counted["sector", "life_sciences"] == "0"
    assert counted["origin", "duesseldorf"] == "1"
    assert counted["seeking", "talent"] == "1"
    assert counted["stage", "idea"] == "0"


@pytest.mark.usefixtures("_published")
@pytest.mark.parametrize("query", ["", "seeking=talent", "q=fabrik", "q=ahorn&sector=medtech"])
def test_groups_say_what_each_choice_would_find(query):
    for (name, value), number in numbers(query).items():
        others = QueryDict(query, mutable=True)
        others.setlist(name, [value])
        assert number == str(len(found(others.urlencode()))), (name, value)


@pytest.mark.usefixtures("_published")
def test_groups_say_when_there_are_more(monkeypatch):
    monkeypatch.setattr(search, "MOST_RANKED", 2)
    assert numbers("q=fabrik")["stage", "first_customers"].endswith("+")

    monkeypatch.setattr(facets, "MOST_COUNTED", 2)
    assert numbers("")["stage", "first_customers"] == "2+"
    assert numbers("")["stage", "idea"] == "1"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("q=x&sector=medtech", "take away a filter"),
        ("q=x", "Use fewer words"),
        ("origin=karnataka", "Take one away"),
        ("", "empty so far"),
    ],
)
def test_advice_says_what_to_relax(query, words):
    assert words in str(asked(query).advice())
