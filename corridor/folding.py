"""Text folded for searching and sorting: Müller, Mueller and Muller are one word then."""

from django.db.models import Func, TextField


class Fold(Func):
    """`corridor_fold(text)`, an immutable function in the database (migration startups.0003).

    In small letters, without accents; ä, ae and a become one letter, so do ö and ü, and ß is ss. For indexes and
    queries alike.
    """

    function = "corridor_fold"
    arity = 1
    output_field = TextField()
