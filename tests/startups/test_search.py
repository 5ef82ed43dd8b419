import pytest
from django.core.cache import caches
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from startups import actions, search
from startups.choices import TOPICS
from startups.models import Startup
from tests.startups.factories import make_startup

WORDS = {
    "name": "Grünkraft Speicher",
    "legal_name": "Grünkraft Speicher GmbH",
    "city": "Düsseldorf",
    "sector": "green_tech",
    "themes": ["sustainability"],
    "one_liner_de": "Wasserstoffspeicher für Stadtwerke.",
    "one_liner_en": "Hydrogen storage for municipal utilities.",
    "description_de": "Unsere Diagnostik misst, wie Zellen altern.",
    "description_en": "Our diagnostics measure how cells age.",
}
ODD = [
    "'",
    '"',
    "\\",
    "%",
    "_",
    "&",
    "|",
    "!",
    "<->",
    ":*",
    "(",
    ")",
    "ಕಾವೇರಿ",
    "🚀",
    "ß",
    "\0",
    "OR",
    "-x",
]
anything = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(ODD) | st.text(max_size=8), max_size=12).map(" ".join),
)


def found(text):
    return [row.name for row in search.best_first(Startup.objects.all(), text)]


@pytest.mark.parametrize(
    "text",
    [
        "gruen tech",
        "Grün",
        "grunkr",
        "GmbH Düsseldorf",
        "stadtwerk",
        "Speicher für Stadtwerke",
        "wasserstoff",
        "speicher",
        "utility",
        "hydrogen utilities",
        "measures",
        "diagnostic",
        "Diagnostiken",
        "cell",
        "zelle",
        "stoffspeicher utility",
        "umwelttechnik",
        "Nachhaltigkeit",
        "sustainable",
    ],
)
def test_search_finds_in_both_languages(founder, text):
    make_startup(founder, **WORDS)
    make_startup(founder, name="Kaverion EdgeNet")

    assert found(text) == ["Grünkraft Speicher"]


@pytest.mark.parametrize("text", ["green tech", "gruen tech", "Grüne Technik"])
def test_search_knows_the_sector_in_both_languages(founder, text):
    make_startup(founder, name="Aster", sector="green_tech")
    make_startup(founder, name="Birke", sector="medtech")

    assert found(text) == ["Aster"]


@pytest.mark.parametrize(("place", "language"), [(0, "de"), (1, "en")])
def test_search_knows_sectors_and_themes_as_they_are_shown(place, language):
    with override(language):
        for topics in TOPICS.values():
            for choice, said in topics.items():
                assert str(choice.label).lower() in said[place].lower()


@pytest.mark.parametrize("text", ["hydrogen robots", "100%", "grün -kraft", "\\", "_____"])
def test_search_wants_every_word_and_knows_no_operators(founder, text):
    make_startup(founder, **WORDS)

    assert found(text) == []


def test_search_puts_names_first_then_the_weightier_words(founder):
    make_startup(founder, name="Aster", description_en="Robotics.")
    make_startup(founder, name="Birke", one_liner_en="Robotics for hospitals.")
    make_startup(founder, name="Hampitron Robotics")
    make_startup(founder, name="Robotica")

    assert found("robotic") == ["Robotica", "Hampitron Robotics", "Birke", "Aster"]


def test_search_never_leaves_a_name_out(founder, monkeypatch):
    monkeypatch.setattr(search, "MOST_RANKED", 2)
    for number in range(4):
        make_startup(founder, name=f"Aster {number}", one_liner_en="Edge for factories.")
    make_startup(founder, name="Zedge")

    assert found("edge")[0] == "Zedge"


def test_page_never_leaves_a_name_out(client, founder, editor, monkeypatch):
    monkeypatch.setattr(search, "MOST_RANKED", 2)
    for name in ["Aster", "Birke", "Zedge"]:
        make_startup(founder, name=name, state="published", editor=editor, one_liner_en="Edge.")

    assert client.get("/en/startups/", {"q": "edge"}).context["page"][0].name == "Zedge"


