from startups.choices import Offering, ProfileState, Sector, Seeking, Stage, TeamSize, Theme
from startups.demo.numbers import indian
from startups.demo.profiles import Profile

PROFILES = [
    Profile(
        key="kaverion",
        founder="Meera Nagarajan",
        created="2024-03-04 11:20",
        reviewed="2024-03-06 10:05",
        mark=("waves", "#0B4F8A"),
        numbers=indian(2020, 1, "K"),
        texts={
            "name": "Kaverion EdgeNet",
            "legal_name": "Kaverion EdgeNet Private Limited",
            "sector": Sector.FIVE_G,
            "themes": [Theme.INDUSTRY_4_0],
            "city": "Bengaluru",
            "founded_on": "2020-06-18",
            "stage": Stage.FIRST_CUSTOMERS,
            "team_size": TeamSize.UP_TO_50,
            "one_liner_de": "Ein Kasten, der Maschinen einer Halle über 5G verbindet und ihre Daten vor Ort auswertet.",
            "one_liner_en": "One box that connects a hall of machines over 5G and works on their data on the spot.",
            "description_de": "Kaverion baut einen Rechner von der Größe eines Schuhkartons, der Funkzelle und "
            "Auswertung vereint. Maschinenbauer hängen ihn in die Halle; Schwingung, Strom und Temperatur bleiben im "
            "Haus, nur Alarme verlassen es.\n\nZwölf Anlagen laufen in Peenya und Hosur, die älteste seit 2022.",
            "description_en": "Kaverion builds a computer the size of a shoebox that is radio cell and data analysis "
            "in one. Machine builders hang it into the hall; vibration, current and temperature stay in the house, "
            "only alarms leave it.\n\nTwelve units run in Peenya and Hosur, the oldest since 2022.",
            "seeking": [Seeking.PILOT_SITE, Seeking.DISTRIBUTION],
            "offering": [Offering.TECHNOLOGY],
        },
    ),
    Profile(
        key="hampitron",
        founder="Basavaraj",
        created="2023-11-06 09:45",
        reviewed="2023-11-08 15:30",
        mark=("gear", "#16212E"),
        numbers=indian(2019, 2, "H"),
        texts={
            "name": "Hampitron Robotics",
            "legal_name": "Hampitron Robotics Private Limited",
            "sector": Sector.FIVE_G,
            "themes": [Theme.INDUSTRY_4_0],
            "city": "Hubballi",
            "founded_on": "2019-02-11",
            "stage": Stage.GROWTH,
            "team_size": TeamSize.UP_TO_50,
            "one_liner_de": "Hubwagen, die über ein Campusnetz fahren und bei denen ein Mensch aus der Ferne hilft.",
            "one_liner_en": "Pallet trucks that drive over a campus network, with a person who helps from afar.",
            "description_de": "Unsere Hubwagen finden ihren Weg allein. Bleibt einer stehen, übernimmt binnen einer "
            "halben Sekunde ein Mensch in der Leitstelle, sieht durch die Kameras und fährt weiter. Ein Mensch "
            "betreut so zwanzig Wagen.",
            "description_en": "Our pallet trucks find their way alone. When one stops, a person in the control room "
            "takes over within half a second, looks through its cameras and drives on. One person looks after twenty "
            "trucks.",
            "seeking": [Seeking.CUSTOMERS, Seeking.RESEARCH_PARTNER],
            "offering": [Offering.TECHNOLOGY, Offering.MANUFACTURING],
        },
    ),
    Profile(
        key="nandilytics",
        founder="Roshni Pai",
        created="2023-12-11 14:10",
        reviewed="2023-12-13 11:00",
        mark=("bars", "#1E6B45"),
        numbers=indian(2021, 3, "N"),
        texts={
            "name": "Nandilytics 5G",
            "legal_name": "Nandilytics 5G Private Limited",
            "sector": Sector.FIVE_G,
            "themes": [Theme.INDUSTRY_4_0],
            "city": "Bengaluru",
            "founded_on": "2021-09-01",
            "stage": Stage.FIRST_CUSTOMERS,
            "team_size": TeamSize.UP_TO_10,
            "one_liner_de": "Sagt, wo in einer Fabrik der Funk abreißt, bevor das erste Kabel gezogen ist.",
            "one_liner_en": "Says where in a factory the radio will drop out, before the first cable is laid.",
            "description_de": "Aus Grundriss, Regalhöhen und Materialien rechnet Nandilytics eine Funkkarte der "
            "Halle. Nach dem Aufbau misst ein Staplerfahrer mit einem Telefon nach; die Karte lernt daraus.",
            "description_en": "From floor plan, shelf heights and materials Nandilytics computes a radio map of the "
            "hall. After installation a forklift driver measures with a telephone; the map learns from it.",
            "seeking": [Seeking.CUSTOMERS, Seeking.PILOT_SITE],
            "offering": [Offering.TECHNOLOGY, Offering.RESEARCH],
        },
    ),
    Profile(
        key="chamundifab",
        founder="Girish Nanjundappa",
        created="2024-03-18 17:05",
        reviewed="2024-03-20 09:15",
        numbers=indian(2022, 4, "C"),
        texts={
            "name": "Chamundi Fabtwin",
            "legal_name": "Chamundi Fabtwin Private Limited",
            "sector": Sector.FIVE_G,
            "themes": [Theme.INDUSTRY_4_0, Theme.SUSTAINABILITY],
            "city": "Mysuru",
            "founded_on": "2022-04-04",
            "stage": Stage.PROTOTYPE,
            "team_size": TeamSize.UP_TO_5,
            "one_liner_de": "Ein digitaler Zwilling für Werkstätten mit zehn Maschinen, nicht mit tausend.",
            "one_liner_en": "A digital twin for workshops with ten machines, not with a thousand.",
            "description_de": "Kleine Dreh- und Fräsbetriebe wissen oft erst am Abend, was lief. Ein Stromzähler je "
            "Maschine und eine Tafel in der Halle zeigen es in der Minute; der Zwilling plant den nächsten Tag.",
            "description_en": "Small turning and milling shops often know only in the evening what ran. One current "
            "meter per machine and a board in the hall show it within the minute; the twin plans the next day.",
            "seeking": [Seeking.PILOT_SITE, Seeking.INVESTMENT],
            "offering": [Offering.TECHNOLOGY],
        },
    ),
    Profile(
        key="honnali",
        founder="Tejaswini",
        created="2023-10-09 09:20",
        reviewed="2023-10-11 11:45",
        state=ProfileState.HIDDEN,
        note="Auf Ihren Wunsch vom 3. Juni 2024. / At your own request of 3 June 2024.",
        numbers=indian(2018, 17, "H"),
        texts={
            "name": "Honnali Sensors",
            "legal_name": "Honnali Sensors Private Limited",
            "sector": Sector.FIVE_G,
            "themes": [Theme.INDUSTRY_4_0],
            "city": "Bengaluru",
            "founded_on": "2018-03-05",
            "stage": Stage.FIRST_CUSTOMERS,
            "team_size": TeamSize.UP_TO_10,
            "one_liner_de": "Sensoren für Förderbänder, die ihren Strom aus der Bewegung nehmen.",
            "one_liner_en": "Sensors for conveyor belts that take their current from the movement.",
            "description_en": "A magnet in the roller feeds the sensor; no battery, no cable, no visit.",
            "seeking": [Seeking.CUSTOMERS],
        },
    ),
]
