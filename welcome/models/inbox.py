"""What staff keep beside the cases: views of the list, and who looked at which file."""

from datetime import timedelta

from django.core.validators import MinLengthValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from corridor.accounts.models import User
from corridor.documents.models import LogQuerySet, kept
from welcome.models.cases import Case, apart_from
from welcome.models.decisions import Decision

PART_OF_DAY = timedelta(minutes=5)


class SavedViewQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(user=user)


class SavedView(models.Model):
    """A person's own name for filters of the list of cases. It opens the list; who sees what stays as it is."""

    user = models.ForeignKey(
        User, models.CASCADE, related_name="saved_views", verbose_name=_("person")
    )
    name = models.CharField(_("name"), max_length=60, validators=[MinLengthValidator(1)])
    # The part of the list's address after the question mark.
    query = models.CharField(_("filters"), max_length=1000, blank=True)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "name"],
                name="saved_view_once",
                violation_error_message=_("You have a view of this name already."),
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse('admin:welcome_case_changelist')}?{self.query}"


class CaseAccessQuerySet(LogQuerySet):
    def visible_to(self, user):
        """Nobody reads who looked at a case in which they have an interest."""
        return super().visible_to(user).filter(apart_from(user, "case__"))


class CaseAccess(models.Model):
    """That a member of staff opened a case: in real time, only ever added to until a year has passed.

    Once in each part of a day, so that whoever turns pages writes no log of every click.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="accesses", verbose_name=_("case"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("by"))
    day = models.DateField(_("day"))
    part = models.PositiveSmallIntegerField(default=0)  # of the day, counted in PART_OF_DAY
    at = models.DateTimeField(_("at"), db_index=True)
    # The proposal that the page showed: who signs several at once has opened each of them.
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, related_name="+")

    objects = CaseAccessQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name = _("look at a case")
        verbose_name_plural = _("looks at cases")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "by", "day", "part", "decision"],
                name="case_access_once",
                nulls_distinct=False,
            )
        ]
        triggers = kept("case_access_kept", _("The log of accesses is only ever added to."))

    def __str__(self):
        return f"{self.by} · {self.case}"
