from django.db import models
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.guards import Frozen
from corridor.history import tracked
from startups import choices
from startups.models.profiles import Startup, in_words
from startups.models.registrations import Registration


class ProfileChangeQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=choices.ChangeState.WAITING)

    def visible_to(self, user):
        if user.has_role(Role.AUDITOR, Role.EDITOR):
            return self
        return self.filter(startup__in=Startup.objects.of(user))


@tracked()
class ProfileChange(models.Model):
    """A new name, sector or registry number of a published profile; it waits for an editor while the old one shows."""

    startup = models.ForeignKey(
        Startup, models.PROTECT, related_name="changes", verbose_name=_("start-up")
    )
    # {"name": …, "sector": …, "registrations": {kind: number}}, only what is to change.
    fields = models.JSONField(_("new values"))
    proposed_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("proposed by")
    )
    proposed_at = models.DateTimeField(_("proposed"))
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=choices.ChangeState,
        default=choices.ChangeState.WAITING,
    )
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided"), null=True)
    note = models.TextField(_("reason"), blank=True)

    objects = ProfileChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-proposed_at", "-id"]
        verbose_name = _("change of a profile")
        verbose_name_plural = _("changes of profiles")
        constraints = [
            models.UniqueConstraint(
                fields=["startup"],
                condition=Q(state=choices.ChangeState.WAITING),
                name="profile_change_waits_once",
                violation_error_message=_("A change is waiting for an editor already."),
            ),
            models.CheckConstraint(
                name="profile_change_decided_whole",
                condition=Q(state__in=[choices.ChangeState.WAITING, choices.ChangeState.WITHDRAWN])
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                violation_error_message=_("A decision names who decided, and when."),
            ),
            models.CheckConstraint(
                name="profile_change_declined_with_reason",
                condition=~Q(state=choices.ChangeState.DECLINED) | ~Q(note=""),
                violation_error_message=_("Give the reason: the start-up reads it."),
            ),
        ]
        triggers = [
            Frozen(
                name="profile_change_decided_kept",
                fields=["startup", "fields", "state", "decided_by", "decided_at", "note"],
                until="OLD.state <> 'waiting'",
                message=_("This change has been decided already."),
            )
        ]

    def __str__(self):
        return f"{self.startup} · {self.get_state_display()}"

    def rows(self):
        """What is to change as {label, now, new}, in words; an empty word where there is nothing."""
        rows = [
            {
                "label": capfirst(Startup._meta.get_field(name).verbose_name),
                "now": in_words(name, getattr(self.startup, name)),
                "new": in_words(name, self.fields[name]),
            }
            for name in choices.HELD_BACK
            if name in self.fields
        ]
        return rows + self.number_rows()

    def number_rows(self):
        present = {row.kind: row.value for row in self.startup.registrations.all()}
        return [
            {
                "label": choices.RegistrationKind(kind).label,
                "now": present.get(kind, ""),
                "new": number,
            }
            for kind, number in self.numbers.items()
        ]

    @property
    def numbers(self):
        return self.fields.get("registrations", {})

    def doubts(self):
        """What an editor looks at before they accept the numbers, in words."""
        return [
            f"{choices.RegistrationKind(kind).label}: {doubt}"
            for kind, number in self.numbers.items()
            if number
            for doubt in Registration(startup=self.startup, kind=kind, value=number).doubts()
        ]
