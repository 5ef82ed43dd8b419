"""Fields of people's forms: where they come from, and how one calls them."""

import functools

import phonenumbers
from django import forms
from django.core.validators import RegexValidator
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_countries import countries
from phonenumber_field.formfields import PhoneNumberField

# Mail programs make links of these, and a name stands in mail to people who asked for none.
name_alone = RegexValidator(
    r"(?i)://|\bwww\.|\.(com|edu|gov|int|mil|net|org)\b",
    _("Write the name alone, without an address on the web."),
    inverse_match=True,
)
WRONG_DIGITS = _("This number has too few digits, too many, or a wrong one. Compare it once more.")
# The two ends of the corridor come first.
NEAR = ("IN", "DE")


class CountrySelect(forms.Select):
    """All countries by name. Drawn at once and kept: one template for each of 249 would be half of the page."""

    def render(self, name, value, attrs=None, renderer=None):
        attrs = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        options, code = options_in(get_language()), str(value or "")
        if code.isalpha():
            chosen = f'<option value="{code}"'
            options = mark_safe(options.replace(chosen, f"{chosen} selected", 1))  # noqa: S308
        return format_html("<select{}>{}</select>", flatatt(attrs), options)


class CountryField(forms.ChoiceField):
    widget = CountrySelect

    def __init__(self, **kwargs):
        super().__init__(choices=lambda: names_in(get_language()), **kwargs)
        self.widget.attrs["autocomplete"] = "country"


class PhoneField(PhoneNumberField):
    """A number with its country, as people read it: +91 80 4710 0000."""

    def __init__(self, **kwargs):
        hint = _("With the country code, for example +91 or +49.")
        super().__init__(**{**kwargs, "widget": forms.TextInput(attrs={"type": "tel"})})
        self.help_text = self.help_text or hint
        self.error_messages["invalid"] = _(
            "Enter the number with its country code, such as +91 80 4710 0000."
        )

    def clean(self, value):
        try:
            return str(super().clean(value) or "")
        except forms.ValidationError as error:
            if has_country(value):
                raise forms.ValidationError(WRONG_DIGITS, code="incomplete") from error
            raise


def has_country(number):
    """Whether a number begins with the code of a country, so that something else is wrong with it."""
    try:
        phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return False
    return True


@functools.cache
def names_in(language):
    names = dict(countries)
    return [("", "–"), *((code, names.pop(code)) for code in NEAR), *names.items()]


@functools.cache
def options_in(language):
    return format_html_join("", '<option value="{}">{}</option>', names_in(language))
