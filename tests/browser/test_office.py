"""The back office with the keyboard, and on paper."""

import pytest

from tests.events.factories import make_event
from tests.factories import make_case, make_package, make_user, officer_of

# The name of the field that has the focus, when not even its first line can be seen.
COVERED = """() => {
    const field = document.activeElement, bar = document.querySelector(".submit-row");
    if (!field.form || bar.contains(field)) return null;
    const box = field.getBoundingClientRect(), line = Math.min(box.height, 40);
    return box.bottom < line || box.top + line > bar.getBoundingClientRect().top ? field.name : null;
}"""

# Whether a button lies in sight and under nothing else.
ON_TOP = """button => {
    const box = button.getBoundingClientRect();
    return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === button;
}"""


@pytest.mark.parametrize("width", [360, 1280])
def test_bar_of_actions_covers_no_field_that_has_the_focus(open_browser, transactional_db, width):
    package = make_package()
    window = open_browser(make_user(roles=["administrator"]), width=width)
    window.goto(f"/admin/welcome/package/{package.pk}/change/")
    bar = window.page.locator(".submit-row")
    assert bar.evaluate("bar => getComputedStyle(bar).position") == "sticky"
    covered = set()
    for _ in range(60):
        window.page.keyboard.press("Tab")
        covered.add(window.page.evaluate(COVERED))
    assert covered == {None}


def test_steps_of_an_event_do_not_lie_over_its_button_to_save(open_browser, transactional_db):
    event = make_event()
    window = open_browser(make_user(roles=["event_team"]))
    window.goto(f"/admin/events/event/{event.pk}/change/")
    save = window.page.locator("[name=_save]")
    assert save.evaluate(ON_TOP)


def test_file_of_a_case_prints_without_what_one_can_only_click(open_browser, transactional_db):
    case = make_case("review")
    window = open_browser(officer_of(case.authority))
    window.goto(f"/admin/welcome/case/{case.pk}/change/")
    window.page.emulate_media(media="print")
    assert window.page.locator("h1").is_visible()
    assert window.page.locator(".brand").is_visible()
    for gone in (".crumbs", ".tools", ".now .button", ".jumps"):
        assert not window.page.locator(gone).first.is_visible()
