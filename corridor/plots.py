"""Figures drawn as thin bars; the numbers stand beside them, so the plot is its own table."""

from dataclasses import dataclass

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

    @classmethod
    def guarded(cls, caption, left, right, rows):
        """A plot without its small numbers, and to be shown without totals: these would tell them."""
        labels, lefts, rights = zip(*rows, strict=True)
        return cls(
            caption, left, right, list(zip(labels, guarded(lefts), guarded(rights), strict=True))
        )


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


def guarded(numbers):
    """Numbers under 3 as "< 3"; beside them the smallest other one as "3 or more".

    Whoever knows the sum from elsewhere could else take the others away from it, and a single small one would be left.
    """
    shown = [FEW if number < FEWEST else number for number in numbers]
    others = [number for number in numbers if number >= FEWEST]
    if FEW in shown and others:
        shown[shown.index(min(others))] = SOME
    return shown
