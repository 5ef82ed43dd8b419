"""What delegates need at table and to get around: for the event team alone, and for a short time."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import Role
from events.models.delegates import Delegate

# They go so long after the event (DOMAIN 5).
NEEDS_KEPT = timedelta(days=14)


class NeedsQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The event team alone; delegates reach theirs through their own page."""
        if user.is_authenticated and user.has_role(Role.EVENT_TEAM):
            return self
        return self.none()


class Needs(models.Model):
    """Diet and access needs, told with explicit consent (Art. 9 (2) (a) GDPR). No history has them."""

    delegate = models.OneToOneField(
        Delegate, models.CASCADE, related_name="needs", verbose_name=_("delegate")
    )
    diet = models.CharField(_("food and drink"), max_length=200, blank=True)
    access = models.CharField(_("access"), max_length=400, blank=True)
    consent_version = models.CharField(_("consent"), max_length=20, editable=False)
    consented_at = models.DateTimeField(_("consented"), editable=False)

    objects = NeedsQuerySet.as_manager()

    class Meta:
        verbose_name = _("needs")
        verbose_name_plural = _("needs")
        constraints = [
            models.CheckConstraint(
                name="needs_say_something",
                condition=~Q(diet="", access=""),
                violation_error_message=_("Say what you need, or leave it out."),
            )
        ]

    def __str__(self):
        return f"{self.pk}"
