"""A delegation's page, for its head and deputy: the answer to the invitation, days of travel, places, the open link."""

import functools

from allauth.core.ratelimit import consume
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from corridor.actions import Refused
from corridor.forms import posted
from events import actions, links, progress
from events.choices import DelegationState
from events.forms.delegations import GroupTravelForm, PlacesForm
from events.forms.refusals import say_at_field
from events.progress import Progress
from events.views.held import held

read_or_post = require_http_methods(["GET", "HEAD", "POST"])


def led(closed=progress.closed, methods=read_or_post):
    """A page below the delegation's; it leads back to that one, with the reason, where nothing can be done any more."""

    def decorate(view):
        @held(links.HEAD)
        @methods
        @functools.wraps(view)
        def wrapper(request, delegation, *, link, token, **arguments):
            if reason := closed(delegation):
                messages.error(request, reason)
                return redirect("delegation", token)
            return view(request, delegation, link=link, token=token, **arguments)

        return wrapper

    return decorate


def acting(request, link):
    """Who acts: the holder of the link, and by account whoever is signed in."""
    return {"by": request.user if request.user.is_authenticated else None, "link": link}


def saved(form, act, **arguments):
    """What the action made of a valid form; None after errors, a refusal among them."""
    if not form.is_valid():
        return None
    try:
        return act(**arguments, **form.cleaned_data)
    except Refused as refused:
        say_at_field(form, refused)
        return None


def tried(request, words, act, **arguments):
    """Take one step, and say that it is done or why not."""
    try:
        act(**arguments)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, words)


def form_page(request, delegation, token, form, **words):
    """A page with one form: title, lead and button; `back` is where it leads without it."""
    context = {
        "delegation": delegation,
        "event": delegation.event,
        "token": token,
        "form": form,
        "back": reverse("delegation", args=[token]),
        "back_words": _("The delegation"),
        "is_danger": False,
        **words,
    }
    return render(request, "events/delegation_form.html", context)


@held(links.HEAD)
@read_or_post
def delegation(request, delegation, *, link, token):
    """How it stands and what is next; while it is invited, the form that accepts."""
    form = GroupTravelForm(posted(request)[0])
    accept = actions.accept_delegation
    if saved(form, accept, delegation=delegation, **acting(request, link)):
        messages.success(request, _("You have accepted. Now put your people on the list."))
        return redirect("delegation", token)
    open_link = delegation.open_link and reverse("join", args=[delegation.open_token])
    context = {
        "delegation": delegation,
        "event": delegation.event,
        "token": token,
        "form": form,
        "progress": Progress(delegation),
        "is_invited": delegation.state == DelegationState.INVITED,
        "open_link": f"{settings.BASE_URL}{open_link}" if open_link else "",
    }
    return render(request, "events/delegation.html", context)


@held(links.HEAD)
@read_or_post
def decline(request, delegation, *, link, token):
    """A page with one button that gives all places back."""
    if request.method == "POST" or delegation.state != DelegationState.INVITED:
        words = _("You have declined. The places go back to the event.")
        tried(
            request,
            words,
            actions.decline_delegation,
            delegation=delegation,
            **acting(request, link),
        )
        return redirect("delegation", token)
    return form_page(
        request,
        delegation,
        token,
        None,
        title=_("Decline the invitation"),
        lead=_("The places go back to the event. Only the event team can invite you again."),
        button=_("Decline"),
        is_danger=True,
    )


@led()
def travel(request, delegation, *, link, token):
    """Change the days of travel."""
    initial = {name: getattr(delegation, name) for name in GroupTravelForm.base_fields}
    form = GroupTravelForm(posted(request)[0], initial=initial)
    if saved(form, actions.change_travel, delegation=delegation, **acting(request, link)):
        messages.success(request, _("The days of travel are saved."))
        return redirect("delegation", token)
    return form_page(
        request, delegation, token, form, title=_("Days of travel"), button=_("Save the days")
    )


@led()
def places(request, delegation, *, link, token):
    """Ask for more places."""
    form = PlacesForm(posted(request)[0], initial={"places": delegation.places_wanted})
    if form.is_valid() and not consume(request, action="ask_places", key=str(delegation.pk)):
        form.add_error(None, _("You have asked several times. Try again in an hour."))
    if saved(form, actions.ask_for_places, delegation=delegation, **acting(request, link)):
        messages.success(request, _("The event team has your wish. It answers by mail."))
        return redirect("delegation", token)
    words = ngettext(
        "Your delegation has %(places)s place. The event team decides and answers by mail.",
        "Your delegation has %(places)s places. The event team decides and answers by mail.",
        delegation.places,
    )
    return form_page(
        request,
        delegation,
        token,
        form,
        title=_("Ask for more places"),
        lead=words % {"places": delegation.places},
        button=_("Ask for places"),
    )


@led(methods=require_POST)
def open_link(request, delegation, *, link, token):
    """Make the open link, or a new one in its place."""
    words = _("The open link is made. You find it below.")
    made = actions.open_join_link
    tried(request, words, made, delegation=delegation, **acting(request, link))
    return redirect("delegation", token)


@led(methods=require_POST)
def close_link(request, delegation, *, link, token):
    """Revoke the open link."""
    words = _("The open link does not work any more.")
    close = actions.close_join_link
    tried(request, words, close, delegation=delegation, **acting(request, link))
    return redirect("delegation", token)
