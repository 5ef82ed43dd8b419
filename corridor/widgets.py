"""The browser's own fields for days and times: no script, and each person's own way to write them."""

from django import forms
from django.forms.utils import to_current_timezone


class DayInput(forms.DateInput):
    """The browser's own field for a day."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%H:%M")


class DayAndTimeInput(forms.MultiWidget):
    """A day and a time in Düsseldorf, each with a label of its own."""

    template_name = "admin/widgets/day_and_time.html"
    use_fieldset = True

    def __init__(self, attrs=None):
        super().__init__([DayInput, TimeInput], attrs)

    def decompress(self, value):
        value = to_current_timezone(value)
        return [value.date(), value.time()] if value else [None, None]
