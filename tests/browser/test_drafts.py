"""A draft by keyboard alone, on a small screen: two people in one section, and a session that ended."""

import pytest

from corridor import clock
from startups.choices import MemberRole
from startups.models import Membership
from tests.browser.hands import reach, write
from tests.factories import make_application, make_startup, make_user, owner_of


def send(window):
    reach(window, "main form button")
    with window.page.expect_navigation():
        window.page.keyboard.press("Enter")
    window.check()


@pytest.fixture
def draft(transactional_db):
    startup = make_startup()
    given = {"product": "A pocket ultrasound.", "stage": "prototype", "customers": ""}
    return make_application(startup, complete=False, product=given)


def test_two_people_in_one_section_lose_nothing(open_browser, draft):
    colleague = make_user("Vikram Hegde")
    Membership.objects.create(
        startup=draft.startup, user=colleague, role=MemberRole.EDITOR, since=clock.now()
    )
    windows = [open_browser(who, width=360) for who in (colleague, owner_of(draft.startup))]
    for window in windows:
        window.goto(f"/en/applications/{draft.pk}/product/")
    theirs, mine = windows
    write(theirs, "#id_product", "An ultrasound for midwives.")
    send(theirs)
    write(mine, "#id_customers", "Two hospitals")
    send(mine)
    assert "Vikram Hegde has saved this section" in mine.page.inner_text("main")
    draft.refresh_from_db()
    assert draft.answers["product"]["customers"] == ""
    send(mine)
    draft.refresh_from_db()
    assert draft.answers["product"] == {
        "product": "An ultrasound for midwives.",
        "stage": "prototype",
        "customers": "Two hospitals",
    }


def test_what_was_typed_outlives_the_session(open_browser, draft):
    owner = owner_of(draft.startup)
    window = open_browser(owner, width=360)
    window.goto(f"/en/applications/{draft.pk}/product/")
    write(window, "#id_customers", "Two hospitals")
    window.context.clear_cookies(name="sessionid")
    send(window)
    assert "/accounts/login/" in window.page.url
    window.fill(login=owner.email, password="corridor-demo")
    window.submit("form:has(#id_password) button")
    assert window.page.input_value("#id_customers") == "Two hospitals"
