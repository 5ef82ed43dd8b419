"""What the history of a row tells, for whoever may read it: who changed what and when."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.utils.formats import date_format, localize
from django.utils.translation import gettext as _

from corridor import clock
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
        for row in rows.prefetch_related("pgh_context", *relations(rows.model)).order_by("pgh_id"):
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
        action=action_name(context.get("action", row.pgh_label)),
        about=row.pgh_tracked_model._meta.verbose_name,
        fields=fields,
    )


def action_name(name):
    """An action in words, as its app's `action_names` says it; its bare name when no app does."""
    said = (getattr(app, "action_names", {}).get(name) for app in apps.get_app_configs())
    return next(filter(None, said), name)


def differences(before, after):
    """Every field that differs between two rows of history; all that are filled in the first one and in the last.

    Nothing where a row is older than its history: which of its fields the first known step changed is not known.
    """
    if before is None and after.pgh_label == "update":
        return []
    gone = after.pgh_label == "delete"
    before, after = (before or after, None) if gone else (before, after)
    some = after or before
    kept = {field.name for field in some._meta.concrete_fields}
    tracked = some.pgh_tracked_model._meta.concrete_fields
    fields = [field for field in tracked if field.name in kept and not field.primary_key]
    found = [(label(field), words(before, field), words(after, field)) for field in fields]
    return [(name, old, new) for name, old, new in found if old != new]


def label(field):
    """What a field is called; in a plain list of what belongs together, like the thing itself."""
    in_list = field.is_relation and field.model._meta.auto_created
    return field.related_model._meta.verbose_name if in_list else field.verbose_name


def words(row, field):
    """A value as plain text: what a person typed never becomes markup here."""
    value = getattr(row, field.attname) if row else None
    if value in (None, "", []):
        return NOTHING
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list | dict):
        return listed(value)
    if isinstance(value, datetime):
        return date_format(value.astimezone(clock.BERLIN), "DATETIME_FORMAT")
    if field.is_relation:
        return related(row, field, value)
    return str(dict(field.flatchoices).get(value, localize(value)))


def listed(value):
    """What a column holds beside each other: an array, or names and values of JSON."""
    if isinstance(value, dict):
        return ", ".join(f"{name}: {listed(part)}" for name, part in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value) or NOTHING


def related(row, field, value):
    """The thing a row points at; its id when it is gone."""
    try:
        return str(getattr(row, field.name) or value)
    except ObjectDoesNotExist:
        return str(value)


def relations(history):
    """The names of a history model's own relations, read in one query each."""
    return [
        field.name
        for field in history._meta.concrete_fields
        if field.is_relation and not field.name.startswith("pgh_")
    ]


def people(rows):
    """Names by the id that the history keeps."""
    ids = {metadata(row).get("by") for row in rows}
    found = User.objects.in_bulk([UUID(pk) for pk in ids if pk])
    return {str(pk): str(person) for pk, person in found.items()}


def metadata(row):
    return row.pgh_context.metadata if row.pgh_context else {}
