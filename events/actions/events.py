from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.actions import NotPermitted, action
from events.models import Event


@action
def create_event(*, by: User, **fields) -> Event:
    """Announce an event. Raises NotPermitted, or Conflict for times that do not follow each other."""
    require_event_team(by)
    return Event.objects.create(**fields)


@action
def change_event(*, event: Event, by: User, **fields) -> Event:
    """Change what is said about an event. Raises like `create_event`."""
    require_event_team(by)
    event = Event.objects.select_for_update(no_key=True).get(pk=event.pk)
    for name, value in fields.items():
        setattr(event, name, value)
    event.save(update_fields=list(fields))
    return event


def require_event_team(user):
    if not user.has_role(Role.EVENT_TEAM):
        raise NotPermitted
