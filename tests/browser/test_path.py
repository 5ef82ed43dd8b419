"""The main job as its people do it: from "may I?" to both notices in hand, and on to the use of the award.

A founder walks it on a small screen: by keyboard alone, and without a script. The authorities' steps between are
actions here; `test_staff` has them as staff take them.
"""

import io
import re
from datetime import date

import pytest
from django.core import mail
from django.core.management import call_command
from pypdf import PdfReader

from corridor import clock
from startups.choices import Origin
from tests.browser.hands import Keys, NoScript
from tests.factories import (
    ask,
    fresh,
    make_authority,
    make_benefit,
    make_package,
    officer_of,
    signatory_of,
    take_step,
)
from welcome import actions
from welcome.choices import CaseState, DecisionKind
from welcome.models import Case, ProofOfUse, Redemption, Settlement
from welcome.sections import own_slug

CODE = re.compile(r"^[A-Z0-9]{4}-?[A-Z0-9]{4}$", re.MULTILINE)
DECK = (
    b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n"
    + b"%"
    + b"x" * 3_000_000
    + (b"\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n")
)
LETTER = b"%PDF-1.7\ntrailer\n%%EOF\n"
EMAIL = "kaveri@sahyascan.example"


@pytest.fixture
def packages(transactional_db):
    """The City's package and the state's, each with its own people."""
    found = []
    for name, slug, title in (
        ("Stadt Düsseldorf", "city", "Welcome Package Düsseldorf"),
        ("NRW.Global Business", "state", "Startup Welcome Package NRW"),
    ):
        authority = make_authority(name=name, slug=slug)
        officer_of(authority), signatory_of(authority)
        package = make_package(
            authority,
            benefits=0,
            slug=slug,
            title_en=title,
            title_de=title,
            required_documents=["pitch_deck"],
            origins=[Origin.KARNATAKA],
        )
        make_benefit(package)
        found.append(package)
    return found


def pdf(name, content):
    return {"name": name, "mimeType": "application/pdf", "buffer": content}


def last_code(address):
    """The code in the newest mail to an address."""
    letter = [message for message in mail.outbox if address in message.to][-1]
    return CODE.search(letter.body).group()


def find_out(founder, language):
    """A few questions before any sign-in: both packages are a yes."""
    founder.goto(f"/{language}/welcome/check/")
    founder.fill(
        origin=["karnataka"], sector=["medtech"], founded_on=date(2020, 5, 4), settles=["yes"]
    )
    founder.submit()
    assert founder.page.locator(".rows .yes").count() == 2
    founder.follow("/welcome/city/")
    founder.follow("/welcome/city/apply/")


def sign_up(founder, language):
    """For this step an account is needed; afterwards the person is back at it."""
    founder.submit("main a[href*='/signup/']")
    founder.fill(name="ಕಾವೇರಿ Ōe", email=EMAIL, language=[language])
    founder.submit()
    founder.fill(code=last_code(EMAIL))
    founder.submit()


def write_profile(founder):
    """A start-up applies, not a person."""
    founder.submit("main a[href*='/startups/new/']")
    founder.submit()  # empty: the errors come, linked to their fields
    assert founder.page.locator(".error-summary a[href='#id_name']").count() == 1
    founder.fill(
        name="Müller-Lüdenscheidt Sensorik",
        legal_name="Müller-Lüdenscheidt Sensorik Private Limited",
        origin=["karnataka"],
        sector=["medtech"],
        city="Mysuru",
        founded_on=date(2020, 5, 4),
    )
    founder.submit()


def answers(packages):
    """What the founder writes, section by section."""
    yield (
        "company",
        {
            "contact_role": "Founder",
            "phone": "+91 80 4710 0000",
            "address": "12 Devaraja Road\nMysuru",
        },
    )
    yield "team", {"founders": "Ōe, managing director", "team_size": ["6-10"]}
    yield "product", {"product": "A pocket ultrasound.", "stage": ["prototype"]}
    yield (
        "plan",
        {
            "goals": "Pilots with two hospitals.",
            "milestones": "December: first pilot",
            "settles": ["yes"],
            "founds_on": date(2025, 3, 3),
            "arrives_on": date(2024, 12, 2),
            "jobs": 12,
            "founder_on_site": ["yes"],
        },
    )
    for package in packages:
        yield own_slug(package), {"benefits": [str(package.benefits.get().pk)]}
    yield "aid", {"received": ["no"]}
    yield (
        "declarations",
        {"correct": True, "solvent": True, "not_begun": True, "electronic_notice": True},
    )


def apply(founder, packages):
    """Both packages in one application, its sections one by one, then everything once more, and sent."""
    founder.fill(packages=[str(package.pk) for package in packages])
    founder.submit()
    for section, fields in answers(packages):
        founder.follow(f"/{section}/")
        founder.fill(**fields)
        founder.submit()
    founder.follow("/documents/")
    founder.upload("#id_files", pdf("../Pitch ಡೆಕ್.pdf", DECK))
    founder.page.get_by_text("Pitch ಡೆಕ್.pdf").first.wait_for()
    founder.submit("main form .actions button + a")
    founder.follow("/check/")
    founder.submit()
    cases = Case.objects.order_by("package__slug")
    return list(cases.select_related("package__authority", "startup"))


