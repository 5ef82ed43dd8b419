"""Mails to a group of delegates, and their feedback after the event."""

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from events import emails
from events.actions.places import current
from events.actions.rights import require_delegate, require_team
from events.choices import DelegateState
from events.exceptions import DelegationElsewhere, MailingSent, NobodyToWriteTo, NotOver
from events.models import Delegate, Event, Feedback, Mailing, MailingReceipt


@action
def write_mailing(*, event: Event, by: User, **fields) -> Mailing:
    """Write a text for a group; nothing is sent. Raises NotPermitted, DelegationElsewhere."""
    require_team(by)
    require_own(event, fields)
    return Mailing.objects.create(event=event, **fields)


@action
def change_mailing(*, mailing: Mailing, by: User, **fields) -> Mailing:
    """Change what has not been sent. Raises NotPermitted, DelegationElsewhere, or Conflict once it was."""
    require_team(by)
    mailing = locked(mailing)
    require_own(mailing.event, fields)
    for name, value in fields.items():
        setattr(mailing, name, value)
    mailing.save(update_fields=list(fields))
    return mailing


@action
def send_mailing(*, mailing: Mailing, by: User) -> int:
    """Send it to everybody it is for, each in their language with the link to their page; to how many.

    Raises NotPermitted, MailingSent, NobodyToWriteTo.
    """
    require_team(by)
    mailing = locked(mailing)
    if mailing.sent_at:
        raise MailingSent
    people = list(mailing.recipients().select_related("event", "delegation"))
    if not people:
        raise NobodyToWriteTo
    for delegate in people:
        emails.mailing(mailing, delegate)
    MailingReceipt.objects.bulk_create(
        MailingReceipt(mailing=mailing, delegate=delegate) for delegate in people
    )
    mailing.sent_at, mailing.sent_by = clock.now(), by
    mailing.save(update_fields=["sent_at", "sent_by"])
    return len(people)


@action
def give_feedback(
    *, delegate: Delegate, by: User | None, link: int | None = None, **fields
) -> Feedback:
    """Say how it was, or say it anew. Raises LinkRevoked, or NotOver, also for whoever had no place."""
    _pool, delegate = current(delegate)
    require_delegate(delegate, by, link)
    if clock.now() < delegate.event.ends_at or delegate.state != DelegateState.CONFIRMED:
        raise NotOver
    said = {**fields, "given_at": clock.now()}
    return Feedback.objects.update_or_create(delegate=delegate, defaults=said)[0]


def require_own(event, fields):
    """Raises DelegationElsewhere: nobody of another event's delegation would get it."""
    delegation = fields.get("delegation")
    if delegation and delegation.event_id != event.pk:
        raise DelegationElsewhere


def locked(mailing):
    return Mailing.objects.select_for_update(no_key=True).get(pk=mailing.pk)
