"""A real browser on a real server: every page that is visited is also checked."""

import os
import shutil
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.test import Client
from django.utils.translation import get_language_from_path
from playwright.sync_api import Error, sync_playwright

from tests.people import sign_in

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
MAIN_BUTTON = "main form button:not(.quiet):not(.danger):not(.link), .submit-row input"
# A courtesy translation, and pages for whoever builds pages or programs, in the browser's own language.
IN_NO_LANGUAGE = ("/kn/", "/demo/", "/api/")
# The size of targets (WCAG 2.5.8) is the one rule of our level that axe leaves out by itself.
AXE_OPTIONS = (
    "{resultTypes: ['violations'], preload: false, rules: {'target-size': {enabled: true}}}"
)
PATIENCE = 10_000  # milliseconds
# Playwright runs an event loop in this thread; the tests' own queries are not asynchronous for that.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)
            # What runs here is measured by faster tests; measuring it once more costs half as much again.
            item.add_marker(pytest.mark.no_cover)
            # Chromium on a busy machine is late now and then; what really is wrong fails twice.
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def chromium():
    if not os.path.exists(CHROMIUM):
        if os.environ.get("CORRIDOR_BROWSER") == "required":
            pytest.fail("Chromium is missing: apt-get install chromium")
        pytest.skip("Chromium is missing: apt-get install chromium")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=[*sandbox, "--disable-background-networking", "--disable-component-update"],
        )
        yield browser
        browser.close()


@pytest.fixture
def open_browser(chromium, live_server, transactional_db):
    """A function that opens a window for a person: `open_browser(person, javascript=False, width=360)`."""
    windows = []

    def open_window(person=None, **options):
        window = Window(chromium, live_server.url, person, **options)
        windows.append(window)
        return window

    yield open_window
    for window in windows:
        window.context.close()
    for window in windows:
        assert window.problems == []


class Window:
    """One person's browser. What goes wrong on any page is collected in `problems`."""

    def __init__(
        self,
        chromium,
        address,
        person=None,
        *,
        javascript=True,
        width=1280,
        scheme="light",
        with_axe=True,
        still=False,
    ):
        self.address, self.javascript, self.with_axe = address, javascript, with_axe
        self.problems, self.expected_errors = [], []
        self.context = chromium.new_context(
            java_script_enabled=javascript,
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            reduced_motion="reduce" if still else "no-preference",
            base_url=address,
            locale="en-GB",
        )
        if person:
            self.context.add_cookies([self.session_of(person)])
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("console", self.note_console)
        self.page.on("pageerror", lambda error: self.problems.append(f"script: {error}"))
        self.page.on("request", self.note_request)

    def session_of(self, person):
        client = sign_in(Client(), person)
        return {
            "name": settings.SESSION_COOKIE_NAME,
            "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
            "url": self.address,
        }

    def note_console(self, message):
        expected = any(words in message.text for words in self.expected_errors)
        if message.type in {"error", "warning"} and not expected:
            self.problems.append(f"console on {self.page.url}: {message.text}")

    def note_request(self, request):
        host = urlsplit(request.url).netloc
        if host and host != urlsplit(self.address).netloc:
            self.problems.append(f"foreign request: {request.url}")

    def goto(self, path):
        response = self.page.goto(path)
        self.check()
        return response

    def page_at(self, path):
        """Whether there is a page at the path: a file is downloaded or shown as it is."""
        try:
            response = self.page.goto(path)
        except Error as error:
            if "Download is starting" not in error.message:
                raise
            return False
        return response.headers["content-type"].startswith("text/html")

    def press(self, selector=MAIN_BUTTON):
        """Press the button of the page's own form: its words differ by language."""
        self.page.locator(selector).last.click()
        self.page.wait_for_load_state()

    def submit(self, selector=MAIN_BUTTON):
        self.press(selector)
        self.check()

    def fill(self, **fields):
        """Fill fields by their ids without `id_`; radio buttons and checkboxes by `name=value` lists."""
        for name, value in fields.items():
            if isinstance(value, bool):
                self.page.locator(f"[name='{name}']").set_checked(value)
            elif isinstance(value, list):
                for choice in value:
                    self.page.locator(f"[name='{name}'][value='{choice}']").check()
            elif (field := self.page.locator(f"#id_{name}")).evaluate("e => e.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(str(value))

    def check(self):
        """axe finds nothing, the page does not scroll sideways, it has one main heading."""
        if not self.javascript or not self.page.url.startswith(self.address):
            return
        if self.with_axe:
            self.ask_axe()
        self.measure()
        self.check_frame()

    def ask_axe(self, note=""):
        for violation in axe(self.page):
            nodes = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
            self.problems.append(f"axe on {self.page.url}{note}: {violation['id']}: {nodes}")

    def check_frame(self, language=None):
        """One main heading, and the language that the address says, or else the reader's."""
        here = urlsplit(self.page.url).path
        language = get_language_from_path(here) or language
        count, said = self.page.evaluate(
            "[document.querySelectorAll('h1').length, document.documentElement.lang]"
        )
        if count != 1:
            self.problems.append(f"{self.page.url} has {count} main headings")
        if language and said != language and not here.startswith(IN_NO_LANGUAGE):
            self.problems.append(f"{self.page.url} is in {said}, not in {language}")

    def measure(self, note=""):
        wide = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        if wide > 0:
            self.problems.append(f"{self.page.url}{note} scrolls sideways by {wide} px")


def axe(page):
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    result = page.evaluate(f"axe.run({AXE_OPTIONS})")
    return result["violations"]
