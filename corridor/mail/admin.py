"""The outbox for the back office: what was sent to whom and how it went, never what it said."""

import post_office.admin  # noqa: F401 - registers the pages that we replace
from django.contrib import admin
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from post_office.models import STATUS, Attachment, Email, EmailTemplate, Log

from corridor import clock
from corridor.admin import Choice, ReadOnlyAdmin

admin.site.unregister([Attachment, Email, EmailTemplate, Log])


# post_office has no German for all of these.
STATES = {
    STATUS.sent: _("Sent"),
    STATUS.failed: _("Failed"),
    STATUS.queued: _("Waiting"),
    STATUS.requeued: _("Waiting for another attempt"),
}


class StateFilter(Choice):
    title = _("state")
    parameter_name = "status"

    def lookups(self, request, model_admin):
        return [(str(status), label) for status, label in STATES.items()]

    def queryset(self, request, queryset):
        return queryset.filter(status=self.value()) if self.value() else queryset


class DayFilter(admin.DateFieldListFilter):
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.title = _("queued")


@admin.register(Email)
class OutboxAdmin(ReadOnlyAdmin):
    list_display = ["recipient", "shown_subject", "state", "queued", "changed", "retries"]
    list_filter = [StateFilter, ("created", DayFilter)]
    search_fields = ["to"]
    search_help_text = _("Address of the recipient")
    fields = [
        "recipient",
        "shown_subject",
        "template_name",
        "state",
        "queued",
        "planned",
        "changed",
        "retries",
        "failures",
    ]
    ordering = ["-created"]
    explanation = _("What was sent to whom and how it went; the texts are not shown.")
    # post_office brings a page of its own with a button to send again.
    change_form_template = "admin/change_form.html"

    def get_queryset(self, request):
        # Text never leaves the database: not even a mistake in a template could show it.
        return super().get_queryset(request).defer("message", "html_message", "headers")

    @admin.display(description=_("To"), ordering="to")
    def recipient(self, email):
        return ", ".join(email.to)

    @admin.display(description=_("Subject"))
    def shown_subject(self, email):
        return _("(confidential)") if (email.context or {}).get("secret") else email.subject

    @admin.display(description=_("State"), ordering="status")
    def state(self, email):
        return STATES.get(email.status, "")

    @admin.display(description=_("Queued"), ordering="created")
    def queued(self, email):
        return moment(email.created)

    @admin.display(description=_("Not before"))
    def planned(self, email):
        return moment(email.scheduled_time)

    @admin.display(description=_("Last change"), ordering="last_updated")
    def changed(self, email):
        return moment(email.last_updated)

    @admin.display(description=_("Template"))
    def template_name(self, email):
        return (email.context or {}).get("template", "")

    @admin.display(description=_("Further attempts"))
    def retries(self, email):
        return email.number_of_retries or 0

    @admin.display(description=_("Failures"))
    def failures(self, email):
        logs = email.logs.order_by("pk")
        return "\n".join(f"{moment(log.date)} {log.exception_type}" for log in logs) or "–"


def moment(at):
    """Real time, as the page's language writes it."""
    return date_format(at.astimezone(clock.BERLIN), "DATETIME_FORMAT") if at else "–"
