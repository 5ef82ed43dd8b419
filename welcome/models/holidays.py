"""The public holidays of North Rhine-Westphalia, which move the ends of periods; staff keep them."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import Role
from corridor.history import tracked


class HolidayQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if user.has_role(Role.ADMINISTRATOR, Role.AUDITOR) else self.none()


@tracked()
class Holiday(models.Model):
    """A day that is no working day besides Saturdays and Sundays."""

    day = models.DateField(
        _("day"),
        unique=True,
        error_messages={"unique": _("This day is a holiday already.")},
    )
    title_de = models.CharField(_("title in German"), max_length=80)
    title_en = models.CharField(_("title in English"), max_length=80)

    objects = HolidayQuerySet.as_manager()

    class Meta:
        ordering = ["day"]
        verbose_name = _("public holiday")
        verbose_name_plural = _("public holidays")

    def __str__(self):
        title = self.title_de if get_language() == "de" else self.title_en
        return f"{self.day:%Y-%m-%d} {title}"
