"""What people of a start-up do with its profile: begin it, write it section by section, send it for review."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.actions import Refused
from corridor.forms import posted
from startups import actions, logos, progress, sections
from startups.choices import HELD_BACK, ProfileState
from startups.forms import SECTION_FORMS, NewStartupForm
from startups.models import Startup
from startups.models.profiles import in_words

form_page = require_http_methods(["GET", "HEAD", "POST"])


@login_required
@form_page
def create(request):
    form = NewStartupForm(*posted(request))
    if startup := saved(form, actions.create_startup, by=request.user):
        if (address := request.GET.get("next")) and url_has_allowed_host_and_scheme(
            address, allowed_hosts={request.get_host()}
        ):
            messages.success(request, _("The profile is saved. Now choose your packages."))
            return HttpResponseRedirect(address)
        messages.success(request, _("The profile is begun. So far only you see it."))
        return redirect("startup_edit", startup.slug)
    return render(request, "startups/new.html", {"form": form})


@login_required
@require_safe
def edit(request, slug):
    """The task list: the sections of the profile, and what is missing in them."""
    startup = own(request, slug)
    context = {
        "startup": startup,
        "membership": startup.membership_of(request.user),
        "change": startup.changes.waiting().first(),
        "may_be_submitted": progress.may_be_submitted(startup),
        **progress.of(startup),
    }
    return render(request, "startups/edit.html", context)


@login_required
@form_page
def edit_section(request, slug, section):
    """One section, saved on its own; what somebody else saved meanwhile is shown before it is overwritten."""
    startup, here = own(request, slug), sections.find(section)
    if here is None:
        raise Http404
    if request.method != "POST" and startup.state == ProfileState.IN_REVIEW:
        return redirect("startup_edit", slug)
    now = sections.values(startup)
    form = SECTION_FORMS[section](*posted(request), initial=now)
    seen = request.POST.get("seen", "") if form.is_bound else sections.stamp(here, now)
    context = {"startup": startup, "section": here, "form": form, "seen": seen}
    try:
        if saved(form, actions.change_startup, startup=startup, seen=seen, by=request.user):
            return after_saving(request, startup, here, form)
    except actions.ChangedMeanwhile as stale:
        form.add_error(None, stale.message)
        context["seen"] = sections.stamp(here, stale.values)
        context["meanwhile"] = [
            {"label": form[name].label, "value": in_words(name, stale.values[name])}
            for name in stale.names
        ]
    waits = {*HELD_BACK, *sections.NUMBERS}.intersection(here.fields)
    context["held_back"] = waits and startup.state in actions.READ_ONCE
    return render(request, "startups/section.html", context)


def after_saving(request, startup, section, form):
    """Say what became of it; whoever typed a doubtful number knows whether it is right."""
    change = startup.changes.waiting().first()
    waiting = {*change.fields, *change.numbers} if change else set()
    words = _("Saved.")
    if waiting.intersection(section.fields):
        words = _("Saved. A new name, sector or registry number waits for an editor.")
    messages.success(request, words)
    for doubt in form.doubts():
        messages.warning(request, doubt)
    return redirect("startup_edit", startup.slug)


@login_required
@form_page
def withdraw_change(request, slug):
    """A page with one button that takes back what waits for an editor."""
    startup = own(request, slug)
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
    startup = own(request, slug)
    try:
        actions.submit_profile(startup=startup, by=request.user)
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect("startup_preview", slug)
    messages.success(
        request, _("An editor looks at the profile now. You get mail with the answer.")
    )
    return redirect(startup)


def own(request, slug):
    return get_object_or_404(Startup.objects.of(request.user), slug=slug)


def saved(form, act, **arguments):
    """The start-up that the action returns; None while there is something to correct, which the form says then.

    Raises ChangedMeanwhile.
    """
    if not form.is_valid():
        return None
    fields = form.profile()
    if (logo := getattr(form, "new_logo", None)) is not None:
        fields["logo"] = logos.keep(logo) if logo else ""
    try:
        return act(registrations=form.numbers(), **fields, **arguments)
    except actions.ChangedMeanwhile:
        raise
    except Refused as refused:
        form.add_error(None, refused.message)
        return None
