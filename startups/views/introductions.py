"""Introductions: ask for one, answer one, see where it stands. Only members of both sides, and staff, come here."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Case, When
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.actions import Refused
from corridor.forms import posted
from startups import actions
from startups import introductions as steps
from startups.forms import AnswerForm, AskForm, OutcomeForm
from startups.models import Introduction, Partner, Startup
from startups.views.openings import saved

# Of each direction; a start-up asks at most twenty times in thirty days.
MOST_SHOWN = 100
# By the last part of the address: the action, and what is said then.
ANSWERS = {
    "accept": (
        actions.accept_introduction,
        gettext_lazy("You have accepted. Now you can write to each other."),
    ),
    "decline": (
        actions.decline_introduction,
        gettext_lazy("You have declined. The other side gets mail."),
    ),
}


@login_required
@require_safe
def introductions(request):
    """What others asked of one's start-ups, and what these asked; open questions first."""
    own = Startup.objects.of(request.user)
    rows = Introduction.objects.select_related("asking", "startup", "partner")
    context = {
        "received": newest(rows.filter(startup__in=own)),
        "asked": newest(rows.filter(asking__in=own)),
        "most": MOST_SHOWN,
    }
    return render(request, "startups/introductions.html", context)


def newest(rows):
    """Open ones before all others, the newest first."""
    is_over = Case(When(ended_at=None, then=0), default=1)
    return list(rows.order_by(is_over, "-asked_at", "id")[:MOST_SHOWN])


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request):
    """Ask a start-up or a partner, which the address names, to meet."""
    target = target_of(request)
    if target is None:
        return redirect("startups")
    own = Startup.objects.of(request.user).published().exclude(pk=target.pk).by_name()
    if not own:
        return render(request, "startups/introduction_not_yet.html", {"target": target})
    form = AskForm(*posted(request)[:1], own=own)
    if introduction := saved(form, actions.ask_introduction, target=target, by=request.user):
        messages.success(request, _("Your request is on its way. You get mail with the answer."))
        return redirect(introduction)
    return render(request, "startups/introduction_form.html", {"form": form, "target": target})


def target_of(request):
    """Whom the address names, as far as they are public; None where it names nobody."""
    for name, rows in [("startup", Startup.objects), ("partner", Partner.objects)]:
        if slug := request.GET.get(name):
            if "\0" in slug:
                raise Http404
            return get_object_or_404(rows.published(), slug=slug)
    return None


@login_required
@require_safe
def introduction(request, pk):
    """Where it stands, the answer, and once it is accepted whom to write to."""
    return page(request, seen(request, pk))


@login_required
@require_POST
def answer(request, pk, verb):
    """Yes or no, with a few words if the person likes."""
    introduction = get_object_or_404(
        Introduction.objects.filter(startup__in=Startup.objects.owned_by(request.user)), pk=pk
    )
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return page(request, seen(request, pk), answer_form=form)
    act, done = ANSWERS[verb]
    tell(request, done, act, introduction=introduction, **form.cleaned_data)
    return redirect(introduction)


@login_required
@require_POST
def withdraw(request, pk):
    asked = Introduction.objects.filter(asking__in=Startup.objects.of(request.user))
    introduction = get_object_or_404(asked, pk=pk)
    done = _("The request is taken back.")
    tell(request, done, actions.withdraw_introduction, introduction=introduction)
    return redirect(introduction)


@login_required
@require_POST
def outcome(request, pk):
    introduction = get_object_or_404(Introduction.objects.owned_by(request.user), pk=pk)
    form = OutcomeForm(request.POST)
    if not form.is_valid():
        return page(request, seen(request, pk), outcome_form=form)
    done = _("The outcome is noted.")
    tell(request, done, actions.note_outcome, introduction=introduction, **form.cleaned_data)
    return redirect(introduction)


def tell(request, done, act, **arguments):
    """Call the action and say what became of it."""
    try:
        act(by=request.user, **arguments)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, done)


def seen(request, pk):
    rows = Introduction.objects.visible_to(request.user)
    people = rows.select_related("asking", "startup", "partner", "asked_by", "answered_by")
    return get_object_or_404(people, pk=pk)


def page(request, introduction, *, answer_form=None, outcome_form=None):
    user = request.user
    own = set(Startup.objects.of(user).values_list("pk", flat=True))
    may_answer = Introduction.objects.waiting_for(user).filter(pk=introduction.pk).exists()
    is_owner = Introduction.objects.owned_by(user).filter(pk=introduction.pk).exists()
    noted = {"outcome": introduction.outcome, "note": introduction.outcome_note}
    context = {
        "introduction": introduction,
        "target": introduction.target,
        "sentence": steps.sentence(introduction, may_answer=may_answer),
        "stops": steps.stops(introduction),
        "contacts": steps.contacts(introduction),
        "may_withdraw": introduction.is_open and introduction.asking_id in own,
        "answer_form": (answer_form or AnswerForm()) if may_answer else None,
        "outcome_form": (outcome_form or OutcomeForm(initial=noted))
        if is_owner and introduction.is_accepted
        else None,
    }
    return render(request, "startups/introduction.html", context)
