"""Mails that the event team writes to a group of delegates, and what delegates say after the event."""

import pgtrigger
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from corridor.accounts.models import User
from corridor.guards import AppendOnly, Frozen, Refuse
from corridor.history import tracked
from events.choices import Audience, MailingKind
from events.models.delegates import Delegate
from events.models.delegations import Delegation
from events.models.events import Event
from events.models.team import TeamQuerySet


@tracked()
class Mailing(models.Model):
    """One text in two languages for a group of an event's delegates: written, looked at, and sent once."""

    event = models.ForeignKey(
        Event, models.PROTECT, related_name="mailings", verbose_name=_("event")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=MailingKind)
    audience = models.CharField(_("goes to"), max_length=20, choices=Audience)
    delegation = models.ForeignKey(
        Delegation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("only of this delegation"),
    )
    subject_de = models.CharField(_("subject in German"), max_length=120)
    subject_en = models.CharField(_("subject in English"), max_length=120)
    text_de = models.TextField(_("text in German"), max_length=4000)
    text_en = models.TextField(_("text in English"), max_length=4000)
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)
    sent_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", editable=False, verbose_name=_("by")
    )

    objects = TeamQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at", "id"]
        verbose_name = _("mailing")
        verbose_name_plural = _("mailings")
        constraints = [
            models.CheckConstraint(
                name="mailing_sent_by_somebody",
                condition=Q(sent_at__isnull=True, sent_by__isnull=True)
                | Q(sent_at__isnull=False, sent_by__isnull=False),
                violation_error_message=_("Somebody sends a mailing."),
            )
        ]
        triggers = [
            Frozen(
                name="mailing_sent_once",
                fields=[
                    "event",
                    "kind",
                    "audience",
                    "delegation",
                    "subject_de",
                    "subject_en",
                    "text_de",
                    "text_en",
                    "sent_at",
                    "sent_by",
                ],
                until="OLD.sent_at IS NOT NULL",
                message=_("This has been sent. Write another one."),
            )
        ]

    def __str__(self):
        return self.subject_de if get_language() == "de" else self.subject_en

    def recipients(self):
        """Whom it goes to as things stand: each has an address, and got it once at most."""
        people = self.event.delegates.exclude(email="").filter(
            state__in=[state.value for state in Audience(self.audience).states]
        )
        if self.delegation_id:
            people = people.filter(delegation=self.delegation_id)
        return people.exclude(mailings_received__mailing=self).order_by("position", "id")


class MailingReceipt(models.Model):
    """That a delegate was sent a mailing."""

    mailing = models.ForeignKey(Mailing, models.PROTECT, related_name="receipts")
    delegate = models.ForeignKey(Delegate, models.CASCADE, related_name="mailings_received")

    class Meta:
        verbose_name = _("mail of a mailing")
        verbose_name_plural = _("mails of mailings")
        constraints = [
            models.UniqueConstraint(
                fields=["mailing", "delegate"],
                name="mailing_receipt_once",
                violation_error_message=_("This person has got this mail."),
            )
        ]
        triggers = [
            AppendOnly(
                name="mailing_receipt_kept",
                operation=pgtrigger.Update,
                message=_("What was sent was sent."),
            )
        ]

    def __str__(self):
        return f"{self.mailing} · {self.delegate}"


class Feedback(models.Model):
    """What a delegate says after the event; the event team reads it with no name."""

    delegate = models.OneToOneField(Delegate, models.CASCADE, related_name="feedback")
    rating = models.PositiveSmallIntegerField(
        _("how it was"), validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    worked = models.TextField(_("what was good"), max_length=2000, blank=True)
    missing = models.TextField(_("what was missing"), max_length=2000, blank=True)
    given_at = models.DateTimeField(_("given"), editable=False)

    objects = TeamQuerySet.as_manager()

    class Meta:
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")
        constraints = [
            models.CheckConstraint(
                name="feedback_from_one_to_five",
                condition=Q(rating__gte=1, rating__lte=5),
                violation_error_message=_("Choose one of the five answers."),
            )
        ]
        triggers = [
            Refuse(
                name="feedback_of_who_came",
                operation=pgtrigger.Insert,
                when_sql="NOT EXISTS (SELECT 1 FROM events_delegate AS delegate "
                "WHERE delegate.id = NEW.delegate_id AND delegate.state = 'confirmed')",
                message=_("Feedback is asked of those who had a place."),
            )
        ]

    def __str__(self):
        return f"{self.pk}"
