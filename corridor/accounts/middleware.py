"""What being signed in changes for every request: the language, and the second factor of staff."""

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


class PreferredLanguageMiddleware:
    """Addresses without a language, the back office above all, speak the person's own."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if _is_signed_in(request) and not translation.get_language_from_path(request.path_info):
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = request.user.language
        return self.get_response(request)


class SecondFactorMiddleware:
    """Staff reach nothing but the pages about signing in before they gave a second factor in this session.

    It is the session that counts, not that the person has an app: an older session of a thief has given none.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not (settings.STAFF_SECOND_FACTOR and _is_signed_in(request) and request.user.is_staff):
            return None
        if _is_about_signing_in(request.resolver_match) or gave_second_factor(request):
            return None
        return _ask_for_second_factor(request)


def gave_second_factor(request):
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "mfa" for record in records)


def _is_signed_in(request):
    """Looks at the session only when there is a cookie, so that other answers do not vary by it."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated


def _is_about_signing_in(match):
    return (match.url_name or "").startswith(("account_", "mfa_"))


def _ask_for_second_factor(request):
    if is_mfa_enabled(request.user, [Authenticator.Type.TOTP]):
        address = f"{reverse('mfa_reauthenticate')}?{urlencode({'next': request.get_full_path()})}"
        return HttpResponseRedirect(address)
    messages.info(request, _("Members of staff sign in with a second factor. Set it up to go on."))
    return HttpResponseRedirect(reverse("mfa_activate_totp"))
