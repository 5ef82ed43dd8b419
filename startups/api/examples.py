"""One made-up object of each list, for the documentation; it goes the way of the real ones."""

from datetime import date
from uuid import UUID

from startups.models import Milestone, Opening, Partner, Project, Registration, Startup

STARTUP = {
    "slug": "kaverion-edgenet",
    "name": "Kaverion EdgeNet",
    "legal_name": "Kaverion EdgeNet Private Limited",
    "origin": "karnataka",
    "city": "Bengaluru",
    "sector": "5g_industry",
    "themes": ["industry_4_0"],
    "stage": "first_customers",
    "team_size": "11-50",
    "founded_on": date(2019, 3, 1),
    "website": "https://kaverion.example/",
    "one_liner_de": "Private 5G-Netze für die Fabrik.",
    "one_liner_en": "Private 5G networks for factories.",
    "description_de": "Kaverion baut Netze, die …",
    "description_en": "Kaverion builds networks that …",
    "seeking": ["pilot_site", "customers"],
    "offering": ["technology"],
    "published_on": date(2024, 3, 4),
    "confirmed_on": date(2024, 6, 17),
}
PARTNER = {
    "slug": "startup-unit",
    "name": "Startup Unit",
    "kind": "agency",
    "side": "duesseldorf",
    "city": "Düsseldorf",
    "website": "https://startup-unit.example/",
    "description_de": "Hilft beim Ankommen.",
    "description_en": "Helps start-ups to arrive.",
    "sectors": ["medtech"],
    "offering": ["market_access", "mentoring"],
}
PROJECT = {
    "slug": "5g-for-factories",
    "title_de": "5G für Fabriken",
    "title_en": "5G for factories",
    "summary_de": "Ein Campusnetz.",
    "summary_en": "A campus network.",
    "sector": "5g_industry",
    "state": "running",
    "starts_on": date(2024, 1, 15),
}
OPENING = {
    "pk": UUID("6f1c2a0e-5b7d-4c39-9a41-2d8e7f50b613"),
    "kind": "internship",
    "title_de": "Praktikum Funkmessung",
    "title_en": "Internship in radio measurement",
    "text_de": "Sechs Monate in der Halle.",
    "text_en": "Six months in the hall.",
    "city": "Bengaluru",
    "closes_on": date(2024, 9, 30),
}


def startup():
    number = Registration(kind="cin", value="U72900KA2019PTC123456", checked_on=date(2024, 3, 1))
    return related(Startup(**STARTUP), registrations=[number])


def partner():
    return Partner(**PARTNER)


def project():
    words = {"title_de": "Antenne steht", "title_en": "Antenna stands"}
    step = Milestone(**words, due_on=date(2024, 9, 1))
    return related(
        Project(**PROJECT), partners=[partner()], startups=[startup()], milestones=[step]
    )


def opening():
    return Opening(**OPENING, startup=startup())


def related(thing, **rows):
    """As if the database had been asked for them."""
    thing._prefetched_objects_cache = rows
    return thing
