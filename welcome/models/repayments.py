"""What came back of a reclaimed amount (Erstattung, § 49a VwVfG NRW): payment by payment."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corridor.accounts.models import User
from corridor.guards import Refuse, append_only
from welcome.models.cases import Case
from welcome.models.revocations import Revocation

# Two payments that are entered at the same moment wait for each other here, and then see the sum.
LOCK_REVOCATION = (
    "PERFORM 1 FROM welcome_revocation WHERE id = NEW.revocation_id FOR NO KEY UPDATE;"
)
PAID = """(NEW.amount + COALESCE((
    SELECT SUM(earlier.amount) FROM welcome_repayment AS earlier WHERE earlier.revocation_id = NEW.revocation_id
), 0))"""
NOT_OWED = f"""NOT EXISTS (
    SELECT 1 FROM welcome_revocation AS revocation
    WHERE revocation.id = NEW.revocation_id AND revocation.effective_on IS NOT NULL
    AND {PAID} BETWEEN 0 AND revocation.reclaim
)"""


class RepaymentQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(revocation__decision__case__in=Case.objects.open_to_staff(user))


class Repayment(models.Model):
    """A payment on what was reclaimed. A wrong entry is put right by one with a minus sign and a note."""

    revocation = models.ForeignKey(
        Revocation, models.PROTECT, related_name="repayments", verbose_name=_("revocation")
    )
    paid_on = models.DateField(_("paid on"))
    amount = models.DecimalField(_("amount"), max_digits=12, decimal_places=2)
    note = models.CharField(_("note"), max_length=200, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("entered by"))
    at = models.DateTimeField(_("recorded"))

    objects = RepaymentQuerySet.as_manager()

    class Meta:
        ordering = ["paid_on", "id"]
        verbose_name = _("repayment")
        verbose_name_plural = _("repayments")
        constraints = [
            models.CheckConstraint(
                name="repayment_of_something",
                condition=Q(amount__gt=0) | Q(amount__lt=0) & ~Q(note=""),
                violation_error_message=_(
                    "Enter the amount that was paid. One with a minus sign corrects an entry and needs a note."
                ),
            )
        ]
        triggers = [
            *append_only(
                name="repayment_append_only",
                message=_("A payment stays as it was entered. Correct it by another entry."),
            ),
            Refuse(
                name="repayment_within_reclaim",
                operation=pgtrigger.Insert,
                prepare=LOCK_REVOCATION,
                when_sql=NOT_OWED,
                message=_(
                    "What is repaid lies between nothing and the amount that a final revocation reclaims."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.revocation} · {self.paid_on}"
