"""Applications from Karnataka that somebody still works on, and those withdrawn."""

from welcome.demo.courses import Course, Request
from welcome.demo.packages import DUESSELDORF_2024, NRW
from welcome.demo.rulings import (
    CITY_CONDITIONS,
    NO_CLAIM_DE,
    NO_CLAIM_EN,
    STATE_CONDITIONS,
    grant,
)

REQUESTS = [
    Request(
        startup="kaverion",
        begun="07-17 14:10",
        role="Co-founder and managing director",
        address="27 Sample Industrial Area\nBengaluru 560058\nIndia",
        customers="Four machine builders in Peenya and one foundry in Hosur run twelve boxes, two of them since 2022.",
        goals="Private networks for three machine builders around Düsseldorf who have no radio engineer of their own. "
        "We want to run the first of them by spring and to sell the box through a partner from there.",
        aid=(
            ("Förderbank Musterland AöR", "2021-08-02", "18000.00"),
            ("Messeförderung Musterland", "2023-11-13", "6200.00", "Kaverion Europe GmbH"),
        ),
        courses=(Course(DUESSELDORF_2024), Course(NRW)),
    ),
    Request(
        startup="sahyascan",
        begun="07-08 11:15",
        submitted="07-09 10:20",
        role="Founder and managing director",
        address="12 Sample Road\nMysuru 570001\nIndia",
        customers="140 health centres in four districts of Karnataka; 62 midwives use the device every day.",
        goals="A study with a women's hospital in Düsseldorf on 200 examinations, compared with its own ultrasound; we "
        "need it for approval in Europe. In parallel we want to found a GmbH that becomes the European representative. "
        "K. V. Shanthala and one engineer come for six months.",
        arrives_on="2024-10-14",
        jobs=9,
        courses=(
            Course(
                DUESSELDORF_2024,
                (
                    "07-11 09:20 take",
                    "07-15 14:10 begin_review",
                    "07-17 15:20 review 4 4 5 Two hospitals have agreed to a pilot; costs and steps fit together.",
                ),
            ),
            Course(
                NRW,
                (
                    "07-10 08:50 take",
                    "07-11 13:30 begin_review",
                    "07-15 16:05 propose",
                    "07-17 11:15 sign",
                    "07-18 09:00 release",
                ),
                (
                    grant(
                        "Die Antragstellerin wurde 2020 gegründet, hat ihren Sitz in Mysuru und ist damit jünger als "
                        "zehn Jahre. Sie beabsichtigt, in Düsseldorf eine GmbH als europäische Vertretung zu gründen; "
                        "eine Gründerin ist vor Ort. Das Gerät ist im Einsatz, das Vorhaben hat nicht begonnen.\n\n"
                        f"{NO_CLAIM_DE} Dafür sprach, dass die Studie mit einer Klinik einen Markteintritt in der "
                        "gesamten Union vorbereitet und neun Arbeitsplätze geplant sind. Die angegebenen Beihilfen "
                        "lassen die Bewilligung zu.",
                        "The applicant was founded in 2020, has its seat in Mysuru and is thus younger than ten years. "
                        "It intends to found a GmbH in Düsseldorf as its European representative; a founder is on "
                        "site. The device is in use, the project has not begun.\n\n"
                        f"{NO_CLAIM_EN} In favour: the study with a hospital prepares entry to the market of the whole "
                        "Union, and nine jobs are planned. The aid declared allows the award.",
                        **STATE_CONDITIONS,
                    ),
                ),
            ),
        ),
    ),
    Request(
        startup="tungavira",
        begun="07-08 12:30",
        submitted="07-10 13:40",
        role="ಸಂಸ್ಥಾಪಕಿ / Founder",
        address="18 Example Main Road\nBengaluru 560003\nIndia",
        customers="31 diabetes clinics in Karnataka and Goa buy 40,000 strips a month.",
        goals="Distribution through pharmacies in North Rhine-Westphalia, and a small production of strips from "
        "imported rolls so that the product is made in the Union. We have spoken with two contract manufacturers.",
        arrives_on="2024-11-04",
        jobs=18,
        aid=(
            ("Förderbank Musterland AöR", "2022-06-14", "24000.00"),
            ("Messeförderung Musterland", "2023-11-13", "7350.50"),
        ),
        courses=(
            Course(DUESSELDORF_2024, ("07-16 10:00 take",), people=(1, 1)),
            Course(NRW, ("07-18 09:40 take",)),
        ),
    ),
    Request(
        startup="lalbagh-rhythm",
        begun="07-12 22:05",
        submitted="07-18 20:25",
        role="Founder",
        address="77 Sample Double Road\nBengaluru 560027\nIndia",
        customers="Two cardiologists in Bengaluru have had 35 patients wear the patch.",
        goals="A study with a rehabilitation clinic and talks with health insurers about remote follow-up. If both go "
        "well we found a GmbH in spring 2025.",
        arrives_on="2024-11-18",
        jobs=6,
        courses=(Course(DUESSELDORF_2024), Course(NRW, ("07-19 11:05 withdraw",))),
    ),
    Request(
        startup="malnadex",
        begun="07-09 09:15",
        submitted="07-11 15:45",
        role="Managing director",
        address="210 Sample Park\nBengaluru 560100\nIndia",
        customers="A paper mill in Dandeli since 2022, a second one in Bhadravathi since January.",
        goals="Beside the trials we want to meet makers of packaging in the whole state; for this we ask for "
        "introductions and the market-entry workshop.",
        arrives_on="2024-09-02",
        jobs=11,
        aid=(("Förderbank Musterland AöR", "2023-03-27", "45000.00"),),
        courses=(Course(NRW, ("07-15 09:30 take", "07-18 10:45 begin_review")),),
    ),
    Request(
        startup="coorgenza",
        begun="06-14 13:00",
        submitted="06-24 08:55",
        role="Partner",
        address="6 Example Road\nMysuru 570005\nIndia",
        customers="A maker of soft drinks in Mysuru and a skin-care brand in Kochi, together 900 kg a month.",
        goals="Listing with two makers of natural cosmetics and a maker of drinks in North Rhine-Westphalia; samples "
        "are with their laboratories. An importer of our own in Düsseldorf saves the middleman.",
        arrives_on="2024-10-01",
        jobs=4,
        courses=(
            Course(
                DUESSELDORF_2024,
                ("06-26 09:45 take", "07-03 11:20 begin_review", "07-18 15:10 propose"),
                (
                    grant(
                        "Die Antragstellerin gewinnt Wirkstoffe aus Kaffeekirschen und gehört zum Förderbereich Life "
                        "Sciences. Sie will einen eigenen Import mit vier Arbeitsplätzen aufbauen. Proben liegen bei "
                        "drei möglichen Abnehmern.\n\n"
                        f"{NO_CLAIM_DE} Weil die Partnerschaft keine Fachkräfte entsendet, wird die Orientierung zum "
                        "Aufenthaltstitel nicht bewilligt; im Übrigen rechtfertigt der Stand der Gespräche die "
                        "Bewilligung.",
                        "The applicant takes active substances from coffee cherries and belongs to the support sector "
                        "Life Sciences. It wants to build up an import of its own with four jobs. Samples are with "
                        "three possible customers.\n\n"
                        f"{NO_CLAIM_EN} As the partnership sends no staff, guidance on the residence permit is not "
                        "awarded; for the rest the state of the talks justifies the award.",
                        quantities={
                            "Coworking desk": 6,
                            "First consultation on law and tax": 8,
                            "Help with formation and notary": 1,
                            "Mentor": 12,
                            "Trade-fair and pitch passes": 2,
                            "Coaching voucher": 1,
                        },
                        **CITY_CONDITIONS,
                    ),
                ),
            ),
        ),
    ),
    Request(
        startup="bilvacells",
        begun="07-08 07:20",
        submitted="07-08 09:50",
        role="Scientific director",
        address="9 Example New Town\nBengaluru 560064\nIndia",
        customers="Seven laboratories of universities in Bengaluru, Pune and Hyderabad; two pay by subscription.",
        goals="Media for organoids with a university institute on the Rhine, on contract. The branch mixes small "
        "batches in Düsseldorf because serum-free media do not survive the journey.",
        arrives_on="2024-10-07",
        jobs=7,
        courses=(
            Course(
                DUESSELDORF_2024,
                (
                    "07-10 11:40 take",
                    "07-17 09:10 begin_review",
                    "07-17 11:20 review 3 2 4 Good science; the way to the first customer remains open.",
                ),
            ),
            Course(
                NRW,
                (
                    "07-09 09:05 take",
                    "07-10 14:20 begin_review",
                    "07-16 10:50 propose",
                    "07-19 09:30 sign",
                ),
                (
                    grant(
                        "Die Antragstellerin wurde 2021 gegründet und hat ihren Sitz in Bengaluru. Sie beabsichtigt, "
                        "in Düsseldorf eine Niederlassung zu gründen, in der Nährmedien gemischt werden. Sieben "
                        "Labore arbeiten mit dem Erzeugnis.\n\n"
                        f"{NO_CLAIM_DE} Die Zusammenarbeit mit einem Institut der Region und die Herstellung vor Ort "
                        "sprachen für die volle Bewilligung.",
                        "The applicant was founded in 2021 and has its seat in Bengaluru. It intends to found a branch "
                        "in Düsseldorf in which culture media are mixed. Seven laboratories work with the product.\n\n"
                        f"{NO_CLAIM_EN} The work with an institute of the region and the production on the spot spoke "
                        "for a full award.",
                        **STATE_CONDITIONS,
                    ),
                ),
            ),
        ),
    ),
    Request(
        startup="deccanhydro",
        begun="04-19 15:30",
        submitted="04-29 11:20",
        role="Director, international business",
        address="61 Sample Layout\nHubballi 580021\nIndia",
        customers="Nine dye works in Belagavi and Ilkal.",
        goals="A demonstration plant with a dye works near Krefeld. Two engineers for four months.",
        arrives_on="2024-08-12",
        jobs=5,
        courses=(
            Course(
                DUESSELDORF_2024,
                ("05-02 10:00 take", "05-13 13:35 begin_review", "05-21 14:25 withdraw"),
            ),
        ),
    ),
    Request(
        startup="deccanhydro",
        begun="07-08 09:40",
        submitted="07-12 12:00",
        role="Director, international business",
        address="61 Sample Layout\nHubballi 580021\nIndia",
        customers="Nine dye works in Belagavi and Ilkal; a tenth is being built in Tiruppur.",
        goals="The dye works we had in mind for the spring has closed. We now plan with one in Mönchengladbach and "
        "want to found a sales and service company for the Netherlands and Germany.",
        arrives_on="2024-11-11",
        jobs=8,
        courses=(Course(NRW, ("07-16 13:05 take",)),),
    ),
    Request(
        startup="sharavolt",
        begun="06-21 16:05",
        submitted="07-02 14:35",
        role="Managing director",
        address="33 Example Main Road\nBengaluru 560066\nIndia",
        customers="57 small firms with solar roofs in Bengaluru and Tumakuru.",
        goals="Storage from batteries of cargo bikes, built with a workshop for people with disabilities in "
        "Düsseldorf. We bring the test bench; the workshop brings people who build with care.",
        arrives_on="2024-09-23",
        jobs=16,
        aid=(
            ("Förderbank Musterland AöR", "2021-10-05", "180000.00"),
            ("Innovationsfonds Musterland", "2023-05-30", "64500.00"),
        ),
        courses=(
            Course(
                DUESSELDORF_2024,
                (
                    "07-03 09:35 take",
                    "07-08 10:00 begin_review",
                    "07-16 14:45 propose",
                    "07-19 13:15 sign",
                ),
                (
                    grant(
                        "Die Antragstellerin baut Speicher aus gebrauchten Akkus und gehört zum Förderbereich Green "
                        "Tech. Das Vorhaben wird mit einer Werkstatt in Düsseldorf verwirklicht; 16 Arbeitsplätze sind "
                        "geplant.\n\n"
                        f"{NO_CLAIM_DE} Für die Bewilligung sprach der Nutzen für die Werkstatt. Die angegebenen "
                        "Beihilfen betragen 244.500 EUR; mit dieser Bewilligung wird der Höchstbetrag von 300.000 EUR "
                        "in drei Jahren nicht erreicht. Der Coaching-Gutschein wird nicht bewilligt, weil eine "
                        "Beratung gleichen Inhalts bereits gefördert wurde.",
                        "The applicant builds storage from used batteries and belongs to the support sector Green "
                        "Tech. The project is carried out with a workshop in Düsseldorf; 16 jobs are planned.\n\n"
                        f"{NO_CLAIM_EN} The benefit for the workshop spoke for the award. The aid declared amounts to "
                        "EUR 244,500; with this award the ceiling of EUR 300,000 in three years is not reached. The "
                        "coaching voucher is not awarded, as advice of the same content was supported already.",
                        quantities={
                            "Coworking desk": 6,
                            "First consultation on law and tax": 8,
                            "Help with formation and notary": 1,
                            "Guidance on the residence permit": 4,
                            "Mentor": 12,
                        },
                        **CITY_CONDITIONS,
                    ),
                ),
                people=(1, 1),
            ),
        ),
    ),
]
