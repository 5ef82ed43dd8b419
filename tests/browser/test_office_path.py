"""One case from the inbox to its revocation, by officer and signatory, with the keyboard alone; axe sees every page."""

from datetime import timedelta

import pytest
from django.urls import reverse

from corridor import clock
from tests.browser.hands import Keys
from tests.factories import fresh, make_case, make_staff, owner_of, state_views, take_step
from welcome import actions
from welcome.choices import CaseState, StaffRole

# The one main button of a page of the back office.
BUTTON = "#content form button:not(.quiet):not(.danger):not(.link)"
S = CaseState


class Desk:
    """Somebody of the authority at the keyboard, who comes to a case through their own lists."""

    def __init__(self, window, case):
        self.keys, self.case = Keys(window), case

    def find(self):
        """From the start page to the inbox, and there to the case."""
        self.keys.goto("/admin/")
        self.keys.submit("#content a[href*='/admin/welcome/case/']")
        self.keys.goto(f"{reverse('admin:welcome_case_changelist')}?state=all")
        self.keys.submit(f"#result_list a[href*='{self.case.pk}']")

    def step(self, verb, **fields):
        """The step's own button on the case; its form, where there is one."""
        self.keys.goto(reverse("admin:welcome_case_change", args=[self.case.pk]))
        if not fields and self.keys.page.locator(f"form[action$='/{verb}/']").count():
            self.keys.submit(f"form[action$='/{verb}/'] button")
            return
        self.keys.submit(f"#content a[href$='/{verb}/']")
        self.keys.fill(**fields)
        self.keys.submit(BUTTON)

    def declare(self):
        self.find()
        self.keys.submit("button[name='answer'][value='none']")


def decided(officer, signatory, case, set_clock):
    """Signed by the other one, released, retrieved; notified the day after, and final after the court period."""
    signatory.step("sign")
    officer.step("release")
    actions.retrieve_notice(case=fresh(case), by=owner_of(case.startup))
    for days, verb in ((1, "notify"), (40, "finalise")):
        set_clock(clock.today() + timedelta(days=days))
        take_step(fresh(case), verb)


@pytest.mark.slow
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_case_goes_from_the_inbox_to_its_revocation(
    open_browser, transactional_db, set_clock, scheme, width
):
    case = make_case(S.SUBMITTED)
    officer, signatory = (
        Desk(open_browser(person, scheme=scheme, width=width), case)
        for person in (
            make_staff(case.authority, StaffRole.OFFICER, undeclared=True),
            make_staff(case.authority, StaffRole.SIGNATORY, undeclared=True),
        )
    )
    officer.declare()
    signatory.declare()
    officer.step("take")
    officer.step("begin_review")
    officer.step("record_sanctions_check", result=["clear"])
    words = {
        "reasons_de": "Die Voraussetzungen sind geprüft. Das Ermessen ist ausgeübt.",
        "reasons_en": "The conditions were checked. Discretion was exercised.",
    }
    officer.step("propose", kind=["grant"], **words)
    decided(officer, signatory, case, set_clock)
    assert fresh(case).state == S.FINAL

    officer.step(
        "hear",
        reasons_de="Das Start-up hat sich nicht angesiedelt.",
        reasons_en="The start-up has not settled.",
        due_on=clock.today() + timedelta(days=21),
    )
    state_views(case)
    officer.step("propose_revocation", effect=["future"], **words)
    decided(officer, signatory, case, set_clock)
    assert fresh(case).decisions.latest("proposed_at").kind == "revoke"
    assert fresh(case).state in {S.FINAL, S.CLOSED}
