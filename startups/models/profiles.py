import uuid
from urllib.parse import urljoin

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils.formats import localize
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import Role
from corridor.folding import Fold
from corridor.guards import Refuse
from corridor.history import tracked
from startups import choices, search
from startups.choices import ProfileState

# Inside whose words the directory's search looks, too.
SPACE = Value(" ")
SEARCHED = Concat(
    "name", SPACE, "legal_name", SPACE, "city", SPACE, "one_liner_de", SPACE, "one_liner_en"
)
# Nobody reads them: the database keeps them for itself.
KEPT = ["folded_name", "searched", "lexemes"]


class StartupQuerySet(models.QuerySet):
    def published(self):
        return self.filter(state=ProfileState.PUBLISHED)

    def per_sector(self):
        """How many there are as [(sector, {origin: number})], every sector included."""
        counted = self.order_by().values_list("sector", "origin").annotate(models.Count("pk"))
        numbers = {(sector, origin): number for sector, origin, number in counted}
        return [
            (sector, {origin: numbers.get((sector, origin), 0) for origin in choices.Origin})
            for sector in choices.Sector
        ]

    def matching(self, text):
        """Those that hold every word of a search, however its umlauts and accents are written."""
        return self.filter(search.holding(text))

    def by_name(self):
        return self.order_by("folded_name", "id")

    def to_ask(self, today):
        """Published ones whose owners are to be asked today whether everything still holds, perhaps again."""
        return self.unconfirmed(today).filter(asked_times__lt=choices.MOST_ASKED)

    def to_hide(self, today):
        """Published ones whose owners did not answer the last of these mails either."""
        return self.unconfirmed(today).filter(asked_times__gte=choices.MOST_ASKED)

    def unconfirmed(self, today):
        """Nobody confirmed them for long, and nobody was asked lately."""
        asked_before = Q(asked_on=None) | Q(asked_on__lte=today - choices.ASKED_EVERY)
        old = self.published().filter(confirmed_on__lte=today - choices.CONFIRMED_FOR)
        return old.filter(asked_before)

    def newest_first(self):
        return self.order_by(F("published_on").desc(), "id")

    def of(self, user):
        """The start-ups a person is a member of."""
        return self.filter(memberships__user=user) if user.is_authenticated else self.none()

    def read_before_publishing_by(self, user):
        """The own ones to members, all to editors: who sees a profile as it will be."""
        return self if user.has_role(Role.EDITOR) else self.of(user)

    def owned_by(self, user):
        return self.filter(memberships__user=user, memberships__role=choices.MemberRole.OWNER)

    def visible_to(self, user):
        """Published ones to everybody; all to their members, the editors and the auditors."""
        if user.is_authenticated and user.has_role(Role.EDITOR, Role.AUDITOR):
            return self
        if not user.is_authenticated:
            return self.published()
        mine = type(self)(self.model).filter(memberships__user=user)
        return self.filter(Q(state=ProfileState.PUBLISHED) | Q(pk__in=mine.values("pk")))


class StartupManager(models.Manager.from_queryset(StartupQuerySet)):
    def get_queryset(self):
        return super().get_queryset().defer(*KEPT)


ALLOWED_PROFILE_STEPS = ", ".join(
    f"('{source}', '{target}')" for source, target in sorted(choices.PROFILE_TRANSITIONS)
)


