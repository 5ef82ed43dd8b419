from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from corridor.accounts import actions
from corridor.accounts.forms import ProfileForm
from corridor.forms import posted


def account_context(user):
    """What the page "My corridor" (templates/accounts/account.html) says about the account itself."""
    return {"account_rows": _account_rows(user)}


@login_required
def edit_profile(request):
    form = ProfileForm(*posted(request), instance=request.user)
    if not form.is_valid():
        return render(request, "accounts/profile.html", {"form": form})
    actions.change_profile(user=request.user, by=request.user, **form.cleaned_data)
    with override(request.user.language):
        messages.success(request, _("Your details are saved."))
        return redirect(reverse("account"))


def _account_rows(user):
    password = _("Set") if user.has_usable_password() else _("None: you sign in by code")
    app = is_mfa_enabled(user, [Authenticator.Type.TOTP])
    return [
        {"label": _("Name"), "value": user.name, "url": reverse("account_profile")},
        {
            "label": _("Language"),
            "value": user.get_language_display(),
            "url": reverse("account_profile"),
        },
        {"label": _("Email address"), "value": user.email, "url": reverse("account_email")},
        {"label": _("Password"), "value": password, "url": reverse("account_change_password")},
        {
            "label": _("Second factor"),
            "value": _("Authenticator app") if app else _("Not set up"),
            "url": reverse("mfa_index"),
        },
    ]
