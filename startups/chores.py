from datetime import timedelta

from django.core.files.storage import default_storage

from corridor import housekeeping
from corridor.clock import real_now
from startups import logos
from startups.models import Startup

# Longer than any request takes between the file and its row.
KEPT_FOR = timedelta(days=1)


@housekeeping.chore
def sweep_logos():
    """Delete pictures that no profile names: their upload was broken off."""
    if not default_storage.exists(logos.FOLDER):
        return
    stored = {f"{logos.FOLDER}/{name}" for name in default_storage.listdir(logos.FOLDER)[1]}
    named = set(Startup.objects.exclude(logo="").values_list("logo", flat=True))
    for name in sorted(stored - named):
        if default_storage.get_modified_time(name) < real_now() - KEPT_FOR:
            logos.delete(name)
