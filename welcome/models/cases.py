import uuid

import pgtrigger
from dateutil.relativedelta import relativedelta
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.guards import AppendOnly, Frozen, Guard, Refuse
from corridor.history import tracked
from startups.models import Startup
from welcome import choices
from welcome.choices import CaseState, StaffRole
from welcome.models.applications import Application, Revision
from welcome.models.authorities import Authority
from welcome.models.packages import Package, Terms

# So long after a withdrawal its messages are kept.
MESSAGES_KEPT = relativedelta(months=24)
# The written form of reference numbers: the authority's prefix, the year, a number.
REFERENCE = r"[A-Z]{2,5}-\d{4}-\d{4,6}"


class StepAllowed(Guard):
    """Refuse every change of a case's state that `choices.STEPS` does not list, under the authority's law."""

    operation = pgtrigger.Update

    def get_declare(self, model):
        return [("_law", "TEXT")]

    def get_func(self, model):
        free = {(step.source, step.target) for step in choices.STEPS if step.law is None}
        bound = {(step.law, step.source, step.target) for step in choices.STEPS if step.law} - {
            (step.law, step.source, step.target)
            for step in choices.STEPS
            if (step.source, step.target) in free
        }
        return f"""
            IF OLD.state = NEW.state OR (OLD.state, NEW.state) IN ({sql_rows(free)}) THEN RETURN NEW; END IF;
            SELECT authority.law INTO _law FROM welcome_package package
                JOIN welcome_authority authority ON authority.id = package.authority_id
                WHERE package.id = NEW.package_id;
            IF (_law, OLD.state, NEW.state) IN ({sql_rows(bound)}) THEN RETURN NEW; END IF;
            {self.refusal}
        """


class SignatureFirst(Guard):
    """Refuse `signed` while the case's open decision bears no signature, `released` while one is still open."""

    operation = pgtrigger.Update

    def get_func(self, model):
        decision = (
            "SELECT 1 FROM welcome_decision decision "
            "WHERE decision.case_id = NEW.id AND decision.ended_at IS NULL"
        )
        is_open = f"{decision} AND decision.released_at IS NULL"
        return f"""
            IF OLD.state <> NEW.state AND (
                NEW.state = '{CaseState.SIGNED}' AND NOT EXISTS ({is_open} AND decision.signed_at IS NOT NULL)
                OR NEW.state = '{CaseState.RELEASED}' AND (
                    EXISTS ({is_open}) OR NOT EXISTS ({decision} AND decision.released_at IS NOT NULL)
                )
            ) THEN {self.refusal} END IF;
            RETURN NEW;
        """


FOREIGN_REVISION = """OLD.revision_id <> NEW.revision_id AND NOT EXISTS (
    SELECT 1 FROM welcome_revision AS newer
    WHERE newer.id = NEW.revision_id AND newer.application_id = NEW.application_id
)"""


# The award says how it ended before the case does; one that is still in use keeps the file open.
AWARD_UNENDED = f"""OLD.state <> NEW.state AND (
    NEW.state IN ('{CaseState.DECLINED}', '{CaseState.LAPSED}') AND NOT EXISTS (
        SELECT 1 FROM welcome_award AS award WHERE award.case_id = NEW.id AND award.state = NEW.state
    )
    OR NEW.state = '{CaseState.CLOSED}' AND EXISTS (
        SELECT 1 FROM welcome_award AS award
        WHERE award.case_id = NEW.id AND award.state = '{choices.AwardState.OPEN}'
    )
)"""


def sql_words(words):
    return ", ".join(f"'{word}'" for word in sorted(words))


def sql_rows(rows):
    return ", ".join("(" + ", ".join(f"'{value}'" for value in row) + ")" for row in sorted(rows))


class CaseQuerySet(models.QuerySet):
    def for_staff(self, user, *roles):
        """The cases of the authorities a person works for."""
        return self.filter(package__authority__in=Authority.objects.of(user, *roles))

    def for_applicant(self, user):
        return self.filter(startup__in=Startup.objects.of(user))

    def for_back_office(self, user):
        """Own authority's cases; all of them for the auditor. An officer's own start-up is no reason to see more."""
        return self if user.has_role(Role.AUDITOR) else self.for_staff(user)

    def visible_to(self, user):
        """Own authority's cases, own start-up's cases; all of them for the auditor. A superuser sees none."""
        return self.for_back_office(user) | self.for_applicant(user)

    def running(self):
        return self.exclude(state__in=choices.ENDED)

    def with_old_messages(self, now):
        """Withdrawn so long ago that their messages go. Those of a decided case stay with its file."""
        gone = CaseEvent.objects.filter(
            verb="withdraw", at__lte=now.astimezone(clock.BERLIN) - MESSAGES_KEPT
        )
        written = self.filter(state=CaseState.WITHDRAWN, messages__isnull=False)
        return written.filter(pk__in=gone.values("case")).distinct()


