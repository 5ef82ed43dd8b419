"""The editors' desk: new names, sectors and registry numbers of public profiles."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from corridor.actions import Refused
from corridor.admin import ReadOnlyAdmin, Task
from startups import actions
from startups.choices import ChangeState
from startups.forms import NoteForm
from startups.models import ProfileChange

# By the last part of the address: the button's verb, the action, what is said then, the form.
STEPS = {
    "accept": (_("Accept"), actions.accept_change, _("The new version is public."), forms.Form),
    "decline": (
        _("Decline with a reason"),
        actions.decline_change,
        _("The profile stays as it is. The owners get mail."),
        NoteForm,
    ),
}


@admin.register(ProfileChange)
class ProfileChangeAdmin(ReadOnlyAdmin):
    """The queue, and a page that shows old and new side by side."""

    place = 2
    explanation = _("Names, sectors and registry numbers that wait while the old ones are public")
    list_display = ["startup", "words", "proposed_by", "proposed_at", "state"]
    list_filter = ["state"]
    list_per_page = 50
    list_select_related = ["startup", "proposed_by"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("startup__registrations")

    def desk(self, request):
        if not may_decide(request):
            return []
        count = ProfileChange.objects.waiting().count()
        sentence = ngettext(
            "%(count)s change of a public profile waits for you",
            "%(count)s changes of public profiles wait for you",
            count,
        )
        address = reverse("admin:startups_profilechange_changelist")
        url = f"{address}?state__exact={ChangeState.WAITING}"
        return [Task(sentence % {"count": count}, url, count)]

    @admin.display(description=_("New values"))
    def words(self, change):
        return ", ".join(f"{row['label']}: {row['new'] or '–'}" for row in change.rows())

    def get_urls(self):
        view = self.admin_site.admin_view(self.step)
        names = [(name, f"startups_profilechange_{name}") for name in STEPS]
        steps = [path(f"<int:pk>/{name}/", view, {"name": name}, route) for name, route in names]
        return [*steps, *super().get_urls()]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Old and new; whoever may, goes on from here to accept or decline."""
        change = self.get_object(request, object_id)
        if change is None or request.method == "POST":
            raise Http404
        waits = change.state == ChangeState.WAITING
        context = {
            **self.context(request, str(change), change),
            "original": change,
            "waits": waits,
            "may_decide": waits and may_decide(request),
            "has_history": self.has_history_permission(request),
        }
        return TemplateResponse(request, "startups/admin/profile_change.html", context)

    def step(self, request, pk, name):
        """A page with the step's form, if it has any field, and its button; only the POST takes the step."""
        if not may_decide(request):
            raise PermissionDenied
        change = get_object_or_404(self.get_queryset(request), pk=pk)
        verb, act, done, form_class = STEPS[name]
        form = form_class(request.POST if request.method == "POST" else None)
        if form.is_valid():
            try:
                act(change=change, by=request.user, **form.cleaned_data)
            except Refused as refused:
                self.message_user(request, refused.message, messages.ERROR)
            else:
                self.message_user(request, done, messages.SUCCESS)
            return redirect("admin:startups_profilechange_change", pk)
        context = {
            **self.context(request, verb, change),
            "object": change,
            "startup": change,
            "form": form,
        }
        return TemplateResponse(request, "admin/step.html", context)

    def context(self, request, title, change):
        return {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "change": change,
        }


def may_decide(request):
    return request.user.has_perm("startups.change_profilechange")
