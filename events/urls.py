from django.urls import path

from events import views

urlpatterns = [
    path("", views.events, name="events"),
    path("<slug:slug>/", views.event, name="event"),
]
