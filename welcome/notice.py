"""The notice of a decision as PDF: German text first, an English convenience copy after it (§ 23 VwVfG NRW)."""

from datetime import datetime
from pathlib import Path

from corridor.documents import pdf

TEMPLATE = Path(__file__).parent / "typst" / "notice.typ"


def render_notice(data: dict) -> bytes:
    """A PDF/UA-1 of the notice; the same bytes for the same data.

    Every key is needed and holds text unless said otherwise. Text is plain: nothing in it is markup.

    - authority: {name, address: [lines], email, phone, website}; recipient: {name, address: [lines]}
    - reference, file_number, place, date_de, date_en
    - kind: grant | reject | inadmissible | revoke | letter (no administrative act: other headings)
    - title_de, title_en, package_de, package_en
    - decision_*, conditions_*, reasons_*, remedy_* (de, en): lists of paragraphs; an empty one leaves its section out
    - items: [{title_de, title_en, quantity, unit_de, unit_en, value_de, value_en, provider}], total_de, total_en
    - signatory_line_de, signatory_line_en, proposed_by, signed_by, signed_at_de, signed_at_en; no signed_by: a draft
    - signed_at: ISO 8601 with offset, optional; the creation date inside the file
    - demo: bool, prints the demonstration line on every page
    """
    signed_at = data.get("signed_at")
    created = datetime.fromisoformat(signed_at) if signed_at else None
    return pdf.render(TEMPLATE, data, created=created)
