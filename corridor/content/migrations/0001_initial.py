import uuid

import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Page",
            fields=[
                (
                    "key",
                    models.CharField(
                        choices=[
                            ("imprint", "Imprint"),
                            ("privacy", "Privacy"),
                            ("accessibility", "Accessibility"),
                            ("easy-read", "Easy Read"),
                            ("contact", "Contact"),
                            ("how-it-works", "How it works"),
                        ],
                        editable=False,
                        max_length=20,
                        primary_key=True,
                        serialize=False,
                        verbose_name="page",
                    ),
                ),
                ("title_de", models.CharField(max_length=120, verbose_name="title in German")),
                ("title_en", models.CharField(max_length=120, verbose_name="title in English")),
                (
                    "title_kn",
                    models.CharField(blank=True, max_length=120, verbose_name="title in Kannada"),
                ),
                ("text_de", models.TextField(help_text="Markdown", verbose_name="text in German")),
                ("text_en", models.TextField(help_text="Markdown", verbose_name="text in English")),
                (
                    "text_kn",
                    models.TextField(
                        blank=True, help_text="Markdown", verbose_name="text in Kannada"
                    ),
                ),
                ("changed_on", models.DateField(editable=False, verbose_name="last reviewed on")),
                (
                    "review_on",
                    models.DateField(blank=True, null=True, verbose_name="to be reviewed by"),
                ),
                (
                    "reminded_on",
                    models.DateField(editable=False, null=True, verbose_name="editors reminded on"),
                ),
            ],
            options={
                "verbose_name": "page",
                "verbose_name_plural": "pages",
                "ordering": ["key"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("title_de", ""), _negated=True),
                            models.Q(("text_de", ""), _negated=True),
                            models.Q(("title_en", ""), _negated=True),
                            models.Q(("text_en", ""), _negated=True),
                        ),
                        name="page_has_a_text",
                        violation_error_message="Give the page a title and a text in both languages.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("key", "how-it-works"),
                            models.Q(("text_kn", ""), ("title_kn", "")),
                            _connector="OR",
                        ),
                        name="page_kannada_explains_only",
                        violation_error_message="Only “How it works” is there in Kannada.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("key", "accessibility"), _negated=True),
                            ("review_on__isnull", False),
                            _connector="OR",
                        ),
                        name="page_statement_is_reviewed",
                        violation_error_message="The accessibility statement is reviewed every year. Enter the day of the next review.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "content_pagehistory" ("changed_on", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_on", "text_de", "text_en", "text_kn", "title_de", "title_en", "title_kn") VALUES (NEW."changed_on", NEW."key", _pgh_attach_context(), NOW(), \'insert\', NEW."key", NEW."review_on", NEW."text_de", NEW."text_en", NEW."text_kn", NEW."title_de", NEW."title_en", NEW."title_kn"); RETURN NULL;',
                            hash="265732b0119d54baf06490def280696195abc21c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e51a2",
                            table="content_page",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."changed_on" IS DISTINCT FROM (NEW."changed_on") OR OLD."key" IS DISTINCT FROM (NEW."key") OR OLD."review_on" IS DISTINCT FROM (NEW."review_on") OR OLD."text_de" IS DISTINCT FROM (NEW."text_de") OR OLD."text_en" IS DISTINCT FROM (NEW."text_en") OR OLD."text_kn" IS DISTINCT FROM (NEW."text_kn") OR OLD."title_de" IS DISTINCT FROM (NEW."title_de") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_kn" IS DISTINCT FROM (NEW."title_kn"))',
                            func='INSERT INTO "content_pagehistory" ("changed_on", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_on", "text_de", "text_en", "text_kn", "title_de", "title_en", "title_kn") VALUES (NEW."changed_on", NEW."key", _pgh_attach_context(), NOW(), \'update\', NEW."key", NEW."review_on", NEW."text_de", NEW."text_en", NEW."text_kn", NEW."title_de", NEW."title_en", NEW."title_kn"); RETURN NULL;',
                            hash="c6075e7b3ae24f2dcad0d44710d04ba3f90aa012",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a76f4",
                            table="content_page",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "content_pagehistory" ("changed_on", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_on", "text_de", "text_en", "text_kn", "title_de", "title_en", "title_kn") VALUES (OLD."changed_on", OLD."key", _pgh_attach_context(), NOW(), \'delete\', OLD."key", OLD."review_on", OLD."text_de", OLD."text_en", OLD."text_kn", OLD."title_de", OLD."title_en", OLD."title_kn"); RETURN NULL;',
                            hash="cd54daca141832448cad6affb1620e464d69f4c8",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1c6ab",
                            table="content_page",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PageHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="content.page",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        choices=[
                            ("imprint", "Imprint"),
                            ("privacy", "Privacy"),
                            ("accessibility", "Accessibility"),
                            ("easy-read", "Easy Read"),
                            ("contact", "Contact"),
                            ("how-it-works", "How it works"),
                        ],
                        editable=False,
                        max_length=20,
                        serialize=False,
                        verbose_name="page",
                    ),
                ),
                ("title_de", models.CharField(max_length=120, verbose_name="title in German")),
                ("title_en", models.CharField(max_length=120, verbose_name="title in English")),
                (
                    "title_kn",
                    models.CharField(blank=True, max_length=120, verbose_name="title in Kannada"),
                ),
                ("text_de", models.TextField(help_text="Markdown", verbose_name="text in German")),
                ("text_en", models.TextField(help_text="Markdown", verbose_name="text in English")),
                (
                    "text_kn",
                    models.TextField(
                        blank=True, help_text="Markdown", verbose_name="text in Kannada"
                    ),
                ),
                ("changed_on", models.DateField(editable=False, verbose_name="last reviewed on")),
                (
                    "review_on",
                    models.DateField(blank=True, null=True, verbose_name="to be reviewed by"),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c0bc44a8dbb6a4e629de30e2f37a4e9dfabdc5fb",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e6d0b",
                            table="content_pagehistory",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NewsItem",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("slug", models.SlugField(max_length=80, verbose_name="address")),
                (
                    "published_on",
                    models.DateField(editable=False, null=True, verbose_name="published on"),
                ),
                (
                    "title_de",
                    models.CharField(blank=True, max_length=120, verbose_name="title in German"),
                ),
                (
                    "title_en",
                    models.CharField(blank=True, max_length=120, verbose_name="title in English"),
                ),
                (
                    "teaser_de",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="in one sentence, in German"
                    ),
                ),
                (
                    "teaser_en",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="in one sentence, in English"
                    ),
                ),
                (
                    "text_de",
                    models.TextField(
                        blank=True, help_text="Markdown", verbose_name="text in German"
                    ),
                ),
                (
                    "text_en",
                    models.TextField(
                        blank=True, help_text="Markdown", verbose_name="text in English"
                    ),
                ),
                (
                    "picture",
                    models.ImageField(
                        blank=True, editable=False, upload_to="news", verbose_name="picture"
                    ),
                ),
                ("picture_width", models.PositiveIntegerField(editable=False, null=True)),
                ("picture_height", models.PositiveIntegerField(editable=False, null=True)),
                ("picture_small", models.ImageField(blank=True, editable=False, upload_to="news")),
                ("picture_small_width", models.PositiveIntegerField(editable=False, null=True)),
                (
                    "picture_alt_de",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="what the picture shows, in German"
                    ),
                ),
                (
                    "picture_alt_en",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="what the picture shows, in English",
                    ),
                ),
            ],
            options={
                "verbose_name": "news item",
                "verbose_name_plural": "news items",
                "ordering": ["-published_on", "id"],
                "indexes": [models.Index(fields=["-published_on", "id"], name="news_newest")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("slug",),
                        name="news_address_once",
                        violation_error_message="Another news item has this address.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("title_de", ""), _negated=True),
                                models.Q(("teaser_de", ""), _negated=True),
                                models.Q(("text_de", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("title_en", ""), _negated=True),
                                models.Q(("teaser_en", ""), _negated=True),
                                models.Q(("text_en", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="news_has_a_text",
                        violation_error_message="Fill in title, “in one sentence” and text in one language at least.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("picture", ""),
                            models.Q(
                                models.Q(("picture_alt_de", ""), _negated=True),
                                models.Q(("picture_alt_en", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="news_picture_is_described",
                        violation_error_message="Say in both languages what the picture shows.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "content_newsitemhistory" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture", "picture_alt_de", "picture_alt_en", "published_on", "slug", "teaser_de", "teaser_en", "text_de", "text_en", "title_de", "title_en") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."picture", NEW."picture_alt_de", NEW."picture_alt_en", NEW."published_on", NEW."slug", NEW."teaser_de", NEW."teaser_en", NEW."text_de", NEW."text_en", NEW."title_de", NEW."title_en"); RETURN NULL;',
                            hash="39ae0bec0d42b7f455661d12f47111799b8a8623",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_414a6",
                            table="content_newsitem",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."picture" IS DISTINCT FROM (NEW."picture") OR OLD."picture_alt_de" IS DISTINCT FROM (NEW."picture_alt_de") OR OLD."picture_alt_en" IS DISTINCT FROM (NEW."picture_alt_en") OR OLD."published_on" IS DISTINCT FROM (NEW."published_on") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."teaser_de" IS DISTINCT FROM (NEW."teaser_de") OR OLD."teaser_en" IS DISTINCT FROM (NEW."teaser_en") OR OLD."text_de" IS DISTINCT FROM (NEW."text_de") OR OLD."text_en" IS DISTINCT FROM (NEW."text_en") OR OLD."title_de" IS DISTINCT FROM (NEW."title_de") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en"))',
                            func='INSERT INTO "content_newsitemhistory" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture", "picture_alt_de", "picture_alt_en", "published_on", "slug", "teaser_de", "teaser_en", "text_de", "text_en", "title_de", "title_en") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."picture", NEW."picture_alt_de", NEW."picture_alt_en", NEW."published_on", NEW."slug", NEW."teaser_de", NEW."teaser_en", NEW."text_de", NEW."text_en", NEW."title_de", NEW."title_en"); RETURN NULL;',
                            hash="3b0ce7f4bc6afed2b69e3e83593f968a0372c134",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3619a",
                            table="content_newsitem",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "content_newsitemhistory" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture", "picture_alt_de", "picture_alt_en", "published_on", "slug", "teaser_de", "teaser_en", "text_de", "text_en", "title_de", "title_en") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."picture", OLD."picture_alt_de", OLD."picture_alt_en", OLD."published_on", OLD."slug", OLD."teaser_de", OLD."teaser_en", OLD."text_de", OLD."text_en", OLD."title_de", OLD."title_en"); RETURN NULL;',
                            hash="478833e18531da426dc8e8dff7de5d65687d83ed",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_54d18",
                            table="content_newsitem",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NewsItemHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="content.newsitem",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("slug", models.SlugField(db_index=False, max_length=80, verbose_name="address")),
                (
                    "published_on",
                    models.DateField(editable=False, null=True, verbose_name="published on"),
                ),
                (
                    "title_de",
                    models.CharField(blank=True, max_length=120, verbose_name="title in German"),
                ),
                (
                    "title_en",
                    models.CharField(blank=True, max_length=120, verbose_name="title in English"),
                ),
                (
                    "teaser_de",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="in one sentence, in German"
                    ),
                ),
                (
                    "teaser_en",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="in one sentence, in English"
                    ),
                ),
                (
                    "text_de",
                    models.TextField(
                        blank=True, help_text="Markdown", verbose_name="text in German"
                    ),
                ),
                (
                    "text_en",
                    models.TextField(
                        blank=True, help_text="Markdown", verbose_name="text in English"
                    ),
                ),
                (
                    "picture",
                    models.ImageField(
                        blank=True, editable=False, upload_to="news", verbose_name="picture"
                    ),
                ),
                (
                    "picture_alt_de",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="what the picture shows, in German"
                    ),
                ),
                (
                    "picture_alt_en",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="what the picture shows, in English",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="af7d5736b325e02c8aaf80b07b3878eceae2052c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0b1e6",
                            table="content_newsitemhistory",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BarrierReport",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("page", models.CharField(blank=True, max_length=300, verbose_name="page")),
                ("text", models.TextField(max_length=4000, verbose_name="what does not work")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="email address"),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("de", "Deutsch"), ("en", "English")],
                        max_length=2,
                        verbose_name="language",
                    ),
                ),
                ("received_at", models.DateTimeField(verbose_name="received")),
                ("due_on", models.DateField(verbose_name="due")),
                ("answer", models.TextField(blank=True, verbose_name="answer")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="answered")),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answered by",
                    ),
                ),
                (
                    "answer_sent",
                    models.BooleanField(default=False, verbose_name="answer sent by mail"),
                ),
                ("reminded_on", models.DateField(null=True, verbose_name="editors reminded on")),
            ],
            options={
                "verbose_name": "barrier report",
                "verbose_name_plural": "barrier reports",
                "ordering": ["-answered_at", "due_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("email", ""),
                            ("email__regex", "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[^@\\s,;\\\"<>]+$"),
                            _connector="OR",
                        ),
                        name="barrier_email_plain",
                        violation_error_message="Write the email address without quotation marks, spaces and commas.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="barrier_says_something",
                        violation_error_message="Say what does not work.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer", ""),
                                ("answered_at__isnull", True),
                                ("answered_by__isnull", True),
                            ),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="barrier_answer_whole",
                        violation_error_message="An answer has a text, a person and a time.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer_sent", False),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                models.Q(("email", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="barrier_answer_sent_to_somebody",
                        violation_error_message="An answer goes by mail to whoever left an address.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="barrier_report_frozen",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='IF (TRUE) AND (OLD."page" IS DISTINCT FROM NEW."page" OR OLD."text" IS DISTINCT FROM NEW."text" OR OLD."email" IS DISTINCT FROM NEW."email" OR OLD."language" IS DISTINCT FROM NEW."language" OR OLD."received_at" IS DISTINCT FROM NEW."received_at" OR OLD."due_on" IS DISTINCT FROM NEW."due_on") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'barrier_report_frozen\', MESSAGE = \'barrier_report_frozen: refused by the database\'; END IF; RETURN NEW;',
                            hash="9550d26f427f13da2267a6bdb609c0d4af75021c",
                            operation="UPDATE",
                            pgid="pgtrigger_barrier_report_frozen_2bb59",
                            table="content_barrierreport",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="barrier_answer_frozen",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='IF (OLD.answered_at IS NOT NULL) AND (OLD."answer" IS DISTINCT FROM NEW."answer" OR OLD."answered_at" IS DISTINCT FROM NEW."answered_at" OR OLD."answered_by_id" IS DISTINCT FROM NEW."answered_by_id" OR OLD."answer_sent" IS DISTINCT FROM NEW."answer_sent") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'barrier_answer_frozen\', MESSAGE = \'barrier_answer_frozen: refused by the database\'; END IF; RETURN NEW;',
                            hash="b624c4528b6f69065cbdc11f61f188c04b6f5c93",
                            operation="UPDATE",
                            pgid="pgtrigger_barrier_answer_frozen_1acd9",
                            table="content_barrierreport",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="barrier_kept_until_answered",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func=" IF OLD.answered_at IS NULL THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'barrier_kept_until_answered', MESSAGE = 'barrier_kept_until_answered: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                            hash="df00f86fa0e6e7263df62d6e1b2d2c8a127c5792",
                            operation="DELETE",
                            pgid="pgtrigger_barrier_kept_until_answered_f5921",
                            table="content_barrierreport",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
    ]
