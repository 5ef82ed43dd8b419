from dataclasses import asdict, dataclass
from decimal import Decimal

from dateutil.relativedelta import relativedelta
from django.contrib.postgres.fields import ArrayField
from django.core.serializers.json import DjangoJSONEncoder
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.choices import Role
from corridor.guards import AppendOnly, Frozen
from corridor.history import tracked
from startups.choices import Origin, Sector
from welcome.choices import DocumentKind
from welcome.models.authorities import Authority


class PackageQuerySet(models.QuerySet):
    def public(self):
        return self.filter(is_public=True)

    def open_on(self, day):
        return self.public().filter(opens_on__lte=day, closes_on__gte=day)

    def for_origin(self, origin):
        return self.filter(origins__contains=[origin])

    def visible_to(self, user):
        """Public ones to everybody; an authority's own to its staff; all to auditor and administrator."""
        if not user.is_authenticated:
            return self.public()
        if user.has_role(Role.AUDITOR, Role.ADMINISTRATOR):
            return self
        return self.filter(Q(is_public=True) | Q(authority__in=Authority.objects.of(user)))

    def for_back_office(self, user):
        """An authority's own to its staff, public or not; all to auditor and administrator."""
        if user.has_role(Role.AUDITOR, Role.ADMINISTRATOR):
            return self
        return self.filter(authority__in=Authority.objects.of(user))


