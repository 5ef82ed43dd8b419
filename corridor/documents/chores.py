from datetime import timedelta

from django.core.cache import cache
from django.core.files.storage import storages

from corridor import housekeeping
from corridor.clock import real_now
from corridor.documents.actions import delete_unless_named, forget_accesses
from corridor.documents.models import Document

# Longer than any request or transaction takes between the file and its row.
KEPT_FOR = timedelta(days=1)
EVERY = timedelta(hours=6)


@housekeeping.chore
def sweep_orphans():
    """Delete files that no row names: their upload was broken off. It lists every file, so a few times a day."""
    if cache.add("documents.sweep_orphans", True, EVERY.total_seconds()):
        for folder in folders():
            sweep(folder)


@housekeeping.chore
def shorten_log():
    """Forget who took which file a year ago."""
    forget_accesses(by=None)


def folders():
    try:
        return storages["private"].listdir("")[0]
    except FileNotFoundError:  # nothing was ever kept
        return []


def sweep(folder):
    storage = storages["private"]
    names = set(storage.listdir(folder)[1])
    named = set(Document.objects.filter(sha256__in=names).values_list("sha256", flat=True))
    for name in sorted(names - named):
        if storage.get_modified_time(f"{folder}/{name}") < real_now() - KEPT_FOR:
            delete_unless_named(f"{folder}/{name}", name)
