"""Logos: public pictures, encoded anew before they come here (corridor.documents.images)."""

from uuid import uuid4

from django.core.files.storage import default_storage

FOLDER = "logos"


def keep(picture) -> str:
    """Store a picture and return its name; call it before the action that names it in a row.

    Every picture gets a name of its own, not its hash: so it can be deleted without asking who else shows it.
    """
    return default_storage.save(f"{FOLDER}/{uuid4().hex}.webp", picture)


def delete(name: str):
    default_storage.delete(name)
