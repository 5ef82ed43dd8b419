"""Figures drawn as thin bars; the numbers stand beside them, so the plot is its own table."""

from dataclasses import dataclass


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
        return max((max(left, right) for _label, left, right in self.rows), default=0) or 1

    @property
    def left_total(self):
        return sum(left for _label, left, _right in self.rows)

    @property
    def right_total(self):
        return sum(right for _label, _left, right in self.rows)
