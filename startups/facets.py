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
# Housekeeping counts anew every minute; without it the numbers grow this old at most.
KEPT_SECONDS = 600


class Facets:
    """The bits of some start-ups; of no more than `most`, and then their keys are known as well."""

    def __init__(self, rows, most=None):
        self.size, self.keys, found = 0, [], {}
        for key, *traits in rows.values_list("pk", *COLUMNS.values())[:most]:
            for name, values in zip(COLUMNS, traits, strict=True):
                for value in [values] if isinstance(values, str) else values:
                    found.setdefault((name, value), []).append(self.size)
            self.size += 1
            if most:
                self.keys.append(key)
        self.bits = {trait: as_bits(numbers, self.size) for trait, numbers in found.items()}
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


def as_bits(numbers, size):
    octets = bytearray(size // 8 + 1)
    for number in numbers:
        octets[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(octets, "little")


def of_directory():
    return cache.get(KEY) or keep()


def of_search(text):
    """Those of what a search finds; as many as are ranked, and then the numbers are the least there can be.

    They are the same whatever is chosen, so who goes from choice to choice searches for the words once.
    """
    kept, key = caches["lists"], f"facets:{sha256(text.encode()).hexdigest()}"
    facets = kept.get(key)
    if facets is None:
        published = Startup.objects.published()
        found = Startup.objects.filter(pk__in=search.candidates(published, text)).order_by()
        facets = Facets(found, search.MOST_RANKED)
        kept.set(key, facets, settings.PAGE_SECONDS)
    return facets


def keep():
    """Count the whole directory and remember it."""
    facets = Facets(Startup.objects.published().order_by())
    cache.set(KEY, facets, settings.PAGE_SECONDS and KEPT_SECONDS)
    return facets
