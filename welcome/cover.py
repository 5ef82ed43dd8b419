"""The letter with which a notice is posted; the notice itself goes with it as it was signed."""

from pathlib import Path

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from corridor import clock
from corridor.documents import pdf
from welcome.choices import DeliveryWay
from welcome.models import Decision, Delivery
from welcome.notice_data import letterhead_of, recipient
from welcome.notice_data import title as title_of

TEMPLATE = Path(__file__).parent / "typst" / "paper.typ"


def render_cover(decision: Decision, way: str, missed: Delivery | None) -> bytes:
    """The letter to an address within Germany or abroad; nothing is stored, posting is recorded for itself.

    `missed` is the provision in the portal that nobody retrieved; None where there was none.
    """
    return pdf.render(TEMPLATE, cover_data(decision, way, missed), created=clock.now())


def cover_data(decision: Decision, way: str, missed: Delivery | None) -> dict:
    data = {
        "authority": letterhead_of(decision.case.authority),
        "recipient": recipient(decision),
        "reference": decision.case.reference,
        "demo": settings.DEMO,
    }
    for language in ("de", "en"):
        with override(language):
            data[language] = words(decision, way, missed)
    return data


def words(decision, way, missed):
    case = decision.case
    facts = {
        "notice": title_of(decision),
        "signed": day(decision.signed_at.astimezone(clock.BERLIN)),
        "closed": missed and day(missed.closes_on),
    }
    before = [_("It was provided in the portal and not retrieved by %(closed)s.")] if missed else []
    counts = (
        _("It counts as notified on the day on which its receipt is proven.")
        if way == DeliveryWay.ABROAD
        else _("It counts as notified on the fourth day after the posting (§ 41 (2) VwVfG NRW).")
    )
    sentences = [
        _("With this letter you receive the decision of %(signed)s by post: %(notice)s."),
        *before,
        counts,
        _(
            "The period for court action begins with the notification. The notice says how it is brought."
        ),
    ]
    head = [
        (_("Reference"), case.reference),
        (_("Way"), DeliveryWay(way).label),
        (_("Date"), f"{case.authority.place}, {day(clock.today())}"),
    ]
    return {
        "title": _("Delivery of a notice by post"),
        "head": [(label, str(value)) for label, value in head],
        "paragraphs": [sentence % facts for sentence in sentences],
        "facts": [(_("Enclosed"), f"{facts['notice']}, {case.reference}")],
        "closing": [_("This letter decides nothing. Only the notice does.")],
        "demo": _("Demonstration – no official service"),
    }


def day(on):
    return date_format(on, "DATE_FORMAT")
