"""The cases: a list to find the next one, a page to read and decide one."""

from functools import partial

from django.contrib import admin, messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from corridor import clock
from corridor.actions import Refused
from corridor.admin import ReadOnlyAdmin
from corridor.forms import posted
from corridor.pages import LongList
from startups.emails import owners
from startups.models import Startup
from welcome import actions
from welcome.admin import awards, case_page, desk, requests
from welcome.admin.filters import OfficerFilter, PackageFilter, StateFilter, WaitingFilter
from welcome.admin.forms import NoteForm, ProposalForm, ReleaseForm, SignForm
from welcome.admin.verbs import TABLE, obstacle
from welcome.checks import award_checks, room_for
from welcome.deadlines import last_day_of_retrieval
from welcome.models import Case
from welcome.notice import render_notice
from welcome.notice_data import notice_data


@admin.register(Case)
class CaseAdmin(ReadOnlyAdmin):
    list_display = ["reference", "startup", "package", "state", "officer_name", "due", "submitted"]
    list_filter = [WaitingFilter, StateFilter, PackageFilter, OfficerFilter]
    list_select_related = ["startup", "package", "officer"]
    sortable_by = ["startup", "package", "state", "officer_name", "due", "submitted"]
    list_per_page = 50
    paginator = LongList
    show_facets = admin.ShowFacets.NEVER
    search_fields = ["reference"]
    search_help_text = _("Reference number or start-up")
    explanation = _("Applications for a package, from the submission to the end of the file.")
    place = 0

    def desk(self, request):
        return desk.tasks(request.user)

    def get_queryset(self, request):
        return Case.objects.for_back_office(request.user)

    def get_search_results(self, request, queryset, search_term):
        found = Startup.objects.matching(search_term)
        return queryset.filter(Q(reference__icontains=search_term) | Q(startup__in=found)), False

    @admin.display(description=_("case officer"), ordering="officer__name")
    def officer_name(self, case):
        return case.officer or _("nobody yet")

    @admin.display(description=_("due"), ordering="due_on")
    def due(self, case):
        words = case_page.due_words(case)
        if not words:
            return _("not running")
        mark = "overdue" if case_page.is_overdue(case) else "due"
        day = date_format(case.due_on, "MONTH_DAY_FORMAT")
        return format_html(
            '<span class="{}">{}</span> <span class="quiet">{}</span>', mark, words, day
        )

    @admin.display(description=_("submitted"), ordering="submitted_at")
    def submitted(self, case):
        return case.submitted_at.astimezone(clock.BERLIN).date()

    def get_urls(self):
        """One address for each verb, and the preview of the notice."""
        views = {verb.name: partial(self.verb_view, verb=verb) for verb in TABLE}
        views["preview"] = self.preview_view
        return [
            path(
                f"<uuid:object_id>/{name}/",
                self.admin_site.admin_view(view),
                name=f"welcome_case_{name}",
            )
            for name, view in views.items()
        ] + super().get_urls()

    @method_decorator(require_safe)
    def change_view(self, request, object_id, form_url="", extra_context=None):
        case = self.found(request, object_id)
        history = self.has_history_permission(request)
        context = {**case_page.context(case, request.user), "shows_history": history}
        return self.page(request, "page", case, str(case), context)

    def verb_view(self, request, object_id, verb):
        """Take one step by POST; a verb that asks for something shows its form on GET."""
        case = self.found(request, object_id)
        reason = obstacle(case, verb, request.user)
        # Whoever has typed a text finds it again, with the reason.
        typed = verb.asks and verb.name not in READ_ONLY and request.method == "POST"
        if reason and not (typed and case.has_role(request.user, verb.role)):
            messages.error(request, reason)
            return redirect("admin:welcome_case_change", case.pk)
        if verb.asks:
            return self.form_view(request, case, verb)
        if request.method == "POST":
            self.perform(request, case, verb)
        return redirect("admin:welcome_case_change", case.pk)

    def perform(self, request, case, verb):
        try:
            getattr(actions, verb.name)(case=case, by=request.user)
        except Refused as refused:
            messages.error(request, refused.message)
        else:
            messages.success(request, verb.done)

    def form_view(self, request, case, verb):
        template, form_class, arguments = FORMS[verb.name]
        form = form_class(*posted(request), case=case)
        if form.is_valid():
            try:
                getattr(actions, verb.name)(case=case, by=request.user, **arguments(form))
            except Refused as refused:
                form.add_error(None, refused.message)
            else:
                messages.success(request, verb.done)
                return redirect("admin:welcome_case_change", case.pk)
        context = {
            "form": form,
            "verb": verb,
            "errors": form.errors,
            **self.beside(case, request.user),
            **requests.context(case),
        }
        return self.page(request, template, case, verb.label, context)

    def beside(self, case, user):
        """What a page of a decision shows beside its form."""
        decision = case.open_decision
        room = room_for(case, besides=decision)
        checks = award_checks(decision, room) if decision else []
        return {
            "decision": decision,
            "own": decision is not None and decision.proposed_by_id == user.pk,
            "returned": case_page.returned(case),
            "owners": owners(case.startup),
            "closes_on": last_day_of_retrieval(clock.today()),
            "room": room,
            "checks": checks,
            "failed": [check for check in checks if not check.passed],
            **case_page.application(case),
        }

    @method_decorator(require_safe)
    def preview_view(self, request, object_id):
        """The notice as it would be signed now. Nothing is stored."""
        case = self.found(request, object_id)
        if (decision := case.open_decision) is None:
            raise Http404
        if decision.notice_id:
            return redirect("document", decision.notice_id)
        response = HttpResponse(
            render_notice(notice_data(decision)), content_type="application/pdf"
        )
        response["Content-Disposition"] = f'inline; filename="{case.reference}-draft.pdf"'
        # As in corridor.documents: a stricter policy would switch off the browser's own viewer.
        response["Content-Security-Policy"] = "frame-ancestors 'self'"
        return response

    def found(self, request, object_id):
        """The case, for whoever may see it; 404 for everybody else."""
        case = self.get_object(request, str(object_id))
        if case is None or not self.has_view_permission(request, case):
            raise Http404
        return case

    def page(self, request, name, case, title, context):
        chrome = self.admin_site.each_context(request)
        # What the breadcrumb says: this page shows the case, or is below it.
        place = {"original" if name == "page" else "object": case}
        shared = {"title": title, "opts": self.opts, "case": case, **place}
        return TemplateResponse(
            request, f"admin/welcome/case/{name}.html", {**chrome, **shared, **context}
        )


