"""Questions that an event asks besides."""

from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from events import actions
from events.admin.team import TeamAdmin
from events.models import EventQuestion


@admin.register(EventQuestion)
class EventQuestionAdmin(TeamAdmin):
    place = 8
    explanation = _("What confirmed people are asked besides; the answers are a list of the event")
    list_display = ["label_de", "event", "kind", "is_required", "is_asked", "answered"]
    list_filter = ["event", "is_asked"]
    list_select_related = ["event"]
    fields = [
        "event",
        "position",
        ("label_de", "label_en"),
        "kind",
        ("options_de", "options_en"),
        "is_required",
        "is_asked",
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(number=Count("answers"))

    def add(self, **said):
        return actions.add_question(**said)

    def change(self, question, **said):
        actions.change_question(question=question, **said)

    @admin.display(description=_("answers"))
    def answered(self, question):
        return question.number
