from events.models.checkins import CheckIn
from events.models.delegates import Delegate, DelegateStep, SessionPlace
from events.models.delegations import Delegation
from events.models.events import Event, Session
from events.models.letters import InvitationLetter, LetterSetup, Needs, TravelDocument
from events.models.mailings import Feedback, Mailing, MailingReceipt

__all__ = [
    "CheckIn",
    "Delegate",
    "DelegateStep",
    "Delegation",
    "Event",
    "Feedback",
    "InvitationLetter",
    "LetterSetup",
    "Mailing",
    "MailingReceipt",
    "Needs",
    "Session",
    "SessionPlace",
    "TravelDocument",
]
