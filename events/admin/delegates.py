"""Delegates: who comes, who waits, whom the event team admits."""

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import Count
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from corridor.actions import Refused
from corridor.admin import ReadOnlyAdmin, ReadOnlyInline, Task
from corridor.exports import ExportMixin
from corridor.pages import LongList
from corridor.steps import Step, in_state
from events import actions
from events.admin.addresses import AddressForm
from events.admin.badges import badges
from events.admin.filters import EventFilter, events_of
from events.admin.team import TeamSteps, may_steer
from events.choices import ACTIVE, STEP_WORDS, DelegateState
from events.models import Delegate, DelegateStep

S = DelegateState


class RecordInline(ReadOnlyInline):
    model = DelegateStep
    fields = readonly_fields = ["at", "step", "source", "target", "actor", "by"]

    @admin.display(description=_("step"))
    def step(self, entry):
        return STEP_WORDS.get(entry.verb, entry.verb)


@admin.register(Delegate)
class DelegateAdmin(TeamSteps, ExportMixin, ReadOnlyAdmin):
    place = 4
    explanation = _("Everybody on a list, registered, waiting or confirmed")
    list_display = ["name", "event", "delegation", "state", "organisation", "position"]
    list_filter = [EventFilter, "state", "delegation"]
    # Each queue for itself: a position is one in a delegation, or among those without one.
    ordering = ["event__starts_at", "delegation__organisation", "position", "pk"]
    list_per_page = 100
    list_select_related = ["event", "delegation"]
    paginator = LongList
    search_fields = ["given_names", "surname", "badge_name", "email", "organisation"]
    search_help_text = _("Name, email or organisation")
    inlines = [RecordInline]
    fieldsets = [
        (None, {"fields": ["event", "delegation", "state", "position", "registered_by"]}),
        (
            _("Person"),
            {
                "fields": [
                    "salutation",
                    "given_names",
                    "surname",
                    "badge_name",
                    "job_title",
                    "organisation",
                    "nationality",
                ]
            },
        ),
        (_("How to reach them"), {"fields": ["email", "email_reason", "phone", "language"]}),
        (_("Travel"), {"fields": ["arrives_on", "departs_on", "hotel"]}),
        (_("Times"), {"fields": ["added_at", "registered_at", "offered_until", "ended_at"]}),
    ]
    export_columns = [
        (_("event"), lambda d: d.event),
        (_("delegation"), lambda d: d.delegation or ""),
        (_("given names"), lambda d: d.given_names),
        (_("surname"), lambda d: d.surname),
        (_("name on the badge"), lambda d: d.shown_name),
        (_("function"), lambda d: d.job_title),
        (_("organisation"), lambda d: d.organisation),
        (_("email"), lambda d: d.email),
        (_("state"), lambda d: d.get_state_display()),
    ]
    step_argument = "delegate"
    steps = {
        "approve": Step(
            _("Admit"),
            actions.approve,
            in_state(S.REGISTERED),
            _("The place is confirmed. The person gets mail."),
        ),
        "wait": Step(
            _("Put on the waiting list"),
            actions.let_wait,
            in_state(S.REGISTERED),
            _("The person waits for a place and gets mail."),
        ),
        "reject": Step(
            _("Do not admit"),
            actions.reject,
            in_state(S.REGISTERED, S.WAITING),
            _("The registration is rejected. The person gets mail."),
        ),
        "link": Step(
            _("Make a new link"),
            actions.renew_link_as_team,
            lambda delegate: delegate.is_active and delegate.email,
            _("The person gets mail with the new link. The one before does not work any more."),
            text=_("For a link that somebody else may have. Calendars that follow it stop, too."),
        ),
        "address": Step(
            _("Change the email address"),
            actions.change_address,
            lambda delegate: delegate.is_active,
            _("The new address gets a new link. The one before does not work any more."),
            AddressForm,
            _(
                "All mails, codes and links go there from then on. The address before is told, without the link."
            ),
        ),
        "cancel": Step(
            _("Cancel the registration"),
            actions.cancel_as_team,
            in_state(*ACTIVE),
            _("The registration is cancelled. The person gets mail; the place goes on."),
        ),
    }

    # After the steps, which take theirs from the module of this name.
    actions = ["approve_several", "let_several_wait", "reject_several", badges]

    def get_form(self, request, obj=None, change=False, **kwargs):
        """Without the words that tell people how to write their names: here one only reads them."""
        read = dict.fromkeys(["given_names", "surname", "badge_name"], "")
        return super().get_form(request, obj, change, **{"help_texts": read, **kwargs})

    def get_actions(self, request):
        """Admitting, and letting wait, only where the event team approves everybody."""
        if not may_steer(request):
            return {}
        offered = super().get_actions(request)
        chosen = EventFilter(request, dict(request.GET.lists()), self.model, self).value()
        shown = [one for one in events_of(request) if chosen in {EventFilter.widest, str(one.pk)}]
        if not any(event.needs_approval for event in shown):
            for name in ("approve_several", "let_several_wait"):
                offered.pop(name, None)
        return offered

    def changelist_view(self, request, extra_context=None):
        if request.method == "POST" and "index" in request.POST and not ticked(request):
            self.message_user(request, _("Tick the people first."), messages.WARNING)
            return redirect(request.get_full_path())
        return super().changelist_view(request, extra_context)

    def desk(self, request):
        """For the event team: registrations to approve."""
        if not may_steer(request):
            return []
        waiting = Delegate.objects.filter(state=S.REGISTERED, event__needs_approval=True)
        count = waiting.aggregate(count=Count("pk"))["count"]
        sentence = ngettext(
            "%(count)s registration to approve", "%(count)s registrations to approve", count
        )
        url = f"{reverse('admin:events_delegate_changelist')}?event__id__exact=all&state__exact={S.REGISTERED}"
        return [Task(sentence % {"count": count}, url, count)]

    @admin.display(description=_("name"), ordering="surname")
    def name(self, delegate):
        return str(delegate)

    @admin.action(description=_("Admit"))
    def approve_several(self, request, queryset):
        self.each(request, queryset, "approve")

    @admin.action(description=_("Put on the waiting list"))
    def let_several_wait(self, request, queryset):
        self.each(request, queryset, "wait")

    @admin.action(description=_("Do not admit"))
    def reject_several(self, request, queryset):
        self.each(request, queryset, "reject")

    def each(self, request, queryset, name):
        """Take a step for each that was ticked, in the order of arrival; one refusal does not stop the others."""
        step, done = self.steps[name], 0
        for delegate in queryset.order_by("position"):
            try:
                step.action(delegate=delegate, by=request.user)
            except Refused as refused:
                words = refused.message if step.fits(delegate) else stays(delegate)
                self.message_user(request, f"{delegate}: {words}", messages.ERROR)
            else:
                done += 1
        if done:
            words = ngettext(
                "%(count)s person has got mail.", "%(count)s people have got mail.", done
            )
            self.message_user(request, words % {"count": done}, messages.SUCCESS)


def ticked(request):
    return request.POST.getlist(ACTION_CHECKBOX_NAME) or request.POST.get("select_across") == "1"


def stays(delegate):
    """Why a step that was meant for others does nothing here."""
    words = _("stays as it is, because of the state “%(state)s”.")
    return words % {"state": delegate.get_state_display()}
