"""Figures drawn as thin bars; the numbers stand beside them, so the plot is its own table."""

from dataclasses import dataclass
from math import inf

from django.utils.translation import gettext_lazy as _

# Smaller groups are not counted in public: one could tell who is meant.
FEWEST = 3


@dataclass(frozen=True)
class PairPlot:
    """Two numbers a row, one for each end of the corridor: `rows` of (label, left, right)."""

    caption: str
    left: str
    right: str
    rows: list

    @property
    def most(self):
        """The number that the longest bar stands for."""
        numbers = [float(number) for _label, *pair in self.rows for number in pair]
        return max(numbers, default=0) or 1

    @property
    def left_total(self):
        return sum(left for _label, left, _right in self.rows)

    @property
    def right_total(self):
        return sum(right for _label, _left, right in self.rows)

    @property
    def is_silent(self):
        """Whether every number is withheld, so that there is nothing to draw."""
        return all(isinstance(number, Withheld) for _label, *pair in self.rows for number in pair)

    @classmethod
    def public(cls, caption, left, right, rows):
        """A plot of what everybody may count name by name: only its small groups are not numbered."""
        return cls(caption, left, right, [(label, few(a), few(b)) for label, a, b in rows])

    @classmethod
    def guarded(cls, caption, left, right, rows):
        """A plot without its small numbers, and to be shown without totals: these would tell them."""
        labels, lefts, rights = zip(*rows, strict=True)
        return cls(
            caption, left, right, list(zip(labels, guarded(lefts), guarded(rights), strict=True))
        )


@dataclass(frozen=True)
class GroupPlot:
    """Several numbers a row, a bar for each: `rows` of (label, numbers), one number for each of the columns."""

    caption: str
    columns: list
    rows: list

    @property
    def most(self):
        """The number that the longest bar stands for."""
        return max((number for _label, numbers in self.rows for number in numbers), default=0) or 1

    @property
    def named_rows(self):
        """Each number with the name of its column, which stands beside it on a phone."""
        return [(label, self.named(numbers)) for label, numbers in self.rows]

    @property
    def totals(self):
        sums = [sum(numbers) for numbers in zip(*(row for _label, row in self.rows), strict=True)]
        return self.named(sums)

    def named(self, numbers):
        return list(zip(self.columns, numbers, strict=True))


@dataclass(frozen=True)
class Withheld:
    """A number that is said in words and has no bar."""

    words: str

    def __str__(self):
        return str(self.words)

    def __float__(self):
        return 0.0


FEW = Withheld(_("< 3"))
SOME = Withheld(_("3 or more"))
# Of these not even that is said: it would tell the small ones among them.
HIDDEN = Withheld(_("not shown"))


def few(number):
    return FEW if 0 < number < FEWEST else number


def guarded(numbers):
    """Numbers under 3 as "< 3"; beside them the smallest other one as "3 or more".

    Whoever knows the sum from elsewhere takes the numbers that are shown away from it, and knows what these hold
    together. Where that leaves too few ways to share it out, all of them are withheld with the same word, so that
    nobody knows which is which.
    """
    small = [number for number in numbers if number < FEWEST]
    others = sorted(number for number in numbers if number >= FEWEST)
    if not small:
        return list(numbers)
    least, following = [*others, inf, inf][:2]
    few, some = (HIDDEN, HIDDEN) if tells(small, least, following) else (FEW, SOME)
    return [few if n < FEWEST else some if n <= least else n for n in numbers]


def tells(small, least, following):
    """Whether "< 3" and "3 or more" say too much: the other one has at least 3 and stays the smallest.

    The small ones together may then hold three different sums at least, so none of them is known.
    """
    most = len(small) * (FEWEST - 1)
    if least == inf:
        return sum(small) == most
    together = sum(small) + least
    lowest, highest = max(0, together - following + 1), min(most, together - FEWEST)
    return least == following or highest - lowest < FEWEST - 1
