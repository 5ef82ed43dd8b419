import uuid

import pgtrigger
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from corridor.accounts.choices import Language, Role
from corridor.guards import Refuse, sql_words
from corridor.history import tracked
from corridor.mail.addresses import is_plain
from events import links
from events.choices import HOLDING, RESERVING, DelegationState
from events.models.events import Event

# What stands in the place of a name once the person is forgotten.
NOBODY = "–"
# Whoever reserves places waits here for the others, and then sees what is left.
LOCK_EVENT = "PERFORM 1 FROM events_event WHERE id = NEW.event_id FOR NO KEY UPDATE;"
MORE_THAN_THE_EVENT = f"""NEW.state IN ({sql_words(RESERVING)}) AND NEW.places + COALESCE((
    SELECT SUM(other.places) FROM events_delegation AS other
    WHERE other.event_id = NEW.event_id AND other.id <> NEW.id AND other.state IN ({sql_words(RESERVING)})
), 0) + (
    SELECT COUNT(*) FROM events_delegate AS delegate
    WHERE delegate.event_id = NEW.event_id AND delegate.delegation_id IS NULL
    AND delegate.state IN ({sql_words(HOLDING)})
) > (SELECT event.places FROM events_event AS event WHERE event.id = NEW.event_id)"""
LESS_THAN_ITS_PEOPLE = f"""NEW.places < OLD.places AND NEW.places < (
    SELECT COUNT(*) FROM events_delegate AS delegate
    WHERE delegate.delegation_id = NEW.id AND delegate.state IN ({sql_words(HOLDING)})
)"""


class DelegationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The event team's and the auditor's are all; heads and deputies see their own."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(Role.EVENT_TEAM, Role.AUDITOR):
            return self
        return self.led_by(user)

    def led_by(self, user):
        """Those of which the person is head or deputy: one's account has the address that was invited."""
        return self.filter(Q(head_email=user.email) | Q(deputy_email=user.email))

    def reserving(self):
        return self.filter(state__in=sorted(RESERVING))


@tracked()
class Delegation(models.Model):
    """An organisation's group at an event, with places reserved out of the event's."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    event = models.ForeignKey(
        Event, models.PROTECT, related_name="delegations", verbose_name=_("event")
    )
    organisation = models.CharField(_("organisation"), max_length=160)
    country = CountryField(_("country"), blank=True)
    language = models.CharField(
        _("language of its mails"), max_length=2, choices=Language, default=Language.EN
    )
    head_name = models.CharField(_("head of delegation"), max_length=200)
    head_email = models.EmailField(_("email of the head"))
    deputy_name = models.CharField(_("deputy"), max_length=200, blank=True)
    deputy_email = models.EmailField(_("email of the deputy"), blank=True)
    places = models.PositiveIntegerField(_("places"), validators=[MinValueValidator(1)])
    places_wanted = models.PositiveIntegerField(
        _("places asked for"), null=True, blank=True, editable=False
    )
    wanted_because = models.TextField(_("why"), max_length=500, blank=True, editable=False)
    arrives_on = models.DateField(_("arrives on"), null=True, blank=True)
    departs_on = models.DateField(_("departs on"), null=True, blank=True)
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=DelegationState,
        default=DelegationState.INVITED,
        editable=False,
    )
    is_listed = models.BooleanField(
        _("named on the public page"), default=True, help_text=_("With its size, and no names.")
    )
    # A link holds the number that was current when it was made; counting up revokes it.
    head_link = models.PositiveIntegerField(default=1, editable=False)
    # 0: the delegation has no open link.
    open_link = models.PositiveIntegerField(default=0, editable=False)
    open_links_made = models.PositiveIntegerField(default=0, editable=False)
    invited_at = models.DateTimeField(_("invited"), editable=False)
    answered_at = models.DateTimeField(_("answered"), null=True, editable=False)

    objects = DelegationQuerySet.as_manager()

    class Meta:
        ordering = ["organisation", "id"]
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "organisation"],
                name="delegation_once",
                violation_error_message=_("This organisation has a delegation already."),
            ),
            models.CheckConstraint(
                name="delegation_has_places",
                condition=Q(places__gte=1),
                violation_error_message=_("A delegation has one place at least."),
            ),
            models.CheckConstraint(
                name="delegation_travel_days",
                condition=Q(arrives_on__isnull=True)
                | Q(departs_on__isnull=True)
                | Q(arrives_on__lte=F("departs_on")),
                violation_error_message=_("A delegation arrives before it departs."),
            ),
            is_plain("head_email", "delegation_head_email_plain"),
            is_plain("deputy_email", "delegation_deputy_email_plain"),
        ]
        triggers = [
            Refuse(
                name="delegation_within_event",
                operation=pgtrigger.Insert | pgtrigger.Update,
                prepare=LOCK_EVENT,
                when_sql="(TG_OP = 'INSERT' OR NEW.places > OLD.places OR NEW.state <> OLD.state) "
                f"AND {MORE_THAN_THE_EVENT}",
                message=_("The event has not so many places left."),
            ),
            Refuse(
                name="delegation_keeps_its_people",
                operation=pgtrigger.Update,
                when_sql=LESS_THAN_ITS_PEOPLE,
                message=_("More people than that are on the list of the delegation."),
            ),
        ]

    def __str__(self):
        return self.organisation

    def get_absolute_url(self):
        return reverse("delegation", args=[self.head_token])

    @property
    def shown_head(self):
        """The name of its head, for the back office."""
        return _("erased") if self.head_name == NOBODY else self.head_name

    @property
    def heads(self):
        """Name and address of those who lead it."""
        people = [(self.head_name, self.head_email), (self.deputy_name, self.deputy_email)]
        return [(name, email) for name, email in people if email]

    @property
    def is_open(self):
        """Whether people can still come with it: it was not declined or withdrawn."""
        return self.state in RESERVING

    @property
    def head_token(self):
        return links.HEAD.token(self.pk, self.head_link)

    @property
    def open_token(self):
        """The open link's; empty while the delegation has none."""
        return links.OPEN.token(self.pk, self.open_link) if self.open_link else ""
