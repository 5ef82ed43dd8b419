"""A delegation's open link: people register with it by themselves, alone or together."""

from functools import partial

from allauth.core.ratelimit import consume
from django.core import signing
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from corridor import clock
from corridor.actions import Conflict, Refused
from events import actions, links
from events.actions.places import Pool
from events.choices import DelegationState, Window
from events.forms.registrations import MOST_TOGETHER, GuestForm, Guests, PersonForm
from events.models import Delegate
from events.views.held import held
from events.views.registering import room_in
from events.views.registrations import form_page, owner, signed_in, startups_of
from events.views.together import blame, guests_of

SALT = "events.joined"


@held(links.OPEN)
@form_page
def join(request, delegation, *, link, token):
    """One form for up to five people; buttons add one or take one out, and send nothing."""
    event = delegation.event
    window = event.registration_window(clock.today())
    context = {"delegation": delegation, "event": event, "token": token, "window": window}
    if window != Window.OPEN or delegation.state != DelegationState.ACCEPTED:
        return render(request, "events/join.html", {**context, "is_closed": True})
    first = [first_guest(request, delegation)]
    guests = guests_of(request, Guests, first=first, blank=blank(delegation))
    status = 200
    if guests.is_bound and guests.is_valid():
        if consume(request, action="join_delegation"):
            if people := registered(request, guests, delegation, link):
                return redirect("join_done", token, token_of(people))
        else:
            status = 429
            guests.non_form_errors().append(
                _("Many people have registered from your connection. Go on in an hour.")
            )
    context |= room_in(Pool(event, delegation)) | {
        "guests": guests,
        "number": len(guests.forms),
        "can_add": len(guests.forms) < MOST_TOGETHER,
    }
    return render(request, "events/join.html", context, status=status)


@held(links.OPEN)
@require_safe
def done(request, delegation, *, link, token, people):
    """How it stands for those who have just registered; each has a mail with a link of their own."""
    try:
        pks = signing.loads(people, salt=SALT)
    except signing.BadSignature as error:
        raise Http404 from error
    registered = Delegate.objects.filter(pk__in=pks, delegation=delegation).order_by("position")
    context = {"delegation": delegation, "event": delegation.event, "people": registered}
    return render(request, "events/join_done.html", context)


def blank(delegation):
    return {"organisation": delegation.organisation, "language": get_language()}


def first_guest(request, delegation):
    """Whoever signed in is known already."""
    if not request.user.is_authenticated:
        return blank(delegation)
    user = request.user
    known = PersonForm.of_account(user, startups=startups_of(user, user.email)).initial
    return blank(delegation) | {
        name: value for name, value in known.items() if value and name in GuestForm.Meta.fields
    } | {"email": user.email}  # fmt: skip


def registered(request, guests, delegation, link):
    """All of them, or none and the reason beside the person it is about."""
    people = [one.cleaned_data | owner(request.user, one.cleaned_data, "") for one in guests]
    act = partial(actions.register, event=delegation.event, delegation=delegation, link=link)
    try:
        return act(people=people, by=signed_in(request))
    except Conflict as conflict:
        blame(guests, delegation.event, conflict)
    except Refused as refused:
        guests.non_form_errors().append(refused.message)
    return None


def token_of(people):
    return signing.dumps([person.pk.hex for person in people], salt=SALT)
