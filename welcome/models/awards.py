"""What becomes of an award once it is final: its benefits, and what the start-up asks of each."""

from datetime import timedelta
from decimal import Decimal

import pgtrigger
from django.db import models
from django.db.models import F, Q, Sum
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.models import User
from corridor.guards import Frozen, Refuse, SetOnce, sql_rows, sql_words
from corridor.history import tracked
from corridor.mail.addresses import is_plain
from welcome.choices import (
    AWARD_STEPS,
    LIVE_PROOFS,
    REDEMPTION_STEPS,
    TAKEN_UP,
    TAKING,
    AwardState,
    DecisionKind,
    RedemptionState,
)
from welcome.models.cases import Case
from welcome.models.decisions import Decision, DecisionItem

REMIND_BEFORE = timedelta(days=14)  # before the proof of use is due

GRANTED = f"""EXISTS (
    SELECT 1 FROM welcome_decision AS decision WHERE decision.id = NEW.decision_id
    AND decision.case_id = NEW.case_id AND decision.kind = '{DecisionKind.GRANT}'
    AND decision.released_at IS NOT NULL
)"""
REVOKED_UNSAID = f"""OLD.state <> NEW.state AND (
    '{AwardState.REVOKED}' IN (OLD.state, NEW.state)
    AND (NEW.state = '{AwardState.REVOKED}') <> EXISTS (
        SELECT 1 FROM welcome_revocation AS revocation
        WHERE revocation.revoked_id = NEW.decision_id AND revocation.effective_on IS NOT NULL
    )
    OR NEW.state IN ('{AwardState.DECLINED}', '{AwardState.LAPSED}') AND EXISTS (
        SELECT 1 FROM welcome_case AS file WHERE file.id = NEW.case_id AND file.revoking
    )
)"""
FOREIGN_ITEM = """NOT EXISTS (
    SELECT 1 FROM welcome_award AS award JOIN welcome_decisionitem AS granted
    ON granted.decision_id = award.decision_id
    WHERE award.id = NEW.award_id AND granted.id = NEW.granted_id AND granted.quantity = NEW.quantity
)"""
# Whoever asks for the same benefit at the same moment waits here, and then sees what is left.
LOCK_ITEM = "PERFORM 1 FROM welcome_awarditem WHERE id = NEW.item_id FOR NO KEY UPDATE;"
TOO_MUCH = f"""NEW.state IN ({sql_words(TAKING)}) AND NEW.quantity + COALESCE((
    SELECT SUM(taken.quantity) FROM welcome_redemption AS taken
    WHERE taken.item_id = NEW.item_id AND taken.id <> NEW.id AND taken.state IN ({sql_words(TAKING)})
), 0) > (SELECT item.quantity FROM welcome_awarditem AS item WHERE item.id = NEW.item_id)"""
AWARD_OVER = f"""(TG_OP = 'INSERT' OR OLD.state <> NEW.state AND NEW.state <> '{RedemptionState.CANCELLED}')
    AND NOT EXISTS (
        SELECT 1 FROM welcome_awarditem AS item JOIN welcome_award AS award ON award.id = item.award_id
        WHERE item.id = NEW.item_id AND award.state = '{AwardState.OPEN}'
    )"""


class AwardQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(case__in=Case.objects.visible_to(user))

    def in_use(self):
        return self.filter(state=AwardState.OPEN)

    def to_lapse(self, today):
        """Nothing was used until the last day to begin."""
        return self.in_use().filter(begun_on=None, begins_by__lt=today)

    def without_proof(self):
        """Begun, and no proof of use is sent that still counts."""
        sent = models.Q(proofs__state__in=sorted(LIVE_PROOFS))
        return self.in_use().filter(begun_on__isnull=False).exclude(sent)

    def to_remind(self, today):
        """The proof of use is due within two weeks; or overdue, and nobody was told so."""
        soon = Q(reminded_on=None, report_due_on__lte=today + REMIND_BEFORE)
        late = Q(report_due_on__lt=today, reminded_on__lte=models.F("report_due_on"))
        return self.without_proof().filter(soon | late)


