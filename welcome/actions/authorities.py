from corridor.accounts.actions import set_case_roles
from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.actions import NotPermitted, action
from welcome.models import Authority, AuthorityMember


@action
def set_member(*, authority: Authority, user: User, roles: list[str], by: User | None) -> None:
    """Make `roles` the person's roles at an authority; the person's groups follow. An empty list removes them.

    Raises NotPermitted unless an administrator (or, with by=None, the portal itself) asks.
    """
    if by and not by.has_role(Role.ADMINISTRATOR):
        raise NotPermitted
    User.objects.select_for_update().get(pk=user.pk)
    held = AuthorityMember.objects.filter(authority=authority, user=user)
    held.exclude(role__in=roles).delete()
    for role in set(roles) - set(held.values_list("role", flat=True)):
        AuthorityMember.objects.create(authority=authority, user=user, role=role)
    everywhere = AuthorityMember.objects.filter(user=user).values_list("role", flat=True)
    set_case_roles(user=user, roles={Role(role) for role in everywhere}, by=by)
