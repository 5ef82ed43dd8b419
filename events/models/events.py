import uuid

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import Role
from corridor.history import tracked


class EventQuerySet(models.QuerySet):
    def public(self):
        return self.filter(is_public=True)

    def visible_to(self, user):
        """Public ones to everybody; all to the event team and the auditor."""
        if user.is_authenticated and user.has_role(Role.EVENT_TEAM, Role.AUDITOR):
            return self
        return self.public()

    def upcoming(self, moment):
        return self.filter(ends_at__gte=moment)

    def past(self, moment):
        return self.filter(ends_at__lt=moment).order_by("-starts_at", "id")


@tracked()
class Event(models.Model):
    """A fair, festival or visit that delegations of the corridor travel to."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    title_de = models.CharField(_("title in German"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=120)
    summary_de = models.CharField(_("in one sentence, in German"), max_length=240)
    summary_en = models.CharField(_("in one sentence, in English"), max_length=240)
    description_de = models.TextField(_("description in German"), help_text=_("Markdown"))
    description_en = models.TextField(_("description in English"), help_text=_("Markdown"))
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    venue = models.CharField(_("venue"), max_length=120)
    address = models.CharField(_("address of the venue"), max_length=200, blank=True)
    city = models.CharField(_("city"), max_length=80)
    host = models.CharField(_("organised by"), max_length=120)
    website = models.URLField(_("website"), blank=True)
    places = models.PositiveIntegerField(_("places"), validators=[MinValueValidator(1)])
    registration_opens_on = models.DateField(_("registration opens on"))
    registration_closes_on = models.DateField(_("registration closes on"))
    is_public = models.BooleanField(_("shown to the public"), default=False)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "id"]
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.CheckConstraint(
                name="event_starts_before_it_ends",
                condition=Q(starts_at__lt=F("ends_at")),
                violation_error_message=_("An event starts before it ends."),
            ),
            models.CheckConstraint(
                name="event_registration_window",
                condition=Q(registration_opens_on__lte=F("registration_closes_on")),
                violation_error_message=_("Registration opens before it closes."),
            ),
        ]

    def __str__(self):
        return self.title_de if get_language() == "de" else self.title_en

    def get_absolute_url(self):
        return reverse("event", args=[self.slug])

    def registration_window(self, day):
        """Whether registration is "ahead", "open" or "over" on a day; both ends of the window belong to it."""
        if day < self.registration_opens_on:
            return "ahead"
        return "open" if day <= self.registration_closes_on else "over"
