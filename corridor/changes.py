"""What the history of a row tells, for whoever may read it: who changed what and when."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.apps import apps
from django.contrib.admin.utils import display_for_field
from django.utils.translation import gettext as _

from corridor.accounts.models import User

NOTHING = "–"


@dataclass(frozen=True)
class Change:
    at: datetime  # real time
    by: str
    action: str
    about: str
    fields: list[tuple[str, str, str]]  # label, before, after


def history_of(model):
    """The model that keeps the history of this one, or None."""
    try:
        return apps.get_model(model._meta.app_label, f"{model.__name__}History")
    except LookupError:
        return None


def changes(*histories) -> list[Change]:
    """The changes in some querysets of history rows, newest first."""
    found = []
    for rows in histories:
        before = {}
        for row in rows.select_related("pgh_context").order_by("pgh_id"):
            found.append((row, differences(before.get(row.pgh_obj_id), row)))
            before[row.pgh_obj_id] = row
    names = people(row for row, _fields in found)
    written = [change(row, fields, names) for row, fields in found]
    return sorted(written, key=lambda change: change.at, reverse=True)


def change(row, fields, names):
    context = metadata(row)
    return Change(
        at=row.pgh_created_at,
        by=names.get(context.get("by"), _("The portal")),
        action=context.get("action", row.pgh_label).replace("_", " "),
        about=row.pgh_tracked_model._meta.verbose_name,
        fields=fields,
    )


def differences(before, after):
    """Every field that differs between two rows of history; all that are filled in the first one."""
    fields = [field for field in after.pgh_tracked_model._meta.concrete_fields if not field.primary_key]
    found = [(field.verbose_name, words(before, field), words(after, field)) for field in fields]
    return [(label, old, new) for label, old, new in found if old != new]


def words(row, field):
    if row is None:
        return NOTHING
    value = getattr(row, field.attname)
    return str(display_for_field(value, field, NOTHING)) if value not in (None, "", []) else NOTHING


def people(rows):
    """Names by the id that the history keeps."""
    ids = {metadata(row).get("by") for row in rows}
    found = User.objects.in_bulk([UUID(pk) for pk in ids if pk])
    return {str(pk): str(person) for pk, person in found.items()}


def metadata(row):
    return row.pgh_context.metadata if row.pgh_context else {}
