from django.urls import include, path

from events.views import (
    delegations,
    events,
    feedback,
    joining,
    letters,
    lists,
    meetings,
    people,
    questions,
    registering,
    registrations,
    sessions,
)

of_events = [
    path("", events.events, name="events"),
    path("<slug:slug>/", events.event, name="event"),
    path("<slug:slug>/calendar.ics", sessions.event_calendar, name="event_calendar"),
    path("<slug:slug>/meetings/", meetings.at_event, name="event_meetings"),
    path("<slug:slug>/register/", registering.register, name="register"),
    path("<slug:slug>/register/sent/", registering.sent, name="register_sent"),
    path("<slug:slug>/register/<str:token>/", registering.mailed_form, name="register_form"),
]
of_delegation = [
    path("", delegations.delegation, name="delegation"),
    path("decline/", delegations.decline, name="delegation_decline"),
    path("travel/", delegations.travel, name="delegation_travel"),
    path("places/", delegations.places, name="delegation_places"),
    path("open-link/", delegations.open_link, name="delegation_open_link"),
    path("open-link/close/", delegations.close_link, name="delegation_close_link"),
    path("links/", people.mail_all, name="delegation_mail_all"),
    path("people/new/", people.add, name="delegation_add"),
    path("people/import/", lists.import_list, name="delegation_import"),
    path("people/list.csv", lists.template, name="delegation_template"),
    path("people/<uuid:pk>/", people.person, name="delegation_person"),
    path("people/<uuid:pk>/swap/", people.swap, name="delegation_swap"),
    path("people/<uuid:pk>/remove/", people.remove, name="delegation_remove"),
    path("people/<uuid:pk>/link/", people.mail_one, name="delegation_mail_one"),
]
own_page = [
    path("", registrations.registration, name="registration"),
    path("change/", registrations.change, name="registration_change"),
    path("travel/", registrations.travel, name="registration_travel"),
    path("sessions/", sessions.choose, name="registration_sessions"),
    path("accept/", registrations.accept, name="registration_accept"),
    path("decline/", registrations.decline, name="registration_decline"),
    path("cancel/", registrations.cancel, name="registration_cancel"),
    path("ticket.pdf", sessions.ticket, name="registration_ticket"),
    path("calendar.ics", sessions.own_calendar, name="registration_calendar"),
    path("letter/", letters.letter, name="registration_letter"),
    path("letter.pdf", letters.letter_file, name="registration_letter_file"),
    path("needs/", letters.needs, name="registration_needs"),
    path("questions/", questions.questions, name="registration_questions"),
    path("feedback/", feedback.feedback, name="registration_feedback"),
    path("meetings/", include("events.meeting_urls")),
    path("certificate.pdf", feedback.certificate, name="registration_certificate"),
]
urlpatterns = [
    path("events/", include(of_events)),
    path("delegations/<str:token>/", include(of_delegation)),
    path("join/<str:token>/", joining.join, name="join"),
    path("join/<str:token>/done/<str:people>/", joining.done, name="join_done"),
    path("registrations/<str:token>/", include(own_page)),
    path("verify/<str:code>/", letters.verify, name="verify"),
]
