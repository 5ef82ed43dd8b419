"""What every page knows: language links, the demonstration, a moved clock."""

from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language

from corridor import clock


def language_links(request):
    """The same page, query included, in each language."""
    path = request.get_full_path()
    return [
        {
            "code": code,
            "name": name,
            "url": translate_url(path, code),
            "current": code == get_language(),
        }
        for code, name in settings.LANGUAGES
    ]


def portal(request):
    return {
        "language_links": language_links(request),
        "base_url": settings.BASE_URL,
        "demo": settings.DEMO,
        "business_clock": clock.now() if clock.offset() else None,
    }
