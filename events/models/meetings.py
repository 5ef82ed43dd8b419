"""Meetings of two delegates: asked for, agreed, and what came of them."""

import uuid

import pgtrigger
from dateutil.relativedelta import relativedelta
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.models import User
from corridor.guards import Frozen, Refuse, sql_rows
from corridor.history import tracked
from events.choices import MEETING_OPEN, MEETING_STEPS, MeetingOutcome, MeetingState
from events.models.delegates import Delegate
from events.models.events import Event
from events.models.meeting_times import OUTSIDE_EVENT, TIME, MeetingTable
from events.models.team import TeamQuerySet

# Meetings go so long after the event (DOMAIN 5).
MEETINGS_KEPT = relativedelta(months=12)
STRANGERS = """(
    SELECT COUNT(*) FROM events_delegate AS delegate
    WHERE delegate.id IN (NEW.asked_by_id, NEW.asked_id)
    AND delegate.event_id = NEW.event_id AND delegate.state = 'confirmed'
) < 2 OR (NEW.table_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM events_meetingtable AS place
    WHERE place.id = NEW.table_id AND place.event_id = NEW.event_id
))"""
NEWLY_OPEN = "(TG_OP = 'INSERT' OR (NEW.state = 'accepted' AND OLD.state <> 'accepted'))"
STEP_MADE = (
    "OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN "
    f"({sql_rows((step.source.value, step.target.value) for step in MEETING_STEPS)})"
)
# Two rows for a meeting that is accepted, none for any other: so one constraint holds for both sides alike.
SEAT_BOTH = """
IF TG_OP = 'UPDATE' AND OLD.state = NEW.state THEN RETURN NULL; END IF;
DELETE FROM events_meetingseat WHERE meeting_id = NEW.id;
IF NEW.state = 'accepted' THEN
    INSERT INTO events_meetingseat (meeting_id, delegate_id, starts_at, ends_at) VALUES
    (NEW.id, NEW.asked_by_id, NEW.starts_at, NEW.ends_at),
    (NEW.id, NEW.asked_id, NEW.starts_at, NEW.ends_at);
END IF;
RETURN NULL;
"""
SEAT_HELD = """SELECT 1 FROM events_meeting AS meeting
    WHERE meeting.state = 'accepted' AND meeting.id = """


class MeetingQuerySet(TeamQuerySet):
    def of(self, delegate):
        """Those that a delegate asked for or was asked for, as far as there is something to see or to do."""
        return (
            self.filter(Q(asked_by=delegate) | Q(asked=delegate))
            .select_related("event", "table", "asked_by__startup", "asked__startup")
            .order_by("starts_at", "id")
        )

    def open(self):
        return self.filter(state__in=sorted(MEETING_OPEN))

    def waiting(self):
        return self.filter(state=MeetingState.ASKED)

    def arranged(self):
        return self.filter(state=MeetingState.ACCEPTED)

    def in_calendars(self):
        """What was agreed once; cancelled ones stay until calendars have taken them out."""
        return self.filter(table__isnull=False)

    def at(self, time):
        """Those that overlap with a time."""
        return self.filter(starts_at__lt=time.ends_at, ends_at__gt=time.starts_at)


