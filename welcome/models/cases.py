import uuid

import pgtrigger
from dateutil.relativedelta import relativedelta
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.guards import Frozen, Guard, Refuse, append_only, sql_rows, sql_words
from corridor.history import tracked
from startups.models import Membership, Startup
from welcome import choices
from welcome.choices import CaseState, ConflictAnswer, StaffRole
from welcome.models.applications import Application, Revision, declared_by, no_conflict_of
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


# A case is in court as long as an action against one of its decisions is pending, and no date ends that.
PENDING = """EXISTS (
    SELECT 1 FROM welcome_courtaction AS action
    JOIN welcome_decision AS decision ON decision.id = action.decision_id
    WHERE decision.case_id = NEW.id AND action.outcome = ''
)"""
COURT_UNSAID = f"""OLD.state <> NEW.state AND '{CaseState.IN_COURT}' IN (OLD.state, NEW.state)
    AND (NEW.state = '{CaseState.IN_COURT}') <> {PENDING}"""
# While a revocation is under way the case neither ends nor goes back to the application.
OUT_OF_REVOCATION = (
    CaseState.CHECKING,
    CaseState.REVIEW,
    CaseState.WAITING_LIST,
    CaseState.CLOSED,
    CaseState.WITHDRAWN,
    CaseState.DECLINED,
    CaseState.LAPSED,
)


REVOCATION_UNDER_WAY = f"""OLD.state <> NEW.state AND (
    NEW.revoking AND NEW.state IN ({sql_words(OUT_OF_REVOCATION)})
    OR NEW.state = '{CaseState.HEARD}' AND NOT NEW.revoking
    OR OLD.state = '{CaseState.HEARD}' AND NOT NEW.revoking AND NOT EXISTS (
        SELECT 1 FROM (
            SELECT came_from, hearing.end FROM welcome_hearing AS hearing
            WHERE hearing.case_id = NEW.id ORDER BY hearing.id DESC LIMIT 1
        ) AS latest WHERE latest.end = 'left' AND latest.came_from = NEW.state
    )
)
OR OLD.revoking <> NEW.revoking AND NEW.revoking <> EXISTS (
    SELECT 1 FROM welcome_hearing AS hearing WHERE hearing.case_id = NEW.id AND hearing.ended_at IS NULL
)"""


# Nobody works on a case in which they have declared a conflict of interest.
OFFICER_IN_CONFLICT = f"""EXISTS (
    SELECT 1 FROM welcome_conflictdeclaration AS said
    WHERE said.case_id = NEW.id AND said.user_id = NEW.officer_id AND said.answer = '{ConflictAnswer.CONFLICT}'
)"""


def apart_from(user, case=""):
    """The condition that staff have nothing of their own in a case: no start-up that they belong to, no conflict.

    `case` is the way to the case, with the underscores behind it. An anti-join, so that lists keep their indexes.
    """
    own = Membership.objects.filter(user=user, startup=OuterRef(f"{case}startup"))
    return ~Exists(own) & no_conflict_of(user, case=OuterRef(case.removesuffix("__") or "pk"))


