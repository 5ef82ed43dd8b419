"""Mails to groups of delegates, and what they say after the event."""

from django.contrib import admin
from django.db.models import Count
from django.shortcuts import redirect
from django.utils.html import format_html, linebreaks
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from corridor.admin import ReadOnlyAdmin
from corridor.exports import ExportMixin
from corridor.steps import Step
from events import actions, emails
from events.admin.team import TeamAdmin, TeamSteps
from events.models import Delegation, Feedback, Mailing

PLAIN = _(
    "Plain text: signs such as ** and # go out as they are, an empty line begins a paragraph. The greeting with the "
    "name, and the link to their page, are added."
)


def where_it_goes(mailing):
    """To how many people it would go now."""
    count = mailing.recipients().count()
    words = ngettext(
        "“%(subject)s” goes to %(count)s person.", "“%(subject)s” goes to %(count)s people.", count
    )
    return words % {"count": count, "subject": mailing}


@admin.register(Mailing)
class MailingAdmin(TeamSteps, TeamAdmin):
    place = 7
    explanation = _(
        "Invitation, reminder, practical information, thanks: each sent once to a group"
    )
    list_display = ["subject", "event", "kind", "audience", "sent_at", "received"]
    list_filter = ["event", "kind"]
    list_per_page = 50
    list_select_related = ["event"]
    readonly_fields = ["preview", "sent_at", "sender"]
    fieldsets = [
        (None, {"fields": ["event", "kind", "audience", "delegation"]}),
        (_("German"), {"fields": ["subject_de", "text_de"]}),
        (_("English"), {"fields": ["subject_en", "text_en"]}),
    ]
    as_it_goes = (_("As it goes out"), {"fields": ["preview", "sent_at", "sender"]})
    step_argument = "mailing"
    steps = {
        "send": Step(
            _("Send the mailing"),
            actions.send_mailing,
            lambda mailing: mailing.sent_at is None,
            _("The mails are on their way. Nobody gets this mailing twice."),
            text=where_it_goes,
        )
    }

    def response_add(self, request, obj, post_url_continue=None):
        """To the draft: there it stands as it goes out, and there it is sent."""
        super().response_add(request, obj, post_url_continue)  # says that it is added
        return redirect("admin:events_mailing_change", obj.pk)

    def get_form(self, request, obj=None, change=False, **kwargs):
        texts = dict.fromkeys(["text_de", "text_en"], PLAIN)
        return super().get_form(request, obj, change, **{"help_texts": texts, **kwargs})

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(number=Count("receipts"))

    def get_fieldsets(self, request, obj=None):
        return [*self.fieldsets, self.as_it_goes] if obj else self.fieldsets

    def has_change_permission(self, request, obj=None):
        """What was sent is only looked at."""
        was_sent = obj is not None and obj.sent_at is not None
        return not was_sent and super().has_change_permission(request, obj)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "delegation":
            kwargs["queryset"] = Delegation.objects.visible_to(request.user).select_related("event")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def add(self, **said):
        return actions.write_mailing(**said)

    def change(self, mailing, **said):
        actions.change_mailing(mailing=mailing, **said)

    @admin.display(description=_("subject"), ordering="subject_de")
    def subject(self, mailing):
        return str(mailing)

    @admin.display(description=_("recipients"), ordering="number")
    def received(self, mailing):
        return mailing.number

    @admin.display(description=_("by"))
    def sender(self, mailing):
        return str(mailing.sent_by or "–")

    @admin.display(description=_("preview"))
    def preview(self, mailing):
        """The whole mail in both languages, with the greeting and the link that each gets in place of the dots."""
        mails = [(language, emails.mailing_as_sent(mailing, language)) for language in ("de", "en")]
        parts = [
            format_html(
                '<section lang="{}"><h3>{}</h3>{}</section>',
                language,
                mail.subject,
                mark_safe(linebreaks(mail.body, autoescape=True)),  # noqa: S308
            )
            for language, mail in mails
        ]
        return mark_safe("".join(parts))  # noqa: S308 - made of escaped parts


@admin.register(Feedback)
class FeedbackAdmin(ExportMixin, ReadOnlyAdmin):
    place = 9
    explanation = _("What people said after an event, without their names")
    list_display = ["event", "rating", "worked", "missing"]
    list_filter = ["delegate__event", "rating"]
    list_per_page = 100
    list_select_related = ["delegate__event"]
    list_display_links = None
    fields = ["event", "rating", "worked", "missing"]
    export_columns = [
        (_("event"), lambda f: f.delegate.event),
        (_("how it was"), lambda f: f.rating),
        (_("what was good"), lambda f: f.worked),
        (_("what was missing"), lambda f: f.missing),
    ]

    @admin.display(description=_("event"))
    def event(self, feedback):
        return feedback.delegate.event
