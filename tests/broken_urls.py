"""The portal's addresses, and under `broken/` the answer to everything that can go wrong."""

from django.conf.urls.i18n import i18n_patterns
from django.shortcuts import render
from django.urls import path

from corridor import views
from corridor.urls import *  # noqa: F403
from corridor.urls import urlpatterns as portal


def too_many(request):
    return render(request, "429.html", status=429)


ANSWERS = {
    "400": views.bad_request,
    "403": views.forbidden,
    "404": views.not_found,
    "429": too_many,
    "500": views.server_error,
    "503": views.maintenance,
    "csrf": views.csrf_failure,
}

urlpatterns = [
    *i18n_patterns(*(path(f"broken/{name}/", view) for name, view in ANSWERS.items())),
    *portal,
]
