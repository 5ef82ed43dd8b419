"""What is at the same time: a session that somebody has chosen and their meeting, or two sessions in one room."""

from django.db.models import Q
from django.utils.translation import gettext as _

from corridor.templatetags.corridor import in_both_places
from events.choices import MeetingState
from events.models import Meeting, Session


def meeting_at(delegate, sessions):
    """In words, the first of these sessions at which the person has a meeting, or has asked for one."""
    agreed = Q(state=MeetingState.ACCEPTED) | Q(state=MeetingState.ASKED, asked_by=delegate)
    meetings = list(Meeting.objects.of(delegate).filter(agreed))
    for session in sessions:
        if found := next((one for one in meetings if overlap(one, session)), None):
            return said(found, delegate, session)
    return ""


def said(meeting, delegate, session):
    words = _("“%(session)s” is at the time of your meeting with %(name)s: %(moment)s.")
    if meeting.state == MeetingState.ASKED:
        words = _("For the time of “%(session)s” you have asked %(name)s to meet: %(moment)s.")
    name, moment = meeting.other(delegate).name, in_both_places(meeting.starts_at)
    return words % {"session": session, "name": name, "moment": moment}


def session_at(delegate, meeting):
    """In words, the session at the time of a meeting that the person has chosen; empty if there is none."""
    chosen = Session.objects.held().filter(taken__delegate=delegate)
    found = chosen.filter(starts_at__lt=meeting.ends_at, ends_at__gt=meeting.starts_at).first()
    if found is None:
        return ""
    words = _("You have chosen “%(session)s” for this time: %(moment)s.")
    return words % {"session": found, "moment": in_both_places(found.starts_at)}


def meetings_of(people, session):
    """The agreed meetings at the time of a session, by those of these people whose they are."""
    agreed = Meeting.objects.arranged().at(session).select_related("asked_by", "asked", "table")
    found = {person.pk: [] for person in people}
    for meeting in agreed.filter(event=session.event_id).order_by("starts_at", "pk"):
        for side in (meeting.asked_by_id, meeting.asked_id):
            if side in found:
                found[side].append(meeting)
    return found


def in_its_room(session):
    """The other sessions of the event that are in the same room at the same time."""
    if not session.room:
        return []
    others = session.event.sessions.held().exclude(pk=session.pk).filter(room__iexact=session.room)
    return list(others.filter(starts_at__lt=session.ends_at, ends_at__gt=session.starts_at))


def overlap(one, other):
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at
