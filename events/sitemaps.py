from corridor.sitemaps import Pages
from events.models import Event


class Events(Pages):
    """The public events, past ones included."""

    def items(self):
        return Event.objects.public().only("slug")
