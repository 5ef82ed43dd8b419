"""The proof of use (Verwendungsnachweis) at the end of an award: a report and files."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corridor.accounts.models import User
from corridor.documents.models import Document
from corridor.guards import Frozen, Refuse, append_only
from corridor.history import tracked
from welcome.choices import LIVE_PROOFS, AwardState, ProofState
from welcome.models.awards import Award
from welcome.models.cases import Case

AWARD_OVER = f"""NOT EXISTS (
    SELECT 1 FROM welcome_award AS award WHERE award.id = NEW.award_id AND award.state = '{AwardState.OPEN}'
)"""


class ProofQuerySet(models.QuerySet):
    def live(self):
        return self.filter(state__in=sorted(LIVE_PROOFS))

    def waiting(self):
        return self.filter(state=ProofState.SUBMITTED)

    def visible_to(self, user):
        return self.filter(award__case__in=Case.objects.visible_to(user))

    def for_back_office(self, user):
        return self.filter(award__case__in=Case.objects.open_to_staff(user))


@tracked()
class ProofOfUse(models.Model):
    """What a start-up reports on the benefits it used; accepted, or returned with a note for a new one."""

    award = models.ForeignKey(Award, models.PROTECT, related_name="proofs", verbose_name=_("award"))
    text = models.TextField(_("report"), max_length=10_000)
    state = models.CharField(
        _("state"), max_length=10, choices=ProofState, default=ProofState.SUBMITTED
    )
    submitted_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("sent by")
    )
    submitted_at = models.DateTimeField(_("sent"))
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("answered by")
    )
    answered_at = models.DateTimeField(_("answered"), null=True)
    note = models.TextField(_("note"), max_length=2000, blank=True)

    objects = ProofQuerySet.as_manager()

    class Meta:
        ordering = ["award", "id"]
        verbose_name = _("proof of use")
        verbose_name_plural = _("proofs of use")
        indexes = [
            models.Index(
                fields=["award"], name="proof_submitted", condition=Q(state=ProofState.SUBMITTED)
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["award"],
                condition=~Q(state=ProofState.RETURNED),
                name="proof_one_at_a_time",
                violation_error_message=_("The proof of use is sent already."),
            ),
            models.CheckConstraint(
                name="proof_answer_whole",
                condition=Q(
                    state=ProofState.SUBMITTED, answered_by__isnull=True, answered_at__isnull=True
                )
                | ~Q(state=ProofState.SUBMITTED)
                & Q(answered_by__isnull=False, answered_at__isnull=False),
                violation_error_message=_("An answer names who gave it and when."),
            ),
            models.CheckConstraint(
                name="proof_return_says_why",
                condition=~Q(state=ProofState.RETURNED) | ~Q(note=""),
                violation_error_message=_("Say what is missing."),
            ),
        ]
        triggers = [
            Frozen(
                name="proof_kept_as_sent",
                fields=["award", "text", "submitted_by", "submitted_at"],
                message=_("What was reported stays as it was sent."),
            ),
            Frozen(
                name="proof_answer_kept",
                fields=["state", "answered_by", "answered_at", "note"],
                until=f"OLD.state <> '{ProofState.SUBMITTED}'",
                message=_("This has been answered already. Reload the page."),
            ),
            Refuse(
                name="proof_while_in_use",
                operation=pgtrigger.Insert,
                when_sql=f"{AWARD_OVER} OR NEW.state <> '{ProofState.SUBMITTED}'",
                message=_("The award has ended by now. Reload the page."),
            ),
            Refuse(
                name="proof_never_deleted",
                operation=pgtrigger.Delete,
                when_sql="TRUE",
                message=_("A proof of use is kept."),
            ),
        ]

    def __str__(self):
        return f"{self.award} · {self.submitted_at:%Y-%m-%d}"

    @property
    def case(self):
        return self.award.case

    @property
    def waits(self):
        return self.state == ProofState.SUBMITTED


class ProofFileQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(proof__award__case__in=Case.objects.visible_to(user))


class ProofFile(models.Model):
    """A file that belongs to a proof of use."""

    proof = models.ForeignKey(ProofOfUse, models.PROTECT, related_name="files")
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")

    objects = ProofFileQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        triggers = [
            *append_only(
                name="proof_file_immutable", message=_("What was reported stays as it was sent.")
            )
        ]

    def __str__(self):
        return str(self.document)
