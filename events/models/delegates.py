import uuid

import pgtrigger
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from corridor.accounts.choices import Language, Role
from corridor.accounts.models import User
from corridor.guards import Frozen, Refuse, append_only, sql_rows, sql_words
from corridor.history import tracked
from corridor.mail.addresses import is_plain
from events import choices, links
from events.choices import (
    ACTIVE,
    BEGINNINGS,
    HOLDING,
    RESERVING,
    STEPS,
    Actor,
    DelegateState,
    PlaceState,
)
from events.models.delegations import NOBODY, Delegation
from events.models.events import Event, Session
from startups.models import Startup

one_line = RegexValidator(r"^[^\x00-\x1f\x7f]*$", _("Write the name in one line."))

# A registration waits for one row: its delegation's, or the event's for people who come by themselves.
LOCK_POOL = """IF NEW.delegation_id IS NULL
    THEN PERFORM 1 FROM events_event WHERE id = NEW.event_id FOR NO KEY UPDATE;
    ELSE PERFORM 1 FROM events_delegation WHERE id = NEW.delegation_id FOR NO KEY UPDATE;
END IF;"""
TAKES_A_PLACE = f"""NEW.state IN ({sql_words(HOLDING)}) AND (
    TG_OP = 'INSERT' OR OLD.state NOT IN ({sql_words(HOLDING)})
    OR OLD.delegation_id IS DISTINCT FROM NEW.delegation_id
)"""
TAKEN = f"""(
    SELECT COUNT(*) FROM events_delegate AS other
    WHERE other.event_id = NEW.event_id AND other.delegation_id IS NOT DISTINCT FROM NEW.delegation_id
    AND other.id <> NEW.id AND other.state IN ({sql_words(HOLDING)})
)"""
PLACES = f"""(CASE WHEN NEW.delegation_id IS NOT NULL
    THEN (SELECT delegation.places FROM events_delegation AS delegation WHERE delegation.id = NEW.delegation_id)
    ELSE (SELECT event.places FROM events_event AS event WHERE event.id = NEW.event_id) - COALESCE((
        SELECT SUM(delegation.places) FROM events_delegation AS delegation
        WHERE delegation.event_id = NEW.event_id AND delegation.state IN ({sql_words(RESERVING)})
    ), 0)
END)"""
FOREIGN_DELEGATION = """NEW.delegation_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM events_delegation AS delegation
    WHERE delegation.id = NEW.delegation_id AND delegation.event_id = NEW.event_id
)"""
LOCK_SESSION = "PERFORM 1 FROM events_session WHERE id = NEW.session_id FOR NO KEY UPDATE;"
SESSION_FULL = f"""NEW.state = '{PlaceState.CONFIRMED}' AND (
    SELECT COUNT(*) FROM events_sessionplace AS other
    WHERE other.session_id = NEW.session_id AND other.id <> NEW.id AND other.state = '{PlaceState.CONFIRMED}'
) >= (SELECT session.places FROM events_session AS session WHERE session.id = NEW.session_id)"""


