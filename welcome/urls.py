from django.urls import path, register_converter

from welcome.models.cases import REFERENCE
from welcome.views import applications, cases, packages


class ReferenceConverter:
    """A reference number such as DUS-2024-0007."""

    regex = REFERENCE

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(ReferenceConverter, "reference")

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
    path(
        "applications/<uuid:pk>/<slug:section>/", applications.section, name="application_section"
    ),
    path("cases/<reference:reference>/", cases.detail, name="case"),
    path("cases/<reference:reference>/withdraw/", cases.withdraw, name="case_withdraw"),
    path("cases/<reference:reference>/notice/", cases.notice, name="notice"),
]
