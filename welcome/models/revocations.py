"""The revocation of an award: the hearing that comes first (§ 28 VwVfG NRW), and what the decision takes away."""

from decimal import Decimal

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.models import User
from corridor.guards import Frozen, Refuse
from welcome.choices import (
    RECLAIMABLE,
    CaseState,
    DecisionKind,
    Effect,
    HearingEnd,
    RedemptionState,
)
from welcome.models.cases import Case
from welcome.models.decisions import Decision

REVOCABLE = (CaseState.NOTIFIED, CaseState.FINAL, CaseState.CLOSED)
# The table of court actions, where a decision has fallen.
ANNULLED = """EXISTS (
    SELECT 1 FROM welcome_courtaction AS action
    WHERE action.decision_id = granted.id AND action.outcome = 'annulled'
)"""
EFFECTIVE = """EXISTS (
    SELECT 1 FROM welcome_revocation AS revocation
    WHERE revocation.revoked_id = granted.id AND revocation.effective_on IS NOT NULL
)"""
NOTHING_TO_REVOKE = f"""NOT EXISTS (
    SELECT 1 FROM welcome_case AS file JOIN welcome_decision AS granted ON granted.case_id = file.id
    WHERE file.id = NEW.case_id AND file.state = NEW.came_from
    AND granted.kind = '{DecisionKind.GRANT}' AND granted.released_at IS NOT NULL
    AND NOT {ANNULLED} AND NOT {EFFECTIVE}
)"""
NOT_ITS_AWARD = f"""NOT EXISTS (
    SELECT 1 FROM welcome_decision AS own JOIN welcome_decision AS granted ON granted.case_id = own.case_id
    WHERE own.id = NEW.decision_id AND own.kind = '{DecisionKind.REVOKE}' AND own.proposed_at IS NULL
    AND granted.id = NEW.revoked_id AND granted.kind = '{DecisionKind.GRANT}'
    AND granted.released_at IS NOT NULL
)"""
MORE_THAN_USED = f"""NEW.reclaim > COALESCE((
    SELECT SUM(used.quantity * granted.unit_value) FROM welcome_redemption AS used
    JOIN welcome_awarditem AS item ON item.id = used.item_id
    JOIN welcome_decisionitem AS granted ON granted.id = item.granted_id
    WHERE granted.decision_id = NEW.revoked_id AND used.state = '{RedemptionState.USED}'
), 0)"""
EFFECTIVE_TOO_EARLY = """OLD.effective_on IS NULL AND NEW.effective_on IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM welcome_decision AS decision JOIN welcome_delivery AS delivery ON delivery.decision_id = decision.id
    WHERE decision.id = NEW.decision_id AND delivery.final_on IS NOT NULL
)"""


class HearingQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(case__in=Case.objects.visible_to(user))

    def open(self):
        return self.filter(ended_at=None)


