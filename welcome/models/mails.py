"""Which mails told about a case: the outbox has their state, and nobody reads their text here."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _
from post_office.models import Email

from corridor.guards import Frozen, NotEmptied, Refuse
from welcome.models.cases import Case


class CaseMailQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(case__in=Case.objects.open_to_staff(user))


class CaseMail(models.Model):
    """One mail about a case. When the outbox has forgotten it, the log says so."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="mails", verbose_name=_("case"))
    email = models.ForeignKey(
        Email, models.SET_NULL, null=True, related_name="+", verbose_name=_("mail")
    )
    subject = models.CharField(_("subject"), max_length=250)
    at = models.DateTimeField(_("queued"))

    objects = CaseMailQuerySet.as_manager()

    class Meta:
        ordering = ["case", "id"]
        verbose_name = _("mail about a case")
        verbose_name_plural = _("mails about cases")
        triggers = [
            Frozen(
                name="case_mail_kept",
                fields=["case", "subject", "at"],
                message=_("The record is only ever added to."),
            ),
            Refuse(
                name="case_mail_of_its_mail",
                operation=pgtrigger.Update,
                # The outbox forgets; nothing else takes the mail's place.
                when_sql="NEW.email_id IS NOT NULL AND NEW.email_id IS DISTINCT FROM OLD.email_id",
                message=_("The record is only ever added to."),
            ),
            NotEmptied(name="case_mail_whole", message=_("The record is only ever added to.")),
            Refuse(
                name="case_mail_never_deleted",
                operation=pgtrigger.Delete,
                when_sql="TRUE",
                message=_("The record is only ever added to."),
            ),
        ]

    def __str__(self):
        return f"{self.case}: {self.subject}"
