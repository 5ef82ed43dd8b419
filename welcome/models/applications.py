import uuid
from datetime import timedelta

from dateutil.relativedelta import relativedelta
from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.documents.models import Document
from corridor.guards import Frozen, append_only
from startups.models import Startup
from welcome.choices import ConflictAnswer, DocumentKind
from welcome.models.packages import Package

# A draft that nobody touches is deleted after this time, its owners being told before.
DRAFT_KEPT = relativedelta(months=6)
DRAFT_WARNING = timedelta(days=14)


def touched_by(day):
    """Last changed on this day or before."""
    return {"changed_at__lte": clock.end_of_day(day)}


# Cases, and what is declared on them, come later than applications, which they are made of.
def declared_by(user, answer):
    """The cases for which a person has given this declaration."""
    said = apps.get_model("welcome", "ConflictDeclaration").objects
    return said.filter(user=user, answer=answer).values("case")


def no_conflict_of(user, **case):
    """The condition that a person has declared no conflict of interest in `case`."""
    return ~Exists(declared_by(user, ConflictAnswer.CONFLICT).filter(**case))


class ApplicationQuerySet(models.QuerySet):
    def drafts(self):
        return self.filter(submitted_at__isnull=True)

    def to_warn(self, today):
        """Drafts that go soon, untouched as they are, and whose owners have not been told."""
        return self.drafts().filter(
            warned_on=None, **touched_by(today - DRAFT_KEPT + DRAFT_WARNING)
        )

    def to_discard(self, today):
        """Drafts that nobody has touched for long, and whose owners were told in time."""
        told = {"warned_on__lte": today - DRAFT_WARNING}
        return self.drafts().filter(**told, **touched_by(today - DRAFT_KEPT))

    def visible_to(self, user):
        """A start-up's own people, and the auditor. An authority sees revisions through its cases."""
        if user.has_role(Role.AUDITOR):
            return self.filter(no_conflict_of(user, case__application=OuterRef("pk")))
        return self.filter(startup__in=Startup.objects.of(user))


class Application(models.Model):
    """What a start-up asks for: one form, one case per package once it is submitted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    startup = models.ForeignKey(
        Startup, models.PROTECT, related_name="applications", verbose_name=_("start-up")
    )
    packages = models.ManyToManyField(
        Package, related_name="applications", verbose_name=_("packages")
    )
    answers = models.JSONField(_("answers by section"), default=dict)
    # How often each section was saved, and by whom last: {section: {"version": 3, "by": id}}.
    saved = models.JSONField(_("versions of the sections"), default=dict)
    # When its owners were told that the draft goes soon; None again once somebody works on it.
    warned_on = models.DateField(_("deletion announced on"), null=True)
    created_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("begun by")
    )
    created_at = models.DateTimeField(_("begun"))
    changed_at = models.DateTimeField(_("changed"))
    submitted_at = models.DateTimeField(_("submitted"), null=True)
    # Of an application on paper, which staff entered: its dates run from that day.
    received_on = models.DateField(_("received on paper"), null=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "id"]
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        constraints = [
            models.UniqueConstraint(
                fields=["startup"],
                condition=Q(submitted_at__isnull=True),
                name="application_one_draft",
                violation_error_message=_("There is a draft already. Go on with it."),
            ),
            models.CheckConstraint(
                name="application_on_paper_is_submitted",
                condition=Q(received_on__isnull=True) | Q(submitted_at__isnull=False),
                violation_error_message=_("What came on paper is no draft."),
            ),
        ]
        triggers = [
            Frozen(
                name="application_kept_as_submitted",
                fields=["startup", "answers", "submitted_at", "received_on"],
                until="OLD.submitted_at IS NOT NULL",
                message=_("The application is submitted and can no longer be changed."),
            )
        ]

    def __str__(self):
        return f"{self.startup} · {self.created_at:%Y-%m-%d}"

    def get_absolute_url(self):
        return reverse("application", args=[self.pk])

    @property
    def first_deadline(self):
        """The day on which the first of its packages closes."""
        return min((package.closes_on for package in self.packages.all()), default=None)

    @cached_property
    def terms(self):
        """What its packages offered and asked when it came in, in the order of its cases; of no use to a draft."""
        cases = self.cases.select_related("terms__package__authority").order_by("reference")
        return [case.terms for case in cases]

    @property
    def is_draft(self):
        return self.submitted_at is None

    @property
    def kept_until(self):
        """The day on which the draft is deleted if nobody touches it before."""
        return self.changed_at.astimezone(clock.BERLIN).date() + DRAFT_KEPT


class Attachment(models.Model):
    """A file in a draft, under its kind."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="attachments")
    kind = models.CharField(_("kind"), max_length=20, choices=DocumentKind)
    document = models.ForeignKey(
        Document, models.PROTECT, related_name="+", verbose_name=_("document")
    )

    class Meta:
        ordering = ["kind", "id"]
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")

    def __str__(self):
        return f"{self.get_kind_display()}: {self.document}"


