import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import Role
from corridor.folding import Fold
from corridor.history import tracked
from startups import choices
from startups.models.profiles import Startup


class PublishedQuerySet(models.QuerySet):
    """Rows that staff write and publish: everybody reads the published ones, editors and auditors all."""

    def published(self):
        return self.filter(is_published=True)

    def visible_to(self, user):
        if user.is_authenticated and user.has_role(Role.EDITOR, Role.AUDITOR):
            return self
        return self.published()


@tracked(exclude=["folded_name"])
class Partner(models.Model):
    """An organisation that helps start-ups of the other side: it can be met, and it offers something."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=20, choices=choices.PartnerKind)
    side = models.CharField(_("side"), max_length=20, choices=choices.Origin)
    city = models.CharField(_("city"), max_length=80)
    website = models.URLField(_("website"), blank=True)
    # Introductions go here; it is never shown to anybody who was not introduced.
    email = models.EmailField(_("email address"), max_length=254, blank=True)
    description_de = models.TextField(_("description in German"), max_length=2000, blank=True)
    description_en = models.TextField(_("description in English"), max_length=2000, blank=True)
    sectors = ArrayField(
        models.CharField(max_length=20, choices=choices.Sector),
        verbose_name=_("sectors"),
        default=list,
        blank=True,
    )
    themes = ArrayField(
        models.CharField(max_length=20, choices=choices.Theme),
        verbose_name=_("themes"),
        default=list,
        blank=True,
    )
    offering = ArrayField(
        models.CharField(max_length=20, choices=choices.Offering),
        verbose_name=_("offering"),
        default=list,
        blank=True,
    )
    is_published = models.BooleanField(_("public"), default=False)
    folded_name = models.GeneratedField(
        expression=Fold("name"), output_field=models.TextField(), db_persist=True
    )

    objects = PublishedQuerySet.as_manager()

    class Meta:
        ordering = ["folded_name", "id"]
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        constraints = [
            models.CheckConstraint(
                name="partner_public_has_words",
                condition=Q(is_published=False) | ~Q(description_de="", description_en=""),
                violation_error_message=_(
                    "Describe the partner in German or English before it is public."
                ),
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("partner", args=[self.slug])

    @property
    def place(self):
        """The city and its side of the corridor, once where both have the same name."""
        side = choices.Origin(self.side).label
        return self.city if self.city == side else f"{self.city}, {side}"

    def labels(self, field):
        """The labels of a multiple choice such as `offering`, in its order."""
        labels = dict(self._meta.get_field(field).base_field.flatchoices)
        return [labels[value] for value in getattr(self, field)]


@tracked()
class Project(models.Model):
    """A cooperation project of the corridor, with milestones that somebody owes by a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    title_de = models.CharField(_("title in German"), max_length=160)
    title_en = models.CharField(_("title in English"), max_length=160)
    summary_de = models.TextField(_("summary in German"), max_length=2000, blank=True)
    summary_en = models.TextField(_("summary in English"), max_length=2000, blank=True)
    sector = models.CharField(_("sector"), max_length=20, choices=choices.Sector)
    state = models.CharField(_("state"), max_length=10, choices=choices.ProjectState)
    starts_on = models.DateField(_("begins on"))
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    partners = models.ManyToManyField(
        Partner, blank=True, related_name="projects", verbose_name=_("partners")
    )
    startups = models.ManyToManyField(
        Startup, blank=True, related_name="projects", verbose_name=_("start-ups")
    )
    is_published = models.BooleanField(_("public"), default=False)

    objects = PublishedQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "id"]
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        constraints = [
            models.CheckConstraint(
                name="project_ends_after_it_begins",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                violation_error_message=_("A project ends after it begins."),
            )
        ]

    def __str__(self):
        return self.title_de if get_language() == "de" else self.title_en

    def get_absolute_url(self):
        return reverse("project", args=[self.slug])


# Who works on it: the rows of both lists come and go, and their history says when and by whom.
@tracked()
class ProjectPartner(Project.partners.through):
    class Meta:
        proxy = True
        verbose_name = _("partner of a project")
        verbose_name_plural = _("partners of a project")


@tracked()
class ProjectStartup(Project.startups.through):
    class Meta:
        proxy = True
        verbose_name = _("start-up of a project")
        verbose_name_plural = _("start-ups of a project")


class MilestoneQuerySet(models.QuerySet):
    def overdue(self, today):
        """What somebody should have done before this day; a project that has ended owes nothing."""
        return self.filter(
            done_on__isnull=True, due_on__lt=today, project__state__in=choices.LIVE_PROJECTS
        )

    def visible_to(self, user):
        return self.filter(project__in=Project.objects.visible_to(user))


@tracked()
class Milestone(models.Model):
    """A step of a project: who owes it, and by when."""

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="milestones", verbose_name=_("project")
    )
    title_de = models.CharField(_("title in German"), max_length=160)
    title_en = models.CharField(_("title in English"), max_length=160)
    owner = models.CharField(_("owed by"), max_length=120)
    due_on = models.DateField(_("due on"))
    done_on = models.DateField(_("done on"), null=True, blank=True)

    objects = MilestoneQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")

    def __str__(self):
        return self.title_de if get_language() == "de" else self.title_en

    def is_overdue(self, today):
        """Like `overdue`, of a project that is under way."""
        return self.done_on is None and self.due_on < today
