"""The public page of a start-up, and the preview of it."""

from functools import partial

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from corridor import clock
from corridor.strangers import kept_for_strangers
from startups import linked_data, matches, progress, sections
from startups.models import Introduction, Startup


@require_safe
@kept_for_strangers
def profile(request, slug):
    """The public page; members also see where the profile stands and what it lacks."""
    startup = get_object_or_404(Startup.objects.visible_to(request.user), slug=slug)
    context = content_of(startup)
    if startup.is_published:
        context["openings"] = startup.openings.open_on(clock.today())
        context["linked_data"] = linked_data.organisation(startup, context["registrations"])
    if membership := startup.membership_of(request.user):
        change = startup.changes.waiting().first()
        context |= {"membership": membership, "change": change, "stops": progress.stops(startup)}
        context["matches"] = matches.of(startup) if startup.is_published else []
    else:
        context["asked"] = Introduction.objects.asked_for(request.user, startup)
    return render(request, "startups/profile.html", context)


@login_required
@require_safe
def preview(request, slug):
    """The profile as everybody reads it, in both languages; owners send it for review from here."""
    shown = Startup.objects.read_before_publishing_by(request.user)
    startup = get_object_or_404(shown, slug=slug)
    context = {
        **content_of(startup),
        "languages": settings.LANGUAGES,
        "membership": startup.membership_of(request.user),
        "change": startup.changes.waiting().first(),
        "may_be_submitted": progress.may_be_submitted(startup),
        "needed": sections.needed(startup),
    }
    return render(request, "startups/preview.html", context)


def content_of(startup):
    return {
        "startup": startup,
        "interests": partial(interests, startup),
        "registrations": startup.registrations.all(),
    }


def interests(startup):
    """What it works on, wants and gives, as far as it says so, in the language of the moment."""
    labels = {"seeking": _("Looking for"), "offering": _("Offers"), "themes": _("Themes")}
    return [
        {"label": label, "value": ", ".join(map(str, startup.labels(name)))}
        for name, label in labels.items()
        if getattr(startup, name)
    ]
