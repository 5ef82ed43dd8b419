from django.urls import path

from events.views import meetings

urlpatterns = [
    path("", meetings.meetings, name="registration_meetings"),
    path("times/", meetings.times, name="registration_meeting_times"),
    path("ask/<uuid:pk>/", meetings.ask, name="registration_meeting_ask"),
    *(
        path(
            f"<uuid:pk>/{verb}/",
            meetings.answer,
            {"verb": verb},
            name=f"registration_meeting_{verb}",
        )
        for verb in meetings.ANSWERS
    ),
    path("<uuid:pk>/cancel/", meetings.cancel, name="registration_meeting_cancel"),
    path("<uuid:pk>/outcome/", meetings.outcome, name="registration_meeting_outcome"),
    path("<uuid:pk>/meeting.ics", meetings.calendar, name="registration_meeting_calendar"),
]
