"""The events of the demonstration."""

from datetime import date, datetime

from corridor import demo
from corridor.accounts.demo import person
from events.actions import create_event

EVENT_TEAM = "events@duesseldorf.example"

EVENTS = [
    {
        "slug": "bengaluru-tech-summit-2023",
        "title_de": "Bengaluru Tech Summit 2023",
        "title_en": "Bengaluru Tech Summit 2023",
        "summary_de": "Drei Tage ab dem 29. November 2023; hier wurden die gemeinsamen Projekte ab 2024 vereinbart.",
        "summary_en": "Three days from 29 November 2023; here the joint projects from 2024 on were agreed.",
        "description_de": "Der Summit ist das Gegenstück zum Future Tech Fest auf der Seite von Karnataka. KITS ist "
        "Mitveranstalter.\n\nAm ersten Tag vereinbarten die Landeshauptstadt Düsseldorf und die Regierung von "
        "Karnataka Projekte ab 2024.",
        "description_en": "The summit is the counterpart of Future Tech Fest on Karnataka's side. KITS is one of its "
        "organisers.\n\nOn the first day the City of Düsseldorf and the Government of Karnataka agreed projects from "
        "2024 on.",
        "starts_at": "2023-11-29T09:00:00+05:30",
        "ends_at": "2023-12-01T18:00:00+05:30",
        "venue": "Bengaluru",
        "city": "Bengaluru",
        "host": "Government of Karnataka, KITS",
        "places": 30,
        "registration_opens_on": date(2023, 8, 1),
        "registration_closes_on": date(2023, 10, 31),
    },
    {
        "slug": "future-tech-fest-2024",
        "title_de": "Future Tech Fest 2024",
        "title_en": "Future Tech Fest 2024",
        "summary_de": "Konferenz und Ausstellung auf dem Areal Böhler, mit einer Delegation aus Karnataka.",
        "summary_en": "Conference and exhibition at Areal Böhler, with a delegation from Karnataka.",
        "description_de": "Das Future Tech Fest hieß früher Digital Demo Day. Veranstalter ist der digihub "
        "Düsseldorf/Rheinland.\n\nStart-ups aus Karnataka und Düsseldorf treffen sich hier in den vier Bereichen des "
        "Korridors: 5G-Industrie, MedTech, Life Sciences und Green Tech.",
        "description_en": "Future Tech Fest was formerly called Digital Demo Day. It is organised by digihub "
        "Düsseldorf/Rheinland.\n\nStart-ups from Karnataka and Düsseldorf meet here in the four sectors of the "
        "corridor: 5G industry, MedTech, Life Sciences and Green Tech.",
        "starts_at": "2024-08-28T09:00:00+02:00",
        "ends_at": "2024-08-28T18:00:00+02:00",
        "venue": "Areal Böhler",
        "city": "Düsseldorf",
        "host": "digihub Düsseldorf/Rheinland",
        "places": 400,
        "registration_opens_on": date(2024, 7, 1),
        "registration_closes_on": date(2024, 8, 16),
    },
]


@demo.story_of_each(EVENTS)
def event(fields):
    yield demo.moment(f"{fields['registration_opens_on']} 09:00")
    times = {name: datetime.fromisoformat(fields[name]) for name in ("starts_at", "ends_at")}
    create_event(**{**fields, **times}, is_public=True, by=person(EVENT_TEAM))
