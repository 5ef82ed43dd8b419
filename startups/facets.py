"""How many start-ups each choice of the directory would leave, given all the other filters.

A choice is kept as one long number with a bit for every start-up that it fits. However filters are combined,
counting is "and", "or" and adding up bits: a hundred thousand start-ups take less than a millisecond.
"""

from functools import reduce
from hashlib import sha256
from operator import and_, or_

from django.conf import settings
from django.core.cache import cache, caches
from django.utils.formats import number_format

from corridor.pages import MOST_COUNTED
from startups import search
from startups.models import Startup

# The filters of the directory's address, and the columns they look at; an array fits with any of its values.
COLUMNS = {
    "sector": "sector",
    "theme": "themes",
    "origin": "origin",
    "stage": "stage",
    "seeking": "seeking",
    "offering": "offering",
}
KEY = "startups:facets"
OTHER = 255  # the last number of a byte
# Housekeeping counts anew every minute; without it the numbers grow this old at most.
KEPT_SECONDS = 600


class Facets:
    """The bits of some start-ups, of each column as it is read; and their keys where those are known."""

    def __init__(self, columns, keys=(), most=None):
        self.size, self.keys, self.bits = len(columns[0]), keys, {}
        for name, texts in zip(COLUMNS, columns, strict=True):
            for text, bits in bits_of(texts).items():
                for value in text.strip("{}").split(","):
                    self.bits[name, value] = self.bits.get((name, value), 0) | bits
        self.is_capped = self.size == most

    def number(self, name, value, chosen):
        """How many fit a choice of one filter and what is chosen in all the others, in words."""
        others = [self.any_of(*each) for each in chosen.items() if each[0] != name and each[1]]
        fitting = reduce(and_, others, self.bits.get((name, value), 0)).bit_count()
        if fitting > MOST_COUNTED:
            return f"{number_format(MOST_COUNTED)}+"
        return f"{number_format(fitting)}+" if self.is_capped else number_format(fitting)

    def total(self, chosen):
        return self.fitting(chosen).bit_count()

    def keys_of(self, chosen):
        """The keys of those that fit all that is chosen; None where some were not read."""
        if self.is_capped and chosen:
            return None
        fitting = self.fitting(chosen)
        return [key for place, key in enumerate(self.keys) if fitting >> place & 1]

    def fitting(self, chosen):
        every = [self.any_of(*each) for each in chosen.items()]
        return reduce(and_, every, (1 << self.size) - 1)

    def any_of(self, name, values):
        return reduce(or_, (self.bits.get((name, value), 0) for value in values), 0)


def bits_of(texts):
    """{text: a number with a bit for every place where it stands}; letter by letter a long list would take long."""
    found, texts_once = {}, list(dict.fromkeys(texts))
    for first in range(0, len(texts_once), OTHER):
        codes = {text: code for code, text in enumerate(texts_once[first : first + OTHER])}
        written = bytes([codes.get(text, OTHER) for text in reversed(texts)])
        for text, code in codes.items():
            digits = b"0" * code + b"1" + b"0" * (OTHER - code)
            found[text] = int(written.translate(digits), 2)
    return found


def of_directory():
    return cache.get(KEY) or keep()


def of_search(words):
    """Those of what a search finds; as many as are ranked, and then the numbers are the least there can be.

    They are the same whatever is chosen, so who goes from choice to choice searches for the words once.
    """
    kept, key = caches["lists"], f"facets:{sha256(words.text.encode()).hexdigest()}"
    facets = kept.get(key)
    if facets is None:
        published = Startup.objects.published()
        keys, *columns = words.columns(published, *COLUMNS.values())
        facets = Facets(columns, keys, search.MOST_RANKED)
        kept.set(key, facets, settings.PAGE_SECONDS)
    return facets


def keep():
    """Count the whole directory and remember it."""
    rows = Startup.objects.published().order_by().values_list(*COLUMNS.values())
    published, parameters = rows.query.sql_with_params()
    columns = search.in_columns([*COLUMNS.values()], f"({published}) AS found", "", parameters)
    facets = Facets(columns)
    cache.set(KEY, facets, settings.PAGE_SECONDS and KEPT_SECONDS)
    return facets
