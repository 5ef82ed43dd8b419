"""What the auditor reads beside the cases: applications, what was submitted, decisions, the record."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.admin import ReadOnlyAdmin
from corridor.exports import ExportMixin
from corridor.pages import LongList
from corridor.templatetags.corridor import money
from welcome.models import Application, CaseAccess, CaseEvent, Decision, Revision


class Record(ReadOnlyAdmin):
    list_per_page = 50
    paginator = LongList
    show_facets = admin.ShowFacets.NEVER


@admin.register(Application)
class ApplicationAdmin(Record):
    explanation = _("Drafts and applications, each for one or several packages.")
    place = 4
    list_display = ["startup", "created_by", "created_at", "changed_at", "submitted_at"]
    list_select_related = ["startup", "created_by"]
    search_fields = ["startup__name"]
    search_help_text = _("Start-up")
    fields = ["startup", "packages", "created_by", "created_at", "changed_at", "submitted_at"]


@admin.register(Revision)
class RevisionAdmin(Record):
    explanation = _("What was submitted, as it was on that day.")
    place = 5
    list_display = ["startup", "number", "submitted_by", "submitted_at"]
    list_select_related = ["application__startup", "submitted_by"]
    search_fields = ["application__startup__name"]
    search_help_text = _("Start-up")
    fields = ["asked_with", "number", "submitted_by", "submitted_at", "cases"]
    ordering = ["-submitted_at"]

    @admin.display(description=_("start-up"), ordering="application__startup__name")
    def startup(self, revision):
        return revision.application.startup

    @admin.display(description=_("application"))
    def asked_with(self, revision):
        address = reverse("admin:welcome_application_change", args=[revision.application_id])
        return format_html('<a href="{}">{}</a>', address, revision.application)

    @admin.display(description=_("cases"))
    def cases(self, revision):
        links = [
            (reverse("admin:welcome_case_change", args=[case.pk]), case)
            for case in revision.cases.all()
        ]
        return format_html_join(", ", '<a href="{}">{}</a>', links)

    def get_readonly_fields(self, request, obj=None):
        return ["asked_with", "cases"]


def day(at):
    return at and at.astimezone(clock.BERLIN).date()


@admin.register(Decision)
class DecisionAdmin(ExportMixin, Record):
    explanation = _("Every proposal and what became of it.")
    place = 6
    list_display = ["case", "kind", "amount", "proposed_by", "signed_by", "released_at", "ended_at"]
    list_select_related = ["case__startup", "proposed_by", "signed_by"]
    list_filter = ["kind"]
    export_columns = [
        (_("Case"), lambda decision: decision.case),
        (_("Start-up"), lambda decision: decision.case.startup),
        (_("Kind"), lambda decision: decision.get_kind_display()),
        (_("Value in EUR"), lambda decision: decision.value),
        (_("Proposed by"), lambda decision: decision.proposed_by),
        (_("Signed by"), lambda decision: decision.signed_by),
        (_("Released"), lambda decision: day(decision.released_at)),
        (_("Returned or overtaken"), lambda decision: day(decision.ended_at)),
    ]
    search_fields = ["case__reference"]
    search_help_text = _("Reference number of the case")
    ordering = ["-proposed_at"]
    fields = [
        "case", "submission", "kind", "amount", "reasons_de", "reasons_en", "conditions_de", "conditions_en",
        "proposed_by", "proposed_at", "signed_by", "signed_at", "notice", "released_by", "released_at",
        "ended_at", "return_note",
    ]  # fmt: skip
    readonly_fields = ["submission", "amount"]

    @admin.display(description=_("submitted application"))
    def submission(self, decision):
        address = reverse("admin:welcome_revision_change", args=[decision.revision_id])
        return format_html('<a href="{}">{}</a>', address, decision.revision)

    @admin.display(description=Decision._meta.get_field("value").verbose_name, ordering="value")
    def amount(self, decision):
        return money(decision.value)


@admin.register(CaseEvent)
class CaseEventAdmin(Record):
    explanation = _("Every step of every case, the latest first.")
    place = 7
    list_display = ["case", "source", "target", "by", "at", "note"]
    list_select_related = ["case", "by"]
    search_fields = ["case__reference"]
    search_help_text = _("Reference number of the case")
    ordering = ["-id"]


@admin.register(CaseAccess)
class CaseAccessAdmin(Record):
    explanation = _(
        "Which member of staff opened which case and when, to five minutes; kept for a year."
    )
    place = 8
    list_display = ["at", "person", "case"]
    list_select_related = ["case", "by"]
    list_filter = ["day"]
    search_fields = ["case__reference", "by__name", "by__email"]
    search_help_text = _("Reference number of the case, name or address of the person")
    fields = ["person", "file", "at"]
    readonly_fields = ["person", "file"]

    @admin.display(description=_("by"), ordering="by__name")
    def person(self, look):
        return str(look.by)

    @admin.display(description=_("case"))
    def file(self, look):
        """Without Django's link: the administration reads the log and no case."""
        return str(look.case)
