"""The certificate of de-minimis aid as PDF (Art. 7 (4) Reg. (EU) 2023/2831): one award, no sum over others."""

from pathlib import Path

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from corridor import clock
from corridor.documents import pdf
from welcome.aid import signed_on
from welcome.models import Decision
from welcome.notice_data import euros, letterhead_of, recipient

TEMPLATE = Path(__file__).parent / "typst" / "paper.typ"


def render_certificate(decision: Decision) -> bytes:
    return pdf.render(TEMPLATE, certificate_data(decision), created=clock.now())


def certificate_data(decision: Decision) -> dict:
    """German first; the English text is a copy for information."""
    case = decision.case
    data = {
        "authority": letterhead_of(case.authority),
        "recipient": recipient(decision),
        "reference": case.reference,
        "demo": settings.DEMO,
    }
    for language in ("de", "en"):
        with override(language):
            data[language] = words(decision, getattr(case.terms, f"title_{language}"), language)
    return data


def words(decision, package, language):
    case = decision.case
    today = date_format(clock.today(), "DATE_FORMAT")
    company = decision.revision.profile["legal_name"]
    return {
        "title": _("Certificate of de-minimis aid"),
        "head": [(_("Reference"), case.reference), (_("Date"), f"{case.authority.place}, {today}")],
        "paragraphs": [
            _(
                "%(authority)s certifies that the undertaking named below was granted de-minimis aid under Commission "
                "Regulation (EU) 2023/2831 of 13 December 2023 (OJ L, 2023/2831, 15.12.2023)."
            )
            % {"authority": case.authority.name}
        ],
        "facts": [
            (_("Undertaking"), company),
            (_("Granted by"), case.authority.name),
            (_("Award"), f"{package}, {case.reference}"),
            (_("Day of the award"), date_format(signed_on(decision), "DATE_FORMAT")),
            (_("Gross grant equivalent"), euros(decision.value, language)),
        ],
        "closing": [
            _(
                "Keep this certificate for ten years from the day of the award, and name the aid when you apply for "
                "further de-minimis aid."
            ),
            _("Made electronically and valid without a signature."),
        ],
        "demo": _("Demonstration – no official service"),
    }
