"""Further information, from the officer's question to the answer that the applicant has looked at before sending it."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories import fresh, make_case, officer_of, owner_of
from welcome.choices import CaseState

PDF = b"%PDF-1.7\ntrailer\n%%EOF\n"


@pytest.fixture
def case(transactional_db):
    return make_case(CaseState.REVIEW)


def ask(open_browser, case):
    officer = open_browser(officer_of(case.authority), with_axe=False)
    officer.goto(reverse("admin:welcome_case_request_information", args=[case.pk]))
    officer.fill(
        sections=["plan", "documents"], message="Which hospital is it?", due_on="2024-08-05"
    )
    officer.submit("main form button")
    return officer


@pytest.mark.parametrize(("width", "javascript"), [(360, True), (360, False)])
def test_request_is_answered_looked_at_and_sent(open_browser, case, width, javascript):
    officer = ask(open_browser, case)
    founder = open_browser(owner_of(case.startup), width=width, javascript=javascript)
    page = founder.page
    founder.goto(case.get_absolute_url())
    page.get_by_role("link", name="Write the answer").click()
    founder.check()
    assert "Which hospital is it?" in page.locator(".asked").inner_text()
    page.get_by_role("link", name="Your plan on the other side").click()
    founder.fill(goals="A study with the women’s hospital.")
    founder.submit(".asking form .actions button")
    page.get_by_role("link", name="Documents").click()
    founder.fill(kind=["pitch_deck"])
    page.locator("#id_files").set_input_files(
        {"name": "letter.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    founder.submit(".asking form .actions button")
    expect(page.get_by_text("1 file is added.")).to_be_visible()
    page.get_by_role("link", name="Back to your answer").click()
    page.get_by_role("link", name="Check your answer and send it").click()
    founder.check()
    shown = page.locator(".asking").inner_text()
    for words in ("Pilots with two hospitals.", "A study with the women’s hospital.", "letter.pdf"):
        assert words in shown
    founder.submit(".asking form .actions button")
    assert fresh(case).revision.number == 2
    officer.goto(reverse("admin:welcome_case_change", args=[case.pk]))
    assert "A study with the women’s hospital." in officer.page.locator("main").inner_text()
