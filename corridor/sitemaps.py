"""The pages that search engines may know: `/sitemap.xml`, put together in `corridor/urls.py` from every app's part."""

from functools import cached_property
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap, views
from django.core.paginator import Paginator
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe


class Pages(Sitemap):
    """Pages of one kind, each in every language, under the portal's own address.

    A subclass has `items()`, in an order, and where an item has no address of its own, `location(item)`.
    """

    i18n = alternates = x_default = True
    limit = 2_000  # items in one list, each with an entry per language

    @cached_property
    def paginator(self):
        """Cut by items, so that a long table is neither counted nor read in full for one list."""
        return (InEachLanguage if self.i18n else Paginator)(self.items(), self.limit)

    def get_protocol(self, protocol=None):
        return urlsplit(settings.BASE_URL).scheme

    def get_domain(self, site=None):
        return urlsplit(settings.BASE_URL).netloc


class InEachLanguage(Paginator):
    def page(self, number):
        page = super().page(number)
        page.object_list = [
            (item, code) for item in page.object_list for code, _name in settings.LANGUAGES
        ]
        return page


class Routes(Pages):
    """Pages that are one of a kind, by the names of their routes."""

    def __init__(self, *names):
        self.names = names

    def items(self):
        return self.names

    def location(self, name):
        return reverse(name)


class OneLanguage(Routes):
    """Pages that are there in one language only."""

    i18n = False


@require_safe
def sitemap(request, sections, section=None):
    """All pages in one list; once they are too many for it, the list of the lists."""
    parts = {name: part() for name, part in sections.items()}
    if section is None and any(part.paginator.num_pages > 1 for part in parts.values()):
        return index(request, parts)
    return views.sitemap(request, parts, section)


@views.x_robots_tag
def index(request, parts):
    lists = [
        views.SitemapIndexItem(f"{settings.BASE_URL}{reverse('sitemap', args=[name])}?p={number}")
        for name, part in parts.items()
        for number in part.paginator.page_range
    ]
    return TemplateResponse(
        request, "sitemap_index.xml", {"sitemaps": lists}, content_type="application/xml"
    )
