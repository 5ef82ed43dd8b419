"""How a case stands, for whoever has its number and an address: asked here, answered by mail."""

from allauth.core.ratelimit import consume
from django.core.signing import BadSignature
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from corridor.forms import posted
from welcome import actions
from welcome.forms.cases import StatusForm
from welcome.models import Case
from welcome.models.status import STATUS_HOURS, case_id
from welcome.stages import owed, stop_of
from welcome.views.cases import delivery_of
from welcome.views.drafts import read_or_post


@never_cache
@read_or_post
def ask(request):
    """Reference and email address. The same answer and the same work, whether there is such a pair or not."""
    form = StatusForm(*posted(request))
    status = 200
    if form.is_valid():
        if is_within_limits(request, form.cleaned_data):
            by = request.user if request.user.is_authenticated else None
            actions.ask_status(**form.cleaned_data, language=get_language(), by=by)
            return redirect("status_sent")
        form.add_error(None, _("You have asked several times. Try again in an hour."))
        status = 429
    return render(request, "welcome/status.html", {"form": form}, status=status)


def is_within_limits(request, asked):
    """So many questions from one connection, and so many to one address."""
    return bool(
        consume(request, action="ask_status")
        and consume(request, action="ask_status_email", key=asked["email"].lower())
    )


@require_safe
def sent(request):
    return render(request, "welcome/status_sent.html", {"hours": STATUS_HOURS})


@never_cache
@require_safe
def shown(request, token):
    """The stage, and who owes the next step; no name, no number, no outcome."""
    try:
        pk = case_id(token)
    except BadSignature as error:
        raise Http404 from error
    case = get_object_or_404(Case.objects.select_related("package__authority"), pk=pk)
    context = {"stage": stop_of(case), "owed": owed(case, delivery_of(case))}
    response = render(request, "welcome/status_shown.html", context)
    response["Referrer-Policy"] = "no-referrer"
    return response
