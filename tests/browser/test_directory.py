"""The directory in a browser: the list follows what is typed and chosen, and the address says it."""

import re
from datetime import timedelta

import pytest
from post_office.models import Email

from corridor import clock
from startups import chores
from startups.choices import Sector
from startups.models import SavedSearch
from tests.factories import make_startup, make_user

NAMES = ["Sahyascan", "Grünkraft Speicher", "Kaverion EdgeNet", "Hampitron Robotics"]


@pytest.fixture
def _world(transactional_db):
    for name, sector in zip(NAMES, [Sector.MEDTECH, *Sector], strict=False):
        make_startup(published=True, name=name, legal_name=f"{name} Ltd", sector=sector)
    make_startup(published=True, name="Grünstrom", sector=Sector.GREEN_TECH)


def found(window):
    return window.page.locator("#results h2 a").all_inner_texts()


@pytest.mark.usefixtures("_world")
def test_list_and_address_follow_what_is_typed_and_chosen(open_browser):
    window = open_browser(width=360)
    window.goto("/en/startups/")
    window.page.locator("summary").click()
    window.page.locator("#sector-green_tech").check()
    window.page.wait_for_url("**/en/startups/?sector=green_tech")
    assert window.page.evaluate("document.activeElement.id") == "sector-green_tech"

    window.page.locator("#id_q").press_sequentially("gruen tech", delay=30)
    window.page.wait_for_url("**/en/startups/?q=gruen+tech&sector=green_tech")

    assert found(window) == ["Grünstrom"]
    assert window.page.locator("[role=status]").inner_text() == "1 start-up"
    assert window.page.evaluate("document.activeElement.id") == "id_q"
    assert "q=gruen" in window.page.locator("#languages a").first.get_attribute("href")
    window.check()


@pytest.mark.usefixtures("_world")
def test_back_leads_to_the_list_before(open_browser):
    window = open_browser()
    window.goto("/en/startups/")
    window.page.locator("summary").click()
    window.page.locator("#sector-medtech").check()
    window.page.wait_for_url("**?sector=medtech")
    window.page.go_back()
    window.page.wait_for_url("**/en/startups/")

    window.page.get_by_text("5 start-ups").wait_for()
    assert len(found(window)) == 5


@pytest.mark.usefixtures("_world")
@pytest.mark.parametrize("words", ["gruen tech", "sahyscan"])
def test_search_without_javascript(open_browser, words):
    window = open_browser(javascript=False)
    window.goto("/en/startups/")
    window.fill(q=words)
    window.press(".search button")

    assert found(window)[0] == {"gruen tech": "Grünstrom", "sahyscan": "Sahyascan"}[words]


@pytest.mark.usefixtures("_world")
def test_search_is_saved_and_its_weekly_mail_read_and_ended(open_browser, set_clock):
    set_clock(clock.today() + timedelta(days=1))
    window = open_browser(make_user())
    window.goto("/en/startups/?q=robotics")
    window.submit(".keep button")
    assert "“robotics”" in window.page.locator("main").inner_text()

    window.goto("/en/account/")
    assert "robotics" in window.page.locator("main").inner_text()

    set_clock(clock.today() + timedelta(days=1))
    make_startup(published=True, name="Tungabot Robotics", legal_name="Tungabot Ltd")
    set_clock(clock.today() + timedelta(days=7))
    chores.tell_of_new()
    mail = Email.objects.get(context__template="startups/mail/new_in_search")
    assert "Tungabot Robotics" in mail.message
    assert "Hampitron" not in mail.message

    # Where nobody is signed in, as in a mail program.
    (ending,) = re.findall(r"/en/unsubscribe/\S+", mail.message)
    assert mail.headers["List-Unsubscribe"].endswith(f"{ending}>")
    stranger = open_browser(javascript=False)
    stranger.goto(ending)
    stranger.submit()
    assert not SavedSearch.objects.exists()
