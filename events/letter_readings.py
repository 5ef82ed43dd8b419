"""What the signatory reads of a letter before approving it, and what has changed since."""

from dataclasses import dataclass
from hashlib import sha256

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from corridor.templatetags.corridor import day_in_words, in_both_places
from events.models import InvitationLetter, TravelDocument
from events.models.letters import guest_of

SIGNS = 12


@dataclass(frozen=True)
class Fact:
    """One line of what is read; `meant` where the words do not tell every change."""

    name: str
    value: str
    meant: object = ""

    def sign(self, letter):
        said = f"{letter.pk}{self.value}{self.meant}"
        return sha256(said.encode()).hexdigest()[:SIGNS]


def facts(letter: InvitationLetter) -> list[Fact]:
    """What the letter is going to say; of the passport only when it was entered."""
    setup, guest = letter.delegate.event.letters, guest_of(letter.delegate)
    return [
        Fact(_("Name in the passport"), guest["name"]),
        Fact(_("Organisation"), guest["organisation"]),
        Fact(_("Nationality"), letter.delegate.nationality.name),
        passport_of(letter),
        Fact(_("Function"), letter.function),
        Fact(capfirst(_("entry")), day_in_words(letter.entry_on)),
        Fact(capfirst(_("exit")), day_in_words(letter.exit_on)),
        Fact(_("Who bears the costs"), letter.get_costs_display()),
        Fact(_("Accommodation"), letter.get_lodging_display()),
        Fact(_("Address of the accommodation"), letter.lodging_address),
        Fact(_("Host on the letterhead"), f"{setup.sender}\n{setup.address}"),
        Fact(_("Place of the letter"), setup.place),
        Fact(_("Purpose of the journey, in German"), setup.purpose_de),
        Fact(_("Purpose of the journey, in English"), setup.purpose_en),
        Fact(_("Below the name"), setup.signatory_line),
        Fact(_("Below the name, in English"), setup.signatory_line_en or setup.signatory_line),
    ]


def passport_of(letter):
    document = TravelDocument.objects.filter(delegate=letter.delegate_id).first()
    if document is None:
        return Fact(_("Passport data"), _("none"))
    words = _("entered %(moment)s") % {"moment": in_both_places(document.changed_at)}
    return Fact(_("Passport data"), words, document.changed_at)


def stamp(letter: InvitationLetter) -> str:
    """The letter as a form carries it: a sign for each fact, which tells nobody what it says."""
    return ".".join(fact.sign(letter) for fact in facts(letter))


def changed_since(letter: InvitationLetter, read: str) -> list[str]:
    """The names of the facts that are not what somebody read."""
    signs, now = read.split("."), facts(letter)
    is_whole = len(signs) == len(now)
    return [
        fact.name
        for place, fact in enumerate(now)
        if not is_whole or fact.sign(letter) != signs[place]
    ]
