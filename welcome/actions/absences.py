"""Who is away when, and who stands in meanwhile."""

from datetime import date

from django.db.models import Q

from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.actions import action
from welcome.exceptions import DeputyMissing, DeputyTaken, NotYourAbsence, WrongDeputy
from welcome.models import AuthorityMember


@action
def set_absence(
    *,
    member: AuthorityMember,
    absent_from: date | None,
    absent_until: date | None,
    deputy: AuthorityMember | None = None,
    by: User | None,
) -> AuthorityMember:
    """Say on which days a member is away, both included, and which colleague stands in; no days end the absence.

    Without a deputy those stand in who do so already. Raises NotYourAbsence, DeputyMissing, WrongDeputy, DeputyTaken,
    Conflict for days that make no sense.
    """
    if by and by != member.user and not by.has_role(Role.ADMINISTRATOR):
        raise NotYourAbsence
    rows = AuthorityMember.objects.select_for_update(no_key=True).order_by("pk")
    rows = {row.pk: row for row in rows.filter(Q(pk=member.pk) | Q(pk=deputy and deputy.pk))}
    member = rows[member.pk]
    member.absent_from, member.absent_until = absent_from, absent_until
    member.save()
    if deputy:
        stand_in(rows[deputy.pk], member)
    if absent_from and not member.deputies.exists():
        raise DeputyMissing
    return member


def stand_in(deputy, member):
    """Nobody else stands in for the member from now on; who stands in holds the same role."""
    if deputy.user_id == member.user_id or (deputy.authority_id, deputy.role) != (
        member.authority_id,
        member.role,
    ):
        raise WrongDeputy
    other = deputy.deputy_for
    if other and other != member and overlap(other, member):
        raise DeputyTaken
    for earlier in member.deputies.exclude(pk=deputy.pk):
        earlier.deputy_for = None
        earlier.save()
    deputy.deputy_for = member
    deputy.save()


def overlap(one, other):
    """Whether two members are away on the same day."""
    if not (one.absent_from and other.absent_from):
        return False
    return one.absent_from <= other.absent_until and other.absent_from <= one.absent_until