class DelegateQuerySet(models.QuerySet):
    def visible_to(self, user):
        """All to the event team and the auditor; to heads those of their delegation; to people themselves."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(Role.EVENT_TEAM, Role.AUDITOR):
            return self
        return self.filter(Q(delegation__in=Delegation.objects.led_by(user)) | Q(user=user))

    def in_pool_of(self, delegate):
        """Those who share the places with a delegate: of the delegation, or the others without one."""
        return self.filter(event=delegate.event_id, delegation=delegate.delegation_id)

    def active(self):
        return self.filter(state__in=ACTIVE)

    def holding(self):
        return self.filter(state__in=HOLDING)

    def waiting(self):
        """Whoever waits for a place, in the order of arrival."""
        return self.filter(state=DelegateState.WAITING).order_by("position")

    def coming(self):
        return self.filter(state=DelegateState.CONFIRMED)


@tracked()
class Delegate(models.Model):
    """A person at an event: on a delegation's list, registered, waiting or confirmed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    event = models.ForeignKey(
        Event, models.PROTECT, related_name="delegates", verbose_name=_("event")
    )
    delegation = models.ForeignKey(
        Delegation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="delegates",
        verbose_name=_("delegation"),
    )
    startup = models.ForeignKey(
        Startup,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="delegates",
        verbose_name=_("start-up"),
    )
    user = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="delegates",
        verbose_name=_("account"),
    )
    state = models.CharField(_("state"), max_length=20, choices=DelegateState, editable=False)
    registered_by = models.CharField(_("entered by"), max_length=20, choices=Actor, editable=False)
    # The order of arrival among those who share the places.
    position = models.PositiveIntegerField(_("position"), editable=False)
    # People who come together or not at all.
    party = models.UUIDField(_("group"), null=True, blank=True, editable=False)
    salutation = models.CharField(
        _("salutation"), max_length=10, choices=choices.Salutation, blank=True
    )
    given_names = models.CharField(
        _("given names"), max_length=120, validators=[one_line], help_text=_("As in the passport.")
    )
    surname = models.CharField(
        _("surname"),
        max_length=120,
        blank=True,
        validators=[one_line],
        help_text=_("As in the passport; empty if it names none."),
    )
    badge_name = models.CharField(
        _("name on the badge"), max_length=80, blank=True, validators=[one_line]
    )
    job_title = models.CharField(_("function"), max_length=120, blank=True, validators=[one_line])
    organisation = models.CharField(
        _("organisation"), max_length=160, blank=True, validators=[one_line]
    )
    email = models.EmailField(_("email"), blank=True)
    # For the history of whoever registered: only the event team changes their address.
    email_reason = models.CharField(
        _("why the email address was changed"), max_length=400, blank=True, editable=False
    )
    phone = models.CharField(_("mobile"), max_length=40, blank=True)
    nationality = CountryField(_("nationality"), blank=True)
    language = models.CharField(
        _("language of the mails"), max_length=2, choices=Language, default=Language.EN
    )
    photo_consent_at = models.DateTimeField(_("photographs agreed to"), null=True, editable=False)
    emergency_name = models.CharField(
        _("whom to call in an emergency"), max_length=120, blank=True, validators=[one_line]
    )
    emergency_phone = models.CharField(_("their telephone"), max_length=40, blank=True)
    # Asked once a place is confirmed.
    arrives_on = models.DateField(_("arrives on"), null=True, blank=True)
    departs_on = models.DateField(_("departs on"), null=True, blank=True)
    hotel = models.CharField(_("where they stay"), max_length=160, blank=True)
    # A link holds the number that was current when it was made; counting up revokes it.
    link = models.PositiveIntegerField(default=1, editable=False)
    # A head mails the link, or a reminder, once a day at most.
    link_mailed_on = models.DateField(_("link mailed on"), null=True, editable=False)
    added_at = models.DateTimeField(_("entered"), editable=False)
    registered_at = models.DateTimeField(_("registered"), null=True, editable=False)
    offered_until = models.DateTimeField(_("place held until"), null=True, editable=False)
    ended_at = models.DateTimeField(_("ended"), null=True, editable=False)

    objects = DelegateQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("delegate")
        verbose_name_plural = _("delegates")
        indexes = [
            models.Index(
                fields=["event", "delegation", "position"],
                name="delegate_waiting",
                condition=Q(state=DelegateState.WAITING),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                "event",
                Lower("email"),
                name="delegate_once",
                condition=Q(state__in=sorted(ACTIVE)) & ~Q(email=""),
                violation_error_message=_("This email address is taken at this event already."),
            ),
            models.UniqueConstraint(
                fields=["delegation", "position"],
                name="delegate_position_in_delegation",
                condition=Q(delegation__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["event", "position"],
                name="delegate_position_in_event",
                condition=Q(delegation__isnull=True),
            ),
            models.CheckConstraint(
                name="delegate_named",
                condition=~Q(given_names=""),
                violation_error_message=_("Enter the name as in the passport."),
            ),
            models.CheckConstraint(
                name="delegate_offer_ends",
                condition=~Q(state=DelegateState.OFFERED) | Q(offered_until__isnull=False),
                violation_error_message=_("An offered place is held until a day."),
            ),
            models.CheckConstraint(
                name="delegate_travel_days",
                condition=Q(arrives_on__isnull=True)
                | Q(departs_on__isnull=True)
                | Q(arrives_on__lte=F("departs_on")),
                violation_error_message=_("One arrives before one departs."),
            ),
            is_plain("email", "delegate_email_plain"),
        ]
        triggers = [
            Refuse(
                name="delegate_begins",
                operation=pgtrigger.Insert,
                when_sql=f"NEW.state NOT IN ({sql_words(BEGINNINGS)})",
                message=_("Somebody is put on a list or registers first."),
            ),
            Refuse(
                name="delegate_step_allowed",
                operation=pgtrigger.Update,
                when_sql="OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN "
                f"({sql_rows({(step.source, step.target) for step in STEPS})})",
                message=_("This is not possible any more. Reload the page."),
            ),
            Refuse(
                name="delegate_within_places",
                operation=pgtrigger.Insert | pgtrigger.Update,
                # Whoever keeps what they have waits for nobody.
                prepare=f"IF {TAKES_A_PLACE} THEN {LOCK_POOL} END IF;",
                when_sql=f"{TAKES_A_PLACE} AND {TAKEN} >= {PLACES}",
                message=_("All places are taken."),
            ),
            Refuse(
                name="delegate_of_its_event",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when_sql=FOREIGN_DELEGATION,
                message=_("The delegation belongs to another event."),
            ),
            Frozen(
                name="delegate_identity_kept",
                fields=["event", "delegation", "position", "registered_by"],
                message=_("Event, delegation and position of a delegate stay as they are."),
            ),
        ]

    def __str__(self):
        return str(_("erased")) if self.given_names == NOBODY else self.name

    def get_absolute_url(self):
        return reverse("registration", args=[self.token])

    @property
    def name(self):
        """Given names and surname, as in the passport and in its order there."""
        return f"{self.given_names} {self.surname}".strip()

    @property
    def shown_name(self):
        """What stands on the badge."""
        return self.badge_name or self.name

    @property
    def both_names(self):
        """The name that others know from the passport, and beside it that on the badge, where it is another."""
        is_other = self.badge_name and self.badge_name != self.name
        return f"{self.name} ({self.badge_name})" if is_other else self.name

    @property
    def token(self):
        return links.DELEGATE.token(self.pk, self.link)

    @property
    def is_active(self):
        return self.state in ACTIVE

    @property
    def has_heard(self):
        """Whether they know that they are on a list: they have their link, or have registered."""
        return bool(self.link_mailed_on or self.registered_at)

    @property
    def holds_a_place(self):
        return self.state in HOLDING

    @property
    def place_in_line(self):
        """How many wait before this one, plus one; None for who does not wait."""
        if self.state != DelegateState.WAITING:
            return None
        pool = Delegate.objects.in_pool_of(self).waiting()
        return pool.filter(position__lt=self.position).count() + 1


class DelegateStepQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(delegate__in=Delegate.objects.visible_to(user))


class DelegateStep(models.Model):
    """One line of a delegate's record: from which state to which, by whom, when. Only ever added to."""

    delegate = models.ForeignKey(
        Delegate, models.PROTECT, related_name="steps", verbose_name=_("delegate")
    )
    verb = models.CharField(_("step"), max_length=40)
    source = models.CharField(_("from"), max_length=20, choices=DelegateState, blank=True)
    target = models.CharField(_("to"), max_length=20, choices=DelegateState)
    actor = models.CharField(_("as"), max_length=20, choices=Actor)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))

    objects = DelegateStepQuerySet.as_manager()

    class Meta:
        ordering = ["delegate", "id"]
        verbose_name = _("entry in the record")
        verbose_name_plural = _("record of the delegate")
        triggers = [
            *append_only(
                name="delegate_step_append_only", message=_("The record is only ever added to.")
            )
        ]

    def __str__(self):
        return f"{self.delegate}: {self.get_target_display()}"


class SessionPlaceQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(delegate__in=Delegate.objects.visible_to(user))

    def waiting(self):
        return self.filter(state=PlaceState.WAITING).order_by("position")

    def with_place_in_line(self):
        """With the session, and as `in_line` how many wait for it up to this one."""
        before = SessionPlace.objects.filter(
            session=models.OuterRef("session"),
            state=PlaceState.WAITING,
            position__lte=models.OuterRef("position"),
        ).order_by()
        count = before.values("session").annotate(number=models.Count("pk")).values("number")
        return self.select_related("session").annotate(in_line=Coalesce(models.Subquery(count), 0))


class SessionPlace(models.Model):
    """A delegate's place in a session, or on its waiting list."""

    session = models.ForeignKey(
        Session, models.PROTECT, related_name="taken", verbose_name=_("session")
    )
    delegate = models.ForeignKey(
        Delegate, models.CASCADE, related_name="session_places", verbose_name=_("delegate")
    )
    state = models.CharField(_("state"), max_length=20, choices=PlaceState)
    position = models.PositiveIntegerField(_("position"))

    objects = SessionPlaceQuerySet.as_manager()

    class Meta:
        ordering = ["session", "position"]
        verbose_name = _("place in a session")
        verbose_name_plural = _("places in sessions")
        constraints = [
            models.UniqueConstraint(
                fields=["session", "delegate"],
                name="session_place_once",
                violation_error_message=_("This session is chosen already."),
            ),
            models.UniqueConstraint(fields=["session", "position"], name="session_place_position"),
        ]
        triggers = [
            Refuse(
                name="session_place_left",
                operation=pgtrigger.Insert | pgtrigger.Update,
                prepare=LOCK_SESSION,
                when_sql=SESSION_FULL,
                message=_("All places in this session are taken."),
            )
        ]

    def __str__(self):
        return f"{self.session} · {self.delegate}"
