"""What can be done to people: accounts, roles, access."""

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import CASE_ROLES, Language, Role
from corridor.accounts.models import User
from corridor.actions import NotPermitted, Refused, action


class OwnRoles(Refused):
    message = _("Nobody changes their own roles. Ask another administrator.")


class RoleOfAuthority(Refused):
    message = _("This role follows from membership in an authority. Change the membership instead.")


class AuditsApart(Refused):
    message = _(
        "Auditors read all cases and work on none. Take one away first: the role of auditor or that at an authority."
    )


class Inactive(Refused):
    message = _("This account is blocked. Unblock it before you give it a role.")


@action
def create_person(*, email, name, by, language=Language.EN, password=None, verified=False):
    """A new account; without a password its owner signs in by code alone.

    `verified` says that the address is known to be the person's. Raises Conflict when the address is taken.
    """
    _check_administrator(by)
    user = User.objects.create_user(email, password, name=name, language=language)
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=verified)
    return user


@action
def sign_up(*, email, name, by, language=Language.EN):
    """An account somebody makes for themselves: no password, and nothing works until the address is confirmed.

    Its address is recorded by allauth, which confirms it.
    """
    return User.objects.create_user(email, name=name, language=language)


@action
def change_profile(*, user, name, language, by):
    """How a person is called and written to. Raises NotPermitted for anybody else's profile."""
    if by != user:
        _check_administrator(by)
    locked = _locked(user)
    locked.name, locked.language = name, language
    locked.save(update_fields=["name", "language"])
    user.name, user.language = name, language


@action
def set_roles(*, user, roles, by):
    """Give a person exactly these roles, beside those from authorities.

    Raises RoleOfAuthority for a role that follows from a membership, AuditsApart, OwnRoles, Inactive or NotPermitted.
    """
    _check_administrator(by)
    roles = {Role(role) for role in roles}
    if roles & CASE_ROLES:
        raise RoleOfAuthority
    if by == user:
        raise OwnRoles
    _write_roles(user, roles, kept=CASE_ROLES)


@action
def set_case_roles(*, user, roles, by):
    """Give a person exactly these roles of authorities; called when a membership changes, by nothing else.

    Raises ValueError for another kind of role, AuditsApart, Inactive when there is a new role for a blocked account.
    """
    roles = {Role(role) for role in roles}
    if roles - CASE_ROLES:
        raise ValueError(roles - CASE_ROLES)
    _write_roles(user, roles, kept=frozenset(Role) - CASE_ROLES)


@action
def block(*, user, by):
    """Keep a person from signing in and end their sessions. Raises OwnRoles or NotPermitted."""
    _check_administrator(by)
    if by == user:
        raise OwnRoles
    _change_access(user, is_active=False)


@action
def unblock(*, user, by):
    """Let a person sign in again. Raises NotPermitted."""
    _check_administrator(by)
    _change_access(user, is_active=True)


def _check_administrator(by):
    if by is not None and not by.has_perm("accounts.change_user"):
        raise NotPermitted


def _locked(user):
    return User.objects.select_for_update().get(pk=user.pk)


def _write_roles(user, roles, kept):
    locked = _locked(user)
    present = set(locked.groups.values_list("name", flat=True))
    if roles - present and not locked.is_active:
        raise Inactive
    wanted = roles | (present & kept)
    if roles - present and Role.AUDITOR in wanted and wanted & CASE_ROLES:
        raise AuditsApart
    locked.groups.set(Group.objects.filter(name__in=wanted))
    _change_access(user, is_staff=bool(wanted) or locked.is_superuser)


def _change_access(user, **access):
    """Set `is_staff` or `is_active`; whoever loses one is signed out everywhere at once."""
    locked = _locked(user)
    if any(getattr(locked, name) and not value for name, value in access.items()):
        locked.session_generation += 1
    for name, value in access.items():
        setattr(locked, name, value)
    locked.save(update_fields=["session_generation", *access])
    user.refresh_from_db()
    user.forget_roles()
