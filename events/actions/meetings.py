"""Meetings: asked for, answered, arranged by the event team, taken back and cancelled.

Whoever makes or accepts one waits for the row of the event's set-up, then for both people in the order of their ids;
a constraint of the database says no to whoever would be in two places.
"""

import pgtrigger

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from events import emails
from events.actions.erasing import forget_history
from events.actions.meeting_setup import locked as locked_setup
from events.actions.meeting_steps import locked, require_side, rows, take
from events.actions.rights import require_delegate, require_team
from events.choices import DelegateState, MeetingState
from events.clashes import session_at
from events.exceptions import (
    AskedByMany,
    AskedEnough,
    AskedTwice,
    DeclinedBefore,
    NoTableFree,
    NotAtMeetings,
    NotToBeAsked,
    SessionAtThatTime,
    StepImpossible,
    TimeTaken,
    TooManyAsked,
)
from events.models import Delegate, Event, Meeting
from events.models.meetings import MEETINGS_KEPT
from events.slots import Slot, arrangeable, open_to_both

M = MeetingState
# Nobody floods the others: so many unanswered at once, so many at an event, so many times the same person, and so
# many that wait for one person's answer.
MOST_OPEN = 5
MOST_ASKED = 20
MOST_OF_ONE = 2
MOST_WAITING = 10


@action
def ask_meeting(
    *,
    delegate: Delegate,
    other: Delegate,
    time: Slot,
    purpose: str,
    by: User | None,
    link: int | None = None,
) -> Meeting:
    """Ask somebody of the same event who wants to be asked, for a time when both are free; they get mail.

    Raises LinkRevoked, NoMeetings, NotAtMeetings, NotToBeAsked, TimeTaken, TooManyAsked, AskedEnough, AskedTwice,
    DeclinedBefore, AskedByMany, or Conflict when there is a meeting of the two already.
    """
    setup = locked_setup(delegate.event)
    delegate, other = locked_both(delegate, other)
    require_delegate(delegate, by, link)
    require_coming(delegate)
    if not listed(delegate).filter(pk=other.pk).exists():
        raise NotToBeAsked
    require_measure(delegate, other)
    if time not in open_to_both(setup, delegate, other):
        raise TimeTaken
    meeting = new(delegate, other, time, purpose, state=M.ASKED)
    emails.meeting_asked(meeting)
    return meeting


@action
def accept_meeting(
    *, meeting: Meeting, by: User | None, link: int | None = None, knowingly: bool = False
) -> Meeting:
    """Say yes: both get the place and the entry for their calendars.

    Raises LinkRevoked, NoMeetings, StepImpossible, TimeTaken, NoTableFree, or Conflict; unless one goes on knowingly,
    SessionAtThatTime.
    """
    setup = locked_setup(meeting.event)
    locked_both(meeting.asked_by, meeting.asked)
    meeting = locked(meeting)
    require_delegate(meeting.asked, by, link)
    if clock.now() >= meeting.starts_at:
        raise TimeTaken
    if not knowingly and (words := session_at(meeting.asked, meeting)):
        raise SessionAtThatTime(words)
    meeting.table = free_table(setup, meeting)
    take(meeting, M.ACCEPTED, "accept")
    emails.meeting_agreed(meeting)
    return meeting


@action
def decline_meeting(*, meeting: Meeting, by: User | None, link: int | None = None) -> Meeting:
    """Say no; who asked is told. Raises LinkRevoked, StepImpossible."""
    meeting = locked(meeting)
    require_delegate(meeting.asked, by, link)
    take(meeting, M.DECLINED, "decline")
    emails.meeting_unanswered(meeting)
    return meeting


@action
def withdraw_meeting(*, meeting: Meeting, by: User | None, link: int | None = None) -> Meeting:
    """Take a request back that nobody has answered. Raises LinkRevoked, StepImpossible."""
    meeting = locked(meeting)
    require_delegate(meeting.asked_by, by, link)
    return take(meeting, M.WITHDRAWN, "withdraw")


@action
def cancel_meeting(
    *, meeting: Meeting, delegate: Delegate, by: User | None, link: int | None = None
) -> Meeting:
    """Cancel what was agreed, as one of the two; the other one is told. Raises LinkRevoked, StepImpossible."""
    meeting = locked(meeting)
    require_side(meeting, delegate)
    require_delegate(delegate, by, link)
    if meeting.state != M.ACCEPTED or meeting.is_over:
        raise StepImpossible
    take(meeting, M.CANCELLED, "cancel")
    emails.meeting_cancelled(meeting, meeting.other(delegate))
    return meeting


