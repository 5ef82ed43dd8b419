"""A letter of the start-up, as an officer enters it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.documents.forms import UploadsField
from corridor.forms import PlainWords
from corridor.widgets import DayInput
from welcome.actions.files import TYPES
from welcome.actions.letters import kinds_of
from welcome.actions.messages import MOST_FILES
from welcome.admin.forms import text_field
from welcome.exceptions import DayNotPossible, TooManyFiles
from welcome.models import AwardItem


class ArrivedForm(PlainWords, forms.Form):
    """When a letter arrived, what it says, and its scans."""

    received_on = forms.DateField(
        label=_("Received on"),
        widget=DayInput,
        help_text=_(
            "The day of the stamp of receipt. What the letter brings about counts from it."
        ),
    )
    text = text_field(
        _("In a few words"),
        rows=5,
        help_text=_("The start-up reads it, as it reads its messages."),
    )
    scans = UploadsField(label=_("Scans of everything that arrived"), types=TYPES)

    def clean_received_on(self):
        day = self.cleaned_data["received_on"]
        if day > clock.today():
            raise forms.ValidationError(DayNotPossible.message, code="to_come")
        return day

    def clean_scans(self):
        files = self.cleaned_data["scans"]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(TooManyFiles.message, code="too_many")
        return files


class LetterForm(ArrivedForm):
    kind = forms.ChoiceField(label=_("What the letter says"), widget=forms.RadioSelect)
    field_order = ["kind"]

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds_of(case)]


class WishForm(ArrivedForm):
    """Which benefit the letter asks for, how much of it and for when."""

    item = forms.ModelChoiceField(
        AwardItem.objects.none(), label=_("Benefit"), widget=forms.RadioSelect, empty_label=None
    )
    quantity = forms.IntegerField(
        label=_("How much?"),
        min_value=1,
        initial=1,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    wished_on = forms.DateField(label=_("For which day?"), widget=DayInput)
    field_order = ["item", "quantity", "wished_on"]

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        items = AwardItem.objects.filter(award__case=case).select_related("granted")
        self.fields["item"].queryset = items
