import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("welcome", "0002_repayments")]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="message",
            name="message_kept_as_sent",
        ),
        migrations.AddField(
            model_name="message",
            name="received_on",
            field=models.DateField(null=True, verbose_name="received on paper on"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="message",
            trigger=pgtrigger.compiler.Trigger(
                name="message_kept_as_sent",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF (TRUE) AND (OLD."case_id" IS DISTINCT FROM NEW."case_id" OR OLD."by_id" IS DISTINCT FROM NEW."by_id" OR OLD."from_authority" IS DISTINCT FROM NEW."from_authority" OR OLD."text" IS DISTINCT FROM NEW."text" OR OLD."sent_at" IS DISTINCT FROM NEW."sent_at" OR OLD."received_on" IS DISTINCT FROM NEW."received_on") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'message_kept_as_sent\', MESSAGE = \'message_kept_as_sent: refused by the database\'; END IF; RETURN NEW;',
                    hash="0bfe93d9ea260f46dc0d2bb054318a3c3583c9cc",
                    operation="UPDATE",
                    pgid="pgtrigger_message_kept_as_sent_131ea",
                    table="welcome_message",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("received_on__isnull", True), ("from_authority", False), _connector="OR"
                ),
                name="message_letter_of_applicant",
                violation_error_message="A letter that arrived is one of the start-up.",
            ),
        ),
    ]