@tracked()
class Award(models.Model):
    """An award that is final: until when it can be begun, and from the first use on its period."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="award", verbose_name=_("case"))
    decision = models.OneToOneField(
        Decision, models.PROTECT, related_name="award", verbose_name=_("decision")
    )
    state = models.CharField(_("state"), max_length=10, choices=AwardState, default=AwardState.OPEN)
    begins_by = models.DateField(_("last day to begin"))
    begun_on = models.DateField(_("begun on"), null=True)
    ends_on = models.DateField(_("last day of the award period"), null=True)
    report_due_on = models.DateField(_("proof of use due on"), null=True)
    reminded_on = models.DateField(_("reminded on"), null=True)

    objects = AwardQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("award in use")
        verbose_name_plural = _("awards in use")
        constraints = [
            models.CheckConstraint(
                name="award_period_whole",
                condition=Q(begun_on__isnull=True, ends_on__isnull=True, report_due_on__isnull=True)
                | Q(begun_on__isnull=False, ends_on__isnull=False, report_due_on__isnull=False),
                violation_error_message=_("An award period has a beginning, an end and a report."),
            )
        ]
        triggers = [
            Refuse(
                name="award_was_granted",
                operation=pgtrigger.Insert,
                when_sql=f"NOT {GRANTED}",
                message=_("Only a released award can be used."),
            ),
            Frozen(
                name="award_keeps_its_decision",
                fields=["case", "decision", "begins_by"],
                message=_("An award keeps its case and its decision."),
            ),
            SetOnce(
                name="award_period_kept",
                fields=["begun_on", "ends_on", "report_due_on"],
                message=_("The award period has begun and stays as it is."),
            ),
            Refuse(
                name="award_step_allowed",
                operation=pgtrigger.Update,
                when_sql="OLD.state <> NEW.state "
                f"AND (OLD.state, NEW.state) NOT IN ({sql_rows(AWARD_STEPS)})",
                message=_("The award has ended by now. Reload the page."),
            ),
            Refuse(
                name="award_revoked_by_decision",
                operation=pgtrigger.Update,
                when_sql=REVOKED_UNSAID,
                message=_("An award ends as revoked by a revocation that is final."),
            ),
            Refuse(
                name="award_never_deleted",
                operation=pgtrigger.Delete,
                when_sql="TRUE",
                message=_("An award is kept."),
            ),
        ]

    def __str__(self):
        return str(self.case)

    @property
    def is_open(self):
        return self.state == AwardState.OPEN

    @property
    def last_day(self):
        """Until when a benefit can be used: of the period, or to begin it."""
        return self.ends_on or self.begins_by

    @property
    def can_be_used(self):
        return self.is_open and self.case.is_usable and clock.today() <= self.last_day

    @property
    def wish_days(self):
        """The first and the last day that a benefit can be wished or confirmed for."""
        return clock.today(), self.last_day

    @property
    def report_is_owed(self):
        """The award period has begun, and no proof of use is sent that still counts."""
        return self.is_open and self.begun_on is not None and self.live_proof is None

    @property
    def live_proof(self):
        """The proof of use that waits or is accepted; None when there is none yet, or it was returned."""
        return self.proofs.live().first()

    @property
    def value_used(self):
        """What the benefits used so far are worth, in EUR."""
        used = self.redemptions.filter(state=RedemptionState.USED)
        worth = Sum(F("quantity") * F("item__granted__unit_value"))
        return used.aggregate(worth=worth)["worth"] or Decimal(0)

    @property
    def is_taken_up(self):
        """Something of it is confirmed or used, so it is no longer given up."""
        return self.redemptions.filter(state__in=sorted(TAKEN_UP)).exists()

    @property
    def redemptions(self):
        return Redemption.objects.filter(item__award=self)


class AwardItemQuerySet(models.QuerySet):
    def for_back_office(self, user):
        return self.filter(award__case__in=Case.objects.open_to_staff(user))

    def with_taken(self):
        """Each with what was asked for, confirmed and used of it."""
        taken = Sum("redemptions__quantity", filter=Q(redemptions__state__in=sorted(TAKING)))
        used = Sum("redemptions__quantity", filter=Q(redemptions__state=RedemptionState.USED))
        return self.annotate(taken=taken, used=used)


@tracked()
class AwardItem(models.Model):
    """A benefit item of an award in use, as it was granted; how its provider is reached may change."""

    award = models.ForeignKey(Award, models.PROTECT, related_name="items", verbose_name=_("award"))
    granted = models.OneToOneField(
        DecisionItem, models.PROTECT, related_name="award_item", verbose_name=_("awarded item")
    )
    quantity = models.PositiveSmallIntegerField(_("quantity"))
    contact = models.CharField(_("contact"), max_length=200, blank=True)
    provider_email = models.EmailField(_("mail for wishes"), blank=True)

    objects = AwardItemQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("benefit item in use")
        verbose_name_plural = _("benefit items in use")
        constraints = [is_plain("provider_email", "award_item_provider_email_plain")]
        triggers = [
            Refuse(
                name="award_item_as_granted",
                operation=pgtrigger.Insert,
                when_sql=FOREIGN_ITEM,
                message=_("A benefit is used as it was granted."),
            ),
            Frozen(
                name="award_item_kept",
                fields=["award", "granted", "quantity"],
                message=_("A benefit is used as it was granted."),
            ),
        ]

    def __str__(self):
        return self.granted.title_de if get_language() == "de" else self.granted.title_en

    @property
    def case(self):
        return self.award.case

    @property
    def left(self):
        """What can still be asked for; one query unless the row comes from `with_taken`."""
        if not hasattr(self, "taken"):
            rows = self.redemptions.filter(state__in=sorted(TAKING))
            self.taken = rows.aggregate(total=Sum("quantity"))["total"]
        return self.quantity - (self.taken or 0)


class RedemptionQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=RedemptionState.ASKED)

    def visible_to(self, user):
        return self.filter(item__award__case__in=Case.objects.visible_to(user))

    def for_back_office(self, user):
        return self.filter(item__award__case__in=Case.objects.open_to_staff(user))


@tracked()
class Redemption(models.Model):
    """A benefit asked for on a day: the authority or the provider confirms or refuses it, and it is used."""

    item = models.ForeignKey(
        AwardItem, models.PROTECT, related_name="redemptions", verbose_name=_("benefit item")
    )
    quantity = models.PositiveSmallIntegerField(_("quantity"))
    wished_on = models.DateField(_("wished for"))
    words = models.TextField(_("words to it"), max_length=1000, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=RedemptionState, default=RedemptionState.ASKED
    )
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("asked by"))
    asked_at = models.DateTimeField(_("asked"))
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("answered by")
    )
    answered_at = models.DateTimeField(_("answered"), null=True)
    # Providers have no account. They answer with the link of the last mail that was sent to them.
    by_provider = models.BooleanField(_("answered by the provider"), default=False)
    provider_asked = models.PositiveSmallIntegerField(_("mails to the provider"), default=0)
    agreed_on = models.DateField(_("agreed for"), null=True)
    answer = models.TextField(_("answer"), max_length=1000, blank=True)
    used_on = models.DateField(_("used on"), null=True)
    used_noted_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("use noted by")
    )

    objects = RedemptionQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-id"]
        verbose_name = _("wish for a benefit")
        verbose_name_plural = _("wishes for benefits")
        indexes = [
            models.Index(
                fields=["item"], name="redemption_asked", condition=Q(state=RedemptionState.ASKED)
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="redemption_of_something",
                condition=Q(quantity__gte=1),
                violation_error_message=_("Ask for 1 or more."),
            ),
            models.CheckConstraint(
                name="redemption_answer_whole",
                condition=~Q(state__in=["confirmed", "refused", "used"])
                | Q(answered_by__isnull=False, by_provider=False, answered_at__isnull=False)
                | Q(answered_by__isnull=True, by_provider=True, answered_at__isnull=False),
                violation_error_message=_("An answer names who gave it and when."),
            ),
            models.CheckConstraint(
                name="redemption_refusal_says_why",
                condition=~Q(state="refused") | ~Q(answer=""),
                violation_error_message=_("Say why."),
            ),
            models.CheckConstraint(
                name="redemption_use_whole",
                condition=Q(state="used", used_on__isnull=False, used_noted_by__isnull=False)
                | ~Q(state="used") & Q(used_on__isnull=True, used_noted_by__isnull=True),
                violation_error_message=_("A use has a day and somebody who noted it."),
            ),
        ]
        triggers = [
            Refuse(
                name="redemption_within_award",
                operation=pgtrigger.Insert | pgtrigger.Update,
                prepare=LOCK_ITEM,
                when_sql=TOO_MUCH,
                message=_("So much is not left of this benefit."),
            ),
            Refuse(
                name="redemption_while_in_use",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when_sql=AWARD_OVER,
                message=_("The award has ended by now. Reload the page."),
            ),
            Refuse(
                name="redemption_step_allowed",
                operation=pgtrigger.Update,
                when_sql="OLD.state <> NEW.state "
                f"AND (OLD.state, NEW.state) NOT IN ({sql_rows(REDEMPTION_STEPS)})",
                message=_("This has been answered already. Reload the page."),
            ),
            Refuse(
                name="redemption_begins_as_asked",
                operation=pgtrigger.Insert,
                when_sql=f"NEW.state <> '{RedemptionState.ASKED}'",
                message=_("A benefit is asked for first."),
            ),
            Frozen(
                name="redemption_wish_kept",
                fields=["item", "quantity", "wished_on", "words", "asked_by", "asked_at"],
                message=_("What was asked stays as it was asked."),
            ),
            Frozen(
                name="redemption_answerer_kept",
                fields=["by_provider"],
                until="OLD.answered_at IS NOT NULL",
                message=_("This has been answered already. Reload the page."),
            ),
            SetOnce(
                name="redemption_answer_kept",
                fields=["answered_by", "answered_at", "agreed_on", "used_on", "used_noted_by"],
                message=_("This has been answered already. Reload the page."),
            ),
            Refuse(
                name="redemption_never_deleted",
                operation=pgtrigger.Delete,
                when_sql="TRUE",
                message=_("A wish for a benefit is kept."),
            ),
        ]

    def __str__(self):
        return f"{self.item.award.case}: {self.item}"

    @property
    def case(self):
        return self.item.award.case

    @property
    def answerer(self):
        """Whoever answered, in words: a member of staff, or the provider; nobody yet is empty."""
        return self.item.granted.provider if self.by_provider else str(self.answered_by or "")

    @property
    def use_days(self):
        """The first and the last day that the use of a confirmed benefit can be noted for."""
        answered_on = self.answered_at.astimezone(clock.BERLIN).date()
        return answered_on, min(clock.today(), self.item.award.last_day)

    @property
    def is_asked(self):
        return self.state == RedemptionState.ASKED

    @property
    def is_confirmed(self):
        return self.state == RedemptionState.CONFIRMED
