from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from corridor import clock
from corridor.actions import Refused
from startups.choices import MemberRole
from welcome import actions
from welcome.models import Case
from welcome.stages import next_step, stops_of


@login_required
@require_safe
def detail(request, reference):
    """One case for the applicant: stage in words, who owes the next step and by when, the notice."""
    case = own_case(request, reference)
    context = {
        "case": case,
        "stops": stops_of(case),
        "next_step": next_step(case, delivery_of(case)),
        "delivery": delivery_of(case),
        "owner": is_owner(request.user, case),
        "can_withdraw": case.can("withdraw"),
    }
    return render(request, "welcome/case.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request, reference):
    """Asks once more, then withdraws the application for this package."""
    case = own_case(request, reference)
    context = {"case": case, "owner": is_owner(request.user, case)}
    if request.method == "POST":
        try:
            actions.withdraw(case=case, by=request.user)
        except Refused as refused:
            context["refused"] = refused.message
        else:
            messages.success(request, _("Your application for this package is withdrawn."))
            return redirect(case)
    return render(request, "welcome/withdraw.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def notice(request, reference):
    """The decision notice: retrieved by a button, since the retrieval counts in law; a link after that.

    The button leads back to this page, which says what the retrieval means and starts the download.
    """
    case = own_case(request, reference)
    context = {
        "case": case,
        "delivery": delivery_of(case),
        "owner": is_owner(request.user, case),
        "today": clock.today(),
    }
    if request.method == "POST":
        try:
            actions.retrieve_notice(case=case, by=request.user)
        except Refused as refused:
            context["refused"] = refused.message
        else:
            messages.success(request, _("The notice is retrieved. Your download begins."))
            return redirect(f"{request.path}?download")
    context["download"] = "download" in request.GET and context["owner"]
    if context["delivery"] is None:
        return redirect(case)
    return render(request, "welcome/notice.html", context)


def own_case(request, reference):
    """A case of one's own start-up. Staff work in the back office, so this is no page of theirs."""
    mine = Case.objects.for_applicant(request.user).select_related(
        "package__authority", "startup", "revision"
    )
    return get_object_or_404(mine, reference=reference)


def is_owner(user, case):
    return case.startup.memberships.filter(user=user, role=MemberRole.OWNER).exists()


def delivery_of(case):
    """The latest provision of the case's notice; None before the release."""
    decision = case.released_decision
    return decision.deliveries.last() if decision else None
