import uuid
from decimal import Decimal

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from corridor.tables import CreateTables

MODELS = [
    migrations.CreateModel(
        name="Authority",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("name", models.CharField(max_length=120, verbose_name="name")),
            ("slug", models.SlugField(unique=True, verbose_name="short name")),
            (
                "prefix",
                models.CharField(
                    max_length=5,
                    unique=True,
                    validators=[
                        django.core.validators.RegexValidator(
                            "^[A-Z]{2,5}$", "Two to five capital letters."
                        )
                    ],
                    verbose_name="prefix of reference numbers",
                ),
            ),
            (
                "law",
                models.CharField(
                    choices=[("nrw", "Administrative act (NRW)"), ("none", "Confirmation letter")],
                    max_length=10,
                    verbose_name="form of decisions",
                ),
            ),
            (
                "address",
                models.TextField(
                    help_text="One line per line.", verbose_name="address for the letterhead"
                ),
            ),
            ("place", models.CharField(max_length=60, verbose_name="place of signing")),
            ("email", models.EmailField(max_length=254, verbose_name="email")),
            ("phone", models.CharField(blank=True, max_length=40, verbose_name="telephone")),
            ("website", models.URLField(blank=True, verbose_name="website")),
            (
                "signatory_line_de",
                models.CharField(
                    max_length=120, verbose_name="line above the signature, in German"
                ),
            ),
            (
                "signatory_line_en",
                models.CharField(
                    max_length=120, verbose_name="line above the signature, in English"
                ),
            ),
            (
                "remedy_de",
                models.TextField(
                    blank=True, verbose_name="information on legal remedies, in German"
                ),
            ),
            (
                "remedy_en",
                models.TextField(
                    blank=True, verbose_name="information on legal remedies, in English"
                ),
            ),
        ],
        options={
            "verbose_name": "granting authority",
            "verbose_name_plural": "granting authorities",
            "ordering": ["name"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("law", "nrw"), _negated=True),
                        models.Q(
                            models.Q(("remedy_de", ""), _negated=True),
                            models.Q(("remedy_en", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="authority_act_needs_remedy",
                    violation_error_message="An administrative act needs the information on legal remedies in both languages: without it the period for court action is one year.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_authorityhistory" ("address", "email", "id", "law", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "place", "prefix", "remedy_de", "remedy_en", "signatory_line_de", "signatory_line_en", "slug", "website") VALUES (NEW."address", NEW."email", NEW."id", NEW."law", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."place", NEW."prefix", NEW."remedy_de", NEW."remedy_en", NEW."signatory_line_de", NEW."signatory_line_en", NEW."slug", NEW."website"); RETURN NULL;',
                        hash="69549540f3a5eded4b9d15bae91a160bdfe072cb",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_6e1a7",
                        table="welcome_authority",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "welcome_authorityhistory" ("address", "email", "id", "law", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "place", "prefix", "remedy_de", "remedy_en", "signatory_line_de", "signatory_line_en", "slug", "website") VALUES (NEW."address", NEW."email", NEW."id", NEW."law", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."place", NEW."prefix", NEW."remedy_de", NEW."remedy_en", NEW."signatory_line_de", NEW."signatory_line_en", NEW."slug", NEW."website"); RETURN NULL;',
                        hash="556dca6e9b010c45bb6ca952a5eb6efcb2a3af1d",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_a0db3",
                        table="welcome_authority",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_authorityhistory" ("address", "email", "id", "law", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "place", "prefix", "remedy_de", "remedy_en", "signatory_line_de", "signatory_line_en", "slug", "website") VALUES (OLD."address", OLD."email", OLD."id", OLD."law", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phone", OLD."place", OLD."prefix", OLD."remedy_de", OLD."remedy_en", OLD."signatory_line_de", OLD."signatory_line_en", OLD."slug", OLD."website"); RETURN NULL;',
                        hash="1ba9d169484dcdc4fe0c2f7c3b479ac0f9c084e2",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_63cd0",
                        table="welcome_authority",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="AuthorityHistory",
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
                    to="welcome.authority",
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
            ("id", models.BigIntegerField()),
            ("name", models.CharField(max_length=120, verbose_name="name")),
            ("slug", models.SlugField(db_index=False, verbose_name="short name")),
            (
                "prefix",
                models.CharField(
                    max_length=5,
                    validators=[
                        django.core.validators.RegexValidator(
                            "^[A-Z]{2,5}$", "Two to five capital letters."
                        )
                    ],
                    verbose_name="prefix of reference numbers",
                ),
            ),
            (
                "law",
                models.CharField(
                    choices=[("nrw", "Administrative act (NRW)"), ("none", "Confirmation letter")],
                    max_length=10,
                    verbose_name="form of decisions",
                ),
            ),
            (
                "address",
                models.TextField(
                    help_text="One line per line.", verbose_name="address for the letterhead"
                ),
            ),
            ("place", models.CharField(max_length=60, verbose_name="place of signing")),
            ("email", models.EmailField(max_length=254, verbose_name="email")),
            ("phone", models.CharField(blank=True, max_length=40, verbose_name="telephone")),
            ("website", models.URLField(blank=True, verbose_name="website")),
            (
                "signatory_line_de",
                models.CharField(
                    max_length=120, verbose_name="line above the signature, in German"
                ),
            ),
            (
                "signatory_line_en",
                models.CharField(
                    max_length=120, verbose_name="line above the signature, in English"
                ),
            ),
            (
                "remedy_de",
                models.TextField(
                    blank=True, verbose_name="information on legal remedies, in German"
                ),
            ),
            (
                "remedy_en",
                models.TextField(
                    blank=True, verbose_name="information on legal remedies, in English"
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
                        hash="07c87caa4f209cbd4d3913924e9a6a91e9befd60",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_773b2",
                        table="welcome_authorityhistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="AuthorityMember",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "authority",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="members",
                    to="welcome.authority",
                    verbose_name="authority",
                ),
            ),
            (
                "user",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="authority_roles",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="person",
                ),
            ),
            (
                "role",
                models.CharField(
                    choices=[
                        ("officer", "Case officer"),
                        ("signatory", "Signatory"),
                        ("reader", "Reader"),
                    ],
                    max_length=10,
                    verbose_name="role",
                ),
            ),
            (
                "deputy_for",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.SET_NULL,
                    related_name="deputies",
                    to="welcome.authoritymember",
                    verbose_name="deputy for",
                ),
            ),
            ("absent_from", models.DateField(blank=True, null=True, verbose_name="away from")),
            ("absent_until", models.DateField(blank=True, null=True, verbose_name="away until")),
        ],
        options={
            "verbose_name": "member of an authority",
            "verbose_name_plural": "members of authorities",
            "ordering": ["authority", "role", "id"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("authority", "user", "role"),
                    name="authority_member_once",
                    violation_error_message="This person has the role already.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("absent_from__isnull", True), ("absent_until__isnull", True)),
                        models.Q(
                            ("absent_from__isnull", False),
                            ("absent_until__gte", models.F("absent_from")),
                            ("absent_until__isnull", False),
                        ),
                        _connector="OR",
                    ),
                    name="authority_member_absence_whole",
                    violation_error_message="An absence has a first and a last day, and ends no earlier than it begins.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_authoritymemberhistory" ("absent_from", "absent_until", "authority_id", "deputy_for_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id") VALUES (NEW."absent_from", NEW."absent_until", NEW."authority_id", NEW."deputy_for_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."user_id"); RETURN NULL;',
                        hash="548dd14f005a424ab282e8c9195c46a855d50559",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_fa1fc",
                        table="welcome_authoritymember",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "welcome_authoritymemberhistory" ("absent_from", "absent_until", "authority_id", "deputy_for_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id") VALUES (NEW."absent_from", NEW."absent_until", NEW."authority_id", NEW."deputy_for_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."user_id"); RETURN NULL;',
                        hash="650c640edbfc1b42cbf3671656a1b335945ba4dc",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_d2b33",
                        table="welcome_authoritymember",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_authoritymemberhistory" ("absent_from", "absent_until", "authority_id", "deputy_for_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id") VALUES (OLD."absent_from", OLD."absent_until", OLD."authority_id", OLD."deputy_for_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role", OLD."user_id"); RETURN NULL;',
                        hash="a111b289412f6a1f40f984946044256ac40a5d51",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_fefb1",
                        table="welcome_authoritymember",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="AuthorityMemberHistory",
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
                    to="welcome.authoritymember",
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
            ("id", models.BigIntegerField()),
            (
                "authority",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.authority",
                    verbose_name="authority",
                ),
            ),
            (
                "user",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="person",
                ),
            ),
            (
                "role",
                models.CharField(
                    choices=[
                        ("officer", "Case officer"),
                        ("signatory", "Signatory"),
                        ("reader", "Reader"),
                    ],
                    max_length=10,
                    verbose_name="role",
                ),
            ),
            (
                "deputy_for",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.authoritymember",
                    verbose_name="deputy for",
                ),
            ),
            ("absent_from", models.DateField(blank=True, null=True, verbose_name="away from")),
            ("absent_until", models.DateField(blank=True, null=True, verbose_name="away until")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="25cf094450001756f792dfcc5c7cfbb38134ed9c",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_5ecf8",
                        table="welcome_authoritymemberhistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Counter",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "authority",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="welcome.authority",
                ),
            ),
            ("year", models.PositiveSmallIntegerField()),
            ("last", models.PositiveIntegerField(default=0)),
        ],
        options={
            "constraints": [
                models.UniqueConstraint(fields=("authority", "year"), name="counter_once")
            ],
        },
    ),
    migrations.CreateModel(
        name="Package",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "authority",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="packages",
                    to="welcome.authority",
                    verbose_name="authority",
                ),
            ),
            ("slug", models.SlugField(max_length=80, unique=True, verbose_name="address")),
            ("title_de", models.CharField(max_length=120, verbose_name="title in German")),
            ("title_en", models.CharField(max_length=120, verbose_name="title in English")),
            ("summary_de", models.TextField(max_length=1000, verbose_name="summary in German")),
            ("summary_en", models.TextField(max_length=1000, verbose_name="summary in English")),
            ("is_public", models.BooleanField(default=False, verbose_name="shown to the public")),
            ("opens_on", models.DateField(verbose_name="opens on")),
            (
                "closes_on",
                models.DateField(
                    help_text="The last day on which an application is accepted.",
                    verbose_name="closes on",
                ),
            ),
            (
                "sectors",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
                        choices=[
                            ("5g_industry", "5G industry"),
                            ("medtech", "MedTech"),
                            ("life_sciences", "Life Sciences"),
                            ("green_tech", "Green Tech"),
                        ],
                        max_length=20,
                    ),
                    size=None,
                    verbose_name="sectors",
                ),
            ),
            (
                "origins",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
                        choices=[("karnataka", "Karnataka"), ("duesseldorf", "Düsseldorf")],
                        max_length=20,
                    ),
                    size=None,
                    verbose_name="origins",
                ),
            ),
            (
                "max_age_years",
                models.PositiveSmallIntegerField(
                    blank=True,
                    help_text="Years on the day of submission.",
                    null=True,
                    verbose_name="greatest age of the start-up",
                ),
            ),
            (
                "for_settlers",
                models.BooleanField(
                    default=False,
                    help_text="A company or a branch is to be founded on the other side.",
                    verbose_name="only for those who intend to settle",
                ),
            ),
            (
                "award_days",
                models.PositiveSmallIntegerField(
                    help_text="Days.",
                    validators=[django.core.validators.MinValueValidator(1)],
                    verbose_name="award period",
                ),
            ),
            (
                "begin_days",
                models.PositiveSmallIntegerField(
                    default=365,
                    help_text="Days from finality. An award of which nothing is used until then lapses.",
                    validators=[django.core.validators.MinValueValidator(1)],
                    verbose_name="time to begin",
                ),
            ),
            (
                "report_days",
                models.PositiveSmallIntegerField(
                    default=60,
                    help_text="Days from the end of the award period.",
                    validators=[django.core.validators.MinValueValidator(1)],
                    verbose_name="time for the proof of use",
                ),
            ),
            (
                "budget",
                models.DecimalField(
                    decimal_places=2,
                    help_text="EUR",
                    max_digits=12,
                    validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                    verbose_name="budget",
                ),
            ),
            ("places", models.PositiveSmallIntegerField(verbose_name="places")),
            (
                "decision_days",
                models.PositiveSmallIntegerField(
                    help_text="Days from submission.",
                    validators=[django.core.validators.MinValueValidator(1)],
                    verbose_name="time for a decision",
                ),
            ),
            (
                "required_documents",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
                        choices=[
                            ("pitch_deck", "Pitch deck"),
                            ("business_plan", "Business or market-entry plan"),
                            ("incorporation", "Certificate of incorporation"),
                            ("recognition", "DPIIT certificate"),
                            ("shareholders", "List of shareholders"),
                            ("accounts", "Latest annual accounts"),
                            ("signatory", "Proof of who may sign for the company"),
                            ("register", "Extract from the commercial register"),
                        ],
                        max_length=20,
                    ),
                    default=list,
                    size=None,
                    verbose_name="required documents",
                ),
            ),
        ],
        options={
            "verbose_name": "welcome package",
            "verbose_name_plural": "welcome packages",
            "ordering": ["closes_on", "title_en", "id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("slug", "check"), _negated=True),
                    name="package_address_free",
                    violation_error_message="Another page has this address. Choose another one.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("opens_on__lte", models.F("closes_on"))),
                    name="package_opens_before_it_closes",
                    violation_error_message="A package opens before it closes.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="package_keeps_its_authority",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="IF (TRUE) AND (OLD.\"authority_id\" IS DISTINCT FROM NEW.\"authority_id\") THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'package_keeps_its_authority', MESSAGE = 'package_keeps_its_authority: refused by the database'; END IF; RETURN NEW;",
                        hash="4658ddd74f87bb5c5377d25205341abc79dd42d2",
                        operation="UPDATE",
                        pgid="pgtrigger_package_keeps_its_authority_915db",
                        table="welcome_package",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_packagehistory" ("authority_id", "award_days", "begin_days", "budget", "closes_on", "decision_days", "for_settlers", "id", "is_public", "max_age_years", "opens_on", "origins", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "report_days", "required_documents", "sectors", "slug", "summary_de", "summary_en", "title_de", "title_en") VALUES (NEW."authority_id", NEW."award_days", NEW."begin_days", NEW."budget", NEW."closes_on", NEW."decision_days", NEW."for_settlers", NEW."id", NEW."is_public", NEW."max_age_years", NEW."opens_on", NEW."origins", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."places", NEW."report_days", NEW."required_documents", NEW."sectors", NEW."slug", NEW."summary_de", NEW."summary_en", NEW."title_de", NEW."title_en"); RETURN NULL;',
                        hash="c98bc48329e3840f94d56b4e41ec5677b1b59090",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_380cb",
                        table="welcome_package",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "welcome_packagehistory" ("authority_id", "award_days", "begin_days", "budget", "closes_on", "decision_days", "for_settlers", "id", "is_public", "max_age_years", "opens_on", "origins", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "report_days", "required_documents", "sectors", "slug", "summary_de", "summary_en", "title_de", "title_en") VALUES (NEW."authority_id", NEW."award_days", NEW."begin_days", NEW."budget", NEW."closes_on", NEW."decision_days", NEW."for_settlers", NEW."id", NEW."is_public", NEW."max_age_years", NEW."opens_on", NEW."origins", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."places", NEW."report_days", NEW."required_documents", NEW."sectors", NEW."slug", NEW."summary_de", NEW."summary_en", NEW."title_de", NEW."title_en"); RETURN NULL;',
                        hash="80f6748394ebbd5009166e4c747391d515ada42e",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_e6c6d",
                        table="welcome_package",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_packagehistory" ("authority_id", "award_days", "begin_days", "budget", "closes_on", "decision_days", "for_settlers", "id", "is_public", "max_age_years", "opens_on", "origins", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "report_days", "required_documents", "sectors", "slug", "summary_de", "summary_en", "title_de", "title_en") VALUES (OLD."authority_id", OLD."award_days", OLD."begin_days", OLD."budget", OLD."closes_on", OLD."decision_days", OLD."for_settlers", OLD."id", OLD."is_public", OLD."max_age_years", OLD."opens_on", OLD."origins", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."places", OLD."report_days", OLD."required_documents", OLD."sectors", OLD."slug", OLD."summary_de", OLD."summary_en", OLD."title_de", OLD."title_en"); RETURN NULL;',
                        hash="e85cdccf32b6256ba9f567508da733bf31f3106d",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_f0e55",
                        table="welcome_package",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="PackageHistory",
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
                    to="welcome.package",
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
            ("id", models.BigIntegerField()),
            (
                "authority",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.authority",
                    verbose_name="authority",
                ),
            ),
            ("slug", models.SlugField(db_index=False, max_length=80, verbose_name="address")),
            ("title_de", models.CharField(max_length=120, verbose_name="title in German")),
            ("title_en", models.CharField(max_length=120, verbose_name="title in English")),
            ("summary_de", models.TextField(max_length=1000, verbose_name="summary in German")),
            ("summary_en", models.TextField(max_length=1000, verbose_name="summary in English")),
            ("is_public", models.BooleanField(default=False, verbose_name="shown to the public")),
            ("opens_on", models.DateField(verbose_name="opens on")),
            (
                "closes_on",
                models.DateField(
                    help_text="The last day on which an application is accepted.",
                    verbose_name="closes on",
                ),
            ),
            (
                "sectors",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
                        choices=[
                            ("5g_industry", "5G industry"),
                            ("medtech", "MedTech"),
                            ("life_sciences", "Life Sciences"),
                            ("green_tech", "Green Tech"),
                        ],
                        max_length=20,
                    ),
                    size=None,
                    verbose_name="sectors",
                ),
            ),
            (
                "origins",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
                        choices=[("karnataka", "Karnataka"), ("duesseldorf", "Düsseldorf")],
                        max_length=20,
                    ),
                    size=None,
                    verbose_name="origins",
                ),
            ),
            (
                "max_age_years",
                models.PositiveSmallIntegerField(
                    blank=True,
                    help_text="Years on the day of submission.",
                    null=True,
                    verbose_name="greatest age of the start-up",
                ),
            ),
            (
                "for_settlers",
                models.BooleanField(
                    default=False,
                    help_text="A company or a branch is to be founded on the other side.",
                    verbose_name="only for those who intend to settle",
                ),
            ),
            (
                "award_days",
                models.PositiveSmallIntegerField(
                    help_text="Days.",
                    validators=[django.core.validators.MinValueValidator(1)],
                    verbose_name="award period",
                ),
            ),
            (
                "begin_days",
                models.PositiveSmallIntegerField(
                    default=365,
                    help_text="Days from finality. An award of which nothing is used until then lapses.",
                    validators=[django.core.validators.MinValueValidator(1)],
                    verbose_name="time to begin",
                ),
            ),
            (
                "report_days",
                models.PositiveSmallIntegerField(
                    default=60,
                    help_text="Days from the end of the award period.",
                    validators=[django.core.validators.MinValueValidator(1)],
                    verbose_name="time for the proof of use",
                ),
            ),
            (
                "budget",
                models.DecimalField(
                    decimal_places=2,
                    help_text="EUR",
                    max_digits=12,
                    validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                    verbose_name="budget",
                ),
            ),
            ("places", models.PositiveSmallIntegerField(verbose_name="places")),
            (
                "decision_days",
                models.PositiveSmallIntegerField(
                    help_text="Days from submission.",
                    validators=[django.core.validators.MinValueValidator(1)],
                    verbose_name="time for a decision",
                ),
            ),
            (
                "required_documents",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
                        choices=[
                            ("pitch_deck", "Pitch deck"),
                            ("business_plan", "Business or market-entry plan"),
                            ("incorporation", "Certificate of incorporation"),
                            ("recognition", "DPIIT certificate"),
                            ("shareholders", "List of shareholders"),
                            ("accounts", "Latest annual accounts"),
                            ("signatory", "Proof of who may sign for the company"),
                            ("register", "Extract from the commercial register"),
                        ],
                        max_length=20,
                    ),
                    default=list,
                    size=None,
                    verbose_name="required documents",
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
                        hash="bbaaabd6e63acd1649252a6f466e46f9cace103d",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_f38e6",
                        table="welcome_packagehistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Benefit",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "package",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="benefits",
                    to="welcome.package",
                    verbose_name="package",
                ),
            ),
            ("title_de", models.CharField(max_length=120, verbose_name="title in German")),
            ("title_en", models.CharField(max_length=120, verbose_name="title in English")),
            ("unit_de", models.CharField(max_length=40, verbose_name="unit in German")),
            ("unit_en", models.CharField(max_length=40, verbose_name="unit in English")),
            (
                "quantity",
                models.PositiveSmallIntegerField(
                    validators=[django.core.validators.MinValueValidator(1)],
                    verbose_name="quantity",
                ),
            ),
            (
                "unit_value",
                models.DecimalField(
                    decimal_places=2,
                    help_text="EUR",
                    max_digits=10,
                    validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                    verbose_name="value of one unit",
                ),
            ),
            ("provider", models.CharField(max_length=120, verbose_name="provider")),
            (
                "contact",
                models.CharField(
                    blank=True,
                    help_text="Email or telephone of the provider. Shown once an award is final.",
                    max_length=200,
                    verbose_name="contact",
                ),
            ),
            (
                "provider_email",
                models.EmailField(
                    blank=True,
                    help_text="The provider gets every wish for this benefit by mail and answers with a link. Leave it empty if your staff arrange it.",
                    max_length=254,
                    verbose_name="mail for wishes",
                ),
            ),
        ],
        options={
            "verbose_name": "benefit item",
            "verbose_name_plural": "benefit items",
            "ordering": ["id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("quantity__gte", 1), ("unit_value__gte", 0)),
                    name="benefit_quantity_and_value",
                    violation_error_message="A benefit item has a quantity of at least 1 and a value of at least 0.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("provider_email", ""),
                        (
                            "provider_email__regex",
                            "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[^@\\s,;\\\"<>]+$",
                        ),
                        _connector="OR",
                    ),
                    name="benefit_provider_email_plain",
                    violation_error_message="Write the email address without quotation marks, spaces and commas.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_benefithistory" ("contact", "id", "package_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "provider_email", "quantity", "title_de", "title_en", "unit_de", "unit_en", "unit_value") VALUES (NEW."contact", NEW."id", NEW."package_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."provider", NEW."provider_email", NEW."quantity", NEW."title_de", NEW."title_en", NEW."unit_de", NEW."unit_en", NEW."unit_value"); RETURN NULL;',
                        hash="65f3700a3a7a74450466045a6808baf2cfafb167",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_20331",
                        table="welcome_benefit",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "welcome_benefithistory" ("contact", "id", "package_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "provider_email", "quantity", "title_de", "title_en", "unit_de", "unit_en", "unit_value") VALUES (NEW."contact", NEW."id", NEW."package_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."provider", NEW."provider_email", NEW."quantity", NEW."title_de", NEW."title_en", NEW."unit_de", NEW."unit_en", NEW."unit_value"); RETURN NULL;',
                        hash="d3fc8c4a74037c229d572173df54aa72902b6ae5",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_419a5",
                        table="welcome_benefit",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_benefithistory" ("contact", "id", "package_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "provider_email", "quantity", "title_de", "title_en", "unit_de", "unit_en", "unit_value") VALUES (OLD."contact", OLD."id", OLD."package_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."provider", OLD."provider_email", OLD."quantity", OLD."title_de", OLD."title_en", OLD."unit_de", OLD."unit_en", OLD."unit_value"); RETURN NULL;',
                        hash="890491d16c919641a508f140cfa579a33e8eaf4f",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_0623a",
                        table="welcome_benefit",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="BenefitHistory",
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
                    to="welcome.benefit",
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
            ("id", models.BigIntegerField()),
            (
                "package",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.package",
                    verbose_name="package",
                ),
            ),
            ("title_de", models.CharField(max_length=120, verbose_name="title in German")),
            ("title_en", models.CharField(max_length=120, verbose_name="title in English")),
            ("unit_de", models.CharField(max_length=40, verbose_name="unit in German")),
            ("unit_en", models.CharField(max_length=40, verbose_name="unit in English")),
            (
                "quantity",
                models.PositiveSmallIntegerField(
                    validators=[django.core.validators.MinValueValidator(1)],
                    verbose_name="quantity",
                ),
            ),
            (
                "unit_value",
                models.DecimalField(
                    decimal_places=2,
                    help_text="EUR",
                    max_digits=10,
                    validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                    verbose_name="value of one unit",
                ),
            ),
            ("provider", models.CharField(max_length=120, verbose_name="provider")),
            (
                "contact",
                models.CharField(
                    blank=True,
                    help_text="Email or telephone of the provider. Shown once an award is final.",
                    max_length=200,
                    verbose_name="contact",
                ),
            ),
            (
                "provider_email",
                models.EmailField(
                    blank=True,
                    help_text="The provider gets every wish for this benefit by mail and answers with a link. Leave it empty if your staff arrange it.",
                    max_length=254,
                    verbose_name="mail for wishes",
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
                        hash="0f1d6e8ce3f7fc7e499f1d5a2ed9c6d5b57e17d3",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_88af5",
                        table="welcome_benefithistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Question",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "package",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="questions",
                    to="welcome.package",
                    verbose_name="package",
                ),
            ),
            ("text_de", models.CharField(max_length=200, verbose_name="question in German")),
            ("text_en", models.CharField(max_length=200, verbose_name="question in English")),
            (
                "help_de",
                models.CharField(blank=True, max_length=300, verbose_name="help in German"),
            ),
            (
                "help_en",
                models.CharField(blank=True, max_length=300, verbose_name="help in English"),
            ),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("line", "One line"),
                        ("text", "Text"),
                        ("yes_no", "Yes or no"),
                        ("number", "Number"),
                        ("day", "Day"),
                    ],
                    max_length=10,
                    verbose_name="kind of answer",
                ),
            ),
            ("is_required", models.BooleanField(default=True, verbose_name="must be answered")),
        ],
        options={
            "verbose_name": "question",
            "verbose_name_plural": "questions",
            "ordering": ["id"],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_questionhistory" ("help_de", "help_en", "id", "is_required", "kind", "package_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_de", "text_en") VALUES (NEW."help_de", NEW."help_en", NEW."id", NEW."is_required", NEW."kind", NEW."package_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text_de", NEW."text_en"); RETURN NULL;',
                        hash="4feab887576624d39680c098cd1a4c4871b17aae",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_f35d2",
                        table="welcome_question",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "welcome_questionhistory" ("help_de", "help_en", "id", "is_required", "kind", "package_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_de", "text_en") VALUES (NEW."help_de", NEW."help_en", NEW."id", NEW."is_required", NEW."kind", NEW."package_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text_de", NEW."text_en"); RETURN NULL;',
                        hash="12ee0e3d2e909c0ca3a30b168de12026f40769b3",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_2df97",
                        table="welcome_question",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_questionhistory" ("help_de", "help_en", "id", "is_required", "kind", "package_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_de", "text_en") VALUES (OLD."help_de", OLD."help_en", OLD."id", OLD."is_required", OLD."kind", OLD."package_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text_de", OLD."text_en"); RETURN NULL;',
                        hash="f751a73bc851513920ca4f63286fc0dd7c15080f",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_7ffb7",
                        table="welcome_question",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="QuestionHistory",
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
                    to="welcome.question",
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
            ("id", models.BigIntegerField()),
            (
                "package",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.package",
                    verbose_name="package",
                ),
            ),
            ("text_de", models.CharField(max_length=200, verbose_name="question in German")),
            ("text_en", models.CharField(max_length=200, verbose_name="question in English")),
            (
                "help_de",
                models.CharField(blank=True, max_length=300, verbose_name="help in German"),
            ),
            (
                "help_en",
                models.CharField(blank=True, max_length=300, verbose_name="help in English"),
            ),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("line", "One line"),
                        ("text", "Text"),
                        ("yes_no", "Yes or no"),
                        ("number", "Number"),
                        ("day", "Day"),
                    ],
                    max_length=10,
                    verbose_name="kind of answer",
                ),
            ),
            ("is_required", models.BooleanField(default=True, verbose_name="must be answered")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="dde8954cde92515f44a85e7bfa1c985b3c0be82f",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_d6056",
                        table="welcome_questionhistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Criterion",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "package",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="criteria",
                    to="welcome.package",
                    verbose_name="package",
                ),
            ),
            ("title_de", models.CharField(max_length=120, verbose_name="title in German")),
            ("title_en", models.CharField(max_length=120, verbose_name="title in English")),
            (
                "guidance_de",
                models.CharField(blank=True, max_length=500, verbose_name="guidance in German"),
            ),
            (
                "guidance_en",
                models.CharField(blank=True, max_length=500, verbose_name="guidance in English"),
            ),
            (
                "weight",
                models.PositiveSmallIntegerField(
                    default=1,
                    validators=[django.core.validators.MinValueValidator(1)],
                    verbose_name="weight",
                ),
            ),
        ],
        options={
            "verbose_name": "criterion",
            "verbose_name_plural": "criteria",
            "ordering": ["id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("weight__gte", 1), ("weight__lte", 100)),
                    name="criterion_weighs_something",
                    violation_error_message="A criterion weighs between 1 and 100.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_criterionhistory" ("guidance_de", "guidance_en", "id", "package_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title_de", "title_en", "weight") VALUES (NEW."guidance_de", NEW."guidance_en", NEW."id", NEW."package_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."title_de", NEW."title_en", NEW."weight"); RETURN NULL;',
                        hash="8dd9859da01aaaa8d11495561f0bb20110e948c7",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_10f63",
                        table="welcome_criterion",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "welcome_criterionhistory" ("guidance_de", "guidance_en", "id", "package_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title_de", "title_en", "weight") VALUES (NEW."guidance_de", NEW."guidance_en", NEW."id", NEW."package_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."title_de", NEW."title_en", NEW."weight"); RETURN NULL;',
                        hash="7fd807db5d390a035036b92285c888a59de2f6ba",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_520fc",
                        table="welcome_criterion",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_criterionhistory" ("guidance_de", "guidance_en", "id", "package_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title_de", "title_en", "weight") VALUES (OLD."guidance_de", OLD."guidance_en", OLD."id", OLD."package_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."title_de", OLD."title_en", OLD."weight"); RETURN NULL;',
                        hash="ea2f60baf1e4687c953378572be50ac9e7dde576",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_d439a",
                        table="welcome_criterion",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="CriterionHistory",
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
                    to="welcome.criterion",
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
            ("id", models.BigIntegerField()),
            (
                "package",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.package",
                    verbose_name="package",
                ),
            ),
            ("title_de", models.CharField(max_length=120, verbose_name="title in German")),
            ("title_en", models.CharField(max_length=120, verbose_name="title in English")),
            (
                "guidance_de",
                models.CharField(blank=True, max_length=500, verbose_name="guidance in German"),
            ),
            (
                "guidance_en",
                models.CharField(blank=True, max_length=500, verbose_name="guidance in English"),
            ),
            (
                "weight",
                models.PositiveSmallIntegerField(
                    default=1,
                    validators=[django.core.validators.MinValueValidator(1)],
                    verbose_name="weight",
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
                        hash="a33b904f929badd1b755c4ef54d34aaa21f8c2ad",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_c71f9",
                        table="welcome_criterionhistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Terms",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "package",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="terms",
                    to="welcome.package",
                    verbose_name="package",
                ),
            ),
            ("title_de", models.CharField(max_length=120, verbose_name="title in German")),
            ("title_en", models.CharField(max_length=120, verbose_name="title in English")),
            (
                "award_days",
                models.PositiveSmallIntegerField(help_text="Days.", verbose_name="award period"),
            ),
            (
                "begin_days",
                models.PositiveSmallIntegerField(default=365, verbose_name="time to begin"),
            ),
            (
                "report_days",
                models.PositiveSmallIntegerField(
                    default=60, verbose_name="time for the proof of use"
                ),
            ),
            (
                "benefits",
                models.JSONField(
                    encoder=django.core.serializers.json.DjangoJSONEncoder,
                    verbose_name="benefit items",
                ),
            ),
            ("questions", models.JSONField(default=list, verbose_name="questions")),
            ("criteria", models.JSONField(default=list, verbose_name="criteria")),
            (
                "required_documents",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
                        choices=[
                            ("pitch_deck", "Pitch deck"),
                            ("business_plan", "Business or market-entry plan"),
                            ("incorporation", "Certificate of incorporation"),
                            ("recognition", "DPIIT certificate"),
                            ("shareholders", "List of shareholders"),
                            ("accounts", "Latest annual accounts"),
                            ("signatory", "Proof of who may sign for the company"),
                            ("register", "Extract from the commercial register"),
                        ],
                        max_length=20,
                    ),
                    default=list,
                    size=None,
                    verbose_name="required documents",
                ),
            ),
        ],
        options={
            "verbose_name": "terms of a package",
            "verbose_name_plural": "terms of packages",
            "ordering": ["package", "id"],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="terms_immutable",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'terms_immutable', MESSAGE = 'terms_immutable: refused by the database';",
                        hash="37a2388c51ead2f4d95a4c853667af58b1aab314",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_terms_immutable_2af15",
                        table="welcome_terms",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Application",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            (
                "startup",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="applications",
                    to="startups.startup",
                    verbose_name="start-up",
                ),
            ),
            ("answers", models.JSONField(default=dict, verbose_name="answers by section")),
            ("saved", models.JSONField(default=dict, verbose_name="versions of the sections")),
            ("warned_on", models.DateField(null=True, verbose_name="deletion announced on")),
            (
                "created_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="begun by",
                ),
            ),
            ("created_at", models.DateTimeField(verbose_name="begun")),
            ("changed_at", models.DateTimeField(verbose_name="changed")),
            ("submitted_at", models.DateTimeField(null=True, verbose_name="submitted")),
            ("received_on", models.DateField(null=True, verbose_name="received on paper")),
            (
                "packages",
                models.ManyToManyField(
                    related_name="applications", to="welcome.package", verbose_name="packages"
                ),
            ),
        ],
        options={
            "verbose_name": "application",
            "verbose_name_plural": "applications",
            "ordering": ["-created_at", "id"],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("submitted_at__isnull", True)),
                    fields=("startup",),
                    name="application_one_draft",
                    violation_error_message="There is a draft already. Go on with it.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("received_on__isnull", True),
                        ("submitted_at__isnull", False),
                        _connector="OR",
                    ),
                    name="application_on_paper_is_submitted",
                    violation_error_message="What came on paper is no draft.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="application_kept_as_submitted",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (OLD.submitted_at IS NOT NULL) AND (OLD."startup_id" IS DISTINCT FROM NEW."startup_id" OR OLD."answers" IS DISTINCT FROM NEW."answers" OR OLD."submitted_at" IS DISTINCT FROM NEW."submitted_at" OR OLD."received_on" IS DISTINCT FROM NEW."received_on") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'application_kept_as_submitted\', MESSAGE = \'application_kept_as_submitted: refused by the database\'; END IF; RETURN NEW;',
                        hash="3acec5d65ae085096916160865f99af58f97326f",
                        operation="UPDATE",
                        pgid="pgtrigger_application_kept_as_submitted_14fec",
                        table="welcome_application",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Attachment",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "application",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="attachments",
                    to="welcome.application",
                ),
            ),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("pitch_deck", "Pitch deck"),
                        ("business_plan", "Business or market-entry plan"),
                        ("incorporation", "Certificate of incorporation"),
                        ("recognition", "DPIIT certificate"),
                        ("shareholders", "List of shareholders"),
                        ("accounts", "Latest annual accounts"),
                        ("signatory", "Proof of who may sign for the company"),
                        ("register", "Extract from the commercial register"),
                        ("other", "Another document"),
                        ("paper", "Application on paper"),
                    ],
                    max_length=20,
                    verbose_name="kind",
                ),
            ),
            (
                "document",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="documents.document",
                    verbose_name="document",
                ),
            ),
        ],
        options={
            "verbose_name": "attachment",
            "verbose_name_plural": "attachments",
            "ordering": ["kind", "id"],
        },
    ),
    migrations.CreateModel(
        name="Revision",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "application",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="revisions",
                    to="welcome.application",
                ),
            ),
            ("number", models.PositiveSmallIntegerField(verbose_name="number")),
            ("answers", models.JSONField(verbose_name="answers by section")),
            ("profile", models.JSONField(verbose_name="profile at submission")),
            (
                "submitted_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="submitted by",
                ),
            ),
            ("submitted_at", models.DateTimeField(verbose_name="submitted")),
        ],
        options={
            "verbose_name": "submitted application",
            "verbose_name_plural": "submitted applications",
            "ordering": ["application", "number"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("application", "number"), name="revision_number_once"
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="revision_immutable",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'revision_immutable', MESSAGE = 'revision_immutable: refused by the database';",
                        hash="2c174cd2d1450084d53210bef3047dbce7b4d5f7",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_revision_immutable_185a8",
                        table="welcome_revision",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="RevisionDocument",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "revision",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="documents",
                    to="welcome.revision",
                ),
            ),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("pitch_deck", "Pitch deck"),
                        ("business_plan", "Business or market-entry plan"),
                        ("incorporation", "Certificate of incorporation"),
                        ("recognition", "DPIIT certificate"),
                        ("shareholders", "List of shareholders"),
                        ("accounts", "Latest annual accounts"),
                        ("signatory", "Proof of who may sign for the company"),
                        ("register", "Extract from the commercial register"),
                        ("other", "Another document"),
                        ("paper", "Application on paper"),
                    ],
                    max_length=20,
                    verbose_name="kind",
                ),
            ),
            (
                "document",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="documents.document",
                ),
            ),
        ],
        options={
            "ordering": ["kind", "id"],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="revision_document_immutable",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'revision_document_immutable', MESSAGE = 'revision_document_immutable: refused by the database';",
                        hash="f6d23170237dcc3384f1287c0a817c9d56f54b25",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_revision_document_immutable_9a4ae",
                        table="welcome_revisiondocument",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="AidLine",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "revision",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="aid_lines",
                    to="welcome.revision",
                ),
            ),
            ("authority", models.CharField(max_length=120, verbose_name="granted by")),
            ("granted_on", models.DateField(verbose_name="granted on")),
            ("amount", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="amount")),
            (
                "company",
                models.CharField(blank=True, max_length=200, verbose_name="linked company"),
            ),
            (
                "reference",
                models.CharField(blank=True, max_length=20, verbose_name="reference number"),
            ),
        ],
        options={
            "ordering": ["granted_on", "id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("amount__gt", 0)),
                    name="aid_line_positive",
                    violation_error_message="An amount of aid is greater than 0.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="aid_line_immutable",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'aid_line_immutable', MESSAGE = 'aid_line_immutable: refused by the database';",
                        hash="6837ed1566b1b9b25958fdbf2d1c7adf9ed2714e",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_aid_line_immutable_e5f72",
                        table="welcome_aidline",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Case",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            (
                "reference",
                models.CharField(max_length=20, unique=True, verbose_name="reference number"),
            ),
            (
                "application",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="cases",
                    to="welcome.application",
                    verbose_name="application",
                ),
            ),
            (
                "package",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="cases",
                    to="welcome.package",
                    verbose_name="package",
                ),
            ),
            (
                "startup",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="cases",
                    to="startups.startup",
                    verbose_name="start-up",
                ),
            ),
            (
                "terms",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="cases",
                    to="welcome.terms",
                    verbose_name="terms",
                ),
            ),
            (
                "revision",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="cases",
                    to="welcome.revision",
                    verbose_name="submitted application",
                ),
            ),
            (
                "state",
                models.CharField(
                    choices=[
                        ("submitted", "Submitted"),
                        ("checking", "Completeness check"),
                        ("information_requested", "Further information requested"),
                        ("review", "Substantive review"),
                        ("waiting_list", "Waiting list"),
                        ("proposed", "Decision proposed"),
                        ("signed", "Decision signed"),
                        ("released", "Notice released"),
                        ("notified", "Notified"),
                        ("in_court", "Court action"),
                        ("final", "Final"),
                        ("closed", "Closed"),
                        ("withdrawn", "Withdrawn"),
                        ("declined", "Award declined"),
                        ("lapsed", "Award lapsed"),
                        ("heard", "Hearing on revocation"),
                    ],
                    default="submitted",
                    max_length=30,
                    verbose_name="state",
                ),
            ),
            (
                "officer",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="cases",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="case officer",
                ),
            ),
            ("revoking", models.BooleanField(default=False, verbose_name="revocation under way")),
            ("submitted_at", models.DateTimeField(verbose_name="submitted")),
            ("due_on", models.DateField(verbose_name="decision due on")),
        ],
        options={
            "verbose_name": "case",
            "verbose_name_plural": "cases",
            "ordering": ["due_on", "reference"],
            "indexes": [
                models.Index(fields=["due_on", "reference"], name="case_by_due_date"),
                models.Index(fields=["state", "due_on", "reference"], name="case_by_state"),
                models.Index(
                    fields=["officer", "state", "due_on", "reference"], name="case_of_officer"
                ),
                models.Index(fields=["package", "due_on", "reference"], name="case_by_package"),
                django.contrib.postgres.indexes.GinIndex(
                    fields=["reference"], name="case_by_reference", opclasses=["gin_trgm_ops"]
                ),
                models.Index(
                    condition=models.Q(
                        ("state__in", ["checking", "proposed", "review", "signed", "submitted"])
                    ),
                    fields=["due_on", "reference"],
                    name="case_inbox",
                ),
            ],
            "constraints": [
                models.UniqueConstraint(
                    fields=("application", "package"),
                    name="case_once_per_package",
                    violation_error_message="This application has a case for the package already.",
                ),
                models.UniqueConstraint(
                    condition=models.Q(
                        ("state__in", ["closed", "declined", "lapsed", "withdrawn"]), _negated=True
                    ),
                    fields=("startup", "package"),
                    name="case_one_running_per_package",
                    violation_error_message="Your start-up has a running case for one of these packages. Take the package out of this application, or wait for the decision.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="case_step_allowed",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE _law TEXT;",
                        func="\n            IF OLD.state = NEW.state OR (OLD.state, NEW.state) IN (('checking', 'information_requested'), ('checking', 'proposed'), ('checking', 'review'), ('checking', 'withdrawn'), ('final', 'closed'), ('final', 'declined'), ('final', 'lapsed'), ('information_requested', 'checking'), ('information_requested', 'review'), ('information_requested', 'withdrawn'), ('notified', 'final'), ('proposed', 'checking'), ('proposed', 'review'), ('proposed', 'signed'), ('proposed', 'withdrawn'), ('review', 'information_requested'), ('review', 'proposed'), ('review', 'waiting_list'), ('review', 'withdrawn'), ('signed', 'checking'), ('signed', 'released'), ('signed', 'review'), ('signed', 'withdrawn'), ('submitted', 'checking'), ('submitted', 'withdrawn'), ('waiting_list', 'review'), ('waiting_list', 'withdrawn')) THEN RETURN NEW; END IF;\n            SELECT authority.law INTO _law FROM welcome_package package\n                JOIN welcome_authority authority ON authority.id = package.authority_id\n                WHERE package.id = NEW.package_id;\n            IF (_law, OLD.state, NEW.state) IN (('none', 'released', 'closed'), ('nrw', 'closed', 'heard'), ('nrw', 'final', 'heard'), ('nrw', 'final', 'in_court'), ('nrw', 'heard', 'closed'), ('nrw', 'heard', 'final'), ('nrw', 'heard', 'notified'), ('nrw', 'heard', 'proposed'), ('nrw', 'in_court', 'final'), ('nrw', 'in_court', 'review'), ('nrw', 'notified', 'heard'), ('nrw', 'notified', 'in_court'), ('nrw', 'proposed', 'heard'), ('nrw', 'released', 'notified'), ('nrw', 'signed', 'heard')) THEN RETURN NEW; END IF;\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'case_step_allowed', MESSAGE = 'case_step_allowed: refused by the database';\n        ",
                        hash="4d6b8bcd1a7096cdca5189c55747bb6a294688c5",
                        operation="UPDATE",
                        pgid="pgtrigger_case_step_allowed_de2f3",
                        table="welcome_case",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="case_signature_first",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="\n            IF OLD.state <> NEW.state AND (\n                NEW.state = 'signed' AND NOT EXISTS (SELECT 1 FROM welcome_decision decision WHERE decision.case_id = NEW.id AND decision.ended_at IS NULL AND decision.released_at IS NULL AND decision.signed_at IS NOT NULL)\n                OR NEW.state = 'released' AND (\n                    EXISTS (SELECT 1 FROM welcome_decision decision WHERE decision.case_id = NEW.id AND decision.ended_at IS NULL AND decision.released_at IS NULL) OR NOT EXISTS (SELECT 1 FROM welcome_decision decision WHERE decision.case_id = NEW.id AND decision.ended_at IS NULL AND decision.released_at IS NOT NULL)\n                )\n            ) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'case_signature_first', MESSAGE = 'case_signature_first: refused by the database'; END IF;\n            RETURN NEW;\n        ",
                        hash="1e304ab256e234d4c91a083d9c87156deeba998f",
                        operation="UPDATE",
                        pgid="pgtrigger_case_signature_first_37681",
                        table="welcome_case",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="case_begins_submitted",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NEW.state <> 'submitted' THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'case_begins_submitted', MESSAGE = 'case_begins_submitted: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="2a92376219380b8a5e227c24bb25d60b1e5f95ec",
                        operation="INSERT",
                        pgid="pgtrigger_case_begins_submitted_7aedf",
                        table="welcome_case",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="case_never_deleted",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF TRUE THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'case_never_deleted', MESSAGE = 'case_never_deleted: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="09ecc014f8f80f6f47b82c72137a912fbf47e161",
                        operation="DELETE",
                        pgid="pgtrigger_case_never_deleted_f91f1",
                        table="welcome_case",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="case_identity_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (TRUE) AND (OLD."reference" IS DISTINCT FROM NEW."reference" OR OLD."application_id" IS DISTINCT FROM NEW."application_id" OR OLD."package_id" IS DISTINCT FROM NEW."package_id" OR OLD."startup_id" IS DISTINCT FROM NEW."startup_id" OR OLD."terms_id" IS DISTINCT FROM NEW."terms_id" OR OLD."submitted_at" IS DISTINCT FROM NEW."submitted_at") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'case_identity_kept\', MESSAGE = \'case_identity_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="dae8bd16d50227c22fc30ca2caba9ad0f47be2d0",
                        operation="UPDATE",
                        pgid="pgtrigger_case_identity_kept_c2803",
                        table="welcome_case",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="case_revision_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="IF (OLD.state NOT IN ('checking', 'information_requested', 'review', 'waiting_list')) AND (OLD.\"revision_id\" IS DISTINCT FROM NEW.\"revision_id\") THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'case_revision_kept', MESSAGE = 'case_revision_kept: refused by the database'; END IF; RETURN NEW;",
                        hash="ddab129e35f61691eb10efa2e84dcdef0a86a1a0",
                        operation="UPDATE",
                        pgid="pgtrigger_case_revision_kept_18d1b",
                        table="welcome_case",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="case_award_ended_first",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF OLD.state <> NEW.state AND (\n    NEW.state IN ('declined', 'lapsed') AND NOT EXISTS (\n        SELECT 1 FROM welcome_award AS award WHERE award.case_id = NEW.id AND award.state = NEW.state\n    )\n    OR NEW.state = 'closed' AND EXISTS (\n        SELECT 1 FROM welcome_award AS award\n        WHERE award.case_id = NEW.id AND award.state = 'open'\n    )\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'case_award_ended_first', MESSAGE = 'case_award_ended_first: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="e96a1b8f84b0f31154aeddc560aefa2159b3269a",
                        operation="UPDATE",
                        pgid="pgtrigger_case_award_ended_first_a9a8c",
                        table="welcome_case",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="case_in_court_until_said",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF OLD.state <> NEW.state AND 'in_court' IN (OLD.state, NEW.state)\n    AND (NEW.state = 'in_court') <> EXISTS (\n    SELECT 1 FROM welcome_courtaction AS action\n    JOIN welcome_decision AS decision ON decision.id = action.decision_id\n    WHERE decision.case_id = NEW.id AND action.outcome = ''\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'case_in_court_until_said', MESSAGE = 'case_in_court_until_said: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="a84a07081fe9a20969246c5d3327daef60b3e7ad",
                        operation="UPDATE",
                        pgid="pgtrigger_case_in_court_until_said_4122f",
                        table="welcome_case",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="case_revocation_ends_first",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF OLD.state <> NEW.state AND (\n    NEW.revoking AND NEW.state IN ('checking', 'closed', 'declined', 'lapsed', 'review', 'waiting_list', 'withdrawn')\n    OR NEW.state = 'heard' AND NOT NEW.revoking\n    OR OLD.state = 'heard' AND NOT NEW.revoking AND NOT EXISTS (\n        SELECT 1 FROM (\n            SELECT came_from, hearing.end FROM welcome_hearing AS hearing\n            WHERE hearing.case_id = NEW.id ORDER BY hearing.id DESC LIMIT 1\n        ) AS latest WHERE latest.end = 'left' AND latest.came_from = NEW.state\n    )\n)\nOR OLD.revoking <> NEW.revoking AND NEW.revoking <> EXISTS (\n    SELECT 1 FROM welcome_hearing AS hearing WHERE hearing.case_id = NEW.id AND hearing.ended_at IS NULL\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'case_revocation_ends_first', MESSAGE = 'case_revocation_ends_first: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="e9cf032162cc47ec8f969b3f56e8799f5f66c0fd",
                        operation="UPDATE",
                        pgid="pgtrigger_case_revocation_ends_first_e193e",
                        table="welcome_case",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="case_officer_without_conflict",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF EXISTS (\n    SELECT 1 FROM welcome_conflictdeclaration AS said\n    WHERE said.case_id = NEW.id AND said.user_id = NEW.officer_id AND said.answer = 'conflict'\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'case_officer_without_conflict', MESSAGE = 'case_officer_without_conflict: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="20c8d6c77a99bee074cea56d25b1f897a3bb6260",
                        operation="UPDATE",
                        pgid="pgtrigger_case_officer_without_conflict_a59f7",
                        table="welcome_case",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="case_revision_of_its_application",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF OLD.revision_id <> NEW.revision_id AND NOT EXISTS (\n    SELECT 1 FROM welcome_revision AS newer\n    WHERE newer.id = NEW.revision_id AND newer.application_id = NEW.application_id\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'case_revision_of_its_application', MESSAGE = 'case_revision_of_its_application: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="6fcfc4fec81f655d374ccbd2c38c834e527140f7",
                        operation="UPDATE",
                        pgid="pgtrigger_case_revision_of_its_application_20df0",
                        table="welcome_case",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_casehistory" ("application_id", "due_on", "id", "officer_id", "package_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "revision_id", "revoking", "startup_id", "state", "submitted_at", "terms_id") VALUES (NEW."application_id", NEW."due_on", NEW."id", NEW."officer_id", NEW."package_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."revision_id", NEW."revoking", NEW."startup_id", NEW."state", NEW."submitted_at", NEW."terms_id"); RETURN NULL;',
                        hash="f8d59a47adc82a95dc5be669e282ae3d41c95fd2",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_421a5",
                        table="welcome_case",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "welcome_casehistory" ("application_id", "due_on", "id", "officer_id", "package_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "revision_id", "revoking", "startup_id", "state", "submitted_at", "terms_id") VALUES (NEW."application_id", NEW."due_on", NEW."id", NEW."officer_id", NEW."package_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."revision_id", NEW."revoking", NEW."startup_id", NEW."state", NEW."submitted_at", NEW."terms_id"); RETURN NULL;',
                        hash="a24e264d0aeeb716d5b57e3a360e10d46552f7bc",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_8bcc6",
                        table="welcome_case",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_casehistory" ("application_id", "due_on", "id", "officer_id", "package_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "revision_id", "revoking", "startup_id", "state", "submitted_at", "terms_id") VALUES (OLD."application_id", OLD."due_on", OLD."id", OLD."officer_id", OLD."package_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reference", OLD."revision_id", OLD."revoking", OLD."startup_id", OLD."state", OLD."submitted_at", OLD."terms_id"); RETURN NULL;',
                        hash="599614a59a1848bd9d6ce8c44c6ee1408963916b",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_c4bea",
                        table="welcome_case",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="CaseHistory",
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
                    to="welcome.case",
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
            ("reference", models.CharField(max_length=20, verbose_name="reference number")),
            (
                "application",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.application",
                    verbose_name="application",
                ),
            ),
            (
                "package",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.package",
                    verbose_name="package",
                ),
            ),
            (
                "startup",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="startups.startup",
                    verbose_name="start-up",
                ),
            ),
            (
                "terms",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.terms",
                    verbose_name="terms",
                ),
            ),
            (
                "revision",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.revision",
                    verbose_name="submitted application",
                ),
            ),
            (
                "state",
                models.CharField(
                    choices=[
                        ("submitted", "Submitted"),
                        ("checking", "Completeness check"),
                        ("information_requested", "Further information requested"),
                        ("review", "Substantive review"),
                        ("waiting_list", "Waiting list"),
                        ("proposed", "Decision proposed"),
                        ("signed", "Decision signed"),
                        ("released", "Notice released"),
                        ("notified", "Notified"),
                        ("in_court", "Court action"),
                        ("final", "Final"),
                        ("closed", "Closed"),
                        ("withdrawn", "Withdrawn"),
                        ("declined", "Award declined"),
                        ("lapsed", "Award lapsed"),
                        ("heard", "Hearing on revocation"),
                    ],
                    default="submitted",
                    max_length=30,
                    verbose_name="state",
                ),
            ),
            (
                "officer",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="case officer",
                ),
            ),
            ("revoking", models.BooleanField(default=False, verbose_name="revocation under way")),
            ("submitted_at", models.DateTimeField(verbose_name="submitted")),
            ("due_on", models.DateField(verbose_name="decision due on")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="094d0bf03eeb966ec53161effa5f7169b6dbe2b1",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_ba9f0",
                        table="welcome_casehistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="CaseEvent",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "case",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="events",
                    to="welcome.case",
                    verbose_name="case",
                ),
            ),
            ("verb", models.CharField(max_length=40, verbose_name="step")),
            (
                "source",
                models.CharField(
                    blank=True,
                    choices=[
                        ("submitted", "Submitted"),
                        ("checking", "Completeness check"),
                        ("information_requested", "Further information requested"),
                        ("review", "Substantive review"),
                        ("waiting_list", "Waiting list"),
                        ("proposed", "Decision proposed"),
                        ("signed", "Decision signed"),
                        ("released", "Notice released"),
                        ("notified", "Notified"),
                        ("in_court", "Court action"),
                        ("final", "Final"),
                        ("closed", "Closed"),
                        ("withdrawn", "Withdrawn"),
                        ("declined", "Award declined"),
                        ("lapsed", "Award lapsed"),
                        ("heard", "Hearing on revocation"),
                    ],
                    max_length=30,
                    verbose_name="from",
                ),
            ),
            (
                "target",
                models.CharField(
                    choices=[
                        ("submitted", "Submitted"),
                        ("checking", "Completeness check"),
                        ("information_requested", "Further information requested"),
                        ("review", "Substantive review"),
                        ("waiting_list", "Waiting list"),
                        ("proposed", "Decision proposed"),
                        ("signed", "Decision signed"),
                        ("released", "Notice released"),
                        ("notified", "Notified"),
                        ("in_court", "Court action"),
                        ("final", "Final"),
                        ("closed", "Closed"),
                        ("withdrawn", "Withdrawn"),
                        ("declined", "Award declined"),
                        ("lapsed", "Award lapsed"),
                        ("heard", "Hearing on revocation"),
                    ],
                    max_length=30,
                    verbose_name="to",
                ),
            ),
            (
                "by",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="by",
                ),
            ),
            ("at", models.DateTimeField(verbose_name="at")),
            ("note", models.TextField(blank=True, verbose_name="note")),
        ],
        options={
            "verbose_name": "entry in the record",
            "verbose_name_plural": "record of the case",
            "ordering": ["case", "id"],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="case_event_append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'case_event_append_only', MESSAGE = 'case_event_append_only: refused by the database';",
                        hash="9d4e259462ba96408c49ca6bc8b5f5babe7659b0",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_case_event_append_only_52bd0",
                        table="welcome_caseevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Decision",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            (
                "case",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="decisions",
                    to="welcome.case",
                    verbose_name="case",
                ),
            ),
            (
                "revision",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="decisions",
                    to="welcome.revision",
                ),
            ),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("grant", "Award"),
                        ("reject", "Rejection"),
                        ("inadmissible", "Rejection as inadmissible"),
                        ("revoke", "Revocation"),
                    ],
                    max_length=20,
                    verbose_name="kind",
                ),
            ),
            ("reasons_de", models.TextField(verbose_name="reasons in German")),
            ("reasons_en", models.TextField(verbose_name="reasons in English")),
            ("conditions_de", models.TextField(blank=True, verbose_name="conditions in German")),
            ("conditions_en", models.TextField(blank=True, verbose_name="conditions in English")),
            (
                "value",
                models.DecimalField(
                    decimal_places=2,
                    default=Decimal("0"),
                    max_digits=12,
                    verbose_name="value of the award",
                ),
            ),
            (
                "proposed_by",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="proposed by",
                ),
            ),
            ("proposed_at", models.DateTimeField(null=True, verbose_name="proposed")),
            (
                "signed_by",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="signed by",
                ),
            ),
            ("signed_at", models.DateTimeField(null=True, verbose_name="signed")),
            (
                "notice",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="documents.document",
                    verbose_name="decision notice",
                ),
            ),
            (
                "released_by",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="released by",
                ),
            ),
            ("released_at", models.DateTimeField(null=True, verbose_name="released")),
            ("ended_at", models.DateTimeField(null=True, verbose_name="returned or overtaken")),
            ("return_note", models.TextField(blank=True, verbose_name="note of the return")),
        ],
        options={
            "verbose_name": "decision",
            "verbose_name_plural": "decisions",
            "ordering": ["case", "proposed_at", "id"],
            "permissions": [("sign_decision", "Can sign decisions")],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        ("signed_by__isnull", True),
                        models.Q(("signed_by", models.F("proposed_by")), _negated=True),
                        _connector="OR",
                    ),
                    name="decision_four_eyes",
                    violation_error_message="Four eyes: nobody signs their own proposal. Another person has to sign.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("proposed_at__isnull", True),
                        models.Q(
                            models.Q(("reasons_de", ""), _negated=True),
                            models.Q(("reasons_en", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="decision_needs_reasons",
                    violation_error_message="A decision needs reasons in German and English (§ 39 VwVfG NRW).",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("proposed_at__isnull", True),
                            ("proposed_by__isnull", True),
                            ("signed_at__isnull", True),
                        ),
                        models.Q(("proposed_at__isnull", False), ("proposed_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="decision_in_order",
                    violation_error_message="A decision is proposed before it is signed.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("notice__isnull", True),
                            ("released_at__isnull", True),
                            ("signed_at__isnull", True),
                            ("signed_by__isnull", True),
                        ),
                        models.Q(
                            ("notice__isnull", False),
                            ("signed_at__isnull", False),
                            ("signed_by__isnull", False),
                        ),
                        _connector="OR",
                    ),
                    name="decision_signature_whole",
                    violation_error_message="A signature names who signed and when, and has its notice.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("released_at__isnull", True), ("released_by__isnull", True)),
                        models.Q(("released_at__isnull", False), ("released_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="decision_release_whole",
                    violation_error_message="A release names who released and when.",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("ended_at__isnull", True), ("released_at__isnull", True)),
                    fields=("case",),
                    name="decision_one_open",
                    violation_error_message="The case has an open decision already.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("kind", "grant"), ("value", 0), _connector="OR"),
                    name="decision_only_awards_have_value",
                    violation_error_message="Only an award has a value.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="decision_frozen_from_proposal",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (OLD.proposed_at IS NOT NULL) AND (OLD."case_id" IS DISTINCT FROM NEW."case_id" OR OLD."revision_id" IS DISTINCT FROM NEW."revision_id" OR OLD."kind" IS DISTINCT FROM NEW."kind" OR OLD."reasons_de" IS DISTINCT FROM NEW."reasons_de" OR OLD."reasons_en" IS DISTINCT FROM NEW."reasons_en" OR OLD."conditions_de" IS DISTINCT FROM NEW."conditions_de" OR OLD."conditions_en" IS DISTINCT FROM NEW."conditions_en" OR OLD."value" IS DISTINCT FROM NEW."value" OR OLD."proposed_by_id" IS DISTINCT FROM NEW."proposed_by_id" OR OLD."proposed_at" IS DISTINCT FROM NEW."proposed_at") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'decision_frozen_from_proposal\', MESSAGE = \'decision_frozen_from_proposal: refused by the database\'; END IF; RETURN NEW;',
                        hash="957d205270c1b64abc81deabc7198224216d9964",
                        operation="UPDATE",
                        pgid="pgtrigger_decision_frozen_from_proposal_78ae6",
                        table="welcome_decision",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="decision_signed_once",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (OLD."signed_by_id" IS NOT NULL AND OLD."signed_by_id" IS DISTINCT FROM NEW."signed_by_id") OR (OLD."signed_at" IS NOT NULL AND OLD."signed_at" IS DISTINCT FROM NEW."signed_at") OR (OLD."notice_id" IS NOT NULL AND OLD."notice_id" IS DISTINCT FROM NEW."notice_id") OR (OLD."released_by_id" IS NOT NULL AND OLD."released_by_id" IS DISTINCT FROM NEW."released_by_id") OR (OLD."released_at" IS NOT NULL AND OLD."released_at" IS DISTINCT FROM NEW."released_at") OR (OLD."ended_at" IS NOT NULL AND OLD."ended_at" IS DISTINCT FROM NEW."ended_at") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'decision_signed_once\', MESSAGE = \'decision_signed_once: refused by the database\'; END IF; RETURN NEW;',
                        hash="002329eed8987d6c6567cf316c2aeb8998370d13",
                        operation="UPDATE",
                        pgid="pgtrigger_decision_signed_once_70e5a",
                        table="welcome_decision",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="decision_kind_fits",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NEW.proposed_at IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.proposed_at IS NULL) AND (\n    (NEW.kind = 'revoke') <> EXISTS (\n        SELECT 1 FROM welcome_hearing AS hearing\n        WHERE hearing.case_id = NEW.case_id AND hearing.ended_at IS NULL\n    )\n    OR NEW.kind = 'revoke' AND NOT EXISTS (\n        SELECT 1 FROM welcome_revocation AS revocation WHERE revocation.decision_id = NEW.id\n    )\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_kind_fits', MESSAGE = 'decision_kind_fits: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="ea68f219e9c73be1bf2b486b15176ad75ba81ae3",
                        operation="INSERT OR UPDATE",
                        pgid="pgtrigger_decision_kind_fits_3ae74",
                        table="welcome_decision",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="decision_without_conflict",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF (\n    OLD.signed_at IS NULL AND NEW.signed_at IS NOT NULL\n    OR OLD.released_at IS NULL AND NEW.released_at IS NOT NULL\n) AND EXISTS (\n    SELECT 1 FROM welcome_conflictdeclaration AS said\n    WHERE said.case_id = NEW.case_id AND said.user_id IN (NEW.proposed_by_id, NEW.signed_by_id)\n        AND said.answer = 'conflict'\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_without_conflict', MESSAGE = 'decision_without_conflict: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="41746c11526191c123e3c844a01ce4effa907ff7",
                        operation="UPDATE",
                        pgid="pgtrigger_decision_without_conflict_2cc27",
                        table="welcome_decision",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="decision_never_deleted",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF OLD.proposed_at IS NOT NULL THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_never_deleted', MESSAGE = 'decision_never_deleted: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="7532da7c7e44aba2ec44d8870fa1d12ded55ddb6",
                        operation="DELETE",
                        pgid="pgtrigger_decision_never_deleted_81d9f",
                        table="welcome_decision",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="decision_ended_stays_ended",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF OLD.ended_at IS NOT NULL AND (OLD.signed_at IS DISTINCT FROM NEW.signed_at OR OLD.released_at IS DISTINCT FROM NEW.released_at) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_ended_stays_ended', MESSAGE = 'decision_ended_stays_ended: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="ad38d5d3d8a2f270d51899f350ae576d710ee237",
                        operation="UPDATE",
                        pgid="pgtrigger_decision_ended_stays_ended_61f87",
                        table="welcome_decision",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_decisionhistory" ("case_id", "conditions_de", "conditions_en", "ended_at", "id", "kind", "notice_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reasons_de", "reasons_en", "released_at", "released_by_id", "return_note", "revision_id", "signed_at", "signed_by_id", "value") VALUES (NEW."case_id", NEW."conditions_de", NEW."conditions_en", NEW."ended_at", NEW."id", NEW."kind", NEW."notice_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."reasons_de", NEW."reasons_en", NEW."released_at", NEW."released_by_id", NEW."return_note", NEW."revision_id", NEW."signed_at", NEW."signed_by_id", NEW."value"); RETURN NULL;',
                        hash="e9e0a5300b7165a49e8549e3646fafad58ef5abb",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_6f354",
                        table="welcome_decision",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "welcome_decisionhistory" ("case_id", "conditions_de", "conditions_en", "ended_at", "id", "kind", "notice_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reasons_de", "reasons_en", "released_at", "released_by_id", "return_note", "revision_id", "signed_at", "signed_by_id", "value") VALUES (NEW."case_id", NEW."conditions_de", NEW."conditions_en", NEW."ended_at", NEW."id", NEW."kind", NEW."notice_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."reasons_de", NEW."reasons_en", NEW."released_at", NEW."released_by_id", NEW."return_note", NEW."revision_id", NEW."signed_at", NEW."signed_by_id", NEW."value"); RETURN NULL;',
                        hash="814008d72ebbeb6656f0eaf7f9e2f06689fdba24",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_c2f21",
                        table="welcome_decision",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_decisionhistory" ("case_id", "conditions_de", "conditions_en", "ended_at", "id", "kind", "notice_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reasons_de", "reasons_en", "released_at", "released_by_id", "return_note", "revision_id", "signed_at", "signed_by_id", "value") VALUES (OLD."case_id", OLD."conditions_de", OLD."conditions_en", OLD."ended_at", OLD."id", OLD."kind", OLD."notice_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proposed_at", OLD."proposed_by_id", OLD."reasons_de", OLD."reasons_en", OLD."released_at", OLD."released_by_id", OLD."return_note", OLD."revision_id", OLD."signed_at", OLD."signed_by_id", OLD."value"); RETURN NULL;',
                        hash="3ce3fe45d48fe75ec1290a9b9ecd478d18688b01",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_0d742",
                        table="welcome_decision",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="DecisionHistory",
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
                    to="welcome.decision",
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
            (
                "case",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.case",
                    verbose_name="case",
                ),
            ),
            (
                "revision",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.revision",
                ),
            ),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("grant", "Award"),
                        ("reject", "Rejection"),
                        ("inadmissible", "Rejection as inadmissible"),
                        ("revoke", "Revocation"),
                    ],
                    max_length=20,
                    verbose_name="kind",
                ),
            ),
            ("reasons_de", models.TextField(verbose_name="reasons in German")),
            ("reasons_en", models.TextField(verbose_name="reasons in English")),
            ("conditions_de", models.TextField(blank=True, verbose_name="conditions in German")),
            ("conditions_en", models.TextField(blank=True, verbose_name="conditions in English")),
            (
                "value",
                models.DecimalField(
                    decimal_places=2,
                    default=Decimal("0"),
                    max_digits=12,
                    verbose_name="value of the award",
                ),
            ),
            (
                "proposed_by",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="proposed by",
                ),
            ),
            ("proposed_at", models.DateTimeField(null=True, verbose_name="proposed")),
            (
                "signed_by",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="signed by",
                ),
            ),
            ("signed_at", models.DateTimeField(null=True, verbose_name="signed")),
            (
                "notice",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="documents.document",
                    verbose_name="decision notice",
                ),
            ),
            (
                "released_by",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="released by",
                ),
            ),
            ("released_at", models.DateTimeField(null=True, verbose_name="released")),
            ("ended_at", models.DateTimeField(null=True, verbose_name="returned or overtaken")),
            ("return_note", models.TextField(blank=True, verbose_name="note of the return")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="b9c88b48c8c4357d787740c7966d0e91138b0038",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_0b380",
                        table="welcome_decisionhistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="DecisionItem",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "decision",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="items",
                    to="welcome.decision",
                ),
            ),
            ("title_de", models.CharField(max_length=120)),
            ("title_en", models.CharField(max_length=120)),
            ("unit_de", models.CharField(max_length=40)),
            ("unit_en", models.CharField(max_length=40)),
            ("provider", models.CharField(max_length=120)),
            ("contact", models.CharField(blank=True, max_length=200)),
            ("provider_email", models.EmailField(blank=True, max_length=254)),
            ("quantity", models.PositiveSmallIntegerField(verbose_name="quantity")),
            (
                "unit_value",
                models.DecimalField(
                    decimal_places=2, max_digits=10, verbose_name="value of one unit"
                ),
            ),
        ],
        options={
            "verbose_name": "awarded item",
            "verbose_name_plural": "awarded items",
            "ordering": ["id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("quantity__gte", 1), ("unit_value__gte", 0)),
                    name="decision_item_quantity",
                    violation_error_message="An awarded item has a quantity of at least 1.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="decision_items_frozen",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="\n            IF EXISTS (SELECT 1 FROM welcome_decision decision WHERE decision.proposed_at IS NOT NULL AND\n                decision.id IN (OLD.decision_id, NEW.decision_id)) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_items_frozen', MESSAGE = 'decision_items_frozen: refused by the database'; END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                        hash="d0cd596f760ce0b44bae36565ef50a66a24972a0",
                        operation="INSERT OR UPDATE OR DELETE",
                        pgid="pgtrigger_decision_items_frozen_891da",
                        table="welcome_decisionitem",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Award",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "case",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="award",
                    to="welcome.case",
                    verbose_name="case",
                ),
            ),
            (
                "decision",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="award",
                    to="welcome.decision",
                    verbose_name="decision",
                ),
            ),
            (
                "state",
                models.CharField(
                    choices=[
                        ("open", "In use"),
                        ("proven", "Use proven"),
                        ("declined", "Award declined"),
                        ("lapsed", "Award lapsed"),
                        ("revoked", "Revoked"),
                    ],
                    default="open",
                    max_length=10,
                    verbose_name="state",
                ),
            ),
            ("begins_by", models.DateField(verbose_name="last day to begin")),
            ("begun_on", models.DateField(null=True, verbose_name="begun on")),
            ("ends_on", models.DateField(null=True, verbose_name="last day of the award period")),
            ("report_due_on", models.DateField(null=True, verbose_name="proof of use due on")),
            ("reminded_on", models.DateField(null=True, verbose_name="reminded on")),
        ],
        options={
            "verbose_name": "award in use",
            "verbose_name_plural": "awards in use",
            "ordering": ["-id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("begun_on__isnull", True),
                            ("ends_on__isnull", True),
                            ("report_due_on__isnull", True),
                        ),
                        models.Q(
                            ("begun_on__isnull", False),
                            ("ends_on__isnull", False),
                            ("report_due_on__isnull", False),
                        ),
                        _connector="OR",
                    ),
                    name="award_period_whole",
                    violation_error_message="An award period has a beginning, an end and a report.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="award_was_granted",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NOT EXISTS (\n    SELECT 1 FROM welcome_decision AS decision WHERE decision.id = NEW.decision_id\n    AND decision.case_id = NEW.case_id AND decision.kind = 'grant'\n    AND decision.released_at IS NOT NULL\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'award_was_granted', MESSAGE = 'award_was_granted: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="5a8429bb609eecf0c8da3f017a29c577c1a1c043",
                        operation="INSERT",
                        pgid="pgtrigger_award_was_granted_8c917",
                        table="welcome_award",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="award_keeps_its_decision",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (TRUE) AND (OLD."case_id" IS DISTINCT FROM NEW."case_id" OR OLD."decision_id" IS DISTINCT FROM NEW."decision_id" OR OLD."begins_by" IS DISTINCT FROM NEW."begins_by") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'award_keeps_its_decision\', MESSAGE = \'award_keeps_its_decision: refused by the database\'; END IF; RETURN NEW;',
                        hash="a1ed2ca0678620fc4d8434945c1fa34046f5e32e",
                        operation="UPDATE",
                        pgid="pgtrigger_award_keeps_its_decision_c393e",
                        table="welcome_award",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="award_period_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (OLD."begun_on" IS NOT NULL AND OLD."begun_on" IS DISTINCT FROM NEW."begun_on") OR (OLD."ends_on" IS NOT NULL AND OLD."ends_on" IS DISTINCT FROM NEW."ends_on") OR (OLD."report_due_on" IS NOT NULL AND OLD."report_due_on" IS DISTINCT FROM NEW."report_due_on") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'award_period_kept\', MESSAGE = \'award_period_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="172cabe7e3f7d43bb79be31757f99df43f3c9446",
                        operation="UPDATE",
                        pgid="pgtrigger_award_period_kept_f7dea",
                        table="welcome_award",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="award_step_allowed",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (('open', 'declined'), ('open', 'lapsed'), ('open', 'proven'), ('open', 'revoked'), ('proven', 'revoked'), ('revoked', 'open'), ('revoked', 'proven')) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'award_step_allowed', MESSAGE = 'award_step_allowed: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="6608e881fcf3e8a46945865bf81eb5dbb140c305",
                        operation="UPDATE",
                        pgid="pgtrigger_award_step_allowed_ca60e",
                        table="welcome_award",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="award_revoked_by_decision",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF OLD.state <> NEW.state AND (\n    'revoked' IN (OLD.state, NEW.state)\n    AND (NEW.state = 'revoked') <> EXISTS (\n        SELECT 1 FROM welcome_revocation AS revocation\n        WHERE revocation.revoked_id = NEW.decision_id AND revocation.effective_on IS NOT NULL\n    )\n    OR NEW.state IN ('declined', 'lapsed') AND EXISTS (\n        SELECT 1 FROM welcome_case AS file WHERE file.id = NEW.case_id AND file.revoking\n    )\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'award_revoked_by_decision', MESSAGE = 'award_revoked_by_decision: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="a97d0c357fbb253fb99e62733ef08594770a53b1",
                        operation="UPDATE",
                        pgid="pgtrigger_award_revoked_by_decision_759dc",
                        table="welcome_award",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="award_never_deleted",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF TRUE THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'award_never_deleted', MESSAGE = 'award_never_deleted: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="5273c6b7f3bf269df4924d845ca68130d4f451f8",
                        operation="DELETE",
                        pgid="pgtrigger_award_never_deleted_3e79e",
                        table="welcome_award",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_awardhistory" ("begins_by", "begun_on", "case_id", "decision_id", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_on", "report_due_on", "state") VALUES (NEW."begins_by", NEW."begun_on", NEW."case_id", NEW."decision_id", NEW."ends_on", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reminded_on", NEW."report_due_on", NEW."state"); RETURN NULL;',
                        hash="c7f73d673eddc14f04cf2f260260fac526f522b0",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_a85cf",
                        table="welcome_award",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "welcome_awardhistory" ("begins_by", "begun_on", "case_id", "decision_id", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_on", "report_due_on", "state") VALUES (NEW."begins_by", NEW."begun_on", NEW."case_id", NEW."decision_id", NEW."ends_on", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reminded_on", NEW."report_due_on", NEW."state"); RETURN NULL;',
                        hash="bcab4e9d6e37dce46699dfffa47725a0dfd6f658",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_460ae",
                        table="welcome_award",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_awardhistory" ("begins_by", "begun_on", "case_id", "decision_id", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_on", "report_due_on", "state") VALUES (OLD."begins_by", OLD."begun_on", OLD."case_id", OLD."decision_id", OLD."ends_on", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reminded_on", OLD."report_due_on", OLD."state"); RETURN NULL;',
                        hash="ea55d623c315862c65ed2f6c9c1a9f11fbe6fc78",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_c31a8",
                        table="welcome_award",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="AwardHistory",
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
                    to="welcome.award",
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
            ("id", models.BigIntegerField()),
            (
                "case",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.case",
                    verbose_name="case",
                ),
            ),
            (
                "decision",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.decision",
                    verbose_name="decision",
                ),
            ),
            (
                "state",
                models.CharField(
                    choices=[
                        ("open", "In use"),
                        ("proven", "Use proven"),
                        ("declined", "Award declined"),
                        ("lapsed", "Award lapsed"),
                        ("revoked", "Revoked"),
                    ],
                    default="open",
                    max_length=10,
                    verbose_name="state",
                ),
            ),
            ("begins_by", models.DateField(verbose_name="last day to begin")),
            ("begun_on", models.DateField(null=True, verbose_name="begun on")),
            ("ends_on", models.DateField(null=True, verbose_name="last day of the award period")),
            ("report_due_on", models.DateField(null=True, verbose_name="proof of use due on")),
            ("reminded_on", models.DateField(null=True, verbose_name="reminded on")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="d1f2847760e40cdcc7bc49dd654d79b16fe4f3ee",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_f0e74",
                        table="welcome_awardhistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="AwardItem",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "award",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="items",
                    to="welcome.award",
                    verbose_name="award",
                ),
            ),
            (
                "granted",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="award_item",
                    to="welcome.decisionitem",
                    verbose_name="awarded item",
                ),
            ),
            ("quantity", models.PositiveSmallIntegerField(verbose_name="quantity")),
            ("contact", models.CharField(blank=True, max_length=200, verbose_name="contact")),
            (
                "provider_email",
                models.EmailField(blank=True, max_length=254, verbose_name="mail for wishes"),
            ),
        ],
        options={
            "verbose_name": "benefit item in use",
            "verbose_name_plural": "benefit items in use",
            "ordering": ["id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        ("provider_email", ""),
                        (
                            "provider_email__regex",
                            "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[^@\\s,;\\\"<>]+$",
                        ),
                        _connector="OR",
                    ),
                    name="award_item_provider_email_plain",
                    violation_error_message="Write the email address without quotation marks, spaces and commas.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="award_item_as_granted",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NOT EXISTS (\n    SELECT 1 FROM welcome_award AS award JOIN welcome_decisionitem AS granted\n    ON granted.decision_id = award.decision_id\n    WHERE award.id = NEW.award_id AND granted.id = NEW.granted_id AND granted.quantity = NEW.quantity\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'award_item_as_granted', MESSAGE = 'award_item_as_granted: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="ff4ce979f4e1d6b2e7f12a0427cb3419f0f37173",
                        operation="INSERT",
                        pgid="pgtrigger_award_item_as_granted_58cf1",
                        table="welcome_awarditem",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="award_item_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (TRUE) AND (OLD."award_id" IS DISTINCT FROM NEW."award_id" OR OLD."granted_id" IS DISTINCT FROM NEW."granted_id" OR OLD."quantity" IS DISTINCT FROM NEW."quantity") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'award_item_kept\', MESSAGE = \'award_item_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="9ceb3b185b7a13ceb2ba8aa904ff4b2ddee02275",
                        operation="UPDATE",
                        pgid="pgtrigger_award_item_kept_8a118",
                        table="welcome_awarditem",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_awarditemhistory" ("award_id", "contact", "granted_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_email", "quantity") VALUES (NEW."award_id", NEW."contact", NEW."granted_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."provider_email", NEW."quantity"); RETURN NULL;',
                        hash="912339b3895c7fe7e4bfb539063b7ca786e00dba",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_883a3",
                        table="welcome_awarditem",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "welcome_awarditemhistory" ("award_id", "contact", "granted_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_email", "quantity") VALUES (NEW."award_id", NEW."contact", NEW."granted_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."provider_email", NEW."quantity"); RETURN NULL;',
                        hash="e140a8214384c2a46dbb008027596c60fc5735c6",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_3e5d3",
                        table="welcome_awarditem",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_awarditemhistory" ("award_id", "contact", "granted_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_email", "quantity") VALUES (OLD."award_id", OLD."contact", OLD."granted_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."provider_email", OLD."quantity"); RETURN NULL;',
                        hash="c14d18deea72daf2a5a7988e6a0cfa755585f996",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_167f4",
                        table="welcome_awarditem",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="AwardItemHistory",
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
                    to="welcome.awarditem",
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
            ("id", models.BigIntegerField()),
            (
                "award",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.award",
                    verbose_name="award",
                ),
            ),
            (
                "granted",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.decisionitem",
                    verbose_name="awarded item",
                ),
            ),
            ("quantity", models.PositiveSmallIntegerField(verbose_name="quantity")),
            ("contact", models.CharField(blank=True, max_length=200, verbose_name="contact")),
            (
                "provider_email",
                models.EmailField(blank=True, max_length=254, verbose_name="mail for wishes"),
            ),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="1ccf8ef461529ba2d1de96f48685b29c1eae1f94",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_260dd",
                        table="welcome_awarditemhistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Redemption",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "item",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="redemptions",
                    to="welcome.awarditem",
                    verbose_name="benefit item",
                ),
            ),
            ("quantity", models.PositiveSmallIntegerField(verbose_name="quantity")),
            ("wished_on", models.DateField(verbose_name="wished for")),
            ("words", models.TextField(blank=True, max_length=1000, verbose_name="words to it")),
            (
                "state",
                models.CharField(
                    choices=[
                        ("asked", "Asked for"),
                        ("confirmed", "Confirmed"),
                        ("refused", "Not possible"),
                        ("cancelled", "Taken back"),
                        ("used", "Used"),
                    ],
                    default="asked",
                    max_length=10,
                    verbose_name="state",
                ),
            ),
            (
                "asked_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="asked by",
                ),
            ),
            ("asked_at", models.DateTimeField(verbose_name="asked")),
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
            ("answered_at", models.DateTimeField(null=True, verbose_name="answered")),
            (
                "by_provider",
                models.BooleanField(default=False, verbose_name="answered by the provider"),
            ),
            (
                "provider_asked",
                models.PositiveSmallIntegerField(default=0, verbose_name="mails to the provider"),
            ),
            ("agreed_on", models.DateField(null=True, verbose_name="agreed for")),
            ("answer", models.TextField(blank=True, max_length=1000, verbose_name="answer")),
            ("used_on", models.DateField(null=True, verbose_name="used on")),
            (
                "used_noted_by",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="use noted by",
                ),
            ),
        ],
        options={
            "verbose_name": "wish for a benefit",
            "verbose_name_plural": "wishes for benefits",
            "ordering": ["-asked_at", "-id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("quantity__gte", 1)),
                    name="redemption_of_something",
                    violation_error_message="Ask for 1 or more.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state__in", ["confirmed", "refused", "used"]), _negated=True),
                        models.Q(
                            ("answered_at__isnull", False),
                            ("answered_by__isnull", False),
                            ("by_provider", False),
                        ),
                        models.Q(
                            ("answered_at__isnull", False),
                            ("answered_by__isnull", True),
                            ("by_provider", True),
                        ),
                        _connector="OR",
                    ),
                    name="redemption_answer_whole",
                    violation_error_message="An answer names who gave it and when.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state", "refused"), _negated=True),
                        models.Q(("answer", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="redemption_refusal_says_why",
                    violation_error_message="Say why.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("state", "used"),
                            ("used_noted_by__isnull", False),
                            ("used_on__isnull", False),
                        ),
                        models.Q(
                            models.Q(("state", "used"), _negated=True),
                            ("used_noted_by__isnull", True),
                            ("used_on__isnull", True),
                        ),
                        _connector="OR",
                    ),
                    name="redemption_use_whole",
                    violation_error_message="A use has a day and somebody who noted it.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="redemption_within_award",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="PERFORM 1 FROM welcome_awarditem WHERE id = NEW.item_id FOR NO KEY UPDATE; IF NEW.state IN ('asked', 'confirmed', 'used') AND NEW.quantity + COALESCE((\n    SELECT SUM(taken.quantity) FROM welcome_redemption AS taken\n    WHERE taken.item_id = NEW.item_id AND taken.id <> NEW.id AND taken.state IN ('asked', 'confirmed', 'used')\n), 0) > (SELECT item.quantity FROM welcome_awarditem AS item WHERE item.id = NEW.item_id) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'redemption_within_award', MESSAGE = 'redemption_within_award: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="fe3fca9b01630567ba3597e94f095d26aac738e2",
                        operation="INSERT OR UPDATE",
                        pgid="pgtrigger_redemption_within_award_f14e6",
                        table="welcome_redemption",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="redemption_while_in_use",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF (TG_OP = 'INSERT' OR OLD.state <> NEW.state AND NEW.state <> 'cancelled')\n    AND NOT EXISTS (\n        SELECT 1 FROM welcome_awarditem AS item JOIN welcome_award AS award ON award.id = item.award_id\n        WHERE item.id = NEW.item_id AND award.state = 'open'\n    ) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'redemption_while_in_use', MESSAGE = 'redemption_while_in_use: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="5cfbdd0c971bb720531d2fe7331b13aaad9c39d3",
                        operation="INSERT OR UPDATE",
                        pgid="pgtrigger_redemption_while_in_use_8a299",
                        table="welcome_redemption",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="redemption_step_allowed",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (('asked', 'cancelled'), ('asked', 'confirmed'), ('asked', 'refused'), ('confirmed', 'cancelled'), ('confirmed', 'used')) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'redemption_step_allowed', MESSAGE = 'redemption_step_allowed: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="050e578e8d2e78ac2f0c148924d70ce3b7cb7f8c",
                        operation="UPDATE",
                        pgid="pgtrigger_redemption_step_allowed_4dcc2",
                        table="welcome_redemption",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="redemption_begins_as_asked",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NEW.state <> 'asked' THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'redemption_begins_as_asked', MESSAGE = 'redemption_begins_as_asked: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="335e98819d8dc08f290739ac7965223da9ed0043",
                        operation="INSERT",
                        pgid="pgtrigger_redemption_begins_as_asked_a7968",
                        table="welcome_redemption",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="redemption_wish_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (TRUE) AND (OLD."item_id" IS DISTINCT FROM NEW."item_id" OR OLD."quantity" IS DISTINCT FROM NEW."quantity" OR OLD."wished_on" IS DISTINCT FROM NEW."wished_on" OR OLD."words" IS DISTINCT FROM NEW."words" OR OLD."asked_by_id" IS DISTINCT FROM NEW."asked_by_id" OR OLD."asked_at" IS DISTINCT FROM NEW."asked_at") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'redemption_wish_kept\', MESSAGE = \'redemption_wish_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="83657d2b8cf2b158358c541329bca960913670a1",
                        operation="UPDATE",
                        pgid="pgtrigger_redemption_wish_kept_71386",
                        table="welcome_redemption",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="redemption_answerer_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="IF (OLD.answered_at IS NOT NULL) AND (OLD.\"by_provider\" IS DISTINCT FROM NEW.\"by_provider\") THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'redemption_answerer_kept', MESSAGE = 'redemption_answerer_kept: refused by the database'; END IF; RETURN NEW;",
                        hash="a58b0e0871f8b21c31a056c86b4c90aaa367a9b9",
                        operation="UPDATE",
                        pgid="pgtrigger_redemption_answerer_kept_42004",
                        table="welcome_redemption",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="redemption_answer_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (OLD."answered_by_id" IS NOT NULL AND OLD."answered_by_id" IS DISTINCT FROM NEW."answered_by_id") OR (OLD."answered_at" IS NOT NULL AND OLD."answered_at" IS DISTINCT FROM NEW."answered_at") OR (OLD."agreed_on" IS NOT NULL AND OLD."agreed_on" IS DISTINCT FROM NEW."agreed_on") OR (OLD."used_on" IS NOT NULL AND OLD."used_on" IS DISTINCT FROM NEW."used_on") OR (OLD."used_noted_by_id" IS NOT NULL AND OLD."used_noted_by_id" IS DISTINCT FROM NEW."used_noted_by_id") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'redemption_answer_kept\', MESSAGE = \'redemption_answer_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="2b3c7a1427284e86ec553621dec09d579e14b635",
                        operation="UPDATE",
                        pgid="pgtrigger_redemption_answer_kept_8585d",
                        table="welcome_redemption",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="redemption_never_deleted",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF TRUE THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'redemption_never_deleted', MESSAGE = 'redemption_never_deleted: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="e21ea73268e10c16acab1fda79af785cfca3b37b",
                        operation="DELETE",
                        pgid="pgtrigger_redemption_never_deleted_c733e",
                        table="welcome_redemption",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_redemptionhistory" ("agreed_on", "answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "by_provider", "id", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_asked", "quantity", "state", "used_noted_by_id", "used_on", "wished_on", "words") VALUES (NEW."agreed_on", NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."asked_by_id", NEW."by_provider", NEW."id", NEW."item_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."provider_asked", NEW."quantity", NEW."state", NEW."used_noted_by_id", NEW."used_on", NEW."wished_on", NEW."words"); RETURN NULL;',
                        hash="074b5f016e3621af1c2e5804784df80f48da88b2",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_2d068",
                        table="welcome_redemption",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "welcome_redemptionhistory" ("agreed_on", "answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "by_provider", "id", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_asked", "quantity", "state", "used_noted_by_id", "used_on", "wished_on", "words") VALUES (NEW."agreed_on", NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."asked_by_id", NEW."by_provider", NEW."id", NEW."item_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."provider_asked", NEW."quantity", NEW."state", NEW."used_noted_by_id", NEW."used_on", NEW."wished_on", NEW."words"); RETURN NULL;',
                        hash="07d386f0d7c139444a84b181ab69789bcfc59477",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_4acee",
                        table="welcome_redemption",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_redemptionhistory" ("agreed_on", "answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "by_provider", "id", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_asked", "quantity", "state", "used_noted_by_id", "used_on", "wished_on", "words") VALUES (OLD."agreed_on", OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."asked_at", OLD."asked_by_id", OLD."by_provider", OLD."id", OLD."item_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."provider_asked", OLD."quantity", OLD."state", OLD."used_noted_by_id", OLD."used_on", OLD."wished_on", OLD."words"); RETURN NULL;',
                        hash="9c52153cb3ac4d4bbf86f6d37bb5f945c28b5b15",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_55743",
                        table="welcome_redemption",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="RedemptionHistory",
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
                    to="welcome.redemption",
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
            ("id", models.BigIntegerField()),
            (
                "item",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.awarditem",
                    verbose_name="benefit item",
                ),
            ),
            ("quantity", models.PositiveSmallIntegerField(verbose_name="quantity")),
            ("wished_on", models.DateField(verbose_name="wished for")),
            ("words", models.TextField(blank=True, max_length=1000, verbose_name="words to it")),
            (
                "state",
                models.CharField(
                    choices=[
                        ("asked", "Asked for"),
                        ("confirmed", "Confirmed"),
                        ("refused", "Not possible"),
                        ("cancelled", "Taken back"),
                        ("used", "Used"),
                    ],
                    default="asked",
                    max_length=10,
                    verbose_name="state",
                ),
            ),
            (
                "asked_by",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="asked by",
                ),
            ),
            ("asked_at", models.DateTimeField(verbose_name="asked")),
            (
                "answered_by",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="answered by",
                ),
            ),
            ("answered_at", models.DateTimeField(null=True, verbose_name="answered")),
            (
                "by_provider",
                models.BooleanField(default=False, verbose_name="answered by the provider"),
            ),
            (
                "provider_asked",
                models.PositiveSmallIntegerField(default=0, verbose_name="mails to the provider"),
            ),
            ("agreed_on", models.DateField(null=True, verbose_name="agreed for")),
            ("answer", models.TextField(blank=True, max_length=1000, verbose_name="answer")),
            ("used_on", models.DateField(null=True, verbose_name="used on")),
            (
                "used_noted_by",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="use noted by",
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
                        hash="ff337d670fda06c52f91e1b1cbc4445c01167e48",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_1e359",
                        table="welcome_redemptionhistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="TextBlock",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "authority",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="text_blocks",
                    to="welcome.authority",
                    verbose_name="authority",
                ),
            ),
            (
                "use",
                models.CharField(
                    choices=[
                        ("request", "Request for further information"),
                        ("reasons", "Reasons of a decision"),
                        ("conditions", "Conditions"),
                    ],
                    max_length=12,
                    verbose_name="used in",
                ),
            ),
            ("title_de", models.CharField(max_length=120, verbose_name="title in German")),
            ("title_en", models.CharField(max_length=120, verbose_name="title in English")),
            ("text_de", models.TextField(max_length=4000, verbose_name="text in German")),
            ("text_en", models.TextField(max_length=4000, verbose_name="text in English")),
            ("is_shown", models.BooleanField(default=True, verbose_name="offered")),
        ],
        options={
            "verbose_name": "text block",
            "verbose_name_plural": "text blocks",
            "ordering": ["authority", "use", "title_de", "id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("text_de", ""), _negated=True),
                        models.Q(("text_en", ""), _negated=True),
                    ),
                    name="text_block_in_both_languages",
                    violation_error_message="Write the text in German and English.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_textblockhistory" ("authority_id", "id", "is_shown", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_de", "text_en", "title_de", "title_en", "use") VALUES (NEW."authority_id", NEW."id", NEW."is_shown", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text_de", NEW."text_en", NEW."title_de", NEW."title_en", NEW."use"); RETURN NULL;',
                        hash="740db7a8d5d750ba60de9cea7930c3f41a7f9e9e",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_d8269",
                        table="welcome_textblock",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "welcome_textblockhistory" ("authority_id", "id", "is_shown", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_de", "text_en", "title_de", "title_en", "use") VALUES (NEW."authority_id", NEW."id", NEW."is_shown", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text_de", NEW."text_en", NEW."title_de", NEW."title_en", NEW."use"); RETURN NULL;',
                        hash="9f93ae926940948feb49c78ea0f75eba2c6beeb9",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_0ffa9",
                        table="welcome_textblock",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_textblockhistory" ("authority_id", "id", "is_shown", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_de", "text_en", "title_de", "title_en", "use") VALUES (OLD."authority_id", OLD."id", OLD."is_shown", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text_de", OLD."text_en", OLD."title_de", OLD."title_en", OLD."use"); RETURN NULL;',
                        hash="d4c5b038b69c0de3521256f38af232016bbbbb3d",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_fc581",
                        table="welcome_textblock",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="TextBlockHistory",
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
                    to="welcome.textblock",
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
            ("id", models.BigIntegerField()),
            (
                "authority",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.authority",
                    verbose_name="authority",
                ),
            ),
            (
                "use",
                models.CharField(
                    choices=[
                        ("request", "Request for further information"),
                        ("reasons", "Reasons of a decision"),
                        ("conditions", "Conditions"),
                    ],
                    max_length=12,
                    verbose_name="used in",
                ),
            ),
            ("title_de", models.CharField(max_length=120, verbose_name="title in German")),
            ("title_en", models.CharField(max_length=120, verbose_name="title in English")),
            ("text_de", models.TextField(max_length=4000, verbose_name="text in German")),
            ("text_en", models.TextField(max_length=4000, verbose_name="text in English")),
            ("is_shown", models.BooleanField(default=True, verbose_name="offered")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="2092383edbf1edc287b7fd2308a57316d088ffa0",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_32c53",
                        table="welcome_textblockhistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="CheckMark",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "case",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="marks",
                    to="welcome.case",
                    verbose_name="case",
                ),
            ),
            ("item", models.CharField(max_length=60, verbose_name="item")),
            (
                "state",
                models.CharField(
                    choices=[
                        ("complete", "Complete"),
                        ("missing", "Missing or unclear"),
                        ("not_needed", "Not needed here"),
                    ],
                    max_length=10,
                    verbose_name="found",
                ),
            ),
            ("note", models.TextField(blank=True, max_length=500, verbose_name="note")),
            (
                "marked_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="marked by",
                ),
            ),
            ("marked_at", models.DateTimeField(verbose_name="marked")),
        ],
        options={
            "verbose_name": "mark of the completeness check",
            "verbose_name_plural": "marks of the completeness check",
            "ordering": ["case", "id"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("case", "item"),
                    name="check_mark_once",
                    violation_error_message="This is marked already.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_checkmarkhistory" ("case_id", "id", "item", "marked_at", "marked_by_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."case_id", NEW."id", NEW."item", NEW."marked_at", NEW."marked_by_id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state"); RETURN NULL;',
                        hash="29ba1252543fa912b72be215d41486afbc37bee2",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_c1f70",
                        table="welcome_checkmark",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "welcome_checkmarkhistory" ("case_id", "id", "item", "marked_at", "marked_by_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."case_id", NEW."id", NEW."item", NEW."marked_at", NEW."marked_by_id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state"); RETURN NULL;',
                        hash="ea9d648b5d0042384738983da3a460972efc78f2",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_0341a",
                        table="welcome_checkmark",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_checkmarkhistory" ("case_id", "id", "item", "marked_at", "marked_by_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (OLD."case_id", OLD."id", OLD."item", OLD."marked_at", OLD."marked_by_id", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."state"); RETURN NULL;',
                        hash="27fb935659209fc85510f35e2e103f1f83d38235",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_2aa57",
                        table="welcome_checkmark",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="CheckMarkHistory",
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
                    to="welcome.checkmark",
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
            ("id", models.BigIntegerField()),
            (
                "case",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.case",
                    verbose_name="case",
                ),
            ),
            ("item", models.CharField(max_length=60, verbose_name="item")),
            (
                "state",
                models.CharField(
                    choices=[
                        ("complete", "Complete"),
                        ("missing", "Missing or unclear"),
                        ("not_needed", "Not needed here"),
                    ],
                    max_length=10,
                    verbose_name="found",
                ),
            ),
            ("note", models.TextField(blank=True, max_length=500, verbose_name="note")),
            (
                "marked_by",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="marked by",
                ),
            ),
            ("marked_at", models.DateTimeField(verbose_name="marked")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="359659b8798f4b27f9b5884ce4831a02f08edb40",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_e007d",
                        table="welcome_checkmarkhistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="ConflictDeclaration",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "case",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="declarations",
                    to="welcome.case",
                    verbose_name="case",
                ),
            ),
            (
                "user",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="person",
                ),
            ),
            (
                "answer",
                models.CharField(
                    choices=[
                        ("none", "No conflict of interest"),
                        ("conflict", "Conflict of interest"),
                    ],
                    max_length=10,
                    verbose_name="declaration",
                ),
            ),
            ("note", models.TextField(blank=True, max_length=1000, verbose_name="note")),
            ("at", models.DateTimeField(verbose_name="at")),
        ],
        options={
            "verbose_name": "declaration on conflicts of interest",
            "verbose_name_plural": "declarations on conflicts of interest",
            "ordering": ["case", "id"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("user", "case", "answer"),
                    name="conflict_declared_once",
                    violation_error_message="You have declared this already.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="conflict_declaration_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'conflict_declaration_kept', MESSAGE = 'conflict_declaration_kept: refused by the database';",
                        hash="9be0d0a021893727758ad2439caf21f8393624e5",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_conflict_declaration_kept_cba6b",
                        table="welcome_conflictdeclaration",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="conflict_stays",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NEW.answer = 'none' AND EXISTS (\n    SELECT 1 FROM welcome_conflictdeclaration AS earlier\n    WHERE earlier.case_id = NEW.case_id AND earlier.user_id = NEW.user_id\n        AND earlier.answer = 'conflict'\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'conflict_stays', MESSAGE = 'conflict_stays: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="9c2a1d2d326f38c87e8d2af41af39fd1be423e6d",
                        operation="INSERT",
                        pgid="pgtrigger_conflict_stays_29813",
                        table="welcome_conflictdeclaration",
                        when="BEFORE",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="CourtAction",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "decision",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="court_action",
                    to="welcome.decision",
                    verbose_name="decision",
                ),
            ),
            ("received_on", models.DateField(verbose_name="received by the court on")),
            (
                "file_number",
                models.CharField(max_length=60, verbose_name="file number of the court"),
            ),
            (
                "reinstated",
                models.BooleanField(
                    default=False, verbose_name="reinstatement granted (§ 60 VwGO)"
                ),
            ),
            ("note", models.TextField(blank=True, max_length=4000, verbose_name="note")),
            (
                "recorded_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            ("recorded_at", models.DateTimeField(verbose_name="recorded")),
            (
                "outcome",
                models.CharField(
                    blank=True,
                    choices=[
                        ("upheld", "The court upheld the decision"),
                        ("withdrawn", "The court action was withdrawn"),
                        ("annulled", "The court annulled the decision"),
                    ],
                    max_length=10,
                    verbose_name="outcome",
                ),
            ),
            ("ended_on", models.DateField(null=True, verbose_name="ended on")),
            (
                "outcome_note",
                models.TextField(blank=True, max_length=4000, verbose_name="what the court said"),
            ),
            (
                "closed_by",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            ("closed_at", models.DateTimeField(null=True, verbose_name="outcome recorded")),
        ],
        options={
            "verbose_name": "court action",
            "verbose_name_plural": "court actions",
            "ordering": ["id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("file_number", ""), _negated=True),
                    name="court_action_named",
                    violation_error_message="A court action has the file number of the court.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("closed_at__isnull", True),
                            ("closed_by__isnull", True),
                            ("ended_on__isnull", True),
                            ("outcome", ""),
                            ("outcome_note", ""),
                        ),
                        models.Q(
                            models.Q(("outcome", ""), _negated=True),
                            models.Q(("outcome_note", ""), _negated=True),
                            ("closed_at__isnull", False),
                            ("closed_by__isnull", False),
                            ("ended_on__gte", models.F("received_on")),
                        ),
                        _connector="OR",
                    ),
                    name="court_action_end_whole",
                    violation_error_message="A court action that has ended says how, when and by whose word.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="court_action_in_time",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NOT NEW.reinstated AND NEW.received_on >= COALESCE((\n    SELECT delivery.final_on FROM welcome_delivery AS delivery\n    WHERE delivery.decision_id = NEW.decision_id ORDER BY delivery.id DESC LIMIT 1\n), '-infinity'::date) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'court_action_in_time', MESSAGE = 'court_action_in_time: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="0d1c545e2f8243168f8f23e3cb99e8200c81e960",
                        operation="INSERT",
                        pgid="pgtrigger_court_action_in_time_9c88f",
                        table="welcome_courtaction",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="court_action_against_a_notice",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NOT EXISTS (\n    SELECT 1 FROM welcome_decision AS decision\n    WHERE decision.id = NEW.decision_id AND decision.released_at IS NOT NULL\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'court_action_against_a_notice', MESSAGE = 'court_action_against_a_notice: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="9ab1cb07225db32baa1a8f0b78c6f028e289e3df",
                        operation="INSERT",
                        pgid="pgtrigger_court_action_against_a_notice_8a45a",
                        table="welcome_courtaction",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="court_action_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (TRUE) AND (OLD."decision_id" IS DISTINCT FROM NEW."decision_id" OR OLD."received_on" IS DISTINCT FROM NEW."received_on" OR OLD."file_number" IS DISTINCT FROM NEW."file_number" OR OLD."reinstated" IS DISTINCT FROM NEW."reinstated" OR OLD."note" IS DISTINCT FROM NEW."note" OR OLD."recorded_by_id" IS DISTINCT FROM NEW."recorded_by_id" OR OLD."recorded_at" IS DISTINCT FROM NEW."recorded_at") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'court_action_kept\', MESSAGE = \'court_action_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="4353971db7b9368b94dfe2353c0e115e4072b0c3",
                        operation="UPDATE",
                        pgid="pgtrigger_court_action_kept_d0fdc",
                        table="welcome_courtaction",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="court_action_end_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (OLD.outcome <> \'\') AND (OLD."outcome" IS DISTINCT FROM NEW."outcome" OR OLD."ended_on" IS DISTINCT FROM NEW."ended_on" OR OLD."outcome_note" IS DISTINCT FROM NEW."outcome_note" OR OLD."closed_by_id" IS DISTINCT FROM NEW."closed_by_id" OR OLD."closed_at" IS DISTINCT FROM NEW."closed_at") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'court_action_end_kept\', MESSAGE = \'court_action_end_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="f29be49dc4a151dd0b09586375e9c7efc67efb37",
                        operation="UPDATE",
                        pgid="pgtrigger_court_action_end_kept_b5fcd",
                        table="welcome_courtaction",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="court_action_never_deleted",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF TRUE THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'court_action_never_deleted', MESSAGE = 'court_action_never_deleted: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="49b03287e5547517d3bd29347af64b84f485a5f5",
                        operation="DELETE",
                        pgid="pgtrigger_court_action_never_deleted_13a29",
                        table="welcome_courtaction",
                        when="BEFORE",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Delivery",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "decision",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="deliveries",
                    to="welcome.decision",
                ),
            ),
            (
                "way",
                models.CharField(
                    choices=[
                        ("portal", "Retrieval in the portal"),
                        ("post", "Post within Germany"),
                        ("abroad", "Post abroad"),
                    ],
                    default="portal",
                    max_length=10,
                    verbose_name="way",
                ),
            ),
            ("provided_at", models.DateTimeField(verbose_name="provided")),
            ("closes_on", models.DateField(null=True, verbose_name="last day of retrieval")),
            ("posted_on", models.DateField(null=True, verbose_name="posted on")),
            ("received_on", models.DateField(null=True, verbose_name="proven receipt on")),
            ("retrieved_at", models.DateTimeField(null=True, verbose_name="retrieved")),
            (
                "retrieved_by",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="retrieved by",
                ),
            ),
            ("notified_on", models.DateField(null=True, verbose_name="counts as notified on")),
            ("final_on", models.DateField(null=True, verbose_name="final on")),
            (
                "remedy_faulty",
                models.BooleanField(
                    default=False, verbose_name="information on remedies is faulty"
                ),
            ),
            ("waived_at", models.DateTimeField(null=True, verbose_name="remedies waived")),
            (
                "waived_by",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="waived by",
                ),
            ),
            (
                "waiver_version",
                models.CharField(blank=True, max_length=10, verbose_name="wording of the waiver"),
            ),
        ],
        options={
            "verbose_name": "delivery",
            "verbose_name_plural": "deliveries",
            "ordering": ["decision", "id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("notified_on__isnull", True),
                            ("retrieved_at__isnull", True),
                            ("retrieved_by__isnull", True),
                        ),
                        models.Q(("retrieved_at__isnull", False), ("retrieved_by__isnull", False)),
                        models.Q(("posted_on__isnull", False), ("retrieved_at__isnull", True)),
                        _connector="OR",
                    ),
                    name="delivery_retrieval_whole",
                    violation_error_message="A retrieval names who retrieved and when.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("closes_on__isnull", False),
                            ("posted_on__isnull", True),
                            ("received_on__isnull", True),
                            ("way", "portal"),
                        ),
                        models.Q(
                            ("closes_on__isnull", True),
                            ("posted_on__isnull", False),
                            ("received_on__isnull", True),
                            ("way", "post"),
                        ),
                        models.Q(
                            ("closes_on__isnull", True),
                            ("posted_on__isnull", False),
                            ("way", "abroad"),
                        ),
                        _connector="OR",
                    ),
                    name="delivery_way_whole",
                    violation_error_message="Post has a day of posting, a retrieval its last day.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("way", "abroad"), _negated=True),
                        models.Q(("notified_on__isnull", True), ("received_on__isnull", True)),
                        models.Q(
                            ("received_on__gte", models.F("posted_on")),
                            ("received_on__isnull", False),
                        ),
                        _connector="OR",
                    ),
                    name="delivery_abroad_needs_receipt",
                    violation_error_message="Post abroad counts as notified by its proven receipt alone, on the day of posting or later.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("waived_at__isnull", True),
                            ("waived_by__isnull", True),
                            ("waiver_version", ""),
                        ),
                        models.Q(
                            ("notified_on__isnull", False),
                            ("waived_at__isnull", False),
                            ("waived_by__isnull", False),
                            models.Q(("waiver_version", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="delivery_waiver_whole",
                    violation_error_message="A waiver of remedies names who declared it and its wording, and comes after the notification.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="delivery_never_deleted",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF TRUE THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'delivery_never_deleted', MESSAGE = 'delivery_never_deleted: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="9ddbc3c8808ef1e75e22ec162cbfa7a5ccafcbdc",
                        operation="DELETE",
                        pgid="pgtrigger_delivery_never_deleted_ba83b",
                        table="welcome_delivery",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delivery_way_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (TRUE) AND (OLD."decision_id" IS DISTINCT FROM NEW."decision_id" OR OLD."way" IS DISTINCT FROM NEW."way") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'delivery_way_kept\', MESSAGE = \'delivery_way_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="2fbffb66159702158fc778fa9d3f9b58f07e5aee",
                        operation="UPDATE",
                        pgid="pgtrigger_delivery_way_kept_23750",
                        table="welcome_delivery",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delivery_dates_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (OLD."provided_at" IS NOT NULL AND OLD."provided_at" IS DISTINCT FROM NEW."provided_at") OR (OLD."closes_on" IS NOT NULL AND OLD."closes_on" IS DISTINCT FROM NEW."closes_on") OR (OLD."posted_on" IS NOT NULL AND OLD."posted_on" IS DISTINCT FROM NEW."posted_on") OR (OLD."received_on" IS NOT NULL AND OLD."received_on" IS DISTINCT FROM NEW."received_on") OR (OLD."retrieved_at" IS NOT NULL AND OLD."retrieved_at" IS DISTINCT FROM NEW."retrieved_at") OR (OLD."retrieved_by_id" IS NOT NULL AND OLD."retrieved_by_id" IS DISTINCT FROM NEW."retrieved_by_id") OR (OLD."notified_on" IS NOT NULL AND OLD."notified_on" IS DISTINCT FROM NEW."notified_on") OR (OLD."waived_at" IS NOT NULL AND OLD."waived_at" IS DISTINCT FROM NEW."waived_at") OR (OLD."waived_by_id" IS NOT NULL AND OLD."waived_by_id" IS DISTINCT FROM NEW."waived_by_id") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'delivery_dates_kept\', MESSAGE = \'delivery_dates_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="1fddd2418cf54e5514956c11b0482f4a470d67a2",
                        operation="UPDATE",
                        pgid="pgtrigger_delivery_dates_kept_ccd6d",
                        table="welcome_delivery",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delivery_final_day_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF OLD.final_on IS NOT NULL AND OLD.final_on IS DISTINCT FROM NEW.final_on\n    AND NOT (OLD.waived_at IS NULL AND NEW.waived_at IS NOT NULL)\n    AND NOT (NOT OLD.remedy_faulty AND NEW.remedy_faulty) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'delivery_final_day_kept', MESSAGE = 'delivery_final_day_kept: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="d0886e4248b95954887be74164c920a872f00574",
                        operation="UPDATE",
                        pgid="pgtrigger_delivery_final_day_kept_32546",
                        table="welcome_delivery",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delivery_waived_when_notified",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NEW.waived_at IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.waived_at IS NULL) AND NOT EXISTS (SELECT 1 FROM welcome_decision AS decision\n    JOIN welcome_case AS file ON file.id = decision.case_id\n    WHERE decision.id = NEW.decision_id AND file.state = 'notified') THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'delivery_waived_when_notified', MESSAGE = 'delivery_waived_when_notified: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="1bb10f22cb8678a27831f7895e8ed0eaf4c12b43",
                        operation="INSERT OR UPDATE",
                        pgid="pgtrigger_delivery_waived_when_notified_e1e4a",
                        table="welcome_delivery",
                        when="BEFORE",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Holiday",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "day",
                models.DateField(
                    error_messages={"unique": "This day is a holiday already."},
                    unique=True,
                    verbose_name="day",
                ),
            ),
            ("title_de", models.CharField(max_length=80, verbose_name="title in German")),
            ("title_en", models.CharField(max_length=80, verbose_name="title in English")),
        ],
        options={
            "verbose_name": "public holiday",
            "verbose_name_plural": "public holidays",
            "ordering": ["day"],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_holidayhistory" ("day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title_de", "title_en") VALUES (NEW."day", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."title_de", NEW."title_en"); RETURN NULL;',
                        hash="fab98886d23242d9ea1e98a6b7ac398b83b26aba",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_09276",
                        table="welcome_holiday",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "welcome_holidayhistory" ("day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title_de", "title_en") VALUES (NEW."day", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."title_de", NEW."title_en"); RETURN NULL;',
                        hash="b6b5309ce7025790f4b98bc3059329e72052a225",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_ffd2c",
                        table="welcome_holiday",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_holidayhistory" ("day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title_de", "title_en") VALUES (OLD."day", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."title_de", OLD."title_en"); RETURN NULL;',
                        hash="efefdccec38dfceb5029d823e2aa434d5808f31c",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_12e92",
                        table="welcome_holiday",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="HolidayHistory",
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
                    to="welcome.holiday",
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
            ("id", models.BigIntegerField()),
            (
                "day",
                models.DateField(
                    error_messages={"unique": "This day is a holiday already."}, verbose_name="day"
                ),
            ),
            ("title_de", models.CharField(max_length=80, verbose_name="title in German")),
            ("title_en", models.CharField(max_length=80, verbose_name="title in English")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="f6c93af1085e380bc72344297838cb67a7d9f518",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_a633c",
                        table="welcome_holidayhistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="SavedView",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "user",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="saved_views",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="person",
                ),
            ),
            (
                "name",
                models.CharField(
                    max_length=60,
                    validators=[django.core.validators.MinLengthValidator(1)],
                    verbose_name="name",
                ),
            ),
            ("query", models.CharField(blank=True, max_length=1000, verbose_name="filters")),
        ],
        options={
            "verbose_name": "saved view",
            "verbose_name_plural": "saved views",
            "ordering": ["name", "id"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("user", "name"),
                    name="saved_view_once",
                    violation_error_message="You have a view of this name already.",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="CaseAccess",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "case",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="accesses",
                    to="welcome.case",
                    verbose_name="case",
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
            ("day", models.DateField(verbose_name="day")),
            ("part", models.PositiveSmallIntegerField(default=0)),
            ("at", models.DateTimeField(db_index=True, verbose_name="at")),
            (
                "decision",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="welcome.decision",
                ),
            ),
        ],
        options={
            "verbose_name": "look at a case",
            "verbose_name_plural": "looks at cases",
            "ordering": ["-at", "-id"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("case", "by", "day", "part", "decision"),
                    name="case_access_once",
                    nulls_distinct=False,
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="case_access_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF TG_OP = 'UPDATE' OR OLD.at > now() - interval '365 days' THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'case_access_kept', MESSAGE = 'case_access_kept: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="e6eefeda98ae6f2fd74b439a29c9af686ee0a52c",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_case_access_kept_137a8",
                        table="welcome_caseaccess",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="LandingStep",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "authority",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="landing_steps",
                    to="welcome.authority",
                    verbose_name="authority",
                ),
            ),
            ("position", models.PositiveSmallIntegerField(default=1, verbose_name="position")),
            ("title_de", models.CharField(max_length=120, verbose_name="title in German")),
            ("title_en", models.CharField(max_length=120, verbose_name="title in English")),
            (
                "help_de",
                models.CharField(blank=True, max_length=300, verbose_name="help in German"),
            ),
            (
                "help_en",
                models.CharField(blank=True, max_length=300, verbose_name="help in English"),
            ),
            (
                "is_shown",
                models.BooleanField(
                    default=True,
                    help_text="What somebody has noted stays with them.",
                    verbose_name="shown",
                ),
            ),
        ],
        options={
            "verbose_name": "landing step",
            "verbose_name_plural": "landing steps",
            "ordering": ["authority", "position", "id"],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_landingstephistory" ("authority_id", "help_de", "help_en", "id", "is_shown", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title_de", "title_en") VALUES (NEW."authority_id", NEW."help_de", NEW."help_en", NEW."id", NEW."is_shown", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."title_de", NEW."title_en"); RETURN NULL;',
                        hash="1886b85e4528c39ccdf0d86560af872ee7a2a5cd",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_ff8ab",
                        table="welcome_landingstep",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "welcome_landingstephistory" ("authority_id", "help_de", "help_en", "id", "is_shown", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title_de", "title_en") VALUES (NEW."authority_id", NEW."help_de", NEW."help_en", NEW."id", NEW."is_shown", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."title_de", NEW."title_en"); RETURN NULL;',
                        hash="6c670d355a88a527dbb640ad80d2381fb0cbdf15",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_1ec14",
                        table="welcome_landingstep",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_landingstephistory" ("authority_id", "help_de", "help_en", "id", "is_shown", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title_de", "title_en") VALUES (OLD."authority_id", OLD."help_de", OLD."help_en", OLD."id", OLD."is_shown", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."title_de", OLD."title_en"); RETURN NULL;',
                        hash="e333322522b67d4b3a9637a0b6951f90c9dbfa10",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_105dc",
                        table="welcome_landingstep",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="LandingStepHistory",
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
                    to="welcome.landingstep",
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
            ("id", models.BigIntegerField()),
            (
                "authority",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.authority",
                    verbose_name="authority",
                ),
            ),
            ("position", models.PositiveSmallIntegerField(default=1, verbose_name="position")),
            ("title_de", models.CharField(max_length=120, verbose_name="title in German")),
            ("title_en", models.CharField(max_length=120, verbose_name="title in English")),
            (
                "help_de",
                models.CharField(blank=True, max_length=300, verbose_name="help in German"),
            ),
            (
                "help_en",
                models.CharField(blank=True, max_length=300, verbose_name="help in English"),
            ),
            (
                "is_shown",
                models.BooleanField(
                    default=True,
                    help_text="What somebody has noted stays with them.",
                    verbose_name="shown",
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
                        hash="20aae0680ccc438ad8b43d2afd619da8ea5c66e9",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_35888",
                        table="welcome_landingstephistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="LandingMark",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "award",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="landing_marks",
                    to="welcome.award",
                    verbose_name="award",
                ),
            ),
            (
                "step",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="marks",
                    to="welcome.landingstep",
                    verbose_name="landing step",
                ),
            ),
            (
                "state",
                models.CharField(
                    choices=[
                        ("open", "Not begun"),
                        ("begun", "In progress"),
                        ("done", "Done"),
                        ("not_needed", "Not needed"),
                    ],
                    default="open",
                    max_length=10,
                    verbose_name="state",
                ),
            ),
            ("day", models.DateField(blank=True, null=True, verbose_name="date")),
            ("note", models.TextField(blank=True, max_length=1000, verbose_name="note")),
            (
                "changed_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="changed by",
                ),
            ),
            ("changed_at", models.DateTimeField(verbose_name="changed")),
        ],
        options={
            "verbose_name": "landing note",
            "verbose_name_plural": "landing notes",
            "ordering": ["award", "step"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("award", "step"),
                    name="landing_mark_once",
                    violation_error_message="Somebody has just noted this. Reload the page.",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Settlement",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "award",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="settlement",
                    to="welcome.award",
                    verbose_name="award",
                ),
            ),
            (
                "startup",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="settlements",
                    to="startups.startup",
                    verbose_name="start-up",
                ),
            ),
            ("settled_on", models.DateField(verbose_name="settled on")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("cin", "CIN"),
                        ("dpiit", "DPIIT"),
                        ("gstin", "GSTIN"),
                        ("hrb", "HRB"),
                        ("ust_id", "USt-IdNr."),
                        ("lei", "LEI"),
                    ],
                    max_length=10,
                    verbose_name="register",
                ),
            ),
            ("number", models.CharField(max_length=60, verbose_name="registry number")),
            (
                "noted_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="noted by",
                ),
            ),
            ("noted_at", models.DateTimeField(verbose_name="noted")),
        ],
        options={
            "verbose_name": "settlement",
            "verbose_name_plural": "settlements",
            "ordering": ["-settled_on", "id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("number", ""), _negated=True),
                    name="settlement_has_number",
                    violation_error_message="A settlement has a registry number.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_settlementhistory" ("award_id", "id", "kind", "noted_at", "noted_by_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settled_on", "startup_id") VALUES (NEW."award_id", NEW."id", NEW."kind", NEW."noted_at", NEW."noted_by_id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."settled_on", NEW."startup_id"); RETURN NULL;',
                        hash="2335f176577fe91a602b98d791801b0de69d79a5",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_195b5",
                        table="welcome_settlement",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "welcome_settlementhistory" ("award_id", "id", "kind", "noted_at", "noted_by_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settled_on", "startup_id") VALUES (NEW."award_id", NEW."id", NEW."kind", NEW."noted_at", NEW."noted_by_id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."settled_on", NEW."startup_id"); RETURN NULL;',
                        hash="8cfaed2ac7ba16903a44483b14027116e5d56da7",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_92c5b",
                        table="welcome_settlement",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_settlementhistory" ("award_id", "id", "kind", "noted_at", "noted_by_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settled_on", "startup_id") VALUES (OLD."award_id", OLD."id", OLD."kind", OLD."noted_at", OLD."noted_by_id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."settled_on", OLD."startup_id"); RETURN NULL;',
                        hash="afebc57b2809bb92e90b83f85bf29e0b260d48bf",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_d559c",
                        table="welcome_settlement",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="SettlementHistory",
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
                    to="welcome.settlement",
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
            ("id", models.BigIntegerField()),
            (
                "award",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.award",
                    verbose_name="award",
                ),
            ),
            (
                "startup",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="startups.startup",
                    verbose_name="start-up",
                ),
            ),
            ("settled_on", models.DateField(verbose_name="settled on")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("cin", "CIN"),
                        ("dpiit", "DPIIT"),
                        ("gstin", "GSTIN"),
                        ("hrb", "HRB"),
                        ("ust_id", "USt-IdNr."),
                        ("lei", "LEI"),
                    ],
                    max_length=10,
                    verbose_name="register",
                ),
            ),
            ("number", models.CharField(max_length=60, verbose_name="registry number")),
            (
                "noted_by",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="noted by",
                ),
            ),
            ("noted_at", models.DateTimeField(verbose_name="noted")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="65c934e98e73e6729db89e3f589dd21eec19c2c4",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_cac7b",
                        table="welcome_settlementhistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="CaseMail",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "case",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="mails",
                    to="welcome.case",
                    verbose_name="case",
                ),
            ),
            (
                "email",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.SET_NULL,
                    related_name="+",
                    to="post_office.email",
                    verbose_name="mail",
                ),
            ),
            ("subject", models.CharField(max_length=250, verbose_name="subject")),
            ("at", models.DateTimeField(verbose_name="queued")),
        ],
        options={
            "verbose_name": "mail about a case",
            "verbose_name_plural": "mails about cases",
            "ordering": ["case", "id"],
        },
    ),
    migrations.CreateModel(
        name="Message",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "case",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="messages",
                    to="welcome.case",
                    verbose_name="case",
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
            ("from_authority", models.BooleanField(verbose_name="from the authority")),
            ("text", models.TextField(max_length=4000, verbose_name="message")),
            ("sent_at", models.DateTimeField(verbose_name="sent")),
            (
                "done_by",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="dealt with by",
                ),
            ),
            ("done_at", models.DateTimeField(null=True, verbose_name="dealt with")),
        ],
        options={
            "verbose_name": "message",
            "verbose_name_plural": "messages",
            "ordering": ["case", "id"],
            "indexes": [
                models.Index(
                    condition=models.Q(("done_at__isnull", True), ("from_authority", False)),
                    fields=["case"],
                    name="message_waiting",
                )
            ],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("done_at__isnull", True), ("done_by__isnull", True)),
                        models.Q(("done_at__isnull", False), ("done_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="message_done_whole",
                    violation_error_message="Who has dealt with a message is named.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("text", ""), _negated=True),
                    name="message_says_something",
                    violation_error_message="Write a message.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="message_kept_as_sent",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (TRUE) AND (OLD."case_id" IS DISTINCT FROM NEW."case_id" OR OLD."by_id" IS DISTINCT FROM NEW."by_id" OR OLD."from_authority" IS DISTINCT FROM NEW."from_authority" OR OLD."text" IS DISTINCT FROM NEW."text" OR OLD."sent_at" IS DISTINCT FROM NEW."sent_at") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'message_kept_as_sent\', MESSAGE = \'message_kept_as_sent: refused by the database\'; END IF; RETURN NEW;',
                        hash="be61b9a4b746b57a316ce43a3bedf119f106f3dc",
                        operation="UPDATE",
                        pgid="pgtrigger_message_kept_as_sent_131ea",
                        table="welcome_message",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="message_done_once",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (OLD."done_by_id" IS NOT NULL AND OLD."done_by_id" IS DISTINCT FROM NEW."done_by_id") OR (OLD."done_at" IS NOT NULL AND OLD."done_at" IS DISTINCT FROM NEW."done_at") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'message_done_once\', MESSAGE = \'message_done_once: refused by the database\'; END IF; RETURN NEW;',
                        hash="75cce12a34ebdbecd1d2080277cb3aa8b19fa850",
                        operation="UPDATE",
                        pgid="pgtrigger_message_done_once_4dbdb",
                        table="welcome_message",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="message_kept_with_its_case",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NOT EXISTS (\n    SELECT 1 FROM welcome_case AS concerned\n    WHERE concerned.id = OLD.case_id AND concerned.state = 'withdrawn'\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'message_kept_with_its_case', MESSAGE = 'message_kept_with_its_case: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="fa134a4f3c3eb9dd7e42252324f2ff6a90e83955",
                        operation="DELETE",
                        pgid="pgtrigger_message_kept_with_its_case_9ecd4",
                        table="welcome_message",
                        when="BEFORE",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="MessageFile",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "message",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="files",
                    to="welcome.message",
                ),
            ),
            (
                "document",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="documents.document",
                ),
            ),
        ],
        options={
            "ordering": ["id"],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="message_file_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF TG_OP = 'UPDATE' OR NOT EXISTS (\n    SELECT 1 FROM welcome_message AS message JOIN welcome_case AS concerned ON concerned.id = message.case_id\n    WHERE message.id = OLD.message_id AND concerned.state = 'withdrawn'\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'message_file_kept', MESSAGE = 'message_file_kept: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="960b78a77ad247ba96cc04e76cc233e4892c0aad",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_message_file_kept_65a6f",
                        table="welcome_messagefile",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="ProofOfUse",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "award",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="proofs",
                    to="welcome.award",
                    verbose_name="award",
                ),
            ),
            ("text", models.TextField(max_length=10000, verbose_name="report")),
            (
                "state",
                models.CharField(
                    choices=[
                        ("submitted", "Sent"),
                        ("accepted", "Accepted"),
                        ("returned", "Returned"),
                    ],
                    default="submitted",
                    max_length=10,
                    verbose_name="state",
                ),
            ),
            (
                "submitted_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="sent by",
                ),
            ),
            ("submitted_at", models.DateTimeField(verbose_name="sent")),
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
            ("answered_at", models.DateTimeField(null=True, verbose_name="answered")),
            ("note", models.TextField(blank=True, max_length=2000, verbose_name="note")),
        ],
        options={
            "verbose_name": "proof of use",
            "verbose_name_plural": "proofs of use",
            "ordering": ["award", "id"],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("state", "returned"), _negated=True),
                    fields=("award",),
                    name="proof_one_at_a_time",
                    violation_error_message="The proof of use is sent already.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("answered_at__isnull", True),
                            ("answered_by__isnull", True),
                            ("state", "submitted"),
                        ),
                        models.Q(
                            models.Q(("state", "submitted"), _negated=True),
                            ("answered_at__isnull", False),
                            ("answered_by__isnull", False),
                        ),
                        _connector="OR",
                    ),
                    name="proof_answer_whole",
                    violation_error_message="An answer names who gave it and when.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state", "returned"), _negated=True),
                        models.Q(("note", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="proof_return_says_why",
                    violation_error_message="Say what is missing.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="proof_kept_as_sent",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (TRUE) AND (OLD."award_id" IS DISTINCT FROM NEW."award_id" OR OLD."text" IS DISTINCT FROM NEW."text" OR OLD."submitted_by_id" IS DISTINCT FROM NEW."submitted_by_id" OR OLD."submitted_at" IS DISTINCT FROM NEW."submitted_at") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'proof_kept_as_sent\', MESSAGE = \'proof_kept_as_sent: refused by the database\'; END IF; RETURN NEW;',
                        hash="8f9080d074c4bb6b0813b5bf9b85eac684f3b555",
                        operation="UPDATE",
                        pgid="pgtrigger_proof_kept_as_sent_6cac2",
                        table="welcome_proofofuse",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="proof_answer_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (OLD.state <> \'submitted\') AND (OLD."state" IS DISTINCT FROM NEW."state" OR OLD."answered_by_id" IS DISTINCT FROM NEW."answered_by_id" OR OLD."answered_at" IS DISTINCT FROM NEW."answered_at" OR OLD."note" IS DISTINCT FROM NEW."note") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'proof_answer_kept\', MESSAGE = \'proof_answer_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="db1d7c5e02ddf24ea7b6b6873d875298e4f6d3a4",
                        operation="UPDATE",
                        pgid="pgtrigger_proof_answer_kept_9651c",
                        table="welcome_proofofuse",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="proof_while_in_use",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NOT EXISTS (\n    SELECT 1 FROM welcome_award AS award WHERE award.id = NEW.award_id AND award.state = 'open'\n) OR NEW.state <> 'submitted' THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'proof_while_in_use', MESSAGE = 'proof_while_in_use: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="c5d3bb8fc8b99b06b473ffc09578ce22c712dd9c",
                        operation="INSERT",
                        pgid="pgtrigger_proof_while_in_use_60bd5",
                        table="welcome_proofofuse",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="proof_never_deleted",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF TRUE THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'proof_never_deleted', MESSAGE = 'proof_never_deleted: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="a58323f67a08729766b096209771b9f6337d1f13",
                        operation="DELETE",
                        pgid="pgtrigger_proof_never_deleted_b21fe",
                        table="welcome_proofofuse",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_proofofusehistory" ("answered_at", "answered_by_id", "award_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "submitted_at", "submitted_by_id", "text") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."award_id", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state", NEW."submitted_at", NEW."submitted_by_id", NEW."text"); RETURN NULL;',
                        hash="3e5955e0dcccfe74a6633eddd09a7bb26dad1fdd",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_65993",
                        table="welcome_proofofuse",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "welcome_proofofusehistory" ("answered_at", "answered_by_id", "award_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "submitted_at", "submitted_by_id", "text") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."award_id", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state", NEW."submitted_at", NEW."submitted_by_id", NEW."text"); RETURN NULL;',
                        hash="b0bd8aca2e4d78d2563a57944b2449ca2a4dcbbc",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_109bb",
                        table="welcome_proofofuse",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "welcome_proofofusehistory" ("answered_at", "answered_by_id", "award_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "submitted_at", "submitted_by_id", "text") VALUES (OLD."answered_at", OLD."answered_by_id", OLD."award_id", OLD."id", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."state", OLD."submitted_at", OLD."submitted_by_id", OLD."text"); RETURN NULL;',
                        hash="c3b8a94160cd3f3a391072457bfb8d38524eece7",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_e0c86",
                        table="welcome_proofofuse",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ProofOfUseHistory",
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
                    to="welcome.proofofuse",
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
            ("id", models.BigIntegerField()),
            (
                "award",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="welcome.award",
                    verbose_name="award",
                ),
            ),
            ("text", models.TextField(max_length=10000, verbose_name="report")),
            (
                "state",
                models.CharField(
                    choices=[
                        ("submitted", "Sent"),
                        ("accepted", "Accepted"),
                        ("returned", "Returned"),
                    ],
                    default="submitted",
                    max_length=10,
                    verbose_name="state",
                ),
            ),
            (
                "submitted_by",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="sent by",
                ),
            ),
            ("submitted_at", models.DateTimeField(verbose_name="sent")),
            (
                "answered_by",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="answered by",
                ),
            ),
            ("answered_at", models.DateTimeField(null=True, verbose_name="answered")),
            ("note", models.TextField(blank=True, max_length=2000, verbose_name="note")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="bf0878715ed46cdb08e4dcb199c8f18e2f990c81",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_580cd",
                        table="welcome_proofofusehistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="ProofFile",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "proof",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="files",
                    to="welcome.proofofuse",
                ),
            ),
            (
                "document",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="documents.document",
                ),
            ),
        ],
        options={
            "ordering": ["id"],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="proof_file_immutable",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'proof_file_immutable', MESSAGE = 'proof_file_immutable: refused by the database';",
                        hash="59b1d3ffc56e2646f43384a968dd3fc53a9fb800",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_proof_file_immutable_3f61c",
                        table="welcome_prooffile",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="InformationRequest",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "case",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="requests",
                    to="welcome.case",
                    verbose_name="case",
                ),
            ),
            (
                "sections",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(max_length=40), size=None, verbose_name="sections"
                ),
            ),
            ("message", models.TextField(max_length=4000, verbose_name="what is asked")),
            (
                "asked_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="asked by",
                ),
            ),
            ("asked_at", models.DateTimeField(verbose_name="asked")),
            ("due_on", models.DateField(verbose_name="answer due on")),
            (
                "resumes",
                models.CharField(
                    choices=[("checking", "Completeness check"), ("review", "Substantive review")],
                    max_length=30,
                    verbose_name="goes on with",
                ),
            ),
            (
                "end",
                models.CharField(
                    blank=True,
                    choices=[
                        ("answered", "Answered"),
                        ("expired", "Not answered in time"),
                        ("withdrawn", "Application withdrawn"),
                    ],
                    max_length=10,
                    verbose_name="end",
                ),
            ),
            ("ended_at", models.DateTimeField(null=True, verbose_name="ended")),
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
                "note",
                models.TextField(blank=True, max_length=4000, verbose_name="words to the answer"),
            ),
            (
                "revision",
                models.OneToOneField(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="request",
                    to="welcome.revision",
                    verbose_name="answer",
                ),
            ),
        ],
        options={
            "verbose_name": "request for further information",
            "verbose_name_plural": "requests for further information",
            "ordering": ["case", "id"],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("ended_at__isnull", True)),
                    fields=("case",),
                    name="request_one_open",
                    violation_error_message="The case has an open request already.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("sections__len__gt", 0)),
                    name="request_names_sections",
                    violation_error_message="Choose at least one section.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("end", ""), ("ended_at__isnull", True)),
                        models.Q(models.Q(("end", ""), _negated=True), ("ended_at__isnull", False)),
                        _connector="OR",
                    ),
                    name="request_end_whole",
                    violation_error_message="A request that has ended says how and when.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("answered_by__isnull", False), ("end", "answered")),
                        models.Q(
                            models.Q(("end", "answered"), _negated=True),
                            ("answered_by__isnull", True),
                            ("note", ""),
                            ("revision__isnull", True),
                        ),
                        _connector="OR",
                    ),
                    name="request_answer_signed",
                    violation_error_message="An answer names who gave it.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="request_question_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (TRUE) AND (OLD."case_id" IS DISTINCT FROM NEW."case_id" OR OLD."sections" IS DISTINCT FROM NEW."sections" OR OLD."message" IS DISTINCT FROM NEW."message" OR OLD."asked_by_id" IS DISTINCT FROM NEW."asked_by_id" OR OLD."asked_at" IS DISTINCT FROM NEW."asked_at" OR OLD."resumes" IS DISTINCT FROM NEW."resumes") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'request_question_kept\', MESSAGE = \'request_question_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="770aa718b3f64a38c2b94fbb685bd516bd6ced47",
                        operation="UPDATE",
                        pgid="pgtrigger_request_question_kept_efaac",
                        table="welcome_informationrequest",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="request_end_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (OLD.ended_at IS NOT NULL) AND (OLD."due_on" IS DISTINCT FROM NEW."due_on" OR OLD."end" IS DISTINCT FROM NEW."end" OR OLD."ended_at" IS DISTINCT FROM NEW."ended_at" OR OLD."answered_by_id" IS DISTINCT FROM NEW."answered_by_id" OR OLD."note" IS DISTINCT FROM NEW."note" OR OLD."revision_id" IS DISTINCT FROM NEW."revision_id") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'request_end_kept\', MESSAGE = \'request_end_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="90a1cfb144d228aab18a23de9fc7f1f5785dc9d9",
                        operation="UPDATE",
                        pgid="pgtrigger_request_end_kept_cab38",
                        table="welcome_informationrequest",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="request_never_deleted",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF TRUE THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'request_never_deleted', MESSAGE = 'request_never_deleted: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="34ae5b32cc0d6d2210e2092564e2a2bd169e1aef",
                        operation="DELETE",
                        pgid="pgtrigger_request_never_deleted_30150",
                        table="welcome_informationrequest",
                        when="BEFORE",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Extension",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "request",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="extensions",
                    to="welcome.informationrequest",
                    verbose_name="request for further information",
                ),
            ),
            ("wished_on", models.DateField(verbose_name="wished until")),
            ("reason", models.TextField(max_length=2000, verbose_name="reason")),
            (
                "asked_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="asked by",
                ),
            ),
            ("asked_at", models.DateTimeField(verbose_name="asked")),
            ("granted_on", models.DateField(null=True, verbose_name="granted until")),
            ("answer", models.TextField(blank=True, max_length=2000, verbose_name="answer")),
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
            ("answered_at", models.DateTimeField(null=True, verbose_name="answered")),
        ],
        options={
            "verbose_name": "extension",
            "verbose_name_plural": "extensions",
            "ordering": ["request", "id"],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("answered_at__isnull", True)),
                    fields=("request",),
                    name="extension_one_open",
                    violation_error_message="You have asked for more time already. Wait for the answer.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("answer", ""),
                            ("answered_at__isnull", True),
                            ("answered_by__isnull", True),
                            ("granted_on__isnull", True),
                        ),
                        models.Q(("answered_at__isnull", False), ("answered_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="extension_answer_whole",
                    violation_error_message="An answer names who gave it and when.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("answered_at__isnull", True),
                        ("granted_on__isnull", False),
                        models.Q(("answer", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="extension_refusal_says_why",
                    violation_error_message="Say why there is no more time.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="extension_question_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (TRUE) AND (OLD."request_id" IS DISTINCT FROM NEW."request_id" OR OLD."wished_on" IS DISTINCT FROM NEW."wished_on" OR OLD."reason" IS DISTINCT FROM NEW."reason" OR OLD."asked_by_id" IS DISTINCT FROM NEW."asked_by_id" OR OLD."asked_at" IS DISTINCT FROM NEW."asked_at") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'extension_question_kept\', MESSAGE = \'extension_question_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="d0f12ae45ee24c0f6c19c8c5d4b5d3ac1ecee184",
                        operation="UPDATE",
                        pgid="pgtrigger_extension_question_kept_a7ccc",
                        table="welcome_extension",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="extension_answer_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (OLD.answered_at IS NOT NULL) AND (OLD."granted_on" IS DISTINCT FROM NEW."granted_on" OR OLD."answer" IS DISTINCT FROM NEW."answer" OR OLD."answered_by_id" IS DISTINCT FROM NEW."answered_by_id" OR OLD."answered_at" IS DISTINCT FROM NEW."answered_at") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'extension_answer_kept\', MESSAGE = \'extension_answer_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="9a88619847d60e948b57169349084d28c6ad6989",
                        operation="UPDATE",
                        pgid="pgtrigger_extension_answer_kept_d57c0",
                        table="welcome_extension",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="extension_never_deleted",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF TRUE THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'extension_never_deleted', MESSAGE = 'extension_never_deleted: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="df3fbb8ceea79908b5f1554f577766effb3f1fe7",
                        operation="DELETE",
                        pgid="pgtrigger_extension_never_deleted_5a25e",
                        table="welcome_extension",
                        when="BEFORE",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Answer",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "case",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="answer",
                    to="welcome.case",
                    verbose_name="case",
                ),
            ),
            ("changes", models.JSONField(default=dict, verbose_name="changed answers by section")),
            ("saved", models.JSONField(default=dict, verbose_name="versions of the sections")),
            (
                "changed_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="changed by",
                ),
            ),
            ("changed_at", models.DateTimeField(verbose_name="changed")),
        ],
        options={
            "verbose_name": "answer in the making",
            "verbose_name_plural": "answers in the making",
        },
    ),
    migrations.CreateModel(
        name="AnswerFile",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "answer",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="files",
                    to="welcome.answer",
                ),
            ),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("pitch_deck", "Pitch deck"),
                        ("business_plan", "Business or market-entry plan"),
                        ("incorporation", "Certificate of incorporation"),
                        ("recognition", "DPIIT certificate"),
                        ("shareholders", "List of shareholders"),
                        ("accounts", "Latest annual accounts"),
                        ("signatory", "Proof of who may sign for the company"),
                        ("register", "Extract from the commercial register"),
                        ("other", "Another document"),
                        ("paper", "Application on paper"),
                    ],
                    max_length=20,
                    verbose_name="kind",
                ),
            ),
            (
                "document",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="documents.document",
                ),
            ),
            ("added", models.BooleanField(verbose_name="added")),
        ],
        options={
            "ordering": ["kind", "id"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("answer", "document"),
                    name="answer_file_once",
                    violation_error_message="This file is marked already. Reload the page.",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Review",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "case",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="reviews",
                    to="welcome.case",
                    verbose_name="case",
                ),
            ),
            (
                "reviewer",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="reviewer",
                ),
            ),
            (
                "asked_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="asked by",
                ),
            ),
            ("asked_at", models.DateTimeField(verbose_name="asked")),
            ("is_late", models.BooleanField(default=False)),
            (
                "recommendation",
                models.CharField(
                    blank=True,
                    choices=[
                        ("award", "Award"),
                        ("waiting_list", "Waiting list"),
                        ("reject", "Rejection"),
                    ],
                    max_length=12,
                    verbose_name="recommendation",
                ),
            ),
            ("note", models.TextField(blank=True, max_length=4000, verbose_name="note")),
            ("submitted_at", models.DateTimeField(null=True, verbose_name="sent")),
        ],
        options={
            "verbose_name": "review",
            "verbose_name_plural": "reviews",
            "ordering": ["case", "id"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("case", "reviewer"),
                    name="review_once",
                    violation_error_message="This colleague is asked for a review already.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("submitted_at__isnull", True),
                        models.Q(("recommendation", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="review_recommends",
                    violation_error_message="A review ends with a recommendation.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="review_kept_as_sent",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (OLD.submitted_at IS NOT NULL) AND (OLD."case_id" IS DISTINCT FROM NEW."case_id" OR OLD."reviewer_id" IS DISTINCT FROM NEW."reviewer_id" OR OLD."recommendation" IS DISTINCT FROM NEW."recommendation" OR OLD."note" IS DISTINCT FROM NEW."note" OR OLD."submitted_at" IS DISTINCT FROM NEW."submitted_at") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'review_kept_as_sent\', MESSAGE = \'review_kept_as_sent: refused by the database\'; END IF; RETURN NEW;',
                        hash="17f1cdc4115a15d912295cd427af18f8049c4a64",
                        operation="UPDATE",
                        pgid="pgtrigger_review_kept_as_sent_ca68c",
                        table="welcome_review",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="review_sent_is_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF OLD.submitted_at IS NOT NULL THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'review_sent_is_kept', MESSAGE = 'review_sent_is_kept: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="90db84ba32bab6c0ee0f67d9f1a41cc45637d769",
                        operation="DELETE",
                        pgid="pgtrigger_review_sent_is_kept_b3177",
                        table="welcome_review",
                        when="BEFORE",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Score",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "review",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="scores",
                    to="welcome.review",
                ),
            ),
            ("criterion", models.PositiveBigIntegerField(verbose_name="criterion")),
            ("points", models.PositiveSmallIntegerField(null=True, verbose_name="points")),
            ("reason", models.TextField(blank=True, max_length=2000, verbose_name="reason")),
        ],
        options={
            "verbose_name": "score",
            "verbose_name_plural": "scores",
            "ordering": ["id"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("review", "criterion"),
                    name="score_once",
                    violation_error_message="The criterion has its points already.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("points__isnull", True), ("points__lte", 5), _connector="OR"
                    ),
                    name="score_in_range",
                    violation_error_message="Points go from 0 to 5.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="scores_kept_as_sent",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="\n            IF EXISTS (SELECT 1 FROM welcome_review review WHERE review.submitted_at IS NOT NULL AND\n                review.id IN (OLD.review_id, NEW.review_id)) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'scores_kept_as_sent', MESSAGE = 'scores_kept_as_sent: refused by the database'; END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                        hash="51df291e6d82bba1a39b6ae09d652fc8b125159c",
                        operation="INSERT OR UPDATE OR DELETE",
                        pgid="pgtrigger_scores_kept_as_sent_a7e06",
                        table="welcome_score",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Hearing",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "case",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="hearings",
                    to="welcome.case",
                    verbose_name="case",
                ),
            ),
            (
                "came_from",
                models.CharField(
                    choices=[("notified", "Notified"), ("final", "Final"), ("closed", "Closed")],
                    max_length=30,
                    verbose_name="came from",
                ),
            ),
            ("reasons_de", models.TextField(max_length=20000, verbose_name="reasons in German")),
            ("reasons_en", models.TextField(max_length=20000, verbose_name="reasons in English")),
            ("due_on", models.DateField(verbose_name="statement due on")),
            (
                "opened_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            ("opened_at", models.DateTimeField(verbose_name="opened")),
            ("statement", models.TextField(blank=True, max_length=20000, verbose_name="statement")),
            (
                "stated_by",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            ("stated_at", models.DateTimeField(null=True, verbose_name="statement sent")),
            (
                "end",
                models.CharField(
                    blank=True,
                    choices=[
                        ("left", "The award stays as it is"),
                        ("decided", "The award is revoked"),
                        ("annulled", "A court annulled the revocation"),
                    ],
                    max_length=10,
                    verbose_name="end",
                ),
            ),
            ("ended_at", models.DateTimeField(null=True, verbose_name="ended")),
        ],
        options={
            "verbose_name": "hearing",
            "verbose_name_plural": "hearings",
            "ordering": ["case", "id"],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("ended_at__isnull", True)),
                    fields=("case",),
                    name="hearing_one_open",
                    violation_error_message="The start-up is heard already.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("reasons_de", ""), _negated=True),
                        models.Q(("reasons_en", ""), _negated=True),
                    ),
                    name="hearing_has_reasons",
                    violation_error_message="A hearing says in both languages why a revocation is considered.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("stated_at__isnull", True),
                            ("stated_by__isnull", True),
                            ("statement", ""),
                        ),
                        models.Q(
                            models.Q(("statement", ""), _negated=True),
                            ("stated_at__isnull", False),
                            ("stated_by__isnull", False),
                        ),
                        _connector="OR",
                    ),
                    name="hearing_statement_whole",
                    violation_error_message="A statement names who sent it and when.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("end", ""), ("ended_at__isnull", True)),
                        models.Q(models.Q(("end", ""), _negated=True), ("ended_at__isnull", False)),
                        _connector="OR",
                    ),
                    name="hearing_end_whole",
                    violation_error_message="A hearing that has ended says how and when.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="hearing_of_an_award",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NOT EXISTS (\n    SELECT 1 FROM welcome_case AS file JOIN welcome_decision AS granted ON granted.case_id = file.id\n    WHERE file.id = NEW.case_id AND file.state = NEW.came_from\n    AND granted.kind = 'grant' AND granted.released_at IS NOT NULL\n    AND NOT EXISTS (\n    SELECT 1 FROM welcome_courtaction AS action\n    WHERE action.decision_id = granted.id AND action.outcome = 'annulled'\n) AND NOT EXISTS (\n    SELECT 1 FROM welcome_revocation AS revocation\n    WHERE revocation.revoked_id = granted.id AND revocation.effective_on IS NOT NULL\n)\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'hearing_of_an_award', MESSAGE = 'hearing_of_an_award: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="ae10325f306041ca6ab7c01975229b8090fae900",
                        operation="INSERT",
                        pgid="pgtrigger_hearing_of_an_award_60b66",
                        table="welcome_hearing",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="hearing_question_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (TRUE) AND (OLD."case_id" IS DISTINCT FROM NEW."case_id" OR OLD."came_from" IS DISTINCT FROM NEW."came_from" OR OLD."reasons_de" IS DISTINCT FROM NEW."reasons_de" OR OLD."reasons_en" IS DISTINCT FROM NEW."reasons_en" OR OLD."due_on" IS DISTINCT FROM NEW."due_on" OR OLD."opened_by_id" IS DISTINCT FROM NEW."opened_by_id" OR OLD."opened_at" IS DISTINCT FROM NEW."opened_at") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'hearing_question_kept\', MESSAGE = \'hearing_question_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="79c2168dfd87a69c4be1e7b1f28183d49c57fdb1",
                        operation="UPDATE",
                        pgid="pgtrigger_hearing_question_kept_10407",
                        table="welcome_hearing",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="hearing_statement_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (OLD.stated_at IS NOT NULL OR OLD.ended_at IS NOT NULL) AND (OLD."statement" IS DISTINCT FROM NEW."statement" OR OLD."stated_by_id" IS DISTINCT FROM NEW."stated_by_id" OR OLD."stated_at" IS DISTINCT FROM NEW."stated_at") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'hearing_statement_kept\', MESSAGE = \'hearing_statement_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="16541deba73445f6b17514cf3c0d70863c799ab2",
                        operation="UPDATE",
                        pgid="pgtrigger_hearing_statement_kept_172e2",
                        table="welcome_hearing",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="hearing_end_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (OLD.ended_at IS NOT NULL) AND (OLD."end" IS DISTINCT FROM NEW."end" OR OLD."ended_at" IS DISTINCT FROM NEW."ended_at") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'hearing_end_kept\', MESSAGE = \'hearing_end_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="24b4170c1c8a0903065e895fb476bbbf45e1ca45",
                        operation="UPDATE",
                        pgid="pgtrigger_hearing_end_kept_e3349",
                        table="welcome_hearing",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="hearing_never_deleted",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF TRUE THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'hearing_never_deleted', MESSAGE = 'hearing_never_deleted: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="40b175c91c5a447e97a3d06c57139f0e0b2a6a16",
                        operation="DELETE",
                        pgid="pgtrigger_hearing_never_deleted_4502d",
                        table="welcome_hearing",
                        when="BEFORE",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Revocation",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "decision",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="revocation",
                    to="welcome.decision",
                    verbose_name="decision",
                ),
            ),
            (
                "revoked",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="revocations",
                    to="welcome.decision",
                    verbose_name="revoked award",
                ),
            ),
            (
                "effect",
                models.CharField(
                    choices=[
                        (
                            "unlawful",
                            "Withdrawn from the beginning, because it was unlawful (§ 48 VwVfG NRW)",
                        ),
                        ("past", "Revoked from the beginning (§ 49 (3) VwVfG NRW)"),
                        ("future", "Revoked for the future (§ 49 (2) VwVfG NRW)"),
                    ],
                    max_length=10,
                    verbose_name="effect",
                ),
            ),
            (
                "reclaim",
                models.DecimalField(
                    decimal_places=2,
                    default=Decimal("0"),
                    max_digits=12,
                    verbose_name="amount to be repaid",
                ),
            ),
            (
                "reclaim_reasons_de",
                models.TextField(blank=True, verbose_name="reasons for the amount in German"),
            ),
            (
                "reclaim_reasons_en",
                models.TextField(blank=True, verbose_name="reasons for the amount in English"),
            ),
            ("pay_days", models.PositiveSmallIntegerField(default=30, verbose_name="days to pay")),
            ("effective_on", models.DateField(null=True, verbose_name="effective since")),
            (
                "kept",
                models.DecimalField(
                    decimal_places=2, max_digits=12, null=True, verbose_name="what stays"
                ),
            ),
        ],
        options={
            "verbose_name": "revocation",
            "verbose_name_plural": "revocations",
            "ordering": ["id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        ("reclaim", 0),
                        models.Q(("effect__in", ["past", "unlawful"]), ("reclaim__gt", 0)),
                        _connector="OR",
                    ),
                    name="revocation_reclaims_the_past",
                    violation_error_message="Only what is taken away from the beginning can be reclaimed (§ 49a VwVfG NRW).",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("reclaim", 0),
                        models.Q(
                            models.Q(("reclaim_reasons_de", ""), _negated=True),
                            models.Q(("reclaim_reasons_en", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="revocation_reclaim_has_reasons",
                    violation_error_message="A reclaimed amount has reasons in both languages.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("effective_on__isnull", True), ("kept__isnull", True)),
                        models.Q(("effective_on__isnull", False), ("kept__gte", 0)),
                        _connector="OR",
                    ),
                    name="revocation_effect_whole",
                    violation_error_message="A revocation that is final says what stays.",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("effective_on__isnull", False)),
                    fields=("revoked",),
                    name="revocation_once",
                    violation_error_message="The award is revoked already.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("decision", models.F("revoked")), _negated=True),
                    name="revocation_of_another_decision",
                    violation_error_message="A revocation takes away the award of its own case.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="revocation_of_its_award",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NOT EXISTS (\n    SELECT 1 FROM welcome_decision AS own JOIN welcome_decision AS granted ON granted.case_id = own.case_id\n    WHERE own.id = NEW.decision_id AND own.kind = 'revoke' AND own.proposed_at IS NULL\n    AND granted.id = NEW.revoked_id AND granted.kind = 'grant'\n    AND granted.released_at IS NOT NULL\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'revocation_of_its_award', MESSAGE = 'revocation_of_its_award: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="7a128301290e4339736d4cc09e054c1a32f274ac",
                        operation="INSERT",
                        pgid="pgtrigger_revocation_of_its_award_c199f",
                        table="welcome_revocation",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="revocation_reclaims_what_was_used",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NEW.reclaim > COALESCE((\n    SELECT SUM(used.quantity * granted.unit_value) FROM welcome_redemption AS used\n    JOIN welcome_awarditem AS item ON item.id = used.item_id\n    JOIN welcome_decisionitem AS granted ON granted.id = item.granted_id\n    WHERE granted.decision_id = NEW.revoked_id AND used.state = 'used'\n), 0) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'revocation_reclaims_what_was_used', MESSAGE = 'revocation_reclaims_what_was_used: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="0034905c47012f973795ebc1e34c975e3a8e18d3",
                        operation="INSERT",
                        pgid="pgtrigger_revocation_reclaims_what_was_used_ebb77",
                        table="welcome_revocation",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="revocation_frozen",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (TRUE) AND (OLD."decision_id" IS DISTINCT FROM NEW."decision_id" OR OLD."revoked_id" IS DISTINCT FROM NEW."revoked_id" OR OLD."effect" IS DISTINCT FROM NEW."effect" OR OLD."reclaim" IS DISTINCT FROM NEW."reclaim" OR OLD."reclaim_reasons_de" IS DISTINCT FROM NEW."reclaim_reasons_de" OR OLD."reclaim_reasons_en" IS DISTINCT FROM NEW."reclaim_reasons_en" OR OLD."pay_days" IS DISTINCT FROM NEW."pay_days") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'revocation_frozen\', MESSAGE = \'revocation_frozen: refused by the database\'; END IF; RETURN NEW;',
                        hash="5662b8e503c5d34e25df178a576abfbebd715661",
                        operation="UPDATE",
                        pgid="pgtrigger_revocation_frozen_bd7de",
                        table="welcome_revocation",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="revocation_effective_when_notified",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF OLD.effective_on IS NULL AND NEW.effective_on IS NOT NULL AND NOT EXISTS (\n    SELECT 1 FROM welcome_decision AS decision JOIN welcome_delivery AS delivery ON delivery.decision_id = decision.id\n    WHERE decision.id = NEW.decision_id AND delivery.final_on IS NOT NULL\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'revocation_effective_when_notified', MESSAGE = 'revocation_effective_when_notified: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="53e6385525a5a12d15257d150bcd3bfdda5e9d88",
                        operation="UPDATE",
                        pgid="pgtrigger_revocation_effective_when_notified_fac83",
                        table="welcome_revocation",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="revocation_never_deleted",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF TRUE THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'revocation_never_deleted', MESSAGE = 'revocation_never_deleted: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="31c97cb55db8975124d1ef42e1c08a9667de842b",
                        operation="DELETE",
                        pgid="pgtrigger_revocation_never_deleted_222ae",
                        table="welcome_revocation",
                        when="BEFORE",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="SanctionsCheck",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "case",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="sanctions_checks",
                    to="welcome.case",
                    verbose_name="case",
                ),
            ),
            ("checked_on", models.DateField(verbose_name="checked on")),
            ("list_name", models.CharField(max_length=200, verbose_name="list")),
            (
                "result",
                models.CharField(
                    choices=[("clear", "No entry found"), ("hit", "An entry was found")],
                    max_length=10,
                    verbose_name="result",
                ),
            ),
            ("note", models.TextField(blank=True, max_length=4000, verbose_name="note")),
            (
                "by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="checked by",
                ),
            ),
            ("at", models.DateTimeField(verbose_name="recorded")),
        ],
        options={
            "verbose_name": "sanctions-list check",
            "verbose_name_plural": "sanctions-list checks",
            "ordering": ["case", "checked_on", "id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("list_name", ""), _negated=True),
                    name="sanctions_check_named",
                    violation_error_message="A look-up names its list.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("result", "hit"), _negated=True),
                        models.Q(("note", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="sanctions_hit_explained",
                    violation_error_message="A hit says what was found.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="sanctions_check_append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'sanctions_check_append_only', MESSAGE = 'sanctions_check_append_only: refused by the database';",
                        hash="a5260c83880d1fa3ccf9f5898572b563c171bd2a",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_sanctions_check_append_only_b3053",
                        table="welcome_sanctionscheck",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Certificate",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "decision",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="certificate",
                    to="welcome.decision",
                    verbose_name="award",
                ),
            ),
            (
                "document",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="documents.document",
                    verbose_name="certificate",
                ),
            ),
            ("made_at", models.DateTimeField(verbose_name="made")),
        ],
        options={
            "verbose_name": "de-minimis certificate",
            "verbose_name_plural": "de-minimis certificates",
            "ordering": ["id"],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="certificate_append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_append_only', MESSAGE = 'certificate_append_only: refused by the database';",
                        hash="6005d860dd2f1748e9a09e4840d1e0cbe1d15dcb",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_certificate_append_only_b26db",
                        table="welcome_certificate",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="certificate_of_aid",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NOT EXISTS (\n    SELECT 1 FROM welcome_decision AS decision\n    JOIN welcome_case AS file ON file.id = decision.case_id\n    JOIN welcome_package AS package ON package.id = file.package_id\n    JOIN welcome_authority AS authority ON authority.id = package.authority_id\n    WHERE decision.id = NEW.decision_id AND decision.kind = 'grant'\n    AND decision.released_at IS NOT NULL AND authority.law = 'nrw'\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_of_aid', MESSAGE = 'certificate_of_aid: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="804504632754a9cdbb00c0051a6e5c0905eb0e8d",
                        operation="INSERT",
                        pgid="pgtrigger_certificate_of_aid_8879c",
                        table="welcome_certificate",
                        when="BEFORE",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="RegisterEntry",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "decision",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="register_entry",
                    to="welcome.decision",
                    verbose_name="award",
                ),
            ),
            ("registered_on", models.DateField(verbose_name="entered in the register on")),
            ("nace", models.CharField(max_length=7, verbose_name="economic activity (NACE)")),
            (
                "by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="entered by",
                ),
            ),
            ("at", models.DateTimeField(verbose_name="recorded")),
        ],
        options={
            "verbose_name": "entry in the de-minimis register",
            "verbose_name_plural": "entries in the de-minimis register",
            "ordering": ["id"],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="register_entry_append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'register_entry_append_only', MESSAGE = 'register_entry_append_only: refused by the database';",
                        hash="14100bb6597160fece5aad5f6100da8b2decc041",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_register_entry_append_only_19ed4",
                        table="welcome_registerentry",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="register_entry_of_aid",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NOT EXISTS (\n    SELECT 1 FROM welcome_decision AS decision\n    JOIN welcome_case AS file ON file.id = decision.case_id\n    JOIN welcome_package AS package ON package.id = file.package_id\n    JOIN welcome_authority AS authority ON authority.id = package.authority_id\n    WHERE decision.id = NEW.decision_id AND decision.kind = 'grant'\n    AND decision.released_at IS NOT NULL AND authority.law = 'nrw'\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'register_entry_of_aid', MESSAGE = 'register_entry_of_aid: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="d41cfca803c45233f0fb68a8ae9c3141b3720e93",
                        operation="INSERT",
                        pgid="pgtrigger_register_entry_of_aid_cf8b2",
                        table="welcome_registerentry",
                        when="BEFORE",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="StatusQuestion",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("reference", models.CharField(max_length=20, verbose_name="reference number")),
            ("email", models.EmailField(max_length=254, verbose_name="email address")),
            ("language", models.CharField(max_length=2, verbose_name="language")),
            ("asked_at", models.DateTimeField(verbose_name="asked")),
        ],
        options={
            "verbose_name": "question about a case",
            "verbose_name_plural": "questions about cases",
            "ordering": ["id"],
        },
    ),
]


class Migration(migrations.Migration):
    replaces = [
        ("welcome", "0002_terms"),
        ("welcome", "0003_released_with_its_decision"),
        ("welcome", "0004_kept_rows"),
        ("welcome", "0005_requests"),
        ("welcome", "0006_questions"),
        ("welcome", "0007_awards"),
        ("welcome", "0008_aid_of_linked_companies"),
        ("welcome", "0009_document_kinds"),
        ("welcome", "0010_providers"),
        ("welcome", "0011_contacts"),
        ("welcome", "0012_inbox"),
        ("welcome", "0013_court_and_revocation"),
        ("welcome", "0014_checklist"),
        ("welcome", "0015_reviews"),
        ("welcome", "0016_mails"),
        ("welcome", "0017_conflicts"),
        ("welcome", "0018_paper_and_holidays"),
        ("welcome", "0019_looks"),
        ("welcome", "0020_other_documents_and_returns"),
    ]

    initial = True

    dependencies = [
        ("documents", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("post_office", "0014_alter_email_recipient_delivery_status_and_more"),
        ("startups", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables(MODELS),
    ]
