"""History of rows: who changed what and when, written by database triggers, bulk updates included."""

import pghistory


def tracked(**options):
    """Track inserts, updates and deletes of a model in `<Model>History`, append-only."""

    def decorate(model):
        return pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
            model_name=f"{model.__name__}History",
            append_only=True,
            obj_field=pghistory.ObjForeignKey(related_name="history"),
            **options,
        )(model)

    return decorate
