import pgtrigger
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.guards import Refuse
from corridor.history import tracked
from welcome.choices import Law, StaffRole
from welcome.exceptions import LawKept


class AuthorityQuerySet(models.QuerySet):
    def of(self, user, *roles):
        """The authorities a person works for, in one of the roles when any are named."""
        found = AuthorityMember.objects.filter(user=user)
        return self.filter(
            pk__in=(found.filter(role__in=roles) if roles else found).values("authority")
        )

    def visible_to(self, user):
        return self if user.has_role(Role.ADMINISTRATOR, Role.AUDITOR) else self.of(user)


# By the law of its authority a case is checked, signed, notified and final; it would change in the middle of it.
LAW_OF_CASES = """OLD.law IS DISTINCT FROM NEW.law AND EXISTS (
    SELECT 1 FROM welcome_case AS file JOIN welcome_package AS package ON package.id = file.package_id
    WHERE package.authority_id = OLD.id
)"""


@tracked()
class Authority(models.Model):
    """A granting authority (Bewilligungsstelle): its rules of form, letterhead and remedy text."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("short name"), unique=True)
    prefix = models.CharField(
        _("prefix of reference numbers"),
        max_length=5,
        unique=True,
        validators=[RegexValidator(r"^[A-Z]{2,5}$", _("Two to five capital letters."))],
    )
    law = models.CharField(
        _("form of decisions"),
        max_length=10,
        choices=Law,
        help_text=_("Stays as it is once the authority has a case."),
    )
    address = models.TextField(_("address for the letterhead"), help_text=_("One line per line."))
    place = models.CharField(_("place of signing"), max_length=60)
    email = models.EmailField(_("email"))
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    website = models.URLField(_("website"), blank=True)
    signatory_line_de = models.CharField(_("line above the signature, in German"), max_length=120)
    signatory_line_en = models.CharField(_("line above the signature, in English"), max_length=120)
    remedy_de = models.TextField(_("information on legal remedies, in German"), blank=True)
    remedy_en = models.TextField(_("information on legal remedies, in English"), blank=True)

    objects = AuthorityQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("granting authority")
        verbose_name_plural = _("granting authorities")
        constraints = [
            models.CheckConstraint(
                name="authority_act_needs_remedy",
                condition=~models.Q(law=Law.NRW)
                | ~models.Q(remedy_de="") & ~models.Q(remedy_en=""),
                violation_error_message=_(
                    "An administrative act needs the information on legal remedies in both languages: "
                    "without it the period for court action is one year."
                ),
            )
        ]
        triggers = [
            Refuse(
                name="authority_law_of_cases",
                operation=pgtrigger.Update,
                when_sql=LAW_OF_CASES,
                message=LawKept.message,
            )
        ]

    def __str__(self):
        return self.name

    @property
    def issues_acts(self):
        return self.law == Law.NRW


class AuthorityMemberQuerySet(models.QuerySet):
    def visible_to(self, user):
        if user.has_role(Role.ADMINISTRATOR, Role.AUDITOR):
            return self
        return self.filter(authority__in=Authority.objects.of(user))

    def away(self, today):
        return self.filter(absent_from__lte=today, absent_until__gte=today)

    def stood_in_for(self, user, role, today):
        """The colleagues in a role who are away now and for whom a person, who holds that role too, is deputy."""
        mine = AuthorityMember.objects.filter(user=user, role=role, deputy_for__isnull=False)
        return self.away(today).filter(pk__in=mine.values("deputy_for"))


@tracked()
class AuthorityMember(models.Model):
    """Who works for an authority, and as what: the only truth about roles in cases."""

    authority = models.ForeignKey(
        Authority, models.PROTECT, related_name="members", verbose_name=_("authority")
    )
    user = models.ForeignKey(
        User, models.PROTECT, related_name="authority_roles", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=10, choices=StaffRole)
    deputy_for = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="deputies",
        verbose_name=_("deputy for"),
    )
    # Who is away is stood in for on these days, both included, by whoever is deputy for them.
    absent_from = models.DateField(_("away from"), null=True, blank=True)
    absent_until = models.DateField(_("away until"), null=True, blank=True)

    objects = AuthorityMemberQuerySet.as_manager()

    class Meta:
        ordering = ["authority", "role", "id"]
        verbose_name = _("member of an authority")
        verbose_name_plural = _("members of authorities")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "user", "role"],
                name="authority_member_once",
                violation_error_message=_("This person has the role already."),
            ),
            models.CheckConstraint(
                name="authority_member_absence_whole",
                condition=models.Q(absent_from__isnull=True, absent_until__isnull=True)
                | models.Q(
                    absent_from__isnull=False,
                    absent_until__isnull=False,
                    absent_until__gte=models.F("absent_from"),
                ),
                violation_error_message=_(
                    "An absence has a first and a last day, and ends no earlier than it begins."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.user} · {self.get_role_display()} · {self.authority}"


class Counter(models.Model):
    """The last reference number given by an authority in a year; locked while the next one is taken."""

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "year"], name="counter_once")]

    def __str__(self):
        return f"{self.authority} {self.year}: {self.last}"
