"""Events for tests, made by the action alone."""

from datetime import date, datetime

from corridor import clock
from events import actions
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
    "registration_opens_on": date(2024, 7, 15),
    "registration_closes_on": date(2024, 8, 14),
    "is_public": True,
}


def make_event(by=None, **fields):
    return actions.create_event(by=by or make_event_team(), **{**FIELDS, **fields})


def make_event_team():
    return make_person("events@duesseldorf.example", name="Eva Events", roles=["event_team"])
