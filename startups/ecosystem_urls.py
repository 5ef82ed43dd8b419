"""What links the start-ups, beside their own pages: partners, projects, openings, saved searches."""

from django.urls import path

from startups.views import introductions, members, openings, partners, searches

urlpatterns = [
    path("partners/", partners.partners, name="partners"),
    path("partners/<slug:slug>/", partners.partner, name="partner"),
    path("projects/", partners.projects, name="projects"),
    path("projects/<slug:slug>/", partners.project, name="project"),
    path("invitations/<str:token>/", members.invitation, name="invitation"),
    path("introductions/", introductions.introductions, name="introductions"),
    path("introductions/new/", introductions.ask, name="introduction_new"),
    path("introductions/<uuid:pk>/", introductions.introduction, name="introduction"),
    *[
        path(
            f"introductions/<uuid:pk>/{verb}/",
            introductions.answer,
            {"verb": verb},
            name=f"introduction_{verb}",
        )
        for verb in introductions.ANSWERS
    ],
    path("introductions/<uuid:pk>/withdraw/", introductions.withdraw, name="introduction_withdraw"),
    path("introductions/<uuid:pk>/outcome/", introductions.outcome, name="introduction_outcome"),
    path("openings/", openings.openings, name="openings"),
    path("openings/<uuid:pk>/", openings.opening, name="opening"),
    path("openings/<uuid:pk>/edit/", openings.edit, name="opening_edit"),
    path("openings/<uuid:pk>/publish/", openings.publish, name="opening_publish"),
    path("openings/<uuid:pk>/close/", openings.close, name="opening_close"),
    path("openings/<uuid:pk>/interest/", openings.interest, name="opening_interest"),
    path("openings/<uuid:pk>/interest/withdraw/", openings.withdraw, name="interest_withdraw"),
    path("account/searches/", searches.save, name="search_save"),
    path("account/searches/<uuid:pk>/delete/", searches.delete, name="search_delete"),
    path("unsubscribe/<str:token>/", searches.unsubscribe, name="unsubscribe"),
]
