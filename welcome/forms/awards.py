"""What a start-up writes once its award is final."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.documents.forms import UploadsField
from corridor.forms import PlainWords
from corridor.widgets import DayInput
from startups.choices import Origin, RegistrationKind
from startups.registry_numbers import EXAMPLES, normalise
from welcome import waiver
from welcome.actions.proofs import MOST_FILES
from welcome.choices import LandingState
from welcome.forms.cases import lines
from welcome.models import LandingMark

# Under which number a company of one side is known once it has settled on the other, told to a newcomer.
REGISTERS = {
    Origin.KARNATAKA: {
        RegistrationKind.HRB: _("HRB: from the German commercial register"),
        RegistrationKind.UST_ID: _("USt-IdNr.: the German VAT number"),
    },
    Origin.DUESSELDORF: {
        RegistrationKind.CIN: _("CIN: from the Indian company register"),
        RegistrationKind.GSTIN: _("GSTIN: the Indian tax number for goods and services"),
    },
}


def day_between(day, possible, message):
    first, last = possible
    if not first <= day <= last:
        raise ValidationError(message, code="day")
    return day


class WaiverForm(PlainWords, forms.Form):
    """The waiver in today's words; the wording that was shown is sent along."""

    waived = forms.BooleanField(label=waiver.TEXTS[waiver.CURRENT])
    version = forms.CharField(widget=forms.HiddenInput, initial=waiver.CURRENT)


class WishForm(PlainWords, forms.Form):
    """How much of a benefit, and for which day."""

    # How many wishes for it there were when the form was shown, so that a second click asks for nothing more.
    seen = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    quantity = forms.IntegerField(
        label=_("How much?"), min_value=1, widget=forms.NumberInput(attrs={"inputmode": "numeric"})
    )
    wished_on = forms.DateField(label=_("For which day?"), widget=DayInput)
    words = lines(
        _("What should the authority know?"),
        3,
        max_length=1000,
        required=False,
        help_text=_("For example the time of day, or who comes."),
    )

    def __init__(self, *args, item, **kwargs):
        super().__init__(*args, **kwargs)
        self.item, self.asked = item, item.redemptions.count()
        self.fields["seen"].initial = self.asked
        self.fields["quantity"].max_value = item.left
        self.fields["quantity"].initial = 1
        if item.provider_email:
            self.fields["words"].label = _("What should the authority and the provider know?")

    def clean_quantity(self):
        is_first = (
            self.cleaned_data.get("seen") == self.asked
        )  # else the action knows whether it is the same wish
        if (quantity := self.cleaned_data["quantity"]) > self.item.left and is_first:
            raise ValidationError(
                _("%(left)s are left."), code="left", params={"left": self.item.left}
            )
        return quantity

    def clean_wished_on(self):
        message = _("Choose a day from today until the last day of the award.")
        return day_between(self.cleaned_data["wished_on"], self.item.award.wish_days, message)


class ProviderForm(PlainWords, forms.Form):
    """What the provider of a benefit says to a wish; which of two buttons was pressed says the rest."""

    answer = lines(
        _("A short note to the start-up"),
        3,
        max_length=1000,
        required=False,
        help_text=_("Time, place, person. If it is not possible, say why."),
    )


class UseForm(PlainWords, forms.Form):
    used_on = forms.DateField(label=_("On which day did you use it?"), widget=DayInput)

    def __init__(self, *args, redemption, **kwargs):
        super().__init__(*args, **kwargs)
        self.redemption = redemption
        self.fields["used_on"].initial = min(redemption.agreed_on, clock.today())

    def clean_used_on(self):
        message = _("Choose a day from the confirmation until today, within the award period.")
        return day_between(self.cleaned_data["used_on"], self.redemption.use_days, message)


class ProofForm(PlainWords, forms.Form):
    text = lines(
        _("Your report"),
        10,
        max_length=10_000,
        help_text=_("What you used each benefit for, and what came of it."),
    )
    files = UploadsField(label=_("Files"), required=False)

    def clean_files(self):
        files = self.cleaned_data["files"]
        if len(files) > MOST_FILES:
            raise ValidationError(
                _("Send at most %(most)s files with the report."), params={"most": MOST_FILES}
            )
        return files


class LandingForm(PlainWords, forms.ModelForm):
    state = forms.ChoiceField(
        label=_("How far are you?"), choices=LandingState.choices, widget=forms.RadioSelect
    )

    class Meta:
        model = LandingMark
        fields = ["state", "day", "note"]
        labels = {"day": _("Your date"), "note": _("Your note")}
        help_texts = {
            "day": _("An appointment, or a day you have set yourself."),
            "note": _("Only your start-up reads it."),
        }
        widgets = {"day": DayInput, "note": forms.Textarea(attrs={"rows": 3})}


class SettlementForm(PlainWords, forms.Form):
    settled_on = forms.DateField(
        label=_("Since when are you settled?"),
        widget=DayInput,
        help_text=_("The day of the entry in the register."),
    )
    kind = forms.ChoiceField(label=_("Which number do you have?"), widget=forms.RadioSelect)
    number = forms.CharField(label=_("Registry number"), max_length=60)
    in_profile = forms.BooleanField(
        label=_("Put the number into our profile"),
        required=False,
        help_text=_("An editor checks it before it is public."),
    )

    def __init__(self, *args, startup, **kwargs):
        super().__init__(*args, **kwargs)
        self.startup = startup
        kinds = REGISTERS[startup.origin]
        self.fields["kind"].choices = [(kind.value, label) for kind, label in kinds.items()]
        one, other = (EXAMPLES[kind] for kind in kinds)
        examples = _("For example %(one)s, or %(other)s.") % {"one": one, "other": other}
        self.fields["number"].help_text = examples

    def clean_settled_on(self):
        if (day := self.cleaned_data["settled_on"]) > clock.today():
            raise ValidationError(_("Note it once the day has come."), code="day")
        if day < self.startup.founded_on:
            message = _("Your company was founded later than that.")
            raise ValidationError(message, code="day")
        return day

    def clean(self):
        data = super().clean()
        if data.get("kind") and data.get("number"):
            try:
                data["number"] = normalise(data["kind"], data["number"])
            except ValidationError as error:
                self.add_error("number", error)
        return data
