"""A delegate's own link is made anew: the one before, which somebody else may have, stops working."""

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from events import emails
from events.actions.places import current
from events.actions.rights import require_delegate, require_team
from events.exceptions import NoAddress, SameAddress, StepImpossible
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


@action
def change_address(*, delegate: Delegate, email: str, reason: str, by: User) -> Delegate:
    """Mail somebody elsewhere from now on: a new link goes there, and the old address is told without it.

    An account under the old address is none of theirs any more. Raises NotPermitted, SameAddress, StepImpossible, or
    Conflict for an address that is registered already.
    """
    require_team(by)
    _pool, delegate = current(delegate)
    if delegate.email == email:
        raise SameAddress
    if delegate.user and delegate.user.email != email.lower():
        delegate.user = None
    emails.address_changed(delegate)
    delegate.email, delegate.email_reason = email, reason
    delegate.link_mailed_on = clock.today()
    delegate.save(update_fields=["user", "email", "email_reason", "link_mailed_on"])
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
