"""The page before a file: who applied, and the declaration whether that is a conflict of interest."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.actions import Refused
from corridor.forms import PlainWords, posted
from welcome import actions
from welcome.admin.verbs import VERBS
from welcome.choices import CaseState, ConflictAnswer, StaffRole
from welcome.exceptions import NotDeclared, OwnCase
from welcome.models import Case

# What the buttons send; the last one declares that there is no conflict and takes the case in one go.
NONE, CONFLICT, TAKE = ConflictAnswer.NONE, ConflictAnswer.CONFLICT, "take"


class ConflictForm(PlainWords, forms.Form):
    note = forms.CharField(
        label=gettext_lazy("Note"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "It stays in the record, where your colleagues and the auditors read it."
        ),
    )


class DeclarationViews:
    """For the admin of the cases: a file opens to those who have declared that there is no conflict of interest."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.declare_view)
        address = path("<uuid:object_id>/declare/", view, name="welcome_case_declare")
        return [address, *super().get_urls()]

    def declare_view(self, request, object_id):
        """Declare by POST; whoever has opened the file can declare a conflict later on."""
        case = self.seen(request, object_id)
        if not case.has_role(request.user, *StaffRole):
            raise Http404
        form = ConflictForm(*posted(request))
        if request.method == "POST" and form.is_valid():
            return declare(request, case, form)
        return self.declaration(request, case, form)

    def declaration(self, request, case, form=None):
        """The page: what one needs to know for the declaration, and nothing of the file."""
        context = {
            "form": form or ConflictForm(),
            "errors": form.errors if form else {},
            "is_open": case.is_open_to(request.user),
            "own": OwnCase.message if case.concerns(request.user) else "",
            "may_take": case.state == CaseState.SUBMITTED
            and case.has_role(request.user, StaffRole.OFFICER),
            **applicant(case),
        }
        if context["is_open"]:
            context["declarations"] = case.declarations.select_related("user")
        return self.page(request, "declare", case, _("Conflict of interest"), context)

    def declare_first(self, request, case):
        """Nothing happens before the declaration: back to its page."""
        if request.method == "POST":
            messages.error(request, NotDeclared.message)
        return redirect("admin:welcome_case_change", case.pk)


def declare(request, case: Case, form):
    """What the button said; a conflict leads away from the case, which is not there for this person any more."""
    answer = request.POST.get("answer")
    try:
        if answer == CONFLICT:
            actions.declare_conflict(case=case, by=request.user, **form.cleaned_data)
            messages.success(
                request, _("Your conflict of interest is recorded. The case is closed to you.")
            )
            return redirect("admin:welcome_case_changelist")
        if answer in {NONE, TAKE}:
            actions.declare_no_conflict(case=case, by=request.user)
        if answer == TAKE:
            actions.take(case=case, by=request.user)
            messages.success(request, VERBS["take"].done)
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("admin:welcome_case_change", case.pk)


def applicant(case: Case) -> dict:
    """Who applied: the company, its numbers in registers, and its people."""
    return {
        "registrations": case.startup.registrations.all(),
        "people": [each.user for each in case.startup.memberships.select_related("user")],
    }
