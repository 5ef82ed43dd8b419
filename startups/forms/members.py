from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.forms import PlainWords
from corridor.mail.addresses import require_plain
from startups.choices import MemberRole


class InvitationForm(PlainWords, forms.Form):
    email = forms.EmailField(
        label=_("Email address"),
        help_text=_("The link works for an account with this address only."),
        max_length=254,
        validators=[require_plain],
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    role = forms.ChoiceField(
        label=_("Role"),
        help_text=_(
            "Both write the profile. Owners also submit it and applications, and manage people."
        ),
        choices=MemberRole.choices,
        initial=MemberRole.EDITOR,
        widget=forms.RadioSelect,
    )
