from django.shortcuts import render
from django.views.decorators.http import require_safe
from django_htmx.http import push_url

from corridor.pages import LongList, LongListPage
from corridor.strangers import kept_for_strangers
from startups import search
from startups.filters import StartupFilter
from startups.models import SavedSearch, Startup

ON_A_PAGE = 24
SHOWN = [
    "slug",
    "name",
    "one_liner_de",
    "one_liner_en",
    "city",
    "origin",
    "sector",
    "stage",
    "logo",
]


@require_safe
@kept_for_strangers
def directory(request):
    """The published start-ups, searched and filtered; the address holds the state.

    htmx asks for the same page and takes what it needs, so that an address has one answer, with a script or without.
    """
    asked = StartupFilter(request.GET, queryset=Startup.objects.published())
    page = one_page(asked, request.GET.get("page"))
    context = {"filter": asked, "page": page, "parts": list(asked.parts())}
    if request.user.is_authenticated:
        searches = SavedSearch.objects.visible_to(request.user)
        context["is_saved"] = searches.filter(query=asked.query()).exists()
    if asked.means_nothing:
        context["similar"] = asked.similar()
    response = render(request, "startups/directory.html", context)
    return push_url(response, asked.address()) if "HX-Request" in request.headers else response


def one_page(asked, number):
    """The rows of one page; what counting the choices told is not asked again.

    The choices of the whole directory were counted some seconds ago: the few that fill no page are counted now.
    """
    if asked.order == "relevance":
        return BestFirst(asked, ON_A_PAGE).get_page(number)
    rows = Startup.objects.none() if asked.means_nothing else asked.listed().only(*SHOWN)
    pages = LongList(rows, ON_A_PAGE)
    if asked.total and (asked.text or asked.total > ON_A_PAGE):
        pages.count = asked.total
    return pages.get_page(number)


class BestFirst(LongList):
    """What a search found, whose keys are known in their order: of a page alone the rows are read."""

    def __init__(self, asked, per_page):
        super().__init__(asked.keys, per_page)
        self.count = len(asked.keys)
        self.rows = asked.queryset.only(*SHOWN)

    def _read(self, number):
        first = (number - 1) * self.per_page
        keys = self.object_list[first : first + self.per_page]
        rows = list(search.in_order(self.rows, keys)) if keys else []
        page = LongListPage(rows, number, self)
        page.more = len(self.object_list) > first + self.per_page
        return page
