from django.urls import path

from startups.views import profiles

urlpatterns = [
    path("", profiles.directory, name="startups"),
    path("new/", profiles.create, name="startup_new"),
    path("<slug:slug>/", profiles.profile, name="startup"),
    path("<slug:slug>/edit/", profiles.edit, name="startup_edit"),
    path("<slug:slug>/submit/", profiles.submit, name="startup_submit"),
]
