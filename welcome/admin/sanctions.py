"""The look-up in the lists of sanctions on the page of a case."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.forms import PlainWords
from corridor.widgets import DayInput
from welcome.admin.forms import text_field
from welcome.choices import SanctionsResult
from welcome.exceptions import ClearUnexplained, DayNotPossible, HitUnexplained, ListMissing
from welcome.models import Case
from welcome.models.sanctions import explains, open_hits

USUAL = "EU Consolidated Financial Sanctions List"


class SanctionsForm(PlainWords, forms.Form):
    checked_on = forms.DateField(label=_("Checked on"), widget=DayInput)
    list_name = forms.CharField(
        label=_("List"),
        max_length=200,
        initial=USUAL,
        error_messages={"required": ListMissing.message},
    )
    result = forms.ChoiceField(
        label=_("Result"),
        choices=SanctionsResult.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a result.")},
    )
    note = text_field(_("Note"), rows=4, required=False)

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["checked_on"].initial = clock.today()
        self.hits = open_hits(case.sanctions_checks.all())

    def clean_checked_on(self):
        day = self.cleaned_data["checked_on"]
        if day > clock.today():
            raise forms.ValidationError(DayNotPossible.message, code="to_come")
        return day

    def clean(self):
        data = super().clean()
        if data.get("note", "").strip():
            return data
        after_hit = explains(data.get("list_name", ""), data.get("checked_on", date.min), self.hits)
        if data.get("result") == SanctionsResult.HIT:
            self.add_error("note", HitUnexplained.message)
        elif data.get("result") and after_hit:
            self.add_error("note", ClearUnexplained.message)
        return data


def context(case: Case) -> dict:
    return {"sanctions_checks": list(case.sanctions_checks.select_related("by"))}
