import uuid

import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("documents", "0002_kept_rows"),
        ("documents", "0003_accesses"),
        ("documents", "0004_exports"),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("sha256", models.CharField(db_index=True, max_length=64, verbose_name="SHA-256")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("media_type", models.CharField(max_length=100, verbose_name="media type")),
                ("size", models.PositiveBigIntegerField(help_text="Bytes.", verbose_name="size")),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
                    ),
                ),
                ("uploaded_at", models.DateTimeField(verbose_name="uploaded")),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documents",
                "ordering": ["-uploaded_at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("size__gt", 0)),
                        name="document_not_empty",
                        violation_error_message="The file is empty.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                        name="document_hash_whole",
                        violation_error_message="The file's hash is not a SHA-256.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="document_content_kept",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='IF (TRUE) AND (OLD."sha256" IS DISTINCT FROM NEW."sha256" OR OLD."name" IS DISTINCT FROM NEW."name" OR OLD."media_type" IS DISTINCT FROM NEW."media_type" OR OLD."size" IS DISTINCT FROM NEW."size" OR OLD."uploaded_by_id" IS DISTINCT FROM NEW."uploaded_by_id" OR OLD."uploaded_at" IS DISTINCT FROM NEW."uploaded_at") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'document_content_kept\', MESSAGE = \'document_content_kept: refused by the database\'; END IF; RETURN NEW;',
                            hash="ab10b2cdc361ed1167eb2506c7431fab7b2dd7ab",
                            operation="UPDATE",
                            pgid="pgtrigger_document_content_kept_a7722",
                            table="documents_document",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Access",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                ("at", models.DateTimeField(db_index=True, verbose_name="at")),
                ("subject", models.UUIDField(db_index=True, verbose_name="id")),
                ("name", models.CharField(max_length=200, verbose_name="name of the file")),
                ("sha256", models.CharField(blank=True, max_length=64, verbose_name="SHA-256")),
            ],
            options={
                "verbose_name": "access to a file",
                "verbose_name_plural": "accesses to files",
                "ordering": ["-at", "-id"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="access_kept",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func=" IF TG_OP = 'UPDATE' OR OLD.at > now() - interval '365 days' THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'access_kept', MESSAGE = 'access_kept: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                            hash="064d886a1706807ae2b16cbaacdc8b38b677cb09",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_access_kept_53d53",
                            table="documents_access",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Export",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                ("at", models.DateTimeField(db_index=True, verbose_name="at")),
                ("what", models.CharField(max_length=120, verbose_name="list")),
                ("query", models.CharField(blank=True, max_length=1000, verbose_name="filters")),
                ("rows", models.PositiveIntegerField(verbose_name="rows")),
            ],
            options={
                "verbose_name": "export of a list",
                "verbose_name_plural": "exports of lists",
                "ordering": ["-at", "-id"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="export_kept",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func=" IF TG_OP = 'UPDATE' OR OLD.at > now() - interval '365 days' THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'export_kept', MESSAGE = 'export_kept: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                            hash="f64a7bcc90813a6dc13632f35ee0f791c85b5686",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_export_kept_07d35",
                            table="documents_export",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
    ]
