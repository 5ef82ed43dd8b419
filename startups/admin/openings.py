"""The editors' desk: openings of partners to write, those of start-ups to read. What people answer is not here."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from corridor.admin import ScopedAdmin
from startups import actions
from startups.forms.partners import PartnerOpeningForm
from startups.models import Opening


@admin.register(Opening)
class OpeningAdmin(ScopedAdmin):
    form = PartnerOpeningForm
    place = 5
    explanation = _("Jobs, internships and research stays of partners and start-ups")
    list_display = ["title", "employer_name", "kind", "closes_on", "stand"]
    list_filter = ["is_published", "kind"]
    list_per_page = 50
    list_select_related = ["startup", "partner"]
    search_fields = ["title_de", "title_en"]
    search_help_text = _("Title")
    readonly_fields = ["address", "employer_name", "closed_on"]
    words = [
        (_("German"), {"fields": ["title_de", "text_de"]}),
        (_("English"), {"fields": ["title_en", "text_en"]}),
    ]

    def get_fieldsets(self, request, obj=None):
        facts = ["kind", "city", "closes_on", "is_published"]
        if obj is None:
            return [(None, {"fields": ["partner", *facts]}), *self.words]
        if self.has_change_permission(request, obj):
            return [(None, {"fields": ["address", "partner", *facts]}), *self.words]
        return [(None, {"fields": ["address", "employer_name", *facts, "closed_on"]}), *self.words]

    def has_change_permission(self, request, obj=None):
        """What a start-up offers is its own."""
        own = obj is not None and obj.startup_id is not None
        return not own and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        if change:
            actions.change_opening(opening=obj, by=request.user, **form.cleaned_data)
        else:
            obj.pk = actions.create_opening(by=request.user, **form.cleaned_data).pk

    @admin.display(description=_("title"), ordering="title_de")
    def title(self, opening):
        return str(opening)

    @admin.display(description=_("state"), ordering="is_published")
    def stand(self, opening):
        if not opening.is_published:
            return _("Draft")
        return pgettext("opening", "Closed") if opening.is_closed else _("Public")

    @admin.display(description=_("offered by"))
    def employer_name(self, opening):
        return str(opening.employer)

    @admin.display(description=_("address"))
    def address(self, opening):
        return format_html('<a href="{0}">{0}</a>', opening.get_absolute_url())
