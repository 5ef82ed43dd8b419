"""The programme: sessions with their tracks, rooms and places."""

from django.contrib import admin, messages
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from corridor.steps import Step
from events import actions
from events.admin.meetings import say_of_meetings
from events.admin.team import TeamAdmin, TeamSteps
from events.choices import PlaceState
from events.clashes import in_its_room
from events.models import Session


@admin.register(Session)
class SessionAdmin(TeamSteps, TeamAdmin):
    place = 2
    explanation = _("The programme of an event: when and where, and how many people fit in")
    list_display = ["title", "event", "starts_at", "room", "places", "taken", "is_cancelled"]
    list_filter = ["event"]
    list_per_page = 100
    list_select_related = ["event"]
    search_fields = ["title_de", "title_en", "room"]
    search_help_text = _("Title or room")
    fieldsets = [
        (None, {"fields": ["event", "title_de", "title_en", "track_de", "track_en"]}),
        (_("When and where"), {"fields": ["starts_at", "ends_at", "room", "places"]}),
        (_("Text"), {"fields": ["summary_de", "summary_en"]}),
    ]
    step_argument = "session"
    steps = {
        "cancel": Step(
            _("Cancel the session"),
            actions.cancel_session,
            lambda session: session.cancelled_at is None,
            _("The session is cancelled. Everybody who has chosen it gets mail."),
            text=_("It stays in calendars as cancelled. Everybody who has chosen it gets mail."),
        )
    }

    def get_queryset(self, request):
        confirmed = Count("taken", filter=Q(taken__state=PlaceState.CONFIRMED))
        return super().get_queryset(request).annotate(taken_places=confirmed)

    def add(self, **said):
        return actions.create_session(**said)

    def change(self, session, **said):
        return actions.change_session(session=session, **said)

    def say(self, request, session):
        """Who has a meeting at the new time, and who has a place although there are fewer now."""
        number = len(session.clashing)
        words = ngettext(
            "%(count)s person who has chosen the session has a meeting at its new time, and gets mail.",
            "%(count)s people who have chosen the session have a meeting at its new time, and get mail.",
            number,
        )
        say_of_meetings(self, request, session.clashing, words)
        booked = session.taken.filter(state=PlaceState.CONFIRMED).count()
        if session.places is not None and booked > session.places:
            words = _(
                "More people have a place (%(booked)s) than there are places now (%(places)s). All of them keep "
                "theirs; others get one once so many have left."
            )
            numbers = {"booked": booked, "places": session.places}
            self.message_user(request, words % numbers, messages.WARNING)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if others := in_its_room(obj):
            words = _("At this time there is something else in %(room)s, too: %(others)s.")
            said = words % {"room": obj.room, "others": "; ".join(map(str, others))}
            self.message_user(request, said, messages.WARNING)

    @admin.display(description=_("title"), ordering="title_de")
    def title(self, session):
        return str(session)

    @admin.display(description=_("taken"), ordering="taken_places")
    def taken(self, session):
        return session.taken_places

    @admin.display(description=_("cancelled"), boolean=True)
    def is_cancelled(self, session):
        return session.cancelled_at is not None
