"""Every step of a meeting, and what becomes of somebody's meetings when they do not come."""

from corridor import clock
from events import emails
from events.choices import MEETING_STEPS, MeetingState, allowed
from events.exceptions import StepImpossible
from events.models import Meeting


def take(meeting, target, verb):
    """Move a meeting on; calendars hear of it. Raises StepImpossible for what the table does not have."""
    if not allowed(meeting.state, target, verb, MEETING_STEPS):
        raise StepImpossible
    meeting.state, meeting.changed_at = target, clock.now()
    meeting.sequence += 1
    meeting.save(update_fields=["state", "table", "sequence", "changed_at"])
    return meeting


def leave_meetings(delegate):
    """Cancel what lies ahead of somebody who does not come; those who count on it are told."""
    ahead = rows().of(delegate).open().filter(ends_at__gt=clock.now())
    for meeting in ahead.order_by("pk"):
        was_agreed = meeting.state == MeetingState.ACCEPTED
        take(meeting, MeetingState.CANCELLED, "cancel")
        if was_agreed or meeting.asked_id == delegate.pk:
            emails.meeting_cancelled(meeting, meeting.other(delegate))


def locked(meeting):
    return rows().get(pk=meeting.pk)


def rows():
    return Meeting.objects.select_for_update(no_key=True, of=["self"]).select_related(
        "event", "asked_by__event", "asked__event", "table"
    )
