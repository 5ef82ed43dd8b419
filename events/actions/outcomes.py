"""What came of meetings: both sides are asked once it is over, and what both say leads on."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import override

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import Refused, action
from corridor.templatetags.corridor import day_in_words
from events import emails
from events.actions.meeting_steps import locked, require_side, rows
from events.actions.rights import require_delegate
from events.choices import DelegateState, MeetingOutcome, MeetingState
from events.exceptions import NotMet
from events.models import Delegate, Meeting
from startups import actions as startups
from startups.choices import Outcome, Purpose
from startups.models import Partner

# Later than that nobody is asked any more.
ASKED_WITHIN = timedelta(days=14)
# What two that stay in touch make of an introduction, from little to much.
LEADS_TO = {
    MeetingOutcome.CONTACT: Outcome.CONTACT,
    MeetingOutcome.DEAL: Outcome.CONTACT,
    MeetingOutcome.VISIT: Outcome.VISIT,
    MeetingOutcome.PROJECT: Outcome.PROJECT,
}


@action
def note_meeting_outcome(
    *,
    meeting: Meeting,
    delegate: Delegate,
    outcome: MeetingOutcome,
    by: User | None,
    link: int | None = None,
) -> Meeting:
    """Say, as one of the two, what came of it; it may change later. Raises LinkRevoked, NotMet.

    Once both say that they stay in touch, their start-ups are introduced to each other.
    """
    meeting = locked(meeting)
    require_side(meeting, delegate)
    require_delegate(delegate, by, link)
    if meeting.state != MeetingState.ACCEPTED or not meeting.is_over:
        raise NotMet
    field = meeting.outcome_field(delegate)
    setattr(meeting, field, outcome)
    meeting.save(update_fields=[field])
    introduce(meeting, by)
    return meeting


@action
def ask_outcomes(*, by: None) -> int:
    """Mail both sides of what is over the question what came of it, once; how many meetings they were."""
    now = clock.now()
    over = rows().arranged().filter(ends_at__lte=now, ends_at__gt=now - ASKED_WITHIN)
    meetings = list(over.filter(outcome_asked_at=None).order_by("pk"))
    for meeting in meetings:
        meeting.outcome_asked_at = now
        meeting.save(update_fields=["outcome_asked_at"])
        for side in (meeting.asked_by, meeting.asked):
            if not getattr(meeting, meeting.outcome_field(side)) and is_there(side):
                emails.meeting_over(meeting, side)
    return len(meetings)


def is_there(delegate):
    return delegate.state == DelegateState.CONFIRMED


def introduce(meeting, by):
    """Note that two start-ups know each other now, or ask the editors for the partner; nothing where a rule says no."""
    said = [meeting.outcome_of_asking, meeting.outcome_of_asked]
    if not LEADS_TO.keys() >= set(said):
        return
    least = min(said, key=list(LEADS_TO).index)
    sides = [(meeting.asked_by, meeting.asked), (meeting.asked, meeting.asked_by)]
    # Who answers owns a start-up; which of the two asked for the meeting does not matter here.
    for asking, other in sides:
        if introduced(meeting, asking, other, LEADS_TO[least], by):
            return


def introduced(meeting, asking, other, outcome, by):
    """Whether one side could be introduced to the other one."""
    if not (asking.startup and asking.user):
        return False
    try:
        if other.startup and other.user:
            startups.note_met(
                asking=asking.startup,
                asked_by=asking.user,
                target=other.startup,
                answered_by=other.user,
                outcome=outcome,
                message=words_of(meeting, asking),
                by=by,
            )
        elif partner := partner_of(other):
            startups.ask_introduction(
                asking=asking.startup,
                target=partner,
                purpose=Purpose.MET,
                message=words_of(meeting, asking),
                by=asking.user,
            )
        else:
            return False
    except Refused:
        return False
    return True


def partner_of(delegate):
    """The partner whose address in the portal is the delegate's."""
    partners = Partner.objects.published().exclude(email="")
    return partners.filter(email__iexact=delegate.email).first()


def words_of(meeting, delegate):
    """What stands in the introduction. What they wrote to each other stays between them."""
    with override(delegate.language):
        words = _("We met at %(event)s on %(day)s and want to stay in touch.")
        day = day_in_words(meeting.starts_at.astimezone(meeting.event.timezone))
        return words % {"event": meeting.event, "day": day}
