from startups.choices import Offering, RegistrationKind, Sector, Seeking, Stage, TeamSize, Theme
from startups.demo.numbers import gstin, indian
from startups.demo.profiles import Profile

PROFILES = [
    Profile(
        key="malnadex",
        founder="Shrinidhi Bhat",
        created="2024-02-06 09:10",
        reviewed="2024-02-08 14:00",
        mark=("leaf", "#1E6B45"),
        numbers=indian(2017, 9, "M"),
        texts={
            "name": "Malnadex Bio",
            "legal_name": "Malnadex Bio Private Limited",
            "sector": Sector.LIFE_SCIENCES,
            "themes": [Theme.SUSTAINABILITY],
            "city": "Bengaluru",
            "founded_on": "2017-07-03",
            "stage": Stage.GROWTH,
            "team_size": TeamSize.UP_TO_50,
            "one_liner_de": "Enzyme aus der Schale der Betelnuss, die Papierfabriken Chlor ersparen.",
            "one_liner_en": "Enzymes from areca husk that save paper mills their chlorine.",
            "description_de": "Die Schale der Betelnuss wird in Malnad verbrannt. Wir ziehen darauf einen Pilz, "
            "dessen Xylanase Zellstoff bleicht. Eine Fabrik in Dandeli arbeitet seit 2022 damit und braucht ein "
            "Drittel weniger Bleichmittel.",
            "description_en": "In Malnad areca husk is burnt. We grow a fungus on it whose xylanase bleaches pulp. A "
            "mill in Dandeli has worked with it since 2022 and needs a third less bleach.",
            "seeking": [Seeking.CUSTOMERS, Seeking.RESEARCH_PARTNER],
            "offering": [Offering.TECHNOLOGY, Offering.RESEARCH],
        },
    ),
    Profile(
        key="coorgenza",
        founder="Bollamma Ponnappa",
        created="2024-05-27 11:40",
        reviewed="2024-05-29 10:25",
        mark=("bean", "#6B3F1D"),
        numbers={
            RegistrationKind.GSTIN: gstin("C", 10),
            RegistrationKind.DPIIT: "DIPP999989",
        },
        texts={
            "name": "Coorgenza",
            "legal_name": "Coorgenza Extracts LLP",
            "sector": Sector.LIFE_SCIENCES,
            "themes": [Theme.SUSTAINABILITY],
            "city": "Mysuru",
            "founded_on": "2019-11-25",
            "stage": Stage.FIRST_CUSTOMERS,
            "team_size": TeamSize.UP_TO_10,
            "one_liner_de": "Gewinnt aus Kaffeekirschen, was sonst weggeworfen wird: Farbe, Säure und Antioxidantien.",
            "one_liner_en": "Takes from coffee cherries what is thrown away: colour, acid and antioxidants.",
            "description_de": "Auf ein Kilo Kaffee kommen zwei Kilo Fruchtfleisch. Unsere Presse steht auf der "
            "Plantage und arbeitet mit Wasser statt Lösemittel; das Konzentrat geht an Hersteller von Getränken und "
            "Hautpflege.",
            "description_en": "For every kilo of coffee there are two kilos of fruit pulp. Our press stands on the "
            "plantation and works with water instead of solvents; the concentrate goes to makers of drinks and skin "
            "care.",
            "seeking": [Seeking.CUSTOMERS, Seeking.DISTRIBUTION],
            "offering": [Offering.TECHNOLOGY, Offering.MANUFACTURING],
        },
    ),
    Profile(
        key="kudremukh",
        founder="Vailankanni D’Souza",
        created="2024-04-29 13:25",
        reviewed="2024-05-02 11:10",
        numbers=indian(2020, 11, "K"),
        texts={
            "name": "Kudremukh Peptides",
            "legal_name": "Kudremukh Peptides Private Limited",
            "sector": Sector.LIFE_SCIENCES,
            "themes": [],
            "city": "Mangaluru",
            "founded_on": "2020-09-09",
            "stage": Stage.PROTOTYPE,
            "team_size": TeamSize.UP_TO_5,
            "one_liner_en": "Peptides from fish skin that close chronic wounds, made from what the harbour discards.",
            "description_en": "The fishing harbour of Mangaluru discards forty tonnes of skin a week. We split its "
            "collagen into short peptides and spin them into a dressing. In the first study with 24 patients, 17 "
            "wounds that had been open for months were closed after six weeks.",
            "seeking": [Seeking.RESEARCH_PARTNER, Seeking.INVESTMENT],
            "offering": [Offering.RESEARCH],
        },
    ),
    Profile(
        key="bilvacells",
        founder="Dr. Anusha Venkataramanappa",
        created="2024-06-10 10:00",
        reviewed="2024-06-12 15:35",
        numbers=indian(2021, 12, "B"),
        texts={
            "name": "Bilva Cell Systems",
            "legal_name": "Bilva Cell Systems Private Limited",
            "sector": Sector.LIFE_SCIENCES,
            "themes": [Theme.DIGITAL_HEALTH],
            "city": "Bengaluru",
            "founded_on": "2021-01-04",
            "stage": Stage.FIRST_CUSTOMERS,
            "team_size": TeamSize.UP_TO_10,
            "one_liner_de": "Nährmedien ohne tierisches Serum, auf den einzelnen Zelltyp gemischt.",
            "one_liner_en": "Culture media without animal serum, mixed for the single cell type.",
            "description_de": "Wer Zellen züchtet, nimmt meist Serum von Kälbern, und keine Charge ist wie die "
            "andere. Unsere Medien bestehen aus 41 bekannten Stoffen; das Rezept rechnen wir aus den Messungen des "
            "Kunden.",
            "description_en": "Whoever grows cells mostly takes serum of calves, and no batch is like the other. Our "
            "media consist of 41 known substances; we compute the recipe from the customer's measurements.",
            "seeking": [Seeking.CUSTOMERS, Seeking.RESEARCH_PARTNER],
            "offering": [Offering.TECHNOLOGY, Offering.RESEARCH],
        },
    ),
]
