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
from corridor.guards import Frozen, append_only
from corridor.history import tracked
from corridor.mail.addresses import is_plain
from startups.choices import Origin, Sector
from welcome.choices import REQUIRABLE, DocumentKind, QuestionKind
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
    for_settlers = models.BooleanField(
        _("only for those who intend to settle"),
        default=False,
        help_text=_("A company or a branch is to be founded on the other side."),
    )
    award_days = models.PositiveSmallIntegerField(
        _("award period"), help_text=_("Days."), validators=[MinValueValidator(1)]
    )
    begin_days = models.PositiveSmallIntegerField(
        _("time to begin"),
        default=365,
        help_text=_("Days from finality. An award of which nothing is used until then lapses."),
        validators=[MinValueValidator(1)],
    )
    report_days = models.PositiveSmallIntegerField(
        _("time for the proof of use"),
        default=60,
        help_text=_("Days from the end of the award period."),
        validators=[MinValueValidator(1)],
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
        models.CharField(max_length=20, choices=REQUIRABLE),
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
                name="package_address_free",
                condition=~Q(slug="check"),
                violation_error_message=_("Another page has this address. Choose another one."),
            ),
            models.CheckConstraint(
                name="package_opens_before_it_closes",
                condition=Q(opens_on__lte=F("closes_on")),
                violation_error_message=_("A package opens before it closes."),
            ),
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
        closed = [] if self.is_open(day) else [_("The package is not open for applications today.")]
        return closed + [sentence for _rule, sentence in self.unmet(startup, day)]

    def unmet(self, startup, day) -> list[tuple]:
        """The rules that a start-up does not meet on a day, whether the package is open or not: name and sentence."""
        last = self.ends_for(startup)
        rules = (
            (
                "origin",
                startup.origin in self.origins,
                _("The package is for start-ups from the other side of the corridor."),
            ),
            (
                "sector",
                startup.sector in self.sectors,
                _("The package does not support your sector."),
            ),
            (
                "age",
                last is None or day <= last,
                _("Your start-up is older than the package allows."),
            ),
        )
        return [(name, sentence) for name, is_met, sentence in rules if not is_met]

    def ends_for(self, startup):
        """The last day on which a start-up is young enough; None where age does not matter or is not known."""
        if not self.max_age_years or not startup.founded_on:
            return None
        return startup.founded_on + relativedelta(years=self.max_age_years)

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


# Under which a package's own section of the form keeps the benefits that are wished.
BENEFITS = "benefits"


def own_slug(package: Package) -> str:
    """The name of a package's own section of the form."""
    return f"package-{package.pk}"


class BenefitQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(package__in=Package.objects.visible_to(user))


@tracked()
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
    contact = models.CharField(
        _("contact"),
        max_length=200,
        blank=True,
        help_text=_("Email or telephone of the provider. Shown once an award is final."),
    )
    provider_email = models.EmailField(
        _("mail for wishes"),
        blank=True,
        help_text=_(
            "The provider gets every wish for this benefit by mail and answers with a link. "
            "Leave it empty if your staff arrange it."
        ),
    )

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
            ),
            is_plain("provider_email", "benefit_provider_email_plain"),
        ]

    def __str__(self):
        return self.title_de if get_language() == "de" else self.title_en

    @property
    def value(self):
        return self.quantity * self.unit_value


class QuestionQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(package__in=Package.objects.visible_to(user))


