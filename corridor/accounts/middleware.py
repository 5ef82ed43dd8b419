"""What being signed in changes for every request: the language, caches, and the second factor of staff."""

from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

# Where staff may go who have not given their second factor in this session.
ALWAYS = {"account_logout", "mfa_authenticate", "mfa_reauthenticate"}
WITHOUT_APP = ALWAYS | {"account_reauthenticate", "mfa_activate_totp", "mfa_index"}


class PreferredLanguageMiddleware:
    """Addresses without a language, the back office above all, speak the person's own."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if _is_signed_in(request) and not translation.get_language_from_path(request.path_info):
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = request.user.language
        return self.get_response(request)


class PrivateMiddleware:
    """What signed-in people are shown stays in no cache, so that nobody pages back to it after they signed out."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        is_signed_in = _is_signed_in(request)
        response = self.get_response(request)
        if is_signed_in:
            response.setdefault("Cache-Control", "private, no-store")
        return response


class SecondFactorMiddleware:
    """Staff give a second factor in this session, or set one up, before they reach anything else.

    It is the session that counts, not that the person has an app: an older session of a thief has given none. Nor may
    that session take the app away, so a password opens nothing once there is one.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not (settings.STAFF_SECOND_FACTOR and _is_signed_in(request) and request.user.is_staff):
            return None
        if gave_second_factor(request):
            return None
        has_app = is_mfa_enabled(request.user, [Authenticator.Type.TOTP])
        if request.resolver_match.view_name in (ALWAYS if has_app else WITHOUT_APP):
            return None
        return _ask_for_second_factor(request, has_app)


def gave_second_factor(request):
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "mfa" for record in records)


def _is_signed_in(request):
    """Looks at the session only when there is a cookie, so that other answers do not vary by it."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated


def _ask_for_second_factor(request, has_app):
    if has_app:
        address = f"{reverse('mfa_reauthenticate')}?{urlencode({'next': request.get_full_path()})}"
        return HttpResponseRedirect(address)
    messages.info(request, _("Members of staff sign in with a second factor. Set it up to go on."))
    return HttpResponseRedirect(reverse("mfa_activate_totp"))
