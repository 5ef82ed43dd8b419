import uuid
from datetime import date

from dateutil.relativedelta import relativedelta
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.documents.models import Document
from corridor.guards import Frozen
from corridor.history import tracked
from startups import choices
from startups.models.partners import Partner
from startups.models.profiles import Startup

# So long after an opening closed its interests are kept, CVs included.
INTERESTS_KEPT_FOR = relativedelta(months=6)


class OpeningQuerySet(models.QuerySet):
    def open_on(self, day):
        """What everybody sees: published, not past its closing date, of somebody who is public."""
        public = Q(startup__state=choices.ProfileState.PUBLISHED) | Q(partner__is_published=True)
        return self.filter(public, is_published=True, closed_on=None, closes_on__gte=day)

    def of(self, user):
        """Those of the person's own start-ups."""
        return self.filter(startup__in=Startup.objects.of(user))

    def visible_to(self, user):
        """Open ones to everybody; all to editors and auditors, to members their own, to people those they wrote to."""
        shown = self.open_on(clock.today())
        if not user.is_authenticated:
            return shown
        if user.has_role(Role.EDITOR, Role.AUDITOR):
            return self
        answered = Interest.objects.filter(user=user)
        return shown | self.of(user) | self.filter(pk__in=answered.values("opening"))


@tracked()
class Opening(models.Model):
    """A job, an internship or a research stay of a start-up or a partner."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    startup = models.ForeignKey(
        Startup,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="openings",
        verbose_name=_("start-up"),
    )
    partner = models.ForeignKey(
        Partner,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="openings",
        verbose_name=_("partner"),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=choices.OpeningKind)
    title_de = models.CharField(_("title in German"), max_length=120, blank=True)
    title_en = models.CharField(_("title in English"), max_length=120, blank=True)
    text_de = models.TextField(_("description in German"), max_length=4000, blank=True)
    text_en = models.TextField(_("description in English"), max_length=4000, blank=True)
    city = models.CharField(_("place"), max_length=80)
    closes_on = models.DateField(_("closes on"))
    is_published = models.BooleanField(_("public"), default=False)
    # Set when it was filled, or is not offered any more, before that day.
    closed_on = models.DateField(_("closed early on"), null=True, editable=False)
    created_at = models.DateTimeField(_("created"), editable=False)

    objects = OpeningQuerySet.as_manager()

    class Meta:
        ordering = ["closes_on", "id"]
        verbose_name = _("opening")
        verbose_name_plural = _("openings")
        constraints = [
            models.CheckConstraint(
                name="opening_of_one",
                condition=Q(startup__isnull=False, partner__isnull=True)
                | Q(startup__isnull=True, partner__isnull=False),
                violation_error_message=_("An opening belongs to a start-up or to a partner."),
            ),
            models.CheckConstraint(
                name="opening_has_a_title",
                condition=~Q(title_de="", title_en=""),
                violation_error_message=_("Give a title in German or English."),
            ),
            models.CheckConstraint(
                name="opening_public_has_words",
                condition=Q(is_published=False) | ~Q(text_de="", text_en=""),
                violation_error_message=_("Describe the opening in German or English."),
            ),
            models.CheckConstraint(
                name="opening_closed_was_public",
                condition=Q(closed_on__isnull=True) | Q(is_published=True),
                violation_error_message=_("Only a published opening can be closed."),
            ),
        ]
        triggers = [
            Frozen(
                name="opening_closed_for_good",
                fields=["startup", "partner", "closes_on", "closed_on", "is_published"],
                until="OLD.closed_on IS NOT NULL",
                message=_("This opening has closed. Write a new one."),
            )
        ]

    def __str__(self):
        first, second = self.title_en, self.title_de
        return (second or first) if get_language() == "de" else (first or second)

    def get_absolute_url(self):
        return reverse("opening", args=[self.pk])

    @property
    def employer(self):
        return self.startup or self.partner

    @property
    def ends_on(self) -> date:
        """The last day on which one could answer."""
        return self.closed_on or self.closes_on

    @property
    def is_closed(self):
        return self.closed_on is not None or self.closes_on < clock.today()

    @property
    def is_open(self):
        """Like `open_on`, for today."""
        return self.is_published and not self.is_closed and self.employer.is_published

    @property
    def erases_on(self) -> date:
        """The day on which what people wrote is erased."""
        return self.ends_on + INTERESTS_KEPT_FOR


class InterestQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Only the members of the start-up that offers the opening, and whoever sent it."""
        return self.filter(Q(opening__startup__in=Startup.objects.of(user)) | Q(user=user))

    def to_erase(self, today):
        """Those whose time is over. Months differ in length, so the calendar has the last word, not the query."""
        ended = Coalesce("opening__closed_on", "opening__closes_on")
        old = self.alias(ended=ended).filter(ended__lte=today - relativedelta(months=6, days=-4))
        return [row for row in old.select_related("opening") if row.opening.erases_on <= today]


class Interest(models.Model):
    """ "I am interested": a short message and a CV, erased six months after the opening closed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    opening = models.ForeignKey(
        Opening, models.PROTECT, related_name="interests", verbose_name=_("opening")
    )
    user = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("person"))
    message = models.TextField(_("message"), max_length=2000)
    cv = models.ForeignKey(Document, models.PROTECT, related_name="+", verbose_name=_("CV"))
    sent_at = models.DateTimeField(_("sent"))

    objects = InterestQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at", "id"]
        verbose_name = _("interest")
        verbose_name_plural = _("interests")
        constraints = [
            models.UniqueConstraint(
                fields=["opening", "user"],
                name="interest_once",
                violation_error_message=_("You have written to them already."),
            )
        ]
        triggers = [
            Frozen(
                name="interest_kept",
                fields=["opening", "user", "message", "cv", "sent_at"],
                message=_("What was sent stays as it was."),
            )
        ]

    def __str__(self):
        return f"{self.user} · {self.opening}"


def cvs_visible_to(user):
    """The CVs a person may open: their own, and those sent to their start-ups. No role changes that."""
    if not user.is_authenticated:
        return Document.objects.none()
    return Document.objects.filter(pk__in=Interest.objects.visible_to(user).values("cv"))
