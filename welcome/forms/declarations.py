from django import forms

from welcome import declarations
from welcome.forms.base import SectionForm
from welcome.sections import needs_aid


def fields_of(version) -> dict:
    """The sentences of a version, each with a box to tick."""
    return {
        each.name: forms.BooleanField(label=each.text, help_text=each.hint)
        for each in declarations.VERSIONS[version]
    }


Sentences = type("Sentences", (SectionForm,), fields_of(declarations.CURRENT))


class DeclarationsForm(Sentences):
    slug = "declarations"

    def __init__(self, *args, application, **kwargs):
        super().__init__(*args, application=application, **kwargs)
        asked = declarations.asked_of(with_acts=needs_aid(application))
        kept = {"version", *(each.name for each in asked)}
        self.fields = {name: field for name, field in self.fields.items() if name in kept}

    def answers(self):
        return {**super().answers(), "version": declarations.CURRENT}
