"""A list and an object of open data. A room gives the rows, their filters and their fields."""

from allauth.core.internal.ratelimit import get_ip
from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.views import APIView

from corridor.open_data.filters import Filters
from corridor.open_data.paging import Pages
from corridor.open_data.problems import NotUnderstood

FOR_SECONDS = 60
METHODS = "GET, HEAD, OPTIONS"


class PerNetwork(SimpleRateThrottle):
    """So many requests a minute from one network address, which sign-in counts in the same way."""

    scope = "open_data"

    def get_cache_key(self, request, view):
        return f"open-data:{get_ip(request)}"


class OpenData:
    """Read by everybody alike: no session, no cookie, any page of any site may ask."""

    http_method_names = ["get", "head", "options"]
    throttle_classes = [PerNetwork]

    def initialize_request(self, request, *args, **kwargs):
        request.encoding = (
            "utf-8"  # whatever the request says: a made-up charset is no way to an error
        )
        return super().initialize_request(request, *args, **kwargs)

    def perform_content_negotiation(self, request, force=False):
        try:
            return super().perform_content_negotiation(request, force)
        except Http404:
            raise NotUnderstood({"format": [_("There are: json, csv.")]}) from None

    def options(self, request, *args, **kwargs):
        """What a browser asks before a page of another site may read the data."""
        allowed = {"Allow": METHODS, "Access-Control-Allow-Methods": METHODS}
        headers = {
            "Access-Control-Allow-Headers": "If-None-Match",
            "Access-Control-Max-Age": "86400",
        }
        return HttpResponse(status=204, headers=allowed | headers)

    def finalize_response(self, request, response, *args, **kwargs):
        response = super().finalize_response(request, response, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag, Link, Retry-After"
        patch_vary_headers(response, ["Accept"])
        if response.status_code == 200:
            response["Cache-Control"] = f"public, max-age={FOR_SECONDS}"
            response["Content-Language"] = "de, en"
        return response


class OpenList(OpenData, ListAPIView):
    pagination_class = Pages
    filter_backends = [Filters]
    filterset_class = None

    def rows_of(self, found):
        """The rows that the filters leave, in their order."""
        return found.qs


class OpenObject(OpenData, RetrieveAPIView):
    lookup_field = "slug"


class OpenIndex(OpenData, APIView):
    """Where everything is, by the names of the lists."""

    schema = None
    renderer_classes = [JSONRenderer]
    names = ()

    def get(self, request):
        routes = {name: f"api_{name}" for name in [*self.names, "document", "docs"]}
        return Response(
            {name: f"{settings.BASE_URL}{reverse(route)}" for name, route in routes.items()}
        )
