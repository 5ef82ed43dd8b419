"""Invitation letters: set up for an event, approved one by one by its signatory."""

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache

from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.admin import ReadOnlyAdmin, Task
from corridor.forms import PlainWords
from corridor.steps import Step, in_state
from events import actions
from events.admin.letter_drafts import WithDraft
from events.admin.team import TeamAdmin, TeamSteps, may_steer
from events.choices import LetterState
from events.letter_readings import facts, stamp
from events.models import InvitationLetter, LetterSetup

L = LetterState


class ReasonForm(PlainWords, forms.Form):
    note = forms.CharField(
        label=_("Reason"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The delegate reads it."),
    )


class ApproveForm(PlainWords, forms.Form):
    """The letter as it is, with its stamp: what is approved is what stands here."""

    read = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, letter, data):
        super().__init__(data, initial={"read": stamp(letter)})
        self.facts = facts(letter)
        if letter.state == L.ASKED:
            self.draft = reverse("admin:events_invitationletter_draft", args=[letter.pk])

    def add_error(self, field, error):
        """After a refusal the page shows the letter as it is now, so it carries that stamp."""
        super().add_error(field, error)
        self.data = self.data.copy()
        self.data["read"] = self.initial["read"]


@admin.register(LetterSetup)
class LetterSetupAdmin(TeamAdmin):
    settled = ("event", "prefix")
    place = 6
    explanation = _("Letterhead, purpose and signatory of an event’s letters")
    list_display = ["event", "sender", "signatory"]
    list_select_related = ["event", "signatory"]
    fieldsets = [
        (None, {"fields": ["event", "prefix", "signatory", "signatory_line", "signatory_line_en"]}),
        (_("Letterhead"), {"fields": ["sender", "address", "place"]}),
        (_("Purpose of the journey"), {"fields": ["purpose_de", "purpose_en"]}),
    ]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "signatory":
            kwargs["queryset"] = User.objects.with_role(Role.EVENT_TEAM).filter(is_active=True)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def add(self, **said):
        return actions.set_up_letters(**said)

    def change(self, setup, **said):
        actions.change_letter_setup(setup=setup, **said)


@admin.register(InvitationLetter)
class InvitationLetterAdmin(TeamSteps, WithDraft, ReadOnlyAdmin):
    change_form_template = "admin/events/letter.html"
    place = 5
    explanation = _("Who needs a letter for a visa; the passport data is in none of these lists")
    list_display = ["delegate", "event", "state", "number", "entry_on", "exit_on"]
    list_filter = ["state", "delegate__event"]
    list_per_page = 100
    list_select_related = ["delegate__event", "delegate__event__letters"]
    search_fields = ["number", "code", "delegate__given_names", "delegate__surname"]
    search_help_text = _("Number, code or name")
    fieldsets = [
        (None, {"fields": ["delegate", "state", "number", "code", "note"]}),
        (_("Journey"), {"fields": ["entry_on", "exit_on", "function"]}),
        (_("Costs and accommodation"), {"fields": ["costs", "lodging", "lodging_address"]}),
        (_("Times"), {"fields": ["asked_at", "decided_at", "decider", "withdrawn_at"]}),
    ]
    readonly_fields = ["decider"]
    step_argument = "letter"
    steps = {
        "approve": Step(
            _("Approve the letter"),
            actions.approve_letter,
            in_state(L.ASKED),
            _("The letter has its number. The delegate gets mail and takes it from their page."),
            ApproveForm,
            _("Only the signatory of the event approves. The letter gets a number and a code."),
        ),
        "decline": Step(
            _("Issue no letter"),
            actions.decline_letter,
            in_state(L.ASKED),
            _("The delegate gets mail with the reason."),
            lambda _letter, data: ReasonForm(data),
        ),
        "withdraw": Step(
            _("Withdraw the letter"),
            actions.withdraw_letter,
            in_state(L.APPROVED),
            _("The letter is not valid any more. The delegate gets mail."),
            lambda _letter, data: ReasonForm(data),
            _("Whoever checks its code reads that it is not valid any more."),
        ),
    }

    def get_urls(self):
        view = self.admin_site.admin_view(never_cache(self.passport_view))
        draft = self.admin_site.admin_view(never_cache(self.draft_view))
        own = [
            path("<uuid:pk>/passport/", view, name="events_invitationletter_passport"),
            path("<uuid:pk>/draft.pdf", draft, name="events_invitationletter_draft"),
        ]
        return [*own, *super().get_urls()]

    def passport_view(self, request, pk):
        """What the passport says: shown by a POST alone, which is written to the log of accesses."""
        if not may_steer(request):
            raise PermissionDenied
        letter = get_object_or_404(self.get_queryset(request), pk=pk)
        is_asked = request.method == "POST"
        context = {
            **self.admin_site.each_context(request),
            "title": _("Passport data"),
            "opts": self.opts,
            "object": letter,
            "is_asked": is_asked,
            "passport": actions.open_passport(letter=letter, by=request.user) if is_asked else {},
        }
        return TemplateResponse(request, "admin/events/passport.html", context)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["may_open_passport"] = may_steer(request)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def desk(self, request):
        """For signatories: letters that wait for them."""
        if not may_steer(request):
            return []
        waiting = InvitationLetter.objects.filter(
            state=L.ASKED, delegate__event__letters__signatory=request.user
        )
        count = waiting.count()
        sentence = ngettext(
            "%(count)s invitation letter to approve",
            "%(count)s invitation letters to approve",
            count,
        )
        url = f"{reverse('admin:events_invitationletter_changelist')}?state__exact={L.ASKED}"
        return [Task(sentence % {"count": count}, url, count)]

    @admin.display(description=_("event"))
    def event(self, letter):
        return letter.delegate.event

    @admin.display(description=_("by"))
    def decider(self, letter):
        """The name alone: Django would make it a link to a page that the event team can't open."""
        return str(letter.decided_by or "–")
