"""Whether a start-up is on a list of sanctions: looked up by hand, recorded with its day."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.models import User
from corridor.guards import AppendOnly
from welcome.choices import SanctionsResult
from welcome.models.cases import Case

# An award is signed on a look-up no older than this.
VALID_FOR = timedelta(days=30)


class SanctionsCheckQuerySet(models.QuerySet):
    def visible_to(self, user):
        """To the authority's staff and the auditor; never to the applicant."""
        return self.filter(case__in=Case.objects.open_to_staff(user))


class SanctionsCheck(models.Model):
    """One look-up in a list of sanctions. A new one never changes an older one."""

    case = models.ForeignKey(
        Case, models.PROTECT, related_name="sanctions_checks", verbose_name=_("case")
    )
    checked_on = models.DateField(_("checked on"))
    list_name = models.CharField(_("list"), max_length=200)
    result = models.CharField(_("result"), max_length=10, choices=SanctionsResult)
    note = models.TextField(_("note"), max_length=4000, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("checked by"))
    at = models.DateTimeField(_("recorded"))

    objects = SanctionsCheckQuerySet.as_manager()

    class Meta:
        ordering = ["case", "checked_on", "id"]
        verbose_name = _("sanctions-list check")
        verbose_name_plural = _("sanctions-list checks")
        constraints = [
            models.CheckConstraint(
                name="sanctions_check_named",
                condition=~Q(list_name=""),
                violation_error_message=_("A look-up names its list."),
            ),
            models.CheckConstraint(
                name="sanctions_hit_explained",
                condition=~Q(result=SanctionsResult.HIT) | ~Q(note=""),
                violation_error_message=_("A hit says what was found."),
            ),
        ]
        triggers = [
            AppendOnly(
                name="sanctions_check_append_only", message=_("The record is only ever added to.")
            )
        ]

    def __str__(self):
        return f"{self.case} · {self.checked_on:%Y-%m-%d}"

    @property
    def is_clear(self):
        """Clear, and not too old to sign an award on."""
        return self.result == SanctionsResult.CLEAR and clock.today() <= self.checked_on + VALID_FOR
