import uuid
from datetime import timedelta

from django.core import signing
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from corridor.accounts.models import User

SALT = "startups.saved-search"
WEEK = timedelta(days=7)


class SavedSearchQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(user=user) if user.is_authenticated else self.none()

    def due(self, today):
        """Those whose person heard of nothing for a week."""
        return self.filter(told_on__lte=today - WEEK, user__is_active=True)


class SavedSearch(models.Model):
    """A search of the directory that a person wants to hear about once a week, when there is something new."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        User, models.CASCADE, related_name="saved_searches", verbose_name=_("person")
    )
    # The part of the directory's address after the question mark, in its one written form; no page number. A hundred
    # letters of Kannada are nine hundred there.
    query = models.CharField(_("search"), max_length=2000, blank=True)
    saved_at = models.DateTimeField(_("saved"))
    # New is what was published from this day on and before today: a day counts when it is over, and once.
    told_on = models.DateField(_("last looked on"))

    objects = SavedSearchQuerySet.as_manager()

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
        return f"{reverse('startups')}?{self.query}" if self.query else reverse("startups")

    @property
    def token(self):
        """What the link to unsubscribe carries: the signed id, so that nothing secret is stored."""
        return signing.dumps(str(self.pk), salt=SALT)


def search_id(token):
    """The id that a link to unsubscribe carries, of a search that is perhaps gone. Raises BadSignature."""
    return signing.loads(token, salt=SALT)
