"""The main job, from sign-up to the notice in hand, as its people do it."""

import io
import re

import pytest
from django.core import mail
from django.core.management import call_command
from pypdf import PdfReader

from startups.choices import Origin
from tests.factories import make_authority, make_benefit, make_package, officer_of, signatory_of
from welcome.models import Case
from welcome.sections import own_slug

CODE = re.compile(r"^[A-Z0-9]{4}-?[A-Z0-9]{4}$", re.MULTILINE)
DECK = (
    b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n"
    + b"%"
    + b"x" * 3_000_000
    + (b"\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n")
)


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


def last_code(address):
    """The code in the newest mail to an address."""
    letter = [message for message in mail.outbox if address in message.to][-1]
    return CODE.search(letter.body).group()


def sign_up(window, language, email):
    window.goto(f"/{language}/accounts/signup/")
    window.fill(name="ಕಾವೇರಿ Ōe", email=email, language=[language])
    window.submit()
    window.fill(code=last_code(email))
    window.submit()


def write_profile(window, language):
    window.goto(f"/{language}/startups/new/")
    window.submit()  # empty: the errors come, linked to their fields
    assert window.page.locator(".error-summary a[href='#id_name']").count() == 1
    window.fill(
        name="Müller-Lüdenscheidt Sensorik",
        legal_name="Müller-Lüdenscheidt Sensorik Private Limited",
        origin=["karnataka"],
        sector=["medtech"],
        city="Mysuru",
        founded_on="2020-05-04",
    )
    window.submit()


def check(window, language):
    """A few questions before any sign-in: both packages are a yes."""
    window.goto(f"/{language}/welcome/check/")
    window.fill(origin=["karnataka"], sector=["medtech"], founded_on="2020-05-04", settles=["yes"])
    window.submit()
    assert window.page.locator(".rows .yes").count() == 2
    window.page.locator(".rows a").first.click()
    window.check()


def apply(window, language, packages):
    window.goto(f"/{language}/welcome/city/apply/")
    window.fill(packages=[str(package.pk) for package in packages])
    window.submit()
    tasks = window.page.url
    answer = {
        "company": {
            "contact_role": "Founder",
            "phone": "+91 80 4710 0000",
            "address": "12 Devaraja Road\nMysuru",
        },
        "team": {"founders": "Ōe, managing director", "team_size": ["6-10"]},
        "product": {"product": "A pocket ultrasound.", "stage": ["prototype"]},
        "plan": {
            "goals": "Pilots with two hospitals.",
            "milestones": "December: first pilot",
            "settles": ["yes"],
            "founds_on": "2025-03-03",
            "arrives_on": "2024-12-02",
            "jobs": 12,
            "founder_on_site": ["yes"],
        },
        **{
            own_slug(package): {"benefits": [str(package.benefits.get().pk)]}
            for package in packages
        },
        "aid": {"received": ["no"]},
        "declarations": {
            "correct": True,
            "solvent": True,
            "not_begun": True,
            "electronic_notice": True,
        },
    }
    for section, fields in answer.items():
        window.goto(f"{tasks}{section}/")
        window.fill(**fields)
        window.submit()
    window.goto(f"{tasks}documents/")
    window.page.locator("#id_files").set_input_files(
        {"name": "../Pitch ಡೆಕ್.pdf", "mimeType": "application/pdf", "buffer": DECK}
    )
    window.press()
    window.page.get_by_text("Pitch ಡೆಕ್.pdf").first.wait_for()
    window.goto(f"{tasks}check/")
    window.submit()


def decide(open_browser, case, kind):
    """Officer and signatory work in the back office, each in their own browser; axe sees its pages in `test_pages`."""
    authority = case.package.authority
    office = f"/admin/welcome/case/{case.pk}"
    officer = open_browser(officer_of(authority), with_axe=False)
    officer.goto(f"{office}/change/")
    for verb in ("take", "begin_review"):
        step(officer, verb)
    if kind == "grant":
        officer.goto(f"{office}/record_sanctions_check/")
        officer.fill(result=["clear"])
        officer.submit()
    officer.goto(f"{office}/propose/")
    officer.fill(
        kind=[kind],
        reasons_de="Die Voraussetzungen sind geprüft. Das Ermessen ist ausgeübt.",
        reasons_en="The conditions were checked. Discretion was exercised.",
        conditions_de="Ein Bericht ist vorzulegen.",
        conditions_en="A report is to be submitted.",
    )
    officer.submit()
    signatory = open_browser(signatory_of(authority), with_axe=False)
    signatory.goto(f"{office}/sign/")
    signatory.submit()
    officer.goto(f"{office}/release/")
    officer.submit()


def step(window, verb):
    """Press the button whose form posts to this verb."""
    window.submit(f"form[action$='/{verb}/'] button")


def retrieve(window, language, case):
    """The applicant retrieves the notice; the text of the PDF."""
    window.goto(f"/{language}/cases/{case.reference}/notice/")
    with window.page.expect_download() as download:
        window.page.locator("main form button").click()
    pages = PdfReader(io.BytesIO(download.value.path().read_bytes())).pages
    return " ".join(page.extract_text() for page in pages)


@pytest.mark.parametrize(
    ("language", "javascript", "width"),
    [
        ("de", True, 360),
        pytest.param("en", False, 360, marks=pytest.mark.slow),
        pytest.param("en", True, 1280, marks=pytest.mark.slow),
    ],
)
def test_founder_gets_both_notices(open_browser, packages, language, javascript, width):
    """The City awards, the state rejects; each case goes its own way to its own notice."""
    email = "kaveri@sahyascan.example"
    founder = open_browser(javascript=javascript, width=width)
    check(founder, language)
    sign_up(founder, language, email)
    write_profile(founder, language)
    apply(founder, language, packages)
    cases = list(
        Case.objects.order_by("package__slug").select_related("package__authority", "startup")
    )
    assert [case.package.slug for case in cases] == ["city", "state"]
    call_command("housekeeping")
    receipt = [message for message in mail.outbox if message.to == [email]][-1]
    assert all(case.reference in receipt.subject for case in cases)
    decide(open_browser, cases[0], "grant")
    decide(open_browser, cases[1], "reject")
    city, state = (retrieve(founder, language, case) for case in cases)
    assert "Bewilligungsbescheid" in city
    assert "3.000,00\xa0EUR" in city
    assert "Ablehnungsbescheid" in state
    for case in cases:
        assert case.reference in founder.goto(f"/{language}/cases/{case.reference}/notice/").text()
        assert case.released_decision.deliveries.get().retrieved_by.email == email
