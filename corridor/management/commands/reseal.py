from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from corridor.privacy.sealed import SealBroken, reseal

AT_ONCE = 200


class Command(BaseCommand):
    help = (
        "Seal every sealed field anew with the first of FIELD_KEYS. Afterwards the other keys can go. "
        "Nothing is changed when one of them can't be read."
    )

    @transaction.atomic
    def handle(self, **options):
        for model in apps.get_models():
            for column in getattr(model, "sealed_columns", ()):
                number = self.column(model, column)
                self.stdout.write(f"{model._meta.label}.{column}: {number} sealed anew.")

    def column(self, model, column):
        rows = model._base_manager.select_for_update().only("pk", column).order_by("pk")
        number = 0
        for row in rows.iterator(AT_ONCE):
            try:
                setattr(row, column, reseal(getattr(row, column)))
            except SealBroken as error:
                raise CommandError(
                    f"{model._meta.label} {row.pk} can't be read with any of FIELD_KEYS; nothing was changed."
                ) from error
            row.save(update_fields=[column])
            number += 1
        return number