@tracked()
class Case(models.Model):
    """What one authority does with an application for one of its packages."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(_("reference number"), max_length=20, unique=True)
    application = models.ForeignKey(
        Application, models.PROTECT, related_name="cases", verbose_name=_("application")
    )
    package = models.ForeignKey(
        Package, models.PROTECT, related_name="cases", verbose_name=_("package")
    )
    startup = models.ForeignKey(
        Startup, models.PROTECT, related_name="cases", verbose_name=_("start-up")
    )
    terms = models.ForeignKey(Terms, models.PROTECT, related_name="cases", verbose_name=_("terms"))
    revision = models.ForeignKey(
        Revision, models.PROTECT, related_name="cases", verbose_name=_("submitted application")
    )
    state = models.CharField(
        _("state"), max_length=30, choices=CaseState, default=CaseState.SUBMITTED
    )
    officer = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="cases",
        verbose_name=_("case officer"),
    )
    submitted_at = models.DateTimeField(_("submitted"))
    due_on = models.DateField(_("decision due on"))

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "reference"]
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        indexes = [
            models.Index(fields=["due_on", "reference"], name="case_by_due_date"),
            models.Index(fields=["state", "due_on", "reference"], name="case_by_state"),
            models.Index(
                fields=["due_on", "reference"],
                name="case_inbox",
                condition=Q(state__in=sorted(choices.WITH_AUTHORITY)),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "package"],
                name="case_once_per_package",
                violation_error_message=_("This application has a case for the package already."),
            ),
            models.UniqueConstraint(
                fields=["startup", "package"],
                condition=~Q(state__in=sorted(choices.ENDED)),
                name="case_one_running_per_package",
                violation_error_message=_(
                    "Your start-up has a running case for one of these packages. Take the package out of this "
                    "application, or wait for the decision."
                ),
            ),
        ]
        triggers = [
            StepAllowed(
                name="case_step_allowed",
                message=_("The case is in another state by now. Reload the page."),
            ),
            SignatureFirst(
                name="case_signature_first",
                message=_("A decision is signed before it is released."),
            ),
            Refuse(
                name="case_begins_submitted",
                operation=pgtrigger.Insert,
                when_sql=f"NEW.state <> '{CaseState.SUBMITTED}'",
                message=_("A case begins with the submission."),
            ),
            Refuse(
                name="case_never_deleted",
                operation=pgtrigger.Delete,
                when_sql="TRUE",
                message=_("A case is kept."),
            ),
            Frozen(
                name="case_identity_kept",
                fields=["reference", "application", "package", "startup", "terms", "submitted_at"],
                message=_("Reference, start-up and package of a case stay as they are."),
            ),
            Frozen(
                name="case_revision_kept",
                fields=["revision"],
                until=f"OLD.state NOT IN ({sql_words(choices.ADOPTABLE)})",
                message=_("A decision keeps the version of the application that it was made on."),
            ),
            Refuse(
                name="case_award_ended_first",
                operation=pgtrigger.Update,
                when_sql=AWARD_UNENDED,
                message=_("The award is still in use: its proof of use has to be accepted first."),
            ),
            Refuse(
                name="case_revision_of_its_application",
                operation=pgtrigger.Update,
                when_sql=FOREIGN_REVISION,
                message=_("A case works on a version of its own application."),
            ),
        ]

    def __str__(self):
        return self.reference

    def get_absolute_url(self):
        return reverse("case", args=[self.reference])

    @property
    def authority(self):
        return self.package.authority

    @property
    def public_state(self):
        """The state that the applicant may know: a proposal and its signature leave a case where they found it.

        Out of the completeness check only one kind of decision is proposed; another state would tell which.
        """
        if self.state not in (CaseState.PROPOSED, CaseState.SIGNED):
            return self.state
        return [event.source for event in self.events.all() if event.verb == "propose"][-1]

    @property
    def public_stage(self):
        """The same in words."""
        return CaseState(self.public_state).label

    @property
    def with_authority(self):
        return self.state in choices.WITH_AUTHORITY

    @property
    def is_running(self):
        return self.state not in choices.ENDED

    @property
    def open_decision(self):
        """The decision that is proposed or signed and not yet released; None when there is none."""
        return self.decisions.filter(
            ended_at=None, released_at=None, proposed_at__isnull=False
        ).first()

    @property
    def released_decision(self):
        """The latest decision that reached the applicant; None before that."""
        return self.decisions.filter(released_at__isnull=False).order_by("-released_at").first()

    def can(self, verb):
        """Whether the table has this step from the case's present state."""
        return choices.step_for(verb, self.state, self.authority.law) is not None

    @property
    def can_be_withdrawn(self):
        """As long as nothing was decided: nobody escapes a revocation, which is proposed and signed as well."""
        return self.can("withdraw") and self.released_decision is None

    def has_role(self, user, *roles):
        """Whether a person works for the case's authority in one of the roles."""
        return self.authority.members.filter(user=user, role__in=roles).exists()

    def concerns(self, user):
        """Whether a person belongs to the start-up, and so may not work on the case as staff."""
        return self.startup.memberships.filter(user=user).exists()

    def staff_verbs(self, user):
        """The steps of the table that this person may take as a member of the authority."""
        verbs = []
        if self.concerns(user):
            return verbs
        if self.has_role(user, StaffRole.OFFICER):
            verbs += choices.verbs_from(self.state, self.authority.law, choices.Actor.OFFICER)
        if self.has_role(user, StaffRole.SIGNATORY):
            verbs += choices.verbs_from(self.state, self.authority.law, choices.Actor.SIGNATORY)
        return verbs


class CaseEventQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(case__in=Case.objects.visible_to(user))


class CaseEvent(models.Model):
    """One line of a case's record: from which state to which, by whom, when. Only ever added to."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="events", verbose_name=_("case"))
    verb = models.CharField(_("step"), max_length=40)
    source = models.CharField(_("from"), max_length=30, choices=CaseState, blank=True)
    target = models.CharField(_("to"), max_length=30, choices=CaseState)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    note = models.TextField(_("note"), blank=True)

    objects = CaseEventQuerySet.as_manager()

    class Meta:
        ordering = ["case", "id"]
        verbose_name = _("entry in the record")
        verbose_name_plural = _("record of the case")
        triggers = [
            AppendOnly(
                name="case_event_append_only", message=_("The record is only ever added to.")
            )
        ]

    def __str__(self):
        return f"{self.case}: {self.get_target_display()}"
