"""What is typed at the door, and what phones send."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.forms import PlainWords
from events.models.delegates import one_line

# So old a scan may be when a phone gets to send it, in milliseconds.
OLDEST = int(timedelta(days=30).total_seconds() * 1000)


class FindForm(PlainWords, forms.Form):
    said = forms.CharField(
        label=_("Code of the ticket, or name"),
        max_length=120,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


class GateForm(PlainWords, forms.Form):
    gate = forms.CharField(
        label=_("Where you stand"),
        help_text=_("For example Entrance East. It is written beside every check-in."),
        max_length=60,
        required=False,
        validators=[one_line],
    )


class ScanForm(forms.Form):
    """One scan as a phone sends it. It says how long ago that was: its clock may be wrong, and that does no harm."""

    scan = forms.UUIDField()
    ticket = forms.RegexField(r"^[0-9a-f]{64}\Z")
    ago = forms.IntegerField(min_value=0, max_value=OLDEST)
    gate = forms.CharField(max_length=60, required=False, validators=[one_line])
