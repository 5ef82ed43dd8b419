from datetime import date, time
from decimal import Decimal

import pytest

from corridor.documents.models import Document
from startups.actions import change_startup
from tests.factories import (
    answers,
    make_authority,
    make_benefit,
    make_case,
    make_package,
    make_staff,
    make_startup,
    owner_of,
    propose,
)
from welcome import actions
from welcome.choices import CaseState, DecisionKind, StaffRole
from welcome.notice_data import euros, notice_data


def data_of(**arguments):
    """The notice of a signed case."""
    return notice_data(make_case(CaseState.SIGNED, **arguments).open_decision)


@pytest.mark.parametrize(
    ("kind", "title_de", "title_en"),
    [
        (DecisionKind.GRANT, "Bewilligungsbescheid", "Award notice"),
        (DecisionKind.REJECT, "Ablehnungsbescheid", "Rejection notice"),
        (DecisionKind.INADMISSIBLE, "Ablehnung als unzulässig", "Rejection as inadmissible"),
    ],
)
def test_notice_is_called_what_it_is(db, kind, title_de, title_en):
    data = data_of(kind=kind)
    assert (data["kind"], data["title_de"], data["title_en"]) == (kind, title_de, title_en)


def test_notice_names_both_persons_authority_and_remedy(db):
    data = data_of()
    assert data["proposed_by"] == "Ulla Müller-Lüdenscheidt"
    assert data["signed_by"] == "Jürgen Ōe"
    assert data["authority"]["address"] == ["Burgplatz 1", "40213 Düsseldorf"]
    assert data["remedy_de"] == [
        "Gegen diesen Bescheid kann innerhalb eines Monats Klage erhoben werden."
    ]
    assert data["remedy_en"] == [
        "Court action may be brought against this notice within one month."
    ]
    assert data["reasons_de"] == [
        "Die Voraussetzungen der Richtlinie sind geprüft.",
        "Das Ermessen ist ausgeübt.",
    ]


def test_award_lists_items_with_values_in_both_forms(db):
    package = make_package(benefits=0)
    make_benefit(package, quantity=3, unit_value=Decimal("1234.50"))
    data = data_of(package=package)
    (item,) = data["items"]
    assert (item["quantity"], item["value_de"], item["value_en"]) == (
        "3",
        "3.703,50 EUR",
        "EUR 3,703.50",
    )
    assert (data["total_de"], data["total_en"]) == ("3.703,50 EUR", "EUR 3,703.50")
    assert any("de minimis" in line.lower().replace("-", " ") for line in data["decision_de"])


def test_rejection_has_no_items(db):
    data = data_of(kind=DecisionKind.REJECT)
    assert data["items"] == []
    assert len(data["decision_de"]) == 1


def test_letter_is_no_act(db):
    data = data_of(package=make_package(make_authority("none")))
    assert data["kind"] == "letter"
    assert data["remedy_de"] == data["remedy_en"] == []
    assert data["title_en"] == "Confirmation"
    assert not [line for line in data["decision_en"] if "2023/2831" in line]


def test_notice_goes_to_the_company_as_submitted(db):
    startup = make_startup(legal_name="Sahyascan Diagnostics Private Limited")
    company = {
        **answers()["company"],
        "address": "Sahyascan Diagnostics Private Limited\n12 Devaraja Road\nMysuru",
    }
    case = make_case(CaseState.REVIEW, startup=startup, company=company)
    change_startup(startup=startup, by=owner_of(startup), legal_name="Another GmbH")
    assert notice_data(propose(case))["recipient"] == {
        "name": "Sahyascan Diagnostics Private Limited",
        "address": ["12 Devaraja Road", "Mysuru"],
    }


def test_notice_says_what_was_offered_whatever_became_of_the_package(db):
    case = make_case(CaseState.REVIEW, package=make_package(award_days=90, title_en="Before"))
    case.package.title_en, case.package.award_days = "After", 1
    case.package.save()
    data = notice_data(propose(case))
    assert data["package_en"] == "Before"
    assert "90 days" in data["decision_en"][2]


def test_proposal_makes_a_draft_without_signature(db):
    data = notice_data(make_case(CaseState.PROPOSED).open_decision)
    assert data["signed_by"] == data["signed_at"] == data["signed_at_de"] == ""


def test_days_are_those_of_duesseldorf(db, set_clock):
    set_clock(date(2024, 7, 23), time(0, 30))
    data = data_of()
    assert (data["date_de"], data["date_en"]) == ("23. Juli 2024", "23 July 2024")
    assert data["signed_at_de"].startswith("23. Juli 2024")
    assert "23. Juli 2024" in data["decision_de"][0]


@pytest.mark.parametrize(
    ("amount", "de", "en"),
    [
        ("0", "0,00 EUR", "EUR 0.00"),
        ("0.1", "0,10 EUR", "EUR 0.10"),
        ("1234567.89", "1.234.567,89 EUR", "EUR 1,234,567.89"),
    ],
)
def test_amount_is_written_as_the_language_does(amount, de, en):
    assert (euros(Decimal(amount), "de"), euros(Decimal(amount), "en")) == (de, en)


@pytest.mark.parametrize(
    "name", ["Ōe", "Nagarajan", "Müller-Lüdenscheidt", "ಮೀರಾ ನಾಗರಾಜನ್", "#panic() *a* $x$"]
)
def test_signing_never_fails_on_a_name(db, name):
    case = make_case(CaseState.REVIEW, startup=make_startup(name=name, legal_name=name))
    propose(case)
    signatory = make_staff(case.authority, StaffRole.SIGNATORY, name=name)
    decision = actions.sign(case=case, by=signatory)
    assert Document.objects.get(pk=decision.notice_id).size > 1_000
