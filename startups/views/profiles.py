from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.actions import Refused
from corridor.forms import posted
from corridor.pages import LongList
from corridor.strangers import kept_for_strangers
from startups import actions, logos, progress
from startups.filters import StartupFilter
from startups.forms import StartupForm
from startups.models import Startup

ON_A_PAGE = 24

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@kept_for_strangers
def directory(request):
    """The published start-ups, searched and filtered; the address holds the state."""
    published = Startup.objects.published().defer("description_de", "description_en")
    found = StartupFilter(request.GET, queryset=published.by_name())
    page = LongList(found.qs, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "startups/directory.html", {"filter": found, "page": page})


@require_safe
@kept_for_strangers
def profile(request, slug):
    """The public page; members also see where the profile stands and what it lacks."""
    startup = get_object_or_404(Startup.objects.visible_to(request.user), slug=slug)
    context = {
        "startup": startup,
        "interests": interests(startup),
        "registrations": startup.registrations.all(),
    }
    if membership := startup.membership_of(request.user):
        context |= {"membership": membership, **progress.of(startup)}
    return render(request, "startups/profile.html", context)


def interests(startup):
    """What it works on, wants and gives, as far as it says so, for components/summary_list.html."""
    labels = {"seeking": _("Looking for"), "offering": _("Offers"), "themes": _("Themes")}
    return [
        {"label": label, "value": ", ".join(map(str, startup.labels(name)))}
        for name, label in labels.items()
        if getattr(startup, name)
    ]


@login_required
@form_page
def create(request):
    form = StartupForm(*posted(request))
    if startup := saved(form, actions.create_startup, by=request.user):
        if (address := request.GET.get("next")) and url_has_allowed_host_and_scheme(
            address, allowed_hosts={request.get_host()}
        ):
            messages.success(request, _("The profile is saved. Now choose your packages."))
            return redirect(address)
        messages.success(request, _("The profile is saved. So far only you see it."))
        return redirect(startup)
    return render(request, "startups/form.html", {"form": form})


@login_required
@form_page
def edit(request, slug):
    startup = get_object_or_404(Startup.objects.of(request.user), slug=slug)
    context = {"name": startup.name, "address": startup.get_absolute_url(), "logo": startup.logo}
    form = StartupForm(*posted(request), instance=startup)
    if saved(form, actions.change_startup, startup=startup, by=request.user):
        messages.success(request, _("Your changes are saved."))
        return redirect(context["address"])
    return render(request, "startups/form.html", {"form": form, **context})


@login_required
@require_POST
def submit(request, slug):
    """Ask for publication."""
    startup = get_object_or_404(Startup.objects.of(request.user), slug=slug)
    try:
        actions.submit_profile(startup=startup, by=request.user)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(
            request, _("An editor looks at the profile now. You get mail with the answer.")
        )
    return redirect(startup)


def saved(form, act, **arguments):
    """The start-up that the action returns; None while there is something to correct, which the form says then."""
    if not form.is_valid():
        return None
    fields = form.profile()
    if form.new_logo is not None:
        fields["logo"] = logos.keep(form.new_logo) if form.new_logo else ""
    try:
        return act(registrations=form.numbers(), **fields, **arguments)
    except Refused as refused:
        form.add_error(None, refused.message)
        return None
