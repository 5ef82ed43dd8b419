"""Text folded for searching and sorting: Müller, Mueller and Muller are one word then."""

from django.db.models import Func, TextField
from django.utils.text import slugify

# How German is written without umlauts; slugify alone would make Müller a Muller.
GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
)


class Fold(Func):
    """`corridor_fold(text)`, an immutable function in the database (migration startups.0001).

    In small letters, without accents; ä, ae and a become one letter, so do ö and ü, and ß is ss. For indexes and
    queries alike.
    """

    function = "corridor_fold"
    arity = 1
    output_field = TextField()


def address_stem(words: str) -> str:
    """Words as the last part of an address: small letters, digits and hyphens; empty without Latin letters."""
    return slugify(words.translate(GERMAN))[:70].strip("-")
