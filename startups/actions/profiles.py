from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.actions import NotPermitted, Refused, action
from startups import emails, sections
from startups.choices import PROFILE_TRANSITIONS, MemberRole, ProfileState
from startups.models import Membership, Registration, Startup
from startups.slugs import save_under_free_slug


class NotAMember(NotPermitted):
    message = _("Only people of this start-up may do this.")


class NotAnOwner(NotPermitted):
    message = _("Only an owner of this start-up may do this. Ask one of them.")


class WrongProfileState(Refused):
    message = _("The profile is in another state by now. Reload the page.")


class ProfileIncomplete(Refused):
    def __init__(self, gaps):
        words = ", ".join(str(gap.words) for gap in gaps)
        super().__init__(
            gettext("Add this before an editor reads the profile: %(gaps)s.") % {"gaps": words}
        )


class RegistrationChanged(Refused):
    message = _("Somebody has changed this number by now. Reload the page.")


# Addresses under startups/ that are pages of their own.
RESERVED_SLUGS = frozenset({"new"})


class ProfileInReview(Refused):
    message = _("An editor is reading the profile. You can change it again after the review.")


@action
def create_startup(*, by: User, registrations: dict | None = None, **fields) -> Startup:
    """Create a draft profile; whoever creates it becomes its owner.

    `registrations` maps kind to number; `logo` is the name of a picture that startups.logos keeps.
    """
    startup = begin_profile(fields, registrations)
    Membership.objects.create(startup=startup, user=by, role=MemberRole.OWNER, since=clock.now())
    return startup


@action
def create_without_account(*, by: User, registrations: dict | None = None, **fields) -> Startup:
    """Create a draft profile of a start-up that writes on paper; nobody belongs to it. Raises NotPermitted."""
    if not by.has_role(Role.OFFICER):
        raise NotPermitted
    return begin_profile(fields, registrations)


def begin_profile(fields, registrations):
    startup = Startup(created_at=clock.now(), **fields)
    save_under_free_slug(startup, startup.name, reserved=RESERVED_SLUGS)
    write_registrations(startup, registrations or {})
    return startup


@action
def submit_profile(*, startup: Startup, by: User) -> Startup:
    """Ask for publication: an editor looks at the profile first.

    Raises NotAnOwner, ProfileIncomplete, WrongProfileState.
    """
    startup = locked(startup)
    require_owner(startup, by)
    if gaps := sections.needed(startup):
        raise ProfileIncomplete(gaps)
    return move_profile(startup, ProfileState.IN_REVIEW)


@action
def publish_profile(*, startup: Startup, by: User) -> Startup:
    """Put a reviewed or hidden profile into the directory and tell its owners. Raises WrongProfileState."""
    require_editor(by)
    today = clock.today()
    startup = move_profile(
        startup,
        ProfileState.PUBLISHED,
        confirmed_on=today,
        asked_times=0,
        asked_on=None,
        lapsed=False,
        # The first time counts: a profile that was hidden for a while is not new.
        published_on=locked(startup).published_on or today,
        return_note="",
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
    """Take a profile out of the directory and tell its owners why. Raises like `return_profile`.

    One that is hidden because nobody confirmed it stays hidden, and its owners can't bring it back any more.
    """
    require_editor(by)
    startup = locked(startup)
    if startup.lapsed:
        startup.lapsed, startup.return_note = False, note
        startup.save(update_fields=["lapsed", "return_note"])
    else:
        startup = move_profile(startup, ProfileState.HIDDEN, return_note=note)
    emails.profile_hidden(startup)
    return startup


@action
def check_registration(*, registration: Registration, by: User) -> Registration:
    """Note that an editor found this number in its register.

    Raises RegistrationChanged, or Conflict when another start-up holds the same number, checked.
    """
    require_editor(by)
    current = current_row(registration)
    current.checked_on, current.checked_by = clock.today(), by
    current.save(update_fields=["checked_on", "checked_by"])
    return current


@action
def remove_registration(*, registration: Registration, by: User) -> None:
    """Take away a number that nobody checked: it is wrong here, and ties the start-up to its true holder.

    Raises RegistrationChanged.
    """
    require_editor(by)
    current = current_row(registration)
    if current.checked_on:
        raise RegistrationChanged
    current.delete()


def current_row(registration):
    """Locked after its start-up; a changed number is another row."""
    locked(registration.startup)
    current = Registration.objects.select_for_update(no_key=True).filter(pk=registration.pk).first()
    if current is None:
        raise RegistrationChanged
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