class Hearing(models.Model):
    """Why a revocation is considered, and what the start-up says to it, before anything is decided."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="hearings", verbose_name=_("case"))
    # Where the case goes back to when the award stays as it is.
    came_from = models.CharField(
        _("came from"),
        max_length=30,
        choices=[(state.value, state.label) for state in REVOCABLE],
    )
    reasons_de = models.TextField(_("reasons in German"), max_length=20_000)
    reasons_en = models.TextField(_("reasons in English"), max_length=20_000)
    due_on = models.DateField(_("statement due on"))
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(_("opened"))
    statement = models.TextField(_("statement"), max_length=20_000, blank=True)
    stated_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    stated_at = models.DateTimeField(_("statement sent"), null=True)
    end = models.CharField(_("end"), max_length=10, choices=HearingEnd, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True)

    objects = HearingQuerySet.as_manager()

    class Meta:
        ordering = ["case", "id"]
        verbose_name = _("hearing")
        verbose_name_plural = _("hearings")
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(ended_at__isnull=True),
                name="hearing_one_open",
                violation_error_message=_("The start-up is heard already."),
            ),
            models.CheckConstraint(
                name="hearing_has_reasons",
                condition=~Q(reasons_de="") & ~Q(reasons_en=""),
                violation_error_message=_(
                    "A hearing says in both languages why a revocation is considered."
                ),
            ),
            models.CheckConstraint(
                name="hearing_statement_whole",
                condition=Q(statement="", stated_by__isnull=True, stated_at__isnull=True)
                | ~Q(statement="") & Q(stated_by__isnull=False, stated_at__isnull=False),
                violation_error_message=_("A statement names who sent it and when."),
            ),
            models.CheckConstraint(
                name="hearing_end_whole",
                condition=Q(end="", ended_at__isnull=True) | ~Q(end="") & Q(ended_at__isnull=False),
                violation_error_message=_("A hearing that has ended says how and when."),
            ),
        ]
        triggers = [
            Refuse(
                name="hearing_of_an_award",
                operation=pgtrigger.Insert,
                when_sql=NOTHING_TO_REVOKE,
                message=_("There is no award that could be revoked."),
            ),
            Frozen(
                name="hearing_question_kept",
                fields=[
                    "case",
                    "came_from",
                    "reasons_de",
                    "reasons_en",
                    "due_on",
                    "opened_by",
                    "opened_at",
                ],
                message=_("What the start-up was told stays as it was told."),
            ),
            Frozen(
                name="hearing_statement_kept",
                fields=["statement", "stated_by", "stated_at"],
                until="OLD.stated_at IS NOT NULL OR OLD.ended_at IS NOT NULL",
                message=_("The statement is sent and stays as it is."),
            ),
            Frozen(
                name="hearing_end_kept",
                fields=["end", "ended_at"],
                until="OLD.ended_at IS NOT NULL",
                message=_("The hearing has ended by now. Reload the page."),
            ),
            Refuse(
                name="hearing_never_deleted",
                operation=pgtrigger.Delete,
                when_sql="TRUE",
                message=_("A hearing is kept."),
            ),
        ]

    def __str__(self):
        return f"{self.case} · {self.opened_at:%Y-%m-%d}"

    @property
    def last_moment(self):
        """The end of the last day, as a moment: a person in India meets it in their night."""
        return clock.end_of_day(self.due_on)

    @property
    def can_be_answered(self):
        """To the end of the last day, once, and as long as nothing is proposed."""
        heard = self.case.state == CaseState.HEARD
        return heard and self.stated_at is None and clock.today() <= self.due_on

    @property
    def is_over(self):
        """Whether it can be decided: the start-up has spoken, or its time is over."""
        return self.stated_at is not None or clock.today() > self.due_on


class RevocationQuerySet(models.QuerySet):
    def effective(self):
        return self.filter(effective_on__isnull=False)


class Revocation(models.Model):
    """What a decision of kind `revoke` takes away. Once it is final, `kept` is what stays of the award, in EUR."""

    decision = models.OneToOneField(
        Decision, models.PROTECT, related_name="revocation", verbose_name=_("decision")
    )
    revoked = models.ForeignKey(
        Decision, models.PROTECT, related_name="revocations", verbose_name=_("revoked award")
    )
    effect = models.CharField(_("effect"), max_length=10, choices=Effect)
    reclaim = models.DecimalField(
        _("amount to be repaid"), max_digits=12, decimal_places=2, default=Decimal(0)
    )
    reclaim_reasons_de = models.TextField(_("reasons for the amount in German"), blank=True)
    reclaim_reasons_en = models.TextField(_("reasons for the amount in English"), blank=True)
    # Counted from the finality of the revocation.
    pay_days = models.PositiveSmallIntegerField(_("days to pay"), default=30)
    effective_on = models.DateField(_("effective since"), null=True)
    kept = models.DecimalField(_("what stays"), max_digits=12, decimal_places=2, null=True)

    objects = RevocationQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("revocation")
        verbose_name_plural = _("revocations")
        constraints = [
            models.CheckConstraint(
                name="revocation_reclaims_the_past",
                condition=Q(reclaim=0) | Q(reclaim__gt=0, effect__in=sorted(RECLAIMABLE)),
                violation_error_message=_(
                    "Only what is taken away from the beginning can be reclaimed (§ 49a VwVfG NRW)."
                ),
            ),
            models.CheckConstraint(
                name="revocation_reclaim_has_reasons",
                condition=Q(reclaim=0) | ~Q(reclaim_reasons_de="") & ~Q(reclaim_reasons_en=""),
                violation_error_message=_("A reclaimed amount has reasons in both languages."),
            ),
            models.CheckConstraint(
                name="revocation_effect_whole",
                condition=Q(effective_on__isnull=True, kept__isnull=True)
                | Q(effective_on__isnull=False, kept__gte=0),
                violation_error_message=_("A revocation that is final says what stays."),
            ),
            models.UniqueConstraint(
                fields=["revoked"],
                condition=Q(effective_on__isnull=False),
                name="revocation_once",
                violation_error_message=_("The award is revoked already."),
            ),
            models.CheckConstraint(
                name="revocation_of_another_decision",
                condition=~Q(decision=F("revoked")),
                violation_error_message=_("A revocation takes away the award of its own case."),
            ),
        ]
        triggers = [
            Refuse(
                name="revocation_of_its_award",
                operation=pgtrigger.Insert,
                when_sql=NOT_ITS_AWARD,
                message=_("A revocation takes away the award of its own case."),
            ),
            Refuse(
                name="revocation_reclaims_what_was_used",
                operation=pgtrigger.Insert,
                when_sql=MORE_THAN_USED,
                message=_("No more can be reclaimed than was used."),
            ),
            Frozen(
                name="revocation_frozen",
                fields=[
                    "decision",
                    "revoked",
                    "effect",
                    "reclaim",
                    "reclaim_reasons_de",
                    "reclaim_reasons_en",
                    "pay_days",
                ],
                message=_(
                    "A proposal can't be changed. Return it; a new proposal takes its place."
                ),
            ),
            Refuse(
                name="revocation_effective_when_notified",
                operation=pgtrigger.Update,
                when_sql=EFFECTIVE_TOO_EARLY,
                message=_("A revocation takes effect after it was notified."),
            ),
            Refuse(
                name="revocation_never_deleted",
                operation=pgtrigger.Delete,
                when_sql="TRUE",
                message=_("A proposal is kept."),
            ),
        ]

    def __str__(self):
        return str(self.decision)

    @property
    def outstanding(self):
        """What is not repaid yet, in EUR."""
        return self.reclaim - sum((each.amount for each in self.repayments.all()), Decimal(0))

    @property
    def takes_all(self):
        """Whether the award falls from its beginning."""
        return self.effect in RECLAIMABLE
