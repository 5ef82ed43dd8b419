from startups.choices import Offering, Sector, Seeking, Stage, TeamSize, Theme
from startups.demo.numbers import indian
from startups.demo.profiles import Profile

PROFILES = [
    Profile(
        key="sahyascan",
        founder="K. V. Shanthala",
        created="2024-01-29 10:30",
        reviewed="2024-01-31 16:20",
        mark=("rings", "#A61B2B"),
        numbers=indian(2020, 5, "S"),
        texts={
            "name": "Sahyascan",
            "legal_name": "Sahyascan Medical Private Limited",
            "sector": Sector.MEDTECH,
            "themes": [Theme.DIGITAL_HEALTH],
            "city": "Mysuru",
            "founded_on": "2020-01-15",
            "stage": Stage.FIRST_CUSTOMERS,
            "team_size": TeamSize.UP_TO_50,
            "one_liner_de": "Ultraschall für die Jackentasche, der Hebammen zeigt, wie sie den Schallkopf halten.",
            "one_liner_en": "Ultrasound for the coat pocket that shows midwives how to hold the probe.",
            "description_de": "Der Schallkopf passt in eine Hand und auf das Telefon. Pfeile auf dem Bild führen zur "
            "richtigen Ebene; das Messen von Kopfumfang und Herzschlag übernimmt das Gerät. 140 Gesundheitszentren "
            "in vier Distrikten arbeiten damit.\n\nDie Zulassung nach der europäischen Medizinprodukteverordnung "
            "ist in Vorbereitung.",
            "description_en": "The probe fits into a hand and onto the telephone. Arrows on the picture lead to the "
            "right plane; the device itself measures head circumference and heartbeat. 140 health centres in four "
            "districts work with it.\n\nApproval under the European Medical Device Regulation is in preparation.",
            "seeking": [Seeking.RESEARCH_PARTNER, Seeking.PILOT_SITE],
            "offering": [Offering.TECHNOLOGY, Offering.MANUFACTURING],
        },
    ),
    Profile(
        key="tungavira",
        founder="ಸಂಧ್ಯಾ ರಾವ್",
        created="2024-02-19 12:00",
        reviewed="2024-02-21 13:45",
        mark=("drop", "#A61B2B"),
        numbers=indian(2018, 6, "T"),
        texts={
            "name": "Tungavira Diagnostics",
            "legal_name": "Tungavira Diagnostics Private Limited",
            "sector": Sector.MEDTECH,
            "themes": [Theme.DIGITAL_HEALTH],
            "city": "Bengaluru",
            "founded_on": "2018-08-20",
            "stage": Stage.GROWTH,
            "team_size": TeamSize.UP_TO_50,
            "one_liner_de": "Ein Papierstreifen für die Nierenwerte, gelesen von jeder Telefonkamera.",
            "one_liner_en": "A paper strip for kidney values, read by any telephone camera.",
            "description_de": "Ein Tropfen Urin, drei Minuten, ein Foto: Der Streifen zeigt Albumin und Kreatinin so "
            "genau wie das Laborgerät der Kreisstadt. Gedacht ist er für Diabetes-Sprechstunden ohne Labor.",
            "description_en": "One drop of urine, three minutes, one photograph: the strip shows albumin and "
            "creatinine as exactly as the laboratory of the district town. It is made for diabetes clinics without a "
            "laboratory.",
            "seeking": [Seeking.DISTRIBUTION, Seeking.RESEARCH_PARTNER],
            "offering": [Offering.TECHNOLOGY, Offering.MANUFACTURING],
        },
    ),
    Profile(
        key="agumbe-breath",
        founder="Ravindra Shenoy",
        created="2024-04-15 08:50",
        reviewed="2024-04-17 10:40",
        numbers=indian(2021, 7, "A"),
        texts={
            "name": "Agumbe Breathworks",
            "legal_name": "Agumbe Breathworks Private Limited",
            "sector": Sector.MEDTECH,
            "themes": [Theme.DIGITAL_HEALTH],
            "city": "Mangaluru",
            "founded_on": "2021-03-22",
            "stage": Stage.PROTOTYPE,
            "team_size": TeamSize.UP_TO_10,
            "one_liner_de": "Ein Gurt, der im Schlaf den Atem misst und die Nacht im Schlaflabor spart.",
            "one_liner_en": "A belt that measures breath during sleep and saves the night in a sleep laboratory.",
            "description_de": "Zwei dehnbare Fäden im Gurt folgen Brust und Bauch. Aus ihrem Takt liest das Gerät "
            "Atempausen; eine Ärztin sieht am Morgen eine Seite statt acht Stunden Kurven.",
            "description_en": "Two stretching threads in the belt follow chest and belly. From their beat the device "
            "reads pauses of breath; in the morning a physician sees one page instead of eight hours of curves.",
            "seeking": [Seeking.RESEARCH_PARTNER, Seeking.INVESTMENT],
            "offering": [Offering.TECHNOLOGY],
        },
    ),
    Profile(
        key="lalbagh-rhythm",
        founder="Farhan Qureshi",
        created="2024-05-21 15:15",
        reviewed="2024-05-23 09:30",
        numbers=indian(2022, 8, "L"),
        texts={
            "name": "Lalbagh Rhythm Labs",
            "legal_name": "Lalbagh Rhythm Labs Private Limited",
            "sector": Sector.MEDTECH,
            "themes": [Theme.DIGITAL_HEALTH],
            "city": "Bengaluru",
            "founded_on": "2022-10-10",
            "stage": Stage.PROTOTYPE,
            "team_size": TeamSize.UP_TO_10,
            "one_liner_de": "Ein Pflaster, das zehn Tage lang das Herz aufzeichnet und dabei geduscht werden darf.",
            "one_liner_en": "A patch that records the heart for ten days and may be taken into the shower.",
            "description_de": "Das Pflaster wiegt elf Gramm. Es meldet nicht jede Unregelmäßigkeit, sondern fragt: "
            "Waren Sie gerade auf der Treppe? Die Antwort hilft der Kardiologin mehr als ein Alarm.",
            "description_en": "The patch weighs eleven grams. It does not report every irregularity but asks: were "
            "you on the stairs just now? The answer helps the cardiologist more than an alarm.",
            "seeking": [Seeking.PILOT_SITE, Seeking.TALENT],
            "offering": [Offering.TECHNOLOGY],
        },
    ),
]
