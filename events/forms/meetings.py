"""When somebody is there for meetings, what they ask for, and what came of it."""

from itertools import groupby

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor import clock
from corridor.forms import PlainWords
from corridor.templatetags.corridor import day_in_words
from events.choices import MeetingOutcome
from events.models import MeetingProfile

DAY = "times_"


def by_day(slots, zone):
    """The slots of each day at the venue as choices: (day, [(key, words)])."""
    days = groupby(slots, key=lambda slot: slot.starts_at.astimezone(zone).date())
    return [(day, [(slot.key, times_of(slot)) for slot in group]) for day, group in days]


def times_of(slot):
    """From when to when, in both places."""
    here, there = (
        f"{slot.starts_at.astimezone(zone):%H:%M}–{slot.ends_at.astimezone(zone):%H:%M}"
        for zone in (clock.BERLIN, clock.KOLKATA)
    )
    return _("%(here)s in Düsseldorf, %(there)s in Bengaluru") % {"here": here, "there": there}


class WishForm(PlainWords, forms.ModelForm):
    """Whether one may be asked, what one looks for, and a box for each slot, day by day."""

    class Meta:
        model = MeetingProfile
        fields = ["is_open", "looking_for"]

    def __init__(self, *args, slots, zone, times=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.slots = {slot.key: slot for slot in slots}
        self.fields["looking_for"].help_text = _(
            "In one line, for example: pilot customers for battery storage."
        )
        self.fields["looking_for"].says_optional = False  # it is asked for with a tick above
        for day, choices in by_day(slots, zone):
            self.fields[f"{DAY}{day}"] = field = forms.MultipleChoiceField(
                label=day_in_words(day),
                choices=choices,
                required=False,
                widget=forms.CheckboxSelectMultiple,
                initial=[
                    key
                    for key, _words in choices
                    if times is None or any(map(self.slots[key].is_within, times))
                ],
            )
            field.says_optional = False

    def clean(self):
        said = super().clean()
        if said.get("is_open") and not said.get("looking_for"):
            self.add_error("looking_for", _("Say what you look for, so that others know."))
        return said

    def said(self):
        """What the action takes."""
        data = self.cleaned_data
        keys = [key for name, ticked in data.items() if name.startswith(DAY) for key in ticked]
        return {
            "is_open": data["is_open"],
            "looking_for": data["looking_for"],
            "times": [self.slots[key] for key in keys],
        }


class SlotField(forms.ChoiceField):
    """One slot of those that are left; the days are groups of a list."""

    def __init__(self, **kwargs):
        super().__init__(label=gettext_lazy("When"), **kwargs)
        self.slots = {}

    def offer(self, slots, zone):
        self.slots = {slot.key: slot for slot in slots}
        days = [(day_in_words(day), choices) for day, choices in by_day(slots, zone)]
        self.choices = [("", "–"), *days]

    def clean(self, value):
        return self.slots[super().clean(value)]


class AskForm(PlainWords, forms.Form):
    time = SlotField()
    purpose = forms.CharField(
        label=gettext_lazy("What it is about"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("The other person reads it before they answer."),
    )

    def __init__(self, *args, slots, zone, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["time"].offer(slots, zone)


class OutcomeForm(PlainWords, forms.Form):
    outcome = forms.ChoiceField(
        label=gettext_lazy("What came of it?"), choices=[("", "–"), *MeetingOutcome.choices]
    )
