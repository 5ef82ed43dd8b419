"""Changes of a profile: most show at once; a new name, sector or number of a public one waits for an editor."""

from functools import partial

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import Refused, action
from startups import emails, logos, sections
from startups.actions.profiles import (
    ProfileInReview,
    locked,
    require_editor,
    require_member,
    write_registrations,
)
from startups.choices import HELD_BACK, ChangeState, ProfileState
from startups.models import ProfileChange, Startup

# What a registry number was checked against.
IDENTITY = ("legal_name", "origin", "founded_on")
# An editor has read these; a name that nobody read must not take the place of the one they read.
READ_ONCE = frozenset({ProfileState.PUBLISHED, ProfileState.HIDDEN})


class ChangeEnded(Refused):
    message = _("This change does not wait any more: it was decided, taken back or replaced.")


class ChangedMeanwhile(Refused):
    """`names` are the fields that somebody else changed, `values` what the whole profile holds now."""

    message = _(
        "This section was changed while you wrote. See what it says now, then save once more what shall hold."
    )

    def __init__(self, names, values):
        self.names, self.values = names, values
        super().__init__()


@action
def change_startup(
    *,
    startup: Startup,
    by: User,
    registrations: dict | None = None,
    seen: str | None = None,
    **fields,
) -> Startup:
    """Change a profile's fields; an empty registry number removes it, and so does an empty name of a logo.

    `seen` is the stamp (startups.sections) of what the writer had read: they overwrite nothing else.

    What is read is what gets published: nothing changes during the review, and name, sector and numbers of a profile
    that was published wait as its one ProfileChange. A number was checked for one legal identity, so another one
    takes the check marks away. Raises NotAMember, ProfileInReview, ChangedMeanwhile.
    """
    startup = locked(startup)
    require_member(startup, by)
    if startup.state == ProfileState.IN_REVIEW:
        raise ProfileInReview
    numbers = registrations or {}
    if seen is not None:
        refuse_stale(startup, seen, [*fields, *numbers])
    if startup.state in READ_ONCE:
        hold_back(startup, fields, numbers, by)
        fields = {name: value for name, value in fields.items() if name not in HELD_BACK}
        numbers = {}
    if any(name in fields and fields[name] != getattr(startup, name) for name in IDENTITY):
        startup.registrations.update(checked_on=None, checked_by=None)
    if "logo" in fields and startup.logo and startup.logo.name != fields["logo"]:
        transaction.on_commit(partial(logos.delete, startup.logo.name))
    write(startup, fields, numbers)
    return startup


@action
def withdraw_change(*, change: ProfileChange, by: User) -> ProfileChange:
    """Take back what waits. Raises NotAMember, ChangeEnded."""
    change = still_waiting(change)
    require_member(change.startup, by)
    return end(change, ChangeState.WITHDRAWN)


@action
def accept_change(*, change: ProfileChange, by: User) -> ProfileChange:
    """Make the new values public and tell the owners. Raises ChangeEnded."""
    require_editor(by)
    change = still_waiting(change)
    end(change, ChangeState.ACCEPTED, decided_by=by, decided_at=clock.now())
    fields = dict(change.fields)
    numbers = fields.pop("registrations", {})
    write(change.startup, fields, numbers)
    emails.change_accepted(change)
    return change


@action
def decline_change(*, change: ProfileChange, note: str, by: User) -> ProfileChange:
    """Leave the profile as it is and tell the owners why. Raises ChangeEnded, Conflict without a reason."""
    require_editor(by)
    change = still_waiting(change)
    end(change, ChangeState.DECLINED, decided_by=by, decided_at=clock.now(), note=note)
    emails.change_declined(change)
    return change


def refuse_stale(startup, seen, names):
    now = sections.values(startup)
    if changed := sections.changed_since(seen, names, now):
        raise ChangedMeanwhile(changed, now)


def write(startup, fields, numbers):
    for name, value in fields.items():
        setattr(startup, name, value)
    startup.save(update_fields=list(fields))
    write_registrations(startup, numbers)


def hold_back(startup, fields, numbers, by):
    """Let what needs an editor wait. What waited before is replaced, so that nobody accepts what they did not read."""
    before = startup.changes.waiting().first()
    wanted = to_wait(startup, before.fields if before else {}, fields, numbers)
    if before and before.fields != wanted:
        end(before, ChangeState.WITHDRAWN)
    if wanted and not (before and before.fields == wanted):
        ProfileChange.objects.create(
            startup=startup, fields=wanted, proposed_by=by, proposed_at=clock.now()
        )


def to_wait(startup, waiting, fields, numbers):
    """What of the new and the waiting values differs from the profile; a new one goes before one that waits."""
    wanted = {name: waiting[name] for name in HELD_BACK if name in waiting}
    wanted |= {name: str(fields[name]) for name in HELD_BACK if name in fields}
    found = {name: value for name, value in wanted.items() if value != getattr(startup, name)}
    present = {row.kind: row.value for row in startup.registrations.all()}
    all_numbers = {**waiting.get("registrations", {}), **numbers}
    changed = {
        str(kind): value for kind, value in all_numbers.items() if value != present.get(kind, "")
    }
    return {**found, "registrations": changed} if changed else found


def still_waiting(change):
    """The change as it is now, its start-up locked like in every other action on a profile."""
    startup = locked(change.startup)
    current = startup.changes.waiting().select_for_update(no_key=True).filter(pk=change.pk).first()
    if current is None:
        raise ChangeEnded
    return current


def end(change, state, **fields):
    change.state = state
    for name, value in fields.items():
        setattr(change, name, value)
    change.save(update_fields=["state", *fields])
    return change
