"""Tags for the pages of the back office: where one is, what a list is filtered by, what a form lacks."""

import re

from django import template
from django.utils.html import conditional_escape, format_html, strip_tags
from django.utils.http import urlencode
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from corridor.templatetags.corridor import errors_of

register = template.Library()

# How the admin draws a yes or a no.
ICON = re.compile(r'<img src="[^"]*/icon-(yes|no|unknown)[^"]*" alt="\w+">')


@register.simple_tag
def filters_of(cl):
    """Every filter of a list: title, choices, the choice that narrows the list, and the address without it.

    A filter that narrows by itself is not taken out of the address: its widest value stands there then.
    """
    found = []
    for spec in cl.filter_specs:
        choices = list(spec.choices(cl))
        chosen = next((choice for choice in choices if choice["selected"]), None)
        without = cl.get_query_string(wide(spec), remove=spec.expected_parameters())
        narrows = chosen and chosen["query_string"] != without
        found.append(
            {
                "title": spec.title,
                "choices": choices,
                "narrowed_to": chosen["display"] if narrows else "",
                "without": without,
            }
        )
    return found


def wide(spec):
    """The value by which a filter leaves nothing out, where it needs one for that."""
    widest = getattr(spec, "widest", None)
    return {spec.parameter_name: widest} if widest else {}


@register.simple_tag
def without_filters(cl):
    """The address of the whole list."""
    values = {name: value for spec in cl.filter_specs for name, value in wide(spec).items()}
    return f"?{urlencode(values)}"


@register.simple_tag
def is_narrowed(cl):
    """Whether a filter leaves something out, be it by itself."""
    return any(spec["narrowed_to"] for spec in filters_of(cl))


@register.simple_tag
def errors_on_page(adminform, inlines):
    """Every error of a form of the back office and of the rows below it, as `errors_of` gives them."""
    return errors_of(adminform.form, *(inline.formset for inline in inlines))


@register.filter
def said(html):
    """A value as the admin shows it, with yes and no in words instead of green and red."""
    html = conditional_escape(html)
    return mark_safe(ICON.sub(in_words, html)) if "<img" in html else html  # noqa: S308


def in_words(icon):
    return {"yes": _("yes"), "no": _("no"), "unknown": "–"}[icon[1]]


@register.filter
def labels(headers):
    """How the cells of each column begin, with its name and their role for the narrow layout; once for all rows."""
    names = [capfirst(strip_tags(header["text"])) for header in headers]
    return [format_html('<td role="cell" data-label="{}"', name) for name in names]


@register.filter
def labelled(cells, labels):
    """The cells of a row of a list, each with what `labels` says of its column."""
    pairs = zip(cells, labels, strict=True)
    return [mark_safe(with_label(said(cell), label)) for cell, label in pairs]  # noqa: S308


def with_label(cell, label):
    if cell.startswith("<th"):
        return cell.replace("<th", '<th role="rowheader" scope="row"', 1)
    return cell.replace("<td", label, 1)
