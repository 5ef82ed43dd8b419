"""What a draft may take over from an earlier application: answers and documents, never what is declared anew."""

from dataclasses import dataclass, field

from django.utils.dateparse import parse_date

from welcome import aid
from welcome.models import Application, Revision, RevisionDocument
from welcome.sections import (
    BENEFITS,
    PLANNED,
    Section,
    is_ahead,
    required_kinds,
    sections_of,
)

# Consents and declarations are given for one application.
NEVER = {"packages", "documents", "declarations"}


@dataclass(frozen=True)
class Offer:
    """Answers by section and files that would come into a draft."""

    answers: dict = field(default_factory=dict)
    files: list[RevisionDocument] = field(default_factory=list)

    def __bool__(self):
        return bool(self.answers or self.files)


def applications_before(draft: Application):
    """What the start-up has submitted so far, the latest first."""
    submitted = Application.objects.filter(startup=draft.startup_id, submitted_at__isnull=False)
    return submitted.order_by("-submitted_at").prefetch_related("packages", "revisions")


def offer(draft: Application, revision: Revision) -> Offer:
    """What fits into the draft: sections that nobody has begun, kinds of documents that are asked for and not there."""
    answers = {
        section.slug: taken
        for section in sections_of(draft)
        if section.slug not in NEVER and not section.is_begun(draft)
        if (taken := fitting(section, draft, revision))
    }
    return Offer(answers, files_for(draft, revision))


def fitting(section: Section, draft, revision) -> dict:
    """The answers of a section, without what no longer holds."""
    given = revision.answers.get(section.slug, {})
    if section.slug == "aid":
        return aid_of(draft, revision)
    if section.terms:
        return own_answers(section, given)
    return {
        name: answer for name, answer in given.items() if name not in PLANNED or is_ahead(answer)
    }


def own_answers(section, given):
    """A package may offer and ask other things by now."""
    offered = {str(offer.id) for offer in section.terms.offers}
    asked = {question.name for question in section.terms.asked}
    found = {name: answer for name, answer in given.items() if name in asked}
    wished = [benefit for benefit in given.get(BENEFITS) or [] if benefit in offered]
    return {**found, BENEFITS: wished} if wished else found


def aid_of(draft, revision):
    """Aid that still counts on the day for which an award is planned. That there is none is declared anew."""
    stands = aid.statement(draft)
    lines = revision.answers.get("aid", {}).get("lines", [])
    kept = [line for line in lines if parse_date(line["granted_on"]) >= stands.since]
    return {"received": "yes", "lines": kept} if kept else {}


def files_for(draft, revision):
    wanted = required_kinds(draft) - {attachment.kind for attachment in draft.attachments.all()}
    return [row for row in revision.documents.select_related("document") if row.kind in wanted]


def taken_from(application: Application, slug: str):
    """The day of the application from which a section was taken over; None once somebody has saved it."""
    day = application.saved.get(slug, {}).get("from")
    return parse_date(day) if day else None
