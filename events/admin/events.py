from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from corridor.admin import ScopedAdmin
from events import actions
from events.models import Event


@admin.register(Event)
class EventAdmin(ScopedAdmin):
    list_display = ["title", "starts_at", "city", "places", "is_public"]
    list_filter = ["is_public"]
    search_fields = ["title_de", "title_en"]
    search_help_text = _("Title")
    explanation = _("Their pages in the portal, with the time for registration.")
    prepopulated_fields = {"slug": ["title_en"]}
    fieldsets = [
        (None, {"fields": ["title_de", "title_en", "slug", "is_public"]}),
        (_("Text"), {"fields": ["summary_de", "summary_en", "description_de", "description_en"]}),
        (_("When"), {"fields": ["starts_at", "ends_at"]}),
        (_("Where"), {"fields": ["venue", "address", "city", "host", "website"]}),
        (
            _("Registration"),
            {"fields": ["places", "registration_opens_on", "registration_closes_on"]},
        ),
    ]

    @admin.display(description=_("title"), ordering="title_de")
    def title(self, event):
        return str(event)

    def get_readonly_fields(self, request, obj=None):
        return ["slug"] if obj else []  # links lead there

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def save_model(self, request, obj, form, change):
        fields, by = form.cleaned_data, request.user
        if change:
            actions.change_event(event=obj, by=by, **fields)
        else:
            obj.pk = actions.create_event(by=by, **fields).pk
