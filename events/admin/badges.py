"""Badges from the list of delegates: of those ticked, or of all that a filter shows."""

from django.contrib import admin, messages
from django.http import HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from corridor import clock
from corridor.documents.actions import log_export
from events.badges import MOST_BADGES, render_badges
from events.choices import DelegateState


@admin.action(description=_("Badges as PDF, for confirmed places"))
def badges(page, request, queryset):
    """A sheet for each eight of them. Nobody without a confirmed place gets a badge; who takes them is logged."""
    coming = queryset.filter(state=DelegateState.CONFIRMED)
    coming = coming.select_related("event", "delegation")
    people = list(coming.order_by("delegation__organisation", "surname", "given_names", "pk"))
    if not people:
        return page.message_user(request, _("None of them has a confirmed place."), messages.ERROR)
    if len(people) > MOST_BADGES:
        words = ngettext(
            "At most %(most)s badge is made at once. Filter by delegation.",
            "At most %(most)s badges are made at once. Filter by delegation.",
            MOST_BADGES,
        )
        return page.message_user(request, words % {"most": MOST_BADGES}, messages.ERROR)
    what, query = capfirst(_("badges")), request.GET.urlencode()
    log_export(what=what, query=query, rows=len(people), by=request.user)
    response = HttpResponse(render_badges(people), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="badges-{clock.today()}.pdf"'
    return response
