from zoneinfo import ZoneInfo

from django.db import migrations, models
from django.db.models.functions import Coalesce, TruncDate


def fill_days(apps, schema_editor):
    """A published profile without its day takes the last one known: its confirmation, or its beginning."""
    startups = apps.get_model("startups", "Startup").objects
    created = TruncDate("created_at", tzinfo=ZoneInfo("Europe/Berlin"))
    startups.filter(state="published", published_on=None).update(
        published_on=Coalesce("confirmed_on", created)
    )


class Migration(migrations.Migration):
    dependencies = [
        ("startups", "0012_colleague"),
    ]

    operations = [
        migrations.RunPython(fill_days, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="startup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "published"), _negated=True),
                    ("published_on__isnull", False),
                    _connector="OR",
                ),
                name="startup_published_has_a_day",
                violation_error_message="A published profile has a day of publication.",
            ),
        ),
    ]
