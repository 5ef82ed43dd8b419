"""A signed decision goes out, or is held back until a day."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.forms import PlainWords
from corridor.widgets import DayInput
from welcome.admin.forms import NoteForm
from welcome.exceptions import DayToCome


class HoldForm(NoteForm):
    """Until when a signed decision does not go out, and why."""

    until = forms.DateField(label=_("Not to go out before"), widget=DayInput)
    field_order = ["until", "note"]

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, case=case, **kwargs)
        self.fields["note"].help_text = _("Why it waits. It stays in the record of the case.")
        if case.open_decision:
            self.fields["until"].initial = case.open_decision.held_until

    def clean_until(self):
        day = self.cleaned_data["until"]
        if day <= clock.today():
            raise ValidationError(DayToCome.message, code="over")
        return day


class ReleaseForm(PlainWords, forms.Form):
    """The page says what the release does, and its button does it; what is held back asks once more."""

    despite = forms.BooleanField(label=_("Release the notice before that day"))

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        decision = case.open_decision
        if not (decision and decision.is_held_back):
            del self.fields["despite"]
