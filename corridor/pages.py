"""Pages of a long list that cost the same among a hundred thousand rows as among a hundred."""

from django.core.paginator import Page, Paginator
from django.utils.functional import cached_property

MOST_COUNTED = 1_000
LAST_THINKABLE = 1_000_000


class LongList(Paginator):
    """Counts no further than a thousand; whether there is a next page, one row more than shown tells."""

    @cached_property
    def count(self):
        return self.object_list.order_by()[: MOST_COUNTED + 1].count()

    @property
    def is_capped(self):
        """Whether there are more rows than were counted: then nobody knows the last page."""
        return self.count > MOST_COUNTED

    def page(self, number):
        """The page asked for; the first for nonsense, the last that was counted for one too far."""
        number = page_number(number)
        page = self._read(number)
        return page if page or number == 1 else self._read(self.num_pages)

    get_page = page

    def validate_number(self, number):
        """The nearest page among those counted, to which the numbers below a list lead."""
        return min(page_number(number), self.num_pages)

    def rows(self, first, last):
        """The rows from one place to another."""
        return self.object_list[first:last]

    def _read(self, number):
        first = (number - 1) * self.per_page
        rows = list(self.rows(first, first + self.per_page + 1))
        return LongListPage(rows, number, self)


class LongListPage(Page):
    def __init__(self, rows, number, paginator):
        super().__init__(rows[: paginator.per_page], number, paginator)
        self.more = len(rows) > paginator.per_page

    def has_next(self):
        return self.more

    def next_page_number(self):
        return self.number + 1

    def previous_page_number(self):
        return self.number - 1


def page_number(text):
    """What the address says, as a number that the database can reckon with."""
    try:
        return min(max(int(text), 1), LAST_THINKABLE)
    except (TypeError, ValueError):
        return 1
