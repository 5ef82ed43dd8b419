import uuid
from datetime import timedelta
from zoneinfo import ZoneInfo

import pgtrigger
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.choices import Role
from corridor.guards import Refuse, sql_words
from corridor.history import tracked
from events.choices import HOLDING, RESERVING, Window, Zone

# The places of delegations are reserved out of the event's. Whoever changes either waits for the event's row.
RESERVED = f"""COALESCE((
    SELECT SUM(delegation.places) FROM events_delegation AS delegation
    WHERE delegation.event_id = NEW.id AND delegation.state IN ({sql_words(RESERVING)})
), 0)"""
TAKEN_FREELY = f"""(
    SELECT COUNT(*) FROM events_delegate AS delegate
    WHERE delegate.event_id = NEW.id AND delegate.delegation_id IS NULL
    AND delegate.state IN ({sql_words(HOLDING)})
)"""


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
    swap_until = models.DateField(
        _("people can be swapped until"),
        null=True,
        blank=True,
        help_text=_(
            "The last day on which a delegation replaces people; else the day registration closes."
        ),
    )
    is_open = models.BooleanField(
        _("also without a delegation"),
        default=False,
        help_text=_("Places that no delegation has are free for everybody who registers."),
    )
    needs_approval = models.BooleanField(
        _("the event team approves everybody"),
        default=False,
        help_text=_("Else a registration is confirmed as long as there are places."),
    )
    offer_days = models.PositiveSmallIntegerField(
        _("days an offered place is held"), default=3, validators=[MinValueValidator(1)]
    )
    zone = models.CharField(
        _("time at the venue"), max_length=20, choices=Zone, default=Zone.BERLIN
    )
    is_public = models.BooleanField(_("shown to the public"), default=False)
    # For calendars, as in Session.
    sequence = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(_("changed"), default=clock.now, editable=False)

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
            models.CheckConstraint(
                name="event_swaps_end",
                condition=Q(swap_until__isnull=True)
                | Q(swap_until__gte=F("registration_opens_on")),
                violation_error_message=_("People can be swapped once registration has opened."),
            ),
            models.CheckConstraint(
                name="event_offer_held",
                condition=Q(offer_days__gte=1),
                violation_error_message=_("An offered place is held for a day at least."),
            ),
        ]
        triggers = [
            Refuse(
                name="event_places_reserved",
                operation=pgtrigger.Update,
                when_sql=f"NEW.places <> OLD.places AND NEW.places < {RESERVED} + {TAKEN_FREELY}",
                message=_("So many places are reserved for delegations or taken already."),
            )
        ]

    def __str__(self):
        return self.title_de if get_language() == "de" else self.title_en

    def get_absolute_url(self):
        return reverse("event", args=[self.slug])

    def registration_window(self, day):
        """Whether registration is ahead, open or over on a day; both ends of the window belong to it.

        Once the event has ended it is over, whatever the day.
        """
        if self.is_over:
            return Window.OVER
        if day < self.registration_opens_on:
            return Window.AHEAD
        return Window.OPEN if day <= self.registration_closes_on else Window.OVER

    @property
    def is_over(self):
        return clock.now() >= self.ends_at

    @property
    def last_swap(self):
        """The last day on which a delegation replaces people."""
        return self.swap_until or self.registration_closes_on

    def window_for_listed(self, day):
        """The same for people on a delegation's list: whoever replaces somebody can still register."""
        if self.registration_closes_on < day <= self.last_for_listed and not self.is_over:
            return Window.OPEN
        return self.registration_window(day)

    @property
    def last_for_listed(self):
        """The last day on which somebody on a list registers."""
        return max(self.registration_closes_on, self.last_swap)

    @property
    def held_for(self):
        """How long an offered place waits for its answer."""
        return timedelta(days=self.offer_days)

    @property
    def timezone(self):
        """The time that clocks at the venue show."""
        return ZoneInfo(self.zone)

    @property
    def where(self):
        """Venue and city, once where the venue is called like the city."""
        return self.venue if self.venue == self.city else f"{self.venue}, {self.city}"

    @property
    def first_day(self):
        """The day on which it begins, at the venue."""
        return self.starts_at.astimezone(self.timezone).date()

    @property
    def last_day(self):
        """The day on which it ends, at the venue."""
        return self.ends_at.astimezone(self.timezone).date()

    @property
    def free_places(self):
        """How many of its places no delegation has: those for people who come by themselves."""
        reserved = self.delegations.reserving().aggregate(sum=models.Sum("places"))
        return self.places - (reserved["sum"] or 0)


class SessionQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(event__in=Event.objects.visible_to(user))

    def held(self):
        """What is in the programme; cancelled ones stay in calendars until they have been taken out."""
        return self.filter(cancelled_at=None)


@tracked()
class Session(models.Model):
    """One item of an event's programme: a talk, a round table, a visit."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    event = models.ForeignKey(
        Event, models.PROTECT, related_name="sessions", verbose_name=_("event")
    )
    title_de = models.CharField(_("title in German"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=120)
    summary_de = models.TextField(_("what it is about, in German"), max_length=1000, blank=True)
    summary_en = models.TextField(_("what it is about, in English"), max_length=1000, blank=True)
    track_de = models.CharField(_("track in German"), max_length=60, blank=True)
    track_en = models.CharField(_("track in English"), max_length=60, blank=True)
    room = models.CharField(_("room"), max_length=80, blank=True)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    places = models.PositiveIntegerField(
        _("places"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Empty: nobody has to book."),
    )
    # Counted up with every change that calendars have to hear of (RFC 5545, 3.8.7.4).
    sequence = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(_("changed"), editable=False)
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, editable=False)

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "track_en", "id"]
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        constraints = [
            models.CheckConstraint(
                name="session_starts_before_it_ends",
                condition=Q(starts_at__lt=F("ends_at")),
                violation_error_message=_("A session starts before it ends."),
            ),
        ]

    def __str__(self):
        return self.title_de if get_language() == "de" else self.title_en
