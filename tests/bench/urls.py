"""The portal's addresses and one more: a bare Django view with one SELECT of 24 rows."""

from django.http import HttpResponse
from django.urls import path

from corridor.urls import *  # noqa: F403
from corridor.urls import urlpatterns as portal
from startups.models import Startup


def bare(request):
    rows = Startup.objects.order_by("pk").values_list("name", "city")[:24]
    return HttpResponse("\n".join(f"<p>{name}, {city}" for name, city in rows))


urlpatterns = [path("bare/", bare), *portal]
