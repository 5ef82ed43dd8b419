from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("welcome", "0007_awards"),
    ]

    operations = [
        migrations.AddField(
            model_name="aidline",
            name="company",
            field=models.CharField(
                blank=True, default="", max_length=200, verbose_name="linked company"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="aidline",
            name="reference",
            field=models.CharField(
                blank=True, default="", max_length=20, verbose_name="reference number"
            ),
            preserve_default=False,
        ),
    ]
