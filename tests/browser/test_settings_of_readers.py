"""The portal for readers who set their browser up for themselves, or use the keyboard alone."""

import io

import pytest
from PIL import Image

from tests.browser.conftest import axe
from tests.factories import (
    make_application,
    make_package,
    make_startup,
    make_user,
    officer_of,
    owner_of,
)

# WCAG 1.4.12; set on the elements, for the policy forbids a stylesheet of the test's own.
SPACED = """() => {
    for (const element of document.body.querySelectorAll("*")) {
        element.style.setProperty("line-height", "1.5", "important");
        element.style.setProperty("letter-spacing", "0.12em", "important");
        element.style.setProperty("word-spacing", "0.16em", "important");
    }
    document.querySelectorAll("p").forEach(p => p.style.setProperty("margin-bottom", "2em", "important"));
}"""
# Elements whose words are cut off by themselves: what a screen reader alone gets is cut off by intention.
CUT_OFF = """() => [...document.body.querySelectorAll("main *, header *, footer *")].filter(element => {
    const style = getComputedStyle(element);
    return element.clientWidth > 1 && !element.matches(".unseen, .unseen *, .skip, textarea, select, input, svg, svg *")
        && ["hidden", "clip"].includes(style.overflowX)
        && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
}).map(element => element.outerHTML.slice(0, 120))"""
# WCAG 2.4.7, 2.4.11: what has the focus shows it, and is not under a bar that stays.
FOCUSED = """() => {
    const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
    const label = element.closest("label") || element;
    const [x, y] = [box.left + Math.min(box.width, 20) / 2, box.top + Math.min(box.height, 20) / 2];
    const above = document.elementFromPoint(x, y);
    const seen = above && (element.contains(above) || above.contains(element) || label.contains(above));
    return {
        name: element.outerHTML.slice(0, 120),
        end: element === document.body,
        // The parts of a date field draw the mark themselves.
        marked: element.type === "date" || style.boxShadow !== "none"
            || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2),
        seen: Boolean(seen) && box.top >= 0 && box.left >= 0 && x <= innerWidth && y <= innerHeight,
    };
}"""


@pytest.fixture
def world(transactional_db):
    package = make_package(required_documents=["pitch_deck"])
    startup = make_startup(published=True)
    return make_application(startup, [package], complete=False)


def pages(world):
    package = world.packages.get()
    return [
        "",
        "startups/",
        f"startups/{world.startup.slug}/",
        f"welcome/{package.slug}/",
        "events/",
    ]


def forms(world):
    return ["startups/new/", f"applications/{world.pk}/", f"applications/{world.pk}/plan/"]


def test_forced_colours_without_motion(open_browser, world):
    """The page is there in the reader's colours: axe is content, and the picture is not one colour."""
    window = open_browser(owner_of(world.startup), width=360)
    window.page.emulate_media(forced_colors="active", reduced_motion="reduce", color_scheme="dark")
    for page in [*pages(world), *forms(world)]:
        window.page.goto(f"/de/{page}")
        found = {violation["id"] for violation in axe(window.page)}
        assert found <= {"color-contrast"}, page  # axe reads the colours that the reader's replace
        picture = Image.open(io.BytesIO(window.page.screenshot())).convert("L")
        assert len(picture.getcolors()) > 20, page


def test_nothing_moves_with_reduced_motion(open_browser, world):
    window = open_browser(owner_of(world.startup), still=True)
    for page in ("", forms(world)[0]):
        window.page.goto(f"/en/{page}")
        moving = "[...document.querySelectorAll('*')].filter(e => e.getAnimations().length).length"
        durations = (
            "[...new Set([...document.querySelectorAll('*')]"
            ".map(e => getComputedStyle(e).transitionDuration))]"
        )
        assert window.page.evaluate(moving) == 0
        assert window.page.evaluate(durations) == ["0s"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_text_with_more_space_is_not_cut_off(open_browser, world, language):
    window = open_browser(owner_of(world.startup), width=320)
    for page in [*pages(world), *forms(world)]:
        window.page.goto(f"/{language}/{page}")
        window.page.evaluate(SPACED)
        window.measure(" with more space")
        assert window.page.evaluate(CUT_OFF) == [], page


@pytest.mark.parametrize("width", [320, 1280])
def test_focus_is_seen_wherever_it_goes(open_browser, world, width):
    window = open_browser(owner_of(world.startup), width=width)
    for page in ("", forms(world)[2]):
        window.page.goto(f"/en/{page}")
        assert [stop for stop in stops(window) if not (stop["marked"] and stop["seen"])] == []


def test_focus_is_seen_in_the_back_office(open_browser, world):
    window = open_browser(officer_of(world.packages.get().authority))
    window.page.goto("/admin/welcome/case/")
    assert [stop for stop in stops(window) if not (stop["marked"] and stop["seen"])] == []


def stops(window):
    """Where the Tab key leads, from the beginning to the end."""
    found = []
    for _ in range(80):
        window.page.keyboard.press("Tab")
        stop = window.page.evaluate(FOCUSED)
        if stop["end"] or (found and stop["name"] == found[0]["name"]):
            break
        found.append(stop)
    assert len(found) > 5
    return found


@pytest.mark.parametrize("language", ["de", "en"])
def test_empty_pages_say_what_to_do(open_browser, transactional_db, language):
    """A portal on its first day, and a person on theirs."""
    window = open_browser(make_user(), width=320)
    for page in ("", "startups/", "welcome/", "events/", "news/", "account/", "applications/"):
        window.goto(f"/{language}/{page}")
        assert window.page.locator("main").inner_text().strip()
