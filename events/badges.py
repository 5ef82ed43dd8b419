"""Badges for a day at an event, eight on a sheet: name, organisation, delegation, and the code that the door scans."""

import unicodedata
from pathlib import Path

from django.conf import settings
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from corridor.documents import pdf
from events.models import Delegate
from events.tickets import code_of, in_groups, qr

TEMPLATE = Path(__file__).parent / "typst" / "badges.typ"
# So many are made at once; for more one filters by delegation.
MOST_BADGES = 500
MOST_SIGNS = 100


def render_badges(delegates: list[Delegate]) -> bytes:
    """The badges as PDF, in the order given. Raises typst.TypstError, never for a character of a name."""
    return pdf.render(TEMPLATE, badges_data(delegates))


def badges_data(delegates):
    return {
        "title": _("Badges"),
        "demo": _("Demonstration") if settings.DEMO else "",
        "badges": [badge(delegate) for delegate in delegates],
    }


def badge(delegate):
    code, delegation = code_of(delegate), str(delegate.delegation or "")
    lines = [
        delegate.job_title,
        delegate.organisation,
        delegation if delegation != delegate.organisation else "",
    ]
    return {
        "event": str(delegate.event),
        "name": printed_name(delegate),
        "passport": passport_name(delegate),
        "lines": [Truncator(line).chars(MOST_SIGNS) for line in lines if line],
        "qr": qr(code),
        "qr_words": _("QR code of the ticket of %(name)s") % {"name": printed_name(delegate)},
        "code": in_groups(code),
    }


def printed_name(delegate):
    """The name for the badge; that of the passport where no font on paper has the signs of the first."""
    shown = delegate.shown_name
    return delegate.name if pdf.undrawable(shown) else shown


def passport_name(delegate):
    """Printed small below a name in another script, for whoever can't read that; else empty."""
    name = printed_name(delegate)
    return delegate.name if scripts(name).isdisjoint(scripts(delegate.name)) else ""


def scripts(name):
    """The scripts of a name's letters, by their names in Unicode: LATIN, KANNADA."""
    return {unicodedata.name(sign, "").split(" ")[0] for sign in name if sign.isalpha()}
