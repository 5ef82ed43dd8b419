import uuid

from django.core import signing
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import Role
from corridor.accounts.models import User
from startups import choices
from startups.models.profiles import Startup


class MembershipQuerySet(models.QuerySet):
    def visible_to(self, user):
        if user.has_role(Role.AUDITOR, Role.EDITOR):
            return self
        return self.filter(startup__in=Startup.objects.of(user))


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

    def __str__(self):
        return f"{self.user} · {self.startup}"


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
        return signing.dumps(str(self.pk), salt="startups.invitation")
