"""Packages with their benefit items: administrators write, staff of the authority read."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from corridor.admin import ScopedAdmin
from welcome import actions
from welcome.admin.forms import BenefitForm, PackageForm
from welcome.models import Benefit, Package


class BenefitInline(admin.TabularInline):
    model = Benefit
    form = BenefitForm
    extra = 1
    verbose_name_plural = _("benefit items")

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)


@admin.register(Package)
class PackageAdmin(ScopedAdmin):
    form = PackageForm
    inlines = [BenefitInline]
    list_display = ["title", "authority", "is_public", "opens_on", "closes_on", "budget", "places"]
    list_filter = ["is_public"]
    list_select_related = ["authority"]
    search_fields = ["title_de", "title_en"]
    fieldsets = [
        (None, {"fields": ["authority", "slug", "title_de", "title_en", "summary_de", "summary_en"]}),
        (_("Who can apply, and when"), {
            "fields": [
                "is_public", "opens_on", "closes_on", "sectors", "origins", "max_age_years", "required_documents",
            ],
        }),
        (_("What is decided"), {
            "fields": ["award_days", "decision_days", "budget", "places"],
            "description": _(
                "Cases that were submitted before keep the title, the award period and the benefit items of that day."
            ),
        }),
    ]  # fmt: skip

    def get_queryset(self, request):
        return Package.objects.for_back_office(request.user)

    def get_readonly_fields(self, request, obj=None):
        return ["authority"] if obj else []

    @admin.display(description=_("title"), ordering="title_de")
    def title(self, package):
        return str(package)

    def save_model(self, request, obj, form, change):
        """The action in `save_related` saves the package together with its benefits."""

    def save_related(self, request, form, formsets, change):
        fields = {name: form.cleaned_data[name] for name in form.fields}
        benefits = [line for formset in formsets for line in lines_of(formset)]
        if change:
            actions.change_package(
                package=form.instance, benefits=benefits, by=request.user, **fields
            )
        else:
            created = actions.create_package(benefits=benefits, by=request.user, **fields)
            form.instance.pk = created.pk


def lines_of(formset):
    """The benefits as the action takes them, without those that were ticked for removal."""
    for form in formset.forms:
        data = form.cleaned_data
        if data and not data.get("DELETE"):
            kept = {"id": form.instance.pk} if form.instance.pk else {}
            yield kept | {name: data[name] for name in BenefitForm.Meta.fields}
