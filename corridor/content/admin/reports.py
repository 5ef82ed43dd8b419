from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Min
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.choices import Role
from corridor.actions import Refused
from corridor.admin import Choice, ReadOnlyAdmin, Task, time_left
from corridor.content import actions
from corridor.content.forms import AnswerForm, own_path
from corridor.content.models import BarrierReport


class AnsweredFilter(Choice):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("open", _("Open")), ("answered", _("Answered"))]

    def queryset(self, request, queryset):
        match self.value():
            case "open":
                return queryset.open()
            case "answered":
                return queryset.filter(answered_at__isnull=False)
        return queryset


@admin.register(BarrierReport)
class BarrierReportAdmin(ReadOnlyAdmin):
    """The queue, the most urgent first, and a page to read a report and answer it."""

    place = 1
    explanation = _("What readers could not use; to be answered within two weeks.")
    list_display = ["words", "where", "received_at", "due"]
    list_filter = [AnsweredFilter]
    list_per_page = 50

    def desk(self, request):
        if not request.user.has_role(Role.EDITOR):
            return []
        count, first = (
            BarrierReport.objects.open().aggregate(n=Count("pk"), first=Min("due_on")).values()
        )
        words = ngettext(
            "%(count)s barrier report to answer", "%(count)s barrier reports to answer", count
        )
        address = f"{reverse('admin:content_barrierreport_changelist')}?state=open"
        return [Task(words % {"count": count}, address, count, first)]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Read the report; whoever may, answers it by POST."""
        report = self.get_object(request, object_id)
        if report is None or not self.has_view_permission(request, report):
            raise Http404
        form = self.form_for(request, report)
        if request.method == "POST" and self.answered(request, report, form):
            return redirect("admin:content_barrierreport_change", report.pk)
        context = {
            **self.admin_site.each_context(request),
            "title": str(report),
            "opts": self.opts,
            "original": report,
            "report": report,
            "form": form,
            "due": time_left(report.due_on),
            "own_path": own_path(report.page),
        }
        return TemplateResponse(request, "content/admin/report.html", context)

    def form_for(self, request, report):
        """The form for the answer; None for who only looks, and once there is an answer."""
        may_answer = request.user.has_perm("content.change_barrierreport")
        if not may_answer and request.method == "POST":
            raise PermissionDenied
        if not may_answer or (report.answered_at and request.method != "POST"):
            return None
        return AnswerForm(request.POST if request.method == "POST" else None, report=report)

    def answered(self, request, report, form):
        if not form.is_valid():
            return False
        try:
            report = actions.answer_barrier(report=report, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.message)
            return False
        self.message_user(request, answered_words(report), messages.SUCCESS)
        return True

    @admin.display(description=_("what does not work"), ordering="text")
    def words(self, report):
        return format_html("<bdi>{}</bdi>", report)

    @admin.display(description=_("page"), ordering="page")
    def where(self, report):
        return format_html("<bdi>{}</bdi>", report.page) if report.page else ""

    @admin.display(description=_("due"), ordering="due_on")
    def due(self, report):
        if report.answered_at:
            day = date_format(report.answered_at.astimezone(clock.BERLIN), "DATE_FORMAT")
            return _("answered on %(day)s") % {"day": day}
        mark = "overdue" if report.is_overdue else "due"
        day = date_format(report.due_on, "MONTH_DAY_FORMAT")
        return format_html(
            '<span><span class="{}">{}</span> <span class="quiet">{}</span></span>',
            mark,
            time_left(report.due_on),
            day,
        )


def answered_words(report):
    if report.answer_sent:
        return gettext("The answer was sent to %(address)s.") % {"address": report.email}
    return gettext("The answer is noted, not sent.")