@action
def arrange_meeting(
    *, event: Event, one: Delegate, other: Delegate, time: Slot, purpose: str, by: User
) -> Meeting:
    """Put two people at a table who have agreed to it elsewhere; both get mail, and either can cancel.

    Raises NotPermitted, NoMeetings, NotAtMeetings, TimeTaken, NoTableFree, or Conflict.
    """
    require_team(by)
    setup = locked_setup(event)
    one, other = locked_both(one, other)
    for delegate in (one, other):
        require_coming(delegate)
    if time not in arrangeable(setup, one, other):
        raise TimeTaken
    table = free_table(setup, time)
    meeting = new(one, other, time, purpose, state=M.ACCEPTED, arranged_by=by, table=table)
    emails.meeting_agreed(meeting)
    return meeting


@action
def cancel_meeting_as_team(*, meeting: Meeting, by: User) -> Meeting:
    """Cancel a meeting or a request; both are told. Raises NotPermitted, StepImpossible."""
    require_team(by)
    meeting = locked(meeting)
    if meeting.is_over:
        raise StepImpossible
    take(meeting, M.CANCELLED, "cancel")
    for side in (meeting.asked_by, meeting.asked):
        emails.meeting_cancelled(meeting, side)
    return meeting


@action
def expire_meetings(*, by: None) -> int:
    """End requests whose time has come unanswered, and tell who asked; how many they were."""
    late = list(rows().waiting().filter(starts_at__lte=clock.now()).order_by("pk"))
    for meeting in late:
        take(meeting, M.EXPIRED, "expire")
        emails.meeting_unanswered(meeting)
    return len(late)


@action
def purge_meetings(*, by: None = None) -> int:
    """Delete meetings with their history 12 months after their event; how many that were."""
    old = Meeting.objects.filter(event__ends_at__lt=clock.now() - MEETINGS_KEPT)
    keys = list(old.values_list("pk", flat=True))
    with pgtrigger.ignore("events.MeetingSeat:meeting_seat_kept"):
        Meeting.objects.filter(pk__in=keys).delete()
    forget_history(Meeting, keys)
    return len(keys)


def listed(delegate):
    """Everybody else at the event who wants to be asked."""
    people = Delegate.objects.filter(event=delegate.event_id, meeting_profile__is_open=True)
    return people.coming().exclude(pk=delegate.pk)


def require_measure(delegate, other):
    """Nobody is flooded, and a no is respected."""
    asked = Meeting.objects.filter(asked_by=delegate, arranged_by=None)
    if asked.waiting().count() >= MOST_OPEN:
        raise TooManyAsked
    if asked.count() >= MOST_ASKED:
        raise AskedEnough
    before = asked.filter(asked=other)
    if before.filter(state=M.DECLINED).exists():
        raise DeclinedBefore
    if before.count() >= MOST_OF_ONE:
        raise AskedTwice
    if Meeting.objects.waiting().filter(asked=other).count() >= MOST_WAITING:
        raise AskedByMany


def require_coming(delegate):
    if delegate.state != DelegateState.CONFIRMED:
        raise NotAtMeetings


def new(asked_by, asked, time, purpose, **fields):
    return Meeting.objects.create(
        event=asked_by.event,
        asked_by=asked_by,
        asked=asked,
        starts_at=time.starts_at,
        ends_at=time.ends_at,
        purpose=purpose,
        asked_at=clock.now(),
        changed_at=clock.now(),
        **fields,
    )


def free_table(setup, time):
    """The first table that nobody has at that time. Raises NoTableFree."""
    taken = Meeting.objects.arranged().filter(event=setup.event).at(time).values("table")
    table = setup.event.meeting_tables.exclude(pk__in=taken).first()
    if table is None:
        raise NoTableFree
    return table


def locked_both(one, other):
    """Two people as they are now, in the order given; locked in the order of their ids."""
    keys = [one.pk, other.pk]
    found = Delegate.objects.select_for_update(no_key=True, of=["self"]).select_related("event")
    rows = {row.pk: row for row in found.filter(pk__in=keys).order_by("pk")}
    return [rows[key] for key in keys]
