"""Landing: the ways to authorities, bank and notary that a founder ticks off, and the settlement at their end."""

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.history import tracked
from startups.choices import RegistrationKind
from startups.models import Startup
from welcome.choices import LandingState
from welcome.models.authorities import Authority
from welcome.models.awards import Award
from welcome.models.cases import Case


class LandingStepQuerySet(models.QuerySet):
    def shown(self):
        return self.filter(is_shown=True)

    def visible_to(self, user):
        if user.has_role(Role.AUDITOR):
            return self
        return self.filter(authority__in=Authority.objects.of(user))


@tracked()
class LandingStep(models.Model):
    """A step that an authority recommends to those whom it has awarded a package."""

    authority = models.ForeignKey(
        Authority, models.PROTECT, related_name="landing_steps", verbose_name=_("authority")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    title_de = models.CharField(_("title in German"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=120)
    help_de = models.CharField(_("help in German"), max_length=300, blank=True)
    help_en = models.CharField(_("help in English"), max_length=300, blank=True)
    is_shown = models.BooleanField(
        _("shown"), default=True, help_text=_("What somebody has noted stays with them.")
    )

    objects = LandingStepQuerySet.as_manager()

    class Meta:
        ordering = ["authority", "position", "id"]
        verbose_name = _("landing step")
        verbose_name_plural = _("landing steps")

    def __str__(self):
        return self.title_de if get_language() == "de" else self.title_en


class LandingMarkQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The start-up's own people alone: these are their notes."""
        return self.filter(award__case__in=Case.objects.for_applicant(user))


class LandingMark(models.Model):
    """How far a start-up is with a step: state, its own date and a note. Nobody else reads it."""

    award = models.ForeignKey(
        Award, models.PROTECT, related_name="landing_marks", verbose_name=_("award")
    )
    step = models.ForeignKey(
        LandingStep, models.PROTECT, related_name="marks", verbose_name=_("landing step")
    )
    state = models.CharField(
        _("state"), max_length=10, choices=LandingState, default=LandingState.OPEN
    )
    day = models.DateField(_("date"), null=True, blank=True)
    note = models.TextField(_("note"), max_length=1000, blank=True)
    changed_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("changed by")
    )
    changed_at = models.DateTimeField(_("changed"))

    objects = LandingMarkQuerySet.as_manager()

    class Meta:
        ordering = ["award", "step"]
        verbose_name = _("landing note")
        verbose_name_plural = _("landing notes")
        constraints = [
            models.UniqueConstraint(
                fields=["award", "step"],
                name="landing_mark_once",
                violation_error_message=_("Somebody has just noted this. Reload the page."),
            )
        ]

    def __str__(self):
        return f"{self.award}: {self.step}"


class SettlementQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(award__case__in=Case.objects.visible_to(user))


@tracked()
class Settlement(models.Model):
    """The start-up has settled: since when, and its number in a register there. Counted in the figures."""

    award = models.OneToOneField(
        Award, models.PROTECT, related_name="settlement", verbose_name=_("award")
    )
    startup = models.ForeignKey(
        Startup, models.PROTECT, related_name="settlements", verbose_name=_("start-up")
    )
    settled_on = models.DateField(_("settled on"))
    kind = models.CharField(_("register"), max_length=10, choices=RegistrationKind)
    number = models.CharField(_("registry number"), max_length=60)
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("noted by"))
    noted_at = models.DateTimeField(_("noted"))

    objects = SettlementQuerySet.as_manager()

    class Meta:
        ordering = ["-settled_on", "id"]
        verbose_name = _("settlement")
        verbose_name_plural = _("settlements")
        constraints = [
            models.CheckConstraint(
                name="settlement_has_number",
                condition=~Q(number=""),
                violation_error_message=_("A settlement has a registry number."),
            )
        ]

    def __str__(self):
        return f"{self.startup} · {self.settled_on:%Y-%m-%d}"
