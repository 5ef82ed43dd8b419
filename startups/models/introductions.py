import uuid

import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.guards import Frozen, Refuse
from startups import choices
from startups.choices import IntroductionState
from startups.models.partners import Partner
from startups.models.profiles import Startup

ALLOWED_STEPS = ", ".join(
    f"('{source}', '{target}')" for source, target in sorted(choices.INTRODUCTION_TRANSITIONS)
)


class IntroductionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Both start-ups' members; editors, who can broker, and auditors see all."""
        if user.has_role(Role.EDITOR, Role.AUDITOR):
            return self
        mine = Startup.objects.of(user)
        return self.filter(Q(asking__in=mine) | Q(startup__in=mine))


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
    answered_at = models.DateTimeField(_("answered"), null=True)
    # Empty when the portal answered for somebody: a partner by mail, or nobody in time.
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("answered by")
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
        ]

    def __str__(self):
        return f"{self.asking} – {self.target}"

    def get_absolute_url(self):
        return reverse("introduction", args=[self.pk])

    @property
    def target(self):
        """The start-up or the partner that is asked."""
        return self.startup or self.partner
