from corridor.sitemaps import Pages
from startups.models import Startup


class Profiles(Pages):
    """The published start-ups."""

    def items(self):
        return Startup.objects.published().only("slug").by_name()
