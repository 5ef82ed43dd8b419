"""What the event team wants to know besides, and what people answered."""

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.choices import AnswerKind
from events.models.delegates import Delegate
from events.models.events import Event
from events.models.team import TeamQuerySet

LONGEST_ANSWER = 1000


class EventQuestion(models.Model):
    """A question of one event, asked once a place is confirmed."""

    event = models.ForeignKey(
        Event, models.PROTECT, related_name="questions", verbose_name=_("event")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    label_de = models.CharField(_("question in German"), max_length=200)
    label_en = models.CharField(_("question in English"), max_length=200)
    kind = models.CharField(_("kind of answer"), max_length=10, choices=AnswerKind)
    options_de = models.TextField(
        _("answers to choose from, in German"),
        max_length=1000,
        blank=True,
        help_text=_("One in a line, in the same order in both languages."),
    )
    options_en = models.TextField(
        _("answers to choose from, in English"), max_length=1000, blank=True
    )
    is_required = models.BooleanField(_("must be answered"), default=False)
    is_asked = models.BooleanField(
        _("asked"), default=True, help_text=_("Without it the answers stay and nobody is asked.")
    )

    objects = TeamQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("question to delegates")
        verbose_name_plural = _("questions to delegates")
        constraints = [
            models.CheckConstraint(
                name="event_question_has_options",
                condition=~Q(kind="choice") | ~Q(options_de="") & ~Q(options_en=""),
                violation_error_message=_("Enter the answers to choose from, in both languages."),
            )
        ]

    def __str__(self):
        return self.label_en

    def options(self, language):
        """The answers in one language, in their order."""
        lines = getattr(self, f"options_{language}").splitlines()
        return [line.strip() for line in lines if line.strip()]


class DelegateAnswer(models.Model):
    """One delegate's answer; of a choice the number of the option, so that it reads in both languages."""

    delegate = models.ForeignKey(
        Delegate, models.CASCADE, related_name="answers", verbose_name=_("delegate")
    )
    question = models.ForeignKey(
        EventQuestion, models.PROTECT, related_name="answers", verbose_name=_("question")
    )
    value = models.TextField(_("answer"), max_length=LONGEST_ANSWER)

    objects = TeamQuerySet.as_manager()

    class Meta:
        ordering = ["question", "id"]
        verbose_name = _("answer of a delegate")
        verbose_name_plural = _("answers of delegates")
        constraints = [
            models.UniqueConstraint(
                fields=["delegate", "question"],
                name="delegate_answer_once",
                violation_error_message=_("This has been answered."),
            )
        ]

    def __str__(self):
        return f"{self.question}: {self.value}"

    def in_words(self):
        """The answer as people read it, in the language of the page."""
        match self.question.kind:
            case AnswerKind.YES_NO:
                return str(_("yes") if self.value == "yes" else _("no"))
            case AnswerKind.CHOICE:
                options = self.question.options(get_language())
                number = int(self.value)
                return options[number] if number < len(options) else ""
        return self.value
