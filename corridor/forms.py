"""How every form of the portal is rendered, and fields that more than one app uses."""

from django import forms
from django.core.validators import URLValidator
from django.db.models import BLANK_CHOICE_DASH
from django.forms.renderers import TemplatesSetting
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from corridor.documents.text import says_nothing


class Renderer(TemplatesSetting):
    """`{{ form }}`, `{{ form.name.as_field_group }}` and `{{ formset }}` use our components."""

    form_template_name = "components/form.html"
    formset_template_name = "components/formset.html"
    field_template_name = "components/field.html"


class UploadField(forms.FileField):
    """One file. `accept` lists endings such as ".pdf"; the browser and the hint both name them.

    What the file really is gets checked by the action that stores it.
    """

    def __init__(self, *, accept, megabytes=20, **kwargs):
        kinds = ", ".join(ending.removeprefix(".").upper() for ending in accept)
        hint = format_lazy(_("{kinds}, up to {megabytes} MB."), kinds=kinds, megabytes=megabytes)
        kwargs.setdefault("help_text", hint)
        super().__init__(**kwargs)
        self.widget.attrs["accept"] = ",".join(accept)


class WebsiteField(forms.URLField):
    """An address on the web: http or https, nothing else; https where nothing is said."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def __init__(self, **kwargs):
        super().__init__(**{"assume_scheme": "https", **kwargs})
        self.widget.attrs["autocomplete"] = "url"


MISSING = {
    forms.BooleanField: _("Tick this to go on."),
    forms.ChoiceField: _("Choose an answer."),
    forms.FileField: _("Choose a file."),
    forms.Field: _("Fill this in."),
}
DJANGOS = forms.Field.default_error_messages["required"]

INVALID = {
    forms.EmailField: _("Enter an email address, for example name@example.org."),
    forms.URLField: _("Enter an address on the web, for example https://example.org."),
}

LIMITS = {
    "max_length": _("At most %(limit_value)s characters; these are %(show_value)s."),
    "min_value": _("Enter %(limit_value)s or more."),
    "max_value": _("Enter %(limit_value)s or less."),
}


# They turn the direction in which what follows is read, so that one text looks like another.
TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
# Other signs than "\n" that end a line in mails and on paper.
LINE_ENDS = dict.fromkeys([0x85, 0x2028, 0x2029], "\n")
REPLACED = TURNING | LINE_ENDS


def as_people_see_it(to_python):
    """What a field makes of an input: in one direction, with one kind of line end, empty if one sees nothing."""

    def cleaned(value):
        text = to_python(value)
        if not isinstance(text, str):
            return text
        return "" if says_nothing(text) else text.translate(REPLACED)

    return cleaned


class PlainWords:
    """A form of plain text whose messages say what to do, where Django's say that something is missing.

    A field that is declared with words of its own keeps them. Of two fields for the same text in two languages neither
    has any: each says by itself that it is empty, and nothing stands there twice.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if field.error_messages["required"] is DJANGOS:
                words = (words for kind, words in MISSING.items() if isinstance(field, kind))
                field.error_messages["required"] = next(words)
            for code, limit in LIMITS.items():
                field.error_messages.setdefault(code, limit)
            for kind, words in INVALID.items():
                if isinstance(field, kind):
                    field.error_messages["invalid"] = words
            if isinstance(field, forms.CharField):
                field.to_python = as_people_see_it(field.to_python)
            if isinstance(field, forms.ChoiceField):
                with_dash(field)
            # Browsers cut off what is longer, and say nothing.
            field.widget.attrs.pop("maxlength", None)


def with_dash(field):
    """Nothing chosen is a dash, where Django writes nine of them, which are read aloud one by one."""
    if getattr(field, "empty_label", None) == BLANK_CHOICE_DASH[0][1]:
        field.empty_label = "–"
    elif not hasattr(field, "queryset") and next(iter(field.choices), None) in BLANK_CHOICE_DASH:
        field.choices = [("", "–"), *list(field.choices)[1:]]


def posted(request):
    """The data and files of a POST, an empty one included; nothing for another method, so that no errors show."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)
