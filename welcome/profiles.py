"""A start-up's profile as it was when an application was submitted."""

from django.utils.dateparse import parse_date
from django.utils.formats import date_format

from startups.choices import RegistrationKind
from startups.models import Startup
from welcome.models import Revision


def profile_rows(revision: Revision) -> list[dict]:
    """The profile as it was when the application was submitted, under the profile's own labels."""
    names = [field.name for field in Startup._meta.fields if field.name in revision.profile]
    rows = [row(name, revision.profile[name]) for name in names]
    numbers = [
        {"label": RegistrationKind(line["kind"]).label, "value": line["value"]}
        for line in revision.profile.get("registrations", [])
    ]
    return [line for line in rows if line["value"]] + numbers


def row(name, value):
    field = Startup._meta.get_field(name)
    label = str(field.verbose_name)
    return {"label": label[:1].upper() + label[1:], "value": words(field, value)}


def words(field, value):
    if isinstance(value, list):
        labels = dict(field.base_field.flatchoices)
        return ", ".join(str(labels.get(item, item)) for item in value)
    if field.get_internal_type() == "DateField":
        return date_format(parse_date(value), "DATE_FORMAT")
    return dict(field.flatchoices).get(value, value)
