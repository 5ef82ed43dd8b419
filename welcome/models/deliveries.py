"""How a notice reaches its start-up: retrieved in the portal, or by post."""

from datetime import timedelta

import pgtrigger
from dateutil.relativedelta import relativedelta
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.models import User
from corridor.guards import Frozen, Refuse, SetOnce
from welcome import deadlines, waiver
from welcome.choices import CaseState, DeliveryWay
from welcome.models.cases import Case
from welcome.models.decisions import Decision


class DeliveryQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(decision__case__in=Case.objects.visible_to(user))

    def of_latest_notice(self, case):
        """The deliveries of what was released last; none as long as that waits for the post."""
        released = Decision.objects.filter(case=case, released_at__isnull=False)
        return self.filter(decision__in=released.order_by("-released_at").values("pk")[:1])

    def waiting_for(self, user, today):
        """Notices of a person's own start-ups that can still be retrieved, the most urgent first."""
        return self.filter(
            decision__case__in=Case.objects.for_applicant(user),
            decision__case__state=CaseState.RELEASED,
            retrieved_at=None,
            closes_on__gte=today,
        ).order_by("closes_on", "id")


# The first day of finality moves for two reasons only: a waiver, or faulty information on remedies, which lets the
# period end later, never earlier, and stays faulty.
FINAL_DAY_MOVED = """OLD.remedy_faulty AND NOT NEW.remedy_faulty
    OR OLD.final_on IS NOT NULL AND OLD.final_on IS DISTINCT FROM NEW.final_on
    AND NOT (OLD.waived_at IS NULL AND NEW.waived_at IS NOT NULL)
    AND (NOT OLD.remedy_faulty AND NEW.remedy_faulty AND NEW.final_on > OLD.final_on) IS NOT TRUE"""
NEWLY_WAIVED = "(TG_OP = 'INSERT' OR OLD.waived_at IS NULL)"
NOTIFIED_CASE = f"""SELECT 1 FROM welcome_decision AS decision
    JOIN welcome_case AS file ON file.id = decision.case_id
    WHERE decision.id = NEW.decision_id AND file.state = '{CaseState.NOTIFIED}'"""