# Verbs whose page asks for nothing but to be read.
READ_ONLY = {"sign", "release", "adopt", "put_aside"}
# For each verb that asks: its page, its form, and what its action takes from that.
FORMS = {
    "propose": ("propose", ProposalForm, lambda form: form.proposal),
    "sign": ("sign", SignForm, lambda form: form.cleaned_data),
    "return_proposal": ("note", NoteForm, lambda form: form.cleaned_data),
    "release": ("release", ReleaseForm, lambda form: {}),
    "reopen": ("note", NoteForm, lambda form: form.cleaned_data),
    "send_by_post": ("note", awards.PostForm, lambda form: form.cleaned_data),
    "record_receipt": ("note", awards.ReceiptForm, lambda form: form.cleaned_data),
    "record_faulty_remedy": ("note", NoteForm, lambda form: form.cleaned_data),
    "request_information": ("request", requests.RequestForm, lambda form: form.cleaned_data),
    "adopt": ("adopt", requests.AdoptForm, lambda form: form.cleaned_data),
    "grant_extension": ("extension", requests.GrantForm, lambda form: form.cleaned_data),
    "refuse_extension": ("extension", requests.RefuseForm, lambda form: form.cleaned_data),
    "write_to_applicant": ("reply", requests.ReplyForm, lambda form: form.cleaned_data),
    "put_aside": ("reply", requests.AsideForm, lambda form: form.cleaned_data),
}