@tracked()
class Meeting(models.Model):
    """Two delegates at a table for one slot: asked for by one, accepted by the other, or arranged by the team."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    event = models.ForeignKey(
        Event, models.PROTECT, related_name="meetings", verbose_name=_("event")
    )
    asked_by = models.ForeignKey(
        Delegate, models.PROTECT, related_name="meetings_asked_for", verbose_name=_("asked by")
    )
    asked = models.ForeignKey(
        Delegate, models.PROTECT, related_name="meetings_asked_of", verbose_name=_("asked")
    )
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    table = models.ForeignKey(
        MeetingTable,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name=_("table"),
    )
    purpose = models.CharField(_("what it is about"), max_length=300)
    state = models.CharField(
        _("state"), max_length=20, choices=MeetingState, default=MeetingState.ASKED
    )
    arranged_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("arranged by")
    )
    asked_at = models.DateTimeField(_("asked on"), editable=False)
    # For calendars, as in Session.
    sequence = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(_("changed"), editable=False)
    # When both were mailed the question what came of it.
    outcome_asked_at = models.DateTimeField(null=True, editable=False)
    outcome_of_asking = models.CharField(
        _("what came of it, says who asked"), max_length=20, choices=MeetingOutcome, blank=True
    )
    outcome_of_asked = models.CharField(
        _("what came of it, says who was asked"), max_length=20, choices=MeetingOutcome, blank=True
    )

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "id"]
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        constraints = [
            models.CheckConstraint(
                name="meeting_of_two",
                condition=~Q(asked_by=F("asked")),
                violation_error_message=_("Nobody meets themselves."),
            ),
            models.CheckConstraint(
                name="meeting_starts_before_it_ends",
                condition=Q(starts_at__lt=F("ends_at")),
                violation_error_message=_("A meeting starts before it ends."),
            ),
            models.CheckConstraint(
                name="meeting_has_its_table",
                condition=~Q(state=MeetingState.ACCEPTED) | Q(table__isnull=False),
                violation_error_message=_("A meeting has a table."),
            ),
            models.CheckConstraint(
                name="meeting_outcome_of_what_was_agreed",
                condition=Q(state=MeetingState.ACCEPTED)
                | Q(outcome_of_asking="", outcome_of_asked=""),
                violation_error_message=_("Only a meeting that was agreed has an outcome."),
            ),
            models.UniqueConstraint(
                Least("asked_by", "asked"),
                Greatest("asked_by", "asked"),
                name="meeting_open_once",
                condition=Q(state__in=sorted(MEETING_OPEN)),
                violation_error_message=_(
                    "There is a meeting or a request between the two of you already."
                ),
            ),
            ExclusionConstraint(
                name="meeting_table_taken",
                expressions=[("table", RangeOperators.EQUAL), (TIME, RangeOperators.OVERLAPS)],
                condition=Q(state=MeetingState.ACCEPTED),
                violation_error_message=_("This table is taken at this time."),
            ),
        ]
        triggers = [
            Refuse(
                name="meeting_begins",
                operation=pgtrigger.Insert,
                when_sql="NOT (NEW.state = 'asked' OR "
                "(NEW.state = 'accepted' AND NEW.arranged_by_id IS NOT NULL))",
                message=_("A meeting is asked for, or arranged by the event team."),
            ),
            Refuse(
                name="meeting_step",
                operation=pgtrigger.Update,
                when_sql=STEP_MADE,
                message=_("This is not possible any more. Reload the page."),
            ),
            Refuse(
                name="meeting_at_event",
                operation=pgtrigger.Insert,
                when_sql=OUTSIDE_EVENT.format(event="NEW.event_id"),
                message=_("This time is not within the event."),
            ),
            Refuse(
                name="meeting_of_its_event",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when_sql=f"{NEWLY_OPEN} AND ({STRANGERS})",
                message=_("Only people with a confirmed place meet at the tables of their event."),
            ),
            Frozen(
                name="meeting_kept",
                fields=["event", "asked_by", "asked", "starts_at", "ends_at", "arranged_by"],
                message=_("People and time of a meeting stay as they are. Cancel it instead."),
            ),
            Frozen(
                name="meeting_table_kept",
                fields=["table"],
                until="OLD.table_id IS NOT NULL",
                message=_("The table of a meeting stays as it is. Cancel it instead."),
            ),
            pgtrigger.Trigger(
                name="meeting_seats_both",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=SEAT_BOTH,
            ),
        ]

    def __str__(self):
        return f"{self.asked_by} – {self.asked}"

    @property
    def is_over(self):
        return clock.now() >= self.ends_at

    def other(self, delegate):
        """Whom a delegate meets."""
        return self.asked if delegate.pk == self.asked_by_id else self.asked_by

    def outcome_field(self, delegate):
        """Where a delegate says what came of it."""
        return "outcome_of_asking" if delegate.pk == self.asked_by_id else "outcome_of_asked"


class MeetingSeat(models.Model):
    """That somebody is at a meeting. The database writes these rows itself, from the meetings that are accepted."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="seats")
    delegate = models.ForeignKey(Delegate, models.PROTECT, related_name="meeting_seats")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        verbose_name = _("seat at a meeting")
        verbose_name_plural = _("seats at meetings")
        constraints = [
            ExclusionConstraint(
                name="meeting_person_taken",
                expressions=[("delegate", RangeOperators.EQUAL), (TIME, RangeOperators.OVERLAPS)],
                violation_error_message=_("One of the two has another meeting at this time."),
            ),
        ]
        triggers = [
            Refuse(
                name="meeting_seat_of_its_meeting",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when_sql=f"NOT EXISTS ({SEAT_HELD} NEW.meeting_id "
                "AND NEW.delegate_id IN (meeting.asked_by_id, meeting.asked_id) "
                "AND (NEW.starts_at, NEW.ends_at) = (meeting.starts_at, meeting.ends_at))",
                message=_("A seat belongs to a meeting that is agreed."),
            ),
            Refuse(
                name="meeting_seat_kept",
                operation=pgtrigger.Delete,
                when_sql=f"EXISTS ({SEAT_HELD} OLD.meeting_id)",
                message=_("A seat is kept as long as its meeting."),
            ),
        ]

    def __str__(self):
        return f"{self.meeting}: {self.delegate}"
