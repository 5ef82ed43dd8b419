"""Fields of a profile's forms."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from startups import registry_numbers
from startups.choices import RegistrationKind

NUMBER_NAMES = {
    RegistrationKind.CIN: _("Corporate Identification Number"),
    RegistrationKind.DPIIT: _("Number of the recognition as a start-up"),
    RegistrationKind.GSTIN: _("Goods and Services Tax Identification Number"),
    RegistrationKind.HRB: _("Commercial register, with its court"),
    RegistrationKind.UST_ID: _("VAT identification number"),
    RegistrationKind.LEI: _("Legal Entity Identifier"),
}


class RegistryNumberField(forms.CharField):
    """A number of one kind, in its one written form."""

    def __init__(self, kind):
        self.kind = kind
        example = registry_numbers.EXAMPLES[kind]
        hint = format_lazy(
            _("{name}, for example {example}"), name=NUMBER_NAMES[kind], example=example
        )
        super().__init__(label=kind.label, help_text=hint, required=False, max_length=60)
        self.widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}

    def clean(self, value):
        number = super().clean(value)
        return registry_numbers.normalise(self.kind, number) if number else ""


class SentenceField(forms.CharField):
    """One sentence: a line break inside is a space."""

    widget = forms.Textarea

    def to_python(self, value):
        return " ".join(super().to_python(value).split())


class PictureInput(forms.ClearableFileInput):
    """Shows the present picture, whose file name tells nobody anything."""

    template_name = "startups/picture_input.html"


def several(enum, label):
    return forms.MultipleChoiceField(
        label=label, choices=enum.choices, required=False, widget=forms.CheckboxSelectMultiple
    )


def one_of(enum, label):
    return forms.ChoiceField(label=label, choices=enum.choices, widget=forms.RadioSelect)


def chosen(enum, label):
    """Needed for the review only: a section is saved half done."""
    field = forms.ChoiceField(
        label=label, choices=[("", _("Choose")), *enum.choices], required=False
    )
    field.says_optional = False
    return field


def languages():
    """The two that profiles and openings are written in, that of the page first."""
    return sorted(("de", "en"), key=lambda code: code != get_language()[:2])
