"""Packages with their benefit items and questions: administrators write, staff of the authority read."""

from django.contrib import admin
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from corridor.admin import ScopedAdmin
from corridor.changes import history_of
from corridor.templatetags.corridor import money
from welcome import actions
from welcome.admin import reviews
from welcome.admin.forms import BenefitForm, CriterionForm, PackageForm, QuestionForm
from welcome.admin.totals import TotalsViews
from welcome.models import Benefit, Case, Criterion, Package, Question

# The form of each kind of line that a package has.
LINES = {Benefit: BenefitForm, Question: QuestionForm, Criterion: CriterionForm}
IN_WORDS = {
    "authority": "authority_name",
    "sectors": "sector_words",
    "origins": "origin_words",
    "required_documents": "document_words",
}


class BenefitInline(admin.StackedInline):
    model = Benefit
    form = BenefitForm
    extra = 0
    fields = [
        ("title_de", "title_en"),
        ("unit_de", "unit_en"),
        ("quantity", "unit_value"),
        ("provider", "contact"),
        "provider_email",
    ]
    verbose_name_plural = _("benefit items")

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)


class QuestionInline(admin.StackedInline):
    model = Question
    form = QuestionForm
    extra = 0
    fields = [("text_de", "text_en"), ("help_de", "help_en"), ("kind", "is_required")]
    verbose_name_plural = _("questions of the package")

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)


class CriterionInline(admin.StackedInline):
    model = Criterion
    form = CriterionForm
    extra = 0
    fields = [("title_de", "title_en"), ("guidance_de", "guidance_en"), "weight"]
    verbose_name_plural = _("criteria of the review")

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)


@admin.register(Package)
class PackageAdmin(TotalsViews, ScopedAdmin):
    form = PackageForm
    inlines = [BenefitInline, QuestionInline, CriterionInline]
    list_display = ["title", "authority", "is_public", "opens_on", "closes_on", "amount", "places"]
    list_filter = ["is_public"]
    list_select_related = ["authority"]
    search_fields = ["title_de", "title_en"]
    search_help_text = _("Title")
    explanation = _("What is offered, for whom, until when, and with which budget.")
    place = 1
    fieldsets = [
        (None, {"fields": ["authority", "slug", "title_de", "title_en", "summary_de", "summary_en"]}),
        (_("Who can apply, and when"), {
            "fields": [
                "is_public", "opens_on", "closes_on", "sectors", "origins", "max_age_years", "for_settlers",
                "required_documents",
            ],
        }),
        (_("What is decided"), {
            "fields": [
                    "award_days",
                    "begin_days",
                    "report_days",
                    "decision_days",
                    "budget",
                    "places",
                ],
            "description": _(
                "Cases that were submitted before keep the title, the award period, the benefit items and the "
                "questions of that day."
            ),
        }),
    ]  # fmt: skip

    def get_queryset(self, request):
        return Package.objects.for_back_office(request.user)

    def get_readonly_fields(self, request, obj=None):
        return ["authority", *IN_WORDS.values()] if obj else []

    def get_fieldsets(self, request, obj=None):
        """For readers the choices of the array columns in words."""
        fieldsets = super().get_fieldsets(request, obj)
        if self.has_change_permission(request, obj) or not obj:
            return fieldsets
        return [
            (title, {**options, "fields": [IN_WORDS.get(name, name) for name in options["fields"]]})
            for title, options in fieldsets
        ]

    def histories(self, obj):
        """With what became of its benefit items, questions and criteria."""
        lines = [history_of(model).objects.filter(package=obj) for model in LINES]
        return [*super().histories(obj), *lines]

    @admin.display(description=Package._meta.get_field("budget").verbose_name, ordering="budget")
    def amount(self, package):
        return money(package.budget)

    @admin.display(description=_("authority"))
    def authority_name(self, package):
        """Without Django's link: who reads the package may not open the authority's page."""
        return str(package.authority)

    @admin.display(description=_("sectors"))
    def sector_words(self, package):
        return words(package.sector_labels)

    @admin.display(description=_("origins"))
    def origin_words(self, package):
        return words(package.origin_labels)

    @admin.display(description=_("required documents"))
    def document_words(self, package):
        return words(package.document_labels)

    @admin.display(description=_("title"), ordering="title_de")
    def title(self, package):
        return str(package)

    def get_urls(self):
        ranking = path(
            "<int:pk>/ranking/",
            self.admin_site.admin_view(self.ranking_view),
            name="welcome_package_ranking",
        )
        return [ranking, *super().get_urls()]

    @method_decorator(require_safe)
    def ranking_view(self, request, pk):
        """The cases under review, the best first, with the line where places or budget end."""
        package = get_object_or_404(Package.objects.for_back_office(request.user), pk=pk)
        if not Case.objects.for_back_office(request.user).filter(package=package).exists():
            raise Http404
        context = {
            **self.admin_site.each_context(request),
            **reviews.ranking_of(package, request.user),
            "title": _("Ranking"),
            "package": package,
            "opts": self.opts,
            "object": package,
        }
        return TemplateResponse(request, "admin/welcome/package/ranking.html", context)

    def save_model(self, request, obj, form, change):
        """The action in `save_related` saves the package together with its benefits."""

    def save_related(self, request, form, formsets, change):
        for formset in formsets:
            # What Django's log asks a formset that it saved itself.
            formset.new_objects = formset.changed_objects = formset.deleted_objects = []
        benefits, questions, criteria = (list(lines_of(formset)) for formset in formsets)
        said = {
            **form.cleaned_data,
            "benefits": benefits,
            "questions": questions,
            "criteria": criteria,
            "by": request.user,
        }
        if change:
            actions.change_package(package=form.instance, **said)
        else:
            form.instance.pk = actions.create_package(**said).pk


def words(labels):
    return ", ".join(str(label) for label in labels)


def lines_of(formset):
    """Benefits or questions as the action takes them, without those that were ticked for removal."""
    for form in formset.forms:
        data = form.cleaned_data
        if data and not data.get("DELETE"):
            kept = {"id": form.instance.pk} if form.instance.pk else {}
            yield kept | {
                name: data[name] for name in LINES[formset.model].Meta.fields if name in data
            }
