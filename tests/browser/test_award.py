"""From the award to its report, on a small screen: waiver, a benefit asked for, confirmed, used, reported."""

import pytest

from corridor import clock
from tests.browser.test_drafts import reach
from tests.factories import fresh, make_case, officer_of, owner_of
from welcome import actions
from welcome.choices import CaseState
from welcome.models import ProofOfUse, Redemption


@pytest.fixture
def case(transactional_db):
    case = make_case(CaseState.NOTIFIED)
    actions.add_landing_step(
        authority=case.authority, by=None, title_de="Notartermin", title_en="Notary"
    )
    return case


def waive(window, case):
    """By keyboard alone: what cannot be taken back is ticked and sent on purpose."""
    window.goto(f"/de/cases/{case.reference}/waive/")
    reach(window, "#id_waived")
    window.page.keyboard.press("Space")
    reach(window, "main button.danger")
    with window.page.expect_navigation():
        window.page.keyboard.press("Enter")
    window.check()
    assert fresh(case).state == CaseState.FINAL


def ask(window, case):
    window.page.get_by_role("link", name="Leistungen nutzen").click()
    window.check()
    window.page.get_by_role("link", name="Anfragen").first.click()
    window.fill(quantity="2", wished_on=clock.today().isoformat())
    window.submit()
    return Redemption.objects.get()


def confirm(window, case, wish):
    window.goto(f"/admin/welcome/redemption/{wish.pk}/confirm/")
    window.fill(answer="Platz 14")
    window.submit()
    wish.refresh_from_db()
    assert wish.is_confirmed


def use(window, case, wish):
    window.goto(f"/de/cases/{case.reference}/benefits/wishes/{wish.pk}/")
    window.submit()
    window.goto(f"/de/cases/{case.reference}/report/")
    window.submit()  # empty: the errors come, linked to their fields
    window.fill(text="Zwei Monate Arbeitsplatz, drei Pilotkunden.")
    window.submit()


def accept(window, case):
    window.goto(f"/admin/welcome/proofofuse/{ProofOfUse.objects.get().pk}/accept/")
    window.submit()
    window.goto(f"/admin/welcome/case/{case.pk}/change/")
    assert "Award in use" in window.page.inner_text("main") or window.page.locator("#award").count()


def test_award_is_used_and_reported(open_browser, case):
    founder = open_browser(owner_of(case.startup), width=360)
    officer = open_browser(officer_of(case.authority))
    waive(founder, case)
    wish = ask(founder, case)
    confirm(officer, case, wish)
    use(founder, case, wish)
    accept(officer, case)
    founder.goto(f"/de/cases/{case.reference}/landing/")
    actions.close(case=fresh(case), by=officer_of(case.authority))
    assert fresh(case).state == CaseState.CLOSED
