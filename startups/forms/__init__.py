from startups.forms.introductions import AnswerForm, AskForm, BrokerForm, OutcomeForm
from startups.forms.members import InvitationForm
from startups.forms.openings import InterestForm, OpeningForm
from startups.forms.profiles import SECTION_FORMS, NewStartupForm, NoteForm

__all__ = [
    "SECTION_FORMS",
    "AnswerForm",
    "AskForm",
    "BrokerForm",
    "InterestForm",
    "InvitationForm",
    "NewStartupForm",
    "NoteForm",
    "OpeningForm",
    "OutcomeForm",
]
