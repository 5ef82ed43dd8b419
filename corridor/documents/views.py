import logging

from django.core.files.storage import storages
from django.http import FileResponse, Http404

from corridor.documents.actions import log_access
from corridor.documents.files import JPEG, PDF, PNG

logger = logging.getLogger(__name__)

SHOWN_INLINE = {PDF, PNG, JPEG}


def serve(request, document, *, inline=False) -> FileResponse:
    """The file of a document, for somebody who may have it: the caller has checked that, and here it is logged.

    `inline` shows a PDF or picture in the browser, also in a frame of ours; all else is a download. Raises Http404
    when the content is gone, and logs it.
    """
    inline = inline and document.media_type in SHOWN_INLINE
    content = open_content(document)
    if request.method != "HEAD":
        log_access(document=document, by=request.user)
    response = FileResponse(
        content,
        as_attachment=not inline,
        filename=document.name,
        content_type=document.media_type,
    )
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    # A sandbox would also switch off the browser's own PDF viewer.
    response["Content-Security-Policy"] = (
        "frame-ancestors 'self'" if inline else "default-src 'none'; sandbox"
    )
    if inline:
        response["X-Frame-Options"] = "SAMEORIGIN"
    return response


def open_content(document):
    try:
        return storages["private"].open(document.path)
    except FileNotFoundError:
        logger.error("The content of document %s is missing: %s", document.pk, document.path)
        raise Http404 from None
