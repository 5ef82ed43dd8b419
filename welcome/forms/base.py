from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.forms import PlainWords
from welcome.sections import ASKED


class YesNo(forms.TypedChoiceField):
    """A question that is answered with yes or no, never left to a default."""

    def __init__(self, **kwargs):
        super().__init__(
            choices=[("yes", _("Yes")), ("no", _("No"))],
            widget=forms.RadioSelect,
            **kwargs,
        )


class SectionForm(PlainWords, forms.Form):
    """One section of an application; `application` gives the draft, `answers()` what is kept of it.

    It is saved half-filled, too: nothing has to be answered here, and `answers()` leaves out what makes no sense.
    Which answers a submission needs is said in `welcome/sections.py`. `seen` is the version of the section that the
    form was opened with; the answers it showed come back beside those that were typed, so that two people in one
    section lose nothing.
    """

    slug = ""
    # What a submission needs, where `welcome/sections.py` does not say it.
    asked = None
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, application, **kwargs):
        self.application = application
        super().__init__(*args, **kwargs)
        self.initial = {**self.initial, "version": version_of(application, self.slug)}
        asked = ASKED.get(self.slug, ()) if self.asked is None else self.asked
        for name, field in self.questions.items():
            # Every field may stay empty for now; "(optional)" stands at those that may stay so for ever.
            field.says_optional = name not in asked
            field.required, field.show_hidden_initial = False, True

    @property
    def questions(self):
        return {name: field for name, field in self.fields.items() if name != "version"}

    @classmethod
    def first_answers(cls, application) -> dict:
        """What the form shows before anything was saved: what the profile already says."""
        return {}

    @property
    def seen(self):
        """The version of the section that was changed here; None when nothing sent says."""
        return self.cleaned_data.get("version")

    def answers(self) -> dict:
        """Every answer that makes sense, as JSON keeps it."""
        return {
            name: plain(self.cleaned_data[name])
            for name in self.questions
            if name in self.cleaned_data
        }

    def place_of(self, name) -> tuple[str, str]:
        """Where a question stands on the page: the id to jump to, and its label."""
        field = self[name]
        return field.id_for_label or f"{field.auto_id}_0", field.label

    def beside(self, theirs: dict, version: int) -> dict:
        """Data for the form when somebody saved `theirs` meanwhile: own changes stay, all else is what they wrote."""
        data = self.data.copy()
        data[self.add_prefix("version")] = version
        for name in self.questions:
            saved = as_posted(theirs.get(name))
            data.setlist(self.add_initial_prefix(name), saved)
            if name not in self.changed_data:
                data.setlist(self.add_prefix(name), saved)
        return data


def version_of(application, slug) -> int:
    """How often a section of a draft was saved."""
    return application.saved.get(slug, {}).get("version", 0)


def plain(value):
    """An answer as JSON keeps it; browsers end a line in two characters, and that makes no other answer."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool | int | list | None):
        return value
    return str(value).replace("\r\n", "\n")


def as_posted(answer) -> list[str]:
    """A kept answer as a browser sends it."""
    if answer is None or answer is False or answer == "":
        return []
    return [str(each) for each in answer] if isinstance(answer, list) else [str(answer)]
