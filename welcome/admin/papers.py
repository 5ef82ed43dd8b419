"""A case on paper: its file as a PDF, everything as a ZIP, and one of its documents shown beside the page."""

from django.http import HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from corridor.documents.actions import log_bundle
from corridor.documents.files import PDF
from corridor.documents.views import SHOWN_INLINE
from welcome import casefile

KEPT_BY_NOBODY = {"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"}


@require_safe
def file(request, case):
    """What was typed, said and decided, and the list of uploads, as it is now. Who took it is noted."""
    content = casefile.render_file(case, request.user)
    return taken(request, case, f"{case.reference}.pdf", HttpResponse(content, content_type=PDF))


@require_safe
def archive(request, case):
    """The same with every upload, a manifest and checksums."""
    pieces = casefile.archive(case, request.user)
    response = StreamingHttpResponse(pieces, content_type="application/zip")
    return taken(request, case, f"{case.reference}.zip", response)


def taken(request, case, name, response):
    if request.method != "HEAD":
        log_bundle(subject=case.pk, name=name, by=request.user)
    for header, value in KEPT_BY_NOBODY.items():
        response[header] = value
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def beside(request, case):
    """The document that the address asks to be shown beside the page; None for none, or none that a page can show."""
    if (asked := request.GET.get("beside")) is None:
        return None
    shown = (each for each in casefile.documents_of(case) if each.media_type in SHOWN_INLINE)
    return next((each for each in shown if str(each.pk) == asked), None)
