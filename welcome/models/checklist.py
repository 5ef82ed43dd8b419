"""What staff keep at hand while they check and decide: text blocks, and the checklist of the completeness check."""

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.history import tracked
from welcome.choices import CheckState, TextUse
from welcome.models.authorities import Authority
from welcome.models.cases import Case


class TextBlockQuerySet(models.QuerySet):
    def shown(self):
        return self.filter(is_shown=True)

    def visible_to(self, user):
        if user.has_role(Role.AUDITOR):
            return self
        return self.filter(authority__in=Authority.objects.of(user))


@tracked()
class TextBlock(models.Model):
    """Words that an authority uses again and again. A text that took them over keeps them as they were."""

    authority = models.ForeignKey(
        Authority, models.PROTECT, related_name="text_blocks", verbose_name=_("authority")
    )
    use = models.CharField(_("used in"), max_length=12, choices=TextUse)
    title_de = models.CharField(_("title in German"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=120)
    text_de = models.TextField(_("text in German"), max_length=4000)
    text_en = models.TextField(_("text in English"), max_length=4000)
    is_shown = models.BooleanField(_("offered"), default=True)

    objects = TextBlockQuerySet.as_manager()

    class Meta:
        ordering = ["authority", "use", "title_de", "id"]
        verbose_name = _("text block")
        verbose_name_plural = _("text blocks")
        constraints = [
            models.CheckConstraint(
                name="text_block_in_both_languages",
                condition=~Q(text_de="") & ~Q(text_en=""),
                violation_error_message=_("Write the text in German and English."),
            )
        ]

    def __str__(self):
        return self.title_de if get_language() == "de" else self.title_en


class CheckMarkQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(case__in=Case.objects.open_to_staff(user))


@tracked()
class CheckMark(models.Model):
    """What the completeness check found about one thing that the package asks for: a section or a kind of document."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="marks", verbose_name=_("case"))
    item = models.CharField(_("item"), max_length=60)
    state = models.CharField(_("found"), max_length=10, choices=CheckState)
    note = models.TextField(_("note"), max_length=500, blank=True)
    marked_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("marked by")
    )
    marked_at = models.DateTimeField(_("marked"))

    objects = CheckMarkQuerySet.as_manager()

    class Meta:
        ordering = ["case", "id"]
        verbose_name = _("mark of the completeness check")
        verbose_name_plural = _("marks of the completeness check")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "item"],
                name="check_mark_once",
                violation_error_message=_("This is marked already."),
            )
        ]

    def __str__(self):
        return f"{self.case}: {self.item}"