def files_open_to(user):
    """The cases whose files a member of staff may open; cases are made of applications, so their model comes later."""
    return apps.get_model("welcome", "Case").objects.open_to_staff(user)


class RevisionQuerySet(models.QuerySet):
    def visible_to(self, user):
        if user.has_role(Role.AUDITOR):
            return self.filter(no_conflict_of(user, case__application=OuterRef("application")))
        # Newer ones too: an officer looks at what changed before the case works on it.
        asked = self.filter(application__cases__in=files_open_to(user))
        return self.filter(
            Q(application__startup__in=Startup.objects.of(user)) | Q(pk__in=asked.values("pk"))
        )


class Revision(models.Model):
    """What was submitted, as it was: answers, profile, aid and documents. Never changed, never deleted."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="revisions")
    number = models.PositiveSmallIntegerField(_("number"))
    answers = models.JSONField(_("answers by section"))
    profile = models.JSONField(_("profile at submission"))
    submitted_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("submitted by")
    )
    submitted_at = models.DateTimeField(_("submitted"))

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["application", "number"]
        verbose_name = _("submitted application")
        verbose_name_plural = _("submitted applications")
        constraints = [
            models.UniqueConstraint(fields=["application", "number"], name="revision_number_once")
        ]
        triggers = [
            *append_only(
                name="revision_immutable",
                message=_("What was submitted stays as it was submitted."),
            )
        ]

    def __str__(self):
        return f"{self.application} · {self.number}"


class RevisionDocumentQuerySet(models.QuerySet):
    def read_by(self, authorities):
        """The files that concern authorities: not those of a kind that only packages of others asked for."""
        return self.asked_for(cases__package__authority__in=authorities)

    def asked_for(self, **by_them):
        """Without the files of a kind that only other cases than these asked for."""
        asked = Application.objects.filter(
            pk=OuterRef("revision__application"),
            cases__terms__required_documents__contains=[OuterRef("kind")],
        )
        by_them = Application.objects.filter(
            pk=OuterRef("revision__application"),
            cases__terms__required_documents__contains=[OuterRef("kind")],
            **by_them,
        )
        return self.filter(Exists(by_them) | ~Exists(asked))

    def visible_to(self, user):
        """All of what one's own start-up sent; of the others, what concerns the cases that one may open as staff."""
        if user.has_role(Role.AUDITOR):
            same = OuterRef("revision__application")
            return self.filter(no_conflict_of(user, case__application=same))
        opened = files_open_to(user)
        own = self.filter(revision__application__startup__in=Startup.objects.of(user))
        read = self.asked_for(cases__in=opened).filter(revision__application__cases__in=opened)
        return self.filter(Q(pk__in=own.values("pk")) | Q(pk__in=read.values("pk")))


class RevisionDocument(models.Model):
    """A file that belongs to what was submitted."""

    revision = models.ForeignKey(Revision, models.PROTECT, related_name="documents")
    kind = models.CharField(_("kind"), max_length=20, choices=DocumentKind)
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")

    objects = RevisionDocumentQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "id"]
        triggers = [
            *append_only(
                name="revision_document_immutable",
                message=_("What was submitted stays as it was submitted."),
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.document}"


class AidLine(models.Model):
    """De-minimis aid that the applicant declares (Regulation (EU) 2023/2831), gross in EUR: own, or a linked company's.

    `reference` is the case's, where the aid was awarded in this portal: it counts once.
    """

    revision = models.ForeignKey(Revision, models.PROTECT, related_name="aid_lines")
    authority = models.CharField(_("granted by"), max_length=120)
    granted_on = models.DateField(_("granted on"))
    amount = models.DecimalField(_("amount"), max_digits=12, decimal_places=2)
    company = models.CharField(_("linked company"), max_length=200, blank=True)
    reference = models.CharField(_("reference number"), max_length=20, blank=True)

    class Meta:
        ordering = ["granted_on", "id"]
        triggers = [
            *append_only(
                name="aid_line_immutable",
                message=_("What was submitted stays as it was submitted."),
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="aid_line_positive",
                condition=Q(amount__gt=0),
                violation_error_message=_("An amount of aid is greater than 0."),
            )
        ]

    def __str__(self):
        return f"{self.authority} {self.granted_on} {self.amount} EUR"
