from functools import partial

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.actions import NotPermitted, Refused, action
from corridor.folding import address_stem
from startups import emails, logos
from startups.choices import PROFILE_TRANSITIONS, MemberRole, ProfileState
from startups.models import Membership, Registration, Startup


class NotAMember(NotPermitted):
    message = _("Only people of this start-up may do this.")


class NotAnOwner(NotPermitted):
    message = _("Only an owner of this start-up may do this. Ask one of them.")


class WrongProfileState(Refused):
    message = _("The profile is in another state by now. Reload the page.")


class RegistrationChanged(Refused):
    message = _("The start-up has changed this number by now. Reload the page.")


# Addresses under startups/ that are pages of their own.
RESERVED_SLUGS = frozenset({"new"})


class ProfileInReview(Refused):
    message = _("An editor is reading the profile. You can change it again after the review.")


# What a registry number was checked against.
IDENTITY = ("legal_name", "origin", "founded_on")


@action
def create_startup(*, by: User, registrations: dict | None = None, **fields) -> Startup:
    """Create a draft profile; whoever creates it becomes its owner.

    `registrations` maps kind to number; `logo` is the name of a picture that startups.logos keeps.
    """
    startup = Startup(created_at=clock.now(), **fields)
    save_under_free_slug(startup)
    Membership.objects.create(startup=startup, user=by, role=MemberRole.OWNER, since=clock.now())
    write_registrations(startup, registrations or {})
    return startup


@action
def change_startup(
    *, startup: Startup, by: User, registrations: dict | None = None, **fields
) -> Startup:
    """Change a profile's fields; an empty registry number removes it, and so does an empty name of a logo.

    What is read is what gets published: nothing changes during the review. A number was checked for one legal
    identity, so another one takes the check marks away. Raises NotAMember, ProfileInReview.
    """
    startup = locked(startup)
    require_member(startup, by)
    if startup.state == ProfileState.IN_REVIEW:
        raise ProfileInReview
    if any(name in fields and fields[name] != getattr(startup, name) for name in IDENTITY):
        startup.registrations.update(checked_on=None, checked_by=None)
    if "logo" in fields and startup.logo and startup.logo.name != fields["logo"]:
        transaction.on_commit(partial(logos.delete, startup.logo.name))
    for name, value in fields.items():
        setattr(startup, name, value)
    startup.save(update_fields=list(fields))
    write_registrations(startup, registrations or {})
    return startup


@action
def submit_profile(*, startup: Startup, by: User) -> Startup:
    """Ask for publication: an editor looks at the profile first.

    Raises NotAnOwner, WrongProfileState, or Conflict while the profile says nothing about itself.
    """
    require_owner(startup, by)
    return move_profile(startup, ProfileState.IN_REVIEW)


@action
def publish_profile(*, startup: Startup, by: User) -> Startup:
    """Put a reviewed or hidden profile into the directory and tell its owners. Raises WrongProfileState."""
    require_editor(by)
    startup = move_profile(
        startup, ProfileState.PUBLISHED, confirmed_on=clock.today(), return_note=""
    )
    emails.profile_published(startup)
    return startup


@action
def return_profile(*, startup: Startup, note: str, by: User) -> Startup:
    """Send a profile back to its owners with the reason. Raises WrongProfileState, Conflict without a reason."""
    require_editor(by)
    startup = move_profile(startup, ProfileState.RETURNED, return_note=note)
    emails.profile_returned(startup)
    return startup


@action
def hide_profile(*, startup: Startup, note: str, by: User) -> Startup:
    """Take a profile out of the directory and tell its owners why. Raises like `return_profile`."""
    require_editor(by)
    startup = move_profile(startup, ProfileState.HIDDEN, return_note=note)
    emails.profile_hidden(startup)
    return startup


@action
def check_registration(*, registration: Registration, by: User) -> Registration:
    """Note that an editor found this number in its register.

    Raises RegistrationChanged, or Conflict when another start-up holds the same number, checked.
    """
    require_editor(by)
    locked(registration.startup)
    current = Registration.objects.select_for_update(no_key=True).filter(pk=registration.pk).first()
    if current is None:  # a changed number is another row
        raise RegistrationChanged
    current.checked_on, current.checked_by = clock.today(), by
    current.save(update_fields=["checked_on", "checked_by"])
    return current


def locked(startup):
    return Startup.objects.select_for_update(no_key=True).get(pk=startup.pk)


def move_profile(startup, target, **fields):
    startup = locked(startup)
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


def require_owner(startup, user):
    require_member(startup, user)
    if not startup.memberships.filter(user=user, role=MemberRole.OWNER).exists():
        raise NotAnOwner


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


def save_under_free_slug(startup):
    """Somebody else may take the same address in the same moment: then the next one is tried."""
    while True:
        startup.slug = free_slug(startup.name)
        try:
            with transaction.atomic():
                return startup.save(force_insert=True)
        except IntegrityError:
            if not Startup.objects.filter(slug=startup.slug).exists():
                raise


def free_slug(name: str) -> str:
    """An address for a new profile: from its name, numbered when the name is taken or has no Latin letters."""
    stem = address_stem(name) or "startup"
    same = models.Q(slug=stem) | models.Q(slug__startswith=f"{stem}-")
    taken = RESERVED_SLUGS | set(Startup.objects.filter(same).values_list("slug", flat=True))
    slug, number = stem, 1
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug
