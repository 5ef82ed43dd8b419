"""Names and sentences for a crowd of start-ups, put together by chance; every sentence in German and English."""

from startups.choices import Origin, Sector


def words(text: str) -> list[str]:
    return text.split()


GIVEN_NAMES = {
    Origin.KARNATAKA: words(
        "Aditi Bhavya Chaitra Deepak Ganesh Harini Ishwar Jyothi Kiran Lohit Mamatha Naveen Pavithra "
        "Rohan Sahana Tanvi Umesh Vidya Yashas Zoya"
    ),
    Origin.DUESSELDORF: words(
        "Anke Bernd Carla Dogan Elif Frauke Greta Holger Inés Jonas Kira Lutz Małgorzata Nils Olga "
        "Petra Ruth Söhnke Tilda Uwe"
    ),
}
SURNAMES = {
    Origin.KARNATAKA: words(
        "Acharya Bangera Chandrashekar Desai Gowda Hegde Kamath Kulkarni Naik Patil Rai Shetty"
    ),
    Origin.DUESSELDORF: words(
        "Adler Böhmer Çelik Dörner Esser Feldhaus Größl Hülsmann Jansen Kühn Lößnitz Mertens"
    ),
}
FIRST = {
    Origin.KARNATAKA: words(
        "Anantha Bela Bhadra Chitra Dharma Gokar Harihara Jala Kanaka Kudali Lakka Mala Mandara "
        "Nirmala Pada Ragha Sahara Shara Tarika Udaya Vara Vasudha Yela Yashoda"
    ),
    Origin.DUESSELDORF: words(
        "Aue Brücken Düssel Erft Fähr Feld Garten Hafen Kies Linden Mühlen Nord Rhein Stern Turm "
        "Ufer Wald Werft Wiesen Zoll"
    ),
}
SECOND = {
    Origin.KARNATAKA: words(
        "bala dri dweepa giri kere ksha loka mitra nadi nanda pura rekha sagara tara vana vathi"
    ),
    Origin.DUESSELDORF: words(
        "blick bogen faden funke klang kraft kreis licht pfad punkt stein strom takt werk wind"
    ),
}
LAST = {
    Sector.FIVE_G: words(
        "Automation Edge Fabrication Links Metrology Networks Robotics Sensing Signals Twins Vision"
    ),
    Sector.MEDTECH: words(
        "Cardio Care Diagnostics Health Imaging Implants Labs Medical Motion Optics Rehab Therapy"
    ),
    Sector.LIFE_SCIENCES: words(
        "Bio Biologics Biome Cells Enzymes Extracts Ferment Genomics Nutrition Peptides Pharma "
        "Proteins"
    ),
    Sector.GREEN_TECH: words(
        "Air Cycle Energy Grid Heat Hydro Materials Soil Solar Storage Water Windworks"
    ),
}
PRODUCTS = {
    Sector.FIVE_G: [
        ("Ein Funkmodul für bewegte Maschinen", "A radio module for moving machines"),
        ("Eine Leitwarte für fahrerlose Wagen", "A control room for driverless trucks"),
        ("Kameras, die Bauteile im Lauf prüfen", "Cameras that inspect parts on the move"),
        ("Ein Messgerät für Schwingungen", "A meter for vibrations"),
        ("Software, die Rüstzeiten vorhersagt", "Software that predicts set-up times"),
        ("Ein Greifer, der Kraft zurückmeldet", "A gripper that reports its force"),
    ],
    Sector.MEDTECH: [
        (
            "Ein Sensor für den Blutdruck ohne Manschette",
            "A sensor for blood pressure without a cuff",
        ),
        ("Schienen aus dem Drucker", "Printed splints"),
        ("Ein Mikroskop am Telefon", "A microscope on the telephone"),
        ("Ein Gerät, das Wunden vermisst", "A device that measures wounds"),
        ("Ein Dosierer für Tropfen", "A doser for drops"),
        ("Eine Brille, die Schwindel erkennt", "Glasses that detect dizziness"),
    ],
    Sector.LIFE_SCIENCES: [
        ("Hefen, die Aromen bilden", "Yeasts that make flavours"),
        ("Ein Test auf Keime im Trinkwasser", "A test for germs in drinking water"),
        ("Eiweiß aus Linsen", "Protein from lentils"),
        ("Gewebe für Versuche ohne Tiere", "Tissue for trials without animals"),
        ("Enzyme für kaltes Waschen", "Enzymes for cold washing"),
        ("Saatgut mit nützlichen Pilzen", "Seeds with useful fungi"),
    ],
    Sector.GREEN_TECH: [
        ("Ein Regler für Wärmepumpen", "A controller for heat pumps"),
        ("Filter aus Kokosschalen", "Filters from coconut shells"),
        ("Dämmplatten aus Reisstroh", "Insulation from rice straw"),
        ("Ein Speicher für Kälte", "A storage for cold"),
        ("Ziegel aus Flugasche", "Bricks from fly ash"),
        ("Eine Pumpe, die mit der Sonne läuft", "A pump that runs with the sun"),
    ],
}
USERS = [
    ("für Betriebe mit weniger als fünfzig Leuten", "for firms with fewer than fifty people"),
    ("für Städte am Fluss", "for cities by a river"),
    ("für Häuser auf dem Land", "for houses in the countryside"),
    ("für Labore ohne eigene Werkstatt", "for laboratories without a workshop"),
    ("für Genossenschaften", "for cooperatives"),
    ("für Zulieferer", "for suppliers"),
    ("für Hochschulen", "for universities"),
    ("für den Einsatz im Monsun", "for use in the monsoon"),
]
EFFECTS = [
    (
        "Im Versuch sank der Aufwand um {number} Prozent.",
        "In the trial the effort fell by {number} per cent.",
    ),
    ("{number} Stück sind im Einsatz.", "{number} units are in use."),
    ("Der nächste Versuch dauert {number} Wochen.", "The next trial takes {number} weeks."),
    ("Wir arbeiten mit {number} Partnern.", "We work with {number} partners."),
]
CITIES = {
    Origin.KARNATAKA: ["Bengaluru"] * 7 + ["Mysuru", "Mangaluru", "Hubballi"],
    Origin.DUESSELDORF: ["Düsseldorf"],
}
