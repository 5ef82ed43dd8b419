"""Public pictures whose upload was broken off: stored, but named by no row."""

from datetime import timedelta

from django.core.files.storage import default_storage

from corridor.clock import real_now

# Longer than any request takes between the file and its row.
KEPT_FOR = timedelta(days=1)


def sweep_public(folder: str, named: set[str]):
    """Delete what a folder of the public storage holds and nobody names, once it is older than KEPT_FOR."""
    if not default_storage.exists(folder):
        return
    stored = {f"{folder}/{name}" for name in default_storage.listdir(folder)[1]}
    for name in sorted(stored - named):
        if default_storage.get_modified_time(name) < real_now() - KEPT_FOR:
            default_storage.delete(name)
