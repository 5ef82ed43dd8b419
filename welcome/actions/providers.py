"""The provider of a benefit answers a wish with the link in its mail: no account, so the answer has no person."""

from corridor.accounts.models import User
from corridor.actions import action
from welcome import emails
from welcome.actions.awards import (
    answered,
    confirmed,
    lock_award,
    lock_redemption,
    require_state,
    tell_provider,
)
from welcome.actions.steps import require_staff
from welcome.choices import RedemptionState, StaffRole
from welcome.exceptions import LinkOutdated, NoProviderMail, ReasonMissing
from welcome.models import AwardItem, Redemption


@action
def confirm_as_provider(
    *, redemption: Redemption, mail: int, answer: str = "", by: None = None
) -> Redemption:
    """Confirm a wish for its day. `mail` is the number of the mail that the link was in.

    Raises LinkOutdated, AlreadyAnswered, DayNotPossible once the day has passed, AwardOver, WrongState.
    """
    redemption, award = lock_linked(redemption, mail)
    redemption = confirmed(redemption, award, redemption.wished_on, answer, by)
    emails.provider_answered(redemption)
    return redemption


@action
def refuse_as_provider(
    *, redemption: Redemption, mail: int, answer: str, by: None = None
) -> Redemption:
    """Say why a wish is not possible. Raises LinkOutdated, AlreadyAnswered, ReasonMissing, WrongState."""
    redemption, _award = lock_linked(redemption, mail)
    if not answer.strip():
        raise ReasonMissing
    redemption = answered(redemption, RedemptionState.REFUSED, answer, by)
    emails.provider_answered(redemption)
    return redemption


@action
def ask_provider_again(*, redemption: Redemption, by: User) -> Redemption:
    """Write to the provider once more; only the new link holds. Raises AlreadyAnswered, NoProviderMail."""
    redemption, award = lock_redemption(redemption)
    require_staff(award.case, by, StaffRole.OFFICER)
    require_state(redemption, RedemptionState.ASKED)
    if not redemption.item.provider_email:
        raise NoProviderMail
    tell_provider(redemption)
    return redemption


@action
def change_contact(*, item: AwardItem, contact: str, provider_email: str, by: User) -> AwardItem:
    """Note how the provider of an awarded benefit is reached from now on. Raises NotOfThisAuthority, WrongState."""
    case, _award = lock_award(item.case)
    require_staff(case, by, StaffRole.OFFICER)
    item = AwardItem.objects.get(pk=item.pk)
    item.contact, item.provider_email = contact.strip(), provider_email
    item.save()
    return item


def lock_linked(redemption, mail):
    redemption, award = lock_redemption(redemption)
    if redemption.provider_asked != mail:
        raise LinkOutdated
    return redemption, award
