"""What staff write for everybody, and the barriers that readers report."""

import uuid

import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.choices import Language, Role
from corridor.accounts.models import User
from corridor.content.choices import REVIEW_EVERY, PageKey
from corridor.guards import Frozen, Refuse
from corridor.history import tracked
from corridor.mail.addresses import is_plain

STATEMENT_IS_REVIEWED = _(
    "The accessibility statement is reviewed every year. Enter the day of the next review."
)
NEWS_IN_ONE_LANGUAGE = _("Fill in title, “in one sentence” and text in one language at least.")


class PageQuerySet(models.QuerySet):
    def visible_to(self, user):
        """All pages are public."""
        return self

    def review_due(self, day):
        """Those that an editor has to look at again by this day."""
        return self.filter(review_on__lte=day).order_by("review_on", "key")


@tracked(exclude=["reminded_on"])
class Page(models.Model):
    """One of the portal's own pages, such as the imprint. Its first text comes from `texts/`."""

    key = models.CharField(
        _("page"), max_length=20, choices=PageKey, primary_key=True, editable=False
    )
    title_de = models.CharField(_("title in German"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=120)
    title_kn = models.CharField(_("title in Kannada"), max_length=120, blank=True)
    text_de = models.TextField(_("text in German"), help_text=_("Markdown"))
    text_en = models.TextField(_("text in English"), help_text=_("Markdown"))
    text_kn = models.TextField(_("text in Kannada"), blank=True, help_text=_("Markdown"))
    changed_on = models.DateField(_("last reviewed on"), editable=False)
    review_on = models.DateField(_("to be reviewed by"), null=True, blank=True)
    reminded_on = models.DateField(_("editors reminded on"), null=True, editable=False)

    objects = PageQuerySet.as_manager()

    class Meta:
        ordering = ["key"]
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        constraints = [
            models.CheckConstraint(
                name="page_has_a_text",
                condition=~Q(title_de="") & ~Q(text_de="") & ~Q(title_en="") & ~Q(text_en=""),
                violation_error_message=_("Give the page a title and a text in both languages."),
            ),
            models.CheckConstraint(
                name="page_kannada_explains_only",
                condition=Q(key=PageKey.HOW_IT_WORKS) | Q(title_kn="", text_kn=""),
                violation_error_message=_("Only “How it works” is there in Kannada."),
            ),
            models.CheckConstraint(
                name="page_statement_is_reviewed",
                condition=~Q(key=PageKey.ACCESSIBILITY) | Q(review_on__isnull=False),
                violation_error_message=STATEMENT_IS_REVIEWED,
            ),
        ]

    def __str__(self):
        return str(self.get_key_display())

    def get_absolute_url(self):
        return reverse(PageKey(self.key).route)

    def next_review(self):
        """The day for the review after one that is done today; None for a page without reviews."""
        return clock.today() + REVIEW_EVERY if self.review_on else None


class NewsItemQuerySet(models.QuerySet):
    def published(self, today):
        """What the public reads on a day, the newest first."""
        return self.filter(published_on__lte=today).order_by("-published_on", "id")

    def visible_to(self, user):
        """Published ones to everybody; drafts to editors and auditors."""
        if user.is_authenticated and user.has_role(Role.EDITOR, Role.AUDITOR):
            return self
        return self.published(clock.today())


@tracked(exclude=["picture_width", "picture_height", "picture_small", "picture_small_width"])
class NewsItem(models.Model):
    """A short text about what happened. Without `published_on` it is a draft; with a later day it waits for that."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(_("address"), max_length=80)
    published_on = models.DateField(_("published on"), null=True, editable=False)
    title_de = models.CharField(_("title in German"), max_length=120, blank=True)
    title_en = models.CharField(_("title in English"), max_length=120, blank=True)
    teaser_de = models.CharField(_("in one sentence, in German"), max_length=200, blank=True)
    teaser_en = models.CharField(_("in one sentence, in English"), max_length=200, blank=True)
    text_de = models.TextField(_("text in German"), blank=True, help_text=_("Markdown"))
    text_en = models.TextField(_("text in English"), blank=True, help_text=_("Markdown"))
    # Both are written by corridor.content.pictures, which also measures them.
    picture = models.ImageField(_("picture"), upload_to="news", blank=True, editable=False)
    picture_width = models.PositiveIntegerField(null=True, editable=False)
    picture_height = models.PositiveIntegerField(null=True, editable=False)
    picture_small = models.ImageField(upload_to="news", blank=True, editable=False)
    picture_small_width = models.PositiveIntegerField(null=True, editable=False)
    picture_alt_de = models.CharField(
        _("what the picture shows, in German"), max_length=200, blank=True
    )
    picture_alt_en = models.CharField(
        _("what the picture shows, in English"), max_length=200, blank=True
    )

    objects = NewsItemQuerySet.as_manager()

    class Meta:
        ordering = ["-published_on", "id"]  # drafts first: PostgreSQL puts them there
        verbose_name = _("news item")
        verbose_name_plural = _("news items")
        indexes = [models.Index(fields=["-published_on", "id"], name="news_newest")]
        constraints = [
            models.UniqueConstraint(
                fields=["slug"],
                name="news_address_once",
                violation_error_message=_("Another news item has this address."),
            ),
            models.CheckConstraint(
                name="news_has_a_text",
                condition=(~Q(title_de="") & ~Q(teaser_de="") & ~Q(text_de=""))
                | (~Q(title_en="") & ~Q(teaser_en="") & ~Q(text_en="")),
                violation_error_message=NEWS_IN_ONE_LANGUAGE,
            ),
            models.CheckConstraint(
                name="news_picture_is_described",
                condition=Q(picture="") | (~Q(picture_alt_de="") & ~Q(picture_alt_en="")),
                violation_error_message=_("Say in both languages what the picture shows."),
            ),
        ]

    def __str__(self):
        first, second = self.title_en, self.title_de
        return (second or first) if get_language() == "de" else (first or second)

    def get_absolute_url(self):
        return reverse("news_item", args=[self.slug])

    @property
    def is_published(self):
        return self.published_on is not None and self.published_on <= clock.today()

    @property
    def picture_sources(self):
        """The `srcset` of the picture."""
        return (
            f"{self.picture_small.url} {self.picture_small_width}w, "
            f"{self.picture.url} {self.picture_width}w"
        )


class BarrierReportQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if user.has_role(Role.EDITOR, Role.AUDITOR) else self.none()

    def open(self):
        return self.filter(answered_at__isnull=True)

    def overdue(self, today):
        return self.open().filter(due_on__lt=today)

    def answered_before(self, moment):
        return self.filter(answered_at__lt=moment)


class BarrierReport(models.Model):
    """What a reader could not use, and our answer. Whoever reports need not say who they are."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    page = models.CharField(_("page"), max_length=300, blank=True)
    text = models.TextField(_("what does not work"), max_length=4000)
    email = models.EmailField(_("email address"), blank=True)
    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    received_at = models.DateTimeField(_("received"))
    due_on = models.DateField(_("due"))
    answer = models.TextField(_("answer"), blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True)
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("answered by")
    )
    answer_sent = models.BooleanField(_("answer sent by mail"), default=False)
    reminded_on = models.DateField(_("editors reminded on"), null=True)

    objects = BarrierReportQuerySet.as_manager()

    class Meta:
        ordering = ["-answered_at", "due_on", "id"]  # open ones first, the most urgent before all
        verbose_name = _("barrier report")
        verbose_name_plural = _("barrier reports")
        constraints = [
            is_plain("email", "barrier_email_plain"),
            models.CheckConstraint(
                name="barrier_says_something",
                condition=~Q(text=""),
                violation_error_message=_("Say what does not work."),
            ),
            models.CheckConstraint(
                name="barrier_answer_whole",
                condition=Q(answer="", answered_at__isnull=True, answered_by__isnull=True)
                | (~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False)),
                violation_error_message=_("An answer has a text, a person and a time."),
            ),
            models.CheckConstraint(
                name="barrier_answer_sent_to_somebody",
                condition=Q(answer_sent=False) | (~Q(answer="") & ~Q(email="")),
                violation_error_message=_("An answer goes by mail to whoever left an address."),
            ),
        ]
        triggers = [
            Frozen(
                name="barrier_report_frozen",
                fields=["page", "text", "email", "language", "received_at", "due_on"],
                message=_("A report stays as it was received."),
            ),
            Frozen(
                name="barrier_answer_frozen",
                fields=["answer", "answered_at", "answered_by", "answer_sent"],
                until="OLD.answered_at IS NOT NULL",
                message=_("This report has an answer already."),
            ),
            Refuse(
                name="barrier_kept_until_answered",
                operation=pgtrigger.Delete,
                when_sql="OLD.answered_at IS NULL",
                message=_("A report without an answer is not deleted."),
            ),
        ]

    def __str__(self):
        return Truncator(self.text).chars(60)

    @property
    def is_overdue(self):
        return self.answered_at is None and self.due_on < clock.today()
