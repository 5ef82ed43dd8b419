"""Openings of the demonstration, and people who are interested in them. Nobody here exists."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.core.files.base import ContentFile

from corridor import demo
from corridor.accounts.choices import Language
from corridor.accounts.demo import join, person
from corridor.documents import pdf
from startups import actions
from startups.choices import OpeningKind
from startups.demo.partners import EDITOR, partner
from startups.demo.profiles import startup_of
from startups.models import Opening

SHEET = Path(__file__).parent / "cv.typ"


@dataclass(frozen=True)
class Story:
    """An opening of a start-up, by its key, or of a partner, by its name."""

    by: str
    written: str
    fields: dict
    of_partner: bool = False
    published: bool = True
    closed: str = ""


@dataclass(frozen=True)
class Applicant:
    """Who wrote to which opening, and what their CV says."""

    email: str
    name: str
    sent: str
    opening: str
    message: str
    lines: tuple
    language: Language = Language.EN


OPENINGS = [
    Story(
        by="kaverion",
        written="2024-06-24 11:00",
        fields={
            "kind": OpeningKind.JOB,
            "title_de": "Ingenieurin oder Ingenieur für 5G-Funkplanung",
            "title_en": "5G radio planning engineer",
            "text_de": "Sie planen Campusnetze für Fabriken in Deutschland und messen sie vor Ort ein. Das erste "
            "halbe Jahr arbeiten Sie mit dem Team in Bengaluru, danach in Düsseldorf.\n\nSie kennen die Frequenzen "
            "der Bundesnetzagentur für lokale Netze oder wollen sie kennenlernen. Englisch brauchen Sie, Deutsch "
            "hilft.",
            "text_en": "You plan campus networks for factories in Germany and measure them on site. For the first "
            "half year you work with the team in Bengaluru, then in Düsseldorf.\n\nYou know the spectrum for local "
            "networks in Germany, or want to. You need English; German helps.",
            "city": "Düsseldorf",
            "closes_on": date(2024, 9, 15),
        },
    ),
    Story(
        by="sahyascan",
        written="2024-07-01 09:20",
        fields={
            "kind": OpeningKind.INTERNSHIP,
            "title_de": "Praktikum: Bildauswertung im Ultraschall",
            "title_en": "Internship: image analysis in ultrasound",
            "text_de": "Vier bis sechs Monate in Mysuru, bezahlt. Sie vergleichen Bilder unseres Geräts mit denen "
            "großer Geräte und schreiben auf, wo sie voneinander abweichen.",
            "text_en": "Four to six months in Mysuru, paid. You compare images of our device with those of large "
            "ones and write down where they differ.",
            "city": "Mysuru",
            "closes_on": date(2024, 8, 31),
        },
    ),
    Story(
        by="rheinfunk",
        written="2024-06-03 10:00",
        fields={
            "kind": OpeningKind.JOB,
            "title_de": "Technikerin oder Techniker für Campusnetze",
            "text_de": "Sie bauen Funkzellen in Hallen auf und bleiben, bis das letzte Gerät verbunden ist. "
            "Führerschein und Höhentauglichkeit brauchen Sie, ein Studium nicht.",
            "city": "Düsseldorf",
            "closes_on": date(2024, 8, 16),
        },
    ),
    Story(
        by="duesselzym",
        written="2024-05-21 14:30",
        fields={
            "kind": OpeningKind.RESEARCH_STAY,
            "title_de": "Forschungsaufenthalt: Enzyme für kaltes Wasser",
            "title_en": "Research stay: enzymes for cold water",
            "text_de": "Drei Monate in unserem Labor, für Promovierende aus Karnataka. Reise und Unterkunft tragen "
            "wir.",
            "text_en": "Three months in our laboratory, for doctoral students from Karnataka. We pay for travel "
            "and a room.",
            "city": "Düsseldorf",
            "closes_on": date(2024, 7, 31),
        },
    ),
    Story(
        by="deccanhydro",
        written="2024-07-08 12:15",
        fields={
            "kind": OpeningKind.INTERNSHIP,
            "title_en": "Internship: field tests of electrolysers",
            "text_en": "Three months in Hubballi. You run the test stand, log what it does and tell us what you "
            "would change.",
            "city": "Hubballi",
            "closes_on": date(2024, 10, 31),
        },
    ),
    Story(
        by="Rheinbogen Werkzeugbau",
        of_partner=True,
        written="2024-07-10 08:45",
        fields={
            "kind": OpeningKind.JOB,
            "title_de": "Meisterin oder Meister für die Erprobungshalle",
            "title_en": "Foreman or forewoman for the test hall",
            "text_de": "Sie begleiten Start-ups, die bei uns erproben: Sie kennen die Maschinen und sagen, was geht.",
            "text_en": "You work with the start-ups that test here: you know the machines and say what is possible.",
            "city": "Düsseldorf",
            "closes_on": date(2024, 9, 30),
        },
    ),
    Story(
        by="kaverion",
        written="2024-04-15 10:30",
        closed="2024-06-10 09:00",
        fields={
            "kind": OpeningKind.INTERNSHIP,
            "title_de": "Praktikum: Messfahrten",
            "title_en": "Internship: drive tests",
            "text_de": "Drei Monate in Bengaluru, bezahlt.",
            "text_en": "Three months in Bengaluru, paid.",
            "city": "Bengaluru",
            "closes_on": date(2024, 7, 31),
        },
    ),
    Story(
        by="kaverion",
        written="2024-07-19 17:10",
        published=False,
        fields={
            "kind": OpeningKind.RESEARCH_STAY,
            "title_en": "Research stay: radio in halls full of steel",
            "text_en": "",
            "city": "Düsseldorf",
            "closes_on": date(2024, 11, 30),
        },
    ),
]

APPLICANTS = [
    Applicant(
        email="tejaswini@talent.example",
        name="Tejaswini Hegde",
        sent="2024-07-04 19:30",
        opening="5G radio planning engineer",
        message="I plan radio networks for a metro in Bengaluru and learn German (A2). I could begin in October.",
        lines=(
            "Radio planning, metro network, Bengaluru, since 2021",
            "B.E. Electronics and Communication, Mysuru, 2020",
            "English, Kannada, German (A2)",
        ),
    ),
    Applicant(
        email="friso@talent.example",
        name="Friso Brüggemann",
        sent="2024-07-15 08:05",
        opening="5G radio planning engineer",
        message="Ich habe drei Campusnetze in Betrieb genommen, zuletzt in Neuss. Ein halbes Jahr Bengaluru passt "
        "gut.",
        lines=(
            "Inbetriebnahme von Campusnetzen, Neuss, seit 2019",
            "Meister Elektrotechnik, Düsseldorf, 2018",
            "Deutsch, Englisch",
        ),
        language=Language.DE,
    ),
    Applicant(
        email="noor@talent.example",
        name="Noor",
        sent="2024-07-11 13:40",
        opening="Internship: image analysis in ultrasound",
        message="I study biomedical engineering and wrote my bachelor thesis about noise in ultrasound images.",
        lines=(
            "Biomedical engineering, third year, Mangaluru",
            "Thesis: speckle noise in ultrasound images, 2024",
            "English, Kannada, Urdu",
        ),
    ),
]


@demo.story_of_each(OPENINGS)
def opening(row: Story):
    """Written and published, as far as it came; one was filled early."""
    yield demo.moment(row.written)
    if row.of_partner:
        fields = {"partner": partner(row.by), "is_published": True}
        actions.create_opening(by=person(EDITOR), **fields, **row.fields)
        return
    founder = person(f"founder@{row.by}.example")
    opening = actions.create_opening(startup=startup_of(row.by), by=founder, **row.fields)
    if row.published:
        actions.publish_opening(opening=opening, by=founder)
    if row.closed:
        yield demo.moment(row.closed)
        actions.close_opening(opening=opening, by=founder)


@demo.story_of_each(APPLICANTS)
def applicant(row: Applicant):
    yield demo.moment(row.sent)
    somebody = join(row.email, name=row.name, language=row.language)
    actions.send_interest(
        opening=Opening.objects.get(title_en=row.opening),
        message=row.message,
        cv=curriculum(row),
        by=somebody,
    )


def curriculum(row: Applicant) -> ContentFile:
    note = "Specimen for demonstration. This person does not exist."
    data = {"title": row.name, "lines": list(row.lines), "note": note}
    return ContentFile(pdf.render(SHEET, data), name=f"CV {row.name}.pdf")
