from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from corridor.actions import Refused
from corridor.forms import posted
from startups.models import Startup
from welcome import actions, eligibility
from welcome.forms import BeginForm
from welcome.models import Package
from welcome.views.drafts import read_or_post


@login_required
@read_or_post
def begin(request, slug):
    """Begin an application from a package's page, with other packages at the same time."""
    package = get_object_or_404(Package.objects.public(), slug=slug)
    startup = own_startup(request)
    if startup is None:
        return render(request, "welcome/needs_startup.html", {"package": package})
    obstacles = eligibility.obstacles(startup, [package])[package]
    form = BeginForm(*posted(request), startup=startup, initial={"packages": [package.pk]})
    context = {"package": package, "startup": startup, "form": form, "obstacles": obstacles}
    context["startups"] = Startup.objects.of(request.user)
    context["case"] = eligibility.running_cases(startup, [package]).get(package)
    if obstacles or not form.is_valid():
        return render(request, "welcome/begin.html", context)
    try:
        application = actions.begin_application(
            startup=startup, packages=form.cleaned_data["packages"], by=request.user
        )
    except Refused as refused:
        form.add_error(None, refused.message)
        return render(request, "welcome/begin.html", context)
    return redirect(application)


def own_startup(request):
    """The start-up to apply for: the one named in the address, else the person's first."""
    mine = Startup.objects.of(request.user)
    wanted = request.GET.get("startup")
    if wanted and not any(startup.slug == wanted for startup in mine):
        raise Http404
    return next((startup for startup in mine if wanted in (None, "", startup.slug)), None)
