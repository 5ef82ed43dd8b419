"""What de-minimis aid asks of the authority after an award: a certificate, and the entry in the EU's register."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corridor.accounts.models import User
from corridor.documents.models import Document
from corridor.guards import Refuse, append_only
from startups.models import Startup
from welcome.choices import DecisionKind, Law
from welcome.models.cases import Case
from welcome.models.decisions import Decision

NO_AID = f"""NOT EXISTS (
    SELECT 1 FROM welcome_decision AS decision
    JOIN welcome_case AS file ON file.id = decision.case_id
    JOIN welcome_package AS package ON package.id = file.package_id
    JOIN welcome_authority AS authority ON authority.id = package.authority_id
    WHERE decision.id = NEW.decision_id AND decision.kind = '{DecisionKind.GRANT}'
    AND decision.released_at IS NOT NULL AND authority.law = '{Law.NRW}'
)"""


class CertificateQuerySet(models.QuerySet):
    def visible_to(self, user):
        """To the authority's staff, the auditor, and the owners of the start-up."""
        owned = Q(decision__case__startup__in=Startup.objects.owned_by(user))
        return self.filter(owned | Q(decision__case__in=Case.objects.open_to_staff(user)))


class Certificate(models.Model):
    """The certificate of an award's aid (De-minimis-Bescheinigung), made when the award becomes final."""

    decision = models.OneToOneField(
        Decision, models.PROTECT, related_name="certificate", verbose_name=_("award")
    )
    document = models.ForeignKey(
        Document, models.PROTECT, related_name="+", verbose_name=_("certificate")
    )
    made_at = models.DateTimeField(_("made"))

    objects = CertificateQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("de-minimis certificate")
        verbose_name_plural = _("de-minimis certificates")
        triggers = [
            *append_only(name="certificate_append_only", message=_("A certificate is kept.")),
            Refuse(
                name="certificate_of_aid",
                operation=pgtrigger.Insert,
                when_sql=NO_AID,
                message=_("Only a released award of aid has a certificate."),
            ),
        ]

    def __str__(self):
        return str(self.decision)


class RegisterEntryQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(decision__case__in=Case.objects.open_to_staff(user))


class RegisterEntry(models.Model):
    """That an award is entered in the EU's de-minimis register, and under which activity."""

    decision = models.OneToOneField(
        Decision, models.PROTECT, related_name="register_entry", verbose_name=_("award")
    )
    registered_on = models.DateField(_("entered in the register on"))
    nace = models.CharField(_("economic activity (NACE)"), max_length=7)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("entered by"))
    at = models.DateTimeField(_("recorded"))

    objects = RegisterEntryQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("entry in the de-minimis register")
        verbose_name_plural = _("entries in the de-minimis register")
        triggers = [
            *append_only(
                name="register_entry_append_only",
                message=_("The award is entered in the register already."),
            ),
            Refuse(
                name="register_entry_of_aid",
                operation=pgtrigger.Insert,
                when_sql=NO_AID,
                message=_("Only a released award of aid is entered in the register."),
            ),
            pgtrigger.Trigger(
                name="register_entry_tells_award",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                func="UPDATE welcome_decision SET unregistered = FALSE WHERE id = NEW.decision_id; RETURN NULL;",
            ),
        ]

    def __str__(self):
        return str(self.decision)
