"""Another email address for somebody at an event, entered by the event team."""

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.forms import PlainWords
from events.forms.registrations import plain


class AddressForm(PlainWords, forms.Form):
    """Where everything goes from now on, and how we know that it is theirs."""

    email = forms.EmailField(label=_("New email address"))
    reason = forms.CharField(
        label=_("Reason"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Who asked, and how we know that it is them. It stays in the history."),
    )

    def __init__(self, _delegate, data):
        super().__init__(data)
        self.fields["email"].widget.attrs["autocomplete"] = "off"

    def clean_email(self):
        return plain(self.cleaned_data["email"])
