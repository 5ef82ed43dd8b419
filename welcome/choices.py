"""The case's states and every step between them.

The table `STEPS` is the one truth: actions ask it, the database trigger is generated from it, and the back office
derives from it what a person can do next.
"""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Law(TextChoices):
    """What binds an authority: administrative law of North Rhine-Westphalia, or nothing but its own word."""

    NRW = "nrw", _("Administrative act (NRW)")
    NONE = "none", _("Confirmation letter")


class StaffRole(TextChoices):
    OFFICER = "officer", _("Case officer")
    SIGNATORY = "signatory", _("Signatory")
    READER = "reader", _("Reader")


class CaseState(TextChoices):
    SUBMITTED = "submitted", _("Submitted")
    CHECKING = "checking", _("Completeness check")
    INFORMATION_REQUESTED = "information_requested", _("Further information requested")
    REVIEW = "review", _("Substantive review")
    WAITING_LIST = "waiting_list", _("Waiting list")
    PROPOSED = "proposed", _("Decision proposed")
    SIGNED = "signed", _("Decision signed")
    RELEASED = "released", _("Notice released")
    NOTIFIED = "notified", _("Notified")
    IN_COURT = "in_court", _("Court action")
    FINAL = "final", _("Final")
    CLOSED = "closed", _("Closed")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    DECLINED = "declined", _("Award declined")
    LAPSED = "lapsed", _("Award lapsed")
    HEARD = "heard", _("Hearing on revocation")


S = CaseState


class Actor(TextChoices):
    """Who takes a step."""

    APPLICANT = "applicant", _("Applicant")
    OFFICER = "officer", _("Case officer")
    SIGNATORY = "signatory", _("Signatory")
    PORTAL = "portal", _("The portal, on a date")


@dataclass(frozen=True)
class Step:
    """One allowed change of state: `verb` names the action that makes it, `law` limits it to one kind of authority.

    `revokes` limits it to a case with a revocation under way, or to one without.
    """

    source: CaseState
    target: CaseState
    verb: str
    actor: Actor
    law: Law | None = None
    revokes: bool | None = None


def steps(verb, actor, sources, target, law=None, revokes=None):
    return tuple(Step(source, target, verb, actor, law, revokes) for source in sources)


STEPS = (
    *steps("take", Actor.OFFICER, [S.SUBMITTED], S.CHECKING),
    *steps("request_information", Actor.OFFICER, [S.CHECKING, S.REVIEW], S.INFORMATION_REQUESTED),
    *steps("resume_check", Actor.APPLICANT, [S.INFORMATION_REQUESTED], S.CHECKING),
    *steps("resume_review", Actor.APPLICANT, [S.INFORMATION_REQUESTED], S.REVIEW),
    *steps("begin_review", Actor.OFFICER, [S.CHECKING], S.REVIEW),
    *steps("put_on_waiting_list", Actor.OFFICER, [S.REVIEW], S.WAITING_LIST),
    *steps("call_from_waiting_list", Actor.OFFICER, [S.WAITING_LIST], S.REVIEW),
    *steps("propose", Actor.OFFICER, [S.CHECKING, S.REVIEW], S.PROPOSED),
    *steps("sign", Actor.SIGNATORY, [S.PROPOSED], S.SIGNED),
    # Back to where it was proposed.
    *steps("return_proposal", Actor.SIGNATORY, [S.PROPOSED], S.REVIEW, revokes=False),
    *steps("return_proposal", Actor.SIGNATORY, [S.PROPOSED], S.CHECKING, revokes=False),
    *steps("return_proposal", Actor.SIGNATORY, [S.PROPOSED], S.HEARD, Law.NRW, revokes=True),
    *steps("reopen", Actor.OFFICER, [S.SIGNED], S.REVIEW, revokes=False),
    *steps("reopen", Actor.OFFICER, [S.SIGNED], S.CHECKING, revokes=False),
    *steps("reopen", Actor.OFFICER, [S.SIGNED], S.HEARD, Law.NRW, revokes=True),
    *steps("release", Actor.OFFICER, [S.SIGNED], S.RELEASED),
    *steps("notify", Actor.PORTAL, [S.RELEASED], S.NOTIFIED, Law.NRW),
    *steps("close", Actor.OFFICER, [S.RELEASED], S.CLOSED, Law.NONE),
    *steps("finalise", Actor.PORTAL, [S.NOTIFIED], S.FINAL),
    *steps("waive_remedies", Actor.APPLICANT, [S.NOTIFIED], S.FINAL),
    # A court tells of an action when it does: the decision may count as final by then.
    *steps("record_court_action", Actor.OFFICER, [S.NOTIFIED, S.FINAL], S.IN_COURT, Law.NRW),
    *steps("record_judgment", Actor.OFFICER, [S.IN_COURT], S.FINAL, Law.NRW),
    # Annulled: the authority decides on the application anew.
    *steps("record_judgment", Actor.OFFICER, [S.IN_COURT], S.REVIEW, Law.NRW, revokes=False),
    *steps("close", Actor.OFFICER, [S.FINAL], S.CLOSED),
    *steps("decline", Actor.APPLICANT, [S.FINAL], S.DECLINED),
    *steps("lapse", Actor.PORTAL, [S.FINAL], S.LAPSED),
    *steps(
        "withdraw",
        Actor.APPLICANT,
        [
            S.SUBMITTED,
            S.CHECKING,
            S.INFORMATION_REQUESTED,
            S.REVIEW,
            S.WAITING_LIST,
            S.PROPOSED,
            S.SIGNED,
        ],
        S.WITHDRAWN,
        revokes=False,
    ),
    *steps("hear", Actor.OFFICER, [S.NOTIFIED, S.FINAL, S.CLOSED], S.HEARD, Law.NRW),
    *steps("propose_revocation", Actor.OFFICER, [S.HEARD], S.PROPOSED, Law.NRW),
    # The award stays as it is: back to where the case was when it was heard.
    *(
        step
        for back in (S.NOTIFIED, S.FINAL, S.CLOSED)
        for step in steps("leave_award", Actor.OFFICER, [S.HEARD], back, Law.NRW)
    ),
)

# The authority has decided, and the applicant can know it.
DECIDED = frozenset(
    {S.RELEASED, S.NOTIFIED, S.IN_COURT, S.FINAL, S.CLOSED, S.DECLINED, S.LAPSED, S.HEARD}
)
# A case counts as running, and bars a second one for the same package, until one of these.
ENDED = frozenset({S.CLOSED, S.WITHDRAWN, S.DECLINED, S.LAPSED})
# From the signature on the money of an award is bound.
BINDING = frozenset({S.SIGNED, S.RELEASED, S.NOTIFIED, S.IN_COURT, S.FINAL, S.CLOSED})
# The authority owes the next step, so the case's deadline runs.
WITH_AUTHORITY = frozenset({S.SUBMITTED, S.CHECKING, S.REVIEW, S.PROPOSED, S.SIGNED})
# Here the officer may take a newer version of the application; a proposal keeps what it was written on.
ADOPTABLE = frozenset({S.CHECKING, S.INFORMATION_REQUESTED, S.REVIEW, S.WAITING_LIST})
# An applicant has answered a request, or the portal goes on without an answer.
RESUMED = frozenset({"resume_check", "resume_review"})
# Entries in the record that leave the state as it is.
REMARKS = frozenset(
    {
        "adopt",
        "assign",
        "declare_conflict",
        "ask_extension",
        "grant_extension",
        "refuse_extension",
        "send_by_post",
        "record_receipt",
        "record_faulty_remedy",
        "send_proof",
        "accept_proof",
        "return_proof",
        "note_settlement",
        "make_statement",
        "register_award",
        "record_repayment",
        "enter_letter",
        "hold_back",
        # Of a confirmation letter: its case stays released until the officer closes it.
        "decline",
        "lapse",
    }
)


