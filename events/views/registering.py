"""Registering without a delegation: an address first, or an account; then one form, with up to four companions."""

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
from events.forms.registrations import MOST_TOGETHER, Companions, EmailForm, PersonForm
from events.models import Event
from events.views.registrations import form_page, owner, signed_in, startups_of
from events.views.together import blame, guests_of, is_steered, registered_with


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
    guests = guests_of(request, Companions, first=[], blank={"language": get_language()})
    guests.own = email
    is_right = form.is_valid() & guests.is_valid()
    if is_right and (own := registered(request, form, guests, event, email)):
        return redirect(own)
    number = 1 + len(guests.forms)
    context = {"event": event, "form": form, "email": email, **room_in(Pool(event, None))}
    context |= {"guests": guests, "number": number, "can_add": number < MOST_TOGETHER}
    return render(request, "events/register_form.html", context)


def form_for(request, email):
    """The form of whoever registers; as it was typed while companions are added and taken out."""
    startups = startups_of(request.user, email)
    data = (None, None) if is_steered(request) else posted(request)
    if startups is None:
        form = PersonForm(*data, initial={"language": get_language()}, address=email)
    else:
        form = PersonForm.of_account(request.user, *data, startups=startups)
    if is_steered(request):
        form.initial |= {name: request.POST.get(name, "") for name in form.fields}
    return form


def registered(request, form, guests, event, email):
    """The registration, also if it was sent twice; None while there is something to correct."""
    if guests.forms and not consume(request, action="join_delegation"):
        words = _("Many people have registered from your connection. Go on in an hour.")
        form.add_error(None, words)
        return None
    person = {"email": email, **form.said(), **owner(request.user, form.cleaned_data, email)}
    people = [person, *(one.cleaned_data for one in guests)]
    act = partial(actions.register, event=event, by=signed_in(request))
    try:
        delegate, *others = act(people=people)
    except Conflict as conflict:
        if own := registered_with(event, email):
            return own
        blame(guests, event, conflict)
    except Refused as refused:
        form.add_error(None, refused.message)
    else:
        messages.success(request, arrived(others))
        return delegate
    return None


def arrived(others):
    """Whoever was entered by somebody else has a page of their own, too."""
    if others:
        return _(
            "Your registration has arrived. Each companion has a mail with a link of their own."
        )
    return _("Your registration has arrived.")


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
