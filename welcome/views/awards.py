"""Using an award: its benefits, the wishes for them, the report, the landing checklist, the settlement."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from corridor.actions import Refused
from corridor.forms import posted
from welcome import actions
from welcome.choices import LandingState
from welcome.forms.awards import LandingForm, ProofForm, SettlementForm, UseForm, WishForm
from welcome.models import Award, LandingMark, LandingStep, Redemption, Settlement
from welcome.views.cases import is_owner, own_case
from welcome.views.drafts import read_or_post
from welcome.views.typed import for_its_people, forget_typed, sealed, typed


@login_required
@require_safe
def benefits(request, reference):
    """Every benefit of the award with what is left of it, and what was asked for."""
    case, award = own_award(request, reference)
    wishes = award.redemptions.select_related("item__granted")
    context = {
        "case": case,
        "award": award,
        "items": award.items.with_taken().select_related("granted"),
        "wishes": wishes,
        "proof": award.proofs.last(),
        "settlement": Settlement.objects.filter(award=award).first(),
    }
    return render(request, "welcome/awards/benefits.html", context)


@for_its_people
@read_or_post
def ask(request, reference, pk):
    """Ask for a benefit on a day."""
    case, award = own_award(request, reference)
    item = get_object_or_404(award.items.select_related("granted"), pk=pk)
    if not award.can_be_used or (not item.left and request.method != "POST"):
        return redirect("benefits", reference)
    item.award = award
    form = WishForm(*typed(request), item=item)
    if request.method == "POST" and form.is_valid():
        try:
            actions.ask_benefit(item=item, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            forget_typed(request)
            messages.success(request, wish_sent(item))
            return redirect("benefits", reference)
    context = {"case": case, "award": award, "item": item, "form": form, **sealed(request)}
    return render(request, "welcome/awards/ask.html", context)


def wish_sent(item):
    if item.provider_email:
        words = _(
            "The authority and %(provider)s have your wish. You get mail when it is answered."
        )
        return words % {"provider": item.granted.provider}
    return _("The authority has your wish. You get mail when it answers.")


@login_required
@read_or_post
def wish(request, reference, pk):
    """One wish: note its use once it is confirmed, or take it back."""
    case, award = own_award(request, reference)
    found = get_object_or_404(Redemption.objects.select_related("item__granted"), pk=pk)
    if found.item.award_id != award.pk:
        raise Http404
    found.item.award = award
    form = UseForm(*use_of(request), redemption=found) if found.is_confirmed else None
    done = answered(request, found, form)
    if done:
        messages.success(request, done)
        return redirect("benefits", reference)
    context = {"case": case, "award": award, "wish": found, "form": form}
    return render(request, "welcome/awards/wish.html", context)


def use_of(request):
    """What was posted to note a use; the button that takes a wish back has a name of its own."""
    return () if "cancel" in request.POST else posted(request)


def answered(request, found, form):
    """Take the wish back or note its use; what to say then, nothing when there is something to correct."""
    try:
        if request.method == "POST" and "cancel" in request.POST:
            actions.cancel_benefit(redemption=found, by=request.user)
            return _("The wish is taken back.")
        if form and form.is_valid():
            actions.note_use(redemption=found, by=request.user, **form.cleaned_data)
            return _("The use is noted.")
    except Refused as refused:
        messages.error(request, refused.message)
    return ""


@for_its_people
@read_or_post
def report(request, reference):
    """The proof of use: written once a benefit is used, read when it is sent."""
    case, award = own_award(request, reference)
    owner = is_owner(request.user, case)
    form = ProofForm(*(typed(request) if owner else ())) if award.report_is_owed else None
    if request.method == "POST" and form and form.is_valid():
        try:
            actions.send_proof(case=case, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            forget_typed(request)
            messages.success(request, _("The proof of use is sent."))
            return redirect("report", reference)
    proofs = award.proofs.prefetch_related("files__document").select_related("submitted_by")
    context = {
        "case": case,
        "award": award,
        "owner": owner,
        "form": form,
        **sealed(request),
        "proofs": proofs.order_by("-pk"),
    }
    return render(request, "welcome/awards/report.html", context)


@login_required
@require_safe
def landing(request, reference):
    """The steps that the authority recommends, each with the start-up's own state, date and note."""
    case, award = own_award(request, reference)
    marks = {mark.step_id: mark for mark in award.landing_marks.all()}
    steps = LandingStep.objects.filter(authority=case.authority)
    rows = [(step, marks.get(step.pk)) for step in steps if step.is_shown or step.pk in marks]
    finished = {LandingState.DONE, LandingState.NOT_NEEDED}
    context = {
        "case": case,
        "award": award,
        "rows": rows,
        "done": sum(mark is not None and mark.state in finished for _step, mark in rows),
        "settlement": Settlement.objects.filter(award=award).first(),
    }
    return render(request, "welcome/awards/landing.html", context)


@login_required
@read_or_post
def landing_step(request, reference, pk):
    case, award = own_award(request, reference)
    step = get_object_or_404(LandingStep, pk=pk, authority=case.authority)
    mark = LandingMark.objects.filter(award=award, step=step).first()
    form = LandingForm(*posted(request), instance=mark or LandingMark())
    if form.is_valid():
        actions.mark_landing(award=award, step=step, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("landing", reference)
    context = {"case": case, "step": step, "form": form}
    return render(request, "welcome/awards/landing_step.html", context)


@login_required
@read_or_post
def settlement(request, reference):
    """Since when the start-up has settled, and under which number."""
    case, award = own_award(request, reference)
    known = Settlement.objects.filter(award=award).values("settled_on", "kind", "number").first()
    form = SettlementForm(*posted(request), startup=case.startup, initial=known)
    if form.is_valid():
        try:
            actions.note_settlement(award=award, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("Your settlement is noted."))
            return redirect("landing", reference)
    return render(request, "welcome/awards/settlement.html", {"case": case, "form": form})


def own_award(request, reference):
    """A case of one's own start-up and its award in use."""
    case = own_case(request, reference)
    award = get_object_or_404(Award, case=case)
    award.case = case
    return case, award
