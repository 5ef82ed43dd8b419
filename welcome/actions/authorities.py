from corridor.accounts.actions import OwnRoles, set_case_roles
from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.actions import NotPermitted, action
from welcome.exceptions import LawKept, WrongDeputy
from welcome.models import Authority, AuthorityMember, Case


@action
def create_authority(*, by: User | None, **fields) -> Authority:
    """A new granting authority. Raises NotPermitted, or Conflict for acts without a remedy text."""
    require_administrator(by)
    return Authority.objects.create(**fields)


@action
def change_authority(*, authority: Authority, by: User | None, **fields) -> Authority:
    """Change letterhead, texts or rules; notices that are signed stay as they are.

    Raises as create_authority, LawKept.
    """
    require_administrator(by)
    locked = Authority.objects.select_for_update(no_key=True).get(pk=authority.pk)
    if fields.get("law", locked.law) != locked.law and has_cases(locked):
        raise LawKept
    for name, value in fields.items():
        setattr(locked, name, value)
    locked.save()
    return locked


def has_cases(authority: Authority) -> bool:
    return Case.objects.filter(package__authority=authority).exists()


@action
def set_member(*, authority: Authority, user: User, roles: list[str], by: User | None) -> None:
    """Make `roles` the person's roles at an authority; the person's groups follow. An empty list removes them.

    Raises NotPermitted unless an administrator (or, with by=None, the portal itself) asks, OwnRoles, AuditsApart,
    Inactive.
    """
    require_administrator(by)
    if by == user:
        raise OwnRoles
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    held = AuthorityMember.objects.filter(authority=authority, user=user)
    held.exclude(role__in=roles).delete()
    for role in set(roles) - set(held.values_list("role", flat=True)):
        AuthorityMember.objects.create(authority=authority, user=user, role=role)
    everywhere = AuthorityMember.objects.filter(user=user).values_list("role", flat=True)
    set_case_roles(user=user, roles={Role(role) for role in everywhere}, by=by)


@action
def set_deputy(
    *, member: AuthorityMember, deputy_for: AuthorityMember | None, by: User | None
) -> None:
    """Say for whom a member stands in; None ends it. Raises NotPermitted, WrongDeputy."""
    require_administrator(by)
    locked = AuthorityMember.objects.select_for_update(no_key=True).get(pk=member.pk)
    if deputy_for and (
        deputy_for.user_id == locked.user_id
        or (deputy_for.authority_id, deputy_for.role) != (locked.authority_id, locked.role)
    ):
        raise WrongDeputy
    locked.deputy_for = deputy_for
    locked.save()


def require_administrator(by):
    if by and not by.has_role(Role.ADMINISTRATOR):
        raise NotPermitted
