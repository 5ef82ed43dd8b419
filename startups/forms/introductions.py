from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.forms import PlainWords
from startups import choices


class AskForm(PlainWords, forms.Form):
    """Who asks, why, and in whose words."""

    asking = forms.ModelChoiceField(
        label=_("Which of your start-ups asks?"),
        queryset=None,
        widget=forms.RadioSelect,
        empty_label=None,
    )
    purpose = forms.ChoiceField(
        label=_("What is it about?"),
        choices=[
            (each.value, each.label) for each in choices.Purpose if each != choices.Purpose.MET
        ],
        widget=forms.RadioSelect,
    )
    message = forms.CharField(
        label=_("Your message"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What you have in mind, and why with them. At most 2,000 characters."),
    )

    def __init__(self, *args, own, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["asking"].queryset = own
        self.fields["asking"].initial = own[0]
        if len(own) == 1:
            self.fields["asking"].widget = forms.HiddenInput()


class AnswerForm(forms.Form):
    """A few words to a yes or a no; both go without."""

    answer = forms.CharField(
        label=_("Your answer"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One or two sentences. The other side reads them."),
    )


class OutcomeForm(PlainWords, forms.Form):
    outcome = forms.ChoiceField(
        label=_("How far did it come?"), choices=choices.Outcome.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Both sides and the editors read it. Only the outcome counts in the figures."),
    )


class BrokerForm(PlainWords, forms.Form):
    """What the other side told an editor; a start-up's yes names the owner whom the asking side meets."""

    contact = forms.ModelChoiceField(
        label=_("Who will be in touch"), queryset=None, widget=forms.RadioSelect, empty_label=None
    )
    answer = forms.CharField(
        label=_("What they said"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The asking start-up reads it."),
    )

    def __init__(self, *args, owners, **kwargs):
        """Without `owners` nobody is to be named."""
        super().__init__(*args, **kwargs)
        self.fields["contact"].queryset = owners
        if owners is None:
            del self.fields["contact"]
