"""The news of the demonstration, built on what sources say, and two barriers that readers reported."""

from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from corridor import demo
from corridor.accounts.demo import person
from corridor.content import actions, pictures
from corridor.documents.images import clean_image

EDITOR = "editor@duesseldorf.example"
TURMERIC, RHINE, GROUND = (232, 162, 0), (11, 79, 138), "#FBFAF7"

# The moment it is published, then its fields; None: still a draft.
NEWS = [
    (
        "2023-02-20 10:00",
        {
            "slug": "agreement-signed",
            "title_de": "Düsseldorf und Karnataka vereinbaren einen Innovationskorridor",
            "title_en": "Düsseldorf and Karnataka agree on an innovation corridor",
            "teaser_de": "Start-ups sollen in beide Richtungen leichter Fuß fassen: von Bengaluru nach Düsseldorf und "
            "umgekehrt.",
            "teaser_en": "Start-ups are to find their feet more easily both ways: from Bengaluru in Düsseldorf, and "
            "the other way round.",
            "text_de": "Am 15. Februar 2023 haben die Landeshauptstadt Düsseldorf und die Regierung von Karnataka die "
            "Vereinbarung „Karnataka – Düsseldorf Innovation Corridor“ unterzeichnet. Erste Gespräche gab es 2019 in "
            "Düsseldorf.\n\n## Worum es geht\n\n- 5G-Industrie\n- MedTech\n- Life Sciences\n- Green Tech\n\n"
            "Gemeinsame Themen sind Industrie 4.0, digitale Gesundheit und Nachhaltigkeit. Dazu kommen die Verbindung "
            "der beiden Start-up-Szenen, die Gewinnung von Fachkräften und gemeinsame Projekte.",
            "text_en": "On 15 February 2023 the City of Düsseldorf and the Government of Karnataka signed the "
            "agreement “Karnataka – Düsseldorf Innovation Corridor”. First talks were held in Düsseldorf in 2019.\n\n"
            "## What it is about\n\n- 5G industry\n- MedTech\n- Life Sciences\n- Green Tech\n\n"
            "The common themes are Industry 4.0, digital health and sustainability. Linking the two start-up "
            "ecosystems, recruiting talent and joint projects come with them.",
            "picture_alt_de": "Eine Linie, links gelb und rechts blau, verbindet zwei Punkte.",
            "picture_alt_en": "A line, yellow on the left and blue on the right, joins two points.",
        },
    ),
    (
        "2023-11-30 09:30",
        {
            "slug": "projects-from-2024",
            "title_de": "Gemeinsame Projekte ab 2024 vereinbart",
            "title_en": "Joint projects from 2024 on agreed",
            "teaser_de": "Auf dem Bengaluru Tech Summit haben sich beide Seiten auf Projekte ab 2024 verständigt.",
            "teaser_en": "At the Bengaluru Tech Summit both sides agreed on projects from 2024 on.",
            "text_de": "Am 29. November 2023, dem ersten der drei Tage des Bengaluru Tech Summit, haben die "
            "Landeshauptstadt Düsseldorf und die Regierung von Karnataka Projekte ab 2024 vereinbart.\n\nDer Summit "
            "ist das Gegenstück zum Future Tech Fest in Düsseldorf. KITS ist Mitveranstalter.",
            "text_en": "On 29 November 2023, the first of the three days of the Bengaluru Tech Summit, the City of "
            "Düsseldorf and the Government of Karnataka agreed on projects from 2024 on.\n\nThe summit is the "
            "counterpart of Future Tech Fest in Düsseldorf. KITS is one of its organisers.",
        },
    ),
    (
        "2024-03-12 11:00",
        {
            "slug": "who-helps-in-duesseldorf",
            "title_de": "Wer Start-ups in Düsseldorf hilft",
            "title_en": "Who helps start-ups in Düsseldorf",
            "teaser_de": "Vom ersten Gespräch bis zur Anmeldung: Diese Stellen sind in Düsseldorf für Sie da.",
            "teaser_en": "From the first talk to the registration: these offices in Düsseldorf are there for you.",
            "text_de": "- **Startup Unit** der Wirtschaftsförderung\n- **International Business Service** der "
            "Wirtschaftsförderung\n- **Expat Service Desk ME & DUS**\n- **digihub Düsseldorf/Rheinland**\n"
            "- **IHK Düsseldorf**\n\nÜber das eigene Paket der Stadt entscheidet die Stadt, über das des Landes "
            "NRW.Global Business. [Zu den Paketen](/de/welcome/)",
            "text_en": "- **Startup Unit** of the economic development office\n- **International Business Service** of "
            "the economic development office\n- **Expat Service Desk ME & DUS**\n- **digihub Düsseldorf/Rheinland**\n"
            "- **IHK Düsseldorf**\n\nThe City decides on its own package, NRW.Global Business on that of the state. "
            "[See the packages](/en/welcome/)",
        },
    ),
    (
        "2024-07-01 09:30",
        {
            "slug": "future-tech-fest-2024-registration",
            "title_de": "Future Tech Fest 2024: Anmeldung läuft",
            "title_en": "Future Tech Fest 2024: registration is open",
            "teaser_de": "Im August treffen sich Start-ups aus Karnataka und Düsseldorf auf dem Areal Böhler.",
            "teaser_en": "In August start-ups from Karnataka and Düsseldorf meet at Areal Böhler.",
            "text_de": "Das Future Tech Fest, früher Digital Demo Day, ist Konferenz und Ausstellung zugleich. "
            "Veranstalter ist der digihub Düsseldorf/Rheinland.\n\nWann es stattfindet und bis wann Sie sich anmelden "
            "können, steht auf der [Seite der Veranstaltung](/de/events/future-tech-fest-2024/).",
            "text_en": "Future Tech Fest, formerly Digital Demo Day, is a conference and an exhibition. It is "
            "organised by digihub Düsseldorf/Rheinland.\n\nWhen it takes place and until when you can register is on "
            "the [page of the event](/en/events/future-tech-fest-2024/).",
        },
    ),
    (
        "2024-07-09 10:00",
        {
            "slug": "startup-welcome-package-nrw",
            "title_de": "Förderrichtlinie für das Startup Welcome Package NRW ist da",
            "title_en": "Funding guideline for the Startup Welcome Package NRW is out",
            "teaser_de": "Das Land fördert Start-ups und kleine Unternehmen aus dem Ausland, die sich in NRW ansiedeln "
            "wollen.",
            "teaser_en": "The state supports start-ups and small companies from abroad that intend to settle in NRW.",
            "text_de": "Die Förderrichtlinie ist vom 8. Juli 2024. Über die Anträge entscheidet NRW.Global "
            "Business.\n\n## Das Wichtigste\n\n- für ausländische Start-ups und KMU, die nicht älter als 10 Jahre "
            "sind\n- für die Absicht, sich in Nordrhein-Westfalen anzusiedeln\n- Unterstützung über mindestens 90 "
            "Tage\n- De-minimis-Beihilfe, kein Rechtsanspruch\n\n[Zu den Paketen](/de/welcome/)",
            "text_en": "The funding guideline is of 8 July 2024. NRW.Global Business decides on the applications.\n\n"
            "## In short\n\n- for foreign start-ups and SMEs that are not older than 10 years\n"
            "- for those that intend to settle in North Rhine-Westphalia\n- support over at least 90 days\n"
            "- de-minimis aid, no legal entitlement\n\n[See the packages](/en/welcome/)",
        },
    ),
    (
        None,
        {
            "slug": "numbers-from-karnataka",
            "title_en": "Karnataka in numbers",
            "teaser_en": "More than 4,000 start-ups, more than 40 unicorns.",
            "text_en": "Karnataka counts more than 4,000 start-ups and more than 40 unicorns.",
        },
    ),
]


