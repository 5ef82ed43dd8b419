"""Open data, outside the languages: it holds both."""

from django.urls import path

from startups.api import docs, views

urlpatterns = [
    path("docs/", docs.page, name="api_docs"),
    path("v1/", views.Index.as_view(), name="api"),
    path("v1/startups/", views.Startups.as_view(), name="api_startups"),
    path("v1/startups/<slug:slug>/", views.OneStartup.as_view(), name="api_startup"),
    path("v1/partners/", views.Partners.as_view(), name="api_partners"),
    path("v1/partners/<slug:slug>/", views.OnePartner.as_view(), name="api_partner"),
    path("v1/projects/", views.Projects.as_view(), name="api_projects"),
    path("v1/projects/<slug:slug>/", views.OneProject.as_view(), name="api_project"),
    path("v1/openings/", views.Openings.as_view(), name="api_openings"),
    path("v1/openings/<uuid:pk>/", views.OneOpening.as_view(), name="api_opening"),
]
