import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0001_initial"),
        ("welcome", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Repayment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("paid_on", models.DateField(verbose_name="paid on")),
                (
                    "amount",
                    models.DecimalField(decimal_places=2, max_digits=12, verbose_name="amount"),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
                ("at", models.DateTimeField(verbose_name="recorded")),
            ],
            options={
                "verbose_name": "repayment",
                "verbose_name_plural": "repayments",
                "ordering": ["paid_on", "id"],
            },
        ),
        migrations.AddField(
            model_name="repayment",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="entered by",
            ),
        ),
        migrations.AddField(
            model_name="repayment",
            name="revocation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="repayments",
                to="welcome.revocation",
                verbose_name="revocation",
            ),
        ),
        migrations.AddConstraint(
            model_name="repayment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("amount__gt", 0),
                    models.Q(("amount__lt", 0), models.Q(("note", ""), _negated=True)),
                    _connector="OR",
                ),
                name="repayment_of_something",
                violation_error_message="Enter the amount that was paid. One with a minus sign corrects an entry and needs a note.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="repayment",
            trigger=pgtrigger.compiler.Trigger(
                name="repayment_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'repayment_append_only', MESSAGE = 'repayment_append_only: refused by the database';",
                    hash="650002f39fdaf317097d441540618155a8b83fa9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_repayment_append_only_a41e4",
                    table="welcome_repayment",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="repayment",
            trigger=pgtrigger.compiler.Trigger(
                name="repayment_within_reclaim",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM 1 FROM welcome_revocation WHERE id = NEW.revocation_id FOR NO KEY UPDATE; IF NOT EXISTS (\n    SELECT 1 FROM welcome_revocation AS revocation\n    WHERE revocation.id = NEW.revocation_id AND revocation.effective_on IS NOT NULL\n    AND (NEW.amount + COALESCE((\n    SELECT SUM(earlier.amount) FROM welcome_repayment AS earlier WHERE earlier.revocation_id = NEW.revocation_id\n), 0)) BETWEEN 0 AND revocation.reclaim\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'repayment_within_reclaim', MESSAGE = 'repayment_within_reclaim: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                    hash="5beb1e172b1bb20b2349ac51bc20272d540a04ce",
                    operation="INSERT",
                    pgid="pgtrigger_repayment_within_reclaim_948a5",
                    table="welcome_repayment",
                    when="BEFORE",
                ),
            ),
        ),
    ]
