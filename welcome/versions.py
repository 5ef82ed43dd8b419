"""Versions of an application: what an authority sees of one, what an answer to a request makes of the latest."""

from dataclasses import dataclass

from welcome.choices import DocumentKind
from welcome.models import Answer, Application, Authority, Case, InformationRequest, Revision
from welcome.sections import Section, read_by

# Asked once for all: which packages somebody applies for makes the cases, and no answer changes it.
NEVER_ASKED = {"packages"}


@dataclass(frozen=True)
class File:
    """A file of a version under its kind, as revisions and drafts have theirs."""

    kind: str
    document: object

    def get_kind_display(self):
        return DocumentKind(self.kind).label


@dataclass(frozen=True)
class Version:
    """Answers by section and files, as a revision has them or an answer in the making."""

    answers: dict
    files: list[File]


class Stand:
    """An application as a version has it: for sections and forms, which read drafts."""

    def __init__(self, application: Application, version: Version, saved: dict | None = None):
        self.application, self.answers, self.saved = application, version.answers, saved or {}
        self.attachments = self.documents = Rows(version.files)

    def __getattr__(self, name):
        return getattr(self.application, name)


class Rows(list):
    """A list that answers like a related manager."""

    def all(self):
        return self

    def select_related(self, *_names):
        return self


def of_revision(revision: Revision, reader: Authority | None = None) -> Version:
    """A revision as a version; for an authority with the files that concern it."""
    rows = revision.documents.select_related("document")
    rows = rows.read_by([reader]) if reader else rows
    return Version(revision.answers, [File(row.kind, row.document) for row in rows])


def latest(case: Case) -> Revision:
    return case.application.revisions.order_by("number").last()


def newer(case: Case) -> Revision | None:
    """The latest revision when the case works on an earlier one; None otherwise."""
    found = latest(case)
    return found if found.number > case.revision.number else None


def sections_of_case(case: Case) -> list[Section]:
    """What the case's authority may ask for: all that it reads, apart from what made the case."""
    read = read_by(case.authority, case.application)
    return [section for section in read if section.slug not in NEVER_ASKED]


def unlocked(request: InformationRequest) -> list[Section]:
    """The sections that a request opens, in the order of the form."""
    return [
        section for section in sections_of_case(request.case) if section.slug in request.sections
    ]


def answered(request: InformationRequest, answer: Answer | None) -> Version:
    """The latest revision with what the answer changes in the sections that the request opens."""
    base = of_revision(latest(request.case))
    if answer is None:
        return base
    answers = {
        slug: {**given, **changes_in(request, answer, slug)} for slug, given in base.answers.items()
    }
    for slug in request.sections:
        if slug not in answers and (changes := changes_in(request, answer, slug)):
            answers[slug] = changes
    files = files_with(base.files, answer) if "documents" in request.sections else base.files
    return Version(answers, files)


def changes_in(request, answer, slug):
    return answer.changes.get(slug, {}) if slug in request.sections else {}


def files_with(files, answer):
    """What was submitted, without the files that the answer leaves out, with those that it adds."""
    marked = list(answer.files.select_related("document"))
    left_out = {row.document_id for row in marked if not row.added}
    kept = [file for file in files if file.document.pk not in left_out]
    return kept + [File(row.kind, row.document) for row in marked if row.added]


def is_changed(base: Version, new: Version) -> bool:
    return base.answers != new.answers or names(base.files) != names(new.files)


def names(files):
    return {(file.kind, file.document.pk) for file in files}


def unfinished(request: InformationRequest, version: Version) -> list[Section]:
    """Of the sections that were asked for, those that still lack an answer."""
    stand = Stand(request.case.application, version)
    return [section for section in unlocked(request) if section.missing(stand)]
