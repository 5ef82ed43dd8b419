"""The filters of the public lists in front of the open data: what a list passes over is refused here, and said."""

from dataclasses import dataclass, field

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from rest_framework.filters import BaseFilterBackend

from corridor.open_data.problems import NotUnderstood

OTHERS = ("page", "page_size", "format")
MOST_NAMED = 10


@dataclass(frozen=True)
class Parameter:
    """What one word of an address means: `values` are its allowed ones, with their names."""

    name: str
    meaning: str
    values: list = field(default_factory=list)
    is_many: bool = False
    most: int | None = None  # letters

    @property
    def schema(self):
        """As OpenAPI writes it."""
        one = {"type": "string"}
        if self.values:
            one["enum"] = [value for value, _label in self.values]
        if self.most:
            one["maxLength"] = self.most
        several = {"type": "array", "items": one} if self.is_many else one
        style = {"style": "form", "explode": True} if self.is_many else {}
        meaning = {"name": self.name, "in": "query", "description": self.meaning}
        return {**meaning, "schema": several, **style}


def parameters(filterset_class):
    """The words that a list of rows understands, from its filters."""
    return [
        Parameter(
            name=name,
            meaning=str(each.label or name),
            values=[(value, str(label)) for value, label in getattr(each, "choices", []) if value],
            is_many=hasattr(each.widget, "allow_multiple_selected")
            and each.widget.allow_multiple_selected,
            most=getattr(each, "max_length", None),
        )
        for name, each in filterset_class().form.fields.items()
    ]


class Filters(BaseFilterBackend):
    """Rows by the view's `filterset_class`."""

    def filter_queryset(self, request, queryset, view):
        found = view.filterset_class(request.query_params, queryset=queryset)
        errors = dict(unknown_names(request, found)) | dict(mistakes(found))
        if errors:
            raise NotUnderstood(errors)
        return view.rows_of(found)

    def get_schema_operation_parameters(self, view):
        return [parameter.schema for parameter in parameters(view.filterset_class)]


def unknown_names(request, found):
    """A misspelt name would give the whole list to somebody who asked for a part of it; what there is is said once."""
    known = [*found.form.fields, *OTHERS]
    unknown = [short(name) for name in request.query_params if name not in known]
    words = _("There is no such parameter. There are: %(names)s.") % {"names": ", ".join(known)}
    for name in unknown[:MOST_NAMED]:
        yield name, [words]
        words = _("There is no such parameter.")


def mistakes(found):
    """(parameter, [what is wrong with it, in words])"""
    for name, errors in found.form.errors.as_data().items():
        yield name, [in_words(error, found.form.fields[name]) for error in errors]


def in_words(error, field):
    if error.code == "invalid_choice":
        words = _("“%(value)s” is not a value of it. There are: %(values)s.")
        values = ", ".join(value for value, _label in field.choices if value)
        return words % {"value": short((error.params or {}).get("value", "")), "values": values}
    if error.code == "max_length":
        return _("Use at most %(most)s letters.") % {"most": field.max_length}
    return " ".join(error.messages)


def short(text):
    """So much of what somebody sent as tells them which part is meant."""
    return Truncator(str(text).replace("\0", "�")).chars(40)
