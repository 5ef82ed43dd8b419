"""Partners, projects and openings for tests, made by the actions alone."""

from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from corridor import clock
from startups import actions
from tests.documents.conftest import PDF_BYTES

PARTNER = {
    "name": "Startup Unit",
    "kind": "agency",
    "side": "duesseldorf",
    "city": "Düsseldorf",
    "website": "https://www.startup-unit.example/",
    "email": "secret@startup-unit.example",
    "description_de": "Hilft beim Ankommen.",
    "description_en": "Helps start-ups to arrive.",
    "offering": ["market_access", "mentoring"],
    "sectors": ["medtech"],
    "is_published": True,
}
PROJECT = {
    "title_de": "5G für Fabriken",
    "title_en": "5G for factories",
    "summary_de": "Ein Campusnetz.",
    "summary_en": "A campus network.",
    "sector": "5g_industry",
    "state": "running",
    "starts_on": date(2024, 1, 15),
    "is_published": True,
}
OPENING = {
    "kind": "internship",
    "title_de": "Praktikum Funkmessung",
    "title_en": "Internship in radio measurement",
    "text_de": "Sechs Monate in der Halle.",
    "text_en": "Six months in the hall.",
    "city": "Bengaluru",
    "closes_on": date(2024, 9, 30),
}


def make_partner(by, **fields):
    return actions.create_partner(by=by, **{**PARTNER, **fields})


def make_project(by, **fields):
    return actions.create_project(by=by, **{**PROJECT, **fields})


def milestone(title="Antenna stands", *, due_on=date(2024, 6, 1), done_on=None, **fields):
    words = {"title_de": f"{title} (de)", "title_en": title, "owner": "KDEM"}
    return {**words, "due_on": due_on, "done_on": done_on, **fields}


def make_opening(startup, by, *, published=True, **fields):
    opening = actions.create_opening(startup=startup, by=by, **{**OPENING, **fields})
    return actions.publish_opening(opening=opening, by=by) if published else opening


def make_interest(opening, by, *, message="I measure radio.", content=PDF_BYTES):
    return actions.send_interest(opening=opening, message=message, cv=cv(content), by=by)


def make_introduction(asking, target, by, *, purpose="pilot", message="May we try it out?"):
    return actions.ask_introduction(
        asking=asking, target=target, purpose=purpose, message=message, by=by
    )


def cv(content=PDF_BYTES, name="cv.pdf"):
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def in_days(days):
    return clock.today() + timedelta(days=days)
