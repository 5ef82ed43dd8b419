from startups.choices import (
    Offering,
    ProfileState,
    RegistrationKind,
    Sector,
    Seeking,
    Stage,
    TeamSize,
    Theme,
)
from startups.demo.numbers import indian
from startups.demo.profiles import Profile

PROFILES = [
    Profile(
        key="deccanhydro",
        founder="Imran Kittur",
        created="2024-04-02 16:45",
        reviewed="2024-04-04 09:50",
        mark=("drop", "#0B4F8A"),
        numbers=indian(2016, 13, "D"),
        texts={
            "name": "Deccanhydro",
            "legal_name": "Deccanhydro Systems Private Limited",
            "sector": Sector.GREEN_TECH,
            "themes": [Theme.SUSTAINABILITY],
            "city": "Hubballi",
            "founded_on": "2016-12-01",
            "stage": Stage.GROWTH,
            "team_size": TeamSize.UP_TO_250,
            "one_liner_de": "Färbereien geben ihr Wasser nicht mehr ab, sondern dreißigmal weiter.",
            "one_liner_en": "Dye works no longer discharge their water but pass it on thirty times.",
            "description_de": "Unsere Anlage trennt Farbe, Salz und Wasser mit keramischen Membranen. Das Salz geht "
            "zurück ins Färbebad, das Wasser auch. Neun Färbereien in Belagavi und Ilkal arbeiten damit.",
            "description_en": "Our plant separates dye, salt and water with ceramic membranes. The salt goes back "
            "into the dye bath, and so does the water. Nine dye works in Belagavi and Ilkal work with it.",
            "seeking": [Seeking.CUSTOMERS, Seeking.DISTRIBUTION],
            "offering": [Offering.TECHNOLOGY, Offering.MARKET_ACCESS],
        },
    ),
    Profile(
        key="sharavolt",
        founder="Lakshmeesha Hebbar",
        created="2024-06-03 12:35",
        reviewed="2024-06-05 14:15",
        mark=("bolt", "#E8A200"),
        numbers=indian(2019, 14, "S"),
        texts={
            "name": "Sharavolt Storage",
            "legal_name": "Sharavolt Storage Private Limited",
            "sector": Sector.GREEN_TECH,
            "themes": [Theme.SUSTAINABILITY],
            "city": "Bengaluru",
            "founded_on": "2019-05-13",
            "stage": Stage.GROWTH,
            "team_size": TeamSize.UP_TO_50,
            "one_liner_de": "Speicher aus gebrauchten Akkus von E-Rikschas, für Betriebe mit Solardach.",
            "one_liner_en": "Storage from used batteries of electric rickshaws, for firms with a solar roof.",
            "description_de": "Ein Akku, der eine Rikscha nicht mehr zieht, hält noch acht Jahre im Keller. Wir "
            "prüfen jede Zelle in vier Minuten, setzen gleiche zusammen und geben sieben Jahre Gewähr.",
            "description_en": "A battery that no longer pulls a rickshaw lasts another eight years in a basement. We "
            "test every cell in four minutes, put like with like and give seven years of warranty.",
            "seeking": [Seeking.PILOT_SITE, Seeking.INVESTMENT],
            "offering": [Offering.TECHNOLOGY, Offering.MANUFACTURING],
        },
    ),
    Profile(
        key="jogthermals",
        founder="Anitha Gangadhar",
        created="2024-05-06 10:05",
        reviewed="2024-05-08 16:00",
        numbers=indian(2020, 15, "J"),
        texts={
            "name": "Jog Thermals",
            "legal_name": "Jog Thermals Private Limited",
            "sector": Sector.GREEN_TECH,
            "themes": [Theme.SUSTAINABILITY, Theme.INDUSTRY_4_0],
            "city": "Mangaluru",
            "founded_on": "2020-02-24",
            "stage": Stage.PROTOTYPE,
            "team_size": TeamSize.UP_TO_10,
            "one_liner_de": "Holt aus lauwarmem Kühlwasser Dampf für Molkereien und Wäschereien.",
            "one_liner_en": "Makes steam for dairies and laundries out of lukewarm cooling water.",
            "description_de": "Unsere Wärmepumpe hebt Wasser von 40 auf 120 Grad und nutzt Butan als Kältemittel. "
            "Der Prototyp läuft in einer Molkerei in Mangaluru und liefert dort seit März ein Fünftel des Dampfes.",
            "description_en": "Our heat pump lifts water from 40 to 120 degrees and uses butane as its refrigerant. "
            "The prototype runs in a dairy in Mangaluru and has made a fifth of its steam since March.",
            "seeking": [Seeking.PILOT_SITE, Seeking.CUSTOMERS],
            "offering": [Offering.TECHNOLOGY],
        },
    ),
    Profile(
        key="pampa-agri",
        founder="Manjunath",
        created="2024-07-18 19:30",
        state=ProfileState.DRAFT,
        numbers={RegistrationKind.DPIIT: "DIPP999983"},
        texts={
            "name": "Pampa Agrisense",
            "legal_name": "Pampa Agrisense Private Limited",
            "sector": Sector.GREEN_TECH,
            "themes": [Theme.SUSTAINABILITY],
            "city": "Hubballi",
            "founded_on": "2023-08-14",
            "one_liner_en": "A soil probe that lasts one season and then becomes compost.",
        },
    ),
]
