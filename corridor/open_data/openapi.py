"""The document that describes all open data to programs."""

from functools import cache

from django.http import HttpResponse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiJsonRenderer

from corridor.strangers import kept_for_strangers

PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "object",
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
        },
    },
}


@require_safe
@kept_for_strangers
def document(request):
    """OpenAPI 3, in the reader's language."""
    return HttpResponse(text(get_language()), content_type="application/json")


@cache
def text(language):
    """Made once in each language: it follows from the code alone, and takes longer than any page."""
    with override(language):
        return OpenApiJsonRenderer().render(SchemaGenerator().get_schema(public=True))


def all_answers(result, **_context):
    """What the code of a list does not tell: tables are text, nothing new is 304, and every problem has one shape."""
    problem = {"schema": {"$ref": "#/components/schemas/Problem"}}
    result["components"]["schemas"]["Problem"] = PROBLEM
    for path in result["paths"].values():
        answers = path["get"]["responses"]
        answers["200"]["content"]["text/csv"] = {"schema": {"type": "string"}}
        answers["304"] = {"description": _("Nothing has changed since the ETag that was sent.")}
        answers["default"] = {
            "description": _("What is wrong with the request."),
            "content": {"application/problem+json": problem},
        }
    return result
