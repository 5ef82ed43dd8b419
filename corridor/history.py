"""History of rows: who changed what and when, written by database triggers, bulk updates included."""

import pghistory
from django.utils.translation import gettext_lazy as _

from corridor.guards import NotEmptied


def tracked(**options):
    """Track inserts, updates and deletes of a model in `<Model>History`, append-only."""

    def decorate(model):
        return pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
            model_name=f"{model.__name__}History",
            append_only=True,
            meta={"triggers": [never_emptied(model)]},
            obj_field=pghistory.ObjForeignKey(related_name="history"),
            **options,
        )(model)

    return decorate


def never_emptied(model) -> NotEmptied:
    return NotEmptied(
        name=f"{model._meta.model_name}_history_whole",
        message=_("A history is only ever added to."),
    )
