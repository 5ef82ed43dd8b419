"""The certificate of attendance: for whoever was checked in, once the event is over."""

from pathlib import Path

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from corridor import clock
from corridor.documents import pdf
from events.choices import DelegateState
from events.models import CheckIn, Delegate

TEMPLATE = Path(__file__).parent / "typst" / "attendance.typ"


def has_attended(delegate: Delegate) -> bool:
    """Whether somebody came, and the event is over."""
    return (
        delegate.state == DelegateState.CONFIRMED
        and clock.now() >= delegate.event.ends_at
        and CheckIn.objects.valid().filter(delegate=delegate).exists()
    )


def render_certificate(delegate: Delegate) -> bytes:
    """The certificate as PDF, in the language of the delegate; the same bytes whenever it is taken."""
    with override(delegate.language):
        return pdf.render(TEMPLATE, data_of(delegate), created=delegate.event.ends_at)


def data_of(delegate):
    event = delegate.event
    first, last = event.first_day, event.last_day
    days = {"first": date_format(first, "DATE_FORMAT"), "last": date_format(last, "DATE_FORMAT")}
    when = _("on %(first)s") if first == last else _("from %(first)s to %(last)s")
    return {
        "language": delegate.language,
        "title": _("Certificate of attendance"),
        "name": delegate.name,
        "lines": [words for words in (delegate.job_title, delegate.organisation) if words],
        "text": _("took part in %(event)s %(when)s, %(where)s.")
        % {"event": event, "when": when % days, "where": event.where},
        "host": event.host,
        "note": _("Made electronically and valid without a signature."),
        "portal": _("Karnataka–Düsseldorf Innovation Corridor"),
        "demo": _("Demonstration – no official service") if settings.DEMO else "",
    }
