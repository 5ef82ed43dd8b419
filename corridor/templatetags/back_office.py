"""Tags for the pages of the back office: where one is, what a list is filtered by, what a form lacks."""

from django import template
from django.utils.translation import gettext as _

from corridor.templatetags.corridor import errors_of

register = template.Library()


@register.simple_tag
def filters_of(cl):
    """Every filter of a list: title, choices, the choice that narrows the list, and the address without it."""
    found = []
    for spec in cl.filter_specs:
        choices = list(spec.choices(cl))
        chosen = next((choice for choice in choices if choice["selected"]), None)
        without = cl.get_query_string(remove=spec.expected_parameters())
        narrows = chosen and chosen["display"] != _("All")
        found.append(
            {
                "title": spec.title,
                "choices": choices,
                "narrowed_to": chosen["display"] if narrows else "",
                "without": without if narrows and chosen["query_string"] != without else "",
            }
        )
    return found


@register.simple_tag
def errors_on_page(adminform, inlines):
    """Every error of a form of the back office and of the rows below it, as `errors_of` gives them."""
    return errors_of(adminform.form, *(inline.formset for inline in inlines))
