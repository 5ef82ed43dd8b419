"""Partners and projects: what editors write and everybody reads."""

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from corridor import clock
from corridor.accounts.choices import Role
from corridor.pages import LongList
from corridor.strangers import kept_for_strangers
from startups import milestones
from startups.ecosystem_filters import PartnerFilter, ProjectFilter
from startups.models import Introduction, Opening, Partner, Project, Startup

ON_A_PAGE = 24


@require_safe
@kept_for_strangers
def partners(request):
    """The organisations that help, one side of the corridor after the other."""
    published = Partner.objects.published().order_by("side", "folded_name", "id")
    found = PartnerFilter(request.GET, queryset=published)
    page = LongList(found.qs, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "startups/partners.html", {"filter": found, "page": page})


@require_safe
@kept_for_strangers
def partner(request, slug):
    """What a partner offers, to whom, and what it does in the corridor."""
    partner = get_object_or_404(Partner.objects.visible_to(request.user), slug=slug)
    context = {
        "partner": partner,
        "offers": offers(partner),
        "projects": partner.projects.visible_to(request.user),
        "openings": Opening.objects.open_on(clock.today()).filter(partner=partner),
        "asked": Introduction.objects.asked_for(request.user, partner),
    }
    return render(request, "startups/partner.html", context)


def offers(partner):
    """What it gives and to whom, for components/summary_list.html; no sector or theme means all of them."""
    every = _("Start-ups of every sector")
    rows = [
        (_("Offers"), partner.labels("offering")),
        (_("For start-ups in"), partner.labels("sectors") or [every]),
        (_("Themes"), partner.labels("themes")),
    ]
    return [{"label": label, "value": ", ".join(map(str, words))} for label, words in rows if words]


@require_safe
@kept_for_strangers
def projects(request):
    """What both sides agreed on, the newest first."""
    found = ProjectFilter(request.GET, queryset=Project.objects.published())
    page = LongList(found.qs, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "startups/projects.html", {"filter": found, "page": page})


@require_safe
@kept_for_strangers
def project(request, slug):
    """A project, who works on it, and its milestones; staff also read what is late."""
    user = request.user
    shown = Project.objects.visible_to(user).prefetch_related(
        "milestones",
        Prefetch("partners", Partner.objects.visible_to(user)),
        Prefetch("startups", Startup.objects.visible_to(user).by_name()),
    )
    project = get_object_or_404(shown, slug=slug)
    for_staff = user.is_authenticated and user.has_role(Role.EDITOR, Role.AUDITOR)
    context = {"project": project, "stops": milestones.stops(project, for_staff=for_staff)}
    return render(request, "startups/project.html", context)
