"""Looking at the stage of a case without signing in: what was asked, and the link that answers."""

from datetime import timedelta

from django.core import signing
from django.db import models
from django.utils.translation import gettext_lazy as _

SALT = "welcome.status"
# So long the link in the mail shows the stage, in real time.
STATUS_HOURS = 24


class StatusQuestion(models.Model):
    """Somebody asked without signing in how a case stands. Housekeeping answers by mail and deletes the question.

    The page that takes it only writes this row, whatever was typed: no answer and no second of time tells a
    stranger whether there is such a case.
    """

    reference = models.CharField(_("reference number"), max_length=20)
    email = models.EmailField(_("email address"))
    language = models.CharField(_("language"), max_length=2)
    asked_at = models.DateTimeField(_("asked"))

    class Meta:
        ordering = ["id"]
        verbose_name = _("question about a case")
        verbose_name_plural = _("questions about cases")

    def __str__(self):
        return self.reference


def status_token(case) -> str:
    """What the link carries: the case's id, signed with the time, so that nothing secret is stored."""
    return signing.dumps(str(case.pk), salt=SALT)


def case_id(token) -> str:
    """The id of the case that a link shows. Raises BadSignature, also for one that is out of date."""
    return signing.loads(token, salt=SALT, max_age=timedelta(hours=STATUS_HOURS))
