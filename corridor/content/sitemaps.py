from corridor import clock
from corridor.content.models import NewsItem, Page
from corridor.sitemaps import Pages


class Texts(Pages):
    """The portal's own pages."""

    def items(self):
        return Page.objects.only("key", "changed_on")

    def lastmod(self, page):
        return page.changed_on


class News(Pages):
    def items(self):
        return NewsItem.objects.published(clock.today()).only("slug")
