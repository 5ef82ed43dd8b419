"""The people on a delegation's list: put there by its head, changed, replaced, mailed their links."""

from django.db.models.functions import Lower

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from events import emails
from events.actions.delegations import pool_of_head
from events.actions.places import enter, leave_sessions, take_step
from events.actions.registrations import write
from events.choices import Actor, DelegateState, Window
from events.exceptions import (
    DelegationFull,
    LinkRevoked,
    ListChanged,
    MailedToday,
    NobodyToMail,
    StepImpossible,
    SwapsEnded,
)
from events.models import Delegate, Delegation


@action
def add_people(
    *,
    delegation: Delegation,
    people: list[dict],
    by: User | None,
    link: int | None = None,
    after: int | None = None,
) -> list[Delegate]:
    """Put people on the list, all of them or none: each a dict of the fields of a Delegate.

    Each holds a place from now on. With `after` only behind this position, so that what was checked is not saved
    twice. Raises DelegationFull, SwapsEnded, ListChanged, like `open_join_link`, or Conflict for somebody who is on a
    list of the event already.
    """
    pool = pool_of_head(delegation, by, link)
    require_swaps(pool.event)
    if after is not None and pool.next_position() != after + 1:
        raise ListChanged
    if pool.free < len(people):
        raise DelegationFull
    return enter(pool=pool, people=people, state=DelegateState.INVITED, actor=Actor.HEAD, by=by)


@action
def change_person(
    *, delegate: Delegate, by: User | None, link: int | None = None, **fields
) -> Delegate:
    """Change what a head may know of somebody; a new address gets a new link, and the one before stops working.

    Raises SwapsEnded, StepImpossible, like `open_join_link`, or Conflict.
    """
    pool, delegate = of_head(delegate, by, link)
    require_swaps(pool.event)
    is_elsewhere = fields.get("email", delegate.email) != delegate.email
    if not delegate.is_active or (is_elsewhere and delegate.state != DelegateState.INVITED):
        raise StepImpossible
    if is_elsewhere:
        delegate.link += 1
        delegate.link_mailed_on = None
        delegate.save(update_fields=["link", "link_mailed_on"])
    write(delegate, fields)
    return delegate


@action
def swap(*, delegate: Delegate, person: dict, by: User | None, link: int | None = None) -> Delegate:
    """Replace somebody: the one is cancelled and told, the other has their place.

    Raises SwapsEnded, StepImpossible, like `open_join_link`, or Conflict.
    """
    pool, delegate = of_head(delegate, by, link)
    require_swaps(pool.event)
    take_step(delegate, DelegateState.CANCELLED, "cancel", actor=Actor.HEAD, by=by)
    leave_sessions(delegate)
    emails.cancelled(delegate, Actor.HEAD)
    [successor] = enter(
        pool=pool, people=[person], state=DelegateState.INVITED, actor=Actor.HEAD, by=by
    )
    return successor


@action
def mail_links(
    *, delegation: Delegation, delegates, by: User | None, link: int | None = None
) -> int:
    """Mail people of the list their own link, which is also the reminder; to how many.

    Once a day to each address. Left out are those without one, and once nobody can register any more those who have
    not.
    Raises NobodyToMail, MailedToday, and like `open_join_link`.
    """
    pool = pool_of_head(delegation, by, link)
    today = clock.today()
    chosen = pool.delegates.active().select_related("event", "delegation").exclude(email="")
    chosen = chosen.filter(pk__in=[delegate.pk for delegate in delegates])
    if pool.event.window_for_listed(today) == Window.OVER:
        chosen = chosen.exclude(state=DelegateState.INVITED)
    if not chosen:
        raise NobodyToMail
    # Whoever was taken off and put on the list again has the same mailbox.
    mailed = pool.delegates.filter(link_mailed_on=today).values_list(Lower("email"), flat=True)
    due = [delegate for delegate in chosen if delegate.email.lower() not in set(mailed)]
    if not due:
        raise MailedToday
    for delegate in due:
        emails.own_link(delegate)
    pool.delegates.filter(pk__in=[delegate.pk for delegate in due]).update(link_mailed_on=today)
    return len(due)


def of_head(delegate, by, link):
    """Somebody on the list of a delegation, for its head."""
    if delegate.delegation is None:
        raise LinkRevoked
    pool = pool_of_head(delegate.delegation, by, link)
    return pool, pool.delegates.select_for_update(no_key=True).get(pk=delegate.pk)


def require_swaps(event):
    """Raises SwapsEnded after the last day on which a delegation replaces people."""
    if clock.today() > event.last_swap:
        raise SwapsEnded
