"""What a page costs on a phone: bytes over the wire with everything it loads, and nothing that jumps."""

import brotli
import pytest

from startups.choices import Origin, Sector
from tests.factories import make_authority, make_package, make_startup

HOME, PUBLIC_PAGE = 40 * 1024, 80 * 1024
PAGES = ["startups/", "welcome/", "events/", "news/", "accessibility/"]
LIMITS = {"/de/": HOME, "/en/": HOME} | {f"/en/{page}": PUBLIC_PAGE for page in PAGES}
JUMP = 0.01  # a tenth of what Lighthouse calls good; a line of text that comes late is more
SHIFTS = """() => new Promise(resolve => {
    let sum = 0;
    new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value; }))
        .observe({type: "layout-shift", buffered: true});
    setTimeout(() => resolve(sum), 100);
})"""


@pytest.fixture
def world(transactional_db):
    authority = make_authority()
    packages = [make_package(authority) for _ in range(6)]
    for number in range(30):
        sector = list(Sector)[number % 4]
        make_startup(published=True, sector=sector, origin=list(Origin)[number % 2])
    return packages


def weigh(window, path):
    """Bytes of a page and all it loads, in Brotli but for pictures, which are compressed already."""
    responses = []
    window.page.on("response", lambda response: responses.append(response))  # noqa: PLW0108 - Playwright marks it
    window.page.goto(path)
    return sum(
        len(response.body())
        if response.headers.get("content-type", "").startswith("image/webp")
        else len(brotli.compress(response.body()))
        for response in responses
    )


@pytest.mark.usefixtures("world")
def test_public_pages_are_light(open_browser):
    for path, most in LIMITS.items():
        # A window of its own for each, so that nothing comes from the browser's store.
        assert 1024 < weigh(open_browser(width=360), path) <= most, path


def jumps(window, path):
    window.page.goto(path)
    return window.page.evaluate(SHIFTS)


@pytest.mark.usefixtures("world")
def test_nothing_jumps_and_no_script_holds_up_the_page(open_browser):
    window = open_browser(width=360)
    for path in LIMITS:
        # A browser short of time paints a page in pieces, but not twice in the same; what jumps, jumps each time.
        assert min(jumps(window, path) for _ in range(2)) < JUMP, path
        assert window.page.locator("script:not([defer]):not([type=module])").count() == 0, path
