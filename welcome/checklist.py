"""What the completeness check looks at: each section and each kind of document that the package asks for."""

from dataclasses import dataclass

from welcome.choices import CheckState, DocumentKind
from welcome.models import Case, CheckMark
from welcome.versions import sections_of_case

# Files are looked at kind by kind.
DOCUMENTS = "documents"


@dataclass
class Item:
    """One thing to look at; `section` is what a request would open for it, `files` how many came of a kind."""

    name: str
    title: str
    section: str
    files: int | None = None
    mark: CheckMark | None = None


def items_of(case: Case) -> list[Item]:
    """The checklist of a case with the marks made so far, in the order of the application."""
    marks = {mark.item: mark for mark in case.marks.select_related("marked_by")}
    found = []
    for section in sections_of_case(case):
        if section.slug == DOCUMENTS:
            found += documents(case)
        else:
            found.append(Item(section.slug, section.title, section.slug))
    for item in found:
        item.mark = marks.get(item.name)
    return found


def documents(case):
    kinds = [document.kind for document in case.revision.documents.read_by([case.authority])]
    asked = case.terms.required_documents
    return [
        Item(f"{DOCUMENTS}-{kind}", label, DOCUMENTS, kinds.count(kind))
        for kind, label in DocumentKind.choices
        if kind in asked or kind in kinds
    ]


def lacking(case: Case) -> list[Item]:
    """What was marked as missing: a request for further information begins with it."""
    return [item for item in items_of(case) if item.mark and item.mark.state == CheckState.MISSING]
