import uuid
from decimal import Decimal

import pgtrigger
from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.documents.models import Document
from corridor.documents.text import says_nothing
from corridor.guards import Frozen, Guard, Refuse, SetOnce
from corridor.history import tracked
from startups.models import Membership, Startup
from welcome.choices import (
    AwardState,
    CaseState,
    ConflictAnswer,
    CourtOutcome,
    DecisionKind,
    Law,
)
from welcome.exceptions import DecidedInConflict
from welcome.models.applications import Revision
from welcome.models.cases import Case, apart_from


def has_reached() -> Q:
    """The condition that a decision's notice has reached the applicant: retrieved, or notified in another way."""
    retrieved = Q(deliveries__retrieved_at__isnull=False)
    return retrieved | Q(deliveries__notified_on__lte=clock.today())


class DecisionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """To the authority's staff and the auditor in every state; applicants see notices, not decisions."""
        if user.has_role(Role.AUDITOR):
            return self.filter(apart_from(user, "case__"))
        return self.filter(case__in=Case.objects.open_to_staff(user))

    def notices_visible_to(self, user):
        """Decisions whose notice a person may open: staff at once, owners once it has reached them."""
        owned = Q(case__startup__in=Startup.objects.owned_by(user))
        return self.filter(has_reached() & owned | Q(case__in=Case.objects.open_to_staff(user)))

    def standing(self):
        """Those that no court has annulled."""
        return self.exclude(court_action__outcome=CourtOutcome.ANNULLED)

    def counting_awards(self):
        """Signed awards whose money is bound or spent, each with what it `counts`, in EUR.

        Not those that were returned, annulled, withdrawn or given up; of one that is revoked only what stays.
        """
        given_up = [AwardState.DECLINED, AwardState.LAPSED]
        ended = [CaseState.WITHDRAWN, CaseState.DECLINED, CaseState.LAPSED]
        found = self.standing().filter(
            kind=DecisionKind.GRANT, signed_at__isnull=False, ended_at__isnull=True
        )
        found = found.exclude(Q(case__state__in=ended) | Q(award__state__in=given_up))
        return found.annotate(kept=kept_value(), counts=Coalesce("kept", "value"))

    def binding_awards(self):
        """Signed awards that take a place: none of them was ended in any way."""
        # As a question of its own: of `kept` the database could not tell how rare it is.
        revoked = apps.get_model("welcome", "Revocation").objects.effective()
        return self.counting_awards().filter(~Exists(revoked.filter(revoked=OuterRef("pk"))))

    def to_register(self):
        """Released awards of aid that nobody has entered in the EU's register yet, the oldest first."""
        binding = Decision.objects.binding_awards().filter(pk=OuterRef("pk")).values("pk")
        # A value is looked up by key for each; of joins the planner would rather read all cases.
        found = self.filter(unregistered=True).alias(binding=Subquery(binding[:1]))
        return found.filter(binding__isnull=False).order_by("signed_at", "pk")

    def known_awards(self):
        """Binding awards that have reached their start-ups: what a public figure may count."""
        known = Decision.objects.filter(has_reached(), released_at__isnull=False)
        return self.binding_awards().filter(pk__in=known.values("pk"))

    def total(self) -> Decimal:
        """What these awards count, in EUR."""
        return self.aggregate(total=Sum("counts"))["total"] or Decimal(0)


def kept_value() -> Subquery:
    """Of a revoked award what stays, in EUR; NULL for one that is not revoked."""
    revocations = apps.get_model("welcome", "Revocation").objects.effective()
    return Subquery(revocations.filter(revoked=OuterRef("pk")).values("kept")[:1])


# A sign that is no space, as a regular expression of the database.
SOMETHING = "[^[:space:]]"


# In a revocation nothing else is decided, and nothing is revoked without a hearing.
KIND_UNFIT = f"""NEW.proposed_at IS NOT NULL AND OLD.proposed_at IS NULL AND (
    (NEW.kind = '{DecisionKind.REVOKE}') <> EXISTS (
        SELECT 1 FROM welcome_hearing AS hearing
        WHERE hearing.case_id = NEW.case_id AND hearing.ended_at IS NULL
    )
    OR NEW.kind = '{DecisionKind.REVOKE}' AND NOT EXISTS (
        SELECT 1 FROM welcome_revocation AS revocation WHERE revocation.decision_id = NEW.id
    )
)"""


# Told anew at each change, so that an index can hold the few awards that still have to be entered.
TELL_UNREGISTERED = f"""
    NEW.unregistered := NEW.kind = '{DecisionKind.GRANT}' AND NEW.released_at IS NOT NULL AND NEW.ended_at IS NULL
        AND EXISTS (
            SELECT 1 FROM welcome_case AS file
            JOIN welcome_package AS package ON package.id = file.package_id
            JOIN welcome_authority AS authority ON authority.id = package.authority_id
            WHERE file.id = NEW.case_id AND authority.law = '{Law.NRW}'
        )
        AND NOT EXISTS (SELECT 1 FROM welcome_registerentry AS entry WHERE entry.decision_id = NEW.id);
    RETURN NEW;
"""


# Whoever decides has no conflict of interest, not even one that they found and declared later, or came to later.
DECIDED_IN_CONFLICT = f"""(
    OLD.signed_at IS NULL AND NEW.signed_at IS NOT NULL
    OR OLD.released_at IS NULL AND NEW.released_at IS NOT NULL
) AND (EXISTS (
    SELECT 1 FROM welcome_conflictdeclaration AS said
    WHERE said.case_id = NEW.case_id AND said.user_id IN (NEW.proposed_by_id, NEW.signed_by_id)
        AND said.answer = '{ConflictAnswer.CONFLICT}'
) OR EXISTS (
    SELECT 1 FROM startups_membership AS own JOIN welcome_case AS file ON file.startup_id = own.startup_id
    WHERE file.id = NEW.case_id AND own.user_id IN (NEW.proposed_by_id, NEW.signed_by_id)
))"""


