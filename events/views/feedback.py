"""After the event: what a delegate says of it, and the certificate of attendance."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from corridor.forms import posted
from events import actions, attendance, links
from events.choices import DelegateState
from events.forms.feedback import FeedbackForm
from events.models import Feedback
from events.views.held import held
from events.views.registrations import attempt, form_page, is_over, signed_in


@held(links.DELEGATE)
@form_page
def feedback(request, delegate, *, link, token):
    """Three questions, once the event is over; answers can be changed."""
    if delegate.state != DelegateState.CONFIRMED or not is_over(delegate):
        return redirect("registration", token)
    said = Feedback.objects.filter(delegate=delegate).first()
    form = FeedbackForm(*posted(request), instance=said)
    if form.is_valid():
        act = partial(actions.give_feedback, delegate=delegate, link=link, by=signed_in(request))
        if attempt(form, act, **form.cleaned_data):
            messages.success(request, _("Thank you. Your answers are with the event team."))
            return redirect("registration", token)
    context = {"delegate": delegate, "event": delegate.event, "token": token, "form": form}
    return render(request, "events/feedback.html", context)


@held(links.DELEGATE)
@require_safe
def certificate(request, delegate, *, link, token):
    """For whoever was there; nobody else has one."""
    if not attendance.has_attended(delegate):
        raise Http404
    pdf = attendance.render_certificate(delegate)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{delegate.event.slug}.pdf"'
    return response
