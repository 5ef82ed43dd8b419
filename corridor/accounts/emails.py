"""The mails about signing in. Allauth says which one is due; the words are ours (templates/accounts/mail)."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from corridor.accounts.models import User
from corridor.mail.actions import queue

# Mails that leave at once. Codes must; and were the two others slower, the time an answer takes would tell
# strangers who has an account.
AT_ONCE = {
    "account_already_exists": "account_exists",
    "email_confirmation": "confirm_email",
    "email_confirmation_signup": "confirm_email",
    "login_code": "login_code",
    "password_reset_code": "password_reset_code",
    "unknown_account": "unknown_account",
}
# What happened to an account, in the words of the notice about it.
CHANGES = {
    "email_changed": _("The email address of your account was changed."),
    "password_changed": _("The password of your account was changed."),
    "password_reset": _("The password of your account was replaced with the help of a code."),
    "password_set": _("Your account was given a password."),
    "recovery_codes_generated": _("New recovery codes were made for your account."),
    "totp_activated": _("An authenticator app was added to your account."),
    "totp_deactivated": _("The authenticator app was removed from your account."),
}


def send(event, email, context):
    """Queue the mail for one of allauth's events; KeyError for an event the portal does not know."""
    language = _language(email, context.get("user"))
    if event in AT_ONCE:
        send_at_once(AT_ONCE[event], email, language, context.get("code", ""))
    else:
        send_notice(CHANGES[event], email, language, context)


def send_at_once(name, email, language, code):
    lifetime = timedelta(seconds=settings.CODE_LIFETIME)
    queue(
        template=f"accounts/mail/{name}",
        to=email,
        language=language,
        context={
            "code": code,
            "minutes": settings.CODE_LIFETIME // 60,
            "sign_up": _address("account_signup", language),
            "sign_in": _address("account_login", language),
        },
        secret=True,
        useful_for=lifetime,
    )


def send_notice(change, email, language, context):
    """Tell the owner of an account what happened to it, from where, and what to do if it was not them."""
    with override(language):
        change = str(change)
    queue(
        template="accounts/mail/notice",
        to=email,
        language=language,
        context={
            "change": change,
            "new_email": context.get("to_email"),
            "at": context["timestamp"],
            "address": context["ip"],
            "browser": context["user_agent"],
            "security": _address("account_reset_password", language),
        },
    )


def _language(email, user):
    """The reader's language; for an address without an account, that of the page."""
    known = User.objects.filter(email=email.lower()).first() or user
    return known.language if known else get_language()


def _address(name, language):
    with override(language):
        return settings.BASE_URL + reverse(name)
