"""Who came when: every scan at the door, to look at. Mistakes are undone where they are made."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from corridor.admin import ReadOnlyAdmin
from corridor.pages import LongList
from events.admin.filters import EventOfDelegateFilter
from events.models import CheckIn


@admin.register(CheckIn)
class CheckInAdmin(ReadOnlyAdmin):
    place = 9
    explanation = _("Every scan at the door: who came when, where, and what was undone")
    list_display = ["at", "delegate", "delegation", "outcome", "gate", "scanner", "is_undone"]
    list_filter = [EventOfDelegateFilter, "outcome"]
    list_per_page = 100
    list_select_related = ["delegate__delegation", "by"]
    paginator = LongList
    ordering = ["-at", "-pk"]
    search_fields = ["delegate__given_names", "delegate__surname", "delegate__badge_name", "gate"]
    search_help_text = _("Name, or where it was scanned")
    fields = ["delegate", "event", "outcome", "at", "recorded_at", "gate", "scanner"]
    undone = ["undone_at", "undoer"]
    readonly_fields = ["event", "scanner", "undoer"]

    def get_fields(self, request, obj=None):
        return [*self.fields, *(self.undone if obj and obj.undone_at else ())]

    @admin.display(description=_("event"))
    def event(self, check_in):
        return check_in.delegate.event

    @admin.display(description=_("delegation"))
    def delegation(self, check_in):
        return check_in.delegate.delegation

    @admin.display(description=_("by"))
    def scanner(self, check_in):
        """By name alone: the event team has no pages of accounts."""
        return check_in.by.name

    @admin.display(description=_("undone by"))
    def undoer(self, check_in):
        return check_in.undone_by.name

    @admin.display(description=_("undone"), boolean=True)
    def is_undone(self, check_in):
        return check_in.undone_at is not None
