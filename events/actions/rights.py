"""Who may act for whom: the event team by role, heads and delegates by account or by the link they hold."""

from corridor.accounts.choices import Role
from corridor.actions import NotPermitted
from events.exceptions import DelegationEnded, LinkRevoked


def require_team(user):
    """Raises NotPermitted for everybody but the event team."""
    if not (user and user.has_role(Role.EVENT_TEAM)):
        raise NotPermitted


def is_head(delegation, user):
    """Whether the address of somebody's account is that of the head or the deputy."""
    return (
        bool(user)
        and user.is_active
        and user.email in {address.lower() for _name, address in delegation.heads}
    )


def require_head(delegation, user, link):
    """Head and deputy by account, or whoever holds the current link. Raises LinkRevoked, DelegationEnded."""
    if not (is_head(delegation, user) or (link and link == delegation.head_link)):
        raise LinkRevoked
    if not delegation.is_open:
        raise DelegationEnded


def require_delegate(delegate, user, link):
    """The person by account, or whoever holds the current link. Raises LinkRevoked."""
    if not ((user and delegate.user_id == user.pk) or (link and link == delegate.link)):
        raise LinkRevoked
