from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from corridor.actions import Refused
from startups.choices import MemberRole
from welcome import actions
from welcome.afterwards import afterwards
from welcome.forms.cases import ExtensionForm, MessageForm
from welcome.models import Case
from welcome.stages import (
    history,
    next_step,
    open_hearing,
    open_request,
    owed_with_award,
    stops_of,
)
from welcome.views.drafts import read_or_post
from welcome.views.typed import came_back, for_its_people, forget_typed, sealed, typed


@login_required
@require_safe
def detail(request, reference):
    """One case for the applicant: where it stands, who owes the next step, messages, documents, what happened."""
    return case_page(request, own_case(request, reference))


@for_its_people
@read_or_post
def write(request, reference):
    """Send the authority a message; what is wrong with it is said on the page of the case."""
    case = own_case(request, reference)
    if request.method != "POST" and not (came_back(request) and case.is_running):
        return redirect(case)
    form = MessageForm(*typed(request), case=case)
    if request.method == "POST" and form.is_valid():
        written = {name: form.cleaned_data[name] for name in ("text", "files")}
        try:
            actions.write_to_authority(case=case, by=request.user, **written)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            forget_typed(request)
            messages.success(request, _("Your message is sent."))
            return redirect(f"{case.get_absolute_url()}#messages")
    return case_page(request, case, form=form)


def case_page(request, case, *, form=None):
    delivery = delivery_of(case)
    after = afterwards(case, delivery)
    asked = open_request(case)
    thread = case.messages.select_related("by").prefetch_related("files__document")
    context = {
        "case": case,
        "stops": stops_of(case),
        "next_step": next_step(case, delivery),
        "owed": owed_with_award(case, delivery, after["award"]),
        "delivery": delivery,
        "asked": asked,
        "extensions": asked.extensions.all() if asked else [],
        "thread": thread,
        "form": form or (MessageForm(case=case) if case.is_running else None),
        "documents": case.revision.documents.read_by([case.authority]).select_related("document"),
        "history": history(case),
        "owner": is_owner(request.user, case),
        "can_withdraw": case.can_be_withdrawn,
        "hearing": open_hearing(case),
        **after,
        **sealed(request, reverse("case_message", args=[case.reference])),
    }
    return render(request, "welcome/case.html", context)


@for_its_people
@read_or_post
def extension(request, reference):
    """Ask for more time to answer."""
    case = own_case(request, reference)
    asked = open_request(case)
    if asked is None or asked.open_extension or not asked.can_be_answered:
        return redirect(case)
    form = ExtensionForm(*typed(request), request=asked)
    if request.method == "POST" and form.is_valid():
        try:
            actions.ask_extension(request=asked, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            forget_typed(request)
            messages.success(
                request,
                _("You have asked for more time. The deadline does not run out before the answer."),
            )
            return redirect(case)
    context = {"case": case, "asked": asked, "form": form, **sealed(request)}
    return render(request, "welcome/extension.html", context)


@login_required
@read_or_post
def withdraw(request, reference):
    """Asks once more, then withdraws the application for this package."""
    case = own_case(request, reference)
    context = {
        "case": case,
        "owner": is_owner(request.user, case),
        "can_withdraw": case.can_be_withdrawn,
        "asked": open_request(case),
    }
    if request.method == "POST":
        try:
            actions.withdraw(case=case, by=request.user)
        except Refused as refused:
            context["refused"] = refused.message
        else:
            messages.success(request, _("Your application for this package is withdrawn."))
            return redirect(case)
    return render(request, "welcome/withdraw.html", context)


def own_case(request, reference):
    """A case of one's own start-up. Staff work in the back office, so this is no page of theirs."""
    mine = Case.objects.for_applicant(request.user).select_related(
        "package__authority", "startup", "revision"
    )
    return get_object_or_404(mine, reference=reference)


def is_owner(user, case):
    return case.startup.memberships.filter(user=user, role=MemberRole.OWNER).exists()


def delivery_of(case):
    """The latest delivery of the case's notice; None before the release."""
    decision = case.released_decision
    return decision.deliveries.last() if decision else None
