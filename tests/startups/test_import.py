"""The import check: profiles in every script load, and the directory works on all of them."""

import random
import unicodedata

import pgtrigger
import pytest
from django.urls import reverse

from startups import facets
from startups.choices import Origin, Sector, Stage
from startups.models import Startup
from tests.bench.crowd import invent

# A name, a city and a sentence in each script; every profile has a number in its name.
SCRIPTS = [
    ("Kaverion EdgeNet", "Bengaluru", "Radio for factories, measured & proven."),
    ("Grünkraft Wärmespeicher", "Düsseldorf", "Größere Öfen für süße Brötchen, außen heiß."),
    ("ಕಾವೇರಿ ಜಾಲ", "ಬೆಂಗಳೂರು", "ಕಾರ್ಖಾನೆಗಳಿಗೆ ರೇಡಿಯೋ."),
    ("कावेरी नेटवर्क", "हुब्बल्ली", "कारखानों के लिए रेडियो।"),
    ("🚀 Rakete 👩🏽‍🔬", "Köln 🏙️", "Wir 🚀🚀🚀 für Labore 🧪."),
    ("شبكة المصنع", "بنغالور", "راديو للمصانع."),
    ("רשת מפעל", "דיסלדורף", "רדיו למפעלים."),
    (unicodedata.normalize("NFD", "Éclair Ḧäñdlér"), "Zu\u0308rich", "E\u0301tude n\u0303andu."),
    ("Z̷̢̛a̵̧͝l̴͖̈g̶̣̐o̸͙̊", "Mysuru", "H̸e̷ comes\u200b with\u00ad marks."),
    ('O\'Brien "100%" \\ _ & <b>Söhne</b>', "Neuss; --", "'; DROP TABLE -- % _ \\"),
    ("Wort" * 26, "Llanfair" * 9, "Überlänge " * 15),
]
ALL = [pytest.param(4_000, marks=pytest.mark.slow), 3 * len(SCRIPTS)]


def profile(number):
    name, city, sentence = SCRIPTS[number % len(SCRIPTS)]
    startup = invent(number)
    startup.name = startup.legal_name = f"{name} {number}"
    startup.city, startup.slug = city, f"import-{number}"
    startup.one_liner_de = startup.one_liner_en = sentence.strip()
    startup.description_en = f"{sentence}\n" * random.Random(number).randint(1, 20)
    startup.clean_fields()
    return startup


@pytest.fixture
def number(request, db, client):
    """That many profiles, and a reader whom nobody shows a page of before."""
    rows = [profile(place) for place in range(request.param)]
    with pgtrigger.ignore("startups.Startup:startup_begins_as_draft"):
        Startup.objects.bulk_create(rows, batch_size=500)
    facets.keep()
    client.cookies["known"] = "yes"
    return request.param


@pytest.mark.parametrize("number", ALL, indirect=True)
@pytest.mark.parametrize("sort", ["name", "newest"])
def test_pages_in_either_order_show_each_of_them_once(client, number, sort):
    shown = []
    for page in range(1, number // 24 + 2):
        rows = client.get("/en/startups/", {"sort": sort, "page": page}).context["page"]
        shown += [row.slug for row in rows]
    assert sorted(shown) == sorted(f"import-{place}" for place in range(number))


@pytest.mark.parametrize("number", ALL, indirect=True)
def test_search_finds_each_script_and_filters_it(client, number):
    for place, (name, city, _sentence) in enumerate(SCRIPTS):
        latest = number - len(SCRIPTS) + place
        latest -= (latest - place) % len(SCRIPTS)
        found = client.get("/de/startups/", {"q": f"{name} {latest}"[:100]}).context["page"]
        if len(name) < 90:
            assert f"import-{latest}" in [row.slug for row in found], name
        for said in ({"q": city[:100]}, {"q": name[:100], "sort": "newest"}, {"q": name[:3]}):
            page = client.get("/en/startups/", {**said, "sector": Sector.values})
            assert page.status_code == 200, said


@pytest.mark.parametrize("number", ALL, indirect=True)
def test_filters_add_up_to_all_of_them(client, number):
    for name, choices in [("sector", Sector), ("origin", Origin), ("stage", Stage)]:
        counts = [client.get("/en/startups/", {name: each}) for each in choices.values]
        assert sum(found.context["filter"].total for found in counts) == number


@pytest.mark.parametrize("number", [len(SCRIPTS)], indirect=True)
def test_profile_of_each_script_has_a_page(client, number):
    for language in ("de", "en"):
        for startup in Startup.objects.all():
            path = reverse("startup", args=[startup.slug]).replace("/en/", f"/{language}/")
            assert client.get(path).status_code == 200, startup
