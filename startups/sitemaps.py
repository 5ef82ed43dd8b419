from corridor import clock
from corridor.sitemaps import Pages
from startups.models import Opening, Partner, Project, Startup


class Profiles(Pages):
    """The published start-ups."""

    def items(self):
        return Startup.objects.published().only("slug").by_name()


class Partners(Pages):
    def items(self):
        return Partner.objects.published().only("slug")


class Projects(Pages):
    def items(self):
        return Project.objects.published().only("slug")


class Openings(Pages):
    """Those that one can answer today."""

    def items(self):
        return Opening.objects.open_on(clock.today()).only("pk")
