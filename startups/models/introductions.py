import uuid
from datetime import timedelta

import pgtrigger
from dateutil.relativedelta import relativedelta
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.guards import Frozen, Refuse
from corridor.history import tracked
from startups import choices
from startups.choices import IntroductionState
from startups.models.partners import Partner
from startups.models.profiles import Startup

ALLOWED_STEPS = ", ".join(
    f"('{source}', '{target}')" for source, target in sorted(choices.INTRODUCTION_TRANSITIONS)
)


# So long the other side has time to answer, and so long before the end it is reminded.
ANSWER_WITHIN = timedelta(days=21)
REMIND_BEFORE = timedelta(days=7)
# So long after its end an introduction is kept, with everything that people wrote in it.
MONTHS_KEPT = 24
KEPT_FOR = relativedelta(months=MONTHS_KEPT)


class IntroductionQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=IntroductionState.ASKED)

    def between(self, asking, target):
        """What one start-up has asked of another one or of a partner."""
        side = "partner" if isinstance(target, Partner) else "startup"
        return self.filter(asking=asking, **{side: target})

    def asked_for(self, user, target):
        """The open question of the person's start-ups to this one, if there is one."""
        if not user.is_authenticated:
            return None
        mine = Startup.objects.of(user)
        side = "partner" if isinstance(target, Partner) else "startup"
        return self.open().filter(asking__in=mine, **{side: target}).first()

    def waiting_for(self, user):
        """Open questions that this person may answer, as an owner."""
        return self.open().filter(startup__in=Startup.objects.owned_by(user))

    def owned_by(self, user):
        """Those of either side whose owner this person is."""
        owned = Startup.objects.owned_by(user)
        return self.filter(Q(asking__in=owned) | Q(startup__in=owned))

    def to_remind(self, today):
        return self.open().filter(reminded_on=None, expires_on__lte=today + REMIND_BEFORE)

    def to_expire(self, today):
        """The last day counts to its end."""
        return self.open().filter(expires_on__lt=today)

    def to_erase(self, now):
        """Those whose time is over."""
        return self.filter(ended_at__lte=now - KEPT_FOR)

    def visible_to(self, user):
        """Both start-ups' members; editors, who can broker, and auditors see all."""
        if user.has_role(Role.EDITOR, Role.AUDITOR):
            return self
        mine = Startup.objects.of(user)
        return self.filter(Q(asking__in=mine) | Q(startup__in=mine))


# The question and the answer never change; the steps and what came of it have a history, and who took or said them.
@tracked(
    fields=["id", "asking", "startup", "partner", "state", "outcome", "outcome_note", "outcome_on"]
)
class Introduction(models.Model):
    """One start-up asks to meet another one, or a partner; contacts show to both once it is accepted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    asking = models.ForeignKey(
        Startup, models.PROTECT, related_name="introductions_asked", verbose_name=_("asked by")
    )
    startup = models.ForeignKey(
        Startup,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="introductions",
        verbose_name=_("start-up"),
    )
    partner = models.ForeignKey(
        Partner,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="introductions",
        verbose_name=_("partner"),
    )
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("person"))
    purpose = models.CharField(_("purpose"), max_length=20, choices=choices.Purpose)
    message = models.TextField(_("message"), max_length=2000)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=IntroductionState,
        default=IntroductionState.ASKED,
        editable=False,
    )
    asked_at = models.DateTimeField(_("asked"))
    expires_on = models.DateField(_("holds until"))
    reminded_on = models.DateField(_("reminded on"), null=True)
    # When it was answered or taken back, or found to be too late for both.
    ended_at = models.DateTimeField(_("ended"), null=True)
    # The person whom the asking side meets; empty for a partner, who has an address and no account.
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("answered by")
    )
    # The editor who passed the answer on.
    brokered_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("answer passed on by")
    )
    answer = models.TextField(_("answer"), max_length=2000, blank=True)
    outcome = models.CharField(
        _("what came of it"), max_length=20, choices=choices.Outcome, blank=True
    )
    outcome_note = models.TextField(_("note"), max_length=2000, blank=True)
    outcome_on = models.DateField(_("noted on"), null=True)

    objects = IntroductionQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "id"]
        verbose_name = _("introduction")
        verbose_name_plural = _("introductions")
        constraints = [
            models.CheckConstraint(
                name="introduction_to_one",
                condition=Q(startup__isnull=False, partner__isnull=True)
                | Q(startup__isnull=True, partner__isnull=False),
                violation_error_message=_("Name a start-up or a partner, one of them."),
            ),
            models.CheckConstraint(
                name="introduction_not_to_oneself",
                condition=~Q(startup=models.F("asking")),
                violation_error_message=_("A start-up is not introduced to itself."),
            ),
            models.UniqueConstraint(
                fields=["asking", "startup"],
                condition=Q(state=IntroductionState.ASKED, startup__isnull=False),
                name="introduction_open_once_startup",
                violation_error_message=_("You have asked already. Wait for the answer."),
            ),
            models.UniqueConstraint(
                fields=["asking", "partner"],
                condition=Q(state=IntroductionState.ASKED, partner__isnull=False),
                name="introduction_open_once_partner",
                violation_error_message=_("You have asked already. Wait for the answer."),
            ),
            models.CheckConstraint(
                name="introduction_end_dated",
                condition=Q(state=IntroductionState.ASKED, ended_at__isnull=True)
                | (~Q(state=IntroductionState.ASKED) & Q(ended_at__isnull=False)),
                violation_error_message=_("An introduction that has ended says when."),
            ),
            models.CheckConstraint(
                name="introduction_answer_signed",
                condition=~Q(state__in=[IntroductionState.ACCEPTED, IntroductionState.DECLINED])
                | Q(answered_by__isnull=False)
                | Q(brokered_by__isnull=False),
                violation_error_message=_("An answer names who gave it."),
            ),
            models.CheckConstraint(
                name="introduction_outcome_dated",
                condition=Q(outcome="", outcome_on__isnull=True)
                | (~Q(outcome="") & Q(outcome_on__isnull=False, state=IntroductionState.ACCEPTED)),
                violation_error_message=_("Only an accepted introduction has an outcome."),
            ),
        ]
        triggers = [
            Refuse(
                name="introduction_step_allowed",
                operation=pgtrigger.Update,
                when_sql=f"OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN ({ALLOWED_STEPS})",
                message=_("This introduction has been answered already."),
            ),
            Refuse(
                name="introduction_begins_as_asked",
                operation=pgtrigger.Insert,
                when_sql=f"NEW.state <> '{IntroductionState.ASKED}'",
                message=_("A new introduction begins with a question."),
            ),
            Frozen(
                name="introduction_question_kept",
                fields=[
                    "asking",
                    "startup",
                    "partner",
                    "asked_by",
                    "purpose",
                    "message",
                    "asked_at",
                ],
                message=_("What was asked stays as it was."),
            ),
            Frozen(
                name="introduction_answer_kept",
                fields=["ended_at", "answered_by", "brokered_by", "answer"],
                until=f"OLD.state <> '{IntroductionState.ASKED}'",
                message=_("This introduction has been answered already."),
            ),
        ]

    def __str__(self):
        return f"{self.asking} – {self.target}"

    def get_absolute_url(self):
        return reverse("introduction", args=[self.pk])

    @property
    def target(self):
        """The start-up or the partner that is asked."""
        return self.startup or self.partner

    @property
    def is_open(self):
        return self.state == IntroductionState.ASKED

    @property
    def is_accepted(self):
        return self.state == IntroductionState.ACCEPTED

    @property
    def asking_person(self):
        """Whom the other side meets."""
        return still_there(self.asking, self.asked_by)

    @property
    def answering_person(self):
        """Whom the asking side meets; None for a partner."""
        return still_there(self.startup, self.answered_by) if self.answered_by else None


def still_there(startup, person):
    """The person, or the first owner when they have left the start-up since."""
    if startup.memberships.filter(user=person, user__is_active=True).exists():
        return person
    owners = startup.memberships.filter(role=choices.MemberRole.OWNER, user__is_active=True)
    first = owners.select_related("user").order_by("since").first()
    return first.user if first else person
