"""What applicants write while a case runs."""

import re
from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from corridor.documents.forms import UploadsField
from corridor.forms import PlainWords
from corridor.mail.addresses import require_plain
from corridor.widgets import DayInput
from welcome.actions.extensions import require_later
from welcome.actions.messages import MOST_FILES
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
        try:
            require_later(self.request, day)
        except NotLater as refused:
            raise ValidationError(refused.message, code="not_later") from refused
        return day


class StatementForm(PlainWords, forms.Form):
    """What the start-up says before an award may be revoked."""

    text = lines(_("Your statement"), 10, max_length=20_000)


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
        max_length=254,
        help_text=_("The one with which you sign in, or that of the contact person."),
    )

    def clean_reference(self):
        """In capitals, with hyphens; some letters become two by that, and such a number is none of ours."""
        field = self.fields["reference"]
        parts = re.split(r"[\s\u2010-\u2015-]+", self.cleaned_data["reference"].strip())
        return "-".join(parts).upper()[: field.max_length]
