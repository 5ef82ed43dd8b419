"""What officer and signatory do in the back office, each in their own browser: the other side of `test_path`."""

from django.urls import reverse

from corridor import clock
from tests.factories import fresh, make_case, officer_of, owner_of, signatory_of
from welcome import actions
from welcome.choices import CaseState


def page_of(window, case, verb):
    """The page of one verb; axe sees those in `test_pages`."""
    window.goto(reverse(f"admin:welcome_case_{verb}", args=[case.pk]))


def step(window, verb):
    """Press the button whose form posts to this verb."""
    window.submit(f"form[action$='/{verb}/'] button")


def ask(officer, case):
    page_of(officer, case, "request_information")
    officer.fill(
        sections=["plan", "documents"], message="Which hospital is it?", due_on="2024-08-05"
    )
    officer.submit("main form button")
    request = case.requests.get()
    assert request.sections == ["plan", "documents"]
    return request


def award(officer, signatory, case):
    """Proposed by one, signed by the other."""
    page_of(officer, case, "record_sanctions_check")
    officer.fill(result=["clear"])
    officer.submit()
    page_of(officer, case, "propose")
    officer.fill(
        kind=["grant"],
        reasons_de="Die Voraussetzungen sind geprüft. Das Ermessen ist ausgeübt.",
        reasons_en="The conditions were checked. Discretion was exercised.",
        conditions_de="Ein Bericht ist vorzulegen.",
        conditions_en="A report is to be submitted.",
    )
    officer.submit()
    page_of(signatory, case, "sign")
    signatory.submit()
    page_of(officer, case, "release")
    officer.submit()
    assert fresh(case).state == CaseState.RELEASED


def test_case_is_asked_about_and_awarded(open_browser, transactional_db):
    case = make_case(CaseState.SUBMITTED)
    officer, signatory = (
        open_browser(who, with_axe=False)
        for who in (officer_of(case.authority), signatory_of(case.authority))
    )
    owner = owner_of(case.startup)
    page_of(officer, case, "change")
    step(officer, "take")
    request = ask(officer, case)
    plan = {**case.revision.answers["plan"], "goals": "A study with the women’s hospital."}
    actions.save_answer(request=request, section="plan", answers=plan, by=owner)
    actions.send_answer(request=request, by=owner)
    page_of(officer, case, "change")
    assert "A study with the women’s hospital." in officer.page.inner_text("main")
    step(officer, "begin_review")
    award(officer, signatory, case)


def test_wish_is_confirmed_and_proof_of_use_accepted(open_browser, transactional_db):
    case = make_case(CaseState.FINAL)
    owner, today = owner_of(case.startup), clock.today()
    item = case.award.items.first()
    wish = actions.ask_benefit(item=item, quantity=1, wished_on=today, by=owner)
    officer = open_browser(officer_of(case.authority), with_axe=False)
    officer.goto(reverse("admin:welcome_redemption_confirm", args=[wish.pk]))
    officer.fill(answer="Platz 14")
    officer.submit()
    actions.note_use(redemption=wish, used_on=today, by=owner)
    proof = actions.send_proof(case=case, text="We used the desk for a month.", by=owner)
    officer.goto(reverse("admin:welcome_proofofuse_accept", args=[proof.pk]))
    officer.submit()
    page_of(officer, case, "change")
    assert "Award in use" in officer.page.inner_text("main")
