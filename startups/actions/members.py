"""The people of a start-up: who is invited, joins, hands over, leaves. It never loses its last owner."""

from datetime import timedelta

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import NotPermitted, Refused, action
from startups import emails
from startups.actions.profiles import locked, require_member, require_owner
from startups.choices import InvitationState, MemberRole
from startups.models import Invitation, Membership, Startup

HOLDS_FOR = timedelta(days=14)
MOST_INVITED = 20
MOST_TO_ONE = 3
# So long after its last day the link still says why it does not work; then the address is forgotten.
KEPT_FOR = timedelta(days=90)
# So often a person is told of another role within a day.
MOST_CHANGED = 2


class AlreadyAMember(Refused):
    message = _("This person belongs to the start-up already.")


class TooManyInvitations(Refused):
    message = _("You have invited 20 people who did not join. Wait until one of them has answered.")


class InvitedOften(Refused):
    message = _(
        "This address has been invited several times lately. Ask the person in another way."
    )


class LastOwner(Refused):
    message = _("A start-up keeps at least one owner. Make somebody else an owner first.")


class InvitationEnded(Refused):
    message = _("This invitation has ended. Ask for a new one.")


class NotInvited(NotPermitted):
    message = _("This invitation was sent to another email address than that of your account.")


class ChangedOften(Refused):
    message = _(
        "This person has been given another role twice within a day. Try again tomorrow, or take them out."
    )


class NoLongerAMember(Refused):
    message = _("This person does not belong to the start-up any more. Reload the page.")


@action
def invite_member(*, startup: Startup, email: str, role: MemberRole, by: User) -> Invitation:
    """Mail somebody a link to join.

    Raises NotAnOwner, AlreadyAMember, TooManyInvitations, or Conflict when the address was invited already.
    """
    startup, email = locked(startup), User.objects.normalize_email(email)
    require_owner(startup, by)
    if startup.memberships.filter(user__email=email).exists():
        raise AlreadyAMember
    today = clock.today()
    require_measure(startup, email, by)
    startup.invitations.filter(
        email=email, accepted_at=None, withdrawn_at=None, expires_on__lt=today
    ).update(withdrawn_at=clock.now())
    invitation = Invitation.objects.create(
        startup=startup,
        email=email,
        role=role,
        invited_by=by,
        invited_at=clock.now(),
        expires_on=today + HOLDS_FOR,
    )
    emails.invited(invitation)
    return invitation


@action
def withdraw_invitation(*, invitation: Invitation, by: User) -> Invitation:
    """The link stops working. Raises NotAnOwner, InvitationEnded."""
    invitation = still_open(invitation)
    require_owner(invitation.startup, by)
    invitation.withdrawn_at = clock.now()
    invitation.save(update_fields=["withdrawn_at"])
    return invitation


@action
def accept_invitation(*, invitation: Invitation, by: User) -> Membership:
    """Join. Raises NotInvited for another address than the invited one, InvitationEnded, AlreadyAMember."""
    invitation = still_open(invitation)
    if not invitation.is_for(by):
        raise NotInvited
    if invitation.startup.memberships.filter(user=by).exists():
        raise AlreadyAMember
    invitation.accepted_at = clock.now()
    invitation.save(update_fields=["accepted_at"])
    membership = Membership.objects.create(
        startup=invitation.startup, user=by, role=invitation.role, since=clock.now()
    )
    emails.member_joined(membership)
    return membership


@action
def change_member(*, membership: Membership, role: MemberRole, by: User) -> Membership:
    """Give somebody another role and tell them; nothing happens when they have it.

    Raises NotAnOwner, LastOwner, ChangedOften.
    """
    membership = still_there(membership)
    require_owner(membership.startup, by)
    if membership.role == role:
        return membership
    require_another_owner(membership)
    require_rest(membership)
    withdraw_unused(membership)
    membership.role = role
    membership.save(update_fields=["role"])
    if membership.user != by:
        emails.member_changed(membership)
    return membership


@action
def remove_member(*, membership: Membership, by: User) -> None:
    """Take somebody out, with every invitation of theirs nobody has used. Raises NotAnOwner, LastOwner."""
    membership = still_there(membership)
    require_owner(membership.startup, by)
    require_another_owner(membership)
    withdraw_unused(membership)
    membership.delete()
    if membership.user != by:
        emails.member_removed(membership)


@action
def leave(*, startup: Startup, by: User) -> None:
    """Leave a start-up. Raises NotAMember, LastOwner."""
    startup = locked(startup)
    require_member(startup, by)
    membership = startup.memberships.get(user=by)
    require_another_owner(membership)
    withdraw_unused(membership)
    membership.delete()


@action
def forget_invitations(*, by: None) -> None:
    """Delete invitations that ended long ago: their addresses may be those of people who never joined."""
    Invitation.objects.filter(expires_on__lt=clock.today() - KEPT_FOR).delete()


def require_measure(startup, email, by):
    """Nobody mails strangers without end: not for one start-up, not with several, not to one address.

    Those taken back count, too, until their time is over.
    """
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    waiting = Invitation.objects.filter(accepted_at=None, expires_on__gte=clock.today())
    if waiting.filter(Q(startup=startup) | Q(invited_by=by)).count() >= MOST_INVITED:
        raise TooManyInvitations
    if waiting.filter(email=email).count() >= MOST_TO_ONE:
        raise InvitedOften


def withdraw_unused(membership):
    """Whoever is no owner any more has no way back in, or out to others, by an invitation of before."""
    unused = membership.startup.invitations.filter(accepted_at=None, withdrawn_at=None)
    unused.filter(invited_by=membership.user).update(withdrawn_at=clock.now())


def still_open(invitation):
    """The invitation as it is now, its start-up locked like in every other action here."""
    startup = locked(invitation.startup)
    invitation = startup.invitations.select_for_update(no_key=True).get(pk=invitation.pk)
    if invitation.state != InvitationState.OPEN:
        raise InvitationEnded
    return invitation


def still_there(membership):
    """The membership as it is now, its start-up locked: so no two owners go at the same time."""
    startup = locked(membership.startup)
    current = startup.memberships.select_related("user").filter(pk=membership.pk).first()
    if current is None:
        raise NoLongerAMember
    return current


def require_another_owner(membership):
    """Whoever is an owner stays one until there is another."""
    others = membership.startup.memberships.exclude(pk=membership.pk)
    if membership.is_owner and not others.filter(role=MemberRole.OWNER).exists():
        raise LastOwner


def require_rest(membership):
    """Each other role is a mail. The history counts them, in real time like the mails."""
    lately = membership.history.filter(
        pgh_label="update", pgh_created_at__gt=clock.real_now() - timedelta(days=1)
    )
    if lately.count() >= MOST_CHANGED:
        raise ChangedOften
