"""Registering without a delegation: an address first, or an account; then one form."""

from functools import partial

from allauth.core.ratelimit import consume
from django.contrib import messages
from django.core.signing import BadSignature
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from corridor import clock
from corridor.actions import Conflict, Refused
from corridor.forms import posted
from events import actions, links
from events.actions.places import Pool
from events.forms.registrations import EmailForm, PersonForm
from events.models import Event
from events.views.registrations import form_page, owner, signed_in, startups_of


@never_cache
@form_page
def register(request, slug):
    """The address to which a link is mailed; whoever signed in with theirs gets the form at once."""
    event = get_object_or_404(Event.objects.visible_to(request.user), slug=slug)
    if request.user.is_authenticated:
        if own := registered_with(event, request.user.email):
            return redirect(own)
        if actions.open_to_everybody(event):
            return fill_in(request, event, request.user.email)
    form = EmailForm(*posted(request))
    status = 200
    if form.is_valid():
        if is_within_limits(request, form.cleaned_data["email"]):
            actions.mail_way_in(
                event=event, language=get_language(), by=signed_in(request), **form.cleaned_data
            )
            return redirect("register_sent", slug)
        form.add_error(None, _("You have asked several times. Try again in an hour."))
        status = 429
    context = {
        "event": event,
        "form": form,
        "window": event.registration_window(clock.today()),
        "is_open": actions.open_to_everybody(event),
        "hours": links.MAILED_HOURS,
    }
    if context["is_open"]:
        context |= room_in(Pool(event, None))
    return render(request, "events/register.html", context, status=status)


@require_safe
def sent(request, slug):
    event = get_object_or_404(Event.objects.visible_to(request.user), slug=slug)
    context = {"event": event, "hours": links.MAILED_HOURS}
    return render(request, "events/register_sent.html", context)


@csrf_exempt
@never_cache
@form_page
def mailed_form(request, slug, token):
    """The form behind a mailed link: whoever has it reads the mail of the address in it."""
    event = get_object_or_404(Event.objects.visible_to(request.user), slug=slug)
    try:
        pk, email = links.mailed_to(token)
    except links.Expired:
        response = render(request, "events/register_expired.html", {"event": event})
    except BadSignature as error:
        raise Http404 from error
    else:
        if pk != event.pk:
            raise Http404
        own = registered_with(event, email)
        response = redirect(own) if own else fill_in(request, event, email)
    response["Referrer-Policy"] = "no-referrer"
    return response


def fill_in(request, event, email):
    """The form for an address that is known to be the reader's, or why there is none."""
    if not actions.open_to_everybody(event):
        return redirect("register", event.slug)
    form = form_for(request, email)
    if form.is_valid() and (own := registered(request, form, event, email)):
        return redirect(own)
    context = {"event": event, "form": form, "email": email, **room_in(Pool(event, None))}
    return render(request, "events/register_form.html", context)


def form_for(request, email):
    startups = startups_of(request.user, email)
    if startups is None:
        initial = {"language": get_language()}
        return PersonForm(*posted(request), initial=initial, address=email)
    return PersonForm.of_account(request.user, *posted(request), startups=startups)


def registered(request, form, event, email):
    """The registration, also if it was sent twice; None while there is something to correct."""
    person = {"email": email, **form.said(), **owner(request.user, form.cleaned_data, email)}
    act = partial(actions.register, event=event, by=signed_in(request))
    try:
        [delegate] = act(people=[person])
    except Conflict as conflict:
        if own := registered_with(event, email):
            return own
        form.add_error(None, conflict.message)
    except Refused as refused:
        form.add_error(None, refused.message)
    else:
        messages.success(request, _("Your registration has arrived."))
        return delegate
    return None


def registered_with(event, email):
    """Whoever takes part or waits under an address."""
    return event.delegates.active().filter(email__iexact=email).first()


def room_in(pool):
    """What one should know before one sends a form: how many places are left, and how many wait for one."""
    waiting = pool.delegates.waiting().count()
    return {"free": 0 if waiting else max(pool.free, 0), "waiting": waiting}


def is_within_limits(request, email):
    """So many questions from one connection, and so many to one address."""
    return bool(
        consume(request, action="ask_event_link")
        and consume(request, action="ask_event_link_email", key=email)
    )
