"""Open data, below `ROOT` of `corridor/open_data/problems.py`, outside the languages: it holds both."""

from django.urls import path

from startups.api import views

urlpatterns = [
    path("", views.Index.as_view(), name="api"),
    path("startups/", views.Startups.as_view(), name="api_startups"),
    path("startups/<slug:slug>/", views.OneStartup.as_view(), name="api_startup"),
    path("partners/", views.Partners.as_view(), name="api_partners"),
    path("partners/<slug:slug>/", views.OnePartner.as_view(), name="api_partner"),
    path("projects/", views.Projects.as_view(), name="api_projects"),
    path("projects/<slug:slug>/", views.OneProject.as_view(), name="api_project"),
    path("openings/", views.Openings.as_view(), name="api_openings"),
    path("openings/<uuid:pk>/", views.OneOpening.as_view(), name="api_opening"),
]
