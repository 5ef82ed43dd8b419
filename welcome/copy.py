"""What was submitted as a PDF to keep, in the reader's language: made from the revision on request."""

from pathlib import Path

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from corridor import clock
from corridor.documents import pdf
from corridor.templatetags.corridor import in_both_places
from welcome.models import Revision
from welcome.profiles import profile_rows
from welcome.summary import summary_of

TEMPLATE = Path(__file__).parent / "typst" / "copy.typ"


def render_copy(revision: Revision) -> bytes:
    """A PDF/UA-1 of everything that one revision holds; the same bytes every time."""
    return pdf.render(TEMPLATE, copy_data(revision), created=revision.submitted_at)


def copy_data(revision: Revision) -> dict:
    startup = revision.profile["legal_name"]
    cases = revision.application.cases.select_related("terms", "package__authority").order_by(
        "reference"
    )
    day = date_format(revision.submitted_at.astimezone(clock.BERLIN), "DATE_FORMAT")
    return {
        "language": get_language()[:2],
        "title": _("Application of %(startup)s") % {"startup": startup},
        "reference": day,
        "words": {"page": _("Page"), "of": _("of"), "name": _("Copy for your files")},
        "facts": [
            (_("Submitted"), in_both_places(revision.submitted_at)),
            (_("Submitted by"), revision.submitted_by.name),
            (_("Version"), str(revision.number)),
            *((case.reference, f"{case.terms}, {case.package.authority}") for case in cases),
        ],
        "sections": [section_data(section) for section in summary_of(revision)]
        + [{"title": _("Profile at submission"), "rows": rows_data(profile_rows(revision))}],
        "demo": _("Demonstration – no official service") if settings.DEMO else "",
    }


def section_data(section):
    return {"title": str(section["title"]), "rows": rows_data(section["rows"])}


def rows_data(rows):
    return [{"label": str(row["label"]), "value": words_of(row)} for row in rows]


def words_of(row):
    """An answer; of a file also the hash of its content, which proves that it is the one that was sent."""
    document = row.get("document")
    return f"{document.name}\nSHA-256 {document.sha256}" if document else str(row["value"])
