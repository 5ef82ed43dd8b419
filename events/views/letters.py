"""A delegate's letter for a visa behind a mailed code, their needs, and the public check of a letter."""

import functools
from datetime import date
from functools import partial

from allauth.core.ratelimit import consume
from dateutil.relativedelta import relativedelta
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from corridor import clock
from corridor.forms import posted
from events import actions, emails, links, proof
from events.choices import DelegateState, LetterState
from events.forms.letters import CheckForm, CodeForm, LetterForm, NeedsForm
from events.invitation import render_letter
from events.letter_codes import typed
from events.models import InvitationLetter, LetterSetup, Needs, TravelDocument
from events.views.held import held
from events.views.registrations import attempt, form_page, is_over, signed_in
from events.visa import day_of_entry, time_for_visa

# A passport should outlast the exit by this (Art. 12 Visa Code, Reg. (EC) 810/2009).
OUTLASTS = relativedelta(months=3)


def behind_code(view):
    """Ask for a code mailed to the delegate's address, once per browser session."""

    @functools.wraps(view)
    def wrapper(request, delegate, *, link, token):
        if not has_letters(delegate):
            raise Http404
        if proof.is_given(request, delegate):
            return view(request, delegate, link=link, token=token)
        return ask_code(request, delegate, token)

    return wrapper


def has_letters(delegate):
    """Letters are for confirmed people of an event that has somebody to approve them."""
    return (
        delegate.state == DelegateState.CONFIRMED
        and LetterSetup.objects.filter(event=delegate.event).exists()
    )


def ask_code(request, delegate, token):
    """A page that mails the code on a POST, and one that takes it. A GET mails nothing."""
    form = CodeForm(request.POST if "code" in request.POST else None)
    if form.is_valid():
        if proof.gives(request, delegate, form.cleaned_data["code"]):
            return redirect(request.path)
        form.add_error("code", _("This code does not work. Have a new one sent."))
    elif request.method == "POST" and "send" in request.POST and delegate.email:
        if consume(request, action="proof_code", key=str(delegate.pk)):
            emails.proof_code(delegate, proof.new_code(request, delegate))
            return redirect(request.path)
        messages.error(request, _("You have asked several times. Try again in an hour."))
    context = {
        "delegate": delegate,
        "event": delegate.event,
        "token": token,
        "form": form,
        "was_sent": proof.was_sent(request, delegate),
    }
    return render(request, "events/proof.html", context)


@held(links.DELEGATE)
@form_page
@behind_code
def letter(request, delegate, *, link, token):
    """Ask for a letter, change what nobody has approved yet, read how it stands."""
    found = delegate.letters.first()
    is_settled = found is not None and found.state == LetterState.APPROVED
    # Before the form is read: it writes what was typed into the letter, also days that are refused.
    visa = time_for_visa(day_of_entry(delegate, found), clock.today())
    form = None if is_settled or is_over(delegate) else filled(request, delegate, found)
    if form and form.is_valid():
        act = partial(actions.ask_letter, delegate=delegate, link=link, by=signed_in(request))
        if attempt(form, act, **form.said()):
            messages.success(request, _("Your letter is asked for. You get mail once it is approved."))  # fmt: skip
            return redirect(request.path)
    context = {
        "delegate": delegate,
        "event": delegate.event,
        "token": token,
        "letter": found,
        "form": form,
        "visa": visa,
        "passport_ends": found and ends_early(delegate, found),
    }
    return render(request, "events/letter.html", context)


def filled(request, delegate, found):
    """The form with what was said before, or with what the registration knows."""
    open_letter = found if found and found.state == LetterState.ASKED else None
    passport = passport_of(delegate)
    known = {
        "function": delegate.job_title,
        "entry_on": delegate.arrives_on,
        "exit_on": delegate.departs_on,
        "lodging_address": delegate.hotel,
        **passport,
    }
    data, files = posted(request)
    if open_letter:
        return LetterForm(data, files, instance=open_letter, initial=passport)
    return LetterForm(data, files, initial=known)


def passport_of(delegate):
    document = TravelDocument.objects.filter(delegate=delegate).first()
    return document.opened() if document else {}


def ends_early(delegate, found):
    """Whether the passport ends less than three months after the exit."""
    last = passport_of(delegate).get("expires_on")
    return bool(last) and date.fromisoformat(last) < found.exit_on + OUTLASTS


@held(links.DELEGATE)
@require_safe
def letter_file(request, delegate, *, link, token):
    """The approved letter, rendered now and kept nowhere; before the proof is given, the way there."""
    if not has_letters(delegate):
        raise Http404
    if not proof.is_given(request, delegate):
        return redirect("registration_letter", token)
    found = delegate.letters.filter(state=LetterState.APPROVED).first()
    if found is None:
        raise Http404
    pdf = render_letter(found, passport_of(delegate))
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{found.number}.pdf"'
    return response


@held(links.DELEGATE)
@form_page
def needs(request, delegate, *, link, token):
    """What somebody needs at table and to get around; for the event team alone."""
    if not delegate.is_active or is_over(delegate):
        return redirect("registration", token)
    kept = Needs.objects.filter(delegate=delegate).first()
    form = NeedsForm(*posted(request), instance=kept, initial={"consent": kept is not None})
    if form.is_valid():
        act = partial(actions.save_needs, delegate=delegate, link=link, by=signed_in(request))
        said = form.cleaned_data
        attempt(form, act, **said)
        if not form.errors:
            messages.success(request, _("Your needs are saved."))
            return redirect("registration", token)
    context = {"delegate": delegate, "event": delegate.event, "token": token, "form": form}
    return render(request, "events/needs.html", {**context, "kept": kept})


@never_cache
@require_safe
def check(request):
    """Where the code of a letter is typed; the address of its page has it in the form in which it was given."""
    form = CheckForm(request.GET if "code" in request.GET else None)
    if form.is_valid():
        return redirect("verify", form.cleaned_data["code"])
    return answered(request, {"form": form})


@never_cache
@require_safe
def verify(request, code):
    """Whether a letter is valid: initials, event, days, and nothing more."""
    rows = InvitationLetter.objects.exclude(code="").select_related("delegate__event")
    found = rows.filter(code=typed(code)).first()
    if found is None:
        context = {"form": CheckForm(initial={"code": code}), "is_unknown": True}
        return answered(request, context, status=404)
    return answered(request, {"letter": found, "is_past": found.exit_on < clock.today()})


def answered(request, context, status=200):
    response = render(request, "events/verify.html", context, status=status)
    response["Referrer-Policy"] = "no-referrer"
    return response
