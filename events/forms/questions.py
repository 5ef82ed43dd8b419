"""The questions of an event as a form, made of their rows."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from corridor.forms import PlainWords
from events.choices import AnswerKind
from events.models.questions import LONGEST_ANSWER


class QuestionsForm(PlainWords, forms.Form):
    """A field for each question that is asked; `answers` gives them back by question."""

    def __init__(self, *args, questions, given, **kwargs):
        self.questions = list(questions)
        initial = {name_of(question): given.get(question.pk) for question in self.questions}
        self.base_fields = {name_of(question): field_for(question) for question in self.questions}
        super().__init__(*args, initial=initial, **kwargs)

    @property
    def answers(self):
        return {question.pk: self.cleaned_data[name_of(question)] for question in self.questions}


def name_of(question):
    return f"question_{question.pk}"


def field_for(question):
    language = get_language()
    asked = {
        "label": question.label_de if language == "de" else question.label_en,
        "required": question.is_required,
    }
    match question.kind:
        case AnswerKind.YES_NO:
            choices = [("yes", _("yes")), ("no", _("no"))]
        case AnswerKind.CHOICE:
            choices = [(str(n), words) for n, words in enumerate(question.options(language))]
        case _words:
            return forms.CharField(max_length=LONGEST_ANSWER, **asked)
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **asked)
