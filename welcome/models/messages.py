"""What applicant and authority write to each other about a case. Nothing is edited."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corridor.accounts.models import User
from corridor.documents.models import Document
from corridor.guards import Frozen, Refuse, SetOnce
from welcome.choices import CaseState
from welcome.models.cases import Case

# Correspondence belongs to the file of a decided case. One that was withdrawn has none to keep.
STILL_NEEDED = f"""NOT EXISTS (
    SELECT 1 FROM welcome_case AS concerned
    WHERE concerned.id = OLD.case_id AND concerned.state = '{CaseState.WITHDRAWN}'
)"""
STILL_NAMED = f"""TG_OP = 'UPDATE' OR NOT EXISTS (
    SELECT 1 FROM welcome_message AS message JOIN welcome_case AS concerned ON concerned.id = message.case_id
    WHERE message.id = OLD.message_id AND concerned.state = '{CaseState.WITHDRAWN}'
)"""


class MessageQuerySet(models.QuerySet):
    def waiting(self):
        """From applicants, and nobody has answered or put them aside."""
        return self.filter(from_authority=False, done_at=None)

    def visible_to(self, user):
        return self.filter(case__in=Case.objects.visible_to(user))


class Message(models.Model):
    """One message on a case, from one side to the other."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="messages", verbose_name=_("case"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("by"))
    from_authority = models.BooleanField(_("from the authority"))
    text = models.TextField(_("message"), max_length=4000)
    sent_at = models.DateTimeField(_("sent"))
    # A letter of the start-up: `by` is the officer who entered it.
    received_on = models.DateField(_("received on paper on"), null=True)
    # An applicant's message waits until somebody answers, or finds that it needs no answer.
    done_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("dealt with by")
    )
    done_at = models.DateTimeField(_("dealt with"), null=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["case", "id"]
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes = [
            models.Index(
                fields=["case"],
                name="message_waiting",
                condition=Q(from_authority=False, done_at__isnull=True),
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="message_done_whole",
                condition=Q(done_at__isnull=True, done_by__isnull=True)
                | Q(done_at__isnull=False, done_by__isnull=False),
                violation_error_message=_("Who has dealt with a message is named."),
            ),
            models.CheckConstraint(
                name="message_letter_of_applicant",
                condition=Q(received_on__isnull=True) | Q(from_authority=False),
                violation_error_message=_("A letter that arrived is one of the start-up."),
            ),
            models.CheckConstraint(
                name="message_says_something",
                condition=~Q(text=""),
                violation_error_message=_("Write a message."),
            ),
        ]
        triggers = [
            Frozen(
                name="message_kept_as_sent",
                fields=["case", "by", "from_authority", "text", "sent_at", "received_on"],
                message=_("A message stays as it was sent. Write another one."),
            ),
            SetOnce(
                name="message_done_once",
                fields=["done_by", "done_at"],
                message=_("Somebody has dealt with this message already. Reload the page."),
            ),
            Refuse(
                name="message_kept_with_its_case",
                operation=pgtrigger.Delete,
                when_sql=STILL_NEEDED,
                message=_("A message stays with its case."),
            ),
        ]

    def __str__(self):
        return f"{self.case} · {self.sent_at:%Y-%m-%d}"

    @property
    def author(self):
        """Who speaks: of a letter not the officer who entered it."""
        return self.case.startup.name if self.received_on else self.by.name


class MessageFile(models.Model):
    """A file that was sent with a message."""

    message = models.ForeignKey(Message, models.PROTECT, related_name="files")
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        triggers = [
            Refuse(
                name="message_file_kept",
                operation=pgtrigger.Update | pgtrigger.Delete,
                when_sql=STILL_NAMED,
                message=_("A message stays with its case."),
            )
        ]

    def __str__(self):
        return str(self.document)
