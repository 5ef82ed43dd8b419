"""Where allauth's sign-in meets the portal: people, mail in our words, languages."""

from io import BytesIO

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.urls import reverse, translate_url
from django.utils.translation import gettext_lazy as _
from qrcode.image.svg import SvgPathFillImage

from corridor.accounts import actions, emails
from corridor.mail.addresses import require_plain


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is blocked."),
        "email_password_mismatch": _(
            "Email address and password do not belong together. You can also sign in with a code."
        ),
        "duplicate_email": _("This is your email address already."),
        "email_taken": _("There is an account with this email address already."),
        "enter_current_password": _("This is not your present password."),
        "incorrect_code": _("This code is not right. Compare it with the one you were sent."),
        "incorrect_password": _("This password is not right."),
        "rate_limited": _("That was a little too often. Wait a minute, then try again."),
        "too_many_login_attempts": _("Too many attempts. Wait five minutes, then try again."),
    }

    def save_user(self, request, user, form, commit=True):
        data = form.cleaned_data
        return actions.sign_up(
            email=data["email"], name=data["name"], language=data["language"], by=None
        )

    def clean_email(self, email):
        email = super().clean_email(email)
        require_plain(email)
        return email

    def send_mail(self, template_prefix, email, context):
        emails.send(template_prefix.rpartition("/")[2], email, context)

    def get_login_redirect_url(self, request):
        """Staff begin in the back office, everybody else with what is theirs."""
        return reverse("admin:index" if request.user.is_staff else settings.LOGIN_REDIRECT_URL)

    def post_login(self, request, user, **kwargs):
        response = super().post_login(request, user, **kwargs)
        response["Location"] = translate_url(response["Location"], user.language)
        return response

    def get_password_change_redirect_url(self, request):
        return reverse(settings.LOGIN_REDIRECT_URL)


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right. Wait for the next one in your app."),
    }

    def build_totp_svg(self, url):
        """The QR code on its own white ground: black on nothing disappears in dark mode."""
        buffer = BytesIO()
        qrcode.make(url, image_factory=SvgPathFillImage).save(buffer)
        return buffer.getvalue().decode()
