"""What a package asks by itself, and that its authority alone reads it."""

import pytest

from corridor.documents.models import Document
from tests.factories import (
    make_application,
    make_package,
    make_question,
    make_startup,
    officer_of,
    owner_of,
    sign_in,
)
from welcome import actions
from welcome.choices import QuestionKind
from welcome.forms import form_of
from welcome.models import Case, documents_visible_to
from welcome.sections import find, own_slug, read_by, sections_of
from welcome.summary import summary_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def packages():
    """One package of each of two authorities, with a question and a document of its own."""
    found = [make_package(required_documents=[kind]) for kind in ("pitch_deck", "incorporation")]
    for number, package in enumerate(found):
        make_question(package, text_en=f"Question of {number}")
    return found


def submitted(packages):
    draft = make_application(packages=packages)
    actions.submit(application=draft, by=owner_of(draft.startup))
    return Case.objects.order_by("package").select_related("package__authority", "revision")


def test_each_package_has_a_section_of_its_own(packages):
    draft = make_application(packages=packages, complete=False)
    slugs = [section.slug for section in sections_of(draft)]
    assert [slug for slug in slugs if slug.startswith("package-")] == [
        own_slug(p) for p in packages
    ]
    draft.packages.remove(packages[0])
    assert find(own_slug(packages[0]), draft) is None


@pytest.mark.parametrize("kind", QuestionKind)
def test_question_of_every_kind_is_asked_and_kept(client, kind):
    package = make_package(benefits=1)
    question = make_question(package, kind=kind)
    draft = make_application(packages=[package], complete=False)
    sign_in(client, owner_of(draft.startup))
    said = {"line": "x", "text": "x", "yes_no": "yes", "number": "0", "day": "2030-01-31"}
    address = f"{draft.get_absolute_url()}{own_slug(package)}/"
    benefit = str(package.benefits.get().pk)
    client.post(address, {"benefits": [benefit], f"question-{question.pk}": said[kind]})
    draft.refresh_from_db()
    kept = draft.answers[own_slug(package)]
    assert kept["benefits"] == [benefit]
    assert str(kept[f"question-{question.pk}"]) == said[kind]
    assert find(own_slug(package), draft).is_complete(draft)


def test_benefit_of_another_package_is_not_taken(client, packages):
    draft = make_application(packages=packages[:1], complete=False)
    sign_in(client, owner_of(draft.startup))
    foreign = str(packages[1].benefits.first().pk)
    address = f"{draft.get_absolute_url()}{own_slug(packages[0])}/"
    assert "error-summary" in client.post(address, {"benefits": [foreign]}).text


def test_question_that_need_not_be_answered_is_optional():
    package = make_package(benefits=0)
    make_question(package, is_required=False)
    draft = make_application(packages=[package], complete=False)
    here = find(own_slug(package), draft)
    assert (
        form_of(here)(application=draft)
        .fields[f"question-{package.questions.get().pk}"]
        .says_optional
    )
    assert here.missing(draft) == []


def test_authority_reads_shared_sections_and_its_own(packages):
    for case in submitted(packages):
        slugs = {part["slug"] for part in summary_of(case.revision, reader=case.authority)}
        own = own_slug(case.package)
        assert {slug for slug in slugs if slug.startswith("package-")} == {own}
        assert {"company", "team", "product", "plan", own} <= slugs
        titles = [section.slug for section in read_by(case.authority, case.application)]
        assert own in titles


def test_authority_opens_documents_of_its_own_packages(packages):
    city, state = submitted(packages)
    for case, kind in ((city, "pitch_deck"), (state, "incorporation")):
        officer = officer_of(case.authority)
        kinds = case.revision.documents.read_by([case.authority]).values_list("kind", flat=True)
        assert list(kinds) == [kind]
        assert documents_visible_to(officer).count() == 1
    assert documents_visible_to(owner_of(city.startup)).count() == Document.objects.count() == 2


def test_page_of_a_case_shows_nothing_of_the_other_package(client, packages):
    city, _state = submitted(packages)
    sign_in(client, officer_of(city.authority))
    text = client.get(f"/admin/welcome/case/{city.pk}/change/").text
    assert "Frage" in text or "Question of 0" in text
    assert "Question of 1" not in text
    assert packages[1].title_en not in text
    assert packages[1].title_de not in text


def test_question_that_goes_leaves_what_was_submitted_readable(packages):
    city, _state = submitted(packages)
    packages[0].questions.all().delete()
    packages[0].benefits.all().delete()
    rows = [row for part in summary_of(city.revision) for row in part["rows"]]
    assert "Question of 0" in [str(row["label"]) for row in rows]
    assert "Benefit 1: 3 months\nBenefit 2: 3 months" in [str(row["value"]) for row in rows]


def test_answers_for_a_package_that_was_dropped_stay_behind(packages):
    draft = make_application(make_startup(), packages)
    draft.packages.remove(packages[1])
    actions.submit(application=draft, by=owner_of(draft.startup))
    assert own_slug(packages[1]) not in draft.revisions.get().answers
