from functools import partial

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.generic.base import RedirectView

from corridor import sitemaps, views
from corridor.content.feeds import news_feed
from corridor.content.sitemaps import News, Texts
from corridor.content.views import how_it_works_in_kannada
from corridor.open_data import openapi
from corridor.open_data.problems import ROOT
from events.sitemaps import Events
from startups.api import docs as api_docs
from startups.sitemaps import Openings, Partners, Profiles, Projects
from welcome.sitemaps import Packages

handler400 = "corridor.views.bad_request"
handler403 = "corridor.views.forbidden"
handler404 = "corridor.views.not_found"
handler500 = "corridor.views.server_error"

sections = {
    "sections": {
        "portal": partial(
            sitemaps.Routes,
            "home",
            "startups",
            "partners",
            "projects",
            "openings",
            "numbers",
            "packages",
            "may_i",
            "status",
            "events",
            "verify_letter",
            "news",
        ),
        "startups": Profiles,
        "partners": Partners,
        "projects": Projects,
        "openings": Openings,
        "packages": Packages,
        "events": Events,
        "news": News,
        "texts": Texts,
        "kannada": partial(sitemaps.OneLanguage, "how_it_works_kn"),
        "data": partial(sitemaps.OneLanguage, "api_docs"),
    }
}

urlpatterns = [
    path("", views.choose_language, name="choose_language"),
    path("admin/", admin.site.urls),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemaps.sitemap, sections, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemaps.sitemap, sections, name="sitemap"),
    path("favicon.ico", RedirectView.as_view(url=f"{settings.STATIC_URL}img/icon.svg")),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("kn/how-it-works/", how_it_works_in_kannada, name="how_it_works_kn"),
    path("media/<path:path>", views.media, name="media"),
    path("checkin/", include("events.checkin_urls")),
    path("feeds/news.atom", news_feed, name="news_feed"),
    path("feeds/news.<slug:language>.atom", news_feed, name="news_feed"),
    path("api/docs/", api_docs.page, name="api_docs"),
    path(f"{ROOT[1:]}openapi.json", openapi.document, name="api_document"),
    path(ROOT[1:], include("startups.api_urls")),
    *i18n_patterns(
        path("", views.home, name="home"),
        path("numbers/", views.numbers, name="numbers"),
        path("startups/", include("startups.urls")),
        path("", include("startups.ecosystem_urls")),
        path("", include("welcome.urls")),
        path("", include("events.urls")),
        path("", include("corridor.content.urls")),
        path("documents/<uuid:pk>/", views.document, name="document"),
        path("account/", views.account, name="account"),
        path("accounts/", include("corridor.accounts.urls")),
    ),
]

if settings.DEMO or settings.TESTING:
    urlpatterns += [
        path("demo/mail/", include("corridor.mail.urls")),
        path("demo/components/", views.components, name="components"),
    ]
if settings.DEVELOPING:
    urlpatterns += [path("__debug__/", include("debug_toolbar.urls"))]
