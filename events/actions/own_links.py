"""A delegate's own link is made anew: the one before, which somebody else may have, stops working."""

from corridor.accounts.models import User
from corridor.actions import action
from events import emails
from events.actions.places import current
from events.actions.rights import require_delegate, require_team
from events.exceptions import NoAddress, StepImpossible
from events.models import Delegate


@action
def renew_link(*, delegate: Delegate, by: User | None, link: int | None = None) -> Delegate:
    """By the person, or whoever holds the link: only the mail has the new one. Raises LinkRevoked, NoAddress,
    StepImpossible.
    """
    _pool, delegate = current(delegate)
    require_delegate(delegate, by, link)
    return renewed(delegate)


@action
def renew_link_as_team(*, delegate: Delegate, by: User) -> Delegate:
    """For somebody who asks the event team. Raises NotPermitted, NoAddress, StepImpossible."""
    require_team(by)
    _pool, delegate = current(delegate)
    return renewed(delegate)


def renewed(delegate):
    if not delegate.is_active:
        raise StepImpossible
    if not delegate.email:
        raise NoAddress
    delegate.link += 1
    delegate.save(update_fields=["link"])
    emails.own_link(delegate)
    return delegate
