from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from corridor import clock
from corridor.strangers import kept_for_strangers
from startups.models import Startup
from welcome import eligibility
from welcome.models import Application, Case, Package


@require_safe
@kept_for_strangers
def index(request):
    """The packages: open now, opening later, closed."""
    today = clock.today()
    found = list(Package.objects.public().select_related("authority").prefetch_related("benefits"))
    context = {
        "open_packages": [package for package in found if package.is_open(today)],
        "later_packages": [package for package in found if package.opens_on > today],
        "closed_packages": [package for package in found if package.closes_on < today],
    }
    return render(request, "welcome/packages.html", context)


@require_safe
@kept_for_strangers
def detail(request, slug):
    """One package: what one gets, who may apply, what is needed, who decides, by when."""
    visible = (
        Package.objects.visible_to(request.user)
        .select_related("authority")
        .prefetch_related("benefits", "questions")
    )
    package = get_object_or_404(visible, slug=slug)
    context = {
        "package": package,
        "full": bool(eligibility.full([package])),
        **under_way(request.user, package),
    }
    return render(request, "welcome/package.html", context)


def under_way(user, package):
    """The signed-in person's draft that asks for this package, and their running case for it.

    No case is named to who has another start-up to apply for.
    """
    if not user.is_authenticated:
        return {}
    mine = Startup.objects.of(user)
    drafts = Application.objects.drafts().filter(startup__in=mine, packages=package)
    cases = Case.objects.running().filter(startup__in=mine, package=package)
    return {"draft": drafts.first(), "case": cases.first() if len(cases) == len(mine) else None}
