"""Addresses made of names."""

from django.db import IntegrityError, models, transaction

from corridor.folding import address_stem


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
    stem = address_stem(name) or model._meta.model_name
    same = models.Q(slug=stem) | models.Q(slug__startswith=f"{stem}-")
    taken = reserved | set(model.objects.filter(same).values_list("slug", flat=True))
    slug, number = stem, 1
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug
