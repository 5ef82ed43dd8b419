"""From the award to its settlement, on a small screen: waived, asked for, confirmed, used, reported, settled.

Once by keyboard alone, and once without a script.
"""

import pytest
from django.urls import reverse

from corridor import clock
from tests.browser.test_drafts import reach, write
from tests.factories import fresh, make_case, officer_of, owner_of
from welcome import actions
from welcome.choices import CaseState
from welcome.models import ProofOfUse, Redemption, Settlement


class Keys:
    """Somebody without a mouse: Tab, arrows, Space and Enter."""

    javascript = True

    def __init__(self, window):
        self.window, self.press = window, window.page.keyboard.press

    def goto(self, address):
        self.window.goto(address)

    def follow(self, address):
        self.enter(f"main a[href='{address}']")

    def write(self, **fields):
        for name, text in fields.items():
            write(self.window, f"#id_{name}", text)

    def day(self, name, day):
        """The browser's field takes its parts one by one; without a screen it speaks American."""
        reach(self.window, f"#id_{name}")
        self.window.page.keyboard.type(f"{day:%m%d%Y}")

    def tick(self, selector):
        reach(self.window, selector)
        self.press("Space")

    def send(self, selector="main form button"):
        self.enter(selector)

    def enter(self, selector):
        reach(self.window, selector)
        with self.window.page.expect_navigation():
            self.press("Enter")
        self.window.check()


class NoScript(Keys):
    """The same pages where no script runs."""

    javascript = False

    def write(self, **fields):
        self.window.fill(**fields)

    def day(self, name, day):
        self.window.fill(**{name: day.isoformat()})

    def tick(self, selector):
        self.window.page.locator(selector).first.check()

    def enter(self, selector):
        self.window.press(selector)


@pytest.fixture
def case(transactional_db):
    case = make_case(CaseState.NOTIFIED)
    actions.add_landing_step(
        authority=case.authority, by=None, title_de="Notartermin", title_en="Notary"
    )
    return case


def waive(founder, case):
    """What cannot be taken back is ticked and sent on purpose."""
    founder.goto(f"/de/cases/{case.reference}/")
    founder.follow(f"/de/cases/{case.reference}/waive/")
    founder.tick("#id_waived")
    founder.send("main button.danger")
    assert fresh(case).state == CaseState.FINAL


def ask(founder, case):
    item = fresh(case).award.items.first()
    founder.follow(f"/de/cases/{case.reference}/benefits/")
    founder.follow(f"/de/cases/{case.reference}/benefits/{item.pk}/")
    founder.write(quantity="2")
    founder.day("wished_on", clock.today())
    founder.send()
    return Redemption.objects.get()


def confirm(officer, wish):
    officer.goto(reverse("admin:welcome_redemption_confirm", args=[wish.pk]))
    officer.write(answer="Platz 14")
    officer.send()
    wish.refresh_from_db()
    assert wish.is_confirmed


def use(founder, case, wish):
    founder.goto(f"/de/cases/{case.reference}/benefits/")
    founder.follow(f"/de/cases/{case.reference}/benefits/wishes/{wish.pk}/")
    founder.send("main form button:not(.quiet):not(.danger):not(.link)")
    founder.follow(f"/de/cases/{case.reference}/report/")
    founder.send()  # empty: the errors come, linked to their fields
    founder.write(text="Zwei Monate Arbeitsplatz, drei Pilotkunden.")
    founder.send()


def accept(officer, case):
    officer.goto(reverse("admin:welcome_proofofuse_accept", args=[ProofOfUse.objects.get().pk]))
    officer.send()
    officer.goto(reverse("admin:welcome_case_change", args=[case.pk]))
    assert "Award in use" in officer.window.page.inner_text("main")


def settle(founder, case):
    step = case.authority.landing_steps.get()
    founder.goto(f"/de/cases/{case.reference}/landing/")
    founder.follow(f"/de/cases/{case.reference}/landing/{step.pk}/")
    founder.tick("[name=state]")
    founder.write(note="Montag, 9 Uhr")
    founder.send()
    assert "Montag, 9 Uhr" in founder.window.page.inner_text("main")
    founder.follow(f"/de/cases/{case.reference}/landing/settlement/")
    founder.day("settled_on", clock.today())
    founder.tick("[name=kind]")
    founder.write(number="Düsseldorf HRB 12345")
    founder.send()
    assert "HRB 12345" in founder.window.page.inner_text("main")
    assert Settlement.objects.get().settled_on == clock.today()


@pytest.mark.parametrize("hands", [Keys, pytest.param(NoScript, marks=pytest.mark.slow)])
def test_award_is_used_reported_and_settled(open_browser, case, hands):
    founder, officer = (
        hands(open_browser(who, javascript=hands.javascript, width=width, with_axe=width < 1280))
        for who, width in ((owner_of(case.startup), 360), (officer_of(case.authority), 1280))
    )
    waive(founder, case)
    wish = ask(founder, case)
    confirm(officer, wish)
    use(founder, case, wish)
    accept(officer, case)
    settle(founder, case)
    actions.close(case=fresh(case), by=officer_of(case.authority))
    assert fresh(case).state == CaseState.CLOSED
