import pytest

from tests.factories import (
    answers,
    make_application,
    make_authority,
    make_document,
    make_package,
    owner_of,
)
from welcome import actions, sections
from welcome.choices import DocumentKind


def slugs(application):
    return [section.slug for section in sections.sections_of(application)]


def complete(application):
    return {section.slug for section in sections.SECTIONS if section.is_complete(application)}


def test_empty_draft_has_nothing_but_its_packages(db):
    assert complete(make_application(complete=False)) == {"packages", "documents"}


def test_answered_draft_is_complete(db):
    assert complete(make_application()) == {section.slug for section in sections.SECTIONS}


def test_documents_are_complete_with_every_kind_that_is_asked_for(db):
    kinds = [DocumentKind.PITCH_DECK, DocumentKind.INCORPORATION]
    packages = [make_package(required_documents=[kind]) for kind in kinds]
    draft = make_application(packages=packages, complete=False)
    owner = owner_of(draft.startup)
    for kind in kinds:
        assert "documents" not in complete(draft)
        actions.attach(application=draft, kind=kind, document=make_document(), by=owner)
    assert "documents" in complete(draft)


@pytest.mark.parametrize(("law", "asked"), [("nrw", True), ("none", False)])
def test_aid_is_asked_for_acts_only(db, law, asked):
    draft = make_application(packages=[make_package(make_authority(law))])
    assert ("aid" in slugs(draft)) is asked
    assert (sections.find("aid", draft) is not None) is asked


def test_declarations_lack_the_consent_that_a_later_package_asks_for(db):
    declared = {"correct": True, "solvent": True, "not_begun": True, "version": "2024-07"}
    draft = make_application(packages=[make_package(make_authority("none"))], declarations=declared)
    assert "declarations" in complete(draft)
    draft.packages.add(make_package())
    assert "declarations" not in complete(draft)
    actions.save_section(
        application=draft,
        section="declarations",
        answers=answers()["declarations"],
        by=owner_of(draft.startup),
    )
    draft.refresh_from_db()
    assert "declarations" in complete(draft)


def test_unknown_section_is_not_found(db):
    assert sections.find("passport", make_application(complete=False)) is None
