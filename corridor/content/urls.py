from django.urls import path

from corridor.content import views
from corridor.content.choices import PageKey

urlpatterns = [
    *(path(f"{key.value}/", views.page, {"key": key}, name=key.route) for key in PageKey),
    path("accessibility/report/", views.report_barrier, name="report_barrier"),
    path("accessibility/report/sent/", views.barrier_reported, name="barrier_reported"),
    path("news/", views.news, name="news"),
    path("news/<slug:slug>/", views.news_item, name="news_item"),
]
