"""Who came: every scan of a ticket at the door, the first of them the check-in, later ones notes."""

import pgtrigger
from dateutil.relativedelta import relativedelta
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corridor.accounts.models import User
from corridor.guards import Frozen, Guard, Refuse, SetOnce
from events.choices import Outcome
from events.models.delegates import Delegate, one_line
from events.models.team import TeamQuerySet

# Check-ins go so long after the event (DOMAIN 5).
CHECK_INS_KEPT = relativedelta(months=12)


class NeverDeleted(Guard):
    """Rows stay until the chore that ends their time takes them."""

    operation = pgtrigger.Delete

    def get_func(self, model):
        return self.refusal


class CheckInQuerySet(TeamQuerySet):
    def valid(self):
        """By these people are in; what was undone or came second does not count."""
        return self.filter(outcome=Outcome.IN, undone_at=None)


class CheckIn(models.Model):
    """One scan of a ticket. Of all that count only one is the check-in: the earliest, wherever it was sent from."""

    delegate = models.ForeignKey(
        Delegate, models.PROTECT, related_name="check_ins", verbose_name=_("delegate")
    )
    # Made by whoever scans; a scan that is sent again is the same one.
    scan = models.UUIDField(_("scan"), unique=True, editable=False)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome, editable=False)
    # A phone without network sends later what it scanned before.
    at = models.DateTimeField(_("scanned"), editable=False)
    recorded_at = models.DateTimeField(_("recorded"), editable=False)
    by = models.ForeignKey(
        User, models.PROTECT, related_name="+", editable=False, verbose_name=_("by")
    )
    gate = models.CharField(
        _("where"), max_length=60, blank=True, validators=[one_line], editable=False
    )
    undone_at = models.DateTimeField(_("undone"), null=True, editable=False)
    undone_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", editable=False, verbose_name=_("by")
    )

    objects = CheckInQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        verbose_name = _("check-in")
        verbose_name_plural = _("check-ins")
        constraints = [
            models.UniqueConstraint(
                fields=["delegate"],
                name="check_in_once",
                condition=Q(outcome="in", undone_at=None),
                violation_error_message=_("This person is checked in already."),
            ),
            models.CheckConstraint(
                name="check_in_undone_by_somebody",
                condition=Q(undone_at=None, undone_by=None)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                violation_error_message=_("Whoever undoes a check-in is named."),
            ),
        ]
        triggers = [
            Frozen(
                name="check_in_kept",
                fields=["delegate", "scan", "at", "recorded_at", "by", "gate"],
                message=_("A scan stays as it was recorded."),
            ),
            Refuse(
                name="check_in_becomes_note",
                operation=pgtrigger.Update,
                when_sql="OLD.outcome = 'again' AND NEW.outcome <> 'again'",
                message=_("A note does not become a check-in. Scan the ticket again."),
            ),
            SetOnce(
                name="check_in_undone_once",
                fields=["undone_at", "undone_by"],
                message=_("This check-in has been undone already."),
            ),
            NeverDeleted(name="check_in_never_deleted", message=_("A scan is never deleted.")),
        ]

    def __str__(self):
        return f"{self.delegate}: {self.get_outcome_display()}"

    @property
    def is_valid(self):
        return self.outcome == Outcome.IN and self.undone_at is None
