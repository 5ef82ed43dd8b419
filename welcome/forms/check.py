from django import forms
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.forms import PlainWords
from corridor.widgets import DayInput
from startups.choices import Origin, Sector
from welcome.eligibility import OTHER, UNSURE, Facts


class CheckForm(PlainWords, forms.Form):
    """A few questions before anybody signs in; the answers stay in the address of the page and nowhere else."""

    origin = forms.ChoiceField(
        label=_("Where is the company from?"), choices=Origin, widget=forms.RadioSelect
    )
    sector = forms.ChoiceField(
        label=_("In which sector does it work?"),
        choices=[*Sector.choices, (OTHER, _("Another one, or between two"))],
        widget=forms.RadioSelect,
    )
    founded_on = forms.DateField(
        label=_("When was it founded?"),
        widget=DayInput,
        required=False,
        help_text=_("Leave this empty if it is not founded yet."),
    )
    settles = forms.ChoiceField(
        label=_("Do you intend to found a company or a branch on the other side?"),
        choices=[("yes", _("Yes")), ("no", _("No")), (UNSURE, _("We do not know yet"))],
        widget=forms.RadioSelect,
    )

    def clean_founded_on(self):
        day = self.cleaned_data["founded_on"]
        if day and day > clock.today():
            raise forms.ValidationError(_("This day is still to come."), code="future")
        return day

    @property
    def facts(self):
        return Facts(**self.cleaned_data)