@tracked()
class Package(models.Model):
    """A welcome package: what one authority offers, to whom, until when. A change never alters a running case."""

    authority = models.ForeignKey(
        Authority, models.PROTECT, related_name="packages", verbose_name=_("authority")
    )
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    title_de = models.CharField(_("title in German"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=120)
    summary_de = models.TextField(_("summary in German"), max_length=1000)
    summary_en = models.TextField(_("summary in English"), max_length=1000)
    is_public = models.BooleanField(_("shown to the public"), default=False)
    opens_on = models.DateField(_("opens on"))
    closes_on = models.DateField(
        _("closes on"), help_text=_("The last day on which an application is accepted.")
    )
    sectors = ArrayField(models.CharField(max_length=20, choices=Sector), verbose_name=_("sectors"))
    origins = ArrayField(models.CharField(max_length=20, choices=Origin), verbose_name=_("origins"))
    max_age_years = models.PositiveSmallIntegerField(
        _("greatest age of the start-up"),
        null=True,
        blank=True,
        help_text=_("Years on the day of submission."),
    )
    award_days = models.PositiveSmallIntegerField(
        _("award period"), help_text=_("Days."), validators=[MinValueValidator(1)]
    )
    budget = models.DecimalField(
        _("budget"),
        max_digits=12,
        decimal_places=2,
        help_text="EUR",
        validators=[MinValueValidator(Decimal(0))],
    )
    places = models.PositiveSmallIntegerField(_("places"))
    decision_days = models.PositiveSmallIntegerField(
        _("time for a decision"),
        help_text=_("Days from submission."),
        validators=[MinValueValidator(1)],
    )
    required_documents = ArrayField(
        models.CharField(max_length=20, choices=DocumentKind),
        verbose_name=_("required documents"),
        default=list,
    )

    objects = PackageQuerySet.as_manager()

    class Meta:
        ordering = ["closes_on", "title_en", "id"]
        verbose_name = _("welcome package")
        verbose_name_plural = _("welcome packages")
        constraints = [
            models.CheckConstraint(
                name="package_opens_before_it_closes",
                condition=Q(opens_on__lte=F("closes_on")),
                violation_error_message=_("A package opens before it closes."),
            )
        ]
        triggers = [
            Frozen(
                name="package_keeps_its_authority",
                fields=["authority"],
                message=_("A package stays with its authority."),
            )
        ]

    def __str__(self):
        return self.title_de if get_language() == "de" else self.title_en

    def get_absolute_url(self):
        return reverse("package", args=[self.slug])

    def is_open(self, day=None):
        day = day or clock.today()
        return self.is_public and self.opens_on <= day <= self.closes_on

    @property
    def opens_later(self):
        return clock.today() < self.opens_on

    @property
    def last_moment(self):
        """The end of the last day, as a moment: a person in India meets it earlier in their evening."""
        return clock.end_of_day(self.closes_on)

    def obstacles(self, startup, day) -> list:
        """Why this start-up cannot apply on a day, each as a sentence; empty when it can."""
        found = []
        if not self.is_open(day):
            found.append(_("The package is not open for applications today."))
        if startup.origin not in self.origins:
            found.append(_("The package is for start-ups from the other side of the corridor."))
        if startup.sector not in self.sectors:
            found.append(_("The package does not support your sector."))
        if (
            self.max_age_years
            and startup.founded_on + relativedelta(years=self.max_age_years) < day
        ):
            found.append(_("Your start-up is older than the package allows."))
        return found

    @property
    def value(self):
        """What one award of all benefits is worth, in EUR."""
        return sum((benefit.value for benefit in self.benefits.all()), Decimal(0))

    @property
    def sector_labels(self):
        return [Sector(value).label for value in self.sectors]

    @property
    def origin_labels(self):
        return [Origin(value).label for value in self.origins]

    @property
    def document_labels(self):
        return [DocumentKind(value).label for value in self.required_documents]


class BenefitQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(package__in=Package.objects.visible_to(user))


class Benefit(models.Model):
    """A benefit item (Leistungsbaustein) of a package, with quantity, unit and value."""

    package = models.ForeignKey(
        Package, models.CASCADE, related_name="benefits", verbose_name=_("package")
    )
    title_de = models.CharField(_("title in German"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=120)
    unit_de = models.CharField(_("unit in German"), max_length=40)
    unit_en = models.CharField(_("unit in English"), max_length=40)
    quantity = models.PositiveSmallIntegerField(_("quantity"), validators=[MinValueValidator(1)])
    unit_value = models.DecimalField(
        _("value of one unit"),
        max_digits=10,
        decimal_places=2,
        help_text="EUR",
        validators=[MinValueValidator(Decimal(0))],
    )
    provider = models.CharField(_("provider"), max_length=120)

    objects = BenefitQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("benefit item")
        verbose_name_plural = _("benefit items")
        constraints = [
            models.CheckConstraint(
                name="benefit_quantity_and_value",
                condition=Q(quantity__gte=1, unit_value__gte=0),
                violation_error_message=_(
                    "A benefit item has a quantity of at least 1 and a value of at least 0."
                ),
            )
        ]

    def __str__(self):
        return self.title_de if get_language() == "de" else self.title_en

    @property
    def value(self):
        return self.quantity * self.unit_value


@dataclass(frozen=True)
class Offer:
    """A benefit item as terms name it; `id` is that of the benefit it was copied from."""

    id: int
    title_de: str
    title_en: str
    unit_de: str
    unit_en: str
    quantity: int
    unit_value: Decimal
    provider: str

    @classmethod
    def of(cls, benefit):
        return cls(**{name: getattr(benefit, name) for name in cls.__dataclass_fields__})

    @property
    def value(self):
        return self.quantity * self.unit_value


class Terms(models.Model):
    """What a package offered when an application came in: a case keeps its terms, whatever becomes of the package."""

    package = models.ForeignKey(
        Package, models.PROTECT, related_name="terms", verbose_name=_("package")
    )
    title_de = models.CharField(_("title in German"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=120)
    award_days = models.PositiveSmallIntegerField(_("award period"), help_text=_("Days."))
    benefits = models.JSONField(_("benefit items"), encoder=DjangoJSONEncoder)

    class Meta:
        ordering = ["package", "id"]
        verbose_name = _("terms of a package")
        verbose_name_plural = _("terms of packages")
        triggers = [
            AppendOnly(name="terms_immutable", message=_("Terms stay as they were offered."))
        ]

    def __str__(self):
        return f"{self.title_en} · {self.pk}"

    @classmethod
    def of(cls, package):
        """The terms of a package as it is now, not saved."""
        said = {name: getattr(package, name) for name in ("title_de", "title_en", "award_days")}
        offers = [asdict(Offer.of(benefit)) for benefit in package.benefits.all()]
        return cls(package=package, benefits=offers, **said)

    @property
    def said(self):
        """What two terms are compared by."""
        return self.title_de, self.title_en, self.award_days, self.offers

    @property
    def offers(self) -> list[Offer]:
        """The benefits, in the package's order."""
        return [
            Offer(**{**line, "unit_value": Decimal(line["unit_value"])}) for line in self.benefits
        ]
