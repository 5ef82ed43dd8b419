"""What went wrong, in the one shape that all open data answers with (RFC 9457)."""

from django.http import JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework.exceptions import ValidationError
from rest_framework.views import exception_handler

ROOT = "/api/v1/"
SENTENCES = {
    400: gettext_lazy("The server does not understand this request."),
    404: gettext_lazy("There is nothing at this address."),
    405: gettext_lazy("Open data can only be read: use GET, HEAD or OPTIONS."),
    406: gettext_lazy("The data is there as application/json and as text/csv."),
    429: gettext_lazy("Too many requests from your network. Wait, then try again."),
    500: gettext_lazy("Something went wrong on our side. Try again later."),
    503: gettext_lazy("The portal is being worked on. Try again later."),
}


class NotUnderstood(ValidationError):
    """A parameter with a value that does not exist: {parameter: [what is wrong, in words]}."""


def problem(status, detail=None, **more):
    """An answer that a program and a person can read; it never repeats more of the request than a few letters."""
    content = {
        "type": "about:blank",
        "title": JsonResponse(None, safe=False, status=status).reason_phrase,
        "status": status,
        "detail": str(detail or SENTENCES.get(status, SENTENCES[400])),
        **more,
    }
    answer = JsonResponse(
        content,
        status=status,
        content_type="application/problem+json",
        json_dumps_params={"ensure_ascii": False},
    )
    answer["Cache-Control"] = "no-store"
    return answer


def answer_to(error, context):
    """REST framework's exceptions as problems; None for what is a fault of ours."""
    usual = exception_handler(error, context)
    if usual is None:
        return None
    if isinstance(error, NotUnderstood):
        errors = {name: [str(each) for each in words] for name, words in error.detail.items()}
        detail = _("The address asks for something that does not exist; “errors” says what.")
        return problem(400, detail, errors=errors)
    answer = problem(usual.status_code)
    for name in ("Allow", "Retry-After"):
        if name in usual:
            answer[name] = usual[name]
    return answer


def is_asked_for_data(request):
    """Whether the address is one of the open data, where even an error is no page."""
    return request.path.startswith(ROOT)
