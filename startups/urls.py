from django.urls import path

from startups import views

urlpatterns = [
    path("", views.directory, name="startups"),
    path("new/", views.create, name="startup_new"),
    path("<slug:slug>/", views.profile, name="startup"),
    path("<slug:slug>/edit/", views.edit, name="startup_edit"),
    path("<slug:slug>/submit/", views.submit, name="startup_submit"),
]
