from corridor.sitemaps import Pages
from welcome.models import Package


class Packages(Pages):
    """The public packages, those that are closed by now included."""

    def items(self):
        return Package.objects.public().only("slug")
