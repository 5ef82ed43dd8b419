"""What is settled for somebody who comes, and what still waits for them: for their own page."""

from corridor import clock
from events.choices import LetterState, MeetingState
from events.models import LetterSetup, Meeting, MeetingSetup, Needs
from events.visa import day_of_entry, time_for_visa


def settled(delegate) -> dict:
    """Letter, needs, meetings and questions of somebody whose place is confirmed."""
    event = delegate.event
    return {
        **letter_of(delegate),
        **meetings_of(delegate),
        "needs": Needs.objects.filter(delegate=delegate).exists(),
        "questions": event.questions.filter(is_asked=True).exists(),
        "answered": delegate.answers.exists(),
    }


def letter_of(delegate):
    """How the letter stands, and whether there is still time for a visa; nothing where there are no letters."""
    if not LetterSetup.objects.filter(event=delegate.event).exists():
        return {"has_letters": False}
    letter = delegate.letters.first()
    kept = letter if letter and letter.state in {LetterState.ASKED, LetterState.APPROVED} else None
    visa = time_for_visa(day_of_entry(delegate, kept), clock.today())
    return {"has_letters": True, "letter": letter, "visa": visa}


def meetings_of(delegate):
    """What is agreed and still to come, and how many wait for this person's answer."""
    if not MeetingSetup.objects.filter(event=delegate.event).exists():
        return {"has_meetings": False}
    own = [meeting for meeting in Meeting.objects.of(delegate).open() if not meeting.is_over]
    agreed = [meeting for meeting in own if meeting.state == MeetingState.ACCEPTED]
    for meeting in agreed:
        meeting.who = meeting.other(delegate)
    asked = [m for m in own if m.state == MeetingState.ASKED and m.asked_id == delegate.pk]
    return {"has_meetings": True, "agreed": agreed, "to_answer": len(asked)}
