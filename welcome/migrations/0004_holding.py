import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("welcome", "0003_letters")]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="decision",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="decision",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="decision",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="decision",
            name="held_note",
            field=models.TextField(blank=True, max_length=4000, verbose_name="why it is held back"),
        ),
        migrations.AddField(
            model_name="decision",
            name="held_until",
            field=models.DateField(null=True, verbose_name="not to go out before"),
        ),
        migrations.AddField(
            model_name="decisionhistory",
            name="held_note",
            field=models.TextField(blank=True, max_length=4000, verbose_name="why it is held back"),
        ),
        migrations.AddField(
            model_name="decisionhistory",
            name="held_until",
            field=models.DateField(null=True, verbose_name="not to go out before"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "welcome_decisionhistory" ("case_id", "conditions_de", "conditions_en", "ended_at", "held_note", "held_until", "id", "kind", "notice_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reasons_de", "reasons_en", "released_at", "released_by_id", "return_note", "revision_id", "signed_at", "signed_by_id", "value") VALUES (NEW."case_id", NEW."conditions_de", NEW."conditions_en", NEW."ended_at", NEW."held_note", NEW."held_until", NEW."id", NEW."kind", NEW."notice_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."reasons_de", NEW."reasons_en", NEW."released_at", NEW."released_by_id", NEW."return_note", NEW."revision_id", NEW."signed_at", NEW."signed_by_id", NEW."value"); RETURN NULL;',
                    hash="5389a6465ecde4c6af787202f3f97dd2a86247ae",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6f354",
                    table="welcome_decision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "welcome_decisionhistory" ("case_id", "conditions_de", "conditions_en", "ended_at", "held_note", "held_until", "id", "kind", "notice_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reasons_de", "reasons_en", "released_at", "released_by_id", "return_note", "revision_id", "signed_at", "signed_by_id", "value") VALUES (NEW."case_id", NEW."conditions_de", NEW."conditions_en", NEW."ended_at", NEW."held_note", NEW."held_until", NEW."id", NEW."kind", NEW."notice_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."reasons_de", NEW."reasons_en", NEW."released_at", NEW."released_by_id", NEW."return_note", NEW."revision_id", NEW."signed_at", NEW."signed_by_id", NEW."value"); RETURN NULL;',
                    hash="abd59d2720ed923f3cb6239de2b0011c4795ca21",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c2f21",
                    table="welcome_decision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "welcome_decisionhistory" ("case_id", "conditions_de", "conditions_en", "ended_at", "held_note", "held_until", "id", "kind", "notice_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reasons_de", "reasons_en", "released_at", "released_by_id", "return_note", "revision_id", "signed_at", "signed_by_id", "value") VALUES (OLD."case_id", OLD."conditions_de", OLD."conditions_en", OLD."ended_at", OLD."held_note", OLD."held_until", OLD."id", OLD."kind", OLD."notice_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proposed_at", OLD."proposed_by_id", OLD."reasons_de", OLD."reasons_en", OLD."released_at", OLD."released_by_id", OLD."return_note", OLD."revision_id", OLD."signed_at", OLD."signed_by_id", OLD."value"); RETURN NULL;',
                    hash="fd89c6c481da3c1d827ca1b66383cc845a540d01",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0d742",
                    table="welcome_decision",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("held_note", ""), ("held_until__isnull", True)),
                    models.Q(
                        ("held_until__isnull", False),
                        ("signed_at__isnull", False),
                        models.Q(("held_note", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="decision_held_back_whole",
                violation_error_message="Only a signed decision is held back, until a day and for a reason.",
            ),
        ),
    ]
