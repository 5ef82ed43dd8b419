"""Papers that are rendered on request and shown in the browser's own viewer."""

from django.http import HttpResponse


def shown(pdf: bytes, name: str) -> HttpResponse:
    """The answer with a paper of this file name; nothing of it is stored."""
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    # As for uploads: a stricter policy would switch off the browser's own viewer.
    response["Content-Security-Policy"] = "frame-ancestors 'self'"
    return response
