"""The letter with which a notice is posted that nobody retrieved; the notice itself goes with it as it was signed."""

from pathlib import Path

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from corridor import clock
from corridor.documents import pdf
from welcome.choices import DeliveryWay
from welcome.models import Delivery
from welcome.notice_data import letterhead_of, recipient
from welcome.notice_data import title as title_of

TEMPLATE = Path(__file__).parent / "typst" / "paper.typ"


def render_cover(delivery: Delivery, way: str) -> bytes:
    """The letter to an address within Germany or abroad; nothing is stored, posting is recorded for itself."""
    return pdf.render(TEMPLATE, cover_data(delivery, way), created=clock.now())


def cover_data(delivery: Delivery, way: str) -> dict:
    decision = delivery.decision
    data = {
        "authority": letterhead_of(decision.case.authority),
        "recipient": recipient(decision),
        "reference": decision.case.reference,
        "demo": settings.DEMO,
    }
    for language in ("de", "en"):
        with override(language):
            data[language] = words(delivery, way)
    return data


def words(delivery, way):
    case = delivery.decision.case
    facts = {
        "notice": title_of(delivery.decision),
        "signed": day(delivery.decision.signed_at.astimezone(clock.BERLIN)),
        "closed": day(delivery.closes_on),
    }
    counts = (
        _("It counts as notified on the day on which its receipt is proven.")
        if way == DeliveryWay.ABROAD
        else _("It counts as notified on the fourth day after the posting (§ 41 (2) VwVfG NRW).")
    )
    sentences = [
        _("With this letter you receive the decision of %(signed)s by post: %(notice)s."),
        _("It was provided in the portal and not retrieved by %(closed)s."),
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