def answer(founder, case):
    """What is asked opens two sections; the difference is read before it is sent."""
    founder.follow(f"/cases/{case.reference}/")
    founder.follow(f"/cases/{case.reference}/answer/")
    assert "Which hospital is it?" in founder.page.inner_text(".asked")
    founder.follow("/answer/plan/")
    founder.fill(goals="A study with the women’s hospital.")
    founder.submit()
    founder.follow("/answer/documents/")
    founder.fill(kind=["pitch_deck"])
    founder.upload("#id_files", pdf("letter.pdf", LETTER))
    founder.page.get_by_role("link", name="letter.pdf").wait_for()
    founder.submit("main form .actions button + a")
    founder.follow("/answer/check/")
    shown = founder.page.inner_text(".asking")
    for words in ("Pilots with two hospitals.", "A study with the women’s hospital.", "letter.pdf"):
        assert words in shown
    founder.submit()
    assert fresh(case).revision.number == 2


def decide(case, kind):
    for verb in ("begin_review", "propose", "sign", "release"):
        take_step(fresh(case), verb, kind=kind)


def retrieve(founder, language, case):
    """The applicant retrieves the notice; the text of the PDF."""
    founder.goto(f"/{language}/cases/{case.reference}/")
    founder.follow("/notice/")
    pages = PdfReader(io.BytesIO(founder.download("main form button"))).pages
    return " ".join(page.extract_text() for page in pages)


def waive(founder, language, case):
    """What cannot be taken back is ticked and sent on purpose."""
    founder.goto(f"/{language}/cases/{case.reference}/")
    founder.follow("/waive/")
    founder.fill(waived=True)
    founder.submit("main button.danger")
    assert fresh(case).state == CaseState.FINAL


def wish(founder, language, case):
    founder.goto(f"/{language}/cases/{case.reference}/")
    founder.follow("/benefits/")
    founder.follow(f"/benefits/{fresh(case).award.items.get().pk}/")
    founder.fill(quantity=2, wished_on=clock.today())
    founder.submit()
    return Redemption.objects.get()


def use(founder, wished):
    founder.follow(f"/benefits/wishes/{wished.pk}/")
    founder.submit()
    founder.follow("/report/")
    founder.submit()  # empty: the errors come, linked to their fields
    founder.fill(text="Zwei Monate Arbeitsplatz, drei Pilotkunden.")
    founder.submit()
    return ProofOfUse.objects.get()


def settle(founder, language, case, step):
    founder.goto(f"/{language}/cases/{case.reference}/landing/")
    founder.follow(f"/landing/{step.pk}/")
    founder.fill(state=["begun"], note="Montag, 9 Uhr")
    founder.submit()
    assert "Montag, 9 Uhr" in founder.text()
    founder.follow("/landing/settlement/")
    founder.fill(settled_on=clock.today(), kind=["hrb"], number="Düsseldorf HRB 12345")
    founder.submit()
    assert "HRB 12345" in founder.text()
    assert Settlement.objects.get().settled_on == clock.today()


@pytest.mark.parametrize(
    ("hands", "language", "with_axe"),
    [
        (Keys, "de", False),
        pytest.param(Keys, "en", True, marks=pytest.mark.slow),
        pytest.param(NoScript, "en", False, marks=pytest.mark.slow),
    ],
)
def test_founder_goes_from_the_first_question_to_the_report(
    open_browser, set_clock, packages, hands, language, with_axe
):
    """The City asks once more and awards, the state rejects; each case goes its own way."""
    window = open_browser(javascript=hands.javascript, width=360, with_axe=with_axe)
    founder = hands(window)
    find_out(founder, language)
    sign_up(founder, language)
    write_profile(founder)
    city, state = apply(founder, packages)
    call_command("housekeeping")
    receipt = [message for message in mail.outbox if message.to == [EMAIL]][-1]
    assert all(case.reference in receipt.subject for case in (city, state))
    officer = officer_of(city.authority)
    for case in (city, state):
        take_step(case, "take")
    ask(city, "plan", "documents", message="Which hospital is it?")
    founder.page.reload()
    answer(founder, city)
    decide(city, DecisionKind.GRANT)
    decide(state, DecisionKind.REJECT)
    notice = retrieve(founder, language, city)
    assert "Bewilligungsbescheid" in notice
    assert "3.000,00\xa0EUR" in notice
    assert "Ablehnungsbescheid" in retrieve(founder, language, state)
    set_clock(date(2024, 7, 23))
    call_command("housekeeping")
    waive(founder, language, city)
    wished = wish(founder, language, city)
    actions.confirm_benefit(redemption=wished, agreed_on=clock.today(), by=officer)
    founder.page.reload()
    proof = use(founder, wished)
    actions.accept_proof(proof=proof, by=officer)
    step = actions.add_landing_step(
        authority=city.authority, by=None, title_de="Notartermin", title_en="Notary"
    )
    settle(founder, language, city, step)
    actions.close(case=fresh(city), by=officer)
    assert fresh(city).state == CaseState.CLOSED
