"""Addresses made of names."""

from django.db import IntegrityError, models, transaction
from django.utils.text import slugify

# How German is written without umlauts; slugify alone would make Müller a Muller.
GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
)


def save_under_free_slug(row, name: str, *, reserved=frozenset()):
    """Insert a row. Somebody else may take the same address in the same moment: then the next one is tried."""
    model = type(row)
    while True:
        row.slug = free_slug(model, name, reserved=reserved)
        try:
            with transaction.atomic():
                return row.save(force_insert=True)
        except IntegrityError:
            if not model.objects.filter(slug=row.slug).exists():
                raise


def free_slug(model, name: str, *, reserved=frozenset()) -> str:
    """An address for a new row: from its name, numbered when the name is taken or has no Latin letters."""
    stem = slugify(name.translate(GERMAN))[:70].strip("-") or model._meta.model_name
    same = models.Q(slug=stem) | models.Q(slug__startswith=f"{stem}-")
    taken = reserved | set(model.objects.filter(same).values_list("slug", flat=True))
    slug, number = stem, 1
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug
