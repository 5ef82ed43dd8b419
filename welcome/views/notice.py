"""The decision: retrieved, read with its dates in words, no longer contested, or given up."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from corridor.actions import Refused
from corridor.forms import posted
from welcome import actions
from welcome.afterwards import afterwards
from welcome.forms.awards import WaiverForm
from welcome.views.cases import delivery_of, is_owner, own_case
from welcome.views.drafts import read_or_post


@login_required
@never_cache
@read_or_post
def notice(request, reference):
    """The decision notice: retrieved by a button, since the retrieval counts in law; a link after that.

    The button leads back to this page, which says what the retrieval means and starts the download.
    """
    case = own_case(request, reference)
    delivery = delivery_of(case)
    if delivery is None:
        return redirect(case)
    refused = None
    if request.method == "POST":
        try:
            actions.retrieve_notice(case=case, by=request.user)
        except Refused as error:
            refused = error.message
        else:
            messages.success(request, _("The notice is retrieved. Your download begins."))
            return redirect(f"{request.path}?download")
    owner = is_owner(request.user, case)
    context = {
        "case": case,
        "delivery": delivery,
        "owner": owner,
        "refused": refused,
        "download": "download" in request.GET and owner,
        **afterwards(case, delivery),
    }
    return render(request, "welcome/notice.html", context)


@login_required
@never_cache
@read_or_post
def waive(request, reference):
    """The waiver of remedies: what it means, the words to tick, one button."""
    case = own_case(request, reference)
    delivery = delivery_of(case)
    after = afterwards(case, delivery)
    if not after["can_waive"]:
        return redirect(case)
    owner = is_owner(request.user, case)
    form = WaiverForm(*(posted(request) if owner else ()))
    if form.is_valid():
        version = form.cleaned_data["version"]
        try:
            actions.waive_remedies(case=case, version=version, by=request.user)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("You have waived court action. The decision is final."))
            return redirect(case)
    context = {"case": case, "delivery": delivery, "owner": owner, "form": form, **after}
    return render(request, "welcome/waive.html", context)


@login_required
@read_or_post
def decline(request, reference):
    """Asks once more, then gives the award up."""
    case = own_case(request, reference)
    context = {"case": case, "owner": is_owner(request.user, case)}
    if not afterwards(case, delivery_of(case))["can_decline"]:
        return redirect(case)
    if request.method == "POST":
        try:
            actions.decline(case=case, by=request.user)
        except Refused as refused:
            context["refused"] = refused.message
        else:
            messages.success(request, _("You have declined the award."))
            return redirect(case)
    return render(request, "welcome/decline.html", context)