def steps_from(source: str, law: str, *, revokes: bool = False) -> list[Step]:
    """What the table has from a state under an authority's law; `revokes` while a revocation is under way."""
    return [
        step
        for step in STEPS
        if step.source == source and step.law in (None, law) and step.revokes in (None, revokes)
    ]


def step_for(
    verb: str, source: str, law: str, *, revokes: bool = False, target: str | None = None
) -> Step | None:
    """The step a verb makes from a state; None when there is none. One verb may lead to several, then `target` says."""
    found = [step for step in steps_from(source, law, revokes=revokes) if step.verb == verb]
    return next((step for step in found if target in (None, step.target)), None)


def verbs_from(source: str, law: str, actor: str, *, revokes: bool = False) -> list[str]:
    """What an actor can do from a state, in the table's order."""
    found = (step for step in steps_from(source, law, revokes=revokes) if step.actor == actor)
    return list(dict.fromkeys(step.verb for step in found))


class LetterKind(TextChoices):
    """What a letter of the start-up brings about."""

    ANSWER = "answer", _("It answers the request for further information")
    WITHDRAWAL = "withdrawal", _("It withdraws the application")
    WAIVER = "waiver", _("It waives court action")
    OTHER = "other", _("Something else; it waits for an answer")


class DecisionKind(TextChoices):
    GRANT = "grant", _("Award")
    REJECT = "reject", _("Rejection")
    INADMISSIBLE = "inadmissible", _("Rejection as inadmissible")
    REVOKE = "revoke", _("Revocation")


# Which kind can be proposed from where: only an admissible application reaches an award or a rejection on its merits.
KINDS_FROM = {
    S.CHECKING: (DecisionKind.INADMISSIBLE,),
    S.REVIEW: (DecisionKind.GRANT, DecisionKind.REJECT, DecisionKind.INADMISSIBLE),
}


class Effect(TextChoices):
    """From when on a revocation takes an award away."""

    UNLAWFUL = (
        "unlawful",
        _("Withdrawn from the beginning, because it was unlawful (§ 48 VwVfG NRW)"),
    )
    PAST = "past", _("Revoked from the beginning (§ 49 (3) VwVfG NRW)")
    FUTURE = "future", _("Revoked for the future (§ 49 (2) VwVfG NRW)")


# Only what is taken away from the beginning can be reclaimed (§ 49a (1) VwVfG NRW).
RECLAIMABLE = frozenset({Effect.UNLAWFUL, Effect.PAST})


class HearingEnd(TextChoices):
    """What became of a hearing on a revocation."""

    LEFT = "left", _("The award stays as it is")
    DECIDED = "decided", _("The award is revoked")
    ANNULLED = "annulled", _("A court annulled the revocation")


class CourtOutcome(TextChoices):
    UPHELD = "upheld", _("The court upheld the decision")
    WITHDRAWN = "withdrawn", _("The court action was withdrawn")
    ANNULLED = "annulled", _("The court annulled the decision")


class SanctionsResult(TextChoices):
    CLEAR = "clear", _("No entry found")
    HIT = "hit", _("An entry was found")


class RequestEnd(TextChoices):
    """What became of a request for further information."""

    ANSWERED = "answered", _("Answered")
    EXPIRED = "expired", _("Not answered in time")
    WITHDRAWN = "withdrawn", _("Application withdrawn")


class DeliveryWay(TextChoices):
    PORTAL = "portal", _("Retrieval in the portal")
    POST = "post", _("Post within Germany")
    ABROAD = "abroad", _("Post abroad")


# An award can be used once it is final; a confirmation letter once it is retrieved.
USABLE = {Law.NRW: S.FINAL, Law.NONE: S.RELEASED}


class AwardState(TextChoices):
    """What becomes of an award once it is final."""

    OPEN = "open", _("In use")
    PROVEN = "proven", _("Use proven")
    DECLINED = "declined", _("Award declined")
    LAPSED = "lapsed", _("Award lapsed")
    REVOKED = "revoked", _("Revoked")