@demo.story_of_each(NEWS)
def news_item(row):
    published_at, fields = row
    yield demo.moment(published_at or "2024-07-18 15:00")
    editor = person(EDITOR)
    picture = pictures.keep(line_picture()) if "picture_alt_de" in fields else {}
    item = actions.create_news(by=editor, **fields, **picture)
    if published_at:
        actions.publish_news(news=item, by=editor)


@demo.story
def barriers():
    yield demo.moment("2024-06-04 16:20")
    report = actions.report_barrier(
        page="/de/welcome/",
        text="Mit der Bildschirmlupe bei 400 % finde ich auf der Seite der Pakete den Tag nicht, bis zu dem ich den "
        "Antrag stellen kann.",
        email="leser@lupe.example",
        language="de",
        by=None,
    )
    yield demo.moment("2024-06-11 10:15")
    actions.answer_barrier(
        report=report,
        text="Der Tag steht jetzt in der ersten Zeile unter dem Namen des Pakets, vor der Beschreibung.",
        by=person(EDITOR),
    )
    yield demo.moment("2024-07-17 08:50")
    actions.report_barrier(
        page="/en/startups/",
        text="With a screen reader I do not hear how many start-ups were found after I search.",
        language="en",
        by=None,
    )


def line_picture(width=1280, height=480) -> ContentFile:
    """The corridor's line, from the one end to the other, as an upload would come out of the form."""
    image = Image.new("RGB", (width, height), GROUND)
    draw = ImageDraw.Draw(image)
    for x in range(120, width - 120):
        dot(draw, x, line_height(x, width, height), 5, shade((x - 120) / (width - 240)))
    dot(draw, 120, line_height(120, width, height), 22, TURMERIC)
    dot(draw, width - 120, line_height(width - 120, width, height), 22, RHINE)
    out = BytesIO()
    image.save(out, "PNG")
    return clean_image(ContentFile(out.getvalue(), name="line.png"), pictures.LARGE)


def line_height(x, width, height):
    """Low, then a bend like the river's, then high."""
    share = x / width
    bend = share * share * (3 - 2 * share)
    return height * (0.75 - 0.5 * bend)


def dot(draw, x, y, radius, colour):
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)


def shade(share):
    return tuple(round(a + (b - a) * share) for a, b in zip(TURMERIC, RHINE, strict=True))
