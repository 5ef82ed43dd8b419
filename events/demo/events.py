"""The events of the demonstration and their programmes."""

from datetime import date, datetime

from corridor import clock, demo
from corridor.accounts.demo import person
from events.actions import create_event, create_session
from events.choices import Zone
from events.models import Event

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
        "zone": Zone.KOLKATA,
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
        "places": 120,
        "is_open": True,
        "swap_until": date(2024, 8, 21),
        "registration_opens_on": date(2024, 7, 1),
        "registration_closes_on": date(2024, 8, 16),
    },
]

FTF = "future-tech-fest-2024"
SUMMIT = "bengaluru-tech-summit-2023"
# Of the fest: beginning and end, track, titles, room, places, what it is about.
STAGE = ("Hauptbühne", "Main stage")
ROUNDS = ("Runde Tische", "Round tables")
VISITS = ("Besuche", "Visits")
SESSIONS = [
    ("09:30", "10:15", ("", ""), "Eröffnung: Bengaluru trifft Rhein", "Opening: Bengaluru meets the Rhine",
     "Alte Schmiedehalle", None, ("", "")),
    ("10:30", "11:30", STAGE, "5G-Campusnetze, die heute laufen", "5G campus networks that run today",
     "Alte Schmiedehalle", None, ("Drei Werke, drei Antennen, drei Rechnungen.",
     "Three plants, three antennas, three bills.")),
    ("10:30", "11:30", ROUNDS, "MedTech: Zulassung in zwei Rechtsräumen", "MedTech: approval under two laws",
     "Kaltstahlhalle, Raum 2", 16, ("MDR und CDSCO nebeneinander, mit Fragen aus der Runde.",
     "MDR and CDSCO side by side, with questions from the table.")),
    ("10:30", "12:00", VISITS, "Besuch im digihub", "Visit to digihub", "Treffpunkt Eingang Ost", 12, ("", "")),
    ("11:45", "12:30", STAGE, "Batterien für das Netz von morgen", "Batteries for the grid of tomorrow",
     "Alte Schmiedehalle", None, ("", "")),
    ("11:45", "12:30", ROUNDS, "Ankommen: Visum, Konto, Notar", "Arriving: visa, bank, notary",
     "Kaltstahlhalle, Raum 2", 16, ("Was in den ersten 90 Tagen ansteht.", "What comes up in the first 90 days.")),
    ("12:30", "13:30", ("", ""), "Mittagspause", "Lunch", "Glühofenhalle", None, ("", "")),
    ("13:30", "14:30", STAGE, "Biologika: vom Labor in die Anlage", "Biologics: from bench to plant",
     "Alte Schmiedehalle", None, ("", "")),
    ("13:30", "15:00", VISITS, "Messe Düsseldorf: MEDICA hinter den Kulissen",
     "Messe Düsseldorf: MEDICA behind the scenes",
     "Bus ab Eingang Ost", 20, ("", "")),
    ("14:45", "15:45", ROUNDS, "Fachkräfte in beide Richtungen", "Talent in both directions",
     "Kaltstahlhalle, Raum 2", 16, ("", "")),
    ("16:00", "18:00", ("", ""), "Pitches der Start-ups und Abend am Fluss",
     "Start-up pitches and an evening by the river",
     "Alte Schmiedehalle", None, ("", "")),
]  # fmt: skip


@demo.story_of_each(EVENTS)
def event(fields):
    yield demo.moment(f"{fields['registration_opens_on']} 09:00")
    times = {name: datetime.fromisoformat(fields[name]) for name in ("starts_at", "ends_at")}
    create_event(**{**fields, **times}, is_public=True, by=person(EVENT_TEAM))


@demo.story
def sessions():
    yield demo.moment("2024-07-02 11:00")
    fest = Event.objects.get(slug=FTF)
    day, team = fest.starts_at.astimezone(clock.BERLIN).date(), person(EVENT_TEAM)
    for starts, ends, track, title_de, title_en, room, places, summary in SESSIONS:
        create_session(
            event=fest,
            by=team,
            title_de=title_de,
            title_en=title_en,
            track_de=track[0],
            track_en=track[1],
            summary_de=summary[0],
            summary_en=summary[1],
            room=room,
            places=places,
            starts_at=demo.moment(f"{day} {starts}"),
            ends_at=demo.moment(f"{day} {ends}"),
        )
