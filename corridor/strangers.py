"""Pages for strangers are kept for some seconds: a crowd that comes by costs hardly more than one reader."""

import functools
from hashlib import sha256

import brotli
from django.conf import settings
from django.core.cache import caches
from django.http import HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

# Cookies that do not change what a page says.
HARMLESS = {settings.LANGUAGE_COOKIE_NAME, settings.CSRF_COOKIE_NAME}


def kept_for_strangers(view):
    """Keep a view's page for whoever has no session.

    Every page with a query would be one more entry for whoever makes addresses up, so of those each process keeps a
    few to itself, and makes less effort to have them small.
    """

    @functools.wraps(view)
    def wrapper(request, *args, **kwargs):
        if not may_be_kept(request):
            return view(request, *args, **kwargs)
        has_query = bool(request.META.get("QUERY_STRING"))
        cache, effort = (caches["lists"], 4) if has_query else (caches["default"], 9)
        address = f"{get_language()} {request.get_full_path()}"
        key = f"kept:{sha256(address.encode()).hexdigest()}"
        kept = cache.get(key)
        if kept is None:
            response = view(request, *args, **kwargs)
            if response.status_code != 200 or request.META.get("CSRF_COOKIE_NEEDS_UPDATE"):
                return response
            small = brotli.compress(response.content, quality=effort)
            kept = response.content, small, dict(response.items())
            cache.set(key, kept, settings.PAGE_SECONDS)
        return _answer(request, *kept)

    return wrapper


def may_be_kept(request):
    # htmx hears more than the page: the address that its answer has.
    is_plain = request.method in {"GET", "HEAD"} and "HX-Request" not in request.headers
    return settings.PAGE_SECONDS and is_plain and not request.COOKIES.keys() - HARMLESS


def _answer(request, content, small, headers):
    """The page, in Brotli for whoever takes it: these pages hold no secret that its length could tell."""
    encodings = request.headers.get("Accept-Encoding", "").split(",")
    if "br" in {encoding.strip() for encoding in encodings}:
        response = HttpResponse(small, headers={**headers, "Content-Encoding": "br"})
    else:
        response = HttpResponse(content, headers=headers)
    patch_vary_headers(response, ["Accept-Encoding", "Cookie"])
    return response
