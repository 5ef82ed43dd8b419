from startups.forms.introductions import AnswerForm, AskForm, BrokerForm, OutcomeForm
from startups.forms.members import InvitationForm
from startups.forms.openings import InterestForm, OpeningForm
from startups.forms.profiles import NoteForm, StartupForm

__all__ = [
    "AnswerForm",
    "AskForm",
    "BrokerForm",
    "InterestForm",
    "InvitationForm",
    "NoteForm",
    "OpeningForm",
    "OutcomeForm",
    "StartupForm",
]
