"""Which column of a list is what: its headings in German and English, and words for what has few answers."""

import re

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import Language
from events.choices import Salutation
from events.imports.sheets import ListRefused

HEADINGS = {
    "salutation": "salutation, form of address, anrede, titel, title",
    "given_names": "given names, given name, first names, first name, firstname, forenames, vornamen, vorname",
    "surname": "surname, surnames, last name, lastname, family name, nachname, familienname, zuname",
    "job_title": "function, job title, position, designation, role, funktion, berufsbezeichnung, rolle, stelle",
    "organisation": "organisation, organization, company, institution, employer, firma, unternehmen, einrichtung",
    "email": "email, e mail, mail, email address, e mail address, emailadresse, email adresse, e mail adresse",
    "language": "language, language of the mails, sprache, sprache der mails",
}
FIELDS = {word: field for field, words in HEADINGS.items() for word in words.split(", ")}
LONGEST = 100
# Alone it says nothing; beside given names it is what is left.
NAME = "name"
NEEDED = {"given_names": _("Given names"), "surname": _("Surname")}
SALUTATIONS = {
    "ms": Salutation.MS,
    "mrs": Salutation.MS,
    "frau": Salutation.MS,
    "mr": Salutation.MR,
    "herr": Salutation.MR,
    "dr": Salutation.DR,
    "prof": Salutation.PROF,
}
LANGUAGES = {
    "de": Language.DE,
    "deutsch": Language.DE,
    "german": Language.DE,
    "en": Language.EN,
    "englisch": Language.EN,
    "english": Language.EN,
}


class NoSuchColumns(ListRefused):
    def __init__(self, missing):
        message = _(
            "The first row has to name the columns. Missing: {columns}. Leave a cell empty where a passport has no"
            " surname."
        )
        columns = " · ".join(str(NEEDED[field]) for field in missing)
        super().__init__(format_lazy(message, columns=columns))


class ColumnTwice(ListRefused):
    def __init__(self, heading):
        message = _("Two columns are “{heading}”. Take one out.")
        super().__init__(format_lazy(message, heading=heading))


def folded(heading):
    """A heading as the table above has it: without what is in brackets, and without signs."""
    heading = heading[:LONGEST]
    words = re.sub(r"[\W_]+", " ", re.sub(r"\(.*?\)", "", heading))
    return " ".join(words.casefold().split())


def fits(cells):
    """How many of the cells are headings that we know."""
    return sum(folded(cell) in FIELDS or folded(cell) == NAME for cell in cells)


def fields_of(headings) -> dict[int, str]:
    """The field by the place of its column; what else the list has is not read. Raises NoSuchColumns, ColumnTwice."""
    words = [folded(heading) for heading in headings]
    fields = {place: FIELDS[word] for place, word in enumerate(words) if word in FIELDS}
    if NAME in words and "surname" not in fields.values():
        fields[words.index(NAME)] = "surname"
    if missing := [field for field in NEEDED if field not in fields.values()]:
        raise NoSuchColumns(missing)
    for place, field in fields.items():
        if list(fields.values()).count(field) > 1:
            raise ColumnTwice(headings[place])
    return fields


def plain(field, text):
    """The text, or the one answer that it means where a field has few."""
    meanings = {"salutation": SALUTATIONS, "language": LANGUAGES}.get(field, {})
    return meanings.get(text.casefold().rstrip("."), text)
