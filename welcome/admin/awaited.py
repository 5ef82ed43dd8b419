"""Who does what next with a case, and until when, in one sentence."""

from django.utils.translation import gettext_lazy as _

from corridor.accounts.models import User
from corridor.templatetags.corridor import day_in_words
from welcome.admin.verbs import can_provide_again
from welcome.choices import CaseState, DecisionKind
from welcome.exceptions import FourEyes
from welcome.models import Case, Delivery


def waits_for(case: Case, user: User, delivery: Delivery | None) -> str:
    """For whoever has no button, or none but for something unusual."""
    decision = case.open_decision
    if case.state == CaseState.PROPOSED and decision.proposed_by_id == user.pk:
        return FourEyes.message
    if case.state == CaseState.RELEASED:
        return released_words(case, delivery) if delivery else _("A case officer posts the notice.")
    if dated := with_a_day(case, delivery):
        words, day = dated
        return words % {"day": day_in_words(day)}
    return {
        CaseState.SUBMITTED: _("A case officer takes the case."),
        CaseState.CHECKING: _("The case officer checks whether the application is complete."),
        CaseState.REVIEW: _("The case officer reviews the application and proposes a decision."),
        CaseState.WAITING_LIST: _("A place has to become free."),
        CaseState.PROPOSED: _("A signatory signs the proposal or returns it."),
        CaseState.SIGNED: _("A case officer releases the notice."),
        CaseState.IN_COURT: _("The court decides."),
        CaseState.FINAL: _(
            "A case officer closes the file when nothing more is to be done; an award once its use is proven."
        ),
        CaseState.HEARD: _(
            "The case officer proposes the revocation, or leaves the award as it is."
        ),
    }.get(case.state, _("The case has ended. Nothing more is to be done."))


def with_a_day(case, delivery):
    """The sentence of a state in which somebody else has time until a day, and that day; else None."""
    if case.state == CaseState.INFORMATION_REQUESTED:
        words = _("The applicant answers the request for further information until %(day)s.")
        return words, case.requests.open().get().due_on
    if case.state == CaseState.NOTIFIED:
        words = _(
            "Nothing is to be done: court action can be brought until %(day)s. "
            "On the day after, the portal marks the decision as final."
        )
        return words, delivery.last_day_in_court
    hearing = case.hearings.open().first() if case.state == CaseState.HEARD else None
    if hearing and not hearing.is_over:
        words = _(
            "The start-up can answer until %(day)s. A revocation can be proposed once it has, or that day is over."
        )
        return words, hearing.due_on
    return None


def released_words(case, delivery):
    if can_provide_again(case, delivery):
        return _("A case officer provides the notice again or posts it.")
    if delivery.posted_on:
        return posted_words(delivery)
    if not delivery.retrieved_at:
        words = _("The applicant can retrieve the notice until %(day)s.")
        return words % {"day": day_in_words(delivery.closes_on)}
    if case.authority.issues_acts:
        return _("The notice is retrieved. It counts as notified on the following day.")
    if delivery.decision.kind == DecisionKind.GRANT:
        return _(
            "The letter is retrieved. The file is closed once the use of the benefits is proven."
        )
    return _("The letter is retrieved. A case officer closes the file.")


def posted_words(delivery):
    if not delivery.notified_on:
        return _("A case officer enters the day of receipt, once it is proven.")
    return _("The notice is posted. The portal marks it as notified when its day has come.")
