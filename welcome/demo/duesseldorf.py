"""Applications from Düsseldorf for the soft landing in Bengaluru; the answers are letters, not administrative acts."""

from welcome.demo.courses import Course, Request
from welcome.demo.packages import SOFT_LANDING
from welcome.demo.rulings import LETTER_CONDITIONS, grant, reject

REQUESTS = [
    Request(
        startup="rheinfunk",
        begun="03-04 11:00",
        submitted="03-11 09:30",
        role="Geschäftsführer",
        address="Musterstraße 12\n40476 Düsseldorf",
        customers="Elf Hallen zwischen Neuss und Duisburg.",
        goals="Zwei Hallen in Peenya, gebaut mit einem örtlichen Planer. Wir wollen drei Funktechnikerinnen "
        "einstellen, die von Bengaluru aus auch unsere Netze hier überwachen.",
        arrives_on="2024-04-15",
        jobs=6,
        courses=(
            Course(
                SOFT_LANDING,
                (
                    "03-13 07:30 take",
                    "03-18 09:15 begin_review",
                    "03-27 10:40 propose",
                    "04-02 08:20 sign",
                    "04-03 07:45 release",
                    "04-04 09:10 retrieve",
                    "04-08 08:20 ask 1 04-15 1",
                    "04-09 08:05 confirm 1 Second floor, ask for the soft landing desk.",
                    "04-15 15:30 use 1",
                    "06-20 10:15 report Vier Wochen Arbeitsplatz in Bengaluru und Gespräche mit drei Abnehmern; einer "
                    "erprobt das Erzeugnis seit Juni.",
                    "06-25 08:45 accept",
                    "06-28 10:00 close",
                ),
                (
                    grant(
                        "Das Vorhaben bringt Campusnetze und drei Arbeitsplätze nach Bengaluru. Ein Planungsbüro aus "
                        "Peenya hat die Zusammenarbeit bestätigt.",
                        "The project brings campus networks and three jobs to Bengaluru. A planning office from Peenya "
                        "has confirmed the cooperation.",
                        **LETTER_CONDITIONS,
                    ),
                ),
            ),
        ),
    ),
    Request(
        startup="derendorf-vision",
        begun="06-03 10:20",
        submitted="06-10 15:05",
        role="Founder",
        address="Musterstraße 48\n40477 Düsseldorf",
        customers="Two suppliers of the car industry in Ratingen and Solingen.",
        goals="A pilot line with a maker of two-wheelers, and a team of four that labels weld pictures together with "
        "welders of the plant.",
        arrives_on="2024-09-09",
        jobs=4,
        courses=(
            Course(
                SOFT_LANDING,
                (
                    "06-12 08:15 take",
                    "06-20 11:00 begin_review",
                    "07-10 09:25 propose",
                    "07-15 10:10 sign",
                    "07-17 07:40 release",
                ),
                (
                    grant(
                        "Die Prüfung von Schweißnähten fehlt vielen Zulieferern in Karnataka. Für die Pilotlinie "
                        "nennen wir Ihnen zwei Werke; die Unterkunft wird für zehn Nächte übernommen.",
                        "Many suppliers in Karnataka lack the inspection of welds. We name two plants for the pilot "
                        "line; lodging is covered for ten nights.",
                        quantities={
                            "Desk in Bengaluru": 3,
                            "Lodging for the first days": 10,
                            "Introductions to customers": 10,
                            "Mentor": 6,
                        },
                        **LETTER_CONDITIONS,
                    ),
                ),
            ),
        ),
    ),
    Request(
        startup="bilkmed",
        begun="06-26 18:30",
        submitted="07-03 12:40",
        role="Gründerin",
        address="Musterweg 3\n40223 Düsseldorf",
        customers="Eine Reha-Klinik in Düsseldorf, zwölf Paar Sohlen.",
        goals="Fertigung der Sohlen in kleinen Serien und ein Test mit einem orthopädischen Krankenhaus in Bengaluru.",
        arrives_on="2024-10-21",
        jobs=2,
        courses=(Course(SOFT_LANDING, ("07-05 08:05 take", "07-15 12:20 begin_review")),),
    ),
    Request(
        startup="flingern-haptics",
        begun="07-15 10:10",
        submitted="07-19 16:10",
        role="Geschäftsführerin",
        address="Musterstraße 101\n40235 Düsseldorf",
        customers="Fünf Lehrkrankenhäuser, davon zwei in den Niederlanden.",
        goals="Vertrieb an medizinische Hochschulen in Karnataka und Montage vor Ort, damit der Preis zum Markt passt.",
        arrives_on="2025-01-13",
        jobs=8,
        courses=(Course(SOFT_LANDING),),
    ),
    Request(
        startup="oberkassel-hoeren",
        begun="06-12 09:00",
        submitted="06-19 10:50",
        role="Geschäftsführer",
        address="Musterufer 7\n40545 Düsseldorf",
        customers="96 Geburtskliniken in Deutschland und Österreich.",
        goals="Ein Test auf zwei lauten Stationen in Mysuru. Danach eine Gesellschaft für Vertrieb und Wartung.",
        arrives_on="2024-09-30",
        jobs=12,
        courses=(
            Course(
                SOFT_LANDING,
                (
                    "06-21 07:55 take",
                    "07-01 10:30 begin_review",
                    "07-12 11:15 propose",
                    "07-18 08:30 sign",
                    "07-18 09:10 hold_back 07-29 All letters of this round go out on one day.",
                ),
                (
                    grant(
                        "Der Hörtest ist in 96 Kliniken erprobt. Für den Test in Mysuru liegen zwei Zusagen vor. Alle "
                        "Leistungen werden bestätigt.",
                        "The hearing test is proven in 96 hospitals. Two hospitals in Mysuru have agreed to the test. "
                        "All benefits are confirmed.",
                        **LETTER_CONDITIONS,
                    ),
                ),
            ),
        ),
    ),
    Request(
        startup="duesselzym",
        begun="04-08 14:00",
        submitted="04-15 11:35",
        role="Managing director",
        address="Musterallee 22\n40591 Düsseldorf",
        customers="63 bakeries between Aachen and Osnabrück.",
        goals="Strips for peanut, sesame and cashew, developed with a food laboratory in Bengaluru that has the "
        "samples we lack.",
        arrives_on="2024-07-29",
        jobs=3,
        courses=(
            Course(
                SOFT_LANDING,
                (
                    "04-17 09:40 take",
                    "04-24 08:10 begin_review",
                    "05-14 10:05 propose",
                    "05-16 07:50 sign",
                    "05-17 07:35 release",
                    "05-17 13:20 retrieve",
                ),
                (
                    grant(
                        "Die Entwicklung mit einem Labor in Bengaluru nützt beiden Seiten. Eine Firmengründung ist "
                        "noch nicht geplant; die Begleitung dafür wird später gern geprüft.",
                        "The development with a laboratory in Bengaluru serves both sides. No incorporation is planned "
                        "yet; help with it can be considered later.",
                        quantities={
                            "Desk in Bengaluru": 3,
                            "Lodging for the first days": 14,
                            "Introductions to customers": 6,
                            "Mentor": 10,
                        },
                        **LETTER_CONDITIONS,
                    ),
                ),
            ),
        ),
    ),
    Request(
        startup="gerresheim-glaskreis",
        begun="03-05 16:20",
        submitted="03-11 17:00",
        role="Vorstand",
        address="Musterplatz 1\n40625 Düsseldorf",
        customers="Zwei Städte am Niederrhein mieten die Maschine.",
        goals="Wir suchen Geldgebende für eine zweite Maschine und möchten uns dafür vorstellen.",
        settles="no",
        arrives_on="2024-06-03",
        jobs=0,
        founder_on_site="no",
        courses=(
            Course(
                SOFT_LANDING,
                (
                    "03-14 08:00 take",
                    "03-21 09:30 begin_review",
                    "04-10 11:45 propose",
                    "04-12 07:25 sign",
                    "04-15 08:00 release",
                    "04-16 12:30 retrieve",
                    "04-22 09:15 close",
                ),
                (
                    reject(
                        "Die Leistungen sind für Start-ups gedacht, die in Karnataka arbeiten wollen. Sie suchen "
                        "Kapital für ein Vorhaben in Deutschland. Gern nennen wir Ihnen Ansprechpersonen für "
                        "Beteiligungen.",
                        "The benefits are meant for start-ups that want to work in Karnataka. You look for capital for "
                        "a project in Germany. We gladly name people to talk to about investment.",
                    ),
                ),
            ),
        ),
    ),
    Request(
        startup="rheinauen-waerme",
        begun="06-14 11:50",
        submitted="06-21 13:15",
        role="Gründerin",
        address="Musterstraße 5\n40221 Düsseldorf",
        customers="Vier Stadtwerke am Rhein.",
        goals="Kühlung statt Heizung: Wir wollen das Programm auf Seen und Kanäle in Bengaluru übertragen und suchen "
        "dafür ein Planungsbüro und zwei Programmiererinnen.",
        arrives_on="2024-10-07",
        jobs=5,
        courses=(
            Course(
                SOFT_LANDING,
                ("06-25 08:30 take", "07-04 09:50 begin_review", "07-19 11:10 propose"),
                (
                    grant(
                        "Kühlung aus Seewasser ist für Bürogebäude in Bengaluru von Interesse. Drei Planungsbüros "
                        "wollen mit Ihnen sprechen. Alle Leistungen werden bestätigt.",
                        "Cooling from lake water is of interest for office buildings in Bengaluru. Three planning "
                        "offices want to talk with you. All benefits are confirmed.",
                        **LETTER_CONDITIONS,
                    ),
                ),
            ),
        ),
    ),
    Request(
        startup="unterbach-aqua",
        begun="04-30 20:00",
        submitted="05-08 19:40",
        role="Gesellschafter",
        address="Musterweg 9\n40627 Düsseldorf",
        customers="Drei Badeseen.",
        goals="Zehn Bojen auf Seen in Bengaluru, gemeinsam mit einer Hochschule.",
        arrives_on="2024-08-19",
        jobs=1,
        courses=(Course(SOFT_LANDING, ("05-10 09:00 take", "05-27 21:10 withdraw")),),
    ),
    Request(
        startup="benrath-mikrobiom",
        begun="07-05 09:30",
        submitted="07-12 10:05",
        role="Gründerin",
        address="Musterallee 2\n40597 Düsseldorf",
        customers="Das Gartenamt einer Großstadt am Rhein, 120 Bäume.",
        goals="Straßenbäume in Bengaluru leiden unter Trockenheit wie unsere. Wir wollen dort Bakterien sammeln und "
        "mit einem Institut vergleichen, welche auch hier helfen.",
        arrives_on="2024-11-04",
        jobs=2,
        courses=(Course(SOFT_LANDING, ("07-18 09:20 take",)),),
    ),
]
