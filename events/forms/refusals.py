"""A refusal in the form whose values were refused: at the field that it is about."""

from django import forms

from corridor.actions import Refused

# The rules of the database that are about one field.
FIELDS = {
    "delegate_once": "email",
    "delegate_email_plain": "email",
    "delegate_travel_days": "departs_on",
    "delegation_travel_days": "departs_on",
    "letter_days": "exit_on",
}


def say_at_field(form: forms.BaseForm, refused: Refused):
    """Say it at the field, or above all of them where the form has no such field."""
    field = getattr(refused, "field", "") or FIELDS.get(getattr(refused, "rule", ""))
    form.add_error(field if field in form.fields else None, refused.message)
