"""The editors' desk: new names, sectors and registry numbers of public profiles."""

from django.contrib import admin
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from corridor.admin import ReadOnlyAdmin, Task
from corridor.steps import Step, StepsMixin, in_state
from startups import actions
from startups.choices import ChangeState
from startups.forms import NoteForm
from startups.models import ProfileChange


@admin.register(ProfileChange)
class ProfileChangeAdmin(StepsMixin, ReadOnlyAdmin):
    """The queue, and a page that shows old and new side by side."""

    place = 2
    explanation = _("Names, sectors and registry numbers that wait while the old ones are public")
    list_display = ["startup", "words", "proposed_by", "proposed_at", "state"]
    list_filter = ["state"]
    list_per_page = 50
    list_select_related = ["startup", "proposed_by"]
    step_argument = "change"
    steps = {
        "accept": Step(
            _("Accept"),
            actions.accept_change,
            in_state(ChangeState.WAITING),
            _("The new version is public."),
        ),
        "decline": Step(
            _("Decline with a reason"),
            actions.decline_change,
            in_state(ChangeState.WAITING),
            _("The profile stays as it is. The owners get mail."),
            lambda _change, data: NoteForm(data),
        ),
    }

    def may_step(self, request, obj):
        return may_decide(request)

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

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Old and new; whoever may, goes on from here to accept or decline."""
        change = self.get_object(request, object_id)
        if change is None or request.method == "POST":
            raise Http404
        waits = change.state == ChangeState.WAITING
        context = {
            **self.admin_site.each_context(request),
            "title": str(change),
            "opts": self.opts,
            "change": change,
            "original": change,
            "waits": waits,
            "may_decide": waits and may_decide(request),
            "has_history": self.has_history_permission(request),
        }
        return TemplateResponse(request, "startups/admin/profile_change.html", context)


def may_decide(request):
    return request.user.has_perm("startups.change_profilechange")
