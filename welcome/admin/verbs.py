"""What staff can do with a case: the verbs of the table that have an action, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.models import User
from welcome.choices import CaseState, StaffRole
from welcome.exceptions import FourEyes, OwnCase, WrongState
from welcome.models import Case, Delivery


@dataclass(frozen=True)
class Verb:
    """A button: `says` what happens next, `done` what has happened; `asks` when it leads to a page of its own."""

    name: str
    label: str
    says: str
    done: str
    role: StaffRole = StaffRole.OFFICER
    asks: bool = False


# By importance: the first one that is possible is the main button.
TABLE = (
    Verb(
        "take",
        _("Take the case"),
        _("You become its case officer, and the completeness check begins."),
        _("The case is yours. The completeness check has begun."),
    ),
    Verb(
        "begin_review",
        _("Begin the review"),
        _("The application is complete and admissible: the substantive review begins."),
        _("The substantive review has begun."),
    ),
    Verb(
        "propose",
        _("Propose a decision"),
        _("With reasons and benefit items. A second person signs it or returns it."),
        _("The decision is proposed. A signatory signs it or returns it."),
        asks=True,
    ),
    Verb(
        "sign",
        _("Read and sign"),
        _("The whole proposal with its checks. Nothing reaches the applicant before the release."),
        _("The decision is signed. A case officer releases the notice."),
        role=StaffRole.SIGNATORY,
        asks=True,
    ),
    Verb(
        "return_proposal",
        _("Return with a note"),
        _("The proposal ends, and the case goes back to the review."),
        _("The proposal is returned. The case is in review again."),
        role=StaffRole.SIGNATORY,
        asks=True,
    ),
    Verb(
        "release",
        _("Release the notice"),
        _("The applicant gets a mail and can retrieve the notice for ten days."),
        _("The notice is released, and the applicant has been told by mail."),
        asks=True,
    ),
    Verb(
        "provide_again",
        _("Provide the notice again"),
        _("The applicant gets a new mail and ten more days."),
        _("The notice is provided again, and the applicant has been told by mail."),
    ),
    Verb(
        "reopen",
        _("Take the decision back"),
        _(
            "An error was found before the release: the decision ends, and the case goes back to the review."
        ),
        _("The decision has ended. The case is in review again."),
        asks=True,
    ),
    Verb(
        "close",
        _("Close the file"),
        _("Once nothing more is to be done on this case."),
        _("The file is closed."),
    ),
)
VERBS = {verb.name: verb for verb in TABLE}


def possible(case: Case, user: User, delivery: Delivery | None) -> list[Verb]:
    """The buttons for this person now; who proposed a decision has none to sign it."""
    names = set(case.staff_verbs(user))
    if "sign" in names and case.open_decision.proposed_by_id == user.pk:
        names.remove("sign")
    if can_provide_again(case, delivery) and case.has_role(user, StaffRole.OFFICER):
        names.add("provide_again")
    return [verb for verb in TABLE if verb.name in names]


def can_provide_again(case: Case, delivery: Delivery | None) -> bool:
    """Whether the notice was not retrieved in time."""
    if case.state != CaseState.RELEASED or delivery is None or delivery.retrieved_at:
        return False
    return delivery.closes_on < clock.today()


def obstacle(case: Case, verb: Verb, user: User) -> str:
    """Why a person cannot take a step now, in words; empty when they can."""
    if not case.has_role(user, verb.role):
        words = _("Only staff of the granting authority in the role “%(role)s” may do this.")
        return words % {"role": verb.role.label}
    if case.concerns(user):
        return OwnCase.message
    if verb.name != "provide_again" and not case.can(verb.name):
        return WrongState.message
    return ""


def waits_for(case: Case, user: User, delivery: Delivery | None) -> str:
    """Who does what next, in one sentence, for whoever has no button."""
    decision = case.open_decision
    if case.state == CaseState.PROPOSED and decision.proposed_by_id == user.pk:
        return FourEyes.message
    if case.state == CaseState.RELEASED and delivery:
        return released_words(case, delivery)
    return {
        CaseState.SUBMITTED: _("A case officer takes the case."),
        CaseState.CHECKING: _("The case officer checks whether the application is complete."),
        CaseState.INFORMATION_REQUESTED: _(
            "The applicant answers the request for further information."
        ),
        CaseState.REVIEW: _("The case officer reviews the application and proposes a decision."),
        CaseState.WAITING_LIST: _("A place has to become free."),
        CaseState.PROPOSED: _("A signatory signs the proposal or returns it."),
        CaseState.SIGNED: _("A case officer releases the notice."),
        CaseState.NOTIFIED: _(
            "The portal marks the decision as final when the period for court action is over."
        ),
        CaseState.IN_COURT: _("The court decides."),
        CaseState.FINAL: _("A case officer closes the file when nothing more is to be done."),
        CaseState.HEARD: _(
            "The case officer proposes the revocation, or leaves the award as it is."
        ),
    }.get(case.state, _("The case has ended. Nothing more is to be done."))


def released_words(case, delivery):
    if can_provide_again(case, delivery):
        return _("A case officer provides the notice again.")
    if not delivery.retrieved_at:
        return _("The applicant retrieves the notice.")
    if case.authority.issues_acts:
        return _("The notice is retrieved. It counts as notified on the following day.")
    return _("The letter is retrieved. A case officer closes the file.")
