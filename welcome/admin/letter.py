"""The letter to print when a notice has to be posted, for officers alone."""

from django.http import Http404
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from corridor.documents.shown import shown
from welcome.admin.verbs import can_be_posted, latest_delivery
from welcome.choices import DeliveryWay, StaffRole
from welcome.cover import render_cover

WAYS = {DeliveryWay.POST, DeliveryWay.ABROAD}


class LetterViews:
    def get_urls(self):
        view = self.admin_site.admin_view(self.letter_view)
        address = path("<uuid:object_id>/letter/<slug:way>/", view, name="welcome_case_letter")
        return [address, *super().get_urls()]

    @method_decorator(require_safe)
    def letter_view(self, request, object_id, way):
        """The letter as PDF; nothing is stored, and nothing counts as posted by it."""
        case = self.found(request, object_id)
        is_officer = case.has_role(request.user, StaffRole.OFFICER)
        if (
            way not in WAYS
            or not is_officer
            or case.concerns(request.user)
            or not can_be_posted(case)
        ):
            raise Http404
        cover = render_cover(case.released_decision, way, latest_delivery(case))
        response = shown(cover, f"{case.reference}-letter.pdf")
        response["Cache-Control"] = "private, no-store"
        return response
