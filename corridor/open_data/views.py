"""A list and an object of open data. A room gives the rows, their filters and their fields."""

from allauth.core.exceptions import RateLimited
from allauth.core.ratelimit import consume_or_429
from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from rest_framework.exceptions import Throttled
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.views import APIView

from corridor.open_data.filters import Filters
from corridor.open_data.paging import Pages
from corridor.open_data.problems import NotUnderstood

FOR_SECONDS = 60
LIMITED_FOR = 60  # seconds; see ACCOUNT_RATE_LIMITS
METHODS = "GET, HEAD, OPTIONS"


class OpenData:
    """Read by everybody alike: no session, no cookie, any page of any site may ask."""

    http_method_names = ["get", "head", "options"]

    def check_throttles(self, request):
        """Counted like attempts to sign in; REST framework's own counting lets requests at the same moment pass."""
        limit = {"action": "open_data", "limit_get": True, "raise_exception": True}
        try:
            consume_or_429(request._request, **limit)
        except RateLimited:
            raise Throttled(wait=LIMITED_FOR) from None

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
    """Where everything is: `routes` by their names."""

    schema = None
    renderer_classes = [JSONRenderer]
    routes = {}

    def get(self, request):
        return Response(
            {name: f"{settings.BASE_URL}{reverse(route)}" for name, route in self.routes.items()}
        )
