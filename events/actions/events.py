from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from events.actions.places import Pool, offer_free_places
from events.actions.rights import require_team
from events.models import Event

# What calendars show of an event; a change of these makes the entry a newer one.
IN_CALENDARS = {
    *("title_de", "title_en", "summary_de", "summary_en"),
    *("starts_at", "ends_at", "venue", "address", "city"),
}


@action
def create_event(*, by: User, **fields) -> Event:
    """Announce an event. Raises NotPermitted, or Conflict for times that do not follow each other."""
    require_team(by)
    return Event.objects.create(**fields)


@action
def change_event(*, event: Event, by: User, **fields) -> Event:
    """Change what is said about an event; more places are offered to those who wait. Raises like `create_event`."""
    require_team(by)
    event = Event.objects.select_for_update(no_key=True).get(pk=event.pk)
    changed = {name for name, value in fields.items() if getattr(event, name) != value}
    for name, value in fields.items():
        setattr(event, name, value)
    if changed & IN_CALENDARS:
        event.sequence, event.changed_at = event.sequence + 1, clock.now()
    event.save(update_fields=[*fields, "sequence", "changed_at"])
    offer_free_places(Pool(event, None))
    return event
