"""Events for tests, made by the action alone."""

from datetime import date, datetime, time, timedelta

from corridor import clock
from corridor.accounts.models import User
from events import actions, slots
from tests.people import make_person

FIELDS = {
    "slug": "future-tech-fest-2024",
    "title_de": "Future Tech Fest 2024",
    "title_en": "Future Tech Fest 2024",
    "summary_de": "Konferenz und Ausstellung.",
    "summary_en": "Conference and exhibition.",
    "description_de": "## Worum es geht\n\nDrei **Bühnen**.",
    "description_en": "## What it is\n\nThree **stages**.",
    "starts_at": datetime(2024, 8, 28, 9, tzinfo=clock.BERLIN),
    "ends_at": datetime(2024, 8, 28, 20, tzinfo=clock.BERLIN),
    "venue": "Areal Böhler",
    "address": "Hansaallee 321",
    "city": "Düsseldorf",
    "host": "digihub Düsseldorf/Rheinland",
    "website": "https://www.future-tech-fest.example/",
    "places": 40,
    "zone": "Europe/Berlin",
    "offer_days": 3,
    "registration_opens_on": date(2024, 7, 15),
    "registration_closes_on": date(2024, 8, 14),
    "is_public": True,
}


def make_event(by=None, **fields):
    return actions.create_event(by=by or make_event_team(), **{**FIELDS, **fields})


def make_event_team():
    return make_person("events@duesseldorf.example", name="Eva Events", roles=["event_team"])


def make_delegation(event, *, by=None, accepted=True, **fields):
    """A delegation of ten places, accepted by its head unless told otherwise."""
    fields = {
        "organisation": f"Organisation {event.delegations.count() + 1}",
        "head_name": "Asha Rao",
        "head_email": "head@kdem.example",
        "places": 10,
    } | fields
    delegation = actions.invite_delegation(event=event, by=by or team_of(), **fields)
    if accepted:
        delegation = actions.accept_delegation(
            delegation=delegation, by=None, link=delegation.head_link
        )
    return delegation


def team_of():
    return User.objects.filter(email="events@duesseldorf.example").first() or make_event_team()


def someone(number, **fields):
    """What one person says of themselves when they register."""
    return {
        "given_names": f"Person {number}",
        "email": f"person{number}@kaverion.example",
    } | fields


def register(event, *numbers, **arguments):
    """Register people, together when they are several; the first of them."""
    people = [someone(number) for number in numbers]
    return actions.register(event=event, people=people, by=None, **arguments)[0]


def make_delegate(event, delegation=None, **fields):
    """One person on a delegation's list, or registered without one."""
    person = someone(event.delegates.count() + 1, **fields)
    if delegation is None:
        return actions.register(event=event, people=[person], by=None)[0]
    link = delegation.head_link
    return actions.add_people(delegation=delegation, people=[person], by=None, link=link)[0]


def make_session(event, *, at=10, hours=1, **fields):
    """A session on the event's first day, from a full hour on."""
    starts = event.starts_at.astimezone(event.timezone).replace(hour=at)
    fields = {"title_de": f"Runde um {at}", "title_en": f"Session at {at}"} | fields
    times = {"starts_at": starts, "ends_at": starts + timedelta(hours=hours)}
    return actions.create_session(event=event, by=team_of(), **{**times, **fields})


PASSPORT = {"number": "Z7654321", "born_on": date(1988, 3, 4), "expires_on": date(2030, 1, 1)}


def make_letter_setup(event, **fields):
    team = team_of()
    fields = {
        "prefix": "FTF-2024",
        "sender": "Landeshauptstadt Düsseldorf",
        "address": "Wirtschaftsförderung\nBurgplatz 1\n40213 Düsseldorf",
        "place": "Düsseldorf",
        "purpose_de": "Teilnahme an Gesprächen über 5G.",
        "purpose_en": "Taking part in talks on 5G.",
        "signatory": team,
        "signatory_line": "Leitung Internationales",
    } | fields
    return actions.set_up_letters(event=event, by=team, **fields)


def ask_letter(delegate, *, passport=PASSPORT, **fields):
    fields = {
        "entry_on": date(2024, 8, 26),
        "exit_on": date(2024, 8, 30),
        "function": "Founder",
        "costs": "employer",
        "lodging": "host",
        "lodging_address": "Hotel am Rhein",
    } | fields
    return actions.ask_letter(
        delegate=delegate, passport=passport, by=None, link=delegate.link, **fields
    )


def make_meeting_setup(event, *, tables=("Table 1", "Table 2"), **fields):
    """Meetings of half an hour between 10 and 12, so four slots."""
    fields = {"begins": time(10), "ends": time(12), "minutes": 30} | fields
    return actions.set_up_meetings(event=event, tables=list(tables), by=team_of(), **fields)


def slot(event, number=0):
    """One of the event's slots for meetings."""
    return slots.slots_of(event.meeting_setup)[number]


def wish(delegate, *numbers, is_open=True, looking_for="Pilot customers"):
    """A delegate who may be asked and is there in these slots, or in all."""
    every = slots.slots_of(delegate.event.meeting_setup)
    return actions.save_meeting_wish(
        delegate=delegate,
        is_open=is_open,
        looking_for=looking_for,
        times=[every[number] for number in numbers] if numbers else every,
        by=None,
        link=delegate.link,
    )


def ask_meeting(delegate, other, number=0, **fields):
    fields = {"time": slot(delegate.event, number), "purpose": "5G for small plants"} | fields
    return actions.ask_meeting(
        delegate=delegate, other=other, by=None, link=delegate.link, **fields
    )


def accept_meeting(meeting):
    return actions.accept_meeting(meeting=meeting, by=None, link=meeting.asked.link)
