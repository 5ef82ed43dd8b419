"""Requests, newer versions and messages on the page of a case: their forms and what is shown."""

from datetime import timedelta
from functools import partial

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.forms import PlainWords
from corridor.widgets import DayInput
from welcome import checklist, deadlines, versions
from welcome.admin.forms import text_field
from welcome.differences import differences
from welcome.exceptions import (
    DayOutOfReach,
    NothingAsked,
    NothingWritten,
    NotLater,
    OtherVersion,
    ReasonMissing,
)
from welcome.forms.cases import MessageForm
from welcome.models import Case, Message, Revision


class RequestForm(PlainWords, forms.Form):
    """What is asked, in which sections, until when."""

    sections = forms.MultipleChoiceField(
        label=_("Sections that the applicant can change"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": NothingAsked.message},
    )
    message = text_field(
        _("What you need"),
        rows=8,
        help_text=_("The applicant reads it beside the form, in the language in which you write."),
    )
    due_on = forms.DateField(
        label=_("Answer due on"),
        widget=DayInput,
        help_text=_(
            "The day ends at midnight in Düsseldorf; in Bengaluru that is early on the next day."
        ),
    )

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["message"].max_length = 4_000
        self.fields["sections"].choices = [
            (section.slug, section.title) for section in versions.sections_of_case(case)
        ]
        missing = checklist.lacking(case)
        self.fields["sections"].initial = [item.section for item in missing]
        self.fields["message"].initial = "\n".join(
            f"{item.title}: {item.mark.note}" for item in missing
        )
        self.fields["due_on"].initial = clock.today() + timedelta(days=deadlines.ANSWER_DAYS)

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        first, last = deadlines.answer_until(clock.today())
        if not first <= day <= last:
            raise ValidationError(DayOutOfReach.message, code="out_of_reach")
        return day


class AdoptForm(PlainWords, forms.Form):
    """The version whose difference was read."""

    read = forms.ModelChoiceField(
        Revision.objects.none(),
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(["required", "invalid_choice"], OtherVersion.message),
    )

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["read"].queryset = case.application.revisions.all()
        self.fields["read"].initial = versions.newer(case)


class GrantForm(PlainWords, forms.Form):
    until = forms.DateField(label=_("New deadline"), widget=DayInput)
    answer = text_field(_("A few words to the applicant"), rows=3, required=False)

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = case.requests.open().first()
        if self.request and (wish := self.request.open_extension):
            self.fields["until"].initial = wish.wished_on

    def clean_until(self):
        day = self.cleaned_data["until"]
        _first, last = deadlines.answer_until(clock.today())
        if self.request and not self.request.due_on < day <= last:
            raise ValidationError(NotLater.message, code="not_later")
        return day


class RefuseForm(PlainWords, forms.Form):
    answer = text_field(
        _("Reason"),
        rows=4,
        help_text=_("The applicant reads it."),
        error_messages={"required": ReasonMissing.message},
    )

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)


class ReplyForm(MessageForm):
    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, case=case, **kwargs)
        self.fields["text"].error_messages["required"] = NothingWritten.message


class AsideForm(PlainWords, forms.Form):
    """The last message that was read when somebody found that none of them needs an answer."""

    read = forms.ModelChoiceField(Message.objects.none(), widget=forms.HiddenInput)

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["read"].queryset = case.messages.all()
        self.fields["read"].initial = case.messages.last()


def context(case: Case) -> dict:
    """What was asked and answered, what was written, and whether there is a newer version."""
    return {
        "requests": requests_of(case),
        "newer": versions.newer(case),
        "newer_difference": partial(newer_difference, case),  # only where a page shows it
        "thread": list(
            case.messages.select_related("by", "done_by").prefetch_related("files__document")
        ),
        "message_waits": case.messages.waiting().exists(),
    }


def requests_of(case) -> list[dict]:
    """Every request, the latest first, with its sections in words and what the answer changed."""
    titles = {section.slug: section.title for section in versions.sections_of_case(case)}
    rows = case.requests.select_related("asked_by", "answered_by", "revision")
    return [
        {
            "request": request,
            "sections": [titles.get(slug, slug) for slug in request.sections],
            "difference": changed_by(case, request.revision) if request.revision else [],
            "extensions": request.extensions.select_related("asked_by", "answered_by"),
        }
        for request in rows.order_by("-pk")
    ]


def changed_by(case, revision):
    """What a revision changed, as far as the authority reads it."""
    before = case.application.revisions.get(number=revision.number - 1)
    return between(case, before, revision)


def newer_difference(case) -> list[dict]:
    """What the newer version changes against the one that the case works on."""
    newer = versions.newer(case)
    return between(case, case.revision, newer) if newer else []


def between(case, old: Revision, new: Revision):
    reader = case.authority
    both = [versions.of_revision(revision, reader) for revision in (old, new)]
    return differences(*both, case.application, versions.sections_of_case(case))
