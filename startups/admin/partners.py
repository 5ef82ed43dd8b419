"""The editors' desk: partner organisations."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from corridor.admin import ScopedAdmin
from startups import actions
from startups.forms.partners import PartnerForm
from startups.models import Partner

IN_WORDS = {"sectors": "sector_words", "themes": "theme_words", "offering": "offering_words"}


def words_of(name):
    """The choices of an array column in words, for readers."""

    @admin.display(description=Partner._meta.get_field(name).verbose_name)
    def words(self, partner):
        return ", ".join(map(str, partner.labels(name))) or "–"

    return words


@admin.register(Partner)
class PartnerAdmin(ScopedAdmin):
    form = PartnerForm
    place = 3
    explanation = _("Organisations that help start-ups of the other side")
    list_display = ["name", "kind", "side", "city", "is_published"]
    list_filter = ["is_published", "side", "kind"]
    list_per_page = 50
    search_fields = ["name"]
    search_help_text = _("Name")
    fieldsets = [
        (None, {"fields": ["address", "name", "kind", "side", "city", "is_published"]}),
        (_("How to reach them"), {"fields": ["website", "email"]}),
        (_("What they do"), {"fields": ["description_de", "description_en"]}),
        (_("What they offer, and to whom"), {"fields": list(IN_WORDS)}),
    ]
    readonly_fields = ["address", *IN_WORDS.values()]
    sector_words, theme_words, offering_words = map(words_of, IN_WORDS)

    def get_fieldsets(self, request, obj=None):
        """For readers the choices of the array columns in words; a new partner has no address yet."""
        *first, last = super().get_fieldsets(request, obj)
        if obj is None:
            return [(None, {"fields": first[0][1]["fields"][1:]}), *first[1:], last]
        if self.has_change_permission(request, obj):
            return [*first, last]
        return [*first, (last[0], {"fields": list(IN_WORDS.values())})]

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        if change:
            actions.change_partner(partner=obj, by=request.user, **form.cleaned_data)
        else:
            obj.pk = actions.create_partner(by=request.user, **form.cleaned_data).pk

    @admin.display(description=_("address"))
    def address(self, row):
        return format_html('<a href="{0}">{0}</a>', row.get_absolute_url())
