"""The figures of one event, as a page of the back office."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from corridor.accounts.choices import Role
from events.turnout import Turnout, of_meetings


class FiguresViews:
    """For the admin of events."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.figures_view)
        return [path("<uuid:pk>/figures/", view, name="events_event_figures"), *super().get_urls()]

    @method_decorator(require_safe)
    def figures_view(self, request, pk):
        """Whoever may read the list of its people may count them."""
        event = get_object_or_404(self.get_queryset(request), pk=pk)
        if not request.user.has_role(Role.EVENT_TEAM, Role.AUDITOR):
            raise Http404
        context = {
            **self.admin_site.each_context(request),
            "title": _("Figures"),
            "opts": self.opts,
            "object": event,
            "plots": Turnout(event).plots(),
            "meetings": of_meetings(event),
        }
        return TemplateResponse(request, "admin/events/figures.html", context)
