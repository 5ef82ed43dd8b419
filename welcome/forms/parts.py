from django import forms
from django.utils.functional import lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from corridor.widgets import DayInput
from welcome.choices import QuestionKind
from welcome.forms.base import SectionForm, YesNo
from welcome.sections import BENEFITS


def in_language(row, name):
    """A text of a row that has it in two columns, in the reader's language."""
    return lazy(lambda: getattr(row, f"{name}_{get_language()}"), str)()


def part_form(section) -> type[SectionForm]:
    """The form of a package's own section: which of its benefits are wished, and what the package itself asks."""
    questions = {question.name: question_field(question) for question in section.terms.asked}
    said = {"slug": section.slug, "asked": section.asked}
    return type(
        "PartForm", (SectionForm,), {**said, BENEFITS: benefits_field(section.terms), **questions}
    )


def benefits_field(terms):
    return forms.MultipleChoiceField(
        label=_("Which of the benefits do you need?"),
        choices=[(str(offer.id), offer_words(offer)) for offer in terms.offers],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The authority decides which it grants."),
    )


def offer_words(offer):
    """A benefit with its quantity."""
    return lazy(
        lambda: (
            f"{getattr(offer, f'title_{get_language()}')}: "
            f"{offer.quantity} {getattr(offer, f'unit_{get_language()}')}"
        ),
        str,
    )()


def question_field(question):
    words = {"label": in_language(question, "text"), "help_text": in_language(question, "help")}
    match question.kind:
        case QuestionKind.TEXT:
            widget = forms.Textarea(attrs={"rows": 5})
            return forms.CharField(max_length=3000, widget=widget, **words)
        case QuestionKind.YES_NO:
            return YesNo(**words)
        case QuestionKind.NUMBER:
            return forms.IntegerField(min_value=0, max_value=10**9, **words)
        case QuestionKind.DAY:
            return forms.DateField(widget=DayInput, **words)
    return forms.CharField(max_length=300, **words)
