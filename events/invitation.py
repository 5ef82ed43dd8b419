"""An invitation letter as PDF: German with an English copy, rendered when it is asked for and never stored.

It names the purpose, the days, the function, who bears the costs and where the guest stays. It never declares an
assumption of costs under §§ 66-68 AufenthG: that would be a personal liability nobody here has taken on.
"""

from datetime import date
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_countries.fields import Country

from corridor.documents import pdf
from events.models import InvitationLetter
from events.tickets import qr

TEMPLATE = Path(__file__).parent / "typst" / "invitation.typ"


def render_letter(letter: InvitationLetter, passport: dict) -> bytes:
    """The approved letter with what the passport says; `passport` is empty for whoever gave nothing.

    Raises typst.TypstError, never for a character of a name.
    """
    return pdf.render(TEMPLATE, letter_data(letter, passport), created=letter.decided_at)


def letter_data(letter: InvitationLetter, passport: dict) -> dict:
    head, guest = letter.head, letter.guest
    with override("de"):
        address = settings.BASE_URL + reverse("verify", args=[letter.code])
    host = {"name": head["sender"], "address": head["address"].splitlines()}
    data = {
        "host": {**host, "email": "", "phone": "", "website": ""},
        "recipient": {"name": guest["name"], "address": [guest["organisation"]]},
        "number": letter.number,
        "code": letter.code,
        "address": address,
        "qr": qr(address),
        "signatory": head["signatory"],
        "demo": settings.DEMO,
    }
    for language in ("de", "en"):
        with override(language):
            data[language] = words(letter, passport, language)
    return data


def words(letter, passport, language):
    head = letter.head
    guest = {"guest": letter.guest["name"], "event": str(letter.delegate.event)}
    day = date_format(letter.decided_at, "DATE_FORMAT")
    return {
        "title": _("Invitation for a visa application"),
        "head": [(_("Number of the letter"), letter.number), (_("Date"), f"{head['place']}, {day}")],
        "opening": [
            _("We invite %(guest)s to %(event)s and ask that the visa for this journey be issued.")
            % guest,
            head[f"purpose_{language}"],
        ],
        "facts": facts_of(letter, passport),
        "closing": [
            _("This letter declares no assumption of costs under sections 66 to 68 of the Residence Act."),
            _("The guest hands this letter in. We answer questions at the address above."),
        ],
        "signatory_line": head["signatory_line"] if language == "de" else english_line(head),
        "signature": _("Approved electronically and valid without a handwritten signature:"),
        "check": _(
            "Whether this letter is valid can be checked with its code. The page shows initials, event and days only."
        ),
        "qr": _("QR code that leads to the check of this letter"),
        "demo": _("Demonstration – no official service"),
    }  # fmt: skip


def english_line(head):
    """Letters from before it was asked for have the German words alone."""
    return head.get("signatory_line_en") or head["signatory_line"]


def facts_of(letter, passport):
    guest, event = letter.guest, letter.delegate.event
    lodging = letter.get_lodging_display()
    if letter.lodging_address:
        lodging = f"{lodging}: {letter.lodging_address}"
    return [
        (_("Guest"), guest["name"]),
        (_("Date of birth"), written(passport.get("born_on"))),
        (_("Passport number"), passport.get("number") or ""),
        (_("Nationality"), str(Country(guest["nationality"]).name)),
        (_("Function"), letter.function),
        (_("Organisation"), guest["organisation"]),
        (_("Event"), f"{event}, {event.where}"),
        (_("Day of entry"), written(letter.entry_on)),
        (_("Day of exit"), written(letter.exit_on)),
        (_("Costs are borne by"), letter.get_costs_display()),
        (_("Accommodation"), lodging),
    ]


def written(day) -> str:
    """A day in words, also one that was kept as text; empty for none."""
    if not day:
        return ""
    return date_format(date.fromisoformat(day) if isinstance(day, str) else day, "DATE_FORMAT")
