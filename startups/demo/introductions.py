"""Who asked to meet whom, and what came of it."""

from dataclasses import dataclass
from datetime import timedelta

from corridor import demo
from corridor.accounts.demo import person
from startups import actions
from startups.choices import Outcome, Purpose
from startups.demo.partners import partner
from startups.demo.profiles import startup_of

EDITOR = "editor@duesseldorf.example"


@dataclass(frozen=True)
class Meeting:
    """A question from one founder to another, named by their domains, or to a partner.

    `yes` is the answer, given `after` so many days; without it nobody has answered.
    """

    asking: str
    target: str
    when: str
    purpose: Purpose
    message: str
    yes: bool | None = None
    after: int = 4
    answer: str = ""
    outcome: Outcome | None = None
    note: str = ""
    to_partner: bool = False


MEETINGS = [
    Meeting(
        "nandilytics",
        "rheinfunk",
        "2024-02-06 08:20",
        Purpose.PILOT,
        "We predict where the radio drops out in a hall. May we compare our forecast with one of the halls that you "
        "already run? It needs a floor plan and half a day on site.",
        yes=True,
        answer="Gern. Wir haben eine Halle in Reisholz, die sich dafür eignet.",
        outcome=Outcome.PROJECT,
        note="Measured in Reisholz for two days; the forecast was right in nine places out of ten.",
    ),
    Meeting(
        "sahyascan",
        "Startup Unit Düsseldorf",
        "2024-03-04 07:45",
        Purpose.ADVICE,
        "We want to open an office in Düsseldorf this year. Whom do we speak to about the first steps?",
        yes=True,
        after=3,
        answer="Write in English; a first call is possible every Tuesday.",
        outcome=Outcome.VISIT,
        note="Three days in Düsseldorf with two calls before.",
        to_partner=True,
    ),
    Meeting(
        "duesselzym",
        "malnadex",
        "2024-04-15 11:30",
        Purpose.RESEARCH,
        "Wir suchen eine Peroxidase, die 60 Grad aushält. Haben Sie so etwas in Ihrer Sammlung?",
        yes=True,
        after=9,
        answer="We have two candidates and can send both.",
        outcome=Outcome.CONTACT,
    ),
    Meeting(
        "hampitron",
        "Rheinbogen Werkzeugbau",
        "2024-04-29 12:10",
        Purpose.PILOT,
        "Two of our pallet trucks could work a night shift between your stores and the presses, at our risk.",
        yes=False,
        after=8,
        answer="Not before the new hall is finished.",
        to_partner=True,
    ),
    Meeting(
        "deccanhydro",
        "unterbach-aqua",
        "2024-05-21 06:55",
        Purpose.CUSTOMER,
        "Your buoys could tell our dye works when the water may be passed on. What does one buoy cost?",
    ),
    Meeting(
        "gerresheim-glaskreis",
        "sharavolt",
        "2024-06-18 13:05",
        Purpose.CUSTOMER,
        "Unsere Sortieranlage läuft nur am Tag, weil der Strom nachts teuer ist. Passt ein Speicher aus Indien "
        "hierher?",
        yes=False,
        after=6,
        answer="Our cells are not certified for Europe yet.",
    ),
    Meeting(
        "tungavira",
        "bilkmed",
        "2024-07-03 09:15",
        Purpose.DISTRIBUTION,
        "Our test strips need somebody in Germany who knows the practices. Could you carry them beside your own "
        "product?",
        yes=True,
        after=5,
        answer="Ja, das passt zu uns. Schreiben Sie mir direkt.",
    ),
    Meeting(
        "rheinfunk",
        "kaverion",
        "2024-07-11 10:40",
        Purpose.CUSTOMER,
        "Wir bauen im Herbst drei Hallen aus und suchen eine Box, die Funk und Auswertung zusammen mitbringt. Können "
        "wir Ihre ausprobieren?",
    ),
    Meeting(
        "oberkassel-hoeren",
        "sahyascan",
        "2024-07-15 14:20",
        Purpose.RESEARCH,
        "Sie schulen Hebammen am Gerät, wir auch. Wollen wir vergleichen, was auf einer lauten Station wirklich hilft?",
    ),
    Meeting(
        "kaverion",
        "derendorf-vision",
        "2024-07-16 08:05",
        Purpose.PILOT,
        "Your cameras and our box in one hall would show what both can do. We bring the box and two weeks of time.",
    ),
    Meeting(
        "kaverion",
        "digihub Düsseldorf/Rheinland",
        "2024-07-18 09:30",
        Purpose.ADVICE,
        "We come to Future Tech Fest in August and would like to speak to firms that run a campus network. Whom should "
        "we write to?",
        to_partner=True,
    ),
]


@demo.story_of_each(MEETINGS)
def meeting(row: Meeting):
    """From the question to what came of it, or as far as this one came."""
    yield demo.moment(row.when)
    target = partner(row.target) if row.to_partner else startup_of(row.target)
    founder = person(f"founder@{row.asking}.example")
    introduction = actions.ask_introduction(
        asking=startup_of(row.asking),
        target=target,
        purpose=row.purpose,
        message=row.message,
        by=founder,
    )
    if row.yes is None:
        yield introduction.asked_at + timedelta(days=14)
        actions.remind_of_introductions(by=None)
        yield introduction.asked_at + timedelta(days=22)
        actions.expire_introductions(by=None)
        return
    yield introduction.asked_at + timedelta(days=row.after)
    answer(row, introduction)
    if row.outcome:
        yield introduction.asked_at + timedelta(days=row.after + 20)
        actions.note_outcome(
            introduction=introduction, outcome=row.outcome, note=row.note, by=founder
        )


def answer(row, introduction):
    if row.to_partner:
        actions.broker_introduction(
            introduction=introduction, accepted=row.yes, answer=row.answer, by=person(EDITOR)
        )
        return
    act = actions.accept_introduction if row.yes else actions.decline_introduction
    owner = person(f"founder@{row.target}.example")
    act(introduction=introduction, answer=row.answer, by=owner)
