"""The outbox for the back office: what was sent to whom and how it went, never what it said."""

import post_office.admin  # noqa: F401 - registers the pages that we replace
from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from post_office.models import Attachment, Email, EmailTemplate, Log

from corridor.admin import ReadOnlyAdmin

admin.site.unregister([Attachment, Email, EmailTemplate, Log])


@admin.register(Email)
class OutboxAdmin(ReadOnlyAdmin):
    list_display = ["recipient", "shown_subject", "status", "created", "last_updated", "retries"]
    list_filter = ["status", "created"]
    search_fields = ["to"]
    fields = [
        "recipient",
        "shown_subject",
        "template_name",
        "status",
        "created",
        "scheduled_time",
        "last_updated",
        "retries",
        "failures",
    ]
    ordering = ["-created"]
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

    @admin.display(description=_("Template"))
    def template_name(self, email):
        return (email.context or {}).get("template", "")

    @admin.display(description=_("Further attempts"))
    def retries(self, email):
        return email.number_of_retries or 0

    @admin.display(description=_("Failures"))
    def failures(self, email):
        return "\n".join(
            f"{log.date:%Y-%m-%d %H:%M} {log.exception_type}" for log in email.logs.order_by("pk")
        )
