"""Forms about one's own account: allauth's, in our words."""

from allauth.account import forms as account
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings as mfa_settings
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django import forms
from django.core.cache import cache
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import Language
from corridor.accounts.models import User
from corridor.actions import Conflict
from corridor.forms import PlainWords

WORDS = {
    "code": {"label": _("Code")},
    "email": {"label": _("Email address")},
    "login": {"label": _("Email address")},
    "oldpassword": {"label": _("Present password"), "help_text": ""},
    "password": {"label": _("Password"), "help_text": ""},
    "password1": {
        "label": _("New password"),
        "help_text": _("At least 12 characters. Four words in a row are easy to keep in mind."),
    },
}


class Worded(PlainWords):
    """Our labels and hints, and no placeholders: they vanish while one types.

    A new password is typed once: who mistypes it signs in by code.
    """

    code_hint = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("password2", None)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            for attribute, words in WORDS.get(name, {}).items():
                setattr(field, attribute, words)
        if self.code_hint:
            self.fields["code"].help_text = self.code_hint
            self.fields["code"].widget.attrs |= {
                "autocapitalize": "characters",
                "spellcheck": "false",
            }


class MailedCode(Worded):
    code_hint = _("Eight letters, with or without the dash.")


class RequestCodeForm(Worded, account.RequestLoginCodeForm):
    pass


class LoginForm(Worded, account.LoginForm):
    def code_form(self):
        """The other way to sign in, on the same page."""
        return RequestCodeForm()


class SignUpForm(Worded, account.SignupForm):
    """An account needs a name and an address. No password: somebody else's address can't be taken with one."""

    field_order = ["name", "email", "language"]
    name = forms.CharField(
        label=_("Name"),
        max_length=User._meta.get_field("name").max_length,
        validators=User._meta.get_field("name").validators,
        help_text=_("As you wish to be addressed. One name is enough."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    language = forms.ChoiceField(
        label=_("Language"),
        choices=Language.choices,
        widget=forms.RadioSelect,
        help_text=_("Mail and documents come to you in this language."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["password1"]
        self.initial.setdefault("language", get_language())

    def try_save(self, request):
        try:
            return super().try_save(request)
        except Conflict:  # somebody was faster: answer as for any address that is taken
            self.account_already_exists = True
            return super().try_save(request)


class ProfileForm(PlainWords, forms.ModelForm):
    class Meta:
        model = User
        fields = ["name", "language"]
        help_texts = {"name": SignUpForm.base_fields["name"].help_text}
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "language": forms.RadioSelect,
        }


class ChangeEmailForm(Worded, account.AddEmailForm):
    pass


class ChangePasswordForm(Worded, account.ChangePasswordForm):
    pass


class SetPasswordForm(Worded, account.SetPasswordForm):
    pass


class ResetPasswordForm(Worded, account.ResetPasswordForm):
    pass


class NewPasswordForm(Worded, account.ResetPasswordKeyForm):
    pass


class ReauthenticateForm(Worded, account.ReauthenticateForm):
    pass


class ConfirmLoginForm(MailedCode, account.ConfirmLoginCodeForm):
    pass


class ConfirmEmailForm(MailedCode, account.ConfirmEmailVerificationCodeForm):
    pass


class ConfirmPasswordResetForm(MailedCode, account.ConfirmPasswordResetCodeForm):
    pass


class AppCode(Worded):
    """A code from an app counts once, for as long as any clock could still accept it."""

    code_hint = _("Six digits from your app, or one of your recovery codes.")

    def clean_code(self):
        code = super().clean_code()
        steps = 2 * mfa_settings.TOTP_TOLERANCE + 1
        key = f"second-factor/{self.user.pk}/{normalize_user_code(code)}"
        if not cache.add(key, True, timeout=steps * mfa_settings.TOTP_PERIOD):
            raise get_mfa_adapter().validation_error("incorrect_code")
        return code


class SecondFactorForm(AppCode, mfa.AuthenticateForm):
    pass


class SecondFactorAgainForm(AppCode, mfa.ReauthenticateForm):
    pass


class ActivateAppForm(Worded, totp.ActivateTOTPForm):
    code_hint = _("Six digits that your app shows now.")
