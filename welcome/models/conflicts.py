"""Who of an authority has said whether there is a conflict of interest, before a file opens (§§ 20, 21 VwVfG NRW)."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.guards import Refuse, append_only
from welcome.choices import ConflictAnswer
from welcome.models.cases import Case, apart_from

# A conflict is never taken back.
CONFLICT_SAID = f"""NEW.answer = '{ConflictAnswer.NONE}' AND EXISTS (
    SELECT 1 FROM welcome_conflictdeclaration AS earlier
    WHERE earlier.case_id = NEW.case_id AND earlier.user_id = NEW.user_id
        AND earlier.answer = '{ConflictAnswer.CONFLICT}'
)"""


class ConflictDeclarationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own; those of colleagues to whoever may open the file."""
        if user.has_role(Role.AUDITOR):
            return self.filter(models.Q(user=user) | apart_from(user, "case__"))
        return self.filter(
            models.Q(user=user) | models.Q(case__in=Case.objects.open_to_staff(user))
        )


class ConflictDeclaration(models.Model):
    """What a member of an authority declares on one case. Only ever added to: from no conflict to a conflict."""

    case = models.ForeignKey(
        Case, models.PROTECT, related_name="declarations", verbose_name=_("case")
    )
    user = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("person"))
    answer = models.CharField(_("declaration"), max_length=10, choices=ConflictAnswer)
    note = models.TextField(_("note"), max_length=1000, blank=True)
    at = models.DateTimeField(_("at"))

    objects = ConflictDeclarationQuerySet.as_manager()

    class Meta:
        ordering = ["case", "id"]
        verbose_name = _("declaration on conflicts of interest")
        verbose_name_plural = _("declarations on conflicts of interest")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "answer", "case"],  # the few conflicts of a person are one look
                name="conflict_declared_once",
                violation_error_message=_("You have declared this already."),
            )
        ]
        triggers = [
            *append_only(
                name="conflict_declaration_kept",
                message=_("A declaration stays as it was made."),
            ),
            Refuse(
                name="conflict_stays",
                operation=pgtrigger.Insert,
                when_sql=CONFLICT_SAID,
                message=_("A conflict of interest that was declared is not taken back."),
            ),
        ]

    def __str__(self):
        return f"{self.case} · {self.user}: {self.get_answer_display()}"