def test_search_holds_rows_against_legal_forms(founder):
    make_startup(founder, name="Ahorn", legal_name="Ahorn GmbH")
    make_startup(founder, name="Birke", legal_name="Birke Private Limited")

    assert found("ahorn gmbh") == found("gmbh") == ["Ahorn"]
    assert found("ahorn limited") == []
    assert "IS TRUE" in Startup.objects.filter(search.holding("private sensor")).explain()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sahyscan", "Sahyascan"),
        ("hampitorn", "Hampitron Robotics"),
        ("nandilitics", "Nandilytics 5G"),
    ],
)
def test_similar_finds_what_was_meant(founder, text, name):
    for each in ["Sahyascan", "Hampitron Robotics", "Nandilytics 5G", "Kaverion EdgeNet"]:
        make_startup(founder, name=each, one_liner_en="We make things.")

    assert found(text) == []
    assert [row.name for row in search.similar(Startup.objects.all(), text)] == [name]


def test_similar_wants_the_other_words_as_they_are(founder):
    make_startup(founder, name="Sahyascan", one_liner_en="Ultrasound for clinics.")
    make_startup(founder, name="Sahyaspan", one_liner_en="Bridges for trains.")

    rows = search.similar(Startup.objects.all(), "sahyscan ultrasound")

    assert [row.name for row in rows] == ["Sahyascan"]


@pytest.mark.parametrize("text", ["ಕಾವೇರಿ", "ಕಾವೇ", "ನೆಟ್"])
def test_search_finds_any_script(founder, text):
    make_startup(founder, name="ಕಾವೇರಿ ನೆಟ್")

    assert found(text) == ["ಕಾವೇರಿ ನೆಟ್"]


@pytest.mark.parametrize(
    ("condition", "index"),
    [
        (search.in_name("edge"), "startup_named"),
        (search.by_stem("edge"), "startup_lexemes"),
        (search.inside("edge"), "startup_searched"),
        ({"themes__overlap": ["sustainability"]}, "startup_chosen"),
        ({"seeking__overlap": ["talent"], "offering__overlap": ["research"]}, "startup_chosen"),
    ],
)
def test_search_and_choices_use_their_indexes(published, sql_plan, condition, index):
    rows = Startup.objects.order_by()
    rows = rows.filter(**condition) if isinstance(condition, dict) else rows.filter(condition)

    assert index in sql_plan(rows)


def test_newest_first_uses_its_index(published, sql_plan):
    rows = Startup.objects.published().newest_first()[:24]

    assert sql_plan(rows, off=["sort"]) == {"startup_newest"}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=anything)
def test_directory_answers_whatever_is_typed(client, published, text):
    response = client.get("/en/startups/", {"q": text})

    assert response.status_code == 200


@pytest.mark.parametrize("text", [sign * 10_000 for sign in ("x", "'", "\\", "ಕ", "🚀")])
def test_directory_answers_ten_thousand_letters(client, published, text):
    response = client.get("/en/startups/", {"q": text, "sort": text, "sector": text, "page": text})

    assert response.status_code == 200


@pytest.mark.parametrize("text", ["\u0301", "kaverion \u0301", "\u0301\u0308 \u0300"])
def test_word_of_accents_alone_asks_for_nothing(client, founder, editor, text):
    make_startup(founder, state="published", editor=editor, name="Kaverion EdgeNet")
    page = client.get("/en/startups/", {"q": text})
    assert (page.status_code, "Kaverion" in page.text) == (200, True)


def test_profile_hidden_meanwhile_is_not_listed(client, published, editor, settings):
    """What a word finds is remembered for some seconds, who is public is not."""
    settings.PAGE_SECONDS = 20
    client.cookies["known"] = "yes"
    assert "Kaverion EdgeNet" in client.get("/en/startups/", {"q": "edgenet"}).text
    actions.hide_profile(startup=published, note="At your request.", by=editor)
    assert "Kaverion EdgeNet" not in client.get("/en/startups/", {"q": "edgenet"}).text
    caches["lists"].clear()


def test_words_are_searched_once_for_all_choices(client, published, settings, monkeypatch):
    settings.PAGE_SECONDS = 20
    client.cookies["known"] = "yes"
    client.get("/en/startups/", {"q": "edgenet"})
    monkeypatch.setattr(search, "candidates", None)
    page = client.get("/en/startups/", {"q": "edgenet", "sector": published.sector})
    caches["lists"].clear()
    assert page.context["filter"].total == 1
