"""The logs of who took what, for auditor and administration."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from corridor.admin import ReadOnlyAdmin
from corridor.documents.models import Access, Export
from corridor.pages import LongList


class LogAdmin(ReadOnlyAdmin):
    """A log to read: the latest first, by person and day."""

    list_per_page = 50
    paginator = LongList
    list_select_related = ["by"]
    search_help_text = _("Name or address of the person")
    search_fields = ["by__name", "by__email"]

    @admin.display(description=_("by"), ordering="by__name")
    def person(self, entry):
        """Without a link: who reads the log may not open every account."""
        return str(entry.by)


@admin.register(Access)
class AccessAdmin(LogAdmin):
    explanation = _("Who took which private file, and when; kept for a year.")
    list_display = ["at", "person", "name"]
    list_filter = ["at"]
    fields = ["at", "person", "name", "subject", "sha256"]
    readonly_fields = ["person"]


@admin.register(Export)
class ExportAdmin(LogAdmin):
    explanation = _("Who took which list as a table, by which filters; kept for a year.")
    list_display = ["at", "person", "what", "query", "rows"]
    list_filter = ["at"]
    fields = ["at", "person", "what", "query", "rows"]
    readonly_fields = ["person"]
