"""What administrators set up is kept with its versions, and no change of it alters a case that runs."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.storage import storages
from django.urls import reverse
from pypdf import PdfReader

from tests.factories import (
    fresh,
    make_case,
    make_package,
    make_question,
    make_user,
    officer_of,
    sign_in,
    take_step,
)
from welcome import actions
from welcome.choices import CaseState, DocumentKind, QuestionKind
from welcome.models import Benefit, Criterion, Question
from welcome.sections import required_kinds

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return make_user("Ada Admin", roles=["administrator"])


def text_of(document):
    with storages["private"].open(document.path) as file:
        return " ".join(" ".join(p.extract_text() for p in PdfReader(file).pages).split())


def lines_of(rows, names, **changed):
    return [
        {"id": row.pk, **{name: getattr(row, name) for name in names}, **changed} for row in rows
    ]


OFFERED = (
    "title_de", "title_en", "unit_de", "unit_en", "quantity", "unit_value", "provider", "contact", "provider_email",
)  # fmt: skip
WEIGHED = ("title_de", "title_en", "guidance_de", "guidance_en", "weight")
ASKED = ("text_de", "text_en", "help_de", "help_en", "kind", "is_required")


def change_everything(package, by):
    """A package of the same name in which nothing is as it was."""
    actions.change_package(
        package=package,
        by=by,
        benefits=lines_of(package.benefits.all(), OFFERED, unit_value=Decimal(7), quantity=1),
        criteria=lines_of(package.criteria.all(), WEIGHED, weight=9),
        questions=lines_of(package.questions.all(), ASKED, text_de="Anders?", text_en="Other?"),
        title_de="Anderes Paket",
        title_en="Another package",
        award_days=7,
        begin_days=7,
        report_days=7,
        decision_days=1,
        required_documents=[DocumentKind.ACCOUNTS],
    )


def test_change_of_a_package_alters_no_running_case(administrator):
    package = make_package(criteria=2)
    make_question(package, kind=QuestionKind.LINE)
    case = make_case(CaseState.REVIEW, package=package)
    before, due_on = case.terms.said, case.due_on
    change_everything(package, administrator)
    case = fresh(case)
    assert case.terms.said == before
    assert case.due_on == due_on
    assert required_kinds(case.application) == set()


def test_notice_and_award_follow_the_terms_of_the_case(administrator):
    package = make_package()
    case = make_case(CaseState.REVIEW, package=package)
    title, days = case.terms.title_de, case.terms.award_days
    change_everything(package, administrator)
    for verb in ("propose", "sign"):
        take_step(case, verb)
    decision = fresh(case).open_decision
    assert decision.value == Decimal(2_000)  # of then
    assert title in text_of(decision.notice)
    assert fresh(case).terms.award_days == days


def test_signed_notice_keeps_letterhead_and_remedy_text(administrator):
    case = make_case(CaseState.SIGNED)
    notice = case.open_decision.notice
    said = text_of(notice)
    actions.change_authority(
        authority=case.authority,
        by=administrator,
        name="Neues Amt",
        address="Neue Straße 1",
        remedy_de="Neue Belehrung.",
        remedy_en="New information.",
    )
    take_step(case, "release")
    kept = fresh(case).released_decision.notice
    assert (kept.pk, kept.sha256) == (notice.pk, notice.sha256)
    assert "Klage" in said
    assert text_of(kept) == said


def test_next_notice_has_the_new_letterhead(administrator):
    case = make_case(CaseState.PROPOSED)
    actions.change_authority(
        authority=case.authority, by=administrator, remedy_de="Neue Belehrung."
    )
    take_step(fresh(case), "sign")
    assert "Neue Belehrung." in text_of(fresh(case).open_decision.notice)


def test_history_of_a_package_says_who_changed_which_line(client, administrator):
    package = make_package(criteria=1)
    make_question(package)
    change_everything(package, administrator)
    sign_in(client, administrator)
    text = client.get(reverse("admin:welcome_package_history", args=[package.pk])).text
    assert "Ada Admin" in text
    for words in ("(benefit item)", "(criterion)", "(question)", "(welcome package)", "Other?"):
        assert words in text


def test_line_that_did_not_change_leaves_no_history(administrator):
    package = make_package(criteria=1)
    actions.change_package(
        package=package,
        by=administrator,
        benefits=lines_of(package.benefits.all(), OFFERED),
        criteria=[],
        award_days=7,
    )
    for benefit in Benefit.objects.all():
        assert benefit.history.filter(pgh_label="update").count() == 0
    gone = Criterion.history.rel.related_model.objects.filter(pgh_label="delete").get()
    assert gone.title_en == "Criterion 1"
    assert not Question.objects.exists()


@pytest.mark.parametrize("name", ["remedy_de", "address"])
def test_history_of_an_authority_says_what_its_notices_said(client, administrator, name):
    authority = make_package().authority
    before = getattr(authority, name)
    actions.change_authority(authority=authority, by=administrator, **{name: "Etwas Neues."})
    sign_in(client, administrator)
    text = client.get(reverse("admin:welcome_authority_history", args=[authority.pk])).text
    assert "Ada Admin" in text
    assert before.splitlines()[0] in text
    assert "Etwas Neues." in text


def test_change_of_a_text_block_is_kept():
    authority = make_package().authority
    officer = officer_of(authority)
    words = {"title_de": "A", "title_en": "A", "text_de": "Alt.", "text_en": "Old."}
    block = actions.add_text_block(authority=authority, use="reasons", **words, by=officer)
    actions.change_text_block(block=block, text_de="Neu.", by=officer)
    assert [row.text_de for row in block.history.order_by("pgh_id")] == ["Alt.", "Neu."]


def test_package_that_closes_earlier_ends_no_case(administrator):
    package = make_package()
    case = make_case(package=package)
    actions.change_package(
        package=package,
        by=administrator,
        benefits=lines_of(package.benefits.all(), OFFERED),
        closes_on=package.opens_on + timedelta(days=1),
    )
    take_step(case, "take")
    assert fresh(case).state == CaseState.CHECKING
