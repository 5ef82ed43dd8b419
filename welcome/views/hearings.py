"""The hearing before an award may be revoked: what the authority considers, and the start-up's statement."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor.actions import Refused
from corridor.forms import posted
from welcome import actions
from welcome.forms.cases import StatementForm
from welcome.views.cases import is_owner, own_case


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def hearing(request, reference):
    """Answer the hearing: what is considered stands above the form. An owner sends it, once."""
    case = own_case(request, reference)
    heard = case.hearings.open().first()
    if heard is None:
        return redirect(case)
    heard.case = case
    if not heard.can_be_answered:
        return redirect(case)
    owner = is_owner(request.user, case)
    form = StatementForm(*(posted(request) if owner else ()))
    if form.is_valid():
        try:
            actions.make_statement(hearing=heard, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("Your statement is sent."))
            return redirect(case)
    context = {"case": case, "hearing": heard, "owner": owner, "form": form}
    return render(request, "welcome/hearing.html", context)
