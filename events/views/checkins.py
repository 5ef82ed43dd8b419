"""The door of an event, for the event team on their phones: scans, names, and who is in.

Everything works as plain pages; the script on top of them scans with the camera and goes on without network.
"""

import json
from functools import wraps
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor import clock
from corridor.accounts.choices import Role
from corridor.actions import Refused
from corridor.forms import posted
from events import actions, arrivals, entrance, offline
from events.choices import Outcome
from events.exceptions import UnknownTicket
from events.forms.checkins import FindForm, GateForm
from events.models import CheckIn, Delegate, Event

WORKER = Path(settings.BASE_DIR) / "static" / "js" / "checkin-worker.js"
GATE = "checkin_gate"


def at_door(view):
    """For the event team alone: the view gets the event; for everybody else there is none."""

    @login_required
    @wraps(view)
    def wrapper(request, slug, **arguments):
        if not request.user.has_role(Role.EVENT_TEAM):
            raise Http404
        return view(request, get_object_or_404(Event, slug=slug), **arguments)

    return wrapper


@require_safe
@cache_control(no_cache=True)
def worker(request):
    """The script that keeps the page at hand; from here it reaches all that begins with /checkin/ and nothing else."""
    return HttpResponse(WORKER.read_text(), content_type="text/javascript; charset=utf-8")


@at_door
@require_http_methods(["GET", "HEAD", "POST"])
def door(request, event):
    """Who is in; and a field for the code of a ticket, which checks in at once, or for a name, which is looked up."""
    form = FindForm(posted(request)[0])
    people = None
    if form.is_valid():
        said = form.cleaned_data["said"]
        # A name of twelve letters could be a code, and is none.
        if entrance.holder(event, said):
            return come_in(request, event, scan=uuid4(), code=said)
        people = [(delegate, uuid4()) for delegate in arrivals.found(event, said)]
        form = FindForm(initial=form.cleaned_data)
    return render(request, "events/checkin.html", context_of(request, event, form, people))


def context_of(request, event, form, people):
    return {
        "event": event,
        "form": form,
        "people": people,
        "card": shown(request, event),
        "numbers": arrivals.numbers(event),
        "gate": request.session.get(GATE, ""),
        "gate_form": GateForm(initial={"gate": request.session.get(GATE, "")}),
        "is_over": clock.now() > event.ends_at,
        "words": json.dumps(offline.words(), ensure_ascii=False),
    }


def shown(request, event):
    """The card of the scan that the page's address names; nothing about a person stands in it."""
    try:
        scan = UUID(request.GET.get("scan", ""))
    except ValueError:
        return None
    known = CheckIn.objects.filter(scan=scan, delegate__event=event)
    known = known.select_related("delegate__delegation").first()
    return known and arrivals.card_of(known, event, request.user)


def come_in(request, event, *, scan, **whom):
    """Check somebody in, and lead to the card that says what came of it."""
    page = reverse("checkin", args=[event.slug])
    gate = request.session.get(GATE, "")
    try:
        known = actions.check_in(
            event=event, at=clock.now(), scan=scan, gate=gate, by=request.user, **whom
        )
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect(page)
    return redirect(f"{page}?scan={known.scan}")


@at_door
@require_POST
def by_name(request, event, pk):
    """Check in somebody who was found by name; the button brings the id of the scan, so that it counts once."""
    delegate = get_object_or_404(Delegate, pk=pk, event=event)
    try:
        scan = UUID(request.POST.get("scan", ""))
    except ValueError:
        scan = uuid4()
    return come_in(request, event, scan=scan, delegate=delegate)


@at_door
@require_POST
def undo(request, event, pk):
    """Take a check-in back."""
    known = get_object_or_404(CheckIn.objects.select_related("delegate"), pk=pk)
    if known.delegate.event_id != event.pk:
        raise Http404
    try:
        actions.undo_check_in(check_in=known, by=request.user)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(
            request, _("%(name)s is not checked in any more.") % {"name": known.delegate.name}
        )
    return redirect("checkin", event.slug)


@at_door
@require_POST
def gate(request, event):
    """Remember where this session stands."""
    form = GateForm(request.POST)
    if form.is_valid():
        request.session[GATE] = form.cleaned_data["gate"]
        messages.success(request, _("From now on this is written beside your check-ins."))
    else:
        messages.error(request, form.errors["gate"][0])
    return redirect("checkin", event.slug)


@at_door
@require_safe
def phone_list(request, event):
    """What a phone keeps for hours without network: hashes of tickets, names, delegations; after the end nothing."""
    left = (event.ends_at - clock.now()).total_seconds()
    people = arrivals.phone_list(event) if left > 0 else []
    return JsonResponse({"seconds": max(0, int(left)), "people": people})


@at_door
@require_POST
def scans(request, event):
    """Scans that a phone has kept, in JSON; the answer says of each what it was, and how many have come."""
    try:
        sent = offline.read(request.body)
    except ValueError:
        return HttpResponseBadRequest()
    holders = entrance.holders(event) if sent.scans else {}
    keys = {holders.get(scan["ticket"]) for scan in sent.scans}
    people = {person.pk: person for person in Delegate.objects.filter(pk__in=keys - {None})}
    results = [
        answer(request, event, sent, scan, people.get(holders.get(scan["ticket"])))
        for scan in sent.scans
    ]
    count = render_to_string("events/checkin_numbers.html", {"numbers": arrivals.numbers(event)})
    return JsonResponse({"results": results, "numbers": count})


def answer(request, event, sent, scan, delegate):
    """What one scan was; with the whole card for the one that somebody looks at."""
    try:
        if delegate is None:
            raise UnknownTicket
        known = actions.check_in(
            event=event, delegate=delegate, by=request.user, **sent.facts(scan)
        )
    except Refused as refused:
        return {"scan": scan["scan"], "outcome": "refused", "words": str(refused.message)}
    said = {"scan": scan["scan"], "outcome": known.outcome, "words": known.get_outcome_display()}
    if known.outcome == Outcome.AGAIN:
        first = CheckIn.objects.valid().filter(delegate=delegate).select_related("by").first()
        said["words"] = arrivals.already(first, event) if first else said["words"]
    if scan["scan"] == sent.shown:
        card = {"card": arrivals.card_of(known, event, request.user), "event": event}
        said["card"] = render_to_string("events/checkin_card.html", card, request)
    return said
