"""Every page we render: axe finds nothing, nothing scrolls sideways.

The pages are those of the sitemap and of the access table (`tests/pages.py`): a new page is walked by itself.
`make test` opens each in one language, and axe sees a third of them in one look; `make test-all` shows axe all of them,
in both languages, schemes and all widths.
"""

from urllib.parse import urlsplit
from zlib import crc32

import pytest
from django.urls import Resolver404, resolve
from django.utils.translation import override

from tests.pages import ERRORS, GROUPS, LANGUAGES, forms_of, make_pages, pages_of

pytestmark = pytest.mark.urls("tests.broken_urls")

WIDTHS = (1280, 768, 320)
# Six pages see all of them.
LOOKS = [
    ("light", 320),
    ("dark", 768),
    ("light", 1280),
    ("dark", 320),
    ("light", 768),
    ("dark", 1280),
]
# One look for each third page.
LOOKS_IN_TURN = [looks for look in LOOKS for looks in ([look], [], [])]
SHOWN_AS_PDF = "/preview/"  # by the browser's own page, which is none of ours
PDF = ".pdf"


class Walker:
    """Goes through one person's pages; axe sees each third in one look, or each in all of them."""

    def __init__(self, window, language, in_all_looks):
        self.window, self.language, self.in_all_looks = window, language, in_all_looks
        self.walked = LANGUAGES.index(language)

    def visit(self, path):
        if path.endswith(PDF) or (path.startswith("/admin/") and path.endswith(SHOWN_AS_PDF)):
            return
        self.window.expected_errors[:] = (
            ["with a status of"] if path.endswith(tuple(ERRORS)) else []
        )
        if self.window.page_at(path):
            self.look_around()

    def send_empty(self, path):
        self.window.page.goto(path)
        self.window.press()
        self.look_around()

    def look_around(self):
        looks = LOOKS if self.in_all_looks else LOOKS_IN_TURN[self.walked % len(LOOKS_IN_TURN)]
        self.walked += 1
        self.window.check_frame(self.language)
        for width in WIDTHS:
            self.window.page.set_viewport_size({"width": width, "height": 800})
            self.window.measure(f" at {width} px")
            for scheme in [scheme for scheme, wide in looks if wide == width]:
                self.window.page.emulate_media(color_scheme=scheme)
                self.window.ask_axe(f" ({scheme}, {width} px)")


@pytest.fixture
def walk(open_browser):
    """A function that walks all pages of some people, and their forms with errors."""

    def go(people, language, *, in_all_looks):
        world = make_pages(language)
        for person in people:
            # Still, so that axe sees no colour half-way from one scheme to the other.
            window = open_browser(world.people[person], still=True)
            walker = Walker(window, language, in_all_looks)
            for path in pages_of(world, person, language):
                if in_all_looks or has_its_turn(path, language):
                    walker.visit(path)
            for path in forms_of(world, person, language):
                if in_all_looks or has_its_turn(path, language):
                    walker.send_empty(path)

    return go


def has_its_turn(path, language):
    """Half of the views are walked in German, half in English; those without a language in German, as staff work."""
    if not path.startswith(f"/{language}/"):
        return language == "de"
    try:
        with override(language):
            view = resolve(urlsplit(path).path).view_name
    except Resolver404:
        view = "no such page"
    return LANGUAGES[crc32(view.encode()) % len(LANGUAGES)] == language


WALKS = [
    pytest.param(people, language, id=f"{'+'.join(people)}-{language}")
    for people in GROUPS
    for language in (LANGUAGES if people[0] in {"public", "founder"} else ["de"])
]


@pytest.mark.parametrize(("people", "language"), WALKS)
def test_pages(walk, people, language):
    walk(people, language, in_all_looks=False)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("people", GROUPS, ids="+".join)
def test_pages_in_all_looks(walk, people, language):
    walk(people, language, in_all_looks=True)
