"""Openings: the list, the page of each, what members write, and what people write to them."""

from allauth.core.ratelimit import consume
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor import clock
from corridor.actions import Refused
from corridor.forms import posted
from corridor.pages import LongList
from corridor.strangers import kept_for_strangers
from startups import actions
from startups.ecosystem_filters import OpeningFilter
from startups.forms import InterestForm, OpeningForm
from startups.models import Interest, Opening, Startup

ON_A_PAGE = 24

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@kept_for_strangers
def openings(request):
    """What one can answer today, the next closing day first."""
    shown = Opening.objects.open_on(clock.today()).select_related("startup", "partner")
    found = OpeningFilter(request.GET, queryset=shown.defer("text_de", "text_en"))
    page = LongList(found.qs, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "startups/openings.html", {"filter": found, "page": page})


@require_safe
@kept_for_strangers
def opening(request, pk):
    """The public page; members also read here who is interested."""
    shown = Opening.objects.visible_to(request.user).select_related("startup", "partner")
    opening = get_object_or_404(shown, pk=pk)
    context = {"opening": opening, "employer": opening.employer}
    if request.user.is_authenticated:
        context |= for_person(opening, request.user)
    return render(request, "startups/opening.html", context)


def for_person(opening, user):
    """To members all interests, to somebody else their own."""
    seen = opening.interests.visible_to(user).select_related("user", "cv")
    if opening.startup and opening.startup.membership_of(user):
        return {"is_member": True, "interests": seen}
    return {"own_interest": seen.first()}


@login_required
@require_safe
def of_startup(request, slug):
    """Everything that a start-up ever offered, for its members."""
    startup = get_object_or_404(Startup.objects.of(request.user), slug=slug)
    rows = startup.openings.annotate(answers=Count("interests")).order_by("-created_at", "id")
    for row in rows:
        row.startup = startup
    return render(request, "startups/own_openings.html", {"startup": startup, "openings": rows})


@login_required
@form_page
def create(request, slug):
    startup = get_object_or_404(Startup.objects.of(request.user).published(), slug=slug)
    form = OpeningForm(*posted(request), initial={"city": startup.city})
    if opening := saved(form, actions.create_opening, startup=startup, by=request.user):
        messages.success(request, _("The opening is saved. So far only your start-up sees it."))
        return redirect(opening)
    return render(request, "startups/opening_form.html", {"form": form, "startup": startup})


@login_required
@form_page
def edit(request, pk):
    opening = own(request, pk)
    context = {"name": str(opening), "address": opening.get_absolute_url()}
    form = OpeningForm(*posted(request), instance=opening)
    if saved(form, actions.change_opening, opening=opening, by=request.user):
        messages.success(request, _("Your changes are saved."))
        return redirect(context["address"])
    return render(request, "startups/opening_form.html", {"form": form, **context})


@login_required
@require_POST
def publish(request, pk):
    opening = own(request, pk)
    try:
        actions.publish_opening(opening=opening, by=request.user)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, _("The opening is public now."))
    return redirect(opening)


@login_required
@form_page
def close(request, pk):
    """A page with one button; only the POST closes the opening."""
    opening = own(request, pk)
    refused = None
    if request.method == "POST":
        try:
            actions.close_opening(opening=opening, by=request.user)
        except Refused as error:
            refused = error.message
        else:
            messages.success(request, _("The opening is closed."))
            return redirect(opening)
    return render(request, "startups/opening_close.html", {"opening": opening, "refused": refused})


@login_required
@form_page
def interest(request, pk):
    """Write to a start-up about its opening, once; after that the page shows what was sent."""
    sent = Interest.objects.filter(opening=pk, user=request.user).select_related("opening", "cv")
    if own_interest := sent.first():
        context = {"interest": own_interest, "opening": own_interest.opening}
        return render(request, "startups/interest_sent.html", context)
    open_to_all = Opening.objects.open_on(clock.today()).filter(startup__isnull=False)
    others = open_to_all.exclude(startup__memberships__user=request.user)
    opening = get_object_or_404(others.select_related("startup"), pk=pk)
    form = InterestForm(*posted(request))
    if form.is_valid() and not consume(request, action="send_interest"):
        form.add_error(None, _("You have sent many CVs today. Go on tomorrow."))
    if saved(form, actions.send_interest, opening=opening, by=request.user):
        messages.success(request, _("Your message and your CV are with the start-up."))
        return redirect(opening)
    return render(request, "startups/interest_form.html", {"form": form, "opening": opening})


@login_required
@form_page
def withdraw(request, pk):
    """A page with one button that erases what one has sent."""
    sent = Interest.objects.filter(user=request.user).select_related("opening")
    interest = get_object_or_404(sent, opening=pk)
    if request.method == "POST":
        actions.withdraw_interest(interest=interest, by=request.user)
        messages.success(request, _("Your message and your CV are erased."))
        return redirect("openings")
    return render(request, "startups/interest_withdraw.html", {"opening": interest.opening})


def own(request, pk):
    """An opening of one of the person's start-ups."""
    return get_object_or_404(Opening.objects.of(request.user).select_related("startup"), pk=pk)


def saved(form, act, **arguments):
    """What the action returns; None while there is something to correct, which the form says then."""
    if not form.is_valid():
        return None
    try:
        return act(**form.cleaned_data, **arguments)
    except Refused as refused:
        form.add_error(None, refused.message)
        return None