AWARD_STEPS = {
    *((AwardState.OPEN, end) for end in AwardState if end != AwardState.OPEN),
    (AwardState.PROVEN, AwardState.REVOKED),
    # Court action against the revocation, which the court tells of late.
    (AwardState.REVOKED, AwardState.OPEN),
    (AwardState.REVOKED, AwardState.PROVEN),
}


class RedemptionState(TextChoices):
    """What becomes of a wish for a benefit."""

    ASKED = "asked", _("Asked for")
    CONFIRMED = "confirmed", _("Confirmed")
    REFUSED = "refused", _("Not possible")
    CANCELLED = "cancelled", _("Taken back")
    USED = "used", _("Used")


REDEMPTION_STEPS = {
    (RedemptionState.ASKED, RedemptionState.CONFIRMED),
    (RedemptionState.ASKED, RedemptionState.REFUSED),
    (RedemptionState.ASKED, RedemptionState.CANCELLED),
    (RedemptionState.CONFIRMED, RedemptionState.CANCELLED),
    (RedemptionState.CONFIRMED, RedemptionState.USED),
}
# These count against what was granted.
TAKING = frozenset({RedemptionState.ASKED, RedemptionState.CONFIRMED, RedemptionState.USED})
TAKEN_UP = frozenset({RedemptionState.CONFIRMED, RedemptionState.USED})


class ProofState(TextChoices):
    SUBMITTED = "submitted", _("Sent")
    ACCEPTED = "accepted", _("Accepted")
    RETURNED = "returned", _("Returned")


# A proof that waits or is accepted; beside one that was returned a new one is owed.
LIVE_PROOFS = frozenset({ProofState.SUBMITTED, ProofState.ACCEPTED})


class LandingState(TextChoices):
    OPEN = "open", _("Not begun")
    BEGUN = "begun", _("In progress")
    DONE = "done", _("Done")
    NOT_NEEDED = "not_needed", _("Not needed")


class QuestionKind(TextChoices):
    """How a package's own question is answered."""

    LINE = "line", _("One line")
    TEXT = "text", _("Text")
    YES_NO = "yes_no", _("Yes or no")
    NUMBER = "number", _("Number")
    DAY = "day", _("Day")


class DocumentKind(TextChoices):
    PITCH_DECK = "pitch_deck", _("Pitch deck")
    BUSINESS_PLAN = "business_plan", _("Business or market-entry plan")
    INCORPORATION = "incorporation", _("Certificate of incorporation")
    RECOGNITION = "recognition", _("DPIIT certificate")
    SHAREHOLDERS = "shareholders", _("List of shareholders")
    ACCOUNTS = "accounts", _("Latest annual accounts")
    SIGNATORY = "signatory", _("Proof of who may sign for the company")
    REGISTER = "register", _("Extract from the commercial register")
    OTHER = "other", _("Another document")
    # The scan of an application that came on paper; nobody is ever asked for it.
    PAPER = "paper", _("Application on paper")


# What applicants can send, and what of that a package can require.
ASKABLE = tuple(kind for kind in DocumentKind if kind != DocumentKind.PAPER)
REQUIRABLE = [(kind.value, kind.label) for kind in ASKABLE if kind != DocumentKind.OTHER]


class TextUse(TextChoices):
    """Where a text block is offered."""

    REQUEST = "request", _("Request for further information")
    REASONS = "reasons", _("Reasons of a decision")
    CONDITIONS = "conditions", _("Conditions")


class CheckState(TextChoices):
    """What the completeness check says about one item."""

    COMPLETE = "complete", _("Complete")
    MISSING = "missing", _("Missing or unclear")
    NOT_NEEDED = "not_needed", _("Not needed here")


class Recommendation(TextChoices):
    """What a reviewer recommends (Votum)."""

    AWARD = "award", _("Award")
    WAITING_LIST = "waiting_list", _("Waiting list")
    REJECT = "reject", _("Rejection")


class ConflictAnswer(TextChoices):
    """What a member of an authority declares before a file opens."""

    NONE = "none", _("No conflict of interest")
    CONFLICT = "conflict", _("Conflict of interest")


# Points of a criterion go from 0 to this.
MOST_POINTS = 5
