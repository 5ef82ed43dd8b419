"""Invitation letters for a visa, and the sealed passport data that is in nothing but them."""

import uuid
from datetime import timedelta

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from corridor.accounts.models import User
from corridor.guards import Frozen, Refuse, SetOnce, sql_rows
from corridor.history import tracked
from corridor.privacy.sealed import seal, unseal
from events.choices import LETTER_STEPS, Costs, LetterState, Lodging
from events.models.delegates import Delegate
from events.models.events import Event
from events.models.team import TeamQuerySet

# Passport data goes so long after the event (DOMAIN 5).
PASSPORT_KEPT = timedelta(days=30)


@tracked()
class LetterSetup(models.Model):
    """Who invites to an event: the letterhead, the purpose, and the person who approves each letter."""

    event = models.OneToOneField(
        Event, models.PROTECT, related_name="letters", verbose_name=_("event")
    )
    prefix = models.SlugField(
        _("beginning of the numbers"),
        max_length=20,
        unique=True,
        help_text=_("For example FTF-2024: the letters are FTF-2024-0001 and so on."),
    )
    sender = models.CharField(_("host on the letterhead"), max_length=160)
    address = models.TextField(_("address of the host"), max_length=400)
    place = models.CharField(_("place of the letter"), max_length=80)
    purpose_de = models.TextField(_("purpose of the journey, in German"), max_length=1000)
    purpose_en = models.TextField(_("purpose of the journey, in English"), max_length=1000)
    signatory = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="+",
        verbose_name=_("who approves the letters"),
        help_text=_("A member of the event team."),
    )
    signatory_line = models.CharField(
        _("below the name"), max_length=160, help_text=_("Function, as in the letter.")
    )
    signatory_line_en = models.CharField(
        _("below the name, in English"),
        max_length=160,
        blank=True,
        help_text=_("For the English copy; where it is empty, the German words stand there."),
    )

    objects = TeamQuerySet.as_manager()

    class Meta:
        verbose_name = _("set-up of letters")
        verbose_name_plural = _("set-up of letters")

    def __str__(self):
        return str(self.event)


class LetterQuerySet(TeamQuerySet):
    def current(self):
        """Asked for or approved."""
        return self.filter(state__in=[LetterState.ASKED, LetterState.APPROVED])


@tracked()
class InvitationLetter(models.Model):
    """A letter with which a delegate applies for a visa. Rendered on request, never stored with a passport number."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    delegate = models.ForeignKey(
        Delegate, models.PROTECT, related_name="letters", verbose_name=_("delegate")
    )
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=LetterState,
        default=LetterState.ASKED,
        editable=False,
    )
    number = models.CharField(_("number"), max_length=40, blank=True, editable=False)
    # Written without signs that look alike; says nothing of the person.
    code = models.CharField(_("code"), max_length=20, blank=True, editable=False)
    entry_on = models.DateField(_("entry"))
    exit_on = models.DateField(_("exit"))
    function = models.CharField(_("function"), max_length=120)
    costs = models.CharField(_("who bears the costs"), max_length=20, choices=Costs)
    lodging = models.CharField(_("accommodation"), max_length=20, choices=Lodging)
    lodging_address = models.CharField(
        _("address of the accommodation"), max_length=200, blank=True
    )
    # What the letterhead said when it was approved, and whom the signatory approved: a later change of the set-up, or
    # of a name, alters no letter.
    head = models.JSONField(_("letterhead"), default=dict, blank=True, editable=False)
    asked_at = models.DateTimeField(_("asked for"), editable=False)
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", editable=False, verbose_name=_("by")
    )
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)
    note = models.CharField(_("reason"), max_length=400, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, editable=False)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "id"]
        verbose_name = _("invitation letter")
        verbose_name_plural = _("invitation letters")
        constraints = [
            models.UniqueConstraint(
                fields=["delegate"],
                name="letter_one_at_a_time",
                condition=Q(state__in=["asked", "approved"]),
                violation_error_message=_("There is a letter for this person already."),
            ),
            models.UniqueConstraint(
                fields=["number"], name="letter_number_once", condition=~Q(number="")
            ),
            models.UniqueConstraint(
                fields=["code"], name="letter_code_once", condition=~Q(code="")
            ),
            models.CheckConstraint(
                name="letter_days",
                condition=Q(entry_on__lte=F("exit_on")),
                violation_error_message=_("The exit comes after the entry."),
            ),
            models.CheckConstraint(
                name="letter_approved_whole",
                condition=~Q(state="approved")
                | ~Q(number="") & ~Q(code="") & Q(decided_by__isnull=False),
                violation_error_message=_(
                    "An approved letter has a number, a code and a signatory."
                ),
            ),
        ]
        triggers = [
            Refuse(
                name="letter_begins_asked",
                operation=pgtrigger.Insert,
                when_sql="NEW.state <> 'asked'",
                message=_("A letter is asked for first."),
            ),
            Refuse(
                name="letter_step_allowed",
                operation=pgtrigger.Update,
                when_sql="OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN "
                f"({sql_rows(LETTER_STEPS)})",
                message=_("This letter has been answered already. Reload the page."),
            ),
            Frozen(
                name="letter_kept_as_approved",
                fields=[
                    "delegate",
                    "entry_on",
                    "exit_on",
                    "function",
                    "costs",
                    "lodging",
                    "lodging_address",
                    "head",
                ],
                until="OLD.state <> 'asked'",
                message=_("An approved letter stays as it is. Withdraw it and ask for another."),
            ),
            SetOnce(
                name="letter_decided_once",
                fields=["decided_by", "decided_at", "withdrawn_at"],
                message=_("This letter has been answered already. Reload the page."),
            ),
        ]

    def __str__(self):
        return self.number or f"{self.delegate}"

    @property
    def is_valid(self):
        return self.state == LetterState.APPROVED

    @property
    def initials(self):
        """All that the public check says of a name: the first letter of each word."""
        return " ".join(f"{word[0]}." for word in self.guest["name"].split())

    @property
    def guest(self):
        """Whom the letter names: as approved, and until then as they write it."""
        return self.head.get("guest") or guest_of(self.delegate)


def guest_of(delegate) -> dict:
    """What an approved letter keeps of the person."""
    return {
        "name": delegate.name,
        "organisation": delegate.organisation,
        "nationality": delegate.nationality.code or "",
    }


class TravelDocument(models.Model):
    """Passport data of one delegate, sealed in one column. No history, no list, no export has it."""

    delegate = models.OneToOneField(
        Delegate, models.CASCADE, related_name="travel_document", verbose_name=_("delegate")
    )
    sealed = models.TextField(editable=False)
    changed_at = models.DateTimeField(_("changed"), editable=False)

    # For `manage.py reseal`.
    sealed_columns = ["sealed"]

    class Meta:
        verbose_name = _("travel document")
        verbose_name_plural = _("travel documents")

    def __str__(self):
        return f"{self.pk}"

    @classmethod
    def sealing(cls, *, number, born_on, expires_on):
        """The sealed column for passport number, date of birth and the passport's last day, each of them optional."""
        days = {"born_on": born_on, "expires_on": expires_on}
        return seal(
            {"number": number, **{name: day and day.isoformat() for name, day in days.items()}}
        )

    def opened(self) -> dict:
        """Number, date of birth, last day, as they were typed. Raises SealBroken."""
        return unseal(self.sealed)
