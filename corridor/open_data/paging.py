"""Pages of open data: links lead on, and page 1,000 of a long list costs little more than the first."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework.exceptions import NotFound
from rest_framework.pagination import BasePagination
from rest_framework.response import Response

from corridor.open_data.problems import NotUnderstood
from corridor.pages import LAST_THINKABLE, MOST_COUNTED, LongList, LongListPage

ON_A_PAGE = 100
MOST_ON_A_PAGE = 500
PAGE = gettext_lazy("Which page of the list, from 1 on.")
PAGE_SIZE = gettext_lazy("How many objects are on a page.")


class RowsByKey(LongList):
    """Passes over the rows before a page by their keys alone, which an index holds; then reads the page's own."""

    def page(self, number):
        first = (number - 1) * self.per_page
        keys = self.object_list.values("pk")[first : first + self.per_page + 1]
        rows = list(self.object_list.filter(pk__in=keys))
        return LongListPage(rows, number, self)


class Pages(BasePagination):
    """The page that an address asks for, with links to the next and the one before."""

    def paginate_queryset(self, queryset, request, view=None):
        self.request = request
        number = whole_number(request, "page", 1, LAST_THINKABLE)
        size = whole_number(request, "page_size", ON_A_PAGE, MOST_ON_A_PAGE)
        self.page = RowsByKey(queryset, size).page(number)
        if not self.page.object_list and number > 1:
            raise NotFound
        return self.page.object_list

    def get_paginated_response(self, data):
        links = {
            "next": self.link(self.page.number + 1) if self.page.has_next() else None,
            "previous": self.link(self.page.number - 1) if self.page.number > 1 else None,
        }
        counted = self.page.paginator
        answer = Response(
            {
                "count": min(counted.count, MOST_COUNTED),
                "count_is_exact": not counted.is_capped,
                **links,
                "results": data,
            }
        )
        named = [f'<{link}>; rel="{name}"' for name, link in links.items() if link]
        if named:  # a table has no other place for them
            answer["Link"] = ", ".join(named)
        return answer

    def link(self, number):
        query = self.request.query_params.copy()
        query["page"] = number
        return f"{settings.BASE_URL}{self.request.path}?{query.urlencode()}"

    def get_paginated_response_schema(self, schema):
        link = {"type": "string", "format": "uri", "nullable": True}
        return {
            "type": "object",
            "required": ["count", "count_is_exact", "next", "previous", "results"],
            "properties": {
                "count": {
                    "type": "integer",
                    "description": _("How many fit; counted up to %(most)s.")
                    % {"most": MOST_COUNTED},
                },
                "count_is_exact": {
                    "type": "boolean",
                    "description": _("False where there are more than were counted."),
                },
                "next": link,
                "previous": link,
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view):
        return [
            number_parameter("page", PAGE, 1, LAST_THINKABLE),
            number_parameter("page_size", PAGE_SIZE, ON_A_PAGE, MOST_ON_A_PAGE),
        ]


def whole_number(request, name, usual, most):
    """A number from 1 to `most` out of the address."""
    text = request.query_params.get(name, str(usual))
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(most)) else 0
    if not 1 <= number <= most:
        words = _("Use a whole number from 1 to %(most)s.") % {"most": most}
        raise NotUnderstood({name: [words]})
    return number


def number_parameter(name, meaning, usual, most):
    return {
        "name": name,
        "in": "query",
        "description": str(meaning),
        "schema": {"type": "integer", "minimum": 1, "maximum": most, "default": usual},
    }
