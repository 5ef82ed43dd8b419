from events.models.checkins import CheckIn
from events.models.delegates import Delegate, DelegateStep, SessionPlace
from events.models.delegations import Delegation
from events.models.events import Event, Session
from events.models.letters import InvitationLetter, LetterSetup, TravelDocument
from events.models.mailings import Feedback, Mailing, MailingReceipt
from events.models.meeting_times import Availability, MeetingProfile, MeetingSetup, MeetingTable
from events.models.meetings import Meeting, MeetingSeat
from events.models.needs import Needs
from events.models.questions import DelegateAnswer, EventQuestion

__all__ = [
    "Availability",
    "CheckIn",
    "Delegate",
    "DelegateAnswer",
    "DelegateStep",
    "Delegation",
    "Event",
    "EventQuestion",
    "Feedback",
    "InvitationLetter",
    "LetterSetup",
    "Mailing",
    "MailingReceipt",
    "Meeting",
    "MeetingProfile",
    "MeetingSeat",
    "MeetingSetup",
    "MeetingTable",
    "Needs",
    "Session",
    "SessionPlace",
    "TravelDocument",
]
