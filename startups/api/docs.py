"""The page that explains the open data to people; what it says of addresses and fields comes from the code."""

import json

from django.conf import settings
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, override
from django.views.decorators.http import require_safe
from rest_framework.renderers import JSONRenderer
from rest_framework.serializers import BaseSerializer, ListSerializer

from corridor.open_data.filters import parameters
from corridor.open_data.paging import MOST_ON_A_PAGE, ON_A_PAGE
from corridor.open_data.views import FOR_SECONDS
from corridor.pages import MOST_COUNTED
from corridor.strangers import kept_for_strangers
from startups.api import examples, views

# The name of the list's address, what it holds, one object of it, and what the example asks for.
LISTS = [
    ("api_startups", views.Startups, examples.startup, {"sector": "5g_industry"}),
    ("api_partners", views.Partners, examples.partner, {"side": "duesseldorf"}),
    ("api_projects", views.Projects, examples.project, {"state": "running"}),
    ("api_openings", views.Openings, examples.opening, {"kind": "internship"}),
]


@require_safe
def page(request):
    """In the reader's language, or in the one that the switch on the page names."""
    asked = request.GET.get("lang")
    language = asked if asked in dict(settings.LANGUAGES) else get_language()
    with override(language):
        response = in_one_language(request)
    response["Content-Language"] = language
    return response


@kept_for_strangers
def in_one_language(request):
    context = {
        "lists": [described(*each) for each in LISTS],
        "limit": settings.ACCOUNT_RATE_LIMITS["open_data"].partition("/")[0],
        "on_a_page": ON_A_PAGE,
        "most_on_a_page": MOST_ON_A_PAGE,
        "most_counted": MOST_COUNTED,
        "seconds": FOR_SECONDS,
        "language_links": [
            {
                "code": code,
                "name": name,
                "url": f"{request.path}?lang={code}",
                "current": code == get_language(),
            }
            for code, name in settings.LANGUAGES
        ],
    }
    return render(request, "startups/api_docs.html", context)


def described(route, view, example, asked):
    address = reverse(route)
    data = view.serializer_class(example()).data
    return {
        "name": route.removeprefix("api_"),
        "title": view.title,
        "address": address,
        "key": "id" if "id" in data else "slug",
        "request": f"{settings.BASE_URL}{address}?{urlencode(asked)}",
        "parameters": parameters(view.filterset_class),
        "fields": list(fields(view.serializer_class())),
        "example": json.dumps(
            json.loads(JSONRenderer().render(data)), indent=2, ensure_ascii=False
        ),
    }


def fields(serializer, before=""):
    """(name, meaning) of each field; those of an object inside the object after it."""
    for name, field in serializer.fields.items():
        yield f"{before}{name}", field.help_text or field.label
        inner = field.child if isinstance(field, ListSerializer) else field
        if isinstance(inner, BaseSerializer):
            yield from fields(inner, f"{before}{name}.")
