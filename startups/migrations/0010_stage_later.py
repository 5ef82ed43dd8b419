"""A draft begins without stage and team; nobody reads it before they are said."""

from django.db import migrations, models

STAGES = [
    ("idea", "Idea"),
    ("prototype", "Prototype"),
    ("first_customers", "First customers"),
    ("growth", "Growth"),
]
SIZES = [
    ("1-5", "1 to 5 people"),
    ("6-10", "6 to 10 people"),
    ("11-50", "11 to 50 people"),
    ("51-250", "51 to 250 people"),
    ("251+", "more than 250 people"),
]


def may_be_empty(model):
    stage = models.CharField(blank=True, choices=STAGES, max_length=20, verbose_name="stage")
    size = models.CharField(blank=True, choices=SIZES, max_length=10, verbose_name="team size")
    return [
        migrations.AlterField(model, "stage", stage),
        migrations.AlterField(model, "team_size", size),
    ]


class Migration(migrations.Migration):
    dependencies = [("startups", "0009_members")]

    operations = [
        *may_be_empty("startup"),
        *may_be_empty("startuphistory"),
        migrations.AddConstraint(
            "startup",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["in_review", "published"]), _negated=True),
                    models.Q(("stage", ""), ("team_size", ""), _connector="OR", _negated=True),
                    _connector="OR",
                ),
                name="startup_published_needs_stage",
                violation_error_message="Say how far you are and how large your team is.",
            ),
        ),
    ]
