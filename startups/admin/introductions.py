"""The editors' desk: every introduction, the answers that partners give by mail or telephone, and what came of it."""

from functools import partial

from django.contrib import admin
from django.db.models import Count, Min
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.admin import Choice, ReadOnlyAdmin, Task
from corridor.steps import Step, StepsMixin, in_state
from startups import actions
from startups.choices import IntroductionState, MemberRole
from startups.forms import BrokerForm, OutcomeForm
from startups.models import Introduction


def yes_form(introduction, data):
    owners = owners_of(introduction.startup) if introduction.startup else None
    return BrokerForm(data, owners=owners)


def no_form(introduction, data):
    return BrokerForm(data, owners=None)


def outcome_form(introduction, data):
    noted = {"outcome": introduction.outcome, "note": introduction.outcome_note}
    return OutcomeForm(data, initial=noted)


def owners_of(startup):
    return User.objects.filter(
        memberships__startup=startup, memberships__role=MemberRole.OWNER, is_active=True
    )


class SideFilter(Choice):
    title = _("who is asked")
    parameter_name = "asked"

    def lookups(self, request, model_admin):
        return [("partners", _("Partners")), ("startups", _("Start-ups"))]

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset
        return queryset.filter(partner__isnull=self.value() == "startups")


# Fields that hold somebody's email address.
ADDRESSES = {"person", "contact"}


@admin.register(Introduction)
class IntroductionAdmin(StepsMixin, ReadOnlyAdmin):
    place = 2
    explanation = _("Who asked to meet whom, and what came of it")
    list_display = ["sides", "purpose", "state", "expires_on", "outcome"]
    list_filter = ["state", SideFilter, "purpose", "outcome"]
    list_per_page = 50
    list_select_related = ["asking", "startup", "partner"]
    search_fields = ["asking__name", "startup__name", "partner__name"]
    search_help_text = _("Name of one of both")
    fieldsets = [
        (None, {"fields": ["address", "state", "asked_at", "expires_on", "ended_at"]}),
        (_("The request"), {"fields": ["asking", "person", "target_name", "purpose", "message"]}),
        (_("The answer"), {"fields": ["answerer", "broker", "contact", "answer"]}),
        (_("What came of it"), {"fields": ["outcome", "outcome_on", "outcome_note"]}),
    ]
    readonly_fields = ["address", "person", "target_name", "answerer", "broker", "contact"]
    step_argument = "introduction"
    steps = {
        "accept": Step(
            _("Pass on a yes"),
            partial(actions.broker_introduction, accepted=True),
            in_state(IntroductionState.ASKED),
            _("Both sides see how to reach each other now."),
            yes_form,
        ),
        "decline": Step(
            _("Pass on a no"),
            partial(actions.broker_introduction, accepted=False),
            in_state(IntroductionState.ASKED),
            _("The asking start-up gets mail."),
            no_form,
        ),
        "outcome": Step(
            _("Note the outcome"),
            actions.note_outcome,
            in_state(IntroductionState.ACCEPTED),
            _("The outcome is noted."),
            outcome_form,
        ),
    }

    def may_step(self, request, obj):
        return may_edit(request)

    def get_fieldsets(self, request, obj=None):
        """Addresses are for editors, who pass answers on; whoever only looks gets along without."""
        if may_edit(request):
            return self.fieldsets
        return [
            (title, {"fields": [name for name in fields["fields"] if name not in ADDRESSES]})
            for title, fields in self.fieldsets
        ]

    def desk(self, request):
        """For editors: partners to talk to."""
        if not may_edit(request):
            return []
        rows = Introduction.objects.open().filter(partner__isnull=False)
        found = rows.aggregate(count=Count("pk"), due=Min("expires_on"))
        sentence = ngettext(
            "%(count)s start-up waits for the answer of a partner",
            "%(count)s start-ups wait for the answer of a partner",
            found["count"],
        )
        address = reverse("admin:startups_introduction_changelist")
        url = f"{address}?state__exact={IntroductionState.ASKED}&asked=partners"
        return [Task(sentence % found, url, found["count"], found["due"])]

    @admin.display(description=_("introduction"), ordering="-asked_at")
    def sides(self, introduction):
        return str(introduction)

    @admin.display(description=_("address"))
    def address(self, introduction):
        return format_html('<a href="{0}">{0}</a>', introduction.get_absolute_url())

    @admin.display(description=_("person"))
    def person(self, introduction):
        return f"{introduction.asked_by}, {introduction.asked_by.email}"

    @admin.display(description=_("Is asked"))
    def target_name(self, introduction):
        return str(introduction.target)

    @admin.display(description=_("answered by"))
    def answerer(self, introduction):
        return str(introduction.answered_by or "–")

    @admin.display(description=_("answer passed on by"))
    def broker(self, introduction):
        return str(introduction.brokered_by or "–")

    @admin.display(description=_("where to ask"))
    def contact(self, introduction):
        """How an editor reaches whoever owes the answer."""
        if introduction.partner:
            return introduction.partner.email or introduction.partner.website or "–"
        owners = owners_of(introduction.startup)
        return ", ".join(f"{owner} <{owner.email}>" for owner in owners) or "–"


def may_edit(request):
    return request.user.has_role(Role.EDITOR)
