"""When and where an event has room for meetings, who wants to be asked, and when they are there."""

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from corridor.guards import Refuse
from corridor.history import tracked
from events.models.delegates import Delegate, one_line
from events.models.events import Event
from events.models.team import TeamQuerySet

# From its beginning up to its end, which the next one may begin at.
TIME = Func(F("starts_at"), F("ends_at"), function="TSTZRANGE", output_field=DateTimeRangeField())
OUTSIDE_EVENT = """NOT EXISTS (
    SELECT 1 FROM events_event AS event WHERE event.id = {event}
    AND event.starts_at <= NEW.starts_at AND NEW.ends_at <= event.ends_at
)"""
EVENT_OF_DELEGATE = "(SELECT delegate.event_id FROM events_delegate AS delegate WHERE delegate.id = NEW.delegate_id)"


@tracked()
class MeetingSetup(models.Model):
    """When an event has room for meetings: on each of its days between two hours, cut into slots."""

    event = models.OneToOneField(
        Event, models.PROTECT, related_name="meeting_setup", verbose_name=_("event")
    )
    begins = models.TimeField(_("from"), help_text=_("On the clocks at the venue."))
    ends = models.TimeField(_("until"))
    minutes = models.PositiveSmallIntegerField(
        _("minutes for a meeting"),
        default=30,
        validators=[MinValueValidator(10), MaxValueValidator(120)],
    )

    objects = TeamQuerySet.as_manager()

    class Meta:
        verbose_name = _("set-up of meetings")
        verbose_name_plural = _("set-up of meetings")
        constraints = [
            models.CheckConstraint(
                name="meeting_setup_hours",
                condition=Q(begins__lt=F("ends")),
                violation_error_message=_("The first hour is before the last one."),
            ),
            models.CheckConstraint(
                name="meeting_setup_minutes",
                condition=Q(minutes__gte=10, minutes__lte=120),
                violation_error_message=_("A meeting takes between 10 and 120 minutes."),
            ),
        ]

    def __str__(self):
        return _("Meetings at %(event)s") % {"event": self.event}


class MeetingTable(models.Model):
    """Where two people meet. `position` is the order in which tables are given out."""

    event = models.ForeignKey(Event, models.PROTECT, related_name="meeting_tables")
    name = models.CharField(_("name"), max_length=60, validators=[one_line])
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("table")
        verbose_name_plural = _("tables")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "name"],
                name="meeting_table_once",
                violation_error_message=_("Two tables have the same name."),
            )
        ]

    def __str__(self):
        return self.name


class MeetingProfile(models.Model):
    """That a delegate may be asked for a meeting, and what they look for. The other delegates read it."""

    delegate = models.OneToOneField(Delegate, models.CASCADE, related_name="meeting_profile")
    is_open = models.BooleanField(_("others may ask me for a meeting"), default=False)
    looking_for = models.CharField(
        _("what I look for"), max_length=200, blank=True, validators=[one_line]
    )

    class Meta:
        verbose_name = _("wish for meetings")
        verbose_name_plural = _("wishes for meetings")

    def __str__(self):
        return str(self.delegate)


class Availability(models.Model):
    """From when to when a delegate is there for meetings."""

    delegate = models.ForeignKey(Delegate, models.CASCADE, related_name="availabilities")
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("until"))

    class Meta:
        ordering = ["starts_at", "id"]
        verbose_name = _("time for meetings")
        verbose_name_plural = _("times for meetings")
        constraints = [
            models.CheckConstraint(
                name="availability_starts_before_it_ends",
                condition=Q(starts_at__lt=F("ends_at")),
                violation_error_message=_("A time begins before it ends."),
            ),
            ExclusionConstraint(
                name="availability_said_once",
                expressions=[
                    ("delegate", RangeOperators.EQUAL),
                    (TIME, RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Two of these times overlap."),
            ),
        ]
        triggers = [
            Refuse(
                name="availability_at_event",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when_sql=OUTSIDE_EVENT.format(event=EVENT_OF_DELEGATE),
                message=_("This time is not within the event."),
            )
        ]

    def __str__(self):
        return f"{self.delegate}: {self.starts_at}"