@tracked(exclude=["unregistered"])
class Decision(models.Model):
    """What an authority decides on a case, on one revision; frozen from the proposal on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="decisions", verbose_name=_("case"))
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="decisions")
    kind = models.CharField(_("kind"), max_length=20, choices=DecisionKind)
    reasons_de = models.TextField(_("reasons in German"))
    reasons_en = models.TextField(_("reasons in English"))
    conditions_de = models.TextField(_("conditions in German"), blank=True)
    conditions_en = models.TextField(_("conditions in English"), blank=True)
    value = models.DecimalField(
        _("value of the award"), max_digits=12, decimal_places=2, default=Decimal(0)
    )
    proposed_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("proposed by")
    )
    proposed_at = models.DateTimeField(_("proposed"), null=True)
    signed_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("signed by")
    )
    signed_at = models.DateTimeField(_("signed"), null=True)
    notice = models.ForeignKey(
        Document, models.PROTECT, null=True, related_name="+", verbose_name=_("decision notice")
    )
    released_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("released by")
    )
    released_at = models.DateTimeField(_("released"), null=True)
    held_until = models.DateField(_("not to go out before"), null=True)
    held_note = models.TextField(_("why it is held back"), max_length=4000, blank=True)
    ended_at = models.DateTimeField(_("returned or overtaken"), null=True)
    return_note = models.TextField(_("note of the return"), blank=True)
    # A released award of aid without an entry in the EU's register. The database writes it itself.
    unregistered = models.BooleanField(default=False, editable=False)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["case", "proposed_at", "id"]
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        permissions = [("sign_decision", _("Can sign decisions"))]
        indexes = [
            models.Index(
                fields=["signed_at", "id"],
                name="decision_unregistered",
                condition=Q(unregistered=True),
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="decision_four_eyes",
                condition=Q(signed_by__isnull=True) | ~Q(signed_by=F("proposed_by")),
                violation_error_message=_(
                    "Four eyes: nobody signs their own proposal. Another person has to sign."
                ),
            ),
            models.CheckConstraint(
                name="decision_needs_reasons",
                condition=Q(proposed_at__isnull=True)
                | Q(reasons_de__regex=SOMETHING, reasons_en__regex=SOMETHING),
                violation_error_message=_(
                    "A decision needs reasons in German and English (§ 39 VwVfG NRW)."
                ),
            ),
            models.CheckConstraint(
                name="decision_in_order",
                condition=Q(
                    proposed_at__isnull=True, proposed_by__isnull=True, signed_at__isnull=True
                )
                | Q(proposed_at__isnull=False, proposed_by__isnull=False),
                violation_error_message=_("A decision is proposed before it is signed."),
            ),
            models.CheckConstraint(
                name="decision_signature_whole",
                condition=Q(
                    signed_at__isnull=True,
                    signed_by__isnull=True,
                    notice__isnull=True,
                    released_at__isnull=True,
                )
                | Q(signed_at__isnull=False, signed_by__isnull=False, notice__isnull=False),
                violation_error_message=_(
                    "A signature names who signed and when, and has its notice."
                ),
            ),
            models.CheckConstraint(
                name="decision_release_whole",
                condition=Q(released_at__isnull=True, released_by__isnull=True)
                | Q(released_at__isnull=False, released_by__isnull=False),
                violation_error_message=_("A release names who released and when."),
            ),
            models.CheckConstraint(
                name="decision_held_back_whole",
                condition=Q(held_until__isnull=True, held_note="")
                | Q(held_until__isnull=False, signed_at__isnull=False) & ~Q(held_note=""),
                violation_error_message=_(
                    "Only a signed decision is held back, until a day and for a reason."
                ),
            ),
            models.CheckConstraint(
                name="decision_released_stays",
                condition=Q(ended_at__isnull=True) | Q(released_at__isnull=True),
                violation_error_message=_(
                    "A released decision is not returned any more. It can only be revoked or annulled."
                ),
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(ended_at__isnull=True, released_at__isnull=True),
                name="decision_one_open",
                violation_error_message=_("The case has an open decision already."),
            ),
            models.CheckConstraint(
                name="decision_only_awards_have_value",
                condition=Q(kind=DecisionKind.GRANT) | Q(value=0),
                violation_error_message=_("Only an award has a value."),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="decision_tells_unregistered",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=TELL_UNREGISTERED,
            ),
            Frozen(
                name="decision_frozen_from_proposal",
                fields=[
                    "case",
                    "revision",
                    "kind",
                    "reasons_de",
                    "reasons_en",
                    "conditions_de",
                    "conditions_en",
                    "value",
                    "proposed_by",
                    "proposed_at",
                ],
                until="OLD.proposed_at IS NOT NULL",
                message=_(
                    "A proposal can't be changed. Return it; a new proposal takes its place."
                ),
            ),
            Frozen(
                name="decision_notes_kept",
                fields=["held_until", "held_note", "return_note"],
                until="OLD.ended_at IS NOT NULL OR OLD.released_at IS NOT NULL",
                message=_("The notes of a decision stay once it is released or returned."),
            ),
            SetOnce(
                name="decision_signed_once",
                fields=[
                    "signed_by",
                    "signed_at",
                    "notice",
                    "released_by",
                    "released_at",
                    "ended_at",
                ],
                message=_("The decision is signed, released or returned already. Reload the page."),
            ),
            Refuse(
                name="decision_begins_unproposed",
                operation=pgtrigger.Insert,
                when_sql="NEW.proposed_at IS NOT NULL OR NEW.signed_at IS NOT NULL",
                message=_("A decision is written first, then proposed, then signed."),
            ),
            Refuse(
                name="decision_kind_fits",
                operation=pgtrigger.Update,
                when_sql=KIND_UNFIT,
                message=_(
                    "A revocation comes after its hearing and says what it takes away; nothing else is decided then."
                ),
            ),
            Refuse(
                name="decision_without_conflict",
                operation=pgtrigger.Update,
                when_sql=DECIDED_IN_CONFLICT,
                message=DecidedInConflict.message,
            ),
            Refuse(
                name="decision_never_deleted",
                operation=pgtrigger.Delete,
                when_sql="OLD.proposed_at IS NOT NULL",
                message=_("A proposal is kept."),
            ),
            Refuse(
                name="decision_ended_stays_ended",
                operation=pgtrigger.Update,
                when_sql=(
                    "OLD.ended_at IS NOT NULL AND (OLD.signed_at IS DISTINCT FROM NEW.signed_at "
                    "OR OLD.released_at IS DISTINCT FROM NEW.released_at)"
                ),
                message=_("The proposal was returned. A new proposal takes its place."),
            ),
        ]

    def __str__(self):
        return f"{self.case}: {self.get_kind_display()}"

    @property
    def is_open(self):
        return self.ended_at is None and self.released_at is None

    @property
    def is_reclaiming(self):
        """A final revocation that wants something back."""
        revokes = self.kind == DecisionKind.REVOKE
        return revokes and self.revocation.effective_on is not None and self.revocation.reclaim > 0

    @property
    def is_held_back(self):
        """Signed, and not to go out before a day that is still to come."""
        return self.is_open and self.held_until is not None and clock.today() < self.held_until

    @property
    def is_in_conflict(self):
        """Whether somebody who decided has declared a conflict, or belongs to the start-up, even if only later."""
        deciders = [self.proposed_by_id, self.signed_by_id]
        said = self.case.declarations.filter(answer=ConflictAnswer.CONFLICT, user__in=deciders)
        own = Membership.objects.filter(startup=self.case.startup_id, user__in=deciders)
        return said.values("user").union(own.values("user")).exists()

    def conditions(self, language):
        """The conditions (§ 36 VwVfG NRW), one per line of the text."""
        return conditions_in(getattr(self, f"conditions_{language}"))


def conditions_in(text: str) -> list[str]:
    """The conditions of a text: each line that says something is one."""
    return [line.strip() for line in text.splitlines() if not says_nothing(line)]


class ItemsFrozen(Guard):
    """Refuse every change to the items of a decision that has been proposed."""

    operation = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete

    def get_func(self, model):
        return f"""
            IF EXISTS (SELECT 1 FROM welcome_decision decision WHERE decision.proposed_at IS NOT NULL AND
                decision.id IN (OLD.decision_id, NEW.decision_id)) THEN {self.refusal} END IF;
            RETURN COALESCE(NEW, OLD);
        """


class DecisionItem(models.Model):
    """A benefit item as awarded: its words and value are copied, so that the package may change later."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="items")
    title_de = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120)
    unit_de = models.CharField(max_length=40)
    unit_en = models.CharField(max_length=40)
    provider = models.CharField(max_length=120)
    contact = models.CharField(max_length=200, blank=True)
    provider_email = models.EmailField(blank=True)
    quantity = models.PositiveSmallIntegerField(_("quantity"))
    unit_value = models.DecimalField(_("value of one unit"), max_digits=10, decimal_places=2)

    class Meta:
        ordering = ["id"]
        verbose_name = _("awarded item")
        verbose_name_plural = _("awarded items")
        constraints = [
            models.CheckConstraint(
                name="decision_item_quantity",
                condition=Q(quantity__gte=1, unit_value__gte=0),
                violation_error_message=_("An awarded item has a quantity of at least 1."),
            )
        ]
        triggers = [
            ItemsFrozen(
                name="decision_items_frozen",
                message=_(
                    "A proposal can't be changed. Return it; a new proposal takes its place."
                ),
            )
        ]

    def __str__(self):
        return f"{self.quantity} × {self.title_en}"

    @property
    def total(self):
        return self.quantity * self.unit_value
