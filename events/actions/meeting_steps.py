"""Every step of a meeting, and what becomes of somebody's meetings when they do not come."""

from django.db.models import Q

from corridor import clock
from events import emails
from events.choices import MEETING_STEPS, MeetingState, allowed
from events.exceptions import LinkRevoked, StepImpossible
from events.models import Meeting, MeetingSetup


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


def cancel_outside(event):
    """Cancel what lies ahead and is not within the event any more, now that it is at another time; both are told.

    Waits for whoever agrees on a meeting there just now.
    """
    MeetingSetup.objects.select_for_update(no_key=True).filter(event=event).first()
    outside = Q(starts_at__lt=event.starts_at) | Q(ends_at__gt=event.ends_at)
    ahead = rows().open().filter(outside, event=event, ends_at__gt=clock.now())
    meetings = list(ahead.order_by("pk"))
    for meeting in meetings:
        take(meeting, MeetingState.CANCELLED, "cancel")
        for side in (meeting.asked_by, meeting.asked):
            emails.meeting_cancelled(meeting, side, is_outside=True)
    return meetings


def lock_meetings(people):
    """The meetings of several people that lie ahead, before any of them is cancelled."""
    ahead = rows().open().filter(Q(asked_by__in=people) | Q(asked__in=people))
    list(ahead.filter(ends_at__gt=clock.now()).order_by("pk"))


def require_side(meeting, delegate):
    if delegate.pk not in (meeting.asked_by_id, meeting.asked_id):
        raise LinkRevoked


def locked(meeting):
    return rows().get(pk=meeting.pk)


def rows():
    return Meeting.objects.select_for_update(no_key=True, of=["self"]).select_related(
        "event", "asked_by__event", "asked__event", "table"
    )
