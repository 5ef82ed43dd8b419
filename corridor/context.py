"""What every page knows: language links, the demonstration, a moved clock."""

from django.conf import settings
from django.urls import reverse, translate_url
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from corridor import clock
from corridor.content.choices import PageKey

FOOTER = (PageKey.HOW_IT_WORKS, PageKey.CONTACT, PageKey.IMPRINT, PageKey.PRIVACY)
# An address with one of these is not for editors, who read the reports: it is a key, or tells whose page it is.
PRIVATE = {"token", "code", "pk", "reference"}


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


def footer_links(request):
    """The portal's own pages; their names are constants, so no page asks the database for them."""
    return [
        *(own_page(key) for key in FOOTER),
        own_page(PageKey.ACCESSIBILITY),
        {"url": report_address(request), "name": _("Report a barrier")},
        own_page(PageKey.EASY_READ),
        {"url": reverse("api_docs"), "name": _("Open data")},
        {"url": reverse("how_it_works_kn"), "name": "ಕನ್ನಡ", "lang": "kn"},
    ]


def own_page(key):
    return {"url": reverse(key.route), "name": key.label}


def report_address(request):
    """The form for barriers, which already names this page unless its address is a secret."""
    address = reverse("report_barrier")
    match = request.resolver_match
    if match is None or PRIVATE & match.kwargs.keys() or request.path.startswith(address):
        return address
    return f"{address}?{urlencode({'page': request.path})}"


def portal(request):
    return {
        "footer_links": footer_links(request),
        "language_links": language_links(request),
        "base_url": settings.BASE_URL,
        "demo": settings.DEMO,
        "business_clock": clock.now() if clock.offset() else None,
    }
