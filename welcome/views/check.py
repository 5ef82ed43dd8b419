from django.shortcuts import render
from django.views.decorators.http import require_safe

from corridor import clock
from corridor.strangers import kept_for_strangers
from startups.models import Startup
from welcome import eligibility
from welcome.forms import CheckForm
from welcome.models import Package


@require_safe
@kept_for_strangers
def check(request):
    """May I? A few questions without sign-in, and an answer for every package that is open or opens later."""
    startup = Startup.objects.of(request.user).first()
    form = CheckForm(request.GET or None, initial=known(startup))
    packages = Package.objects.public().filter(closes_on__gte=clock.today())
    verdicts = (
        eligibility.check(form.facts, list(packages.select_related("authority")))
        if form.is_valid()
        else None
    )
    context = {"form": form, "startup": startup, "verdicts": verdicts}
    return render(request, "welcome/may_i.html", context)


def known(startup):
    """What the profile says already."""
    if startup is None:
        return {}
    return {name: getattr(startup, name) for name in ("origin", "sector", "founded_on")}