@tracked(exclude=KEPT)
class Startup(models.Model):
    """A start-up's profile: one organisation, used for the directory, applications and delegations."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(_("address"), max_length=80, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=120)
    legal_name = models.CharField(_("legal name"), max_length=200)
    sector = models.CharField(_("sector"), max_length=20, choices=choices.Sector)
    themes = ArrayField(
        models.CharField(max_length=20, choices=choices.Theme),
        verbose_name=_("themes"),
        default=list,
        blank=True,
    )
    origin = models.CharField(_("origin"), max_length=20, choices=choices.Origin)
    city = models.CharField(_("city"), max_length=80)
    website = models.URLField(_("website"), blank=True)
    founded_on = models.DateField(_("founded on"))
    # A draft begins without these two.
    stage = models.CharField(_("stage"), max_length=20, choices=choices.Stage, blank=True)
    team_size = models.CharField(
        _("team size"), max_length=10, choices=choices.TeamSize, blank=True
    )
    one_liner_de = models.CharField(_("in one sentence, in German"), max_length=160, blank=True)
    one_liner_en = models.CharField(_("in one sentence, in English"), max_length=160, blank=True)
    description_de = models.TextField(_("description in German"), max_length=4000, blank=True)
    description_en = models.TextField(_("description in English"), max_length=4000, blank=True)
    seeking = ArrayField(
        models.CharField(max_length=20, choices=choices.Seeking),
        verbose_name=_("seeking"),
        default=list,
        blank=True,
    )
    offering = ArrayField(
        models.CharField(max_length=20, choices=choices.Offering),
        verbose_name=_("offering"),
        default=list,
        blank=True,
    )
    logo = models.ImageField(_("logo"), upload_to="logos", blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=ProfileState, default=ProfileState.DRAFT, editable=False
    )
    return_note = models.TextField(_("reason for returning"), blank=True, editable=False)
    published_on = models.DateField(_("published on"), null=True, editable=False)
    confirmed_on = models.DateField(_("confirmed on"), null=True, editable=False)
    # How often the owners were asked since then whether the profile still holds, and when last.
    asked_times = models.PositiveSmallIntegerField(_("asked"), default=0, editable=False)
    asked_on = models.DateField(_("last asked on"), null=True, editable=False)
    # Hidden by the portal because nobody confirmed it: the same button brings it back, and no editor is needed.
    lapsed = models.BooleanField(_("hidden unconfirmed"), default=False, editable=False)
    created_at = models.DateTimeField(_("created"), editable=False)
    # Kept by the database: folding costs too much to be done for every row of a search.
    folded_name = models.GeneratedField(
        expression=Fold("name"), output_field=models.TextField(), db_persist=True
    )
    searched = models.GeneratedField(
        expression=Fold(SEARCHED), output_field=models.TextField(), db_persist=True
    )
    lexemes = models.GeneratedField(
        expression=search.lexemes(), output_field=SearchVectorField(), db_persist=True
    )

    objects = StartupManager()

    class Meta:
        ordering = ["name", "id"]
        verbose_name = _("start-up")
        verbose_name_plural = _("start-ups")
        constraints = [
            models.CheckConstraint(
                name="startup_published_needs_words",
                condition=~Q(state__in=[ProfileState.IN_REVIEW, ProfileState.PUBLISHED])
                | ~Q(one_liner_de="", one_liner_en=""),
                violation_error_message=_(
                    "Say in one sentence, in German or English, what the start-up does."
                ),
            ),
            models.CheckConstraint(
                name="startup_published_needs_stage",
                condition=~Q(state__in=[ProfileState.IN_REVIEW, ProfileState.PUBLISHED])
                | ~(Q(stage="") | Q(team_size="")),
                violation_error_message=_("Say how far you are and how large your team is."),
            ),
            models.CheckConstraint(
                name="startup_published_has_a_day",
                condition=~Q(state=ProfileState.PUBLISHED) | Q(published_on__isnull=False),
                violation_error_message=_("A published profile has a day of publication."),
            ),
            models.CheckConstraint(
                name="startup_says_why_not_public",
                condition=~Q(state__in=[ProfileState.RETURNED, ProfileState.HIDDEN])
                | ~Q(return_note=""),
                violation_error_message=_("Give the reason: the start-up reads it."),
            ),
            models.CheckConstraint(
                name="startup_lapsed_is_hidden",
                condition=Q(lapsed=False) | Q(state=ProfileState.HIDDEN),
                violation_error_message=_("Only a hidden profile is out of date."),
            ),
        ]
        indexes = [
            models.Index(fields=["state", "folded_name", "id"], name="startup_directory"),
            models.Index(
                fields=["state", "sector", "origin", "folded_name", "id"], name="startup_filtered"
            ),
            GinIndex(fields=["searched"], opclasses=["gin_trgm_ops"], name="startup_searched"),
            GinIndex(fields=["folded_name"], opclasses=["gin_trgm_ops"], name="startup_named"),
            GinIndex(OpClass(Fold("legal_name"), "gin_trgm_ops"), name="startup_legally_named"),
            GinIndex(fields=["lexemes"], name="startup_lexemes"),
            models.Index(F("state"), F("published_on").desc(), F("id"), name="startup_newest"),
            # What housekeeping looks for every minute.
            models.Index(
                fields=["confirmed_on"],
                condition=Q(state=ProfileState.PUBLISHED),
                name="startup_to_confirm",
            ),
            # One look for whatever combination of choices finds few.
            GinIndex(
                fields=["sector", "origin", "stage", "themes", "seeking", "offering"],
                name="startup_chosen",
            ),
        ]
        triggers = [
            Refuse(
                name="startup_step_allowed",
                operation=pgtrigger.Update,
                when_sql=f"OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN ({ALLOWED_PROFILE_STEPS})",
                message=_("The profile is in another state by now. Reload the page."),
            ),
            Refuse(
                name="startup_begins_as_draft",
                operation=pgtrigger.Insert,
                when_sql=f"NEW.state <> '{ProfileState.DRAFT}'",
                message=_("A new profile begins as a draft."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("startup", args=[self.slug])

    @property
    def logo_url(self):
        """The logo's whole address for others; some storages give a whole one themselves."""
        return urljoin(settings.BASE_URL, self.logo.url) if self.logo else ""

    @property
    def has_account(self):
        """Whether anybody works for it in the portal; of one that writes on paper nobody does."""
        return self.memberships.exists()

    @property
    def is_published(self):
        return self.state == ProfileState.PUBLISHED

    @property
    def place(self):
        """The city and its side of the corridor, once where both have the same name."""
        side = choices.Origin(self.origin).label
        return self.city if self.city == side else f"{self.city}, {side}"

    @property
    def sector_and_stage(self):
        """Both in words; the enums know their labels faster than `get_…_display`, which a long list feels."""
        return f"{choices.Sector(self.sector).label} · {choices.Stage(self.stage).label}"

    def membership_of(self, user):
        """The person's place in this start-up, or None."""
        return self.memberships.filter(user=user).first() if user.is_authenticated else None

    def labels(self, field):
        """The labels of a multiple choice such as `themes`, in its order."""
        labels = dict(self._meta.get_field(field).base_field.flatchoices)
        return [labels[value] for value in getattr(self, field)]


def in_words(name, value) -> str:
    """The value of a field as people read it; a registry number as it is, nothing for an empty value."""
    if name in choices.RegistrationKind.values or not value:
        return value or ""
    if name == "logo":
        return _("another picture")
    field = Startup._meta.get_field(name)
    if isinstance(value, list):
        labels = dict(field.base_field.flatchoices)
        return ", ".join(str(labels[each]) for each in value)
    return str(dict(field.flatchoices).get(value, localize(value)))
