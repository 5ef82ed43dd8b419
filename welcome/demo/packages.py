"""What the three authorities offer in the demonstration. Sums and rules are made up; staff could change all of it."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from corridor import clock, demo
from corridor.accounts.demo import ADMIN, person
from startups.choices import Origin, Sector
from welcome import actions
from welcome.choices import DocumentKind, QuestionKind
from welcome.demo.authorities import CITY, KDEM, STATE
from welcome.demo.reviews import CRITERIA
from welcome.models import Authority

DUESSELDORF_2024 = "welcome-package-duesseldorf"
DUESSELDORF_2023 = "welcome-package-duesseldorf-2023"
TRADE_FAIRS = "trade-fair-package-duesseldorf"
NRW = "startup-welcome-package-nrw"
SOFT_LANDING = "soft-landing-bengaluru"
SUMMIT_2023 = "bengaluru-tech-summit-visit-2023"

MONTH, HOUR, FLAT = ("Monate", "months"), ("Stunden", "hours"), ("Pauschale", "flat rate")
PASS, VOUCHER, NIGHT = ("Pässe", "passes"), ("Gutschein", "voucher"), ("Nächte", "nights")

# Title in German and English, unit, quantity, EUR for one, provider.
DESK = (
    "Arbeitsplatz im Coworking",
    "Coworking desk",
    MONTH,
    6,
    290,
    "Coworking-Partner in Düsseldorf",
)
ADVICE = (
    "Erstberatung Recht und Steuern",
    "First consultation on law and tax",
    HOUR,
    8,
    180,
    "Kanzleipartner",
)
FOUNDING = (
    "Begleitung von Gründung und Notartermin",
    "Help with formation and notary",
    FLAT,
    1,
    1200,
    "Startup Unit",
)
PERMIT = (
    "Orientierung zum Aufenthaltstitel",
    "Guidance on the residence permit",
    HOUR,
    4,
    95,
    "Expat Service Desk",
)
MENTOR = ("Begleitung durch Mentorin oder Mentor", "Mentor", HOUR, 12, 110, "Mentoring-Netzwerk")
FAIRS = ("Messe- und Pitchpässe", "Trade-fair and pitch passes", PASS, 2, 350, "Messe Düsseldorf")
COACHING = ("Coaching-Gutschein", "Coaching voucher", VOUCHER, 1, 2000, "Beratung nach Wahl")

# Where a start-up reaches those who provide its benefits.
CONTACTS = {
    "Coworking-Partner in Düsseldorf": "desk@coworking.example, 0221 4710-410",
    "Kanzleipartner": "erstberatung@kanzlei.example, 0221 4710-420",
    "Startup Unit": "startup-unit@duesseldorf.example, 0221 4710-110",
    "Expat Service Desk": "expats@duesseldorf.example, 0221 4710-115",
    "Mentoring-Netzwerk": "tandem@mentoring.example",
    "Messe Düsseldorf": "paesse@messe.example, 0221 4710-430",
    "NRW.Global Business": "benefits@nrw.example, 0221 4710-210",
    "Coworking partner in Bengaluru": "desk@indiranagar.example",
    "Company secretary partner": "secretary@incorporation.example",
    "Founders' network": "mentors@founders.example",
}

BENEFITS = {
    DUESSELDORF_2024: [DESK, ADVICE, FOUNDING, PERMIT, MENTOR, FAIRS, COACHING],
    DUESSELDORF_2023: [DESK, ADVICE, FOUNDING, MENTOR],
    TRADE_FAIRS: [
        (
            "Fachbesuchspässe für vier Messetage",
            "Visitor passes for four fair days",
            PASS,
            3,
            240,
            "Messe Düsseldorf",
        ),
        (
            "Platz am Gemeinschaftsstand",
            "Place on the joint stand",
            FLAT,
            1,
            1800,
            "Wirtschaftsförderung",
        ),
        (
            "Vorbereitung des Messeauftritts",
            "Preparation of the fair",
            HOUR,
            6,
            110,
            "Mentoring-Netzwerk",
        ),
    ],
    NRW: [
        ("Arbeitsplatz im Coworking", "Coworking desk", MONTH, 3, 310, "Coworking-Partner in NRW"),
        (
            "Workshop zum Markteintritt",
            "Market-entry workshop",
            ("Tage", "days"),
            2,
            900,
            "NRW.Global Business",
        ),
        (
            "Erstberatung Recht und Steuern",
            "First consultation on law and tax",
            HOUR,
            6,
            190,
            "Kanzleipartner",
        ),
        (
            "Kontaktvermittlung zu Unternehmen",
            "Introductions to companies",
            HOUR,
            10,
            120,
            "NRW.Global Business",
        ),
        ("Coaching-Gutschein", "Coaching voucher", VOUCHER, 1, 2500, "Beratung nach Wahl"),
    ],
    SOFT_LANDING: [
        (
            "Arbeitsplatz in Bengaluru",
            "Desk in Bengaluru",
            MONTH,
            3,
            140,
            "Coworking partner in Bengaluru",
        ),
        (
            "Unterkunft in der ersten Zeit",
            "Lodging for the first days",
            NIGHT,
            14,
            45,
            "Guest house partner",
        ),
        (
            "Begleitung der Firmengründung",
            "Help with incorporation",
            FLAT,
            1,
            900,
            "Company secretary partner",
        ),
        ("Einführung bei Abnehmern", "Introductions to customers", HOUR, 10, 60, "KDEM"),
        ("Begleitung durch Mentorin oder Mentor", "Mentor", HOUR, 10, 50, "Founders' network"),
    ],
    SUMMIT_2023: [
        (
            "Pässe zum Bengaluru Tech Summit",
            "Passes to the Bengaluru Tech Summit",
            PASS,
            2,
            180,
            "KITS",
        ),
        ("Unterkunft", "Lodging", NIGHT, 4, 60, "Guest house partner"),
    ],
}

# What a package asks besides the shared sections: German, English, kind of answer.
QUESTIONS = {
    DUESSELDORF_2024: [
        (
            "Für wie viele Personen brauchen Sie einen Aufenthaltstitel?",
            "For how many people do you need a residence permit?",
            QuestionKind.NUMBER,
        ),
    ],
    NRW: [
        (
            "In welcher Region möchten Sie sich ansiedeln, und warum dort?",
            "In which region do you want to settle, and why there?",
            QuestionKind.TEXT,
        ),
        (
            "Gehört Ihr Unternehmen zu einer Unternehmensgruppe?",
            "Does your company belong to a group of companies?",
            QuestionKind.YES_NO,
        ),
    ],
    SOFT_LANDING: [
        (
            "Welche Unternehmen oder Einrichtungen in Karnataka möchten Sie kennenlernen?",
            "Which companies or institutions in Karnataka do you want to meet?",
            QuestionKind.TEXT,
        ),
    ],
}

PACKAGES = [
    {
        "authority": CITY,
        "slug": DUESSELDORF_2024,
        "title_de": "Willkommenspaket Düsseldorf",
        "title_en": "Welcome Package Düsseldorf",
        "summary_de": "Für Start-ups aus Karnataka, die in Düsseldorf Fuß fassen wollen: ein halbes Jahr Arbeitsplatz, "
        "Beratung in Recht und Steuern, Begleitung bei der Gründung und Menschen, die den Weg kennen.",
        "summary_en": "For start-ups from Karnataka that want to gain a foothold in Düsseldorf: half a year of desk "
        "space, advice on law and tax, help with the formation, and people who know the way.",
        "opens_on": "2024-01-08",
        "closes_on": "2024-10-31",
        "sectors": Sector.values,
        "origins": [Origin.KARNATAKA],
        "max_age_years": None,
        "award_days": 180,
        "budget": 360_000,
        "places": 40,
        "decision_days": 42,
        "required_documents": [DocumentKind.PITCH_DECK],
    },
    {
        "authority": STATE,
        "slug": NRW,
        "for_settlers": True,
        "title_de": "Startup Welcome Package NRW",
        "title_en": "Startup Welcome Package NRW",
        "summary_de": "Für ausländische kleine und mittlere Unternehmen und Start-ups, die höchstens zehn Jahre alt "
        "sind und sich in Nordrhein-Westfalen ansiedeln wollen: Begleitung über mindestens 90 Tage.",
        "summary_en": "For foreign small and medium-sized enterprises and start-ups that are at most ten years old "
        "and intend to settle in North Rhine-Westphalia: support over at least 90 days.",
        "opens_on": "2024-07-08",
        "closes_on": "2025-06-30",
        "sectors": Sector.values,
        "origins": [Origin.KARNATAKA],
        "max_age_years": 10,
        "award_days": 90,
        "budget": 900_000,
        "places": 120,
        "decision_days": 56,
        "required_documents": [
            DocumentKind.PITCH_DECK,
            DocumentKind.INCORPORATION,
            DocumentKind.SHAREHOLDERS,
        ],
    },
    {
        "authority": KDEM,
        "slug": SOFT_LANDING,
        "title_de": "Soft Landing Bengaluru",
        "title_en": "Soft Landing Bengaluru",
        "summary_de": "Für Start-ups aus Düsseldorf, die in Karnataka Kundschaft, Forschung oder Fertigung suchen: "
        "Arbeitsplatz, Unterkunft der ersten zwei Wochen und Einführung bei Abnehmern.",
        "summary_en": "For start-ups from Düsseldorf that look for customers, research or manufacturing in Karnataka: "
        "desk space, lodging for the first two weeks and introductions to customers.",
        "opens_on": "2024-02-01",
        "closes_on": "2024-12-20",
        "sectors": Sector.values,
        "origins": [Origin.DUESSELDORF],
        "max_age_years": None,
        "award_days": 90,
        "budget": 60_000,
        "places": 20,
        "decision_days": 30,
        "required_documents": [DocumentKind.PITCH_DECK],
    },
    {
        "authority": CITY,
        "slug": TRADE_FAIRS,
        "title_de": "Messepaket Düsseldorf",
        "title_en": "Trade Fair Package Düsseldorf",
        "summary_de": "Für Start-ups aus Karnataka, die im Herbst auf einer Fachmesse für Medizin oder Biotechnik in "
        "Düsseldorf ausstellen wollen: Pässe, ein Platz am Gemeinschaftsstand und Vorbereitung.",
        "summary_en": "For start-ups from Karnataka that want to exhibit at a trade fair for medicine or "
        "biotechnology in Düsseldorf this autumn: passes, a place on the joint stand, and preparation.",
        "opens_on": "2024-09-02",
        "closes_on": "2024-10-11",
        "sectors": [Sector.MEDTECH, Sector.LIFE_SCIENCES],
        "origins": [Origin.KARNATAKA],
        "max_age_years": None,
        "award_days": 60,
        "budget": 40_000,
        "places": 12,
        "decision_days": 21,
        "required_documents": [DocumentKind.PITCH_DECK],
    },
    {
        "authority": CITY,
        "slug": DUESSELDORF_2023,
        "title_de": "Willkommenspaket Düsseldorf 2023",
        "title_en": "Welcome Package Düsseldorf 2023",
        "summary_de": "Der erste Jahrgang des Willkommenspakets für Start-ups aus Karnataka.",
        "summary_en": "The first year of the welcome package for start-ups from Karnataka.",
        "opens_on": "2023-04-03",
        "closes_on": "2023-10-31",
        "sectors": Sector.values,
        "origins": [Origin.KARNATAKA],
        "max_age_years": None,
        "award_days": 180,
        "budget": 150_000,
        "places": 25,
        "decision_days": 42,
        "required_documents": [DocumentKind.PITCH_DECK],
    },
    {
        "authority": KDEM,
        "slug": SUMMIT_2023,
        "title_de": "Besuch des Bengaluru Tech Summit 2023",
        "title_en": "Visit to the Bengaluru Tech Summit 2023",
        "summary_de": "Pässe und Unterkunft für die drei Tage ab dem 29. November 2023.",
        "summary_en": "Passes and lodging for the three days from 29 November 2023.",
        "opens_on": "2023-08-01",
        "closes_on": "2023-10-31",
        "sectors": Sector.values,
        "origins": [Origin.DUESSELDORF],
        "max_age_years": None,
        "award_days": 5,
        "budget": 15_000,
        "places": 25,
        "decision_days": 14,
        "required_documents": [DocumentKind.PITCH_DECK],
    },
]

LAST_ANNOUNCED = date(2024, 7, 15)


@demo.story_of_each(PACKAGES)
def package(fields):
    days = {name: date.fromisoformat(fields[name]) for name in ("opens_on", "closes_on")}
    announced = min(days["opens_on"], LAST_ANNOUNCED) - timedelta(days=3)
    yield datetime.combine(announced, time(10), tzinfo=clock.BERLIN)
    actions.create_package(
        **{**fields, **days, "authority": Authority.objects.get(slug=fields["authority"])},
        is_public=True,
        benefits=[benefit(*row) for row in BENEFITS[fields["slug"]]],
        questions=[question(*row) for row in QUESTIONS.get(fields["slug"], [])],
        criteria=[] if fields["authority"] == KDEM else CRITERIA,
        by=person(ADMIN),
    )


def benefit(title_de, title_en, unit, quantity, value, provider) -> dict:
    unit_de, unit_en = unit
    return {
        "title_de": title_de,
        "title_en": title_en,
        "unit_de": unit_de,
        "unit_en": unit_en,
        "quantity": quantity,
        "unit_value": Decimal(value),
        "provider": provider,
        "contact": CONTACTS.get(provider, ""),
        "provider_email": CONTACTS.get(provider, "").partition(",")[0],
    }


def question(text_de, text_en, kind) -> dict:
    return {"text_de": text_de, "text_en": text_en, "kind": kind}
