"""Whether a start-up is on a list of sanctions: looked up by hand, recorded with its day."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.models import User
from corridor.guards import append_only
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
            *append_only(
                name="sanctions_check_append_only", message=_("The record is only ever added to.")
            )
        ]

    def __str__(self):
        return f"{self.case} · {self.checked_on:%Y-%m-%d}"

    @property
    def is_hit(self):
        return self.result == SanctionsResult.HIT

    @property
    def is_clear(self):
        """Clear, and not too old to sign an award on."""
        return self.result == SanctionsResult.CLEAR and clock.today() <= self.checked_on + VALID_FOR


def same_list(name: str) -> str:
    """The name of a list, however somebody typed its letters and spaces."""
    return " ".join(name.split()).casefold()


def open_hits(checks: Iterable[SanctionsCheck]) -> dict[str, date]:
    """The lists with a hit that no later look-up in the same list explains, each with the hit's day.

    In the order in which they were recorded: a hit counts from then on, whatever day it bears.
    """
    hits = {}
    for check in sorted(checks, key=lambda check: check.pk):
        name = same_list(check.list_name)
        if check.is_hit:
            hits[name] = max(check.checked_on, hits.get(name, check.checked_on))
        elif check.note and explains(name, check.checked_on, hits):
            del hits[name]
    return hits


def explains(list_name: str, day: date, hits: dict[str, date]) -> bool:
    """Whether a clear look-up comes after an open hit in the same list: then it has to say why that was none."""
    return day >= hits.get(same_list(list_name), date.max)
