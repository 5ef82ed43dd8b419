from django.urls import include, path, register_converter

from welcome.models.cases import REFERENCE
from welcome.views import (
    aid,
    answers,
    applications,
    awards,
    begin,
    cases,
    check,
    documents,
    earlier,
    export,
    hearings,
    notice,
    packages,
    providers,
    sections,
    status,
    submit,
)


class ReferenceConverter:
    """A reference number such as DUS-2024-0007."""

    regex = REFERENCE

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(ReferenceConverter, "reference")

answer_patterns = [
    path("", answers.overview, name="answer"),
    path("check/", answers.check, name="answer_check"),
    path("documents/", answers.documents, name="answer_documents"),
    path("documents/<uuid:pk>/leave-out/", answers.leave_out, name="answer_leave_out"),
    path("documents/<uuid:pk>/put-back/", answers.put_back, name="answer_put_back"),
    path("<slug:section>/", answers.section, name="answer_section"),
]

award_patterns = [
    path("benefits/", awards.benefits, name="benefits"),
    path("benefits/<int:pk>/", awards.ask, name="benefit_ask"),
    path("benefits/wishes/<int:pk>/", awards.wish, name="benefit_wish"),
    path("report/", awards.report, name="report"),
    path("landing/", awards.landing, name="landing"),
    path("landing/<int:pk>/", awards.landing_step, name="landing_step"),
    path("landing/settlement/", awards.settlement, name="settlement"),
]

urlpatterns = [
    path("welcome/", packages.index, name="packages"),
    path("welcome/check/", check.check, name="may_i"),
    path("welcome/<slug:slug>/", packages.detail, name="package"),
    path("welcome/<slug:slug>/apply/", begin.begin, name="apply"),
    path("applications/", applications.index, name="applications"),
    path("applications/<uuid:pk>/", applications.overview, name="application"),
    path("applications/<uuid:pk>/check/", submit.check, name="application_check"),
    path("applications/<uuid:pk>/copy/<int:number>/", submit.copy, name="application_copy"),
    path("applications/<uuid:pk>/documents/", documents.documents, name="application_documents"),
    path(
        "applications/<uuid:pk>/documents/<int:attachment>/remove/",
        documents.remove_document,
        name="application_document_remove",
    ),
    path(
        "applications/<uuid:pk>/documents/<int:attachment>/replace/",
        documents.replace_document,
        name="application_document_replace",
    ),
    path("applications/<uuid:pk>/earlier/", earlier.earlier, name="application_earlier"),
    path("applications/<uuid:pk>/export/", export.export, name="application_export"),
    path("applications/<uuid:pk>/packages/", sections.packages, name="application_packages"),
    path("applications/<uuid:pk>/aid/", aid.aid, name="application_aid"),
    path("applications/<uuid:pk>/<slug:section>/", sections.section, name="application_section"),
    path("cases/<reference:reference>/", cases.detail, name="case"),
    path("cases/<reference:reference>/messages/", cases.write, name="case_message"),
    path("cases/<reference:reference>/extension/", cases.extension, name="case_extension"),
    path("cases/<reference:reference>/hearing/", hearings.hearing, name="case_hearing"),
    path("cases/<reference:reference>/answer/", include(answer_patterns)),
    path("cases/<reference:reference>/withdraw/", cases.withdraw, name="case_withdraw"),
    path("cases/<reference:reference>/notice/", notice.notice, name="notice"),
    path("cases/<reference:reference>/waive/", notice.waive, name="case_waive"),
    path("cases/<reference:reference>/decline/", notice.decline, name="case_decline"),
    path("cases/<reference:reference>/", include(award_patterns)),
    path("redemptions/<str:token>/", providers.answer, name="provider_answer"),
    path("status/", status.ask, name="status"),
    path("status/sent/", status.sent, name="status_sent"),
    path("status/<str:token>/", status.shown, name="status_shown"),
]
