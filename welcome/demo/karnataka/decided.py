"""Applications from Karnataka whose notice is out."""

from welcome.demo.courses import Course, Request
from welcome.demo.packages import DUESSELDORF_2024
from welcome.demo.rulings import (
    CITY_CONDITIONS,
    NO_CLAIM_DE,
    NO_CLAIM_EN,
    grant,
    inadmissible,
    reject,
)

REQUESTS = [
    Request(
        startup="hampitron",
        begun="01-15 12:30",
        submitted="01-22 16:40",
        role="Managing director",
        address="Plot 44, Sample Industrial Estate\nHubballi 580030\nIndia",
        customers="Three warehouses in Hubballi, Belagavi and Pune; 46 trucks, 1.2 million pallets moved.",
        goals="We want to run six trucks in a test hall on the left bank of the Rhine and have the remote control "
        "approved for German occupational safety. After that a service branch with spare parts and four technicians.",
        arrives_on="2024-04-08",
        jobs=14,
        courses=(
            Course(
                DUESSELDORF_2024,
                (
                    "01-24 09:10 take",
                    "02-01 11:00 begin_review",
                    "02-14 15:20 propose",
                    "02-16 10:05 sign",
                    "02-19 08:45 release",
                    "02-20 09:15 register_award 28.22",
                    "02-21 07:30 retrieve",
                    "04-04 06:20 ask 6 04-09 1",
                    "04-05 10:15 confirm 1 Platz 14 in der Halle, Schlüssel am Empfang.",
                    "04-09 18:40 use 1",
                    "04-10 07:10 mark 1 done 04-17 Notariat am Musterplatz, mit Dolmetscherin.",
                    "04-15 06:45 ask 4 04-22 2",
                    "04-16 09:30 confirm 2",
                    "04-22 17:05 use 2",
                    "05-27 08:30 settle 05-23 Düsseldorf HRB 999999",
                    "07-05 09:25 report The desk was our office from April to July; four hours of advice went into the "
                    "articles of the GmbH, which was entered on 23 May. Two trucks drive in a test hall in Neuss, and "
                    "two people have been hired.",
                    "07-11 10:40 accept",
                    "07-12 11:50 close",
                    "07-18 14:05 hear 08-09",
                ),
                (
                    grant(
                        "Die Antragstellerin betreibt 46 fahrerlose Hubwagen und gehört zum Förderbereich "
                        "5G-Industrie. Sie will in Düsseldorf eine Niederlassung mit Ersatzteillager gründen. Der "
                        "Gründer ist während des Bewilligungszeitraums vor Ort.\n\n"
                        f"{NO_CLAIM_DE} Ausschlaggebend war, dass 14 Arbeitsplätze vorgesehen sind und mit der "
                        "Testhalle ein Ort besteht, an dem das Erzeugnis sofort geprüft werden kann.",
                        "The applicant runs 46 driverless pallet trucks and belongs to the support sector 5G industry. "
                        "It wants to found a branch with a store of spare parts in Düsseldorf. The founder is on site "
                        "during the award period.\n\n"
                        f"{NO_CLAIM_EN} Decisive: 14 jobs are planned, and the test hall is a place where the product "
                        "can be tried at once.",
                        **CITY_CONDITIONS,
                    ),
                ),
            ),
        ),
    ),
    Request(
        startup="nandilytics",
        begun="02-02 09:00",
        submitted="02-12 09:05",
        role="Founder",
        address="5 Example Cross\nBengaluru 560034\nIndia",
        customers="Two planners of campus networks in Bengaluru and a steel works near Ballari.",
        goals="Radio maps for ten halls between Düsseldorf and Neuss in half a year, measured together with the "
        "planners who build the networks. We look for a licence partner; a sales office follows if three of them buy.",
        arrives_on="2024-05-06",
        jobs=5,
        courses=(
            Course(
                DUESSELDORF_2024,
                (
                    "02-14 13:15 take",
                    "02-26 10:20 begin_review",
                    "03-19 09:40 propose",
                    "03-21 14:55 sign",
                    "03-22 08:30 release",
                    "03-25 10:40 register_award 62.10",
                    "03-26 05:50 retrieve",
                    "05-07 05:35 ask 3 05-13 1",
                    "05-08 09:10 confirm 1 Ab 9 Uhr. Bitte am Empfang nach dem Platz fragen.",
                    "05-13 17:20 use 1",
                    "06-03 06:00 ask 4 06-10 3",
                    "06-04 14:30 confirm 3 10 June, 14:00, at the desk.",
                    "06-10 18:15 use 3",
                    "06-11 06:30 mark 1 begun 08-06 Two notaries asked for an offer.",
                    "06-11 06:35 mark 6 done 05-21",
                    "06-18 06:40 mark 2 begun 07-30 Waits for the articles.",
                    "07-19 06:10 ask 2 07-30 2",
                ),
                (
                    grant(
                        "Das Erzeugnis ist bei drei Kunden im Einsatz und gehört zum Förderbereich 5G-Industrie. Das "
                        "Vorhaben ist nach Orten und Monaten geplant und hat nicht begonnen.\n\n"
                        f"{NO_CLAIM_DE} Die Ansiedlung hängt vom Verkauf an Lizenznehmer ab. Deshalb wird der "
                        "Arbeitsplatz nur für drei Monate bewilligt; eine Gründung wird noch nicht begleitet.",
                        "The product is in use with three customers and belongs to the support sector 5G industry. The "
                        "project is planned by places and months and has not begun.\n\n"
                        f"{NO_CLAIM_EN} Whether the applicant settles depends on sales to licensees. The desk is "
                        "therefore awarded for three months only; help with a formation is not awarded yet.",
                        quantities={
                            "Coworking desk": 3,
                            "First consultation on law and tax": 4,
                            "Mentor": 12,
                            "Trade-fair and pitch passes": 2,
                        },
                        **CITY_CONDITIONS,
                    ),
                ),
                people=(1, 0),
            ),
        ),
    ),
    Request(
        startup="chamundifab",
        begun="04-03 17:50",
        submitted="04-08 18:15",
        role="Managing director",
        address="Shed 9, Sample Industrial Area\nMysuru 570016\nIndia",
        customers="Two turning shops in Hebbal test the board without payment.",
        goals="We want to show the board at fairs and find resellers. Travel by two persons for five days.",
        settles="no",
        arrives_on="2024-09-16",
        jobs=0,
        founder_on_site="no",
        courses=(
            Course(
                DUESSELDORF_2024,
                (
                    "04-10 09:55 take",
                    "04-18 14:00 begin_review",
                    "05-06 11:10 propose",
                    "05-08 09:20 sign",
                    "05-10 08:40 release",
                    "05-13 07:05 retrieve",
                    "06-24 10:30 close",
                ),
                (
                    reject(
                        "Das Paket dient der Ansiedlung. Die Antragstellerin erklärt, keine Gesellschaft oder "
                        "Niederlassung gründen zu wollen; eine Gründerin oder ein Gründer wird nicht vor Ort sein. "
                        "Geplant ist eine Reise von fünf Tagen.\n\n"
                        f"{NO_CLAIM_DE} Die Mittel sollen denen zugutekommen, die bleiben wollen. Eine Teilbewilligung "
                        "der Messepässe wurde geprüft und verworfen, weil sie für sich allein keine Ansiedlung "
                        "vorbereitet.",
                        "The package serves settlement. The applicant declares that it does not intend to found a "
                        "company or branch; no founder will be on site. A journey of five days is planned.\n\n"
                        f"{NO_CLAIM_EN} The budget is meant for those who want to stay. An award of the trade-fair "
                        "passes alone was considered and dismissed, as they do not prepare a settlement by themselves.",
                    ),
                ),
            ),
        ),
    ),
    Request(
        startup="agumbe-breath",
        begun="05-08 10:45",
        submitted="05-17 12:10",
        role="Founder",
        address="3 Sample Hill Road\nMangaluru 575001\nIndia",
        customers="A sleep laboratory in Mangaluru has compared 60 nights of the belt with its own recordings.",
        goals="Comparison of 40 nights with a sleep laboratory on the Rhine, then a branch for regulatory affairs in "
        "Düsseldorf with three employees. One founder stays from September to February.",
        arrives_on="2024-09-09",
        jobs=3,
        courses=(
            Course(
                DUESSELDORF_2024,
                (
                    "05-21 09:00 take",
                    "06-03 13:10 begin_review",
                    "06-24 16:30 propose",
                    "06-26 11:30 return_proposal Die Begründung nennt kein Ermessen. Bitte ergänzen, warum trotz "
                    "des frühen Stands alle Leistungen bewilligt werden.",
                    "07-01 10:15 propose",
                    "07-03 09:05 sign",
                    "07-04 08:35 release",
                ),
                (
                    grant(
                        "Die Antragstellerin gehört zum Förderbereich MedTech und will eine Niederlassung gründen. Die "
                        "Unterlagen sind vollständig.",
                        "The applicant belongs to the support sector MedTech and wants to found a branch. The "
                        "documents are complete.",
                        **CITY_CONDITIONS,
                    ),
                    grant(
                        "Die Antragstellerin gehört zum Förderbereich MedTech und will eine Niederlassung gründen. Der "
                        "Prototyp ist mit 60 Nächten eines Schlaflabors verglichen. Ein Gründer ist ein halbes Jahr "
                        "vor Ort.\n\n"
                        f"{NO_CLAIM_DE} Gegen die volle Bewilligung sprach, dass das Erzeugnis noch nicht verkauft "
                        "wird. Überwogen hat, dass die Zulassung gerade in dieser Zeit die Beratung braucht, die das "
                        "Paket bietet.",
                        "The applicant belongs to the support sector MedTech and wants to found a branch. The "
                        "prototype has been compared with 60 nights of a sleep laboratory. A founder is on site for "
                        "half a year.\n\n"
                        f"{NO_CLAIM_EN} Against a full award: the product is not sold yet. What weighed more: approval "
                        "needs the advice that the package offers at just this time.",
                        **CITY_CONDITIONS,
                    ),
                ),
            ),
        ),
    ),
    Request(
        startup="kudremukh",
        begun="05-10 20:10",
        submitted="05-20 21:15",
        role="Founder",
        address="14 Sample Harbour Road\nMangaluru 575001\nIndia",
        customers="None yet; a study with 24 patients is finished.",
        goals="Our laboratory in Düsseldorf opened on 2 May; we ask for the desk, the advice and the passes for it.",
        arrives_on="2024-08-01",
        jobs=2,
        courses=(
            Course(
                DUESSELDORF_2024,
                (
                    "05-22 10:30 take",
                    "06-03 09:25 propose",
                    "06-05 13:50 sign",
                    "06-06 08:55 release",
                    "06-10 06:40 retrieve",
                    "07-16 09:20 record_court_action 07-11 20 K 4711/24",
                ),
                (
                    inadmissible(
                        "Das Paket setzt voraus, dass die Maßnahme vor der Bewilligung nicht begonnen hat. Nach den "
                        "eigenen Angaben im Antrag ist das Labor in Düsseldorf seit dem 2. Mai 2024 in Betrieb. Der "
                        "Antrag vom 20. Mai 2024 ist deshalb unzulässig. Ein neuer Antrag für eine andere, noch nicht "
                        "begonnene Maßnahme bleibt möglich.",
                        "The package requires that the measure has not begun before the award. By its own statement in "
                        "the application, the laboratory in Düsseldorf has been at work since 2 May 2024. The "
                        "application of 20 May 2024 is therefore inadmissible. A new application for another measure "
                        "that has not begun remains possible.",
                    ),
                ),
                people=(1, 0),
            ),
        ),
    ),
    Request(
        startup="jogthermals",
        begun="05-17 11:25",
        submitted="05-27 17:20",
        role="Founder",
        address="2 Sample Industrial Area\nMangaluru 575011\nIndia",
        customers="A dairy in Mangaluru, since March.",
        goals="We want to find out whether laundries in the region have waste heat of the right temperature. We have "
        "no contacts yet and would begin with a list of addresses.",
        arrives_on="2025-03-03",
        jobs=1,
        founder_on_site="no",
        courses=(
            Course(
                DUESSELDORF_2024,
                (
                    "05-29 09:50 take",
                    "06-10 14:30 begin_review",
                    "07-01 15:35 propose",
                    "07-03 11:00 sign",
                    "07-04 08:45 release",
                    "07-08 08:10 retrieve",
                ),
                (
                    reject(
                        "Der Prototyp läuft an einem Ort. Für Düsseldorf bestehen weder Kontakte noch ein Plan nach "
                        "Schritten; eine Gründerin ist nicht vor Ort. Die üblichen Voraussetzungen des Pakets sind "
                        "damit nicht erfüllt.\n\n"
                        f"{NO_CLAIM_DE} Berücksichtigt wurde, dass das Erzeugnis zum Förderbereich passt. Eine "
                        "Marktprüfung vom Sitz aus ist jedoch auch ohne das Paket möglich; danach kann ein neuer "
                        "Antrag gestellt werden.",
                        "The prototype runs in one place. For Düsseldorf there are neither contacts nor a plan by "
                        "steps; no founder is on site. The usual requirements of the package are thus not met.\n\n"
                        f"{NO_CLAIM_EN} It was taken into account that the product fits the support sector. But the "
                        "market can be examined from the seat without the package; after that a new application can be "
                        "made.",
                    ),
                ),
                people=(0, 1),
            ),
        ),
    ),
    Request(
        startup="malnadex",
        begun="05-24 08:20",
        submitted="06-03 10:30",
        role="Managing director",
        address="210 Sample Park\nBengaluru 560100\nIndia",
        customers="A paper mill in Dandeli since 2022, a second one in Bhadravathi since January.",
        goals="Trials in two paper mills on the Lower Rhine and a store for enzymes with cold chain. The GmbH is to be "
        "entered in the register by the end of the year; four people are hired locally.",
        arrives_on="2024-09-02",
        jobs=11,
        aid=(("Förderbank Musterland AöR", "2023-03-27", "45000.00"),),
        courses=(
            Course(
                DUESSELDORF_2024,
                (
                    "06-05 10:10 take",
                    "06-12 09:00 begin_review",
                    "07-02 13:20 propose",
                    "07-04 15:40 sign",
                    "07-08 08:50 release",
                    "07-10 12:15 retrieve",
                ),
                (
                    grant(
                        "Die Antragstellerin stellt Enzyme aus Pflanzenresten her und gehört zum Förderbereich Life "
                        "Sciences. Zwei Papierfabriken arbeiten mit dem Erzeugnis. Eine GmbH und vier "
                        "Arbeitsplätze vor Ort sind bis Jahresende geplant.\n\n"
                        f"{NO_CLAIM_DE} Für die volle Bewilligung sprachen der Ersatz von Chlor in einer Branche der "
                        "Region und der weit gediehene Plan. Mit den angegebenen 45.000 EUR bleibt der Höchstbetrag "
                        "der De-minimis-Verordnung gewahrt.",
                        "The applicant makes enzymes from plant residues and belongs to the support sector Life "
                        "Sciences. Two paper mills work with the product. A GmbH and four local jobs are planned by "
                        "the end of the year.\n\n"
                        f"{NO_CLAIM_EN} In favour of a full award: chlorine is replaced in an industry of the region, "
                        "and the plan is far advanced. With the EUR 45,000 declared, the ceiling of the de-minimis "
                        "regulation is kept.",
                        **CITY_CONDITIONS,
                    ),
                ),
                people=(1, 1),
            ),
        ),
    ),
]
