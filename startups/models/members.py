import uuid

import pgtrigger
from django.core import signing
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.guards import Refuse
from corridor.history import tracked
from startups import choices
from startups.models.profiles import Startup

SALT = "startups.invitation"
# Two owners who leave at the same moment wait for each other here; the second one is then the last.
LOCK_STARTUP = "PERFORM 1 FROM startups_startup WHERE id = OLD.startup_id FOR NO KEY UPDATE;"
NO_OTHER_OWNER = f"""NOT EXISTS (
    SELECT 1 FROM startups_membership AS other
    WHERE other.startup_id = OLD.startup_id AND other.id <> OLD.id AND other.role = '{choices.MemberRole.OWNER}'
)"""


class MembershipQuerySet(models.QuerySet):
    def visible_to(self, user):
        if user.has_role(Role.AUDITOR, Role.EDITOR):
            return self
        return self.filter(startup__in=Startup.objects.of(user))


@tracked()
class Membership(models.Model):
    """A person's place in a start-up."""

    startup = models.ForeignKey(
        Startup, models.PROTECT, related_name="memberships", verbose_name=_("start-up")
    )
    user = models.ForeignKey(
        User, models.PROTECT, related_name="memberships", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=10, choices=choices.MemberRole)
    since = models.DateTimeField(_("since"))

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["startup", "since"]
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(
                fields=["startup", "user"],
                name="membership_once",
                violation_error_message=_("This person is a member already."),
            )
        ]
        triggers = [
            Refuse(
                name="membership_last_owner",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__role=choices.MemberRole.OWNER),
                prepare=LOCK_STARTUP,
                when_sql=f"(TG_OP = 'DELETE' OR NEW.role <> OLD.role OR NEW.startup_id <> OLD.startup_id)"
                f" AND {NO_OTHER_OWNER}",
                message=_(
                    "A start-up keeps at least one owner. Make somebody else an owner first."
                ),
            )
        ]

    def __str__(self):
        return f"{self.user} · {self.startup}"

    @property
    def is_owner(self):
        return self.role == choices.MemberRole.OWNER


class InvitationQuerySet(models.QuerySet):
    def open_on(self, day):
        """Those whose link still works."""
        return self.filter(accepted_at=None, withdrawn_at=None, expires_on__gte=day)

    def visible_to(self, user):
        """Owners see whom their start-up has invited."""
        return self.filter(startup__in=Startup.objects.owned_by(user))


class Invitation(models.Model):
    """A colleague asked by mail to join; the link in it holds until it is used, taken back or out of date."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    startup = models.ForeignKey(
        Startup, models.PROTECT, related_name="invitations", verbose_name=_("start-up")
    )
    email = models.EmailField(_("email address"), max_length=254)
    role = models.CharField(_("role"), max_length=10, choices=choices.MemberRole)
    invited_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("invited by")
    )
    invited_at = models.DateTimeField(_("invited"))
    expires_on = models.DateField(_("holds until"))
    accepted_at = models.DateTimeField(_("accepted"), null=True)
    withdrawn_at = models.DateTimeField(_("taken back"), null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-invited_at", "id"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.UniqueConstraint(
                "startup",
                models.functions.Lower("email"),
                condition=Q(accepted_at__isnull=True, withdrawn_at__isnull=True),
                name="invitation_open_once",
                violation_error_message=_("This address has been invited already."),
            ),
            models.CheckConstraint(
                name="invitation_one_end",
                condition=Q(accepted_at__isnull=True) | Q(withdrawn_at__isnull=True),
                violation_error_message=_("This invitation has ended already."),
            ),
        ]

    def __str__(self):
        return f"{self.email} · {self.startup}"

    def get_absolute_url(self):
        return reverse("invitation", args=[self.token])

    @property
    def token(self):
        """What the link carries: the signed id, so that nothing secret is stored."""
        return signing.dumps(str(self.pk), salt=SALT)

    @property
    def state(self):
        """What one can still do with the link."""
        if self.accepted_at:
            return choices.InvitationState.ACCEPTED
        if self.withdrawn_at:
            return choices.InvitationState.WITHDRAWN
        if self.expires_on < clock.today():
            return choices.InvitationState.EXPIRED
        return choices.InvitationState.OPEN

    def is_for(self, user):
        """Whether it was sent to the address of this person's account."""
        return user.is_authenticated and user.email == self.email.lower()


def invitation_id(token):
    """The id that the link of an invitation carries. Raises BadSignature."""
    return signing.loads(token, salt=SALT)
