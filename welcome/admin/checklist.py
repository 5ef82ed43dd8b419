"""The completeness check as a form; the authority's text blocks, where they are written and where they are taken."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from corridor.admin import OfficeForm
from corridor.forms import PlainWords
from welcome import actions, checklist
from welcome.admin.own_lists import OwnListAdmin
from welcome.choices import CheckState, TextUse
from welcome.exceptions import NoteMissing
from welcome.models import Case, TextBlock

# The fields that a text block goes to. A request is one text, in the language that the officer chooses.
TARGETS = {
    TextUse.REQUEST: ("message",),
    TextUse.REASONS: ("reasons_de", "reasons_en"),
    TextUse.CONDITIONS: ("conditions_de", "conditions_en"),
}
# Conditions stand each on a line of its own; all other texts are paragraphs.
BETWEEN = {TextUse.CONDITIONS: "\n"}
# No key of a block is longer.
MOST_DIGITS = 18


class ChecklistForm(PlainWords, forms.Form):
    """For each item what was found, and a note where it is not simply there."""

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.items = checklist.items_of(case)
        for item in self.items:
            mark = item.mark
            self.fields[f"state_{item.name}"] = forms.ChoiceField(
                label=item.title,
                choices=[("", _("Not looked at yet")), *CheckState.choices],
                required=False,
                initial=mark.state if mark else "",
            )
            self.fields[f"note_{item.name}"] = forms.CharField(
                label=format_lazy("{}: {}", _("Note"), item.title),
                max_length=500,
                required=False,
                initial=mark.note if mark else "",
                widget=forms.TextInput,
            )
        for field in self.fields.values():
            field.says_optional = False  # all of them are; the page says when a note is needed

    def clean(self):
        for name, (state, note) in self.marks.items():
            if state and state != CheckState.COMPLETE and not note.strip():
                self.add_error(f"note_{name}", ValidationError(NoteMissing.message))

    @property
    def marks(self) -> dict[str, tuple[str, str]]:
        """What the action takes."""
        said = self.cleaned_data
        return {
            item.name: (said.get(f"state_{item.name}", ""), said.get(f"note_{item.name}", ""))
            for item in self.items
        }

    @property
    def rows(self):
        """Each item with its two fields."""
        for item in self.items:
            yield item, self[f"state_{item.name}"], self[f"note_{item.name}"]


def blocks_for(case: Case, form: forms.Form) -> list[TextBlock]:
    """The text blocks of the case's authority that a form has a field for."""
    uses = [use for use, targets in TARGETS.items() if targets[0] in form.fields]
    return TextBlock.objects.shown().filter(authority=case.authority, use__in=uses) if uses else []


def with_block(form_class, request, case: Case) -> forms.Form:
    """The form as it was typed, with the text block that was chosen at the end of its text; nothing is checked yet."""
    typed = form_class(request.POST, case=case)
    values = {
        name: field.widget.value_from_datadict(request.POST, request.FILES, typed.add_prefix(name))
        for name, field in typed.fields.items()
    }
    number, _dash, language = request.POST["insert"].partition("-")
    offered = TextBlock.objects.shown().filter(authority=case.authority)
    is_key = number.isdecimal() and len(number) <= MOST_DIGITS
    block = get_object_or_404(offered, pk=int(number) if is_key else 0)
    for name in TARGETS[block.use]:
        code = name[-2:] if len(TARGETS[block.use]) > 1 else language
        text = block.text_de if code == "de" else block.text_en
        parts = [(values.get(name) or "").rstrip(), text]
        values[name] = BETWEEN.get(block.use, "\n\n").join(filter(None, parts))
    return form_class(case=case, initial=values)


class TextBlockForm(OfficeForm):
    class Meta:
        model = TextBlock
        fields = ["authority", "use", "title_de", "title_en", "text_de", "text_en", "is_shown"]


@admin.register(TextBlock)
class TextBlockAdmin(OwnListAdmin):
    explanation = _("Words for requests, reasons and conditions, to be taken over with one click.")
    form = TextBlockForm
    list_display = ["__str__", "authority", "use", "is_shown"]
    list_filter = ["use", "authority"]
    fields = ["use", "title_de", "title_en", "text_de", "text_en", "is_shown"]

    def add(self, **said):
        return actions.add_text_block(**said)

    def change(self, row, **said):
        return actions.change_text_block(block=row, **said)
