"""What applicants write while a case runs."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.documents.forms import UploadField, UploadsField
from corridor.forms import PlainWords
from corridor.mail.addresses import require_plain
from corridor.widgets import DayInput
from welcome.actions.messages import MOST_FILES
from welcome.choices import DocumentKind
from welcome.deadlines import answer_until
from welcome.exceptions import NotLater
from welcome.models import Message, Revision


def lines(label, rows, **kwargs):
    """A text of several lines."""
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class MessageForm(PlainWords, forms.Form):
    text = lines(_("Your message"), 5, max_length=4000)
    files = UploadsField(label=_("Files"), required=False)
    # The last message that was shown: what came in since is not answered by this one.
    read = forms.ModelChoiceField(Message.objects.none(), widget=forms.HiddenInput, required=False)

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["read"].queryset = case.messages.all()
        self.fields["read"].initial = case.messages.last()

    def clean_files(self):
        files = self.cleaned_data["files"]
        if len(files) > MOST_FILES:
            raise ValidationError(
                _("Send at most %(most)s files with a message."), params={"most": MOST_FILES}
            )
        return files


class ExtensionForm(PlainWords, forms.Form):
    """More time, with a reason."""

    wished_on = forms.DateField(label=_("Until when do you need time?"), widget=DayInput)
    reason = lines(_("Why?"), 4, max_length=2000)

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request
        self.fields["wished_on"].initial = request.due_on + timedelta(days=14)

    def clean_wished_on(self):
        day = self.cleaned_data["wished_on"]
        _first, last = answer_until(clock.today())
        if not self.request.due_on < day <= last:
            raise ValidationError(NotLater.message, code="not_later")
        return day


class AnswerFileForm(PlainWords, forms.Form):
    """One more file of an answer."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=DocumentKind, widget=forms.RadioSelect)
    file = UploadField(label=_("File"))


class SendForm(PlainWords, forms.Form):
    """The last step of an answer: a few words, and the version that the shown difference was made with."""

    note = lines(_("A few words to the authority"), 4, max_length=4000, required=False)
    read = forms.ModelChoiceField(Revision.objects.none(), widget=forms.HiddenInput)

    def __init__(self, *args, latest, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["read"].queryset = latest.application.revisions.all()
        self.fields["read"].initial = latest


class StatusForm(PlainWords, forms.Form):
    reference = forms.CharField(
        label=_("Reference number"),
        max_length=20,
        help_text=_("For example DUS-2024-0007. It is in every mail about the case."),
    )
    email = forms.EmailField(
        label=_("Your email address"),
        validators=[require_plain],
        help_text=_("The one with which you belong to the start-up."),
    )

    def clean_reference(self):
        return self.cleaned_data["reference"].strip().upper()
