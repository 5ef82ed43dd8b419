"""Three questions after an event."""

from django import forms

from corridor.forms import PlainWords
from events.choices import Rating
from events.models import Feedback


class FeedbackForm(PlainWords, forms.ModelForm):
    rating = forms.TypedChoiceField(
        label=Feedback._meta.get_field("rating").verbose_name,
        choices=Rating,
        coerce=int,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Feedback
        fields = ["rating", "worked", "missing"]
        widgets = dict.fromkeys(["worked", "missing"], forms.Textarea(attrs={"rows": 4}))
