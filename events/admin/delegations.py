"""Delegations: invited by the event team, with places reserved out of the event's."""

from functools import partial

from django.contrib import admin, messages
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from corridor.admin import Task
from corridor.exports import ExportMixin
from corridor.steps import Step
from events import actions
from events.admin.team import TeamAdmin, TeamSteps, may_steer
from events.choices import HOLDING, DelegateState
from events.models import Delegation

# Whoever is new here is mailed a link.
LED_BY = {"head_name", "head_email", "deputy_name", "deputy_email"}


def more_places(delegation):
    """What giving them means."""
    words = _("It gets %(wished)s places in place of %(places)s. %(because)s")
    because = delegation.wanted_because
    return words % {
        "wished": delegation.places_wanted,
        "places": delegation.places,
        "because": because,
    }


@admin.register(Delegation)
class DelegationAdmin(TeamSteps, ExportMixin, TeamAdmin):
    place = 3
    explanation = _("Organisations that come as a group, their places and their heads")
    list_display = [
        "organisation",
        "event",
        "state",
        "head",
        "places",
        "taken",
        "confirmed",
        "wanted",
    ]
    list_filter = ["event", "state", ("places_wanted", admin.EmptyFieldListFilter)]
    list_per_page = 100
    list_select_related = ["event"]
    search_fields = ["organisation", "head_name", "head_email", "deputy_name", "deputy_email"]
    search_help_text = _("Organisation, or name or email of head and deputy")
    readonly_fields = ["state", "people", "wish", "invited_at", "answered_at"]
    fieldsets = [
        (None, {"fields": ["event", "organisation", "country", "places", "is_listed"]}),
        (
            _("Head"),
            {
                "fields": ["head_name", "head_email", "language"],
                "description": _(
                    "Whoever is new here, as head or deputy, gets mail with the link to the delegation’s page once "
                    "you save."
                ),
            },
        ),
        (_("Deputy"), {"fields": ["deputy_name", "deputy_email"]}),
        (_("Travel"), {"fields": ["arrives_on", "departs_on"]}),
    ]
    where_it_stands = (
        _("Where it stands"),
        {"fields": ["state", "people", "wish", "invited_at", "answered_at"]},
    )
    export_columns = [
        (_("event"), lambda d: d.event),
        (_("organisation"), lambda d: d.organisation),
        (_("state"), lambda d: d.get_state_display()),
        (_("head of delegation"), lambda d: d.head_name),
        (_("email of the head"), lambda d: d.head_email),
        (_("places"), lambda d: d.places),
        (_("taken"), lambda d: d.holding),
        (_("confirmed"), lambda d: d.coming),
        (_("arrives on"), lambda d: d.arrives_on),
        (_("departs on"), lambda d: d.departs_on),
    ]
    step_argument = "delegation"
    steps = {
        "grant": Step(
            _("Give the places asked for"),
            partial(actions.answer_wish, granted=True),
            lambda delegation: bool(delegation.places_wanted),
            _("The delegation has the places. Its head gets mail."),
            text=more_places,
        ),
        "refuse": Step(
            _("Give no further places"),
            partial(actions.answer_wish, granted=False),
            lambda delegation: bool(delegation.places_wanted),
            _("The delegation keeps its places. Its head gets mail."),
        ),
        "link": Step(
            _("Send the link again"),
            actions.mail_head_link,
            lambda delegation: delegation.is_open,
            _("Head and deputy get a new link. The one before does not work any more."),
            text=_("Head and deputy get a new link. The one before does not work any more."),
        ),
        "withdraw": Step(
            _("Withdraw the delegation"),
            actions.withdraw_delegation,
            lambda delegation: delegation.is_open,
            _("The delegation is withdrawn, and its people have been told."),
            text=_("Everybody on its list is cancelled and gets mail; the places go back."),
        ),
    }

    def desk(self, request):
        """For the event team: wishes for places that wait."""
        if not may_steer(request):
            return []
        count = Delegation.objects.reserving().exclude(places_wanted=None).count()
        sentence = ngettext(
            "%(count)s delegation asks for more places",
            "%(count)s delegations ask for more places",
            count,
        )
        url = f"{reverse('admin:events_delegation_changelist')}?places_wanted__isempty=0"
        return [Task(sentence % {"count": count}, url, count)]

    def get_queryset(self, request):
        holding = Count("delegates", filter=Q(delegates__state__in=sorted(HOLDING)))
        coming = Count("delegates", filter=Q(delegates__state=DelegateState.CONFIRMED))
        return super().get_queryset(request).annotate(holding=holding, coming=coming)

    def get_fieldsets(self, request, obj=None):
        return [*self.fieldsets, self.where_it_stands] if obj else self.fieldsets

    def add(self, **said):
        return actions.invite_delegation(**said)

    def change(self, delegation, **said):
        actions.change_delegation(delegation=delegation, **said)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if not change or LED_BY & set(form.changed_data):
            words = _("The invitation to %(people)s goes out in a moment.")
            people = ", ".join(f"{name} ({email})" for name, email in obj.heads)
            self.message_user(request, words % {"people": people}, messages.SUCCESS)

    @admin.display(description=_("head of delegation"), ordering="head_name")
    def head(self, delegation):
        return delegation.shown_head

    @admin.display(description=_("taken"), ordering="holding")
    def taken(self, delegation):
        return delegation.holding

    @admin.display(description=_("confirmed"), ordering="coming")
    def confirmed(self, delegation):
        return delegation.coming

    @admin.display(description=_("people"))
    def people(self, delegation):
        url = reverse("admin:events_delegate_changelist")
        words = ngettext("%(count)s person", "%(count)s people", delegation.holding)
        return format_html(
            '<a href="{}?delegation__id__exact={}">{}</a>',
            url,
            delegation.pk,
            words % {"count": delegation.holding},
        )

    @admin.display(description=_("places asked for"), ordering="places_wanted")
    def wanted(self, delegation):
        return delegation.places_wanted

    @admin.display(description=_("places asked for"))
    def wish(self, delegation):
        if not delegation.places_wanted:
            return "–"
        because = f": {delegation.wanted_because}" if delegation.wanted_because else ""
        return f"{delegation.places_wanted}{because}"
