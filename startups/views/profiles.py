from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.actions import Refused
from corridor.forms import posted
from corridor.strangers import kept_for_strangers
from startups import actions, logos, matches, progress
from startups.forms import StartupForm
from startups.models import Startup

form_page = require_http_methods(["GET", "HEAD", "POST"])


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
        change = startup.changes.waiting().first()
        context |= {"membership": membership, "change": change, **progress.of(startup)}
        context["matches"] = matches.of(startup) if startup.is_published else []
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
            return HttpResponseRedirect(address)
        messages.success(request, _("The profile is saved. So far only you see it."))
        warn(request, form)
        return redirect(startup)
    return render(request, "startups/form.html", {"form": form})


@login_required
@form_page
def edit(request, slug):
    startup = get_object_or_404(Startup.objects.of(request.user), slug=slug)
    context = {
        "name": startup.name,
        "address": startup.get_absolute_url(),
        "logo": startup.logo,
        "held_back": startup.state in actions.READ_ONCE,
    }
    form = StartupForm(*posted(request), instance=startup)
    if saved(form, actions.change_startup, startup=startup, by=request.user):
        messages.success(request, saved_words(startup))
        warn(request, form)
        return redirect(context["address"])
    return render(request, "startups/form.html", {"form": form, **context})


@login_required
@form_page
def withdraw_change(request, slug):
    """A page with one button that takes back what waits for an editor."""
    startup = get_object_or_404(Startup.objects.of(request.user), slug=slug)
    change = get_object_or_404(startup.changes.waiting())
    if request.method != "POST":
        context = {"startup": startup, "change": change}
        return render(request, "startups/change_withdraw.html", context)
    try:
        actions.withdraw_change(change=change, by=request.user)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, _("Taken back. The profile stays as everybody sees it."))
    return redirect(startup)


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


def saved_words(startup):
    if startup.changes.waiting().exists():
        return _("Your changes are saved. Name, sector and registry numbers wait for an editor.")
    return _("Your changes are saved.")


def warn(request, form):
    """Say what does not fit; whoever typed it knows whether it is right."""
    for doubt in form.doubts():
        messages.warning(request, doubt)


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