class CaseQuerySet(models.QuerySet):
    def for_staff(self, user, *roles):
        """The cases of the authorities a person works for, without those in which they have an interest."""
        ours = self.filter(package__authority__in=Authority.objects.of(user, *roles))
        return ours.filter(apart_from(user))

    def open_to_staff(self, user):
        """Whose files a member of staff may open: who has said that there is no conflict.

        For the auditor all in which they have no interest.
        """
        if user.has_role(Role.AUDITOR):
            return self.filter(apart_from(user))
        return self.for_staff(user).filter(pk__in=declared_by(user, ConflictAnswer.NONE))

    def closed_to(self, user):
        """Those of a person's own start-ups, and those in which they have declared a conflict of interest."""
        return self.filter(~apart_from(user))

    def for_applicant(self, user):
        return self.filter(startup__in=Startup.objects.of(user))

    def for_back_office(self, user):
        """Own authority's cases; all of them for the auditor; never those of one's own start-up.

        That they are there, and whose: what is in their files asks `open_to_staff`.
        """
        if user.has_role(Role.AUDITOR):
            return self.filter(apart_from(user))
        return self.for_staff(user)

    def to_declare(self, user):
        """On whose page a person may land: besides their list, their own start-up's, to declare the conflict there."""
        if user.has_role(Role.AUDITOR):
            return self.for_back_office(user)
        ours = self.filter(package__authority__in=Authority.objects.of(user))
        return ours.filter(no_conflict_of(user, case=OuterRef("pk")))

    def visible_to(self, user):
        """Whose files a person may open: as staff, or as the applicant. A superuser opens none."""
        return self.open_to_staff(user) | self.for_applicant(user)

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
    # From the hearing to the end of a revocation.
    revoking = models.BooleanField(_("revocation under way"), default=False)
    submitted_at = models.DateTimeField(_("submitted"))
    due_on = models.DateField(_("decision due on"))

    objects = CaseQuerySet.as_manager()

    # What the person knew who acts on this case (`welcome.readings`), where a form says so.
    as_read = None

    class Meta:
        ordering = ["due_on", "reference"]
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        indexes = [
            models.Index(fields=["due_on", "reference"], name="case_by_due_date"),
            models.Index(fields=["state", "due_on", "reference"], name="case_by_state"),
            models.Index(
                fields=["officer", "state", "due_on", "reference"], name="case_of_officer"
            ),
            models.Index(fields=["package", "due_on", "reference"], name="case_by_package"),
            GinIndex(fields=["reference"], opclasses=["gin_trgm_ops"], name="case_by_reference"),
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
                name="case_in_court_until_said",
                operation=pgtrigger.Update,
                when_sql=COURT_UNSAID,
                message=_("A case is in court from the action that is recorded to its outcome."),
            ),
            Refuse(
                name="case_revocation_ends_first",
                operation=pgtrigger.Update,
                when_sql=REVOCATION_UNDER_WAY,
                message=_("A revocation is under way. It is decided, or the award is left, first."),
            ),
            Refuse(
                name="case_officer_without_conflict",
                operation=pgtrigger.Update,
                when_sql=OFFICER_IN_CONFLICT,
                message=_("This person has declared a conflict of interest in the case."),
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
        if self.revoking:
            return CaseState.HEARD
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
    def is_usable(self):
        """Whether a benefit of its award can be asked for: nothing is contested or about to be revoked."""
        return self.state == choices.USABLE[self.authority.law] and not self.revoking

    @property
    def open_decision(self):
        """The decision that is proposed or signed and not yet released; None when there is none."""
        return self.decisions.filter(
            ended_at=None, released_at=None, proposed_at__isnull=False
        ).first()

    @property
    def released_decision(self):
        """The latest decision that reached the applicant and stands; None when there is none."""
        released = self.decisions.filter(released_at__isnull=False).standing()
        return released.order_by("-released_at").first()

    @property
    def granted_decision(self):
        """The award that stands: released, not annulled by a court, not revoked; None when there is none."""
        return self.decisions.binding_awards().filter(released_at__isnull=False).first()

    def can(self, verb):
        """Whether the table has this step from the case's present state."""
        return self.step(verb) is not None

    def step(self, verb, target=None):
        """The table's step for this verb from the case's present state; None when there is none."""
        law = self.authority.law
        return choices.step_for(verb, self.state, law, revokes=self.revoking, target=target)

    def verbs_of(self, actor):
        """What an actor can do from the case's present state, in the table's order."""
        return choices.verbs_from(self.state, self.authority.law, actor, revokes=self.revoking)

    @property
    def can_be_withdrawn(self):
        """As long as nothing was decided: nobody escapes a revocation, which is proposed and signed as well."""
        return self.can("withdraw") and self.released_decision is None

    def has_role(self, user, *roles):
        """Whether a person works for the case's authority in one of the roles."""
        return self.authority.members.filter(user=user, role__in=roles).exists()

    def declared(self, user):
        """What a person has said about conflicts of interest in this case: a conflict counts before all."""
        said = set(self.declarations.filter(user=user).values_list("answer", flat=True))
        return ConflictAnswer.CONFLICT if ConflictAnswer.CONFLICT in said else min(said, default="")

    def is_open_to(self, user):
        """Whether a member of staff may open the file."""
        return Case.objects.open_to_staff(user).filter(pk=self.pk).exists()

    def concerns(self, user):
        """Whether a person belongs to the start-up, and so may not work on the case as staff."""
        return self.startup.memberships.filter(user=user).exists()

    def staff_verbs(self, user):
        """The steps of the table that this person may take as a member of the authority."""
        verbs = []
        if self.concerns(user):
            return verbs
        if self.has_role(user, StaffRole.OFFICER):
            verbs += self.verbs_of(choices.Actor.OFFICER)
        if self.has_role(user, StaffRole.SIGNATORY):
            verbs += self.verbs_of(choices.Actor.SIGNATORY)
        return verbs


class CaseEventQuerySet(models.QuerySet):
    def visible_to(self, user):
        """To staff alone: the record tells what is proposed before anybody has released it."""
        return self.filter(case__in=Case.objects.open_to_staff(user))


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
        indexes = [
            models.Index(
                fields=["case"],
                name="event_answered",
                condition=Q(verb__in=sorted(choices.RESUMED), by__isnull=False),
            )
        ]
        triggers = [
            *append_only(
                name="case_event_append_only", message=_("The record is only ever added to.")
            )
        ]

    def __str__(self):
        return f"{self.case}: {self.get_target_display()}"
