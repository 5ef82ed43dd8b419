"""Four lists, each with its objects: published start-ups and partners, projects, and what is open today.

What a class says of itself stands in the OpenAPI document, too.
"""

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.open_data.views import OpenIndex, OpenList, OpenObject
from startups.api.serializers import (
    OpeningSerializer,
    PartnerSerializer,
    ProjectSerializer,
    StartupSerializer,
)
from startups.ecosystem_filters import OpeningFilter, PartnerFilter, ProjectFilter
from startups.filters import StartupFilter
from startups.models import Opening, Partner, Project, Startup


class PublishedStartups:
    serializer_class = StartupSerializer

    def get_queryset(self):
        return Startup.objects.published().prefetch_related("registrations")


class Startups(PublishedStartups, OpenList):
    """Start-ups of the directory whose profile is published."""

    title = _("Start-ups")
    filterset_class = StartupFilter

    def rows_of(self, found):
        return found.listed().prefetch_related("registrations")


class OneStartup(PublishedStartups, OpenObject):
    """One published start-up."""


class PublishedPartners:
    serializer_class = PartnerSerializer

    def get_queryset(self):
        return Partner.objects.published().order_by("folded_name", "id")


class Partners(PublishedPartners, OpenList):
    """Organisations that help start-ups of the other side."""

    title = _("Partners")
    filterset_class = PartnerFilter


class OnePartner(PublishedPartners, OpenObject):
    """One public partner."""


class PublishedProjects:
    """Who works on a project and is not public itself is not named."""

    serializer_class = ProjectSerializer

    def get_queryset(self):
        return Project.objects.published().prefetch_related(
            "milestones",
            Prefetch("partners", Partner.objects.published().only("slug")),
            Prefetch("startups", Startup.objects.published().only("slug").by_name()),
        )


class Projects(PublishedProjects, OpenList):
    """Cooperation projects of both sides, the newest first."""

    title = _("Projects")
    filterset_class = ProjectFilter


class OneProject(PublishedProjects, OpenObject):
    """One public project."""


class OpenOpenings:
    serializer_class = OpeningSerializer

    def get_queryset(self):
        return Opening.objects.open_on(clock.today()).select_related("startup", "partner")


class Openings(OpenOpenings, OpenList):
    """Jobs, internships and research stays that one can answer today."""

    title = _("Openings")
    filterset_class = OpeningFilter


class OneOpening(OpenOpenings, OpenObject):
    """One opening, as long as it is open."""

    lookup_field = "pk"


class Index(OpenIndex):
    names = ("startups", "partners", "projects", "openings", "document", "docs")
    routes = {name: f"api_{name}" for name in names}
