"""Projects of the demonstration: of the themes that were agreed, otherwise invented."""

from dataclasses import dataclass, field
from datetime import date

from corridor import demo
from corridor.accounts.demo import person
from startups import actions
from startups.choices import ProjectState, Sector
from startups.demo.partners import EDITOR, partner
from startups.demo.profiles import startup_of
from startups.models import Project


@dataclass(frozen=True)
class Story:
    """A project; `milestones` are titles, who takes care, the day it is due, and the day it was reached."""

    created: str
    fields: dict
    partners: list
    startups: list = field(default_factory=list)
    milestones: list = field(default_factory=list)
    ends: tuple = ()


PROJECTS = [
    Story(
        created="2024-01-15 10:00",
        partners=["Startup Unit Düsseldorf", "KDEM", "Rheinbogen Werkzeugbau"],
        startups=["kaverion", "rheinfunk"],
        fields={
            "title_de": "Eine Halle zum Erproben von 5G",
            "title_en": "A hall to try out 5G",
            "summary_de": "Start-ups beider Seiten bauen in einer Halle in Düsseldorf-Reisholz ein eigenes 5G-Netz "
            "auf und messen, was es im laufenden Betrieb taugt.\n\nWas dabei herauskommt, steht danach allen "
            "Start-ups des Korridors offen.",
            "summary_en": "Start-ups of both sides build a private 5G network in a hall in Düsseldorf-Reisholz and "
            "measure what it is worth while the machines run.\n\nThe results are open to all start-ups of the "
            "corridor.",
            "sector": Sector.FIVE_G,
            "state": ProjectState.RUNNING,
            "starts_on": date(2024, 1, 15),
            "ends_on": date(2024, 12, 13),
        },
        milestones=[
            (
                "Halle und Frequenz stehen fest",
                "Hall and frequency are settled",
                "Startup Unit Düsseldorf",
                "2024-02-29",
                "2024-02-27",
            ),
            ("Netz läuft", "The network runs", "Rheinfunk Campusnetze", "2024-05-17", "2024-05-29"),
            (
                "Erste Messreihe ist ausgewertet",
                "First series of measurements is evaluated",
                "Kaverion EdgeNet",
                "2024-07-12",
                None,
            ),
            (
                "Ergebnisse auf dem Future Tech Fest",
                "Results at Future Tech Fest",
                "Startup Unit Düsseldorf",
                "2024-08-28",
                None,
            ),
            (
                "Die Halle steht allen offen",
                "The hall is open to all",
                "Rheinbogen Werkzeugbau",
                "2024-12-13",
                None,
            ),
        ],
    ),
    Story(
        created="2024-02-05 11:00",
        partners=["KDEM", "digihub Düsseldorf/Rheinland", "Hulimavu Precision"],
        startups=["sahyascan", "bilkmed"],
        fields={
            "title_de": "Digitale Gesundheit: vom Labor in die Praxis",
            "title_en": "Digital health: from the laboratory to the surgery",
            "summary_de": "Vier Arztpraxen, zwei in Mysuru und zwei in Düsseldorf, erproben Geräte von Start-ups "
            "beider Seiten und sagen, was ihnen fehlt.",
            "summary_en": "Four surgeries, two in Mysuru and two in Düsseldorf, try out devices of start-ups from "
            "both sides and say what they miss.",
            "sector": Sector.MEDTECH,
            "state": ProjectState.RUNNING,
            "starts_on": date(2024, 2, 5),
            "ends_on": date(2025, 1, 31),
        },
        milestones=[
            (
                "Vier Praxen machen mit",
                "Four surgeries take part",
                "KDEM",
                "2024-03-29",
                "2024-03-22",
            ),
            (
                "Datenschutz ist in beiden Ländern geklärt",
                "Data protection is clear in both countries",
                "digihub Düsseldorf/Rheinland",
                "2024-06-14",
                None,
            ),
            (
                "Geräte sind ausgeliefert",
                "Devices are delivered",
                "Hulimavu Precision",
                "2024-07-05",
                None,
            ),
            ("Bericht der Praxen", "Report of the surgeries", "KDEM", "2025-01-31", None),
        ],
    ),
    Story(
        created="2024-06-17 09:30",
        partners=["KITS", "Rheinbogen Werkzeugbau"],
        startups=["deccanhydro", "gerresheim-glaskreis"],
        fields={
            "title_de": "Wasser im Kreislauf",
            "title_en": "Water in a loop",
            "summary_de": "Ein Betrieb in Düsseldorf und einer in Hubballi wollen ihr Prozesswasser mehrfach "
            "nutzen, mit Messtechnik und Filtern von Start-ups.",
            "summary_en": "A plant in Düsseldorf and one in Hubballi want to use their process water several "
            "times, with sensors and filters of start-ups.",
            "sector": Sector.GREEN_TECH,
            "state": ProjectState.PLANNED,
            "starts_on": date(2024, 9, 2),
        },
        milestones=[
            ("Betriebe sind gefunden", "Plants are found", "KITS", "2024-08-16", None),
            ("Filter sind eingebaut", "Filters are built in", "Deccanhydro", "2024-11-29", None),
            (
                "Ein Jahr gemessen",
                "Measured for a year",
                "Gerresheim Glaskreis",
                "2025-11-28",
                None,
            ),
        ],
    ),
    Story(
        created="2024-01-22 14:00",
        partners=["International Business Service Düsseldorf", "KDEM"],
        startups=["malnadex", "duesselzym"],
        ends=("2024-06-28 12:00", ProjectState.DONE),
        fields={
            "title_de": "Labore, die Gäste aufnehmen",
            "title_en": "Laboratories that take guests",
            "summary_de": "Eine Liste der Labore auf beiden Seiten, in denen Start-ups der Life Sciences tageweise "
            "arbeiten können, mit Ausstattung und Ansprechperson.",
            "summary_en": "A list of laboratories on both sides where start-ups of the life sciences can work by "
            "the day, with equipment and a person to ask.",
            "sector": Sector.LIFE_SCIENCES,
            "state": ProjectState.RUNNING,
            "starts_on": date(2024, 1, 22),
            "ends_on": date(2024, 6, 28),
        },
        milestones=[
            (
                "Zwanzig Labore sind gefragt",
                "Twenty laboratories are asked",
                "KDEM",
                "2024-03-15",
                "2024-03-14",
            ),
            (
                "Liste ist fertig",
                "The list is complete",
                "International Business Service Düsseldorf",
                "2024-06-28",
                "2024-06-26",
            ),
        ],
    ),
]


