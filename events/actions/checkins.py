"""The door: tickets are scanned, on phones that may have no network, and of all scans the earliest counts."""

from datetime import datetime
from uuid import UUID

import pgtrigger

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from events import entrance
from events.actions.rights import require_team
from events.choices import DelegateState, Outcome
from events.exceptions import EventOver, NotExpected, StepImpossible, UnknownTicket
from events.models import CheckIn, Delegate, Event
from events.models.checkins import CHECK_INS_KEPT


@action
def check_in(
    *,
    event: Event,
    at: datetime,
    scan: UUID,
    gate: str,
    by: User,
    code: str = "",
    delegate: Delegate | None = None,
) -> CheckIn:
    """Note that somebody came, by the code of their ticket or by name; `at` is the moment of the scan.

    Whoever was in before is noted as coming again. Of two phones that were without network the earlier scan is the
    check-in and the other one the note. A scan that is sent again changes nothing.

    Raises NotPermitted, UnknownTicket, NotExpected, EventOver, or StepImpossible for a scan of somebody else.
    """
    require_team(by)
    delegate = locked(event, delegate.pk if delegate else entrance.holder(event, code))
    if known := CheckIn.objects.filter(scan=scan).select_related("delegate", "by").first():
        if known.delegate_id != delegate.pk:
            raise StepImpossible
        return known
    if delegate.state != DelegateState.CONFIRMED:
        raise NotExpected(name=delegate.name, state=delegate.get_state_display())
    at = min(at, clock.now())
    if at > event.ends_at:
        raise EventOver
    first = CheckIn.objects.valid().filter(delegate=delegate).first()
    is_later = bool(first) and first.at <= at
    if first and not is_later:
        first.outcome = Outcome.AGAIN
        first.save(update_fields=["outcome"])
    return CheckIn.objects.create(
        delegate=delegate,
        scan=scan,
        outcome=Outcome.AGAIN if is_later else Outcome.IN,
        at=at,
        recorded_at=clock.now(),
        by=by,
        gate=gate,
    )


def locked(event, pk):
    """The delegate, while no other scan and no cancellation gets in between."""
    own = Delegate.objects.filter(event=event, pk=pk).select_related("delegation")
    delegate = own.select_for_update(no_key=True, of=["self"]).first()
    if delegate is None:
        raise UnknownTicket
    delegate.event = event
    return delegate


@action
def undo_check_in(*, check_in: CheckIn, by: User) -> CheckIn:
    """Take a check-in back that was a mistake: the person is not in. Raises NotPermitted, StepImpossible."""
    require_team(by)
    check_in = CheckIn.objects.select_for_update(of=["self"]).get(pk=check_in.pk)
    if not check_in.is_valid:
        raise StepImpossible
    check_in.undone_at, check_in.undone_by = clock.now(), by
    check_in.save(update_fields=["undone_at", "undone_by"])
    return check_in


@action
def purge_check_ins(*, by: None = None) -> int:
    """Delete scans 12 months after their event; how many that were."""
    over = clock.now() - CHECK_INS_KEPT
    with pgtrigger.ignore("events.CheckIn:check_in_never_deleted"):
        return CheckIn.objects.filter(delegate__event__ends_at__lt=over).delete()[0]
