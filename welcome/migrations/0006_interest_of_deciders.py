import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("startups", "0001_initial"),
        ("welcome", "0005_open_work"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="decision",
            name="decision_without_conflict",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="decision_without_conflict",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func=" IF (\n    OLD.signed_at IS NULL AND NEW.signed_at IS NOT NULL\n    OR OLD.released_at IS NULL AND NEW.released_at IS NOT NULL\n) AND (EXISTS (\n    SELECT 1 FROM welcome_conflictdeclaration AS said\n    WHERE said.case_id = NEW.case_id AND said.user_id IN (NEW.proposed_by_id, NEW.signed_by_id)\n        AND said.answer = 'conflict'\n) OR EXISTS (\n    SELECT 1 FROM startups_membership AS own JOIN welcome_case AS file ON file.startup_id = own.startup_id\n    WHERE file.id = NEW.case_id AND own.user_id IN (NEW.proposed_by_id, NEW.signed_by_id)\n)) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_without_conflict', MESSAGE = 'decision_without_conflict: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                    hash="d7d44307f8cb2051d3f8be5e8e1eed4e2ecafc0f",
                    operation="UPDATE",
                    pgid="pgtrigger_decision_without_conflict_2cc27",
                    table="welcome_decision",
                    when="BEFORE",
                ),
            ),
        ),
    ]
