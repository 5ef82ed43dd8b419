from django.urls import path

from startups.views import confirming, directory, editing, members, openings, profiles

urlpatterns = [
    path("", directory.directory, name="startups"),
    path("new/", editing.create, name="startup_new"),
    path("<slug:slug>/", profiles.profile, name="startup"),
    path("<slug:slug>/preview/", profiles.preview, name="startup_preview"),
    path("<slug:slug>/edit/", editing.edit, name="startup_edit"),
    path("<slug:slug>/edit/<slug:section>/", editing.edit_section, name="startup_section"),
    path("<slug:slug>/submit/", editing.submit, name="startup_submit"),
    path("<slug:slug>/confirm/", confirming.confirm, name="startup_confirm"),
    path("<slug:slug>/change/withdraw/", editing.withdraw_change, name="change_withdraw"),
    path("<slug:slug>/people/", members.people, name="startup_people"),
    path("<slug:slug>/people/leave/", members.leave, name="startup_leave"),
    path("<slug:slug>/people/<int:pk>/remove/", members.remove, name="member_remove"),
    path("<slug:slug>/people/<int:pk>/<str:role>/", members.change_role, name="member_role"),
    path(
        "<slug:slug>/people/invitations/<uuid:pk>/withdraw/",
        members.withdraw,
        name="invitation_withdraw",
    ),
    path("<slug:slug>/openings/", openings.of_startup, name="startup_openings"),
    path("<slug:slug>/openings/new/", openings.create, name="opening_new"),
]
