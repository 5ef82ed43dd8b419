from django.urls import path

from welcome.views import applications, cases, packages

urlpatterns = [
    path("welcome/", packages.index, name="packages"),
    path("welcome/<slug:slug>/", packages.detail, name="package"),
    path("welcome/<slug:slug>/apply/", applications.begin, name="apply"),
    path("applications/", applications.index, name="applications"),
    path("applications/<uuid:pk>/", applications.overview, name="application"),
    path("applications/<uuid:pk>/check/", applications.check, name="application_check"),
    path("applications/<uuid:pk>/documents/", applications.documents, name="application_documents"),
    path(
        "applications/<uuid:pk>/documents/<int:attachment>/remove/",
        applications.remove_document,
        name="application_document_remove",
    ),
    path("applications/<uuid:pk>/packages/", applications.packages, name="application_packages"),
    path("applications/<uuid:pk>/aid/", applications.aid, name="application_aid"),
    path("applications/<uuid:pk>/<slug:section>/", applications.section, name="application_section"),
    path("cases/<str:reference>/", cases.detail, name="case"),
    path("cases/<str:reference>/withdraw/", cases.withdraw, name="case_withdraw"),
    path("cases/<str:reference>/notice/", cases.notice, name="notice"),
]
