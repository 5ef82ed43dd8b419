"""Whoever works with the owners is called a colleague; editors are those of the portal."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("startups", "0011_histories"),
    ]

    operations = [
        migrations.AlterField(
            model_name="invitation",
            name="role",
            field=models.CharField(
                choices=[("owner", "Owner"), ("editor", "Colleague")],
                max_length=10,
                verbose_name="role",
            ),
        ),
        migrations.AlterField(
            model_name="membership",
            name="role",
            field=models.CharField(
                choices=[("owner", "Owner"), ("editor", "Colleague")],
                max_length=10,
                verbose_name="role",
            ),
        ),
        migrations.AlterField(
            model_name="membershiphistory",
            name="role",
            field=models.CharField(
                choices=[("owner", "Owner"), ("editor", "Colleague")],
                max_length=10,
                verbose_name="role",
            ),
        ),
    ]
