"""A court action against a decision: while it lasts, the decision is not final."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from corridor.accounts.models import User
from corridor.guards import Frozen, Refuse
from welcome.choices import CourtOutcome
from welcome.models.cases import Case
from welcome.models.decisions import Decision

# The latest delivery's period for court action was over, or none ran.
TOO_LATE = """NOT NEW.reinstated AND NEW.received_on >= COALESCE((
    SELECT delivery.final_on FROM welcome_delivery AS delivery
    WHERE delivery.decision_id = NEW.decision_id ORDER BY delivery.id DESC LIMIT 1
), '-infinity'::date)"""
NOT_RELEASED = """NOT EXISTS (
    SELECT 1 FROM welcome_decision AS decision
    WHERE decision.id = NEW.decision_id AND decision.released_at IS NOT NULL
)"""


class CourtActionQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(decision__case__in=Case.objects.visible_to(user))

    def pending(self):
        return self.filter(outcome="")


class CourtAction(models.Model):
    """Court action (Klage) against one decision, and how it ended."""

    decision = models.OneToOneField(
        Decision, models.PROTECT, related_name="court_action", verbose_name=_("decision")
    )
    received_on = models.DateField(_("received by the court on"))
    file_number = models.CharField(_("file number of the court"), max_length=60)
    # The period was missed without fault, and the court lets the action in all the same (§ 60 VwGO).
    reinstated = models.BooleanField(_("reinstatement granted (§ 60 VwGO)"), default=False)
    note = models.TextField(_("note"), max_length=4000, blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(_("recorded"))
    outcome = models.CharField(_("outcome"), max_length=10, choices=CourtOutcome, blank=True)
    ended_on = models.DateField(_("ended on"), null=True)
    outcome_note = models.TextField(_("what the court said"), max_length=4000, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(_("outcome recorded"), null=True)

    objects = CourtActionQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("court action")
        verbose_name_plural = _("court actions")
        constraints = [
            models.CheckConstraint(
                name="court_action_named",
                condition=~Q(file_number=""),
                violation_error_message=_("A court action has the file number of the court."),
            ),
            models.CheckConstraint(
                name="court_action_end_whole",
                condition=Q(
                    outcome="",
                    ended_on__isnull=True,
                    outcome_note="",
                    closed_by__isnull=True,
                    closed_at__isnull=True,
                )
                | ~Q(outcome="")
                & ~Q(outcome_note="")
                & Q(
                    ended_on__gte=F("received_on"), closed_by__isnull=False, closed_at__isnull=False
                ),
                violation_error_message=_(
                    "A court action that has ended says how, when and by whose word."
                ),
            ),
        ]
        triggers = [
            Refuse(
                name="court_action_in_time",
                operation=pgtrigger.Insert,
                when_sql=TOO_LATE,
                message=_(
                    "The period for court action was over on this day, and no reinstatement is noted."
                ),
            ),
            Refuse(
                name="court_action_against_a_notice",
                operation=pgtrigger.Insert,
                when_sql=NOT_RELEASED,
                message=_("Only a decision that was released can be contested in court."),
            ),
            Frozen(
                name="court_action_kept",
                fields=[
                    "decision",
                    "received_on",
                    "file_number",
                    "reinstated",
                    "note",
                    "recorded_by",
                    "recorded_at",
                ],
                message=_("What was recorded of a court action stays as it is."),
            ),
            Frozen(
                name="court_action_end_kept",
                fields=["outcome", "ended_on", "outcome_note", "closed_by", "closed_at"],
                until="OLD.outcome <> ''",
                message=_("The outcome of the court action is recorded already. Reload the page."),
            ),
            Refuse(
                name="court_action_never_deleted",
                operation=pgtrigger.Delete,
                when_sql="TRUE",
                message=_("A court action is kept."),
            ),
        ]

    def __str__(self):
        return f"{self.decision} · {self.file_number}"

    @property
    def is_pending(self):
        return not self.outcome
