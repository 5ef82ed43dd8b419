"""Files that founders of the demonstration attach: a pitch deck and sheets, rendered small and real."""

from pathlib import Path

from django.core.files.base import ContentFile
from django.utils.translation import override

from corridor.accounts.models import User
from corridor.documents import pdf
from corridor.documents.actions import hash_of, store, write
from corridor.documents.files import PDF
from corridor.documents.models import Document
from startups.models import Startup

FOLDER = Path(__file__).parent


def deck(startup: Startup, *, goals: str, customers: str, by: User) -> Document:
    """Five slides made of what the start-up says of itself."""
    data = {
        "name": startup.name,
        "claim": startup.one_liner_en or startup.one_liner_de,
        "city": startup.city,
        "founder": by.name,
        "website": startup.website,
        "slides": [
            {"title": "What we make", "text": startup.description_en or startup.description_de},
            {"title": "Who uses it", "text": customers},
            {"title": "What we plan on the other side", "text": goals},
        ],
    }
    return keep("deck.typ", data, name=f"{startup.name} pitch deck.pdf", by=by)


def certificate(startup: Startup, *, by: User) -> Document:
    """A specimen of a certificate of incorporation; it looks like no authority's paper."""
    with override("en"):
        numbers = [str(number) for number in startup.registrations.all()]
    data = {
        "title": "Certificate of incorporation",
        "lines": [
            startup.legal_name,
            f"Founded on {startup.founded_on:%d.%m.%Y}",
            startup.city,
            *numbers,
        ],
        "note": "Specimen for demonstration. No register has issued this paper.",
    }
    return keep("sheet.typ", data, name=f"{startup.name} certificate.pdf", by=by)


def shareholders(startup: Startup, *, by: User) -> Document:
    """Who holds the shares: made-up, and said to be."""
    data = {
        "title": "List of shareholders",
        "lines": [startup.legal_name, f"{by.name}: 62 %", "Sample Ventures LLP: 38 %"],
        "note": "Specimen for demonstration.",
    }
    return keep("sheet.typ", data, name=f"{startup.name} shareholders.pdf", by=by)


SPECIMENS = {
    "deck": {
        "title": "Unterlage (Muster) / Document (specimen)",
        "lines": [
            "Dieser Antrag gehört zu den Massendaten der Demonstration. Alle zeigen dieselbe Unterlage.",
            "This application is part of the demonstration's bulk data. All of them show the same document.",
        ],
        "note": "Muster / Specimen",
    },
    "notice": {
        "title": "Bescheid (Muster) / Decision notice (specimen)",
        "lines": [
            "Dieser Vorgang gehört zu den Massendaten der Demonstration. Alle zeigen denselben Bescheid.",
            "This case is part of the demonstration's bulk data. All of them show the same notice.",
        ],
        "note": "Muster ohne rechtliche Wirkung / Specimen without legal effect",
    },
}


def specimen(name: str) -> Document:
    """A file that all cases of a large world share; its content is kept, its row is not saved.

    Thousands of papers of their own would take many minutes.
    """
    file = ContentFile(render("sheet.typ", SPECIMENS[name]))
    document = Document(sha256=hash_of(file), media_type=PDF, size=file.size)
    write(file, document)
    return document


def keep(template, data, *, name, by):
    return store(ContentFile(render(template, data), name=name), name=name, by=by)


def render(template, data) -> bytes:
    return pdf.render(FOLDER / template, data)
