"""The news as an Atom feed, one for each language."""

import re
from datetime import UTC, datetime, time
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from corridor import clock
from corridor.content.models import NewsItem
from corridor.strangers import kept_for_strangers

MOST = 30
# XML has no way to write them.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


@require_safe
@kept_for_strangers
def news_feed(request, language=None):
    """In the language that the address names; where it names none, in the reader's."""
    language = language or get_language()
    if language not in dict(settings.LANGUAGES):
        raise Http404
    with override(language):
        answer = News(language)(request)
    answer["Content-Language"] = language
    # It would be the day of the newest item, and hide what an editor corrects after that. The ETag tells.
    del answer["Last-Modified"]
    return answer


class LanguageOfEntries(Atom1Feed):
    """What is there in the other language alone comes in that one, and says so."""

    def item_attributes(self, item):
        return {"xml:lang": item["language"]} if "language" in item else {}

    def latest_post_date(self):
        """Django takes the present moment for an empty feed, which would be another one each second."""
        return super().latest_post_date() if self.items else datetime.fromtimestamp(0, UTC)


class News(Feed):
    feed_type = LanguageOfEntries

    def __init__(self, language):
        self.language = language

    def title(self):
        return _("News") + " – " + _("Karnataka–Düsseldorf Innovation Corridor")

    def subtitle(self):
        return _("What happens in the corridor, the newest first.")

    def author_name(self):
        return _("Karnataka–Düsseldorf Innovation Corridor")

    def link(self):
        return f"{settings.BASE_URL}{reverse('news')}"

    def feed_url(self):
        return f"{settings.BASE_URL}{reverse('news_feed', args=[self.language])}"

    def feed_guid(self):
        return self.feed_url()

    def items(self):
        shown = NewsItem.objects.published(clock.today())
        return shown.defer("text_de", "text_en")[:MOST]

    def item_title(self, item):
        return plain(self.text(item, "title"))

    def item_description(self, item):
        """HTML by the rules of Atom: the text is escaped once for that, and once for XML."""
        return escape(plain(self.text(item, "teaser")))

    def item_link(self, item):
        return f"{settings.BASE_URL}{item.get_absolute_url()}"

    def item_guid(self, item):
        """Stays when the address changes or the portal moves; another in each language."""
        return uuid5(NAMESPACE_URL, f"{item.pk}/{self.language}").urn

    def item_pubdate(self, item):
        return datetime.combine(item.published_on, time(), tzinfo=clock.BERLIN)

    item_updateddate = item_pubdate

    def item_extra_kwargs(self, item):
        return {} if self.has(item) else {"language": self.other}

    def text(self, item, name):
        language = self.language if self.has(item) else self.other
        return getattr(item, f"{name}_{language}")

    def has(self, item):
        """Whether the item is there in the feed's language: its title, sentence and text are there together."""
        return bool(getattr(item, f"title_{self.language}"))

    @property
    def other(self):
        return "en" if self.language == "de" else "de"


def plain(text):
    return CONTROLS.sub("", text)
