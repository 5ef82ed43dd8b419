from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corridor.accounts.models import User
from corridor.folding import Fold
from corridor.history import tracked
from startups import choices, registry_numbers
from startups.models.profiles import Startup


class RegistrationQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(startup__in=Startup.objects.visible_to(user))


@tracked()
class Registration(models.Model):
    """A number under which a register knows the start-up; staff mark it as checked."""

    startup = models.ForeignKey(
        Startup, models.PROTECT, related_name="registrations", verbose_name=_("start-up")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=choices.RegistrationKind)
    value = models.CharField(_("number"), max_length=60, validators=[MinLengthValidator(3)])
    checked_on = models.DateField(_("checked on"), null=True, editable=False)
    checked_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("checked by"),
    )

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "id"]
        verbose_name = _("registry number")
        verbose_name_plural = _("registry numbers")
        constraints = [
            models.UniqueConstraint(
                fields=["startup", "kind"],
                name="registration_kind_once",
                violation_error_message=_("There is a number of this kind already."),
            ),
            models.UniqueConstraint(
                fields=["kind", "value"],
                condition=Q(checked_on__isnull=False),
                name="registration_checked_once",
                violation_error_message=_("Another start-up holds this checked number."),
            ),
            models.CheckConstraint(
                name="registration_check_whole",
                condition=Q(checked_on__isnull=True, checked_by__isnull=True)
                | Q(checked_on__isnull=False, checked_by__isnull=False),
                violation_error_message=_("A checked number names who checked it and when."),
            ),
        ]
        indexes = [
            GinIndex(OpClass(Fold("value"), "gin_trgm_ops"), name="registration_value"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.value}"

    def doubts(self):
        """What an editor looks at before they mark the number as checked, in words."""
        startup = self.startup
        found = registry_numbers.doubts(
            self.kind, self.value, origin=startup.origin, founded_on=startup.founded_on
        )
        same = type(self).objects.filter(kind=self.kind, value=self.value).exclude(pk=self.pk)
        names = ", ".join(other.startup.name for other in same.select_related("startup"))
        return [*found, _("Also given by: %(names)s.") % {"names": names}] if names else found


def same_company(startup: Startup) -> list:
    """The keys of the start-up and of those with one of its registry numbers, checked for one of the two."""
    same = Q(pk__in=[])
    for own in startup.registrations.all():
        found = Q(kind=own.kind, value=own.value)
        same |= found if own.checked_on else found & Q(checked_on__isnull=False)
    others = Registration.objects.filter(same).exclude(startup=startup)
    return [startup.pk, *others.values_list("startup", flat=True)]
