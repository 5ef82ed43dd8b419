from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.actions import NotPermitted, Refused, action
from startups import emails
from startups.choices import PROFILE_TRANSITIONS, MemberRole, ProfileState
from startups.models import Membership, Registration, Startup


class NotAMember(NotPermitted):
    message = _("Only people of this start-up may do this.")


class WrongProfileState(Refused):
    message = _("The profile is in another state by now. Reload the page.")


# Addresses under startups/ that are pages of their own.
RESERVED_SLUGS = frozenset({"new"})


@action
def create_startup(*, by: User, registrations: dict | None = None, **fields) -> Startup:
    """Create a draft profile; whoever creates it becomes its owner."""
    startup = Startup(slug=free_slug(fields["name"]), created_at=clock.now(), **fields)
    startup.save()
    Membership.objects.create(startup=startup, user=by, role=MemberRole.OWNER, since=clock.now())
    write_registrations(startup, registrations or {})
    return startup


@action
def change_startup(*, startup: Startup, by: User, registrations: dict | None = None, **fields) -> Startup:
    """Change a profile's fields; `registrations` maps kind to number, an empty number removes it.

    Raises NotAMember.
    """
    startup = Startup.objects.select_for_update().get(pk=startup.pk)
    require_member(startup, by)
    for name, value in fields.items():
        setattr(startup, name, value)
    startup.save(update_fields=list(fields))
    write_registrations(startup, registrations or {})
    return startup


@action
def submit_profile(*, startup: Startup, by: User) -> Startup:
    """Ask for publication: an editor looks at the profile first.

    Raises NotAMember, WrongProfileState, or Conflict while the profile says nothing about itself.
    """
    startup = move_profile(startup, ProfileState.IN_REVIEW, check=lambda locked: require_member(locked, by))
    return startup


@action
def publish_profile(*, startup: Startup, by: User) -> Startup:
    """Put a reviewed profile into the directory and tell its owners."""
    require_editor(by)
    startup = move_profile(startup, ProfileState.PUBLISHED, confirmed_on=clock.today(), return_note="")
    emails.profile_published(startup)
    return startup


@action
def return_profile(*, startup: Startup, note: str, by: User) -> Startup:
    """Send a profile back to its owners with the reason."""
    require_editor(by)
    startup = move_profile(startup, ProfileState.RETURNED, return_note=note)
    emails.profile_returned(startup)
    return startup


def move_profile(startup, target, check=lambda locked: None, **fields):
    startup = Startup.objects.select_for_update().get(pk=startup.pk)
    check(startup)
    if (startup.state, target) not in PROFILE_TRANSITIONS:
        raise WrongProfileState
    startup.state = target
    for name, value in fields.items():
        setattr(startup, name, value)
    startup.save(update_fields=["state", *fields])
    return startup


def require_member(startup, user):
    if not startup.memberships.filter(user=user).exists():
        raise NotAMember


def require_editor(user):
    if not user.has_role(Role.EDITOR):
        raise NotPermitted


def write_registrations(startup, numbers):
    """Write each number under its kind; a changed number loses its check mark."""
    for kind, value in numbers.items():
        current = startup.registrations.filter(kind=kind).first()
        if current and current.value == value:
            continue
        if current:
            current.delete()
        if value:
            Registration.objects.create(startup=startup, kind=kind, value=value)


def free_slug(name: str) -> str:
    """An address for a new profile: from its name, numbered when the name is taken or has no Latin letters."""
    stem = slugify(name)[:70] or "startup"
    taken = set(
        Startup.objects.filter(models.Q(slug=stem) | models.Q(slug__startswith=f"{stem}-")).values_list("slug", flat=True)
    )
    taken |= RESERVED_SLUGS
    number = 1
    slug = stem
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug
