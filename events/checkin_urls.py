"""The door: in no language's addresses, it speaks that of whoever is signed in."""

from django.urls import path

from events.views import checkins

urlpatterns = [
    path("worker.js", checkins.worker, name="checkin_worker"),
    path("<slug:slug>/", checkins.door, name="checkin"),
    path("<slug:slug>/list.json", checkins.phone_list, name="checkin_list"),
    path("<slug:slug>/scans/", checkins.scans, name="checkin_scans"),
    path("<slug:slug>/gate/", checkins.gate, name="checkin_gate"),
    path("<slug:slug>/in/<uuid:pk>/", checkins.by_name, name="checkin_by_name"),
    path("<slug:slug>/undo/<int:pk>/", checkins.undo, name="checkin_undo"),
]
