from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor.actions import Refused
from startups import actions
from startups.models import Startup


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request, slug):
    """Where the mail "still true?" leads: one button that says yes, and a link for whoever has to change something."""
    startup = get_object_or_404(Startup.objects.owned_by(request.user), slug=slug)
    if request.method != "POST":
        return render(request, "startups/confirm.html", {"startup": startup})
    try:
        actions.confirm_profile(startup=startup, by=request.user)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, _("Thank you. The profile counts as confirmed today."))
    return redirect(startup)