@tracked()
class Question(models.Model):
    """What a package asks besides the shared sections; only its own authority reads the answers."""

    package = models.ForeignKey(
        Package, models.CASCADE, related_name="questions", verbose_name=_("package")
    )
    text_de = models.CharField(_("question in German"), max_length=200)
    text_en = models.CharField(_("question in English"), max_length=200)
    help_de = models.CharField(_("help in German"), max_length=300, blank=True)
    help_en = models.CharField(_("help in English"), max_length=300, blank=True)
    kind = models.CharField(_("kind of answer"), max_length=10, choices=QuestionKind)
    is_required = models.BooleanField(_("must be answered"), default=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def __str__(self):
        return self.text_de if get_language() == "de" else self.text_en


class CriterionQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(package__in=Package.objects.for_back_office(user))


@tracked()
class Criterion(models.Model):
    """What reviewers give points for, and how much it weighs; a case keeps the criteria of the day it came in."""

    package = models.ForeignKey(
        Package, models.CASCADE, related_name="criteria", verbose_name=_("package")
    )
    title_de = models.CharField(_("title in German"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=120)
    guidance_de = models.CharField(_("guidance in German"), max_length=500, blank=True)
    guidance_en = models.CharField(_("guidance in English"), max_length=500, blank=True)
    weight = models.PositiveSmallIntegerField(
        _("weight"), default=1, validators=[MinValueValidator(1)]
    )

    objects = CriterionQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        constraints = [
            models.CheckConstraint(
                name="criterion_weighs_something",
                condition=Q(weight__gte=1, weight__lte=100),
                violation_error_message=_("A criterion weighs between 1 and 100."),
            )
        ]

    def __str__(self):
        return self.title_de if get_language() == "de" else self.title_en


@dataclass(frozen=True)
class Measure:
    """A criterion as terms keep it; `id` is that of the criterion it was copied from."""

    id: int
    title_de: str
    title_en: str
    guidance_de: str
    guidance_en: str
    weight: int

    @classmethod
    def of(cls, criterion):
        return cls(**{name: getattr(criterion, name) for name in cls.__dataclass_fields__})

    def __str__(self):
        return self.title_de if get_language() == "de" else self.title_en

    @property
    def guidance(self):
        return self.guidance_de if get_language() == "de" else self.guidance_en


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
    contact: str = ""
    provider_email: str = ""

    @classmethod
    def of(cls, benefit):
        return cls(**{name: getattr(benefit, name) for name in cls.__dataclass_fields__})

    @property
    def value(self):
        return self.quantity * self.unit_value


@dataclass(frozen=True)
class Asked:
    """A question as terms keep it; `id` is that of the question it was copied from."""

    id: int
    text_de: str
    text_en: str
    help_de: str
    help_en: str
    kind: str
    is_required: bool

    @classmethod
    def of(cls, question):
        return cls(**{name: getattr(question, name) for name in cls.__dataclass_fields__})

    @property
    def name(self):
        """Under which the answer is kept."""
        return f"question-{self.id}"


class Terms(models.Model):
    """What a package offered and asked when an application came in; a case keeps them, whatever the package becomes."""

    package = models.ForeignKey(
        Package, models.PROTECT, related_name="terms", verbose_name=_("package")
    )
    title_de = models.CharField(_("title in German"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=120)
    award_days = models.PositiveSmallIntegerField(_("award period"), help_text=_("Days."))
    begin_days = models.PositiveSmallIntegerField(_("time to begin"), default=365)
    report_days = models.PositiveSmallIntegerField(_("time for the proof of use"), default=60)
    benefits = models.JSONField(_("benefit items"), encoder=DjangoJSONEncoder)
    questions = models.JSONField(_("questions"), default=list)
    criteria = models.JSONField(_("criteria"), default=list)
    required_documents = ArrayField(
        models.CharField(max_length=20, choices=REQUIRABLE),
        verbose_name=_("required documents"),
        default=list,
    )

    class Meta:
        ordering = ["package", "id"]
        verbose_name = _("terms of a package")
        verbose_name_plural = _("terms of packages")
        triggers = [
            *append_only(name="terms_immutable", message=_("Terms stay as they were offered."))
        ]

    def __str__(self):
        return self.title_de if get_language() == "de" else self.title_en

    @classmethod
    def of(cls, package):
        """The terms of a package as it is now, not saved."""
        said = {
            name: getattr(package, name)
            for name in (
                "title_de",
                "title_en",
                "award_days",
                "begin_days",
                "report_days",
                "required_documents",
            )
        }
        return cls(
            package=package,
            benefits=[asdict(Offer.of(benefit)) for benefit in package.benefits.all()],
            questions=[asdict(Asked.of(question)) for question in package.questions.all()],
            criteria=[asdict(Measure.of(criterion)) for criterion in package.criteria.all()],
            **said,
        )

    @property
    def said(self):
        """What two terms are compared by."""
        names = (
            "title_de",
            "title_en",
            "award_days",
            "begin_days",
            "report_days",
            "questions",
            "criteria",
            "required_documents",
        )
        return self.offers, *(getattr(self, name) for name in names)

    @property
    def offers(self) -> list[Offer]:
        """The benefits, in the package's order."""
        return [
            Offer(**{**line, "unit_value": Decimal(line["unit_value"])}) for line in self.benefits
        ]

    @property
    def asked(self) -> list[Asked]:
        """The package's own questions, in its order."""
        return [Asked(**line) for line in self.questions]

    @property
    def measures(self) -> list[Measure]:
        """What reviewers give points for, in the package's order."""
        return [Measure(**line) for line in self.criteria]
