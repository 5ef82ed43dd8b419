"""What an event offers for meetings, and what delegates say of themselves there."""

from corridor.accounts.models import User
from corridor.actions import action
from events.actions.places import current
from events.actions.registrations import require_ahead
from events.actions.rights import require_delegate, require_team
from events.choices import DelegateState
from events.exceptions import NoMeetings, NotAtMeetings, TableInUse
from events.models import (
    Availability,
    Delegate,
    Event,
    MeetingProfile,
    MeetingSetup,
    MeetingTable,
)
from events.slots import Slot, joined


@action
def set_up_meetings(*, event: Event, tables: list[str], by: User, **fields) -> MeetingSetup:
    """Say when an event has room for meetings and at which tables. Raises NotPermitted, or Conflict for hours."""
    require_team(by)
    setup = MeetingSetup.objects.create(event=event, **fields)
    name_tables(event, tables)
    return setup


@action
def change_meeting_setup(
    *, setup: MeetingSetup, tables: list[str], by: User, **fields
) -> MeetingSetup:
    """Change hours, length or tables; what was agreed stays. Raises TableInUse, and like `set_up_meetings`."""
    require_team(by)
    setup = locked(setup.event)
    for name, value in fields.items():
        setattr(setup, name, value)
    setup.save(update_fields=list(fields))
    name_tables(setup.event, tables)
    return setup


def name_tables(event, names):
    """The tables of an event, in this order; those at which people have met are not taken out."""
    gone = event.meeting_tables.exclude(name__in=names)
    if gone.filter(meetings__isnull=False).exists():
        raise TableInUse
    gone.delete()
    for position, name in enumerate(names):
        MeetingTable.objects.update_or_create(
            event=event, name=name, defaults={"position": position}
        )


@action
def save_meeting_wish(
    *,
    delegate: Delegate,
    is_open: bool,
    looking_for: str,
    times: list[Slot],
    by: User | None,
    link: int | None = None,
) -> MeetingProfile:
    """Say whether others may ask, what one looks for, and when one is there. What was agreed stays.

    Raises LinkRevoked, EventOver, NotAtMeetings.
    """
    _pool, delegate = current(delegate)
    require_delegate(delegate, by, link)
    require_ahead(delegate.event)
    if delegate.state != DelegateState.CONFIRMED:
        raise NotAtMeetings
    Availability.objects.filter(delegate=delegate).delete()
    Availability.objects.bulk_create(
        Availability(delegate=delegate, starts_at=time.starts_at, ends_at=time.ends_at)
        for time in joined(times)
    )
    said = {"is_open": is_open, "looking_for": looking_for}
    return MeetingProfile.objects.update_or_create(delegate=delegate, defaults=said)[0]


def locked(event):
    """The set-up of an event: whoever agrees on a meeting there waits for its row."""
    rows = MeetingSetup.objects.select_for_update(no_key=True, of=["self"])
    setup = rows.filter(event=event).select_related("event").first()
    if setup is None:
        raise NoMeetings
    return setup
