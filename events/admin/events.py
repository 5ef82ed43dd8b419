"""The event team's desk: events, and copies of them for the next year or the other city."""

from datetime import timedelta

from django import forms
from django.contrib import admin
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from corridor import clock
from corridor.documents.actions import log_export
from corridor.exports import answer
from corridor.forms import PlainWords
from corridor.spreadsheets import TYPES
from corridor.steps import Step
from corridor.templatetags.corridor import in_both_places
from corridor.widgets import DayAndTimeInput
from events import actions, lists
from events.admin.figures import FiguresViews
from events.admin.meetings import say_of_meetings
from events.admin.team import TeamAdmin, TeamSteps, may_steer
from events.models import Event


class CopyForm(PlainWords, forms.Form):
    """What differs from the event that is copied; the days of registration follow the event's."""

    title_de = forms.CharField(label=_("title in German"), max_length=120)
    title_en = forms.CharField(label=_("title in English"), max_length=120)
    slug = forms.SlugField(label=_("address"), max_length=80)
    starts_at = forms.SplitDateTimeField(label=_("starts"), widget=DayAndTimeInput)

    def __init__(self, *args, event, **kwargs):
        self.event = event
        initial = {"title_de": event.title_de, "title_en": event.title_en}
        super().__init__(*args, initial=initial, **kwargs)

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if Event.objects.filter(slug=slug).exists():
            raise forms.ValidationError(_("Another event has this address already."))
        return slug


@admin.register(Event)
class EventAdmin(FiguresViews, TeamSteps, TeamAdmin):
    change_form_template = "admin/events/event.html"
    settled = ("slug",)  # links lead there
    place = 1
    list_display = ["title", "begins", "city", "places", "is_public"]
    list_filter = ["is_public"]
    search_fields = ["title_de", "title_en"]
    search_help_text = _("Title")
    explanation = _("Their pages in the portal, with the time for registration.")
    prepopulated_fields = {"slug": ["title_en"]}
    fieldsets = [
        (None, {"fields": ["title_de", "title_en", "slug", "is_public"]}),
        (_("Text"), {"fields": ["summary_de", "summary_en", "description_de", "description_en"]}),
        (_("When"), {"fields": ["starts_at", "ends_at", "zone"]}),
        (_("Where"), {"fields": ["venue", "address", "city", "host", "website"]}),
        (
            _("Registration"),
            {
                "fields": [
                    "places",
                    "registration_opens_on",
                    "registration_closes_on",
                    "swap_until",
                    "is_open",
                    "needs_approval",
                    "offer_days",
                ]
            },
        ),
    ]
    step_argument = "event"
    steps = {
        "copy": Step(
            _("Copy with its sessions"),
            actions.copy_event,
            lambda _event: True,
            _("The copy is in the list. It is not public yet."),
            lambda event, data: CopyForm(data, event=event),
            _("The sessions move by as many days as the event. People and delegations stay here."),
        )
    }

    def get_urls(self):
        view = self.admin_site.admin_view(self.list_view)
        own = path("<uuid:pk>/lists/<slug:name>.<slug:kind>", view, name="events_event_list")
        return [own, *super().get_urls()]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["lists"] = lists.open_to(request.user) if obj else {}
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @method_decorator(require_GET)
    def list_view(self, request, pk, name, kind):
        """A list to hand on, as a file. The log of it is all that this GET writes."""
        event = get_object_or_404(self.get_queryset(request), pk=pk)
        handed_on = lists.open_to(request.user).get(name)
        if handed_on is None or kind not in TYPES:
            raise Http404
        number = lists.people_of(event, handed_on).count()
        log_export(what=f"{handed_on.name}: {event}", query="", rows=number, by=request.user)
        return answer(kind, lists.table(event, handed_on), f"{event.slug}-{name}.{kind}")

    def notes(self, request):
        """For the event team: the way to the door of what is on, from three days before."""
        if not may_steer(request):
            return []
        soon = clock.now() + timedelta(days=3)
        shown = Event.objects.upcoming(clock.now()).filter(starts_at__lte=soon)
        words = _("Check-in: %(event)s")
        return [
            {"words": words % {"event": event}, "url": reverse("checkin", args=[event.slug])}
            for event in shown
        ]

    @admin.display(description=_("title"), ordering="title_de")
    def title(self, event):
        return str(event)

    @admin.display(description=_("starts"), ordering="starts_at")
    def begins(self, event):
        """In both places: the back office reckons in the time of Düsseldorf, wherever the event is."""
        return in_both_places(event.starts_at)

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def add(self, **said):
        return actions.create_event(**said)

    def change(self, event, **said):
        return actions.change_event(event=event, **said)

    def say(self, request, event):
        """Which meetings the new times have ended."""
        number = len(event.cancelled_meetings)
        words = ngettext(
            "%(count)s meeting was outside the new times and is cancelled; both people get mail.",
            "%(count)s meetings were outside the new times and are cancelled; their people get mail.",
            number,
        )
        say_of_meetings(self, request, event.cancelled_meetings, words)
