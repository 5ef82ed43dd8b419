import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.documents.models import Document
from corridor.history import tracked
from startups import choices
from startups.models.partners import Partner
from startups.models.profiles import Startup


class OpeningQuerySet(models.QuerySet):
    def open_on(self, day):
        """What everybody sees: published, not past its closing date, of somebody who is public."""
        public = Q(startup__state=choices.ProfileState.PUBLISHED) | Q(partner__is_published=True)
        return self.filter(public, is_published=True, closes_on__gte=day)

    def of(self, user):
        """Those of the person's own start-ups."""
        return self.filter(startup__in=Startup.objects.of(user))

    def visible_to(self, user, day):
        if user.is_authenticated and user.has_role(Role.EDITOR, Role.AUDITOR):
            return self
        shown = self.open_on(day)
        return (shown | self.of(user)) if user.is_authenticated else shown


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
        ]

    def __str__(self):
        return self.title_en or self.title_de

    def get_absolute_url(self):
        return reverse("opening", args=[self.pk])

    @property
    def employer(self):
        return self.startup or self.partner


class InterestQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Only the members of the start-up that offers the opening, and whoever sent it."""
        return self.filter(Q(opening__startup__in=Startup.objects.of(user)) | Q(user=user))


class Interest(models.Model):
    """ "I am interested": a short message and a CV, erased six months after the opening closed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    opening = models.ForeignKey(
        Opening, models.PROTECT, related_name="interests", verbose_name=_("opening")
    )
    user = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("person"))
    message = models.TextField(_("message"), max_length=2000)
    cv = models.ForeignKey(
        Document, models.PROTECT, null=True, related_name="+", verbose_name=_("CV")
    )
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

    def __str__(self):
        return f"{self.user} · {self.opening}"
