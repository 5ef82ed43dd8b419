"""Diet and access needs, with explicit consent; the event team alone reads them, and only for a while."""

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from events.actions.places import current
from events.actions.registrations import require_ahead
from events.actions.rights import require_delegate
from events.consents import NEEDS
from events.exceptions import ConsentMissing, StepImpossible
from events.models import Delegate, Needs
from events.models.needs import NEEDS_KEPT


@action
def save_needs(
    *,
    delegate: Delegate,
    diet: str,
    access: str,
    consent: bool,
    by: User | None,
    link: int | None = None,
) -> Needs | None:
    """Keep what somebody needs; nothing is kept when they say nothing any more.

    Raises LinkRevoked, EventOver, StepImpossible, ConsentMissing.
    """
    _pool, delegate = current(delegate)
    require_delegate(delegate, by, link)
    require_ahead(delegate.event)
    if not delegate.is_active:
        raise StepImpossible
    if not (diet or access):
        Needs.objects.filter(delegate=delegate).delete()
        return None
    if not consent:
        raise ConsentMissing
    said = {"diet": diet, "access": access, "consent_version": NEEDS, "consented_at": clock.now()}
    return Needs.objects.update_or_create(delegate=delegate, defaults=said)[0]


@action
def withdraw_needs(*, delegate: Delegate, by: User | None, link: int | None = None) -> None:
    """Take the consent back: what was said is deleted. Raises LinkRevoked."""
    _pool, delegate = current(delegate)
    require_delegate(delegate, by, link)
    Needs.objects.filter(delegate=delegate).delete()


@action
def purge_needs(*, by: None = None) -> int:
    """Delete diet and access needs 14 days after their event; how many that were."""
    over = clock.now() - NEEDS_KEPT
    return Needs.objects.filter(delegate__event__ends_at__lt=over).delete()[0]
