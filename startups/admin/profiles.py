"""The editors' desk: look at a profile, check its numbers, publish it, send it back or take it out."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Case, OuterRef, Subquery, When
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html_join
from django.utils.translation import get_language_info, gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from corridor.actions import Refused
from corridor.admin import ReadOnlyAdmin, ReadOnlyInline, Task
from corridor.steps import Step, StepsMixin
from startups import actions, emails
from startups.choices import PROFILE_TRANSITIONS, ProfileState
from startups.forms import NoteForm
from startups.models import (
    Membership,
    MembershipHistory,
    Registration,
    RegistrationHistory,
    Startup,
    StartupHistory,
)


def can_become(state):
    """Whether a profile can get to a state by one step."""

    def fits(startup):
        # Hidden by the portal; hidden by an editor it stays so.
        is_lapsed = startup.lapsed and state == ProfileState.HIDDEN
        return is_lapsed or (startup.state, state) in PROFILE_TRANSITIONS

    return fits


def note_form(startup, data):
    """The reason; it says which language its readers read."""
    form = NoteForm(data)
    note = form.fields["note"]
    note.help_text = " ".join([str(note.help_text), *reading(startup)])
    return form


STATE = ["name", "state", "return_note", "lapsed", "confirmed_on", "created_at"]
WORDS = ["one_liner_de", "one_liner_en", "description_de", "description_en"]
FACTS = ["legal_name", "sector", "origin", "city", "website", "founded_on", "stage", "team_size"]

# Since when a profile is in review without a break; edits meanwhile do not send it to the end of the queue.
HISTORY = StartupHistory.objects.order_by("pgh_id")
LAST_OTHER = (
    HISTORY.filter(pgh_obj=OuterRef("pgh_obj")).exclude(state=ProfileState.IN_REVIEW).reverse()
)
WAITS_SINCE = Case(
    When(
        state=ProfileState.IN_REVIEW,
        then=Subquery(
            HISTORY.filter(
                pgh_obj=OuterRef("pk"),
                pgh_id__gt=Coalesce(Subquery(LAST_OTHER.values("pgh_id")[:1]), 0),
            ).values("pgh_created_at")[:1]
        ),
    )
)


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
    fields = readonly_fields = ["person", "role", "since"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("user", "startup")

    @admin.display(description=_("Person"))
    def person(self, membership):
        return str(membership.user)  # no link: an editor has no page of people


class RegistrationInline(VisibleInline):
    model = Registration
    fields = readonly_fields = ["kind", "value", "checked_on", "checker", "doubts", "checking"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("startup", "checked_by")

    def get_fields(self, request, obj=None):
        return self.fields if may_edit(request) else self.fields[:4]

    @admin.display(description=_("Checked by"))
    def checker(self, registration):
        return str(registration.checked_by or "–")

    @admin.display(description=_("What to look at"))
    def doubts(self, registration):
        return format_html_join(" ", "{}", ([doubt] for doubt in registration.doubts())) or "–"

    @admin.display(description=_("Found in the register"))
    def checking(self, registration):
        verbs = [("check", _("Check again") if registration.checked_on else _("Mark as checked"))]
        if not registration.checked_on:
            verbs.append(("remove", _("Remove wrong number")))
        return format_html_join(
            "",
            '<p><button class="button" formaction="{}">{}</button></p>',
            (
                (reverse(f"admin:startups_registration_{verb}", args=[registration.pk]), label)
                for verb, label in verbs
            ),
        )


@admin.register(Startup)
class StartupAdmin(StepsMixin, ReadOnlyAdmin):
    change_form_template = "startups/admin/startup.html"
    list_display = ["name", "sector", "origin", "city", "state", "waits_since", "confirmed_on"]
    list_filter = ["state", "sector", "origin"]
    list_per_page = 50
    search_fields = ["name"]
    search_help_text = _("Name, city or what they do")
    explanation = _("Profiles in the directory, and those that founders are still writing.")
    inlines = [RegistrationInline, MembershipInline]
    fieldsets = [
        (None, {"fields": STATE}),
        (_("Texts of the profile"), {"fields": [*WORDS, "topics", "wishes", "offers", "logo"]}),
        (_("Facts"), {"fields": FACTS}),
    ]
    topics, wishes, offers = labels_of("themes"), labels_of("seeking"), labels_of("offering")
    readonly_fields = ["topics", "wishes", "offers", *WORDS, *FACTS, *STATE, "logo"]
    step_argument = "startup"
    steps = {
        "publish": Step(
            _("Publish"),
            actions.publish_profile,
            can_become(ProfileState.PUBLISHED),
            _("The profile is in the directory."),
        ),
        "return": Step(
            _("Return with a reason"),
            actions.return_profile,
            can_become(ProfileState.RETURNED),
            _("The profile went back to its owners."),
            note_form,
        ),
        "hide": Step(
            _("Take out of the directory"),
            actions.hide_profile,
            can_become(ProfileState.HIDDEN),
            _("The profile is hidden."),
            note_form,
        ),
    }

    def may_step(self, request, obj):
        return may_edit(request)

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(waits_since=WAITS_SINCE)

    @admin.display(description=_("Waiting since"), ordering="waits_since")
    def waits_since(self, startup):
        return startup.waits_since

    def desk(self, request):
        """For editors: what founders have submitted."""
        if not may_edit(request):
            return []
        count = Startup.objects.filter(state=ProfileState.IN_REVIEW).count()
        sentence = ngettext(
            "%(count)s profile waits for your review",
            "%(count)s profiles wait for your review",
            count,
        )
        address = reverse("admin:startups_startup_changelist")
        url = f"{address}?state__exact={ProfileState.IN_REVIEW}"
        return [Task(sentence % {"count": count}, url, count)]

    def get_search_results(self, request, queryset, search_term):
        return queryset.matching(search_term), False

    def get_urls(self):
        check = self.admin_site.admin_view(require_POST(self.check_number))
        remove = self.admin_site.admin_view(require_POST(self.remove_number))
        own = [
            path("registrations/<int:pk>/check/", check, name="startups_registration_check"),
            path("registrations/<int:pk>/remove/", remove, name="startups_registration_remove"),
        ]
        return [*own, *super().get_urls()]

    def histories(self, obj):
        numbers = RegistrationHistory.objects.filter(startup=obj)
        return [*super().histories(obj), numbers, MembershipHistory.objects.filter(startup=obj)]

    def check_number(self, request, pk):
        """An editor found the number in its register."""
        done = _("The number is marked as checked.")
        return self.take_number(request, pk, actions.check_registration, done)

    def remove_number(self, request, pk):
        """The number belongs to another company."""
        done = _("The number is removed.")
        return self.take_number(request, pk, actions.remove_registration, done)

    def take_number(self, request, pk, step, done):
        if not may_edit(request):
            raise PermissionDenied
        registration = get_object_or_404(Registration.objects.visible_to(request.user), pk=pk)
        startup = get_object_or_404(self.get_queryset(request), pk=registration.startup_id)
        try:
            step(registration=registration, by=request.user)
        except Refused as refused:
            self.message_user(request, refused.message, messages.ERROR)
        else:
            self.message_user(request, done, messages.SUCCESS)
        return redirect("admin:startups_startup_change", startup.pk)


def reading(startup):
    """Which language each of the owners reads, in sentences for whoever writes to them."""
    for owner in emails.owners(startup):
        language = get_language_info(owner.language)["name_translated"]
        yield gettext("%(name)s reads %(language)s.") % {"name": owner, "language": language}


def may_edit(request):
    return request.user.has_perm("startups.change_startup")
