"""Calendars of events and delegates (RFC 5545).

Every entry keeps its UID for ever. A change counts SEQUENCE up and moves DTSTAMP and LAST-MODIFIED; what is cancelled
stays in with that status, so that calendars take it out. Times are in UTC: each reader sees those of their own place.
DTSTAMP is the time of the last change, as RFC 5545 says for calendars without a METHOD, so the same state is the same
file.
"""

from datetime import UTC, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import Calendar, vDuration
from icalendar import Event as Entry

from events.choices import DelegateState, MeetingState, PlaceState
from events.models import Meeting

CONFIRMED, TENTATIVE, CANCELLED = "CONFIRMED", "TENTATIVE", "CANCELLED"
# How often a calendar asks again.
EVERY = timedelta(hours=1)
STATUS = {
    DelegateState.CONFIRMED: CONFIRMED,
    DelegateState.INVITED: TENTATIVE,
    DelegateState.REGISTERED: TENTATIVE,
    DelegateState.WAITING: TENTATIVE,
    DelegateState.OFFERED: TENTATIVE,
}


def of_event(event) -> Calendar:
    """The event and every session, as everybody may see them."""
    calendar = empty(str(event))
    calendar.add_component(event_entry(event, uid=event.pk, status=CONFIRMED))
    for session in event.sessions.all():
        calendar.add_component(session_entry(session, event, CONFIRMED))
    return calendar


def of_delegate(delegate) -> Calendar:
    """The event as it stands for one delegate, the sessions that they chose, and their meetings."""
    event, steps = delegate.event, list(delegate.steps.order_by("id"))
    calendar = empty(_("%(event)s: my sessions") % {"event": event})
    entry = event_entry(
        event,
        uid=delegate.pk,
        status=STATUS.get(delegate.state, CANCELLED),
        sequence=event.sequence + len(steps),
        changed_at=max([event.changed_at, *(step.at for step in steps)]),
    )
    calendar.add_component(entry)
    for place in delegate.session_places.select_related("session").order_by("session__starts_at"):
        status = CONFIRMED if place.state == PlaceState.CONFIRMED else TENTATIVE
        calendar.add_component(session_entry(place.session, event, status))
    for meeting in Meeting.objects.of(delegate).in_calendars():
        calendar.add_component(meeting_entry(meeting, delegate))
    return calendar


def of_meeting(meeting, delegate) -> Calendar:
    """One meeting, for who wants nothing else in their calendar."""
    calendar = empty(str(meeting.event))
    calendar.add_component(meeting_entry(meeting, delegate))
    return calendar


def empty(name):
    calendar = Calendar()
    calendar.add("prodid", f"-//{host()}//Innovation Corridor//{get_language().upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    # NAME and REFRESH-INTERVAL are of RFC 7986; many programs know the older ones alone.
    for key in ("name", "x-wr-calname"):
        calendar.add(key, name)
    calendar.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(EVERY))
    return calendar


def event_entry(event, *, uid, status, sequence=None, changed_at=None):
    entry = new_entry(uid, event, status, sequence, changed_at or event.changed_at)
    entry.add("summary", in_language(event, "title"))
    entry.add("description", in_language(event, "summary"))
    entry.add(
        "location", ", ".join(filter(None, dict.fromkeys([event.venue, event.address, event.city])))
    )
    entry.add("url", settings.BASE_URL + event.get_absolute_url())
    entry.add("transp", "TRANSPARENT")  # it frames the sessions and takes no time of its own
    return entry


def session_entry(session, event, status):
    if session.cancelled_at:
        status = CANCELLED
    entry = new_entry(session.pk, session, status, None, session.changed_at)
    entry.add("summary", in_language(session, "title"))
    if words := in_language(session, "summary"):
        entry.add("description", words)
    entry.add("location", ", ".join(filter(None, [session.room, event.where])))
    if track := in_language(session, "track"):
        entry.add("categories", [track])
    entry.add("url", settings.BASE_URL + event.get_absolute_url())
    return entry


def meeting_entry(meeting, delegate):
    event, other = meeting.event, meeting.other(delegate)
    status = CONFIRMED if meeting.state == MeetingState.ACCEPTED else CANCELLED
    entry = new_entry(meeting.pk, meeting, status, None, meeting.changed_at)
    entry.add("summary", _("Meeting: %(name)s") % {"name": other.name})
    entry.add("description", "\n".join(filter(None, [other.organisation, meeting.purpose])))
    entry.add("location", f"{meeting.table.name}, {event.where}")
    entry.add("url", settings.BASE_URL + event.get_absolute_url())
    return entry


def new_entry(uid, thing, status, sequence, changed_at):
    """What each entry has: who it is, when it is, and which of its versions this is."""
    entry = Entry()
    entry.add("uid", f"{uid}@{host()}")
    entry.add("dtstart", thing.starts_at.astimezone(UTC))
    entry.add("dtend", thing.ends_at.astimezone(UTC))
    entry.add("dtstamp", changed_at.astimezone(UTC))
    entry.add("last-modified", changed_at.astimezone(UTC))
    entry.add("sequence", thing.sequence if sequence is None else sequence)
    entry.add("status", status)
    return entry


def in_language(thing, name):
    """A text in the language of the address; in the other one where that is missing."""
    wanted = get_language()[:2]
    other = "de" if wanted == "en" else "en"
    return getattr(thing, f"{name}_{wanted}") or getattr(thing, f"{name}_{other}")


def host():
    return urlsplit(settings.BASE_URL).hostname


def feed_address(delegate):
    """What a calendar program is told, so that it follows the changes."""
    path = reverse("registration_calendar", args=[delegate.token])
    return f"webcal://{urlsplit(settings.BASE_URL).netloc}{path}"