@demo.story_of_each(PROJECTS)
def project(row: Story):
    """Agreed, then one milestone after the other, up to its end."""
    yield demo.moment(row.created)
    editor = person(EDITOR)
    project = actions.create_project(
        by=editor,
        is_published=True,
        partners=[partner(name) for name in row.partners],
        milestones=[milestone(*each[:4]) for each in row.milestones],
        **row.fields,
    )
    for done_on in sorted(filter(None, (each[4] for each in row.milestones))):
        yield demo.moment(f"{done_on} 16:00")
        reach(project, row, done_on)
    if row.ends:
        yield demo.moment(row.ends[0])
        actions.change_project(project=project, by=editor, state=row.ends[1])


@demo.story_of_each([row for row in PROJECTS if row.startups])
def startups_of_project(row: Story):
    """Once all of them are in the directory."""
    yield demo.moment("2024-06-20 10:00")
    project = Project.objects.get(title_en=row.fields["title_en"])
    startups = [startup_of(key) for key in row.startups]
    actions.change_project(project=project, by=person(EDITOR), startups=startups)


def milestone(title_de, title_en, owner, due_on) -> dict:
    due_on = date.fromisoformat(due_on)
    return {"title_de": title_de, "title_en": title_en, "owner": owner, "due_on": due_on}


def reach(project, row, done_on):
    """Mark the milestones of this day; all others stay as they are."""
    titles = {each[1] for each in row.milestones if each[4] == done_on}
    given = [
        {
            "id": each.pk,
            **({"done_on": date.fromisoformat(done_on)} if str(each.title_en) in titles else {}),
        }
        for each in project.milestones.all()
    ]
    actions.change_project(project=project, by=person(EDITOR), milestones=given)
