import pytest
from datetime import date
from tests.factories import *
from startups.choices import Origin, Sector
from corridor.content.models import NewsItem


@pytest.mark.parametrize(
    "lang,scheme,width", [("en", "light", 1280), ("de", "light", 360), ("de", "dark", 768)]
)
def test_shot(open_browser, transactional_db, lang, scheme, width):
    a = make_authority(name="Landeshauptstadt Düsseldorf")
    for i in range(3):
        make_package(a)
    for s in Sector:
        for o in Origin:
            for k in range(1 + (len(s.value) * len(o.value)) % 4):
                make_startup(published=True, sector=s, origin=o)
    for i in range(3):
        NewsItem.objects.create(
            slug=f"n{i}",
            title_de="Vorhaben ab 2024 in Bengaluru vereinbart",
            title_en="Projects from 2024 agreed in Bengaluru",
            teaser_de="Auf dem Bengaluru Tech Summit haben beide Seiten die ersten Vorhaben verabredet.",
            teaser_en="At the Bengaluru Tech Summit both sides agreed on the first projects.",
            text_de="a",
            text_en="b",
            published_on=date(2024, 7, 8 + i),
        )
    w = open_browser(width=width, scheme=scheme)
    w.goto(f"/{lang}/")
    w.page.screenshot(path=f"/tmp/s/lead_{lang}_{width}.png", full_page=True)
    for p in (
        "imprint",
        "accessibility",
        "easy-read",
        "how-it-works",
        "accessibility/report",
        "news",
    ):
        w.goto(f"/{lang}/{p}/")
        w.page.screenshot(
            path=f"/tmp/s/lead_{p.replace('/', '_')}_{lang}_{width}.png", full_page=True
        )
    w.goto("/kn/how-it-works/")
    w.page.screenshot(path=f"/tmp/s/lead_kn_{width}.png", full_page=True)
