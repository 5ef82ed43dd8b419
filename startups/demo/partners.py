"""The partners of the demonstration: institutions of the corridor, as far as facts go, and companies made up."""

from corridor import demo
from corridor.accounts.demo import person
from startups import actions
from startups.choices import Offering, Origin, PartnerKind, Sector, Theme
from startups.models import Partner

EDITOR = "editor@duesseldorf.example"

PARTNERS = [
    {
        "name": "Startup Unit Düsseldorf",
        "kind": PartnerKind.CITY,
        "side": Origin.DUESSELDORF,
        "city": "Düsseldorf",
        "email": "startup-unit@duesseldorf.example",
        "description_de": "Die Startup Unit gehört zur Wirtschaftsförderung der Landeshauptstadt Düsseldorf und zu "
        "den Partnern des Korridors auf der Düsseldorfer Seite.",
        "description_en": "The Startup Unit is part of the economic development office of the City of Düsseldorf, "
        "and among the partners of the corridor on the Düsseldorf side.",
        "offering": [Offering.MENTORING, Offering.MARKET_ACCESS],
    },
    {
        "name": "International Business Service Düsseldorf",
        "kind": PartnerKind.CITY,
        "side": Origin.DUESSELDORF,
        "city": "Düsseldorf",
        "email": "ibs@duesseldorf.example",
        "description_de": "Der International Business Service gehört zur Wirtschaftsförderung der Landeshauptstadt "
        "Düsseldorf und zu den Partnern des Korridors auf der Düsseldorfer Seite.",
        "description_en": "The International Business Service is part of the economic development office of the "
        "City of Düsseldorf, and among the partners of the corridor on the Düsseldorf side.",
        "offering": [Offering.MARKET_ACCESS],
    },
    {
        "name": "digihub Düsseldorf/Rheinland",
        "kind": PartnerKind.HUB,
        "side": Origin.DUESSELDORF,
        "city": "Düsseldorf",
        "email": "digihub@corridor.example",
        "description_de": "Der digihub Düsseldorf/Rheinland veranstaltet das Future Tech Fest, früher Digital Demo "
        "Day, auf dem Areal Böhler.",
        "description_en": "digihub Düsseldorf/Rheinland organises Future Tech Fest, formerly Digital Demo Day, at "
        "Areal Böhler.",
        "offering": [Offering.MENTORING, Offering.PILOT_SITE],
        "themes": [Theme.INDUSTRY_4_0, Theme.DIGITAL_HEALTH, Theme.SUSTAINABILITY],
    },
    {
        "name": "IHK Düsseldorf",
        "kind": PartnerKind.CHAMBER,
        "side": Origin.DUESSELDORF,
        "city": "Düsseldorf",
        "email": "ihk@corridor.example",
        "description_de": "Die Industrie- und Handelskammer zu Düsseldorf gehört auf der Düsseldorfer Seite zu den "
        "Partnern des Korridors.",
        "description_en": "The Chamber of Industry and Commerce is among the partners of the corridor on the "
        "Düsseldorf side.",
        "offering": [Offering.MARKET_ACCESS],
    },
    {
        "name": "KDEM",
        "kind": PartnerKind.AGENCY,
        "side": Origin.KARNATAKA,
        "city": "Bengaluru",
        "email": "startups@kdem.example",
        "description_de": "KDEM ist gemeinnützig: 49 % hält der Staat Karnataka, 51 % halten Verbände der "
        "Wirtschaft. KDEM gehört zu den Partnern des Korridors auf der Seite von Karnataka.",
        "description_en": "KDEM is a not-for-profit: 49 % is held by the state of Karnataka, 51 % by industry "
        "bodies. It is among the partners of the corridor on the side of Karnataka.",
        "offering": [Offering.MARKET_ACCESS, Offering.MENTORING],
    },
    {
        "name": "KITS",
        "kind": PartnerKind.CITY,
        "side": Origin.KARNATAKA,
        "city": "Bengaluru",
        "email": "kits@corridor.example",
        "description_de": "KITS richtet den Bengaluru Tech Summit mit aus. Dort wurden am 29. November 2023 die "
        "Vorhaben des Korridors ab 2024 vereinbart.",
        "description_en": "KITS co-organises the Bengaluru Tech Summit, where the projects of the corridor from "
        "2024 on were agreed on 29 November 2023.",
        "offering": [Offering.MARKET_ACCESS],
    },
    {
        "name": "Rheinbogen Werkzeugbau",
        "kind": PartnerKind.COMPANY,
        "side": Origin.DUESSELDORF,
        "city": "Düsseldorf",
        "website": "https://www.rheinbogen-werkzeugbau.example/",
        "email": "innovation@rheinbogen-werkzeugbau.example",
        "description_de": "Werkzeugbau mit 240 Leuten in Düsseldorf-Reisholz. Eine Halle mit zwölf Fräszentren steht "
        "Start-ups drei Tage im Monat offen: eigener Strom, eigenes Netz, ein Meister, der dabeibleibt.",
        "description_en": "Toolmaker with 240 people in Düsseldorf-Reisholz. A hall with twelve milling centres is "
        "open to start-ups three days a month: its own power, its own network, and a foreman who stays with you.",
        "sectors": [Sector.FIVE_G, Sector.GREEN_TECH],
        "themes": [Theme.INDUSTRY_4_0],
        "offering": [Offering.PILOT_SITE, Offering.MANUFACTURING],
    },
    {
        "name": "Hulimavu Precision",
        "kind": PartnerKind.COMPANY,
        "side": Origin.KARNATAKA,
        "city": "Bengaluru",
        "website": "https://www.hulimavu-precision.example/",
        "email": "partners@hulimavu-precision.example",
        "description_en": "Builds small series of medical devices, from 50 to 5,000 pieces, in a clean room in the "
        "south of Bengaluru. Takes drawings in German and English.",
        "sectors": [Sector.MEDTECH, Sector.LIFE_SCIENCES],
        "themes": [Theme.DIGITAL_HEALTH],
        "offering": [Offering.MANUFACTURING],
    },
]


@demo.story
def partners():
    yield demo.moment("2024-01-10 09:00")
    for fields in PARTNERS:
        actions.create_partner(by=person(EDITOR), is_published=True, **fields)


def partner(name: str) -> Partner:
    return Partner.objects.get(name=name)
