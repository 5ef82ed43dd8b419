"""Meetings: hours and tables set up for an event, what delegates agree on, and what the event team arranges."""

from django import forms
from django.contrib import admin, messages
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import Role
from corridor.admin import ReadOnlyAdmin, Task
from corridor.exports import ExportMixin
from corridor.forms import PlainWords
from corridor.steps import Step
from corridor.widgets import TimeInput
from events import actions, projects, slots
from events.admin.team import TeamAdmin, TeamSteps
from events.choices import MeetingState
from events.forms.meetings import SlotField
from events.models import Meeting, MeetingSetup

M = MeetingState
MOST_TABLES = 200
# So many stand on the start page at once.
MOST_PLANNED = 5


class SetupForm(PlainWords, forms.ModelForm):
    tables = forms.CharField(
        label=_("Tables"),
        help_text=_("One name in each line, in the order in which they are given out."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    class Meta:
        model = MeetingSetup
        fields = ["event", "begins", "ends", "minutes"]
        widgets = {"begins": TimeInput, "ends": TimeInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            names = self.instance.event.meeting_tables.values_list("name", flat=True)
            self.initial["tables"] = "\n".join(names)

    def clean_tables(self):
        names = [line.strip() for line in self.cleaned_data["tables"].splitlines()]
        names = list(dict.fromkeys(filter(None, names)))
        if len(names) > MOST_TABLES or any(len(name) > 60 for name in names):
            raise forms.ValidationError(_("At most 200 tables, with names of up to 60 characters."))
        return names


class DelegateField(forms.ModelChoiceField):
    def __init__(self, label):
        super().__init__(None, label=label, empty_label="–")

    def label_from_instance(self, delegate):
        return " · ".join(filter(None, [delegate.both_names, delegate.organisation]))


class ArrangeForm(PlainWords, forms.Form):
    """Two people with a place, and one of all times that are ahead."""

    one = DelegateField(_("Who"))
    other = DelegateField(_("Whom"))
    time = SlotField()
    purpose = forms.CharField(
        label=_("What it is about"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Both read it."),
    )

    def __init__(self, setup, data):
        super().__init__(data)
        event = setup.event
        for name in ("one", "other"):
            people = event.delegates.coming().order_by("given_names", "surname", "id")
            self.fields[name].queryset = people
        left = slots.with_free_table(setup, slots.ahead(slots.slots_of(setup)))
        self.fields["time"].offer(left, event.timezone)

    def clean(self):
        said = super().clean()
        if said.get("one") and said.get("one") == said.get("other"):
            self.add_error("other", _("Choose two different people."))
        return said


def say_of_meetings(page, request, meetings, words):
    """Warn of some meetings, with the way to the list of them; `words` have their number as `count`."""
    if not meetings:
        return
    keys = ",".join(sorted({str(meeting.pk) for meeting in meetings}))
    url = f"{reverse('admin:events_meeting_changelist')}?id__in={keys}"
    said = words % {"count": len(meetings)}
    link = format_html('{} <a href="{}">{}</a>', said, url, _("Look at them"))
    page.message_user(request, link, messages.WARNING)


def arrange(*, setup, by, **said):
    return actions.arrange_meeting(event=setup.event, by=by, **said)


@admin.register(MeetingSetup)
class MeetingSetupAdmin(TeamSteps, TeamAdmin):
    form = SetupForm
    place = 9
    explanation = _("Hours and tables at which people can meet; here you also arrange a meeting")
    list_display = ["event", "begins", "ends", "minutes"]
    list_select_related = ["event"]
    fieldsets = [(None, {"fields": ["event", "begins", "ends", "minutes", "tables"]})]
    step_argument = "setup"
    steps = {
        "arrange": Step(
            _("Arrange a meeting"),
            arrange,
            lambda _setup: True,
            _("The meeting is arranged. Both get mail with an entry for their calendars."),
            ArrangeForm,
            _("For two people who have agreed to it. Either of them can cancel it."),
        )
    }

    def add(self, **said):
        return actions.set_up_meetings(**said)

    def change(self, setup, **said):
        actions.change_meeting_setup(setup=setup, **said)


@admin.register(Meeting)
class MeetingAdmin(TeamSteps, ExportMixin, ReadOnlyAdmin):
    place = 8
    explanation = _("Who meets whom, when and at which table, and what came of it")
    list_display = ["starts_at", "asked_by", "asked", "table", "state", "event"]
    list_filter = ["event", "state", "outcome_of_asking", "outcome_of_asked"]
    linked_lookups = ["id__in"]
    readonly_fields = ["arranger"]
    list_per_page = 100
    list_select_related = ["event", "asked_by", "asked", "table"]
    search_fields = [
        f"{side}__{name}"
        for side in ("asked_by", "asked")
        for name in ("given_names", "surname", "organisation")
    ]
    search_help_text = _("Name or organisation")
    fieldsets = [
        (None, {"fields": ["event", "asked_by", "asked", "purpose", "state"]}),
        (_("When and where"), {"fields": ["starts_at", "ends_at", "table"]}),
        (_("What came of it"), {"fields": ["outcome_of_asking", "outcome_of_asked"]}),
        (_("How it came about"), {"fields": ["asked_at", "arranger", "changed_at"]}),
    ]
    export_columns = [
        (_("event"), lambda m: m.event),
        (_("starts"), lambda m: m.starts_at.astimezone(m.event.timezone).replace(tzinfo=None)),
        (_("ends"), lambda m: m.ends_at.astimezone(m.event.timezone).replace(tzinfo=None)),
        (_("table"), lambda m: m.table or ""),
        (_("asked by"), lambda m: m.asked_by.name),
        (_("organisation of who asked"), lambda m: m.asked_by.organisation),
        (_("asked"), lambda m: m.asked.name),
        (_("organisation of who was asked"), lambda m: m.asked.organisation),
        (_("state"), lambda m: m.get_state_display()),
        (_("what came of it, says who asked"), lambda m: m.get_outcome_of_asking_display()),
        (_("what came of it, says who was asked"), lambda m: m.get_outcome_of_asked_display()),
    ]
    step_argument = "meeting"
    steps = {
        "cancel": Step(
            _("Cancel the meeting"),
            actions.cancel_meeting_as_team,
            lambda meeting: meeting.state in (M.ASKED, M.ACCEPTED) and not meeting.is_over,
            _("The meeting is cancelled. Both get mail."),
            text=_("Both get mail, and the table is free for others."),
        )
    }

    def desk(self, request):
        """For editors: projects that two start-ups agreed on at a meeting."""
        if not request.user.has_role(Role.EDITOR):
            return []
        words = _("%(one)s and %(other)s plan a project since they met: set it up")
        return [
            Task(
                words % {"one": meeting.asked_by.startup, "other": meeting.asked.startup},
                projects.form_for(meeting),
                1,
            )
            for meeting in projects.planned()[:MOST_PLANNED]
        ]

    @admin.display(description=_("arranged by"))
    def arranger(self, meeting):
        """By name alone: the event team has no pages of accounts."""
        return meeting.arranged_by and meeting.arranged_by.name
