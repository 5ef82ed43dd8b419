from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.documents.forms import UploadField, UploadsField
from corridor.forms import PlainWords
from welcome.actions.files import TYPES
from welcome.choices import ASKABLE, DocumentKind
from welcome.sections import missing_documents, required_kinds


class FilesField(UploadsField):
    """Several files; each is checked when it is kept, so that one that is refused keeps out none of the others."""

    def to_python(self, data):
        return forms.FileField.to_python(self, data)


class FilesForm(PlainWords, forms.Form):
    """Files of one kind."""

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[(kind.value, kind.label) for kind in ASKABLE],
        widget=forms.RadioSelect,
    )
    files = FilesField(label=_("Files"), types=TYPES)


class AttachmentForm(FilesForm):
    """Of a kind that the packages of a draft ask for, or something else that helps."""

    def __init__(self, *args, application, **kwargs):
        super().__init__(*args, **kwargs)
        wanted = {*required_kinds(application), DocumentKind.OTHER}
        choices = [(kind, label) for kind, label in DocumentKind.choices if kind in wanted]
        self.fields["kind"].choices = choices
        missing = missing_documents(application) or {DocumentKind.OTHER}
        self.fields["kind"].initial = next(kind for kind, _label in choices if kind in missing)
        if len(choices) == 1:
            self.fields["kind"].widget = forms.HiddenInput()


class ReplacementForm(PlainWords, forms.Form):
    """One file in the place of another."""

    file = UploadField(label=_("New file"), types=TYPES)
