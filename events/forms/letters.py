"""What one says for an invitation letter, and about food and access."""

import re

from dateutil.relativedelta import relativedelta
from django import forms
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.forms import PlainWords
from corridor.widgets import DayInput
from events.choices import Costs, Lodging
from events.consents import NEEDS, NEEDS_TEXT
from events.letter_codes import typed
from events.models import InvitationLetter, Needs

PASSPORT = ("number", "born_on", "expires_on")
PASSPORT_NUMBER = re.compile(r"[A-Z0-9]{5,20}")
# What the letter says of the guest, said to the guest.
COSTS = [
    (Costs.SELF, _("you yourself")),
    (Costs.EMPLOYER, _("your organisation")),
    (Costs.HOST, _("the host of the event")),
]
LODGING = [
    (Lodging.SELF, _("you arrange it yourself")),
    (Lodging.HOST, _("the host of the event arranges it")),
]
OLDEST = relativedelta(years=120)


class CodeForm(PlainWords, forms.Form):
    code = forms.CharField(
        label=_("Code from the mail"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )


class CheckForm(PlainWords, forms.Form):
    """The code of a letter, as somebody types it from the paper."""

    code = forms.CharField(
        label=_("Code of the letter"),
        max_length=40,
        help_text=_("Three groups of four letters and digits, beside the signature."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def clean_code(self):
        if code := typed(self.cleaned_data["code"]):
            return code
        raise forms.ValidationError(
            _("This is no code of a letter. Enter three groups of four letters and digits.")
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
        label=_("Who bears the costs of the journey"), choices=COSTS, widget=forms.RadioSelect
    )
    lodging = forms.ChoiceField(label=_("Accommodation"), choices=LODGING, widget=forms.RadioSelect)

    class Meta:
        model = InvitationLetter
        fields = ["entry_on", "exit_on", "function", "costs", "lodging", "lodging_address"]
        widgets = {"entry_on": DayInput, "exit_on": DayInput}

    def clean_number(self):
        """As it stands in the machine-readable lines: capitals and digits, without spaces."""
        number = "".join(self.cleaned_data["number"].split()).upper()
        if number and not PASSPORT_NUMBER.fullmatch(number):
            raise forms.ValidationError(
                _("Enter the number as in the passport: 5 to 20 letters and digits.")
            )
        return number

    def clean_born_on(self):
        born, today = self.cleaned_data["born_on"], clock.today()
        if born and not (today - OLDEST < born < today):
            raise forms.ValidationError(_("Enter the day of birth as in the passport."))
        return born

    def clean(self):
        """The passport lasts as long as the journey; whether it lasts long enough after it is the mission's to say."""
        said = super().clean()
        last, exit_on = said.get("expires_on"), said.get("exit_on")
        if last and last < clock.today():
            self.add_error(
                "expires_on", _("This passport has ended. Enter the one you travel with.")
            )
        elif last and exit_on and last < exit_on:
            words = _("This passport ends before your exit. Enter the one you travel with.")
            self.add_error("expires_on", words)
        return said

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
