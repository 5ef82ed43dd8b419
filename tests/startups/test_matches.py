import pytest
from django.utils.translation import override

from startups import actions, matches
from startups.choices import MEETS, ProfileState
from startups.models import Startup
from tests.people import sign_in
from tests.startups.ecosystem import make_introduction, make_partner
from tests.startups.factories import make_startup

SIDE = {"origin": "duesseldorf", "city": "Düsseldorf"}


@pytest.fixture
def ours(founder, editor):
    return make_startup(
        founder,
        state=ProfileState.PUBLISHED,
        editor=editor,
        sector="medtech",
        themes=["digital_health"],
        seeking=["pilot_site", "customers"],
        offering=["research"],
    )


@pytest.fixture
def make_other(stranger, editor):
    """A function that writes a public start-up of the other side."""

    def make(name="Rheinfaser", **fields):
        state = fields.pop("state", ProfileState.PUBLISHED)
        wishes = {"sector": "medtech", "seeking": [], "offering": ["pilot_site"]}
        words = {**SIDE, **wishes, **fields}
        return make_startup(stranger, state=state, editor=editor, name=name, **words)

    return make


def names(startup):
    return [str(match.target) for match in matches.of(Startup.objects.get(pk=startup.pk))]


def reasons(startup):
    return [match.reason for match in matches.of(Startup.objects.get(pk=startup.pk))]


def test_every_pair_has_its_sentences():
    assert set(matches.REASONS) == set(MEETS)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "Offers a pilot site, which you look for; also MedTech"),
        (
            {"sector": "green_tech", "themes": ["digital_health"]},
            "Offers a pilot site, which you look for; also Digital health",
        ),
        (
            {"offering": ["technology"], "seeking": ["research_partner"]},
            "Looks for a partner in research, which you offer; also MedTech",
        ),
        (
            {"offering": ["market_access"], "seeking": ["research_partner"]},
            "Offers market access, and you look for customers; looks for a partner in research, which you offer;"
            " also MedTech",
        ),
    ],
)
def test_match_says_why(ours, make_other, fields, reason):
    make_other(**fields)
    assert reasons(ours) == [reason]


def test_match_says_why_in_german(ours, make_other):
    make_other(seeking=["research_partner"])
    with override("de"):
        assert reasons(ours) == [
            "Bietet einen Pilotstandort, den Sie suchen; sucht Partner in der Forschung, die Sie bieten;"
            " ebenfalls MedTech"
        ]


@pytest.mark.parametrize(
    "fields",
    [
        {"offering": ["technology"]},
        {"sector": "green_tech"},
        {"origin": "karnataka"},
        {"state": ProfileState.HIDDEN},
        {"offering": [], "seeking": ["talent"]},
    ],
)
def test_what_does_not_fit_is_no_match(ours, make_other, fields):
    make_other(**fields)
    assert names(ours) == []


def test_best_match_comes_first(ours, make_other):
    make_other("Theme alone", sector="green_tech", themes=["digital_health"])
    make_other("Sector and theme", themes=["digital_health"])
    make_other("Two wishes", offering=["pilot_site", "market_access"])
    make_other("Both ways", seeking=["research_partner"])
    make_other("A sector")
    assert names(ours) == [
        "Both ways",
        "Two wishes",
        "Sector and theme",
        "A sector",
        "Theme alone",
    ]


def test_five_matches_at_most(ours, make_other):
    for number in range(7):
        make_other(f"Other {number}")
    assert names(ours) == [f"Other {number}" for number in range(5)]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"offering": ["market_access"], "sectors": ["medtech"]}, True),
        ({"offering": ["market_access"], "sectors": []}, True),
        ({"offering": ["market_access"], "sectors": ["green_tech"]}, False),
        (
            {
                "offering": ["market_access"],
                "sectors": ["green_tech"],
                "themes": ["digital_health"],
            },
            True,
        ),
        ({"offering": ["mentoring"]}, False),
        ({"offering": ["market_access"], "side": "karnataka"}, False),
        ({"offering": ["market_access"], "is_published": False}, False),
    ],
)
def test_partner_fits_by_what_it_offers(ours, editor, fields, found):
    make_partner(editor, **fields)
    assert names(ours) == ["Startup Unit"] * found


def test_partner_of_every_sector_is_named_with_what_it_offers(ours, editor):
    make_partner(editor, sectors=[])
    assert reasons(ours) == ["Offers market access, and you look for customers"]


def test_nobody_is_named_again_once_asked(ours, founder, make_other, editor):
    partner, other = make_partner(editor), make_other()
    for target in (partner, other):
        row = make_introduction(ours, target, founder)
    assert names(ours) == []
    actions.withdraw_introduction(introduction=row, by=founder)
    assert names(ours) == ["Rheinfaser"]


def test_start_up_without_wishes_has_no_match_and_no_query(
    founder, editor, make_other, django_assert_num_queries
):
    quiet = make_startup(founder, state=ProfileState.PUBLISHED, editor=editor, seeking=["talent"])
    make_other()
    with django_assert_num_queries(0):
        assert matches.of(quiet) == []


def test_matches_cost_two_queries(ours, make_other, editor, django_assert_num_queries):
    make_partner(editor)
    for number in range(3):
        make_other(f"Other {number}")
    ours = Startup.objects.get(pk=ours.pk)
    with django_assert_num_queries(2):
        assert [match.reason for match in matches.of(ours)]


def test_only_members_see_them_on_the_profile(client, ours, founder, stranger, editor, make_other):
    other = make_other()
    link = f"/en/introductions/new/?startup={other.slug}"
    for person in (stranger, editor):
        page = sign_in(client, person).get(ours.get_absolute_url()).content.decode()
        assert "You may want to meet" not in page
    page = sign_in(client, founder).get(ours.get_absolute_url()).content.decode()
    assert "Offers a pilot site, which you look for; also MedTech" in page
    assert link in page
