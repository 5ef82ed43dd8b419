"""The editors' desk: cooperation projects with their milestones, and what is overdue."""

from django.contrib import admin
from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from corridor import clock
from corridor.accounts.choices import Role
from corridor.admin import Choice, ScopedAdmin, Task
from startups import actions
from startups.forms.partners import MilestoneForm, ProjectForm
from startups.models import (
    Milestone,
    MilestoneHistory,
    Project,
    ProjectPartnerHistory,
    ProjectStartupHistory,
)


class OverdueFilter(Choice):
    title = _("milestones")
    parameter_name = "milestones"

    def lookups(self, request, model_admin):
        return [("overdue", _("Overdue"))]

    def queryset(self, request, queryset):
        if self.value() == "overdue":
            late = Milestone.objects.overdue(clock.today())
            return queryset.filter(pk__in=late.values("project"))
        return queryset


class MilestoneInline(admin.StackedInline):
    model = Milestone
    form = MilestoneForm
    extra = 0
    fields = [("title_de", "title_en"), ("owner", "due_on", "done_on")]
    formfield_overrides = ScopedAdmin.formfield_overrides

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)


@admin.register(Project)
class ProjectAdmin(ScopedAdmin):
    form = ProjectForm
    inlines = [MilestoneInline]
    place = 4
    explanation = _("What both sides agreed to do together, and its milestones")
    list_display = ["title", "sector", "state", "late", "is_published"]
    list_filter = [OverdueFilter, "is_published", "state", "sector"]
    list_per_page = 50
    search_fields = ["title_de", "title_en"]
    search_help_text = _("Title")
    readonly_fields = ["address"]
    fieldsets = [
        (None, {"fields": ["address", "title_de", "title_en", "is_published"]}),
        (_("What it is about"), {"fields": ["summary_de", "summary_en", "sector"]}),
        (_("Where it stands"), {"fields": ["state", "starts_on", "ends_on"]}),
        (_("Who works on it"), {"fields": ["partners", "startups"]}),
    ]

    def desk(self, request):
        """For editors: milestones that somebody should have reached."""
        if not request.user.has_role(Role.EDITOR):
            return []
        late = Milestone.objects.overdue(clock.today())
        found = late.aggregate(count=Count("pk"), due=Min("due_on"))
        sentence = ngettext(
            "%(count)s milestone is overdue", "%(count)s milestones are overdue", found["count"]
        )
        url = f"{reverse('admin:startups_project_changelist')}?milestones=overdue"
        return [Task(sentence % found, url, found["count"], found["due"])]

    def get_queryset(self, request):
        late = Q(milestones__in=Milestone.objects.overdue(clock.today()))
        return super().get_queryset(request).annotate(overdue=Count("milestones", filter=late))

    def get_fieldsets(self, request, obj=None):
        """A new project has no address yet."""
        (title, first), *others = super().get_fieldsets(request, obj)
        fields = first["fields"] if obj else first["fields"][1:]
        return [(title, {"fields": fields}), *others]

    def get_changeform_initial_data(self, request):
        """What the address fills in: Django makes a list of the start-ups, the form has one on each line."""
        known = super().get_changeform_initial_data(request)
        known["startups"] = "\n".join(known.get("startups", []))
        return known

    def has_delete_permission(self, request, obj=None):
        return False

    def histories(self, obj):
        parts = [MilestoneHistory, ProjectPartnerHistory, ProjectStartupHistory]
        rows = [part.objects.filter(project=obj) for part in parts]
        return [*super().histories(obj), *rows]

    def save_model(self, request, obj, form, change):
        """The action in `save_related` saves the project together with its milestones."""

    def save_related(self, request, form, formsets, change):
        (formset,) = formsets
        # What Django's log asks a formset that it saved itself.
        formset.new_objects = formset.changed_objects = formset.deleted_objects = []
        said = {**form.cleaned_data, "milestones": list(rows_of(formset)), "by": request.user}
        if change:
            actions.change_project(project=form.instance, **said)
        else:
            form.instance.pk = actions.create_project(**said).pk

    @admin.display(description=_("title"), ordering="title_de")
    def title(self, project):
        return str(project)

    @admin.display(description=_("overdue"))
    def late(self, project):
        """How many milestones, in words; nothing when none is."""
        if not project.overdue:
            return "–"
        words = ngettext("%(count)s milestone", "%(count)s milestones", project.overdue)
        return format_html('<span class="overdue">{}</span>', words % {"count": project.overdue})

    @admin.display(description=_("address"))
    def address(self, project):
        return format_html('<a href="{0}">{0}</a>', project.get_absolute_url())


def rows_of(formset):
    """The milestones as the action takes them, without those that were ticked for removal."""
    for form in formset.forms:
        data = form.cleaned_data
        if data and not data.get("DELETE"):
            kept = {"id": form.instance.pk} if form.instance.pk else {}
            yield kept | {name: data[name] for name in MilestoneForm.Meta.fields}