class Delivery(models.Model):
    """One delivery of a notice and what became of it (§ 41 (2a) VwVfG): every date that counts in law."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="deliveries")
    way = models.CharField(_("way"), max_length=10, choices=DeliveryWay, default=DeliveryWay.PORTAL)
    provided_at = models.DateTimeField(_("provided"))
    # Of a retrieval in the portal; post has the day of posting, and abroad the day of receipt that is proven.
    closes_on = models.DateField(_("last day of retrieval"), null=True)
    posted_on = models.DateField(_("posted on"), null=True)
    received_on = models.DateField(_("proven receipt on"), null=True)
    retrieved_at = models.DateTimeField(_("retrieved"), null=True)
    retrieved_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("retrieved by")
    )
    notified_on = models.DateField(_("counts as notified on"), null=True)
    final_on = models.DateField(_("final on"), null=True)
    # Missing or wrong information on legal remedies: the period for court action is a year then (§ 58 (2) VwGO).
    remedy_faulty = models.BooleanField(_("information on remedies is faulty"), default=False)
    waived_at = models.DateTimeField(_("remedies waived"), null=True)
    waived_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("waived by")
    )
    # Which wording of the waiver was declared: a key of `welcome.waiver.TEXTS`.
    waiver_version = models.CharField(_("wording of the waiver"), max_length=10, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        ordering = ["decision", "id"]
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        constraints = [
            models.CheckConstraint(
                name="delivery_retrieval_whole",
                condition=Q(
                    retrieved_at__isnull=True, retrieved_by__isnull=True, notified_on__isnull=True
                )
                | Q(retrieved_at__isnull=False, retrieved_by__isnull=False)
                | Q(retrieved_at__isnull=True, posted_on__isnull=False),
                violation_error_message=_("A retrieval names who retrieved and when."),
            ),
            models.CheckConstraint(
                name="delivery_way_whole",
                condition=Q(
                    way=DeliveryWay.PORTAL,
                    closes_on__isnull=False,
                    posted_on__isnull=True,
                    received_on__isnull=True,
                )
                | Q(
                    way=DeliveryWay.POST,
                    closes_on__isnull=True,
                    posted_on__isnull=False,
                    received_on__isnull=True,
                )
                | Q(way=DeliveryWay.ABROAD, closes_on__isnull=True, posted_on__isnull=False),
                violation_error_message=_("Post has a day of posting, a retrieval its last day."),
            ),
            models.CheckConstraint(
                name="delivery_abroad_needs_receipt",
                condition=~Q(way=DeliveryWay.ABROAD)
                | Q(received_on__isnull=True, notified_on__isnull=True)
                | Q(received_on__isnull=False, received_on__gte=F("posted_on")),
                violation_error_message=_(
                    "Post abroad counts as notified by its proven receipt alone, on the day of posting or later."
                ),
            ),
            models.CheckConstraint(
                name="delivery_waiver_whole",
                condition=Q(waived_at__isnull=True, waived_by__isnull=True, waiver_version="")
                | Q(waived_at__isnull=False, waived_by__isnull=False, notified_on__isnull=False)
                & ~Q(waiver_version=""),
                violation_error_message=_(
                    "A waiver of remedies names who declared it and its wording, and comes after the notification."
                ),
            ),
        ]
        triggers = [
            Refuse(
                name="delivery_never_deleted",
                operation=pgtrigger.Delete,
                when_sql="TRUE",
                message=_("A delivery is kept."),
            ),
            Frozen(
                name="delivery_way_kept",
                fields=["decision", "way"],
                message=_("A delivery keeps its decision and its way."),
            ),
            SetOnce(
                name="delivery_dates_kept",
                fields=[
                    "provided_at",
                    "closes_on",
                    "posted_on",
                    "received_on",
                    "retrieved_at",
                    "retrieved_by",
                    "notified_on",
                    "waived_at",
                    "waived_by",
                ],
                message=_("The dates of a delivery stay as they are."),
            ),
            Refuse(
                name="delivery_final_day_kept",
                operation=pgtrigger.Update,
                when_sql=FINAL_DAY_MOVED,
                message=_("The dates of a delivery stay as they are."),
            ),
            Refuse(
                name="delivery_waived_when_notified",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when_sql=f"NEW.waived_at IS NOT NULL AND {NEWLY_WAIVED} AND NOT EXISTS ({NOTIFIED_CASE})",
                message=_(
                    "Remedies can be waived once the decision counts as notified, until it is final or in court."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.decision} · {self.provided_at:%Y-%m-%d}"

    @property
    def can_be_retrieved(self):
        """In the portal, within its ten days, and nobody has done so yet."""
        return (
            not self.retrieved_at and self.closes_on is not None and clock.today() <= self.closes_on
        )

    @property
    def is_missed(self):
        """The ten days are over, and nobody retrieved it."""
        return (
            not self.retrieved_at and self.closes_on is not None and self.closes_on < clock.today()
        )

    @property
    def has_arrived(self):
        """Retrieved, or counts as notified by post."""
        posted = self.notified_on is not None and self.notified_on <= clock.today()
        return self.retrieved_at is not None or posted

    @property
    def last_day_in_court(self):
        """The last day for court action; None as long as no period runs."""
        return self.final_on and self.final_on - timedelta(days=1)

    @property
    def month_ends(self):
        """Where the period would have ended, had that day not been a weekend or holiday; None when it was none."""
        if self.final_on is None or self.remedy_faulty or self.waived_at:
            return None
        day = self.notified_on + relativedelta(months=1)
        return None if deadlines.is_working_day(day) else day

    @property
    def waiver_text(self):
        """What was declared, in the words of then."""
        return waiver.TEXTS.get(self.waiver_version, "")
