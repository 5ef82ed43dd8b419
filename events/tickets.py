"""A delegate's ticket: one page with the name, when and where, and a code that says nothing but which ticket it is."""

import io
from base64 import b32encode
from pathlib import Path

import segno
from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import override

from corridor.documents import pdf
from corridor.templatetags.corridor import in_both_places
from events.models import Delegate

TEMPLATE = Path(__file__).parent / "typst" / "ticket.typ"
LETTERS = 12


def code_of(delegate: Delegate) -> str:
    """Twelve letters and digits that belong to one delegate alone; nobody makes one up, or reads a name in it."""
    digest = salted_hmac("events.ticket", delegate.pk.hex, algorithm="sha256").digest()
    return b32encode(digest).decode()[:LETTERS]


def in_groups(code: str) -> str:
    """The code as people read and type it: ABCD-EFGH-JKLM."""
    return "-".join(code[place : place + 4] for place in range(0, LETTERS, 4))


def render_ticket(delegate: Delegate) -> bytes:
    """The ticket as PDF, in the language of the delegate."""
    with override(delegate.language):
        return pdf.render(TEMPLATE, ticket_data(delegate), created=delegate.registered_at)


def ticket_data(delegate: Delegate) -> dict:
    event, code = delegate.event, code_of(delegate)
    place = ", ".join(filter(None, dict.fromkeys([event.venue, event.address, event.city])))
    facts = [
        (_("Begins"), in_both_places(event.starts_at)),
        (_("Ends"), in_both_places(event.ends_at)),
        (_("Where"), place),
        (_("Delegation"), str(delegate.delegation or "")),
    ]
    passport = delegate.name if delegate.badge_name else ""
    return {
        "language": delegate.language,
        "title": _("Ticket: %(event)s") % {"event": event},
        "event": str(event),
        "name": delegate.shown_name,
        "lines": [words for words in (delegate.job_title, delegate.organisation) if words],
        "facts": [row for row in [*facts, (_("Name in the passport"), passport)] if row[1]],
        "code": in_groups(code),
        "qr": qr(code),
        "qr_words": _("QR code of the ticket, code %(code)s") % {"code": in_groups(code)},
        "note": _("Show this code at the entrance. If the camera can’t read it, say the letters."),
        "portal": _("Karnataka–Düsseldorf Innovation Corridor"),
        "demo": _("Demonstration – no official service") if settings.DEMO else "",
    }


def qr(code: str) -> str:
    """The QR code as SVG."""
    drawn = io.BytesIO()
    segno.make(code, error="m", micro=False).save(drawn, kind="svg", border=4, xmldecl=False)
    return drawn.getvalue().decode()
