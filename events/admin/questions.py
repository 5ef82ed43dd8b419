"""Questions that an event asks besides."""

from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from corridor.admin import ScopedAdmin
from events import actions
from events.models import EventQuestion


@admin.register(EventQuestion)
class EventQuestionAdmin(ScopedAdmin):
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

    def get_readonly_fields(self, request, obj=None):
        return ["event"] if obj else []

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        fields, by = form.cleaned_data, request.user
        if change:
            actions.change_question(question=obj, by=by, **fields)
        else:
            obj.pk = actions.add_question(by=by, **fields).pk

    @admin.display(description=_("answers"))
    def answered(self, question):
        return question.number
