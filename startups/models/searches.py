import uuid

from django.core import signing
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from corridor.accounts.models import User


class SavedSearch(models.Model):
    """A search of the directory that a person wants to hear about once a week, when there is something new."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        User, models.CASCADE, related_name="saved_searches", verbose_name=_("person")
    )
    # The part of the directory's address after the question mark, in its one written form; no page number.
    query = models.CharField(_("search"), max_length=500, blank=True)
    saved_at = models.DateTimeField(_("saved"))
    # New is what was published after this day.
    told_on = models.DateField(_("last mail on"))

    class Meta:
        ordering = ["-saved_at", "id"]
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "query"],
                name="saved_search_once",
                violation_error_message=_("You have saved this search already."),
            )
        ]

    def __str__(self):
        return self.query

    def get_absolute_url(self):
        return f"{reverse('startups')}?{self.query}"

    @property
    def token(self):
        """What the link to unsubscribe carries: the signed id, so that nothing secret is stored."""
        return signing.dumps(str(self.pk), salt="startups.saved-search")
