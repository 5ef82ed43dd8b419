"""The cases: a list to find the next one, a page to read and decide one."""

from functools import partial
from http import HTTPStatus

from csp.decorators import csp_update
from django.contrib import admin, messages
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST, require_safe

from corridor import clock
from corridor.actions import Refused
from corridor.forms import posted
from startups.emails import owners
from welcome import actions
from welcome.actions.delivery import can_be_provided
from welcome.admin import (
    awards,
    case_page,
    checklist,
    conflicts,
    court,
    holding,
    inbox,
    letter,
    letters,
    papers,
    previews,
    register,
    repayments,
    requests,
    reviews,
    sanctions,
    stale,
)
from welcome.admin.case_list import CaseListPage
from welcome.admin.forms import FaultForm, NoteForm, ProposalForm, SignForm
from welcome.admin.paper import PaperViews
from welcome.admin.verbs import TABLE, obstacle
from welcome.checks import award_checks, is_clear, room_for, without_conflict
from welcome.deadlines import last_day_of_retrieval
from welcome.models import Case
from welcome.notice import render_notice
from welcome.notice_data import notice_data
from welcome.readings import Reading


@admin.register(Case)
class CaseAdmin(
    conflicts.DeclarationViews,
    register.RegisterViews,
    letter.LetterViews,
    PaperViews,
    CaseListPage,
):
    """A page for each case, and on it or below it a page for each verb."""

    def get_urls(self):
        """One address for each verb, and the preview of the notice."""
        views = {verb.name: partial(self.verb_view, verb=verb) for verb in TABLE}
        views["preview"] = self.preview_view
        for paper in (papers.file, papers.archive):
            views[paper.__name__] = partial(self.paper_view, paper=paper)
        views["review"] = self.review_view
        drop = path(
            "<uuid:object_id>/reviews/<int:pk>/drop/",
            self.admin_site.admin_view(self.drop_review_view),
            name="welcome_case_drop_review",
        )
        pages = [
            path(
                f"<uuid:object_id>/{name}/",
                self.admin_site.admin_view(view),
                name=f"welcome_case_{name}",
            )
            for name, view in views.items()
        ]
        return [drop, *pages, *super().get_urls()]

    @method_decorator(csp_update({"frame-src": ["'self'"]}))  # where a PDF is shown beside
    @method_decorator(require_safe)
    def change_view(self, request, object_id, form_url="", extra_context=None):
        case = self.seen(request, object_id)
        if not case.is_open_to(request.user):
            return self.declaration(request, case)
        context = {
            **case_page.context(case, request.user),
            "shows_history": self.has_history_permission(request),
            "paper": papers.beside(request, case),
        }
        proposals = [each for each in context["decisions"] if each.is_open]
        note_look(request, case, next(iter(proposals), None))
        return self.page(request, "page", case, str(case), context)

    def verb_view(self, request, object_id, verb):
        """Take one step by POST; a verb that asks for something shows its form on GET."""
        case = self.seen(request, object_id)
        if not case.is_open_to(request.user):
            return self.declare_first(request, case)
        note_look(request, case, case.open_decision if verb.name == "sign" else None)
        case.as_read = Reading.of(request.POST.get("as_read", ""), request.user)
        reason = obstacle(case, verb, request.user)
        # Whoever has typed a text finds it again, with the reason.
        typed = verb.asks and verb.name not in READ_ONLY and request.method == "POST"
        if reason and not (typed and case.has_role(request.user, verb.role)):
            stale.say(request, case, reason)
            return redirect("admin:welcome_case_change", case.pk)
        if verb.asks:
            shown = case.open_decision if verb.name == "sign" else None
            return noted(request, case, self.form_view(request, case, verb), shown)
        if request.method == "POST":
            self.perform(request, case, verb)
        return redirect("admin:welcome_case_change", case.pk)

    def perform(self, request, case, verb):
        try:
            getattr(actions, verb.name)(case=case, by=request.user)
        except Refused as refused:
            stale.say(request, case, refused.message)
        else:
            messages.success(request, verb.done)

    def form_view(self, request, case, verb):
        template, form_class, arguments = FORMS[verb.name]
        if "insert" in request.POST:
            form = checklist.with_block(form_class, request, case)
        else:
            form = form_class(*posted(request), case=case)
        if form.is_valid():
            step = partial(
                getattr(actions, verb.name), case=case, by=request.user, **arguments(form)
            )
            try:
                if "preview" in request.POST and verb.name in previews.PROPOSALS:
                    return previews.draft(previews.of_typed(step), case)
                step()
            except Refused as refused:
                form.add_error(None, refused.message)
            else:
                messages.success(request, verb.done)
                return redirect("admin:welcome_case_change", case.pk)
        context = {
            "form": form,
            "verb": verb,
            **stale.context(case, verb, form, request.user),
            "errors": form.errors,
            "blocks": checklist.blocks_for(case, form),
            **self.beside(case, request.user),
            **requests.context(case),
            **court.context(case),
        }
        return self.page(request, template, case, verb.label, context)

    def beside(self, case, user):
        """What a page of a decision shows beside its form."""
        decision = case.open_decision
        room = room_for(case, besides=decision)
        checks = [without_conflict(decision), *award_checks(decision, room)] if decision else []
        return {
            "decision": decision,
            "own": decision is not None and decision.proposed_by_id == user.pk,
            "returned": case_page.returned(case),
            "owners": owners(case.startup),
            "closes_on": last_day_of_retrieval(clock.today()),
            "in_portal": decision is not None and can_be_provided(decision),
            "room": room,
            "clear": is_clear(case),
            "checks": checks,
            "failed": [check for check in checks if not check.passed],
            "reviews_waiting": case.reviews.filter(submitted_at=None).select_related("reviewer"),
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
        return previews.draft(render_notice(notice_data(decision)), case)

    def review_view(self, request, object_id):
        case = self.found(request, object_id)
        return noted(request, case, reviews.own_review(request, case, self.page))

    @method_decorator(require_POST)
    def drop_review_view(self, request, object_id, pk):
        case = self.found(request, object_id)
        case.as_read = Reading.of(request.POST.get("as_read", ""), request.user)
        return reviews.drop(request, case, pk)

    def paper_view(self, request, object_id, paper):
        return paper(request, self.found(request, object_id))

    def found(self, request, object_id):
        """The case, for whoever may open its file; 404 for everybody else."""
        case = self.seen(request, object_id)
        if not case.is_open_to(request.user):
            raise Http404
        note_look(request, case)
        return case

    def seen(self, request, object_id):
        """The case, for whoever may know that it is there; 404 for everybody else."""
        rows = Case.objects.to_declare(request.user).select_related(*SHOWN_WITH_CASE)
        case = rows.filter(pk=inbox.as_uuid(str(object_id))).first()
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


def note_look(request, case, shown=None):
    """In the log of who read; `shown` is the proposal that the page shows."""
    if request.method == "GET":
        actions.note_look(case=case, by=request.user, decision=shown)


def noted(request, case, response, shown=None):
    """The answer; one to a POST that is a page again shows the file as well, and so is a look."""
    if request.method == "POST" and response.status_code == HTTPStatus.OK:
        actions.note_look(case=case, by=request.user, decision=shown)
    return response


# What each page of a case names, read with it.
SHOWN_WITH_CASE = (
    "package__authority",
    "startup",
    "application",
    "revision__submitted_by",
    "terms",
    "officer",
)
# Verbs whose page asks for nothing but to be read.
READ_ONLY = {"sign", "release", "adopt", "put_aside"}
# For each verb that asks: its page, its form, and what its action takes from that.
FORMS = {
    "propose": ("propose", ProposalForm, lambda form: form.proposal),
    "sign": ("sign", SignForm, lambda form: form.cleaned_data),
    "return_proposal": ("note", NoteForm, lambda form: form.cleaned_data),
    "release": ("release", holding.ReleaseForm, lambda form: form.cleaned_data),
    "hold_back": ("note", holding.HoldForm, lambda form: form.cleaned_data),
    "reopen": ("note", NoteForm, lambda form: form.cleaned_data),
    "send_by_post": ("post", awards.PostForm, lambda form: form.cleaned_data),
    "record_receipt": ("note", awards.ReceiptForm, lambda form: form.cleaned_data),
    "record_faulty_remedy": ("note", FaultForm, lambda form: form.cleaned_data),
    "request_information": ("request", requests.RequestForm, lambda form: form.cleaned_data),
    "assign": ("note", inbox.AssignForm, lambda form: form.cleaned_data),
    **court.FORMS,
    "record_sanctions_check": ("note", sanctions.SanctionsForm, lambda form: form.cleaned_data),
    "record_repayment": ("note", repayments.RepaymentForm, lambda form: form.cleaned_data),
    "register_award": ("note", register.RegisterForm, lambda form: form.cleaned_data),
    "ask_review": ("note", reviews.AskForm, lambda form: form.cleaned_data),
    "mark_items": ("checklist", checklist.ChecklistForm, lambda form: {"marks": form.marks}),
    "adopt": ("adopt", requests.AdoptForm, lambda form: form.cleaned_data),
    "grant_extension": ("extension", requests.GrantForm, lambda form: form.cleaned_data),
    "refuse_extension": ("extension", requests.RefuseForm, lambda form: form.cleaned_data),
    "write_to_applicant": ("reply", requests.ReplyForm, lambda form: form.cleaned_data),
    "enter_letter": ("letter", letters.LetterForm, lambda form: form.cleaned_data),
    "enter_wish": ("letter", letters.WishForm, lambda form: form.cleaned_data),
    "put_aside": ("reply", requests.AsideForm, lambda form: form.cleaned_data),
}
