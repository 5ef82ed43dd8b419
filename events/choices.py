"""What is at an event, in words: states of delegations, delegates, letters and meetings, and every step between them.

The tables of steps are the one truth: actions ask them, and the triggers of the database are made from them.
"""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Zone(TextChoices):
    """Where an event is: its programme is read in the time of that place."""

    BERLIN = "Europe/Berlin", _("Düsseldorf (Europe/Berlin)")
    KOLKATA = "Asia/Kolkata", _("Bengaluru (Asia/Kolkata)")


class Window(TextChoices):
    """Whether one can register on a day."""

    AHEAD = "ahead", _("not yet open")
    OPEN = "open", _("open")
    OVER = "over", _("closed")


class DelegationState(TextChoices):
    INVITED = "invited", _("Invited")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class DelegateState(TextChoices):
    INVITED = "invited", _("On the list")
    REGISTERED = "registered", _("Registered")
    CONFIRMED = "confirmed", pgettext_lazy("place at an event", "Confirmed")
    WAITING = "waiting", _("Waiting list")
    OFFERED = "offered", _("Place offered")
    REJECTED = "rejected", _("Not admitted")
    DECLINED = "declined", _("Offer declined")
    EXPIRED = "expired", _("Offer expired")
    CANCELLED = "cancelled", _("Cancelled")


class PlaceState(TextChoices):
    """A delegate's place in one session."""

    CONFIRMED = "confirmed", pgettext_lazy("place at an event", "Confirmed")
    WAITING = "waiting", _("Waiting list")


class Actor(TextChoices):
    """Who takes a step. Links need no account, so who acts is not always a person that signed in."""

    DELEGATE = "delegate", _("Delegate")
    HEAD = "head", _("Head of delegation")
    TEAM = "team", _("Event team")
    PORTAL = "portal", _("The portal, on a date")


class Salutation(TextChoices):
    NONE = "", _("none")
    MS = "ms", _("Ms")
    MR = "mr", _("Mr")
    DR = "dr", _("Dr")
    PROF = "prof", _("Prof.")


# Delegations whose places are kept for them.
RESERVING = frozenset({DelegationState.INVITED, DelegationState.ACCEPTED})

S = DelegateState
# Those who take one of the places of their delegation, or of those without a delegation.
HOLDING = frozenset({S.INVITED, S.REGISTERED, S.CONFIRMED, S.OFFERED})
# Whoever is in one of these is part of the event or waits for it: once for each address.
ACTIVE = HOLDING | {S.WAITING}
ENDED = frozenset(S) - ACTIVE


@dataclass(frozen=True)
class Step:
    """One allowed change of state; `verb` names what makes it."""

    source: DelegateState
    target: DelegateState
    verb: str


def steps(verb, sources, target):
    return tuple(Step(source, target, verb) for source in sources)


STEPS = (
    *steps("register", [S.INVITED], S.REGISTERED),
    # Where nobody has to approve, at once; else by the event team, which may let somebody wait or say no.
    *steps("confirm", [S.REGISTERED], S.CONFIRMED),
    *steps("wait", [S.REGISTERED], S.WAITING),
    *steps("reject", [S.REGISTERED, S.WAITING], S.REJECTED),
    *steps("offer", [S.WAITING], S.OFFERED),
    *steps("accept", [S.OFFERED], S.CONFIRMED),
    *steps("decline", [S.OFFERED], S.DECLINED),
    *steps("expire", [S.OFFERED], S.EXPIRED),
    *steps("cancel", ACTIVE, S.CANCELLED),
)
# Put on a list, registered, or registered when no place was left.
BEGINNINGS = frozenset({S.INVITED, S.REGISTERED, S.WAITING})

# What a line of the record says of a step, and of how somebody came.
STEP_WORDS = {
    "add": _("put on the list"),
    "register": _("registered"),
    "confirm": _("place confirmed"),
    "wait": _("put on the waiting list"),
    "reject": _("not admitted"),
    "offer": _("place offered"),
    "accept": _("place accepted"),
    "decline": _("place declined"),
    "expire": _("offer ran out"),
    "cancel": _("cancelled"),
}


def allowed(source, target, verb, table=STEPS):
    """Whether the table has this step."""
    return Step(source, target, verb) in table


class Costs(TextChoices):
    """Who bears the costs, chosen for each person; never a declaration under §§ 66-68 AufenthG."""

    SELF = "self", _("the guest")
    EMPLOYER = "employer", _("the guest’s organisation")
    HOST = "host", _("the host")


class Lodging(TextChoices):
    SELF = "self", _("the guest arranges it")
    HOST = "host", _("the host arranges it")


class LetterState(TextChoices):
    ASKED = "asked", _("Asked for")
    APPROVED = "approved", _("Approved")
    DECLINED = "declined", _("Not issued")
    WITHDRAWN = "withdrawn", _("Withdrawn")


L = LetterState
LETTER_STEPS = frozenset(
    {
        (L.ASKED, L.APPROVED),
        (L.ASKED, L.DECLINED),
        (L.ASKED, L.WITHDRAWN),
        (L.APPROVED, L.WITHDRAWN),
    }
)


class Outcome(TextChoices):
    """What a scan at the door was."""

    IN = "in", _("Checked in")
    AGAIN = "again", _("Came again")


class MailingKind(TextChoices):
    INVITATION = "invitation", _("Invitation")
    REMINDER = "reminder", _("Reminder")
    PRACTICAL = "practical", _("Practical information")
    THANKS = "thanks", _("Thank you")


class Audience(TextChoices):
    """Whom a mailing goes to."""

    INVITED = "invited", _("On a list, not registered yet")
    CONFIRMED = "confirmed", pgettext_lazy("place at an event", "Confirmed")
    WAITING = "waiting", _("On the waiting list")
    ALL = "all", _("Everybody who takes part or waits")

    @property
    def states(self):
        return frozenset(ACTIVE) if self is Audience.ALL else frozenset({DelegateState(self.value)})


class Rating(TextChoices):
    """Answers to how it was, by their number."""

    VERY_GOOD = "5", _("very good")
    GOOD = "4", _("good")
    SO_SO = "3", _("so-so")
    POOR = "2", _("rather poor")
    BAD = "1", _("poor")


class MeetingState(TextChoices):
    ASKED = "asked", _("Asked for")
    ACCEPTED = "accepted", _("Arranged")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Taken back")
    CANCELLED = "cancelled", _("Cancelled")
    EXPIRED = "expired", _("Not answered")


M = MeetingState
# Whoever asks has said yes; the other one's yes makes it a meeting. What the event team arranges begins accepted.
MEETING_STEPS = (
    *steps("accept", [M.ASKED], M.ACCEPTED),
    *steps("decline", [M.ASKED], M.DECLINED),
    *steps("withdraw", [M.ASKED], M.WITHDRAWN),
    *steps("cancel", [M.ASKED, M.ACCEPTED], M.CANCELLED),
    *steps("expire", [M.ASKED], M.EXPIRED),
)
MEETING_OPEN = frozenset({M.ASKED, M.ACCEPTED})


class MeetingOutcome(TextChoices):
    """What came of a meeting, as one side sees it."""

    CONTACT = "contact", _("We stay in touch")
    VISIT = "visit", _("We plan a visit")
    PROJECT = "project", _("We plan a project")
    DEAL = "deal", _("We have agreed on something")
    NOTHING = "nothing", _("Nothing, for now")
    MISSED = "missed", _("It did not take place")


class AnswerKind(TextChoices):
    TEXT = "text", _("words")
    YES_NO = "yes_no", _("yes or no")
    CHOICE = "choice", _("one of several")
