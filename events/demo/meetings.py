"""Meetings of the demonstration: hours and tables at Future Tech Fest, some who want to be asked, a few agreements."""

from datetime import time

from corridor import demo
from corridor.accounts.demo import person
from events import actions
from events.demo.events import EVENT_TEAM, FTF
from events.models import Event
from events.slots import open_to_both, slots_of

# What those look for who have registered for Future Tech Fest, in the order of their names here.
WISHES = {
    "Kavitha Gowda": "Plants with many small machines, for a 5G pilot",
    "R. Manjunath": "Integrators for mobile robots in the Rhineland",
    "Anjali Deshpande": "Operators of campus networks",
    "Mohammed Irfan Shariff": "Notified bodies, and clinics for a study",
    "Lakshmi Narasimhan": "Laboratories that compare tests with us",
    "Vinay Kulkarni": "Partners for a small electrolyser",
    "Elif Yılmaz": "Sensors for old presses",
    "Chandrashekhar": "Universities for a joint doctorate",
}
# Who asks whom for which of the times that both have, what about, and what the other one answers.
REQUESTS = [
    ("Kavitha Gowda", "Elif Yılmaz", 0, "5G for twelve presses without cables", "accept_meeting"),
    ("Lakshmi Narasimhan", "Chandrashekhar", 1, "A doctorate on rapid tests", "accept_meeting"),
    ("Anjali Deshpande", "Elif Yılmaz", 2, "Data from presses, live", None),
    ("Vinay Kulkarni", "Kavitha Gowda", 3, "Power for edge servers", "decline_meeting"),
]


@demo.story
def meetings():
    yield demo.moment("2024-07-15 11:00")
    fest, team = Event.objects.get(slug=FTF), person(EVENT_TEAM)
    setup = actions.set_up_meetings(
        event=fest,
        begins=time(13),
        ends=time(17),
        minutes=30,
        tables=[f"Alte Schmiedehalle, Tisch {number}" for number in range(1, 9)],
        by=team,
    )
    yield demo.moment("2024-07-18 16:30")
    people = {delegate.name: delegate for delegate in fest.delegates.coming()}
    for name, looking_for in WISHES.items():
        actions.save_meeting_wish(
            delegate=people[name],
            is_open=True,
            looking_for=looking_for,
            times=slots_of(setup),
            by=None,
            link=people[name].link,
        )
    yield demo.moment("2024-07-19 09:05")
    asked = []
    for asking, other, number, purpose, _answer in REQUESTS:
        sides = people[asking], people[other]
        meeting = actions.ask_meeting(
            delegate=sides[0],
            other=sides[1],
            time=open_to_both(setup, *sides)[number],
            purpose=purpose,
            by=None,
            link=sides[0].link,
        )
        asked.append(meeting)
    yield demo.moment("2024-07-19 18:45")
    for meeting, (*_words, answer) in zip(asked, REQUESTS, strict=True):
        if answer:
            getattr(actions, answer)(meeting=meeting, by=None, link=meeting.asked.link)
