"""What an authority asks an applicant for while a case runs, and the answer in the making."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.models import User
from corridor.documents.models import Document
from corridor.guards import Frozen, Refuse
from startups.models import Startup
from welcome.choices import CaseState, DocumentKind, RequestEnd
from welcome.models.applications import Revision
from welcome.models.cases import Case


class InformationRequestQuerySet(models.QuerySet):
    def open(self):
        return self.filter(ended_at=None)

    def overdue(self, today):
        """Open ones whose last day has passed; none runs out while the applicant waits for an extension."""
        waiting = Extension.objects.waiting().values("request")
        return self.open().filter(due_on__lt=today).exclude(pk__in=waiting)

    def waiting_for(self, user):
        """Open ones of a person's own start-ups, the most urgent first."""
        mine = self.open().filter(case__in=Case.objects.for_applicant(user))
        return mine.order_by("due_on", "id")

    def visible_to(self, user):
        return self.filter(case__in=Case.objects.visible_to(user))


class InformationRequest(models.Model):
    """A request for further information (Nachforderung): it unlocks the sections it names, until a day."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="requests", verbose_name=_("case"))
    sections = ArrayField(models.CharField(max_length=40), verbose_name=_("sections"))
    message = models.TextField(_("what is asked"), max_length=4000)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("asked by"))
    asked_at = models.DateTimeField(_("asked"))
    due_on = models.DateField(_("answer due on"))
    # Where the case goes on after the answer.
    resumes = models.CharField(
        _("goes on with"),
        max_length=30,
        choices=[(state.value, state.label) for state in (CaseState.CHECKING, CaseState.REVIEW)],
    )
    end = models.CharField(_("end"), max_length=10, choices=RequestEnd, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True)
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("answered by")
    )
    note = models.TextField(_("words to the answer"), max_length=4000, blank=True)
    # What the answer became; none when words alone answered.
    revision = models.OneToOneField(
        Revision, models.PROTECT, null=True, related_name="request", verbose_name=_("answer")
    )

    objects = InformationRequestQuerySet.as_manager()

    class Meta:
        ordering = ["case", "id"]
        verbose_name = _("request for further information")
        verbose_name_plural = _("requests for further information")
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(ended_at__isnull=True),
                name="request_one_open",
                violation_error_message=_("The case has an open request already."),
            ),
            models.CheckConstraint(
                name="request_names_sections",
                condition=Q(sections__len__gt=0),
                violation_error_message=_("Choose at least one section."),
            ),
            models.CheckConstraint(
                name="request_end_whole",
                condition=Q(end="", ended_at__isnull=True) | ~Q(end="") & Q(ended_at__isnull=False),
                violation_error_message=_("A request that has ended says how and when."),
            ),
            models.CheckConstraint(
                name="request_answer_signed",
                condition=Q(end=RequestEnd.ANSWERED, answered_by__isnull=False)
                | ~Q(end=RequestEnd.ANSWERED)
                & Q(answered_by__isnull=True, revision__isnull=True, note=""),
                violation_error_message=_("An answer names who gave it."),
            ),
        ]
        triggers = [
            Frozen(
                name="request_question_kept",
                fields=["case", "sections", "message", "asked_by", "asked_at", "resumes"],
                message=_("What was asked stays as it was asked."),
            ),
            Frozen(
                name="request_end_kept",
                fields=["due_on", "end", "ended_at", "answered_by", "note", "revision"],
                until="OLD.ended_at IS NOT NULL",
                message=_("The request has been answered or has ended by now. Reload the page."),
            ),
            Refuse(
                name="request_never_deleted",
                operation=pgtrigger.Delete,
                when_sql="TRUE",
                message=_("A request is kept."),
            ),
        ]

    def __str__(self):
        return f"{self.case} · {self.asked_at:%Y-%m-%d}"

    @property
    def is_open(self):
        return self.ended_at is None

    @property
    def last_moment(self):
        """The end of the last day, as a moment: a person in India meets it in their night."""
        return clock.end_of_day(self.due_on)

    @property
    def open_extension(self):
        """The extension that the applicant asked for and waits for; None when there is none."""
        return self.extensions.waiting().first()

    @property
    def can_be_answered(self):
        """To the end of the last day, and as long as a wish for more time waits for its answer."""
        if not self.is_open:
            return False
        return clock.today() <= self.due_on or self.open_extension is not None


class ExtensionQuerySet(models.QuerySet):
    def waiting(self):
        """Not answered yet, of a request that is still open."""
        return self.filter(answered_at=None, request__ended_at=None)

    def visible_to(self, user):
        return self.filter(request__case__in=Case.objects.visible_to(user))


class Extension(models.Model):
    """More time for an answer (Fristverlängerung): asked for with a reason, granted or refused by the officer."""

    request = models.ForeignKey(
        InformationRequest,
        models.PROTECT,
        related_name="extensions",
        verbose_name=_("request for further information"),
    )
    wished_on = models.DateField(_("wished until"))
    reason = models.TextField(_("reason"), max_length=2000)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("asked by"))
    asked_at = models.DateTimeField(_("asked"))
    granted_on = models.DateField(_("granted until"), null=True)
    answer = models.TextField(_("answer"), max_length=2000, blank=True)
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("answered by")
    )
    answered_at = models.DateTimeField(_("answered"), null=True)

    objects = ExtensionQuerySet.as_manager()

    class Meta:
        ordering = ["request", "id"]
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        constraints = [
            models.UniqueConstraint(
                fields=["request"],
                condition=Q(answered_at__isnull=True),
                name="extension_one_open",
                violation_error_message=_(
                    "You have asked for more time already. Wait for the answer."
                ),
            ),
            models.CheckConstraint(
                name="extension_answer_whole",
                condition=Q(
                    answered_at__isnull=True,
                    answered_by__isnull=True,
                    granted_on__isnull=True,
                    answer="",
                )
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                violation_error_message=_("An answer names who gave it and when."),
            ),
            models.CheckConstraint(
                name="extension_refusal_says_why",
                condition=Q(answered_at__isnull=True) | Q(granted_on__isnull=False) | ~Q(answer=""),
                violation_error_message=_("Say why there is no more time."),
            ),
        ]
        triggers = [
            Frozen(
                name="extension_question_kept",
                fields=["request", "wished_on", "reason", "asked_by", "asked_at"],
                message=_("What was asked stays as it was asked."),
            ),
            Frozen(
                name="extension_answer_kept",
                fields=["granted_on", "answer", "answered_by", "answered_at"],
                until="OLD.answered_at IS NOT NULL",
                message=_("This has been answered already. Reload the page."),
            ),
            Refuse(
                name="extension_never_deleted",
                operation=pgtrigger.Delete,
                when_sql="TRUE",
                message=_("A wish for more time is kept."),
            ),
        ]

    def __str__(self):
        return f"{self.request} · {self.wished_on}"

    @property
    def is_open(self):
        return self.answered_at is None


class AnswerQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The start-up's own people alone: an authority reads what is sent, not what is being written."""
        return self.filter(case__startup__in=Startup.objects.of(user))


class Answer(models.Model):
    """An answer in the making: what differs from the latest revision, by section and field. Gone once it is sent.

    It outlives a deadline that was missed: a new request finds what was written already.
    """

    case = models.OneToOneField(Case, models.PROTECT, related_name="answer", verbose_name=_("case"))
    changes = models.JSONField(_("changed answers by section"), default=dict)
    # As in a draft: how often each section was saved, and by whom last.
    saved = models.JSONField(_("versions of the sections"), default=dict)
    changed_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("changed by")
    )
    changed_at = models.DateTimeField(_("changed"))

    objects = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer in the making")
        verbose_name_plural = _("answers in the making")

    def __str__(self):
        return str(self.case)


class AnswerFile(models.Model):
    """A file that an answer adds to what was submitted, or leaves out of it."""

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="files")
    kind = models.CharField(_("kind"), max_length=20, choices=DocumentKind)
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    added = models.BooleanField(_("added"))

    class Meta:
        ordering = ["kind", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["answer", "document"],
                name="answer_file_once",
                violation_error_message=_("This file is marked already. Reload the page."),
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.document}"
