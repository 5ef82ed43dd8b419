"""The editors' desk: look at a profile, check its numbers, publish it, send it back or take it out."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from corridor.actions import Refused
from corridor.admin import ReadOnlyAdmin, ReadOnlyInline
from startups import actions, registry_numbers
from startups.choices import PROFILE_TRANSITIONS, ProfileState
from startups.forms import NoteForm
from startups.models import Membership, Registration, RegistrationHistory, Startup

# What an editor does with a profile, by the last part of the address: the action, its verb, what is said then.
STEPS_WITH_NOTE = {
    "return": (actions.return_profile, _("Return with a reason"), _("The profile went back to its owners.")),
    "hide": (actions.hide_profile, _("Take out of the directory"), _("The profile is hidden.")),
}
TARGETS = {
    "publish": ProfileState.PUBLISHED,
    "return": ProfileState.RETURNED,
    "hide": ProfileState.HIDDEN,
}


STATE = ["name", "state", "return_note", "confirmed_on", "created_at"]
WORDS = ["one_liner_de", "one_liner_en", "description_de", "description_en"]
FACTS = ["legal_name", "sector", "origin", "city", "website", "founded_on", "stage", "team_size"]


def labels_of(name):
    """A column for a field with several choices."""

    @admin.display(description=Startup._meta.get_field(name).verbose_name)
    def labels(self, startup):
        return ", ".join(map(str, startup.labels(name))) or "–"

    return labels


class VisibleInline(ReadOnlyInline):
    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)


class MembershipInline(VisibleInline):
    model = Membership
    fields = readonly_fields = ["user", "role", "since"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("user", "startup")


class RegistrationInline(VisibleInline):
    model = Registration
    fields = readonly_fields = ["kind", "value", "checked_on", "checked_by", "doubts", "checking"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("startup", "checked_by")

    def get_fields(self, request, obj=None):
        return self.fields if may_edit(request) else self.fields[:4]

    @admin.display(description=_("What to look at"))
    def doubts(self, registration):
        return format_html_join(" ", "{}", ([doubt] for doubt in registration.doubts())) or "–"

    @admin.display(description=_("Found in the register"))
    def checking(self, registration):
        address = reverse("admin:startups_registration_check", args=[registration.pk])
        return format_html(
            '<button class="button" formaction="{}">{}</button>',
            address,
            _("Check again") if registration.checked_on else _("Mark as checked"),
        )


@admin.register(Startup)
class StartupAdmin(ReadOnlyAdmin):
    change_form_template = "startups/admin/startup.html"
    list_display = ["name", "sector", "origin", "city", "state", "confirmed_on"]
    list_filter = ["state", "sector", "origin"]
    list_per_page = 50
    search_fields = ["name"]
    search_help_text = _("Name, city or what they do")
    inlines = [RegistrationInline, MembershipInline]
    fieldsets = [
        (None, {"fields": STATE}),
        (_("What the public reads"), {"fields": [*WORDS, "topics", "wishes", "offers", "logo"]}),
        (_("Facts"), {"fields": FACTS}),
    ]
    topics, wishes, offers = labels_of("themes"), labels_of("seeking"), labels_of("offering")
    readonly_fields = ["topics", "wishes", "offers", *WORDS, *FACTS, *STATE, "logo"]

    def get_search_results(self, request, queryset, search_term):
        return queryset.matching(search_term), False

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<uuid:pk>/publish/", view(require_POST(self.publish)), name="startups_startup_publish"),
            path("<uuid:pk>/return/", view(self.with_note), {"step": "return"}, name="startups_startup_return"),
            path("<uuid:pk>/hide/", view(self.with_note), {"step": "hide"}, name="startups_startup_hide"),
            path("registrations/<int:pk>/check/", view(require_POST(self.check_number)), name="startups_registration_check"),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if may_edit(request):
            context["steps"] = {step for step, target in TARGETS.items() if (obj.state, target) in PROFILE_TRANSITIONS}
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def histories(self, obj):
        return [*super().histories(obj), RegistrationHistory.objects.filter(startup=obj)]

    def publish(self, request, pk):
        startup = self.for_editing(request, pk)
        self.act(request, _("The profile is in the directory."), actions.publish_profile, startup=startup)
        return redirect("admin:startups_startup_change", pk)

    def with_note(self, request, pk, step):
        """A page with one form: the reason. What can't be done any more says so."""
        startup = self.for_editing(request, pk)
        action, verb, done = STEPS_WITH_NOTE[step]
        form = NoteForm(request.POST or None)
        if form.is_valid():
            self.act(request, done, action, startup=startup, note=form.cleaned_data["note"])
            return redirect("admin:startups_startup_change", pk)
        context = {
            **self.admin_site.each_context(request),
            "title": verb,
            "subtitle": str(startup),
            "opts": self.opts,
            "startup": startup,
            "form": form,
        }
        return TemplateResponse(request, "startups/admin/note.html", context)

    def check_number(self, request, pk):
        """An editor found the number in its register."""
        registration = get_object_or_404(Registration.objects.visible_to(request.user), pk=pk)
        startup = self.for_editing(request, registration.startup_id)
        self.act(request, _("The number is marked as checked."), actions.check_registration, registration=registration)
        return redirect("admin:startups_startup_change", startup.pk)

    def for_editing(self, request, pk):
        if not may_edit(request):
            raise PermissionDenied
        return get_object_or_404(self.get_queryset(request), pk=pk)

    def act(self, request, done, action, **arguments):
        """Call the action and say what became of it."""
        try:
            action(by=request.user, **arguments)
        except Refused as refused:
            self.message_user(request, refused.message, messages.ERROR)
        else:
            self.message_user(request, done, messages.SUCCESS)


def may_edit(request):
    return request.user.has_perm("startups.change_startup")
