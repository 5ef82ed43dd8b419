"""What one says for an invitation letter, and about food and access."""

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.forms import PlainWords
from corridor.widgets import DayInput
from events.choices import Costs, Lodging
from events.consents import NEEDS, NEEDS_TEXT
from events.models import InvitationLetter, Needs

PASSPORT = ("number", "born_on", "expires_on")


class CodeForm(PlainWords, forms.Form):
    code = forms.CharField(
        label=_("Code from the mail"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )


class LetterForm(PlainWords, forms.ModelForm):
    """The journey, and the passport as far as somebody wants it in the letter."""

    number = forms.CharField(
        label=_("Passport number"),
        max_length=20,
        required=False,
        help_text=_("Only if the letter is to name it. Kept sealed, and deleted 30 days after the event."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    born_on = forms.DateField(
        label=_("Date of birth"),
        required=False,
        help_text=_("Only if the letter is to name it."),
        widget=DayInput,
    )
    expires_on = forms.DateField(
        label=_("Passport valid until"),
        required=False,
        help_text=_("Does not stand in the letter. We tell you when the passport ends too early."),
        widget=DayInput,
    )
    costs = forms.ChoiceField(
        label=_("Who bears the costs of the journey"), choices=Costs, widget=forms.RadioSelect
    )
    lodging = forms.ChoiceField(label=_("Accommodation"), choices=Lodging, widget=forms.RadioSelect)

    class Meta:
        model = InvitationLetter
        fields = ["entry_on", "exit_on", "function", "costs", "lodging", "lodging_address"]
        widgets = {"entry_on": DayInput, "exit_on": DayInput}

    def said(self) -> dict:
        """The fields of the letter, and the passport apart."""
        said = dict(self.cleaned_data)
        passport = {name: said.pop(name) for name in PASSPORT}
        return {**said, "passport": passport}


class NeedsForm(PlainWords, forms.ModelForm):
    consent = forms.BooleanField(label=NEEDS_TEXT[NEEDS], required=False)

    class Meta:
        model = Needs
        fields = ["diet", "access"]
        widgets = {"access": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "diet": _("For example vegetarian, or an allergy."),
            "access": _("For example a wheelchair, a companion, an induction loop."),
        }
