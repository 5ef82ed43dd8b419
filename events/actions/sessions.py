"""The sessions of an event, and who has a place in them."""

from itertools import pairwise

from django.db.models import Max
from django.utils.translation import gettext as _

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from events import emails
from events.actions.places import current, fill
from events.actions.registrations import require_ahead
from events.actions.rights import require_delegate, require_team
from events.choices import DelegateState, PlaceState
from events.clashes import meeting_at, meetings_of
from events.exceptions import MeetingAtThatTime, NotConfirmed, SessionsOverlap, StepImpossible
from events.models import Delegate, Event, Session, SessionPlace

# What calendars show of a session; a change of these makes the entry a newer one.
TIMES = {"starts_at", "ends_at"}
IN_CALENDARS = {"title_de", "title_en", "room", *TIMES}


@action
def create_session(*, event: Event, by: User, **fields) -> Session:
    """Put a session into the programme. Raises NotPermitted, or Conflict for times in the wrong order."""
    require_team(by)
    return Session.objects.create(event=event, changed_at=clock.now(), **fields)


@action
def change_session(*, session: Session, by: User, **fields) -> Session:
    """Change a session; those who have chosen it are told of another time or room. Raises like `create_session`.

    Whoever has a meeting at the new time reads that in the same mail; these meetings are its `clashing`.
    """
    require_team(by)
    session = locked(session)
    if session.cancelled_at:
        raise StepImpossible
    changed = {name for name, value in fields.items() if getattr(session, name) != value}
    for name, value in fields.items():
        setattr(session, name, value)
    session.changed_at = clock.now()
    if changed & IN_CALENDARS:
        session.sequence += 1
    session.save(update_fields=[*fields, "changed_at", "sequence"])
    fill(session)
    session.clashing = []
    if changed & {"room", *TIMES}:
        places = list(session.taken.select_related("delegate__event"))
        is_moved = changed & TIMES
        clashes = meetings_of([place.delegate for place in places] if is_moved else [], session)
        for place in places:
            emails.session_changed(place, clashes.get(place.delegate_id, []))
        session.clashing = [meeting for meetings in clashes.values() for meeting in meetings]
    return session


@action
def cancel_session(*, session: Session, by: User) -> Session:
    """Take a session out of the programme; those who have chosen it are told. Raises NotPermitted, StepImpossible."""
    require_team(by)
    session = locked(session)
    if session.cancelled_at:
        raise StepImpossible
    session.cancelled_at = session.changed_at = clock.now()
    session.sequence += 1
    session.save(update_fields=["cancelled_at", "changed_at", "sequence"])
    for place in session.taken.select_related("delegate__event"):
        emails.session_cancelled(place)
    return session


@action
def choose_sessions(
    *,
    delegate: Delegate,
    sessions: list[Session],
    by: User | None,
    link: int | None = None,
    knowingly: bool = False,
) -> list[SessionPlace]:
    """Have places in these sessions and in no others; on the waiting list of those that are full.

    Raises LinkRevoked, NotConfirmed, SessionsOverlap, EventOver; unless one goes on knowingly, MeetingAtThatTime.
    """
    _pool, delegate = current(delegate)
    require_delegate(delegate, by, link)
    require_ahead(delegate.event)
    if delegate.state != DelegateState.CONFIRMED:
        raise NotConfirmed
    require_apart(sessions)
    chosen = {session.pk for session in sessions}
    has = set(delegate.session_places.values_list("session", flat=True))
    new = [session for session in sessions if session.pk not in has]
    if not knowingly and (words := meeting_at(delegate, new)):
        raise MeetingAtThatTime(words)
    for session in in_order(delegate.event, chosen ^ has):
        if session.pk in has:
            SessionPlace.objects.filter(session=session, delegate=delegate).delete()
            fill(session)
        else:
            take(session, delegate)
    return list(delegate.session_places.select_related("session"))


def in_order(event, pks):
    """Sessions of an event, locked one after the other in the same order by everybody."""
    rows = event.sessions.held().select_for_update(no_key=True)
    return rows.filter(pk__in=pks).order_by("pk")


def take(session, delegate):
    """A place in a session that is locked, or one on its waiting list."""
    taken = session.taken.filter(state=PlaceState.CONFIRMED).count()
    is_free = session.places is None or (
        taken < session.places and not session.taken.waiting().exists()
    )
    SessionPlace.objects.create(
        session=session,
        delegate=delegate,
        state=PlaceState.CONFIRMED if is_free else PlaceState.WAITING,
        position=(session.taken.aggregate(last=Max("position"))["last"] or 0) + 1,
    )


def require_apart(sessions):
    """Raises SessionsOverlap, which names both, when somebody would have to be in two rooms."""
    in_time = sorted(sessions, key=lambda session: session.starts_at)
    for session, following in pairwise(in_time):
        if following.starts_at < session.ends_at:
            words = _("Two sessions are at the same time: %(one)s, and %(other)s. Choose one.")
            raise SessionsOverlap(words % {"one": session, "other": following})


def locked(session):
    return Session.objects.select_for_update(no_key=True).get(pk=session.pk)
