"""Events: announced, changed, and copied for the next year or the other city."""

from datetime import datetime

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from events.actions.meeting_steps import cancel_outside
from events.actions.places import Pool, offer_free_places
from events.actions.rights import require_team
from events.models import Event, Session

# What calendars show of an event; a change of these makes the entry a newer one.
TIMES = {"starts_at", "ends_at"}
IN_CALENDARS = TIMES | {
    *("title_de", "title_en", "summary_de", "summary_en"),
    *("venue", "address", "city"),
}


@action
def create_event(*, by: User, **fields) -> Event:
    """Announce an event. Raises NotPermitted, or Conflict for times that do not follow each other."""
    require_team(by)
    return Event.objects.create(**fields)


@action
def change_event(*, event: Event, by: User, **fields) -> Event:
    """Change what is said about an event; more places are offered to those who wait. Raises like `create_event`.

    Meetings outside its new times are cancelled and their people told; they are its `cancelled_meetings`.
    """
    require_team(by)
    event = Event.objects.select_for_update(no_key=True).get(pk=event.pk)
    changed = {name for name, value in fields.items() if getattr(event, name) != value}
    for name, value in fields.items():
        setattr(event, name, value)
    if changed & IN_CALENDARS:
        event.sequence, event.changed_at = event.sequence + 1, clock.now()
    event.save(update_fields=[*fields, "sequence", "changed_at"])
    event.cancelled_meetings = cancel_outside(event) if changed & TIMES else []
    offer_free_places(Pool(event, None))
    return event


@action
def copy_event(*, event: Event, starts_at: datetime, by: User, **fields) -> Event:
    """A new event with the texts and sessions of another, everything moved with its beginning. Not public yet.

    `fields` are those that differ besides: the address at least. Raises NotPermitted, or Conflict.
    """
    require_team(by)
    later = starts_at - event.starts_at
    days = starts_at.astimezone(event.timezone).date() - event.first_day
    anew = {
        "starts_at": starts_at,
        "ends_at": event.ends_at + later,
        "registration_opens_on": event.registration_opens_on + days,
        "registration_closes_on": event.registration_closes_on + days,
        "swap_until": event.swap_until and event.swap_until + days,
        "is_public": False,
        "sequence": 0,
        "changed_at": clock.now(),
    }
    copy = Event.objects.create(**{**columns(event, {"id"}), **anew, **fields})
    for session in event.sessions.held():
        times = {name: getattr(session, name) + later for name in ("starts_at", "ends_at")}
        words = columns(session, {"id", "event_id", "sequence", "changed_at", "cancelled_at"})
        Session.objects.create(**words, **times, event=copy, changed_at=clock.now())
    return copy


def columns(row, left_out):
    """What a row says, by column."""
    names = {field.attname for field in row._meta.concrete_fields} - left_out
    return {name: getattr(row, name) for name in names - {"starts_at", "ends_at"}}
