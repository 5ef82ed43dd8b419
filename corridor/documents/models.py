import uuid
from datetime import timedelta

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.guards import Frozen, Guard, NotEmptied, Refuse

# How long the log of accesses is kept (DOMAIN 5).
LOG_KEPT = timedelta(days=365)


class Document(models.Model):
    """A private file: an upload or a rendered PDF, kept under the hash of its content.

    Who may see it is decided by the app it belongs to.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    name = models.CharField(_("name"), max_length=120)
    media_type = models.CharField(_("media type"), max_length=100)
    size = models.PositiveBigIntegerField(_("size"), help_text=_("Bytes."))
    uploaded_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("uploaded by")
    )
    uploaded_at = models.DateTimeField(_("uploaded"))

    class Meta:
        ordering = ["-uploaded_at", "id"]
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [
            models.CheckConstraint(
                name="document_not_empty",
                condition=Q(size__gt=0),
                violation_error_message=_("The file is empty."),
            ),
            models.CheckConstraint(
                name="document_hash_whole",
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
                violation_error_message=_("The file's hash is not a SHA-256."),
            ),
        ]

        triggers = [
            Frozen(
                name="document_content_kept",
                fields=["sha256", "name", "media_type", "size", "uploaded_by", "uploaded_at"],
                message=_("A file stays as it was uploaded. Upload another one."),
            )
        ]

    def __str__(self):
        return self.name

    @property
    def path(self):
        """Where the private storage keeps the content."""
        return f"{self.sha256[:2]}/{self.sha256}"


class LogQuerySet(models.QuerySet):
    """A log of who read what, in real time."""

    def visible_to(self, user):
        """Those who audit, and the administration."""
        if user.has_role(Role.AUDITOR, Role.ADMINISTRATOR):
            return self
        return self.none()


def kept(name, message) -> list[Guard]:
    """The guards of such a log: it is only ever added to until a year has passed."""
    years = Refuse(
        name=name,
        operation=pgtrigger.Update | pgtrigger.Delete,
        when_sql=f"TG_OP = 'UPDATE' OR OLD.at > now() - interval '{LOG_KEPT.days} days'",
        message=message,
    )
    return [years, NotEmptied(name=f"{name}_whole", message=message)]


class Access(models.Model):
    """Who took which private file, and when: in real time, and only ever added to until a year has passed.

    `subject` is the id of the document, or of what a file was put together from; that may be erased by now.
    """

    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), db_index=True)
    subject = models.UUIDField(_("id"), db_index=True)
    name = models.CharField(_("name of the file"), max_length=200)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)

    objects = LogQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name = _("access to a file")
        verbose_name_plural = _("accesses to files")
        triggers = kept("access_kept", _("The log of accesses is only ever added to."))

    def __str__(self):
        return f"{self.by} · {self.name}"


class Export(models.Model):
    """Who took a list out of the portal as a table: which one, by which filters, how many rows.

    Written like `Access`: in real time, and only ever added to until a year has passed.
    """

    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), db_index=True)
    what = models.CharField(_("list"), max_length=120)
    query = models.CharField(_("filters"), max_length=1000, blank=True)
    rows = models.PositiveIntegerField(_("rows"))

    objects = LogQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name = _("export of a list")
        verbose_name_plural = _("exports of lists")
        triggers = kept("export_kept", _("The log of exports is only ever added to."))

    def __str__(self):
        return f"{self.by} · {self.what}"
