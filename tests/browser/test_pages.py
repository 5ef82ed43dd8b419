"""Every page we render, in each language, scheme and width: axe finds nothing, nothing scrolls sideways.

The pages are those of the sitemap and of the access table (`tests/pages.py`): a new page is walked by itself.
"""

import pytest

from tests.browser.conftest import MAIN_BUTTON
from tests.pages import ERRORS, LANGUAGES, forms_of, make_pages, pages_of

pytestmark = pytest.mark.urls("tests.broken_urls")

WIDTHS = (1280, 768, 320)
# Six pages see each of them in each language, and one page another scheme and width in the other language.
LOOKS = [
    ("light", 320),
    ("dark", 768),
    ("light", 1280),
    ("dark", 320),
    ("light", 768),
    ("dark", 1280),
]
GROUPS = [
    ["public"],
    ["founder"],
    ["officer", "signatory", "event_team"],
    ["editor", "auditor", "superuser"],
]


class Walker:
    """Goes through one person's pages; axe sees each in one look, or in all of them."""

    def __init__(self, window, language, in_all_looks):
        self.window, self.language, self.in_all_looks = window, language, in_all_looks
        self.walked = LANGUAGES.index(language)

    def visit(self, path):
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
        looks = LOOKS if self.in_all_looks else [LOOKS[self.walked % len(LOOKS)]]
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
                if not path.endswith(
                    "/preview/"
                ):  # a PDF, which the browser shows in a page of its own
                    walker.visit(path)
            for path in forms_of(world, person, language):
                walker.send_empty(path)

    return go


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("people", GROUPS, ids="+".join)
def test_pages(walk, people, language):
    walk(people, language, in_all_looks=False)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("people", GROUPS, ids="+".join)
def test_pages_in_all_looks(walk, people, language):
    walk(people, language, in_all_looks=True)


# TMP for tests/browser/test_tmp_admin.py
from tests.factories import make_application, make_authority, make_case, make_package, make_startup  # noqa: E402


@pytest.fixture
def world(transactional_db):
    """A start-up with a draft and cases in two stages, and everybody who works on them."""
    authority = make_authority(name="Landeshauptstadt Düsseldorf")
    package = make_package(authority, required_documents=["pitch_deck"])
    startup = make_startup(published=True, name="Müller-Lüdenscheidt Ultraschallsensorik")
    released = make_case("released", package=package, startup=startup)
    proposed = make_case("proposed", package=make_package(authority), startup=startup)
    draft = make_application(
        startup, [make_package(required_documents=["pitch_deck"])], complete=False
    )
    return {
        "startup": startup,
        "package": package,
        "released": released,
        "proposed": proposed,
        "draft": draft,
        "authority": authority,
    }
