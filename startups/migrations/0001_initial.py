import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import BtreeGinExtension, TrigramExtension
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import migrations, models
from django.db.models import Case, TextField, Value, When
from django.db.models.functions import Concat

from corridor.folding import Fold
from corridor.tables import CreateTables

# Everything in it is immutable and part of PostgreSQL: no extension, no dictionary, no collation of ICU. Accents
# come off by decomposing; what does not decompose is named. The long vowels lose their e last, however they were
# written, so that what somebody without umlauts on the keyboard types is found in all three spellings.
FOLD = r"""
CREATE FUNCTION corridor_fold(written text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN
    replace(replace(replace(replace(replace(replace(
        translate(
            regexp_replace(lower(normalize(written, NFKD)), '[\u0300-\u036f]', '', 'g'),
            'øØđĐłŁıẞÆŒ', 'ooddllißæœ'
        ),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u')
"""

# Both fold first, like the column, and stem then. Nothing that a person types is an operator: the word is quoted.
#
# Every word that begins with a stem begins with what the stem begins with: the longer one asks for nothing more, and
# to gather the beginnings of a word that everybody writes is the dearest part of a search.
QUERY = r"""
CREATE FUNCTION corridor_query(word text) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
    WITH stems AS (
        SELECT DISTINCT unnest(ARRAY[
            to_tsquery('simple', quoted), to_tsquery('german', quoted), to_tsquery('english', quoted)
        ])::text AS stem
        FROM (
            -- A word of accents alone folds to nothing, and asks for nothing.
            SELECT CASE WHEN folded = '' THEN '' ELSE
                '''' || replace(replace(folded, '\', '\\'), '''', '''''') || ''''
                || CASE WHEN length(folded) < 3 THEN '' ELSE ':*' END
            END AS quoted
            FROM (SELECT corridor_fold(word) AS folded) AS once
        ) AS written
    )
    SELECT coalesce(string_agg(stem, ' | ' ORDER BY stem), '')::tsquery
    FROM stems
    WHERE stem <> '' AND NOT EXISTS (
        SELECT FROM stems AS shorter
        WHERE shorter.stem NOT IN ('', stems.stem)
            AND starts_with(stems.stem, regexp_replace(shorter.stem, ''':\*$', ''))
    )
)
"""
FILLER = """
CREATE FUNCTION corridor_filler(word text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN
    to_tsvector('simple', lower(word)) <> ''
    AND (to_tsvector('german', lower(word)) = '' OR to_tsvector('english', lower(word)) = '')
"""
TOPICS = [
    (
        [
            "5G-Industrie",
            "MedTech Medizintechnik",
            "Life Sciences, Lebenswissenschaften",
            "Green Tech, grüne Technik, Umwelttechnik",
        ],
        ["Industrie 4.0", "Digitale Gesundheit", "Nachhaltigkeit"],
    ),
    (
        ["5G industry", "MedTech, medical technology", "Life Sciences", "Green Tech"],
        ["Industry 4.0", "Digital health", "Sustainability"],
    ),
]
SECTORS = ["5g_industry", "medtech", "life_sciences", "green_tech"]
THEMES = ["industry_4_0", "digital_health", "sustainability"]


def topics(language):
    sectors, themes = (
        zip(keys, said, strict=True)
        for keys, said in zip([SECTORS, THEMES], TOPICS[language], strict=True)
    )
    parts = [Case(*[When(sector=key, then=Value(said)) for key, said in sectors])]
    for key, said in themes:
        parts.append(Case(When(themes__contains=[key], then=Value(f" {said}")), default=Value("")))
    return Fold(Concat(*parts, output_field=TextField()))


LEXEMES = (
    SearchVector(Fold("name"), weight="A", config="simple")
    + SearchVector(Fold("legal_name"), Fold("city"), weight="B", config="simple")
    + SearchVector(Fold("one_liner_de"), weight="C", config="german")
    + SearchVector(Fold("one_liner_en"), weight="C", config="english")
    + SearchVector(Fold("description_de"), weight="D", config="german")
    + SearchVector(Fold("description_en"), weight="D", config="english")
    + SearchVector(topics(0), weight="D", config="german")
    + SearchVector(topics(1), weight="D", config="english")
)


MODELS = [
    migrations.CreateModel(
        name="Startup",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            (
                "slug",
                models.SlugField(
                    editable=False, max_length=80, unique=True, verbose_name="address"
                ),
            ),
            ("name", models.CharField(max_length=120, verbose_name="name")),
            ("legal_name", models.CharField(max_length=200, verbose_name="legal name")),
            (
                "sector",
                models.CharField(
                    choices=[
                        ("5g_industry", "5G industry"),
                        ("medtech", "MedTech"),
                        ("life_sciences", "Life Sciences"),
                        ("green_tech", "Green Tech"),
                    ],
                    max_length=20,
                    verbose_name="sector",
                ),
            ),
            (
                "themes",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
                        choices=[
                            ("industry_4_0", "Industry 4.0"),
                            ("digital_health", "Digital health"),
                            ("sustainability", "Sustainability"),
                        ],
                        max_length=20,
                    ),
                    blank=True,
                    default=list,
                    size=None,
                    verbose_name="themes",
                ),
            ),
            (
                "origin",
                models.CharField(
                    choices=[("karnataka", "Karnataka"), ("duesseldorf", "Düsseldorf")],
                    max_length=20,
                    verbose_name="origin",
                ),
            ),
            ("city", models.CharField(max_length=80, verbose_name="city")),
            ("website", models.URLField(blank=True, verbose_name="website")),
            ("founded_on", models.DateField(verbose_name="founded on")),
            (
                "stage",
                models.CharField(
                    blank=True,
                    choices=[
                        ("idea", "Idea"),
                        ("prototype", "Prototype"),
                        ("first_customers", "First customers"),
                        ("growth", "Growth"),
                    ],
                    max_length=20,
                    verbose_name="stage",
                ),
            ),
            (
                "team_size",
                models.CharField(
                    blank=True,
                    choices=[
                        ("1-5", "1 to 5 people"),
                        ("6-10", "6 to 10 people"),
                        ("11-50", "11 to 50 people"),
                        ("51-250", "51 to 250 people"),
                        ("251+", "more than 250 people"),
                    ],
                    max_length=10,
                    verbose_name="team size",
                ),
            ),
            (
                "one_liner_de",
                models.CharField(
                    blank=True, max_length=160, verbose_name="in one sentence, in German"
                ),
            ),
            (
                "one_liner_en",
                models.CharField(
                    blank=True, max_length=160, verbose_name="in one sentence, in English"
                ),
            ),
            (
                "description_de",
                models.TextField(blank=True, max_length=4000, verbose_name="description in German"),
            ),
            (
                "description_en",
                models.TextField(
                    blank=True, max_length=4000, verbose_name="description in English"
                ),
            ),
            (
                "seeking",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
                        choices=[
                            ("customers", "Customers"),
                            ("pilot_site", "A pilot site"),
                            ("research_partner", "A research partner"),
                            ("investment", "Investment"),
                            ("distribution", "Distribution"),
                            ("talent", "Talent"),
                        ],
                        max_length=20,
                    ),
                    blank=True,
                    default=list,
                    size=None,
                    verbose_name="seeking",
                ),
            ),
            (
                "offering",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
                        choices=[
                            ("technology", "Technology"),
                            ("pilot_site", "A pilot site"),
                            ("research", "Research"),
                            ("market_access", "Market access"),
                            ("manufacturing", "Manufacturing"),
                            ("mentoring", "Mentoring"),
                        ],
                        max_length=20,
                    ),
                    blank=True,
                    default=list,
                    size=None,
                    verbose_name="offering",
                ),
            ),
            ("logo", models.ImageField(blank=True, upload_to="logos", verbose_name="logo")),
            (
                "state",
                models.CharField(
                    choices=[
                        ("draft", "Draft"),
                        ("in_review", "In review"),
                        ("published", "Published"),
                        ("returned", "Returned"),
                        ("hidden", "Hidden"),
                    ],
                    default="draft",
                    editable=False,
                    max_length=20,
                    verbose_name="state",
                ),
            ),
            (
                "return_note",
                models.TextField(blank=True, editable=False, verbose_name="reason for returning"),
            ),
            (
                "published_on",
                models.DateField(editable=False, null=True, verbose_name="published on"),
            ),
            (
                "confirmed_on",
                models.DateField(editable=False, null=True, verbose_name="confirmed on"),
            ),
            (
                "asked_times",
                models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="asked"),
            ),
            ("asked_on", models.DateField(editable=False, null=True, verbose_name="last asked on")),
            (
                "lapsed",
                models.BooleanField(
                    default=False, editable=False, verbose_name="hidden unconfirmed"
                ),
            ),
            ("created_at", models.DateTimeField(editable=False, verbose_name="created")),
            (
                "folded_name",
                models.GeneratedField(
                    db_persist=True, expression=Fold("name"), output_field=models.TextField()
                ),
            ),
            (
                "searched",
                models.GeneratedField(
                    db_persist=True,
                    expression=Fold(
                        Concat(
                            "name",
                            models.Value(" "),
                            "legal_name",
                            models.Value(" "),
                            "city",
                            models.Value(" "),
                            "one_liner_de",
                            models.Value(" "),
                            "one_liner_en",
                        )
                    ),
                    output_field=models.TextField(),
                ),
            ),
            (
                "lexemes",
                models.GeneratedField(
                    db_persist=True, expression=LEXEMES, output_field=SearchVectorField()
                ),
            ),
        ],
        options={
            "verbose_name": "start-up",
            "verbose_name_plural": "start-ups",
            "ordering": ["name", "id"],
            "indexes": [
                models.Index(fields=["state", "folded_name", "id"], name="startup_directory"),
                models.Index(
                    fields=["state", "sector", "origin", "folded_name", "id"],
                    name="startup_filtered",
                ),
                django.contrib.postgres.indexes.GinIndex(
                    fields=["searched"], name="startup_searched", opclasses=["gin_trgm_ops"]
                ),
                django.contrib.postgres.indexes.GinIndex(
                    fields=["folded_name"], name="startup_named", opclasses=["gin_trgm_ops"]
                ),
                django.contrib.postgres.indexes.GinIndex(
                    django.contrib.postgres.indexes.OpClass(Fold("legal_name"), "gin_trgm_ops"),
                    name="startup_legally_named",
                ),
                django.contrib.postgres.indexes.GinIndex(
                    fields=["lexemes"], name="startup_lexemes"
                ),
                models.Index(
                    models.F("state"),
                    models.OrderBy(models.F("published_on"), descending=True),
                    models.F("id"),
                    name="startup_newest",
                ),
                models.Index(
                    condition=models.Q(("state", "published")),
                    fields=["confirmed_on"],
                    name="startup_to_confirm",
                ),
                django.contrib.postgres.indexes.GinIndex(
                    fields=["sector", "origin", "stage", "themes", "seeking", "offering"],
                    name="startup_chosen",
                ),
            ],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state__in", ["in_review", "published"]), _negated=True),
                        models.Q(("one_liner_de", ""), ("one_liner_en", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="startup_published_needs_words",
                    violation_error_message="Say in one sentence, in German or English, what the start-up does.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state__in", ["in_review", "published"]), _negated=True),
                        models.Q(("stage", ""), ("team_size", ""), _connector="OR", _negated=True),
                        _connector="OR",
                    ),
                    name="startup_published_needs_stage",
                    violation_error_message="Say how far you are and how large your team is.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state", "published"), _negated=True),
                        ("published_on__isnull", False),
                        _connector="OR",
                    ),
                    name="startup_published_has_a_day",
                    violation_error_message="A published profile has a day of publication.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state__in", ["returned", "hidden"]), _negated=True),
                        models.Q(("return_note", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="startup_says_why_not_public",
                    violation_error_message="Give the reason: the start-up reads it.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("lapsed", False), ("state", "hidden"), _connector="OR"),
                    name="startup_lapsed_is_hidden",
                    violation_error_message="Only a hidden profile is out of date.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="startup_step_allowed",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (('draft', 'in_review'), ('hidden', 'published'), ('in_review', 'published'), ('in_review', 'returned'), ('published', 'hidden'), ('returned', 'in_review')) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'startup_step_allowed', MESSAGE = 'startup_step_allowed: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="6559aef3337faf658aec47baa84551b4e10e1774",
                        operation="UPDATE",
                        pgid="pgtrigger_startup_step_allowed_365c0",
                        table="startups_startup",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="startup_begins_as_draft",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NEW.state <> 'draft' THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'startup_begins_as_draft', MESSAGE = 'startup_begins_as_draft: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="79295154aedc7404d68497bd029bd85619b019a6",
                        operation="INSERT",
                        pgid="pgtrigger_startup_begins_as_draft_b7c50",
                        table="startups_startup",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "startups_startuphistory" ("asked_on", "asked_times", "city", "confirmed_on", "created_at", "description_de", "description_en", "founded_on", "id", "lapsed", "legal_name", "logo", "name", "offering", "one_liner_de", "one_liner_en", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "return_note", "sector", "seeking", "slug", "stage", "state", "team_size", "themes", "website") VALUES (NEW."asked_on", NEW."asked_times", NEW."city", NEW."confirmed_on", NEW."created_at", NEW."description_de", NEW."description_en", NEW."founded_on", NEW."id", NEW."lapsed", NEW."legal_name", NEW."logo", NEW."name", NEW."offering", NEW."one_liner_de", NEW."one_liner_en", NEW."origin", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_on", NEW."return_note", NEW."sector", NEW."seeking", NEW."slug", NEW."stage", NEW."state", NEW."team_size", NEW."themes", NEW."website"); RETURN NULL;',
                        hash="26b639bccdb1b27ca9cc270e5e4672044460bb97",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_3aa15",
                        table="startups_startup",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition='WHEN (OLD."asked_on" IS DISTINCT FROM (NEW."asked_on") OR OLD."asked_times" IS DISTINCT FROM (NEW."asked_times") OR OLD."city" IS DISTINCT FROM (NEW."city") OR OLD."confirmed_on" IS DISTINCT FROM (NEW."confirmed_on") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."description_de" IS DISTINCT FROM (NEW."description_de") OR OLD."description_en" IS DISTINCT FROM (NEW."description_en") OR OLD."founded_on" IS DISTINCT FROM (NEW."founded_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."lapsed" IS DISTINCT FROM (NEW."lapsed") OR OLD."legal_name" IS DISTINCT FROM (NEW."legal_name") OR OLD."logo" IS DISTINCT FROM (NEW."logo") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."offering" IS DISTINCT FROM (NEW."offering") OR OLD."one_liner_de" IS DISTINCT FROM (NEW."one_liner_de") OR OLD."one_liner_en" IS DISTINCT FROM (NEW."one_liner_en") OR OLD."origin" IS DISTINCT FROM (NEW."origin") OR OLD."published_on" IS DISTINCT FROM (NEW."published_on") OR OLD."return_note" IS DISTINCT FROM (NEW."return_note") OR OLD."sector" IS DISTINCT FROM (NEW."sector") OR OLD."seeking" IS DISTINCT FROM (NEW."seeking") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."stage" IS DISTINCT FROM (NEW."stage") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."team_size" IS DISTINCT FROM (NEW."team_size") OR OLD."themes" IS DISTINCT FROM (NEW."themes") OR OLD."website" IS DISTINCT FROM (NEW."website"))',
                        func='INSERT INTO "startups_startuphistory" ("asked_on", "asked_times", "city", "confirmed_on", "created_at", "description_de", "description_en", "founded_on", "id", "lapsed", "legal_name", "logo", "name", "offering", "one_liner_de", "one_liner_en", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "return_note", "sector", "seeking", "slug", "stage", "state", "team_size", "themes", "website") VALUES (NEW."asked_on", NEW."asked_times", NEW."city", NEW."confirmed_on", NEW."created_at", NEW."description_de", NEW."description_en", NEW."founded_on", NEW."id", NEW."lapsed", NEW."legal_name", NEW."logo", NEW."name", NEW."offering", NEW."one_liner_de", NEW."one_liner_en", NEW."origin", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_on", NEW."return_note", NEW."sector", NEW."seeking", NEW."slug", NEW."stage", NEW."state", NEW."team_size", NEW."themes", NEW."website"); RETURN NULL;',
                        hash="6c34b5551907389f85d1241d2bcc3b7830061db3",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_77b1d",
                        table="startups_startup",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "startups_startuphistory" ("asked_on", "asked_times", "city", "confirmed_on", "created_at", "description_de", "description_en", "founded_on", "id", "lapsed", "legal_name", "logo", "name", "offering", "one_liner_de", "one_liner_en", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "return_note", "sector", "seeking", "slug", "stage", "state", "team_size", "themes", "website") VALUES (OLD."asked_on", OLD."asked_times", OLD."city", OLD."confirmed_on", OLD."created_at", OLD."description_de", OLD."description_en", OLD."founded_on", OLD."id", OLD."lapsed", OLD."legal_name", OLD."logo", OLD."name", OLD."offering", OLD."one_liner_de", OLD."one_liner_en", OLD."origin", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_on", OLD."return_note", OLD."sector", OLD."seeking", OLD."slug", OLD."stage", OLD."state", OLD."team_size", OLD."themes", OLD."website"); RETURN NULL;',
                        hash="1c7493ea930b5371d6b1dbb4cd143654c9a8ae85",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_eaffa",
                        table="startups_startup",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="StartupHistory",
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
                    to="startups.startup",
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
                "slug",
                models.SlugField(
                    db_index=False, editable=False, max_length=80, verbose_name="address"
                ),
            ),
            ("name", models.CharField(max_length=120, verbose_name="name")),
            ("legal_name", models.CharField(max_length=200, verbose_name="legal name")),
            (
                "sector",
                models.CharField(
                    choices=[
                        ("5g_industry", "5G industry"),
                        ("medtech", "MedTech"),
                        ("life_sciences", "Life Sciences"),
                        ("green_tech", "Green Tech"),
                    ],
                    max_length=20,
                    verbose_name="sector",
                ),
            ),
            (
                "themes",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
                        choices=[
                            ("industry_4_0", "Industry 4.0"),
                            ("digital_health", "Digital health"),
                            ("sustainability", "Sustainability"),
                        ],
                        max_length=20,
                    ),
                    blank=True,
                    default=list,
                    size=None,
                    verbose_name="themes",
                ),
            ),
            (
                "origin",
                models.CharField(
                    choices=[("karnataka", "Karnataka"), ("duesseldorf", "Düsseldorf")],
                    max_length=20,
                    verbose_name="origin",
                ),
            ),
            ("city", models.CharField(max_length=80, verbose_name="city")),
            ("website", models.URLField(blank=True, verbose_name="website")),
            ("founded_on", models.DateField(verbose_name="founded on")),
            (
                "stage",
                models.CharField(
                    blank=True,
                    choices=[
                        ("idea", "Idea"),
                        ("prototype", "Prototype"),
                        ("first_customers", "First customers"),
                        ("growth", "Growth"),
                    ],
                    max_length=20,
                    verbose_name="stage",
                ),
            ),
            (
                "team_size",
                models.CharField(
                    blank=True,
                    choices=[
                        ("1-5", "1 to 5 people"),
                        ("6-10", "6 to 10 people"),
                        ("11-50", "11 to 50 people"),
                        ("51-250", "51 to 250 people"),
                        ("251+", "more than 250 people"),
                    ],
                    max_length=10,
                    verbose_name="team size",
                ),
            ),
            (
                "one_liner_de",
                models.CharField(
                    blank=True, max_length=160, verbose_name="in one sentence, in German"
                ),
            ),
            (
                "one_liner_en",
                models.CharField(
                    blank=True, max_length=160, verbose_name="in one sentence, in English"
                ),
            ),
            (
                "description_de",
                models.TextField(blank=True, max_length=4000, verbose_name="description in German"),
            ),
            (
                "description_en",
                models.TextField(
                    blank=True, max_length=4000, verbose_name="description in English"
                ),
            ),
            (
                "seeking",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
                        choices=[
                            ("customers", "Customers"),
                            ("pilot_site", "A pilot site"),
                            ("research_partner", "A research partner"),
                            ("investment", "Investment"),
                            ("distribution", "Distribution"),
                            ("talent", "Talent"),
                        ],
                        max_length=20,
                    ),
                    blank=True,
                    default=list,
                    size=None,
                    verbose_name="seeking",
                ),
            ),
            (
                "offering",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
                        choices=[
                            ("technology", "Technology"),
                            ("pilot_site", "A pilot site"),
                            ("research", "Research"),
                            ("market_access", "Market access"),
                            ("manufacturing", "Manufacturing"),
                            ("mentoring", "Mentoring"),
                        ],
                        max_length=20,
                    ),
                    blank=True,
                    default=list,
                    size=None,
                    verbose_name="offering",
                ),
            ),
            ("logo", models.ImageField(blank=True, upload_to="logos", verbose_name="logo")),
            (
                "state",
                models.CharField(
                    choices=[
                        ("draft", "Draft"),
                        ("in_review", "In review"),
                        ("published", "Published"),
                        ("returned", "Returned"),
                        ("hidden", "Hidden"),
                    ],
                    default="draft",
                    editable=False,
                    max_length=20,
                    verbose_name="state",
                ),
            ),
            (
                "return_note",
                models.TextField(blank=True, editable=False, verbose_name="reason for returning"),
            ),
            (
                "published_on",
                models.DateField(editable=False, null=True, verbose_name="published on"),
            ),
            (
                "confirmed_on",
                models.DateField(editable=False, null=True, verbose_name="confirmed on"),
            ),
            (
                "asked_times",
                models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="asked"),
            ),
            ("asked_on", models.DateField(editable=False, null=True, verbose_name="last asked on")),
            (
                "lapsed",
                models.BooleanField(
                    default=False, editable=False, verbose_name="hidden unconfirmed"
                ),
            ),
            ("created_at", models.DateTimeField(editable=False, verbose_name="created")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="a2cf8343d8e93a9b45fe2ef9889b29a8e56d15e6",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_d9a90",
                        table="startups_startuphistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Registration",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "startup",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="registrations",
                    to="startups.startup",
                    verbose_name="start-up",
                ),
            ),
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
                    verbose_name="kind",
                ),
            ),
            (
                "value",
                models.CharField(
                    max_length=60,
                    validators=[django.core.validators.MinLengthValidator(3)],
                    verbose_name="number",
                ),
            ),
            ("checked_on", models.DateField(editable=False, null=True, verbose_name="checked on")),
            (
                "checked_by",
                models.ForeignKey(
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="checked by",
                ),
            ),
        ],
        options={
            "verbose_name": "registry number",
            "verbose_name_plural": "registry numbers",
            "ordering": ["kind", "id"],
            "indexes": [
                django.contrib.postgres.indexes.GinIndex(
                    django.contrib.postgres.indexes.OpClass(Fold("value"), "gin_trgm_ops"),
                    name="registration_value",
                )
            ],
            "constraints": [
                models.UniqueConstraint(
                    fields=("startup", "kind"),
                    name="registration_kind_once",
                    violation_error_message="There is a number of this kind already.",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("checked_on__isnull", False)),
                    fields=("kind", "value"),
                    name="registration_checked_once",
                    violation_error_message="Another start-up holds this checked number.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("checked_by__isnull", True), ("checked_on__isnull", True)),
                        models.Q(("checked_by__isnull", False), ("checked_on__isnull", False)),
                        _connector="OR",
                    ),
                    name="registration_check_whole",
                    violation_error_message="A checked number names who checked it and when.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "startups_registrationhistory" ("checked_by_id", "checked_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "startup_id", "value") VALUES (NEW."checked_by_id", NEW."checked_on", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."startup_id", NEW."value"); RETURN NULL;',
                        hash="3b572457b74ead6231157baa639da2a4061c71cd",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_45db8",
                        table="startups_registration",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "startups_registrationhistory" ("checked_by_id", "checked_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "startup_id", "value") VALUES (NEW."checked_by_id", NEW."checked_on", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."startup_id", NEW."value"); RETURN NULL;',
                        hash="2b15f4e705c2862f4422667c39f8ef7b9c996d98",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_846bf",
                        table="startups_registration",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "startups_registrationhistory" ("checked_by_id", "checked_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "startup_id", "value") VALUES (OLD."checked_by_id", OLD."checked_on", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."startup_id", OLD."value"); RETURN NULL;',
                        hash="514d61c6ef39530658c45b75e4ddaa94ca99cf25",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_98e34",
                        table="startups_registration",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="RegistrationHistory",
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
                    to="startups.registration",
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
                    verbose_name="kind",
                ),
            ),
            (
                "value",
                models.CharField(
                    max_length=60,
                    validators=[django.core.validators.MinLengthValidator(3)],
                    verbose_name="number",
                ),
            ),
            ("checked_on", models.DateField(editable=False, null=True, verbose_name="checked on")),
            (
                "checked_by",
                models.ForeignKey(
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="checked by",
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
                        hash="2594ad7c794ab4390b13598d45b5b82a679653ab",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_8c947",
                        table="startups_registrationhistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="ProfileChange",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "startup",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="changes",
                    to="startups.startup",
                    verbose_name="start-up",
                ),
            ),
            ("fields", models.JSONField(verbose_name="new values")),
            (
                "proposed_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="proposed by",
                ),
            ),
            ("proposed_at", models.DateTimeField(verbose_name="proposed")),
            (
                "state",
                models.CharField(
                    choices=[
                        ("waiting", "Waiting for an editor"),
                        ("accepted", "Accepted"),
                        ("declined", "Declined"),
                        ("withdrawn", "Taken back"),
                    ],
                    default="waiting",
                    max_length=10,
                    verbose_name="state",
                ),
            ),
            (
                "decided_by",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="decided by",
                ),
            ),
            ("decided_at", models.DateTimeField(null=True, verbose_name="decided")),
            ("note", models.TextField(blank=True, verbose_name="reason")),
        ],
        options={
            "verbose_name": "change of a profile",
            "verbose_name_plural": "changes of profiles",
            "ordering": ["-proposed_at", "-id"],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("state", "waiting")),
                    fields=("startup",),
                    name="profile_change_waits_once",
                    violation_error_message="A change is waiting for an editor already.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("state__in", ["waiting", "withdrawn"]),
                        models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="profile_change_decided_whole",
                    violation_error_message="A decision names who decided, and when.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state", "declined"), _negated=True),
                        models.Q(("note", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="profile_change_declined_with_reason",
                    violation_error_message="Give the reason: the start-up reads it.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="profile_change_decided_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (OLD.state <> \'waiting\') AND (OLD."startup_id" IS DISTINCT FROM NEW."startup_id" OR OLD."fields" IS DISTINCT FROM NEW."fields" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."decided_by_id" IS DISTINCT FROM NEW."decided_by_id" OR OLD."decided_at" IS DISTINCT FROM NEW."decided_at" OR OLD."note" IS DISTINCT FROM NEW."note") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'profile_change_decided_kept\', MESSAGE = \'profile_change_decided_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="aa9f1630f3fa31a105ce9f2b1fff5a40f65a742e",
                        operation="UPDATE",
                        pgid="pgtrigger_profile_change_decided_kept_3142e",
                        table="startups_profilechange",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "startups_profilechangehistory" ("decided_at", "decided_by_id", "fields", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "startup_id", "state") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."fields", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."startup_id", NEW."state"); RETURN NULL;',
                        hash="fff771457eb2b9179791e7bb9216e5ae85eacd13",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_18284",
                        table="startups_profilechange",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "startups_profilechangehistory" ("decided_at", "decided_by_id", "fields", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "startup_id", "state") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."fields", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."startup_id", NEW."state"); RETURN NULL;',
                        hash="70ff73be9d21cd71522381ebc81b6bb9db6148b8",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_ac2c6",
                        table="startups_profilechange",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "startups_profilechangehistory" ("decided_at", "decided_by_id", "fields", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "startup_id", "state") VALUES (OLD."decided_at", OLD."decided_by_id", OLD."fields", OLD."id", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proposed_at", OLD."proposed_by_id", OLD."startup_id", OLD."state"); RETURN NULL;',
                        hash="e7406af0cc8db0583eaf5f8bb629ba8db07d92b7",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_98d44",
                        table="startups_profilechange",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ProfileChangeHistory",
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
                    to="startups.profilechange",
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
            ("fields", models.JSONField(verbose_name="new values")),
            (
                "proposed_by",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="proposed by",
                ),
            ),
            ("proposed_at", models.DateTimeField(verbose_name="proposed")),
            (
                "state",
                models.CharField(
                    choices=[
                        ("waiting", "Waiting for an editor"),
                        ("accepted", "Accepted"),
                        ("declined", "Declined"),
                        ("withdrawn", "Taken back"),
                    ],
                    default="waiting",
                    max_length=10,
                    verbose_name="state",
                ),
            ),
            (
                "decided_by",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="decided by",
                ),
            ),
            ("decided_at", models.DateTimeField(null=True, verbose_name="decided")),
            ("note", models.TextField(blank=True, verbose_name="reason")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="6699e836a4a2cbe4b89574f1f69e390c7d4d669d",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_073e0",
                        table="startups_profilechangehistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Partner",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("slug", models.SlugField(max_length=80, unique=True, verbose_name="address")),
            ("name", models.CharField(max_length=120, verbose_name="name")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("city", "City or government"),
                        ("agency", "Economic development agency"),
                        ("chamber", "Chamber or association"),
                        ("hub", "Start-up hub or accelerator"),
                        ("university", "University or research institute"),
                        ("company", "Company"),
                        ("investor", "Investor"),
                    ],
                    max_length=20,
                    verbose_name="kind",
                ),
            ),
            (
                "side",
                models.CharField(
                    choices=[("karnataka", "Karnataka"), ("duesseldorf", "Düsseldorf")],
                    max_length=20,
                    verbose_name="side",
                ),
            ),
            ("city", models.CharField(max_length=80, verbose_name="city")),
            ("website", models.URLField(blank=True, verbose_name="website")),
            ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
            (
                "description_de",
                models.TextField(blank=True, max_length=2000, verbose_name="description in German"),
            ),
            (
                "description_en",
                models.TextField(
                    blank=True, max_length=2000, verbose_name="description in English"
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
                    blank=True,
                    default=list,
                    size=None,
                    verbose_name="sectors",
                ),
            ),
            (
                "themes",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
                        choices=[
                            ("industry_4_0", "Industry 4.0"),
                            ("digital_health", "Digital health"),
                            ("sustainability", "Sustainability"),
                        ],
                        max_length=20,
                    ),
                    blank=True,
                    default=list,
                    size=None,
                    verbose_name="themes",
                ),
            ),
            (
                "offering",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
                        choices=[
                            ("technology", "Technology"),
                            ("pilot_site", "A pilot site"),
                            ("research", "Research"),
                            ("market_access", "Market access"),
                            ("manufacturing", "Manufacturing"),
                            ("mentoring", "Mentoring"),
                        ],
                        max_length=20,
                    ),
                    blank=True,
                    default=list,
                    size=None,
                    verbose_name="offering",
                ),
            ),
            ("is_published", models.BooleanField(default=False, verbose_name="public")),
            (
                "folded_name",
                models.GeneratedField(
                    db_persist=True, expression=Fold("name"), output_field=models.TextField()
                ),
            ),
        ],
        options={
            "verbose_name": "partner",
            "verbose_name_plural": "partners",
            "ordering": ["folded_name", "id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        ("is_published", False),
                        models.Q(("description_de", ""), ("description_en", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="partner_public_has_words",
                    violation_error_message="Describe the partner in German or English before it is public.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "startups_partnerhistory" ("city", "description_de", "description_en", "email", "id", "is_published", "kind", "name", "offering", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sectors", "side", "slug", "themes", "website") VALUES (NEW."city", NEW."description_de", NEW."description_en", NEW."email", NEW."id", NEW."is_published", NEW."kind", NEW."name", NEW."offering", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sectors", NEW."side", NEW."slug", NEW."themes", NEW."website"); RETURN NULL;',
                        hash="671c9a6914f027d1a8427750faf3da426754309d",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_82fa0",
                        table="startups_partner",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition='WHEN (OLD."city" IS DISTINCT FROM (NEW."city") OR OLD."description_de" IS DISTINCT FROM (NEW."description_de") OR OLD."description_en" IS DISTINCT FROM (NEW."description_en") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_published" IS DISTINCT FROM (NEW."is_published") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."offering" IS DISTINCT FROM (NEW."offering") OR OLD."sectors" IS DISTINCT FROM (NEW."sectors") OR OLD."side" IS DISTINCT FROM (NEW."side") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."themes" IS DISTINCT FROM (NEW."themes") OR OLD."website" IS DISTINCT FROM (NEW."website"))',
                        func='INSERT INTO "startups_partnerhistory" ("city", "description_de", "description_en", "email", "id", "is_published", "kind", "name", "offering", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sectors", "side", "slug", "themes", "website") VALUES (NEW."city", NEW."description_de", NEW."description_en", NEW."email", NEW."id", NEW."is_published", NEW."kind", NEW."name", NEW."offering", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sectors", NEW."side", NEW."slug", NEW."themes", NEW."website"); RETURN NULL;',
                        hash="e8aa9289d29182cc52f2df90ae8f5370e5ed0220",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_00ca3",
                        table="startups_partner",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "startups_partnerhistory" ("city", "description_de", "description_en", "email", "id", "is_published", "kind", "name", "offering", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sectors", "side", "slug", "themes", "website") VALUES (OLD."city", OLD."description_de", OLD."description_en", OLD."email", OLD."id", OLD."is_published", OLD."kind", OLD."name", OLD."offering", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sectors", OLD."side", OLD."slug", OLD."themes", OLD."website"); RETURN NULL;',
                        hash="bcca74e01812e0aa22a5b5bd6623642cfc1aa6b0",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_1fa1e",
                        table="startups_partner",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="PartnerHistory",
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
                    to="startups.partner",
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
            ("name", models.CharField(max_length=120, verbose_name="name")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("city", "City or government"),
                        ("agency", "Economic development agency"),
                        ("chamber", "Chamber or association"),
                        ("hub", "Start-up hub or accelerator"),
                        ("university", "University or research institute"),
                        ("company", "Company"),
                        ("investor", "Investor"),
                    ],
                    max_length=20,
                    verbose_name="kind",
                ),
            ),
            (
                "side",
                models.CharField(
                    choices=[("karnataka", "Karnataka"), ("duesseldorf", "Düsseldorf")],
                    max_length=20,
                    verbose_name="side",
                ),
            ),
            ("city", models.CharField(max_length=80, verbose_name="city")),
            ("website", models.URLField(blank=True, verbose_name="website")),
            ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
            (
                "description_de",
                models.TextField(blank=True, max_length=2000, verbose_name="description in German"),
            ),
            (
                "description_en",
                models.TextField(
                    blank=True, max_length=2000, verbose_name="description in English"
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
                    blank=True,
                    default=list,
                    size=None,
                    verbose_name="sectors",
                ),
            ),
            (
                "themes",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
                        choices=[
                            ("industry_4_0", "Industry 4.0"),
                            ("digital_health", "Digital health"),
                            ("sustainability", "Sustainability"),
                        ],
                        max_length=20,
                    ),
                    blank=True,
                    default=list,
                    size=None,
                    verbose_name="themes",
                ),
            ),
            (
                "offering",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
                        choices=[
                            ("technology", "Technology"),
                            ("pilot_site", "A pilot site"),
                            ("research", "Research"),
                            ("market_access", "Market access"),
                            ("manufacturing", "Manufacturing"),
                            ("mentoring", "Mentoring"),
                        ],
                        max_length=20,
                    ),
                    blank=True,
                    default=list,
                    size=None,
                    verbose_name="offering",
                ),
            ),
            ("is_published", models.BooleanField(default=False, verbose_name="public")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="9a3af38fdf35aa378ab0095080029d90a0b213cd",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_4d7e1",
                        table="startups_partnerhistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Project",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("slug", models.SlugField(max_length=80, unique=True, verbose_name="address")),
            ("title_de", models.CharField(max_length=160, verbose_name="title in German")),
            ("title_en", models.CharField(max_length=160, verbose_name="title in English")),
            (
                "summary_de",
                models.TextField(blank=True, max_length=2000, verbose_name="summary in German"),
            ),
            (
                "summary_en",
                models.TextField(blank=True, max_length=2000, verbose_name="summary in English"),
            ),
            (
                "sector",
                models.CharField(
                    choices=[
                        ("5g_industry", "5G industry"),
                        ("medtech", "MedTech"),
                        ("life_sciences", "Life Sciences"),
                        ("green_tech", "Green Tech"),
                    ],
                    max_length=20,
                    verbose_name="sector",
                ),
            ),
            (
                "state",
                models.CharField(
                    choices=[
                        ("planned", "Agreed"),
                        ("running", "Under way"),
                        ("done", "Done"),
                        ("stopped", "Ended early"),
                    ],
                    max_length=10,
                    verbose_name="state",
                ),
            ),
            ("starts_on", models.DateField(verbose_name="begins on")),
            ("ends_on", models.DateField(blank=True, null=True, verbose_name="ends on")),
            ("is_published", models.BooleanField(default=False, verbose_name="public")),
            (
                "partners",
                models.ManyToManyField(
                    blank=True,
                    related_name="projects",
                    to="startups.partner",
                    verbose_name="partners",
                ),
            ),
            (
                "startups",
                models.ManyToManyField(
                    blank=True,
                    related_name="projects",
                    to="startups.startup",
                    verbose_name="start-ups",
                ),
            ),
        ],
        options={
            "verbose_name": "project",
            "verbose_name_plural": "projects",
            "ordering": ["-starts_on", "id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        ("ends_on__isnull", True),
                        ("ends_on__gte", models.F("starts_on")),
                        _connector="OR",
                    ),
                    name="project_ends_after_it_begins",
                    violation_error_message="A project ends after it begins.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "startups_projecthistory" ("ends_on", "id", "is_published", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sector", "slug", "starts_on", "state", "summary_de", "summary_en", "title_de", "title_en") VALUES (NEW."ends_on", NEW."id", NEW."is_published", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sector", NEW."slug", NEW."starts_on", NEW."state", NEW."summary_de", NEW."summary_en", NEW."title_de", NEW."title_en"); RETURN NULL;',
                        hash="56b0b651d0e523cf50fe692081cef2144d1f03e3",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_44f83",
                        table="startups_project",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "startups_projecthistory" ("ends_on", "id", "is_published", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sector", "slug", "starts_on", "state", "summary_de", "summary_en", "title_de", "title_en") VALUES (NEW."ends_on", NEW."id", NEW."is_published", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sector", NEW."slug", NEW."starts_on", NEW."state", NEW."summary_de", NEW."summary_en", NEW."title_de", NEW."title_en"); RETURN NULL;',
                        hash="f07f75fd2d3ef8e5a7aa6b21761201b381808694",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_33473",
                        table="startups_project",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "startups_projecthistory" ("ends_on", "id", "is_published", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sector", "slug", "starts_on", "state", "summary_de", "summary_en", "title_de", "title_en") VALUES (OLD."ends_on", OLD."id", OLD."is_published", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sector", OLD."slug", OLD."starts_on", OLD."state", OLD."summary_de", OLD."summary_en", OLD."title_de", OLD."title_en"); RETURN NULL;',
                        hash="ac52d53348861093a84f4e5a2cf72142dd8e8d30",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_d7292",
                        table="startups_project",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ProjectHistory",
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
                    to="startups.project",
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
            ("title_de", models.CharField(max_length=160, verbose_name="title in German")),
            ("title_en", models.CharField(max_length=160, verbose_name="title in English")),
            (
                "summary_de",
                models.TextField(blank=True, max_length=2000, verbose_name="summary in German"),
            ),
            (
                "summary_en",
                models.TextField(blank=True, max_length=2000, verbose_name="summary in English"),
            ),
            (
                "sector",
                models.CharField(
                    choices=[
                        ("5g_industry", "5G industry"),
                        ("medtech", "MedTech"),
                        ("life_sciences", "Life Sciences"),
                        ("green_tech", "Green Tech"),
                    ],
                    max_length=20,
                    verbose_name="sector",
                ),
            ),
            (
                "state",
                models.CharField(
                    choices=[
                        ("planned", "Agreed"),
                        ("running", "Under way"),
                        ("done", "Done"),
                        ("stopped", "Ended early"),
                    ],
                    max_length=10,
                    verbose_name="state",
                ),
            ),
            ("starts_on", models.DateField(verbose_name="begins on")),
            ("ends_on", models.DateField(blank=True, null=True, verbose_name="ends on")),
            ("is_published", models.BooleanField(default=False, verbose_name="public")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="986552eaa2aae187af1e22f0cc484c12074147cf",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_65c4a",
                        table="startups_projecthistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="ProjectPartner",
        fields=[],
        options={
            "verbose_name": "partner of a project",
            "verbose_name_plural": "partners of a project",
            "proxy": True,
        },
        bases=("startups.project_partners",),
    ),
    migrations.CreateModel(
        name="ProjectPartnerHistory",
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
                    to="startups.projectpartner",
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
                "project",
                models.ForeignKey(
                    db_constraint=False,
                    db_tablespace="",
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="startups.project",
                ),
            ),
            (
                "partner",
                models.ForeignKey(
                    db_constraint=False,
                    db_tablespace="",
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="startups.partner",
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
                        hash="67d6ed0f53b7fc6ba0b051ae7b50dd14f29d40f7",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_6e2f0",
                        table="startups_projectpartnerhistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="ProjectStartup",
        fields=[],
        options={
            "verbose_name": "start-up of a project",
            "verbose_name_plural": "start-ups of a project",
            "proxy": True,
        },
        bases=("startups.project_startups",),
    ),
    migrations.CreateModel(
        name="ProjectStartupHistory",
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
                    to="startups.projectstartup",
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
                "project",
                models.ForeignKey(
                    db_constraint=False,
                    db_tablespace="",
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="startups.project",
                ),
            ),
            (
                "startup",
                models.ForeignKey(
                    db_constraint=False,
                    db_tablespace="",
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="startups.startup",
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
                        hash="0c6dce6c809cd0112cfe793047b369e6b0109c36",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_4de7d",
                        table="startups_projectstartuphistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Milestone",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "project",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="milestones",
                    to="startups.project",
                    verbose_name="project",
                ),
            ),
            ("title_de", models.CharField(max_length=160, verbose_name="title in German")),
            ("title_en", models.CharField(max_length=160, verbose_name="title in English")),
            ("owner", models.CharField(max_length=120, verbose_name="owed by")),
            ("due_on", models.DateField(verbose_name="due on")),
            ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
        ],
        options={
            "verbose_name": "milestone",
            "verbose_name_plural": "milestones",
            "ordering": ["due_on", "id"],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "startups_milestonehistory" ("done_on", "due_on", "id", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "title_de", "title_en") VALUES (NEW."done_on", NEW."due_on", NEW."id", NEW."owner", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."title_de", NEW."title_en"); RETURN NULL;',
                        hash="ae83ae2efe844a1b1c620882a1a0cd6274075f3c",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_26059",
                        table="startups_milestone",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "startups_milestonehistory" ("done_on", "due_on", "id", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "title_de", "title_en") VALUES (NEW."done_on", NEW."due_on", NEW."id", NEW."owner", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."title_de", NEW."title_en"); RETURN NULL;',
                        hash="18b610c404ef40c850923883e2c828e7df4f1326",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_fe7dc",
                        table="startups_milestone",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "startups_milestonehistory" ("done_on", "due_on", "id", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "title_de", "title_en") VALUES (OLD."done_on", OLD."due_on", OLD."id", OLD."owner", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."title_de", OLD."title_en"); RETURN NULL;',
                        hash="326ea15811027f3b6cf042c5cdb0e1d098862cb6",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_69230",
                        table="startups_milestone",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="MilestoneHistory",
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
                    to="startups.milestone",
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
                "project",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="startups.project",
                    verbose_name="project",
                ),
            ),
            ("title_de", models.CharField(max_length=160, verbose_name="title in German")),
            ("title_en", models.CharField(max_length=160, verbose_name="title in English")),
            ("owner", models.CharField(max_length=120, verbose_name="owed by")),
            ("due_on", models.DateField(verbose_name="due on")),
            ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="729ad82e04d38f55cf851530367b99eea3f76bee",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_e87b0",
                        table="startups_milestonehistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Introduction",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            (
                "asking",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="introductions_asked",
                    to="startups.startup",
                    verbose_name="asked by",
                ),
            ),
            (
                "startup",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="introductions",
                    to="startups.startup",
                    verbose_name="start-up",
                ),
            ),
            (
                "partner",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="introductions",
                    to="startups.partner",
                    verbose_name="partner",
                ),
            ),
            (
                "asked_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="person",
                ),
            ),
            (
                "purpose",
                models.CharField(
                    choices=[
                        ("customer", "Sell or buy"),
                        ("pilot", "A pilot project"),
                        ("research", "Research together"),
                        ("investment", "Investment"),
                        ("distribution", "Distribution"),
                        ("advice", "Advice"),
                    ],
                    max_length=20,
                    verbose_name="purpose",
                ),
            ),
            ("message", models.TextField(max_length=2000, verbose_name="message")),
            (
                "state",
                models.CharField(
                    choices=[
                        ("asked", "Waiting for an answer"),
                        ("accepted", "Accepted"),
                        ("declined", "Declined"),
                        ("expired", "Not answered in time"),
                        ("withdrawn", "Taken back"),
                    ],
                    default="asked",
                    editable=False,
                    max_length=10,
                    verbose_name="state",
                ),
            ),
            ("asked_at", models.DateTimeField(verbose_name="asked")),
            ("expires_on", models.DateField(verbose_name="holds until")),
            ("reminded_on", models.DateField(null=True, verbose_name="reminded on")),
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
                "brokered_by",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="answer passed on by",
                ),
            ),
            ("answer", models.TextField(blank=True, max_length=2000, verbose_name="answer")),
            (
                "outcome",
                models.CharField(
                    blank=True,
                    choices=[
                        ("contact", "Contact"),
                        ("visit", "Visit"),
                        ("project", "Joint project"),
                        ("settlement", "Settlement"),
                        ("none", "Nothing"),
                    ],
                    max_length=20,
                    verbose_name="what came of it",
                ),
            ),
            ("outcome_note", models.TextField(blank=True, max_length=2000, verbose_name="note")),
            ("outcome_on", models.DateField(null=True, verbose_name="noted on")),
        ],
        options={
            "verbose_name": "introduction",
            "verbose_name_plural": "introductions",
            "ordering": ["-asked_at", "id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("partner__isnull", True), ("startup__isnull", False)),
                        models.Q(("partner__isnull", False), ("startup__isnull", True)),
                        _connector="OR",
                    ),
                    name="introduction_to_one",
                    violation_error_message="Name a start-up or a partner, one of them.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("startup", models.F("asking")), _negated=True),
                    name="introduction_not_to_oneself",
                    violation_error_message="A start-up is not introduced to itself.",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("startup__isnull", False), ("state", "asked")),
                    fields=("asking", "startup"),
                    name="introduction_open_once_startup",
                    violation_error_message="You have asked already. Wait for the answer.",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("partner__isnull", False), ("state", "asked")),
                    fields=("asking", "partner"),
                    name="introduction_open_once_partner",
                    violation_error_message="You have asked already. Wait for the answer.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("ended_at__isnull", True), ("state", "asked")),
                        models.Q(
                            models.Q(("state", "asked"), _negated=True), ("ended_at__isnull", False)
                        ),
                        _connector="OR",
                    ),
                    name="introduction_end_dated",
                    violation_error_message="An introduction that has ended says when.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state__in", ["accepted", "declined"]), _negated=True),
                        ("answered_by__isnull", False),
                        ("brokered_by__isnull", False),
                        _connector="OR",
                    ),
                    name="introduction_answer_signed",
                    violation_error_message="An answer names who gave it.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("outcome", ""), ("outcome_on__isnull", True)),
                        models.Q(
                            models.Q(("outcome", ""), _negated=True),
                            ("outcome_on__isnull", False),
                            ("state", "accepted"),
                        ),
                        _connector="OR",
                    ),
                    name="introduction_outcome_dated",
                    violation_error_message="Only an accepted introduction has an outcome.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="introduction_step_allowed",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (('asked', 'accepted'), ('asked', 'declined'), ('asked', 'expired'), ('asked', 'withdrawn')) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'introduction_step_allowed', MESSAGE = 'introduction_step_allowed: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="67f8fd02e68dc1ffd78df9ad70e8f726a49f5095",
                        operation="UPDATE",
                        pgid="pgtrigger_introduction_step_allowed_d8883",
                        table="startups_introduction",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="introduction_begins_as_asked",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func=" IF NEW.state <> 'asked' THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'introduction_begins_as_asked', MESSAGE = 'introduction_begins_as_asked: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="8687e192c3861f902e5a7f33f61e366db647ef9c",
                        operation="INSERT",
                        pgid="pgtrigger_introduction_begins_as_asked_83790",
                        table="startups_introduction",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="introduction_question_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (TRUE) AND (OLD."asking_id" IS DISTINCT FROM NEW."asking_id" OR OLD."startup_id" IS DISTINCT FROM NEW."startup_id" OR OLD."partner_id" IS DISTINCT FROM NEW."partner_id" OR OLD."asked_by_id" IS DISTINCT FROM NEW."asked_by_id" OR OLD."purpose" IS DISTINCT FROM NEW."purpose" OR OLD."message" IS DISTINCT FROM NEW."message" OR OLD."asked_at" IS DISTINCT FROM NEW."asked_at") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'introduction_question_kept\', MESSAGE = \'introduction_question_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="378b5869b0cc8f73b35b6ec712235352960d0b7d",
                        operation="UPDATE",
                        pgid="pgtrigger_introduction_question_kept_1ee94",
                        table="startups_introduction",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="introduction_answer_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (OLD.state <> \'asked\') AND (OLD."ended_at" IS DISTINCT FROM NEW."ended_at" OR OLD."answered_by_id" IS DISTINCT FROM NEW."answered_by_id" OR OLD."brokered_by_id" IS DISTINCT FROM NEW."brokered_by_id" OR OLD."answer" IS DISTINCT FROM NEW."answer") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'introduction_answer_kept\', MESSAGE = \'introduction_answer_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="cff4298cc3230f067c2b858155fb796ec9adb55c",
                        operation="UPDATE",
                        pgid="pgtrigger_introduction_answer_kept_799b4",
                        table="startups_introduction",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "startups_introductionhistory" ("asking_id", "id", "outcome", "outcome_note", "outcome_on", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "startup_id", "state") VALUES (NEW."asking_id", NEW."id", NEW."outcome", NEW."outcome_note", NEW."outcome_on", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."startup_id", NEW."state"); RETURN NULL;',
                        hash="276ee30fbbd7843633ade3a2cb30a8f4507da839",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_d1be0",
                        table="startups_introduction",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition='WHEN (OLD."asking_id" IS DISTINCT FROM (NEW."asking_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."outcome_note" IS DISTINCT FROM (NEW."outcome_note") OR OLD."outcome_on" IS DISTINCT FROM (NEW."outcome_on") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."startup_id" IS DISTINCT FROM (NEW."startup_id") OR OLD."state" IS DISTINCT FROM (NEW."state"))',
                        func='INSERT INTO "startups_introductionhistory" ("asking_id", "id", "outcome", "outcome_note", "outcome_on", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "startup_id", "state") VALUES (NEW."asking_id", NEW."id", NEW."outcome", NEW."outcome_note", NEW."outcome_on", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."startup_id", NEW."state"); RETURN NULL;',
                        hash="0356fe0edfbc4d2839a2adeb6ae53dde9625bdd7",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_ef42e",
                        table="startups_introduction",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "startups_introductionhistory" ("asking_id", "id", "outcome", "outcome_note", "outcome_on", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "startup_id", "state") VALUES (OLD."asking_id", OLD."id", OLD."outcome", OLD."outcome_note", OLD."outcome_on", OLD."partner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."startup_id", OLD."state"); RETURN NULL;',
                        hash="c629012aa7a930ec9bcc5c7acc24fa3513d5ad80",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_dde07",
                        table="startups_introduction",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="IntroductionHistory",
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
                    to="startups.introduction",
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
                "asking",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="startups.startup",
                    verbose_name="asked by",
                ),
            ),
            (
                "startup",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="startups.startup",
                    verbose_name="start-up",
                ),
            ),
            (
                "partner",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="startups.partner",
                    verbose_name="partner",
                ),
            ),
            (
                "state",
                models.CharField(
                    choices=[
                        ("asked", "Waiting for an answer"),
                        ("accepted", "Accepted"),
                        ("declined", "Declined"),
                        ("expired", "Not answered in time"),
                        ("withdrawn", "Taken back"),
                    ],
                    default="asked",
                    editable=False,
                    max_length=10,
                    verbose_name="state",
                ),
            ),
            (
                "outcome",
                models.CharField(
                    blank=True,
                    choices=[
                        ("contact", "Contact"),
                        ("visit", "Visit"),
                        ("project", "Joint project"),
                        ("settlement", "Settlement"),
                        ("none", "Nothing"),
                    ],
                    max_length=20,
                    verbose_name="what came of it",
                ),
            ),
            ("outcome_note", models.TextField(blank=True, max_length=2000, verbose_name="note")),
            ("outcome_on", models.DateField(null=True, verbose_name="noted on")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="61e78f7d8b5e3182a9c77bf6e038193b799d65d7",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_6eb4a",
                        table="startups_introductionhistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Membership",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "startup",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="memberships",
                    to="startups.startup",
                    verbose_name="start-up",
                ),
            ),
            (
                "user",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="memberships",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="person",
                ),
            ),
            (
                "role",
                models.CharField(
                    choices=[("owner", "Owner"), ("editor", "Colleague")],
                    max_length=10,
                    verbose_name="role",
                ),
            ),
            ("since", models.DateTimeField(verbose_name="since")),
        ],
        options={
            "verbose_name": "membership",
            "verbose_name_plural": "memberships",
            "ordering": ["startup", "since"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("startup", "user"),
                    name="membership_once",
                    violation_error_message="This person is a member already.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="membership_last_owner",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.\"role\" = 'owner')",
                        func="PERFORM 1 FROM startups_startup WHERE id = OLD.startup_id FOR NO KEY UPDATE; IF (TG_OP = 'DELETE' OR NEW.role <> OLD.role OR NEW.startup_id <> OLD.startup_id) AND NOT EXISTS (\n    SELECT 1 FROM startups_membership AS other\n    WHERE other.startup_id = OLD.startup_id AND other.id <> OLD.id AND other.role = 'owner'\n) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'membership_last_owner', MESSAGE = 'membership_last_owner: refused by the database'; END IF; RETURN COALESCE(NEW, OLD);",
                        hash="33f7bd4126945e58bec282e0b830eba7268c4fce",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_membership_last_owner_c804b",
                        table="startups_membership",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "startups_membershiphistory" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "startup_id", "user_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."since", NEW."startup_id", NEW."user_id"); RETURN NULL;',
                        hash="5145c8818ad7c0f520d0b9fa3fd2a714a47ee5d0",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_701ed",
                        table="startups_membership",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "startups_membershiphistory" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "startup_id", "user_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."since", NEW."startup_id", NEW."user_id"); RETURN NULL;',
                        hash="815791cf73acf57c909487da1c93f70b2b929394",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_3314a",
                        table="startups_membership",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "startups_membershiphistory" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "startup_id", "user_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role", OLD."since", OLD."startup_id", OLD."user_id"); RETURN NULL;',
                        hash="0f927f7f4fe5643043a190f62d5866fc13d29206",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_71439",
                        table="startups_membership",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="MembershipHistory",
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
                    to="startups.membership",
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
                    choices=[("owner", "Owner"), ("editor", "Colleague")],
                    max_length=10,
                    verbose_name="role",
                ),
            ),
            ("since", models.DateTimeField(verbose_name="since")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="f6f4fda030bc371aa7e47ad702e22b31a875f553",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_e0654",
                        table="startups_membershiphistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Invitation",
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
                    related_name="invitations",
                    to="startups.startup",
                    verbose_name="start-up",
                ),
            ),
            ("email", models.EmailField(max_length=254, verbose_name="email address")),
            (
                "role",
                models.CharField(
                    choices=[("owner", "Owner"), ("editor", "Colleague")],
                    max_length=10,
                    verbose_name="role",
                ),
            ),
            (
                "invited_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="invited by",
                ),
            ),
            ("invited_at", models.DateTimeField(verbose_name="invited")),
            ("expires_on", models.DateField(verbose_name="holds until")),
            ("accepted_at", models.DateTimeField(null=True, verbose_name="accepted")),
            ("withdrawn_at", models.DateTimeField(null=True, verbose_name="taken back")),
        ],
        options={
            "verbose_name": "invitation",
            "verbose_name_plural": "invitations",
            "ordering": ["-invited_at", "id"],
            "constraints": [
                models.UniqueConstraint(
                    models.F("startup"),
                    django.db.models.functions.text.Lower("email"),
                    condition=models.Q(
                        ("accepted_at__isnull", True), ("withdrawn_at__isnull", True)
                    ),
                    name="invitation_open_once",
                    violation_error_message="This address has been invited already.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("accepted_at__isnull", True),
                        ("withdrawn_at__isnull", True),
                        _connector="OR",
                    ),
                    name="invitation_one_end",
                    violation_error_message="This invitation has ended already.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Opening",
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
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="openings",
                    to="startups.startup",
                    verbose_name="start-up",
                ),
            ),
            (
                "partner",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="openings",
                    to="startups.partner",
                    verbose_name="partner",
                ),
            ),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("job", "Job"),
                        ("internship", "Internship"),
                        ("research_stay", "Research stay"),
                    ],
                    max_length=20,
                    verbose_name="kind",
                ),
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
                "text_de",
                models.TextField(blank=True, max_length=4000, verbose_name="description in German"),
            ),
            (
                "text_en",
                models.TextField(
                    blank=True, max_length=4000, verbose_name="description in English"
                ),
            ),
            ("city", models.CharField(max_length=80, verbose_name="place")),
            ("closes_on", models.DateField(verbose_name="closes on")),
            ("is_published", models.BooleanField(default=False, verbose_name="public")),
            (
                "closed_on",
                models.DateField(editable=False, null=True, verbose_name="closed early on"),
            ),
            ("created_at", models.DateTimeField(editable=False, verbose_name="created")),
        ],
        options={
            "verbose_name": "opening",
            "verbose_name_plural": "openings",
            "ordering": ["closes_on", "id"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("partner__isnull", True), ("startup__isnull", False)),
                        models.Q(("partner__isnull", False), ("startup__isnull", True)),
                        _connector="OR",
                    ),
                    name="opening_of_one",
                    violation_error_message="An opening belongs to a start-up or to a partner.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("title_de", ""), ("title_en", ""), _negated=True),
                    name="opening_has_a_title",
                    violation_error_message="Give a title in German or English.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("is_published", False),
                        models.Q(("text_de", ""), ("text_en", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="opening_public_has_words",
                    violation_error_message="Describe the opening in German or English.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("closed_on__isnull", True), ("is_published", True), _connector="OR"
                    ),
                    name="opening_closed_was_public",
                    violation_error_message="Only a published opening can be closed.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="opening_closed_for_good",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (OLD.closed_on IS NOT NULL) AND (OLD."startup_id" IS DISTINCT FROM NEW."startup_id" OR OLD."partner_id" IS DISTINCT FROM NEW."partner_id" OR OLD."closes_on" IS DISTINCT FROM NEW."closes_on" OR OLD."closed_on" IS DISTINCT FROM NEW."closed_on" OR OLD."is_published" IS DISTINCT FROM NEW."is_published") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'opening_closed_for_good\', MESSAGE = \'opening_closed_for_good: refused by the database\'; END IF; RETURN NEW;',
                        hash="130aa3db342fcb9be367f436b9c75ff379f574d0",
                        operation="UPDATE",
                        pgid="pgtrigger_opening_closed_for_good_c25da",
                        table="startups_opening",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "startups_openinghistory" ("city", "closed_on", "closes_on", "created_at", "id", "is_published", "kind", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "startup_id", "text_de", "text_en", "title_de", "title_en") VALUES (NEW."city", NEW."closed_on", NEW."closes_on", NEW."created_at", NEW."id", NEW."is_published", NEW."kind", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."startup_id", NEW."text_de", NEW."text_en", NEW."title_de", NEW."title_en"); RETURN NULL;',
                        hash="1fa94d2b3bf4e0a62f8f2e17cfd69a32e92d564d",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_5157e",
                        table="startups_opening",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "startups_openinghistory" ("city", "closed_on", "closes_on", "created_at", "id", "is_published", "kind", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "startup_id", "text_de", "text_en", "title_de", "title_en") VALUES (NEW."city", NEW."closed_on", NEW."closes_on", NEW."created_at", NEW."id", NEW."is_published", NEW."kind", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."startup_id", NEW."text_de", NEW."text_en", NEW."title_de", NEW."title_en"); RETURN NULL;',
                        hash="51518f6eef60509747939bab6bf3687c0446fe86",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_cb70b",
                        table="startups_opening",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "startups_openinghistory" ("city", "closed_on", "closes_on", "created_at", "id", "is_published", "kind", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "startup_id", "text_de", "text_en", "title_de", "title_en") VALUES (OLD."city", OLD."closed_on", OLD."closes_on", OLD."created_at", OLD."id", OLD."is_published", OLD."kind", OLD."partner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."startup_id", OLD."text_de", OLD."text_en", OLD."title_de", OLD."title_en"); RETURN NULL;',
                        hash="881cd46f6bdc8f4811e04ffc7c2c06e5de27fb7a",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_fd347",
                        table="startups_opening",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="OpeningHistory",
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
                    to="startups.opening",
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
                "startup",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="startups.startup",
                    verbose_name="start-up",
                ),
            ),
            (
                "partner",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="startups.partner",
                    verbose_name="partner",
                ),
            ),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("job", "Job"),
                        ("internship", "Internship"),
                        ("research_stay", "Research stay"),
                    ],
                    max_length=20,
                    verbose_name="kind",
                ),
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
                "text_de",
                models.TextField(blank=True, max_length=4000, verbose_name="description in German"),
            ),
            (
                "text_en",
                models.TextField(
                    blank=True, max_length=4000, verbose_name="description in English"
                ),
            ),
            ("city", models.CharField(max_length=80, verbose_name="place")),
            ("closes_on", models.DateField(verbose_name="closes on")),
            ("is_published", models.BooleanField(default=False, verbose_name="public")),
            (
                "closed_on",
                models.DateField(editable=False, null=True, verbose_name="closed early on"),
            ),
            ("created_at", models.DateTimeField(editable=False, verbose_name="created")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="f1ce5a58b79f2c1d492a2ad83c49e56b1786c536",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_ab248",
                        table="startups_openinghistory",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Interest",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            (
                "opening",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="interests",
                    to="startups.opening",
                    verbose_name="opening",
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
            ("message", models.TextField(max_length=2000, verbose_name="message")),
            (
                "cv",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="documents.document",
                    verbose_name="CV",
                ),
            ),
            ("sent_at", models.DateTimeField(verbose_name="sent")),
        ],
        options={
            "verbose_name": "interest",
            "verbose_name_plural": "interests",
            "ordering": ["-sent_at", "id"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("opening", "user"),
                    name="interest_once",
                    violation_error_message="You have written to them already.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="interest_kept",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='IF (TRUE) AND (OLD."opening_id" IS DISTINCT FROM NEW."opening_id" OR OLD."user_id" IS DISTINCT FROM NEW."user_id" OR OLD."message" IS DISTINCT FROM NEW."message" OR OLD."cv_id" IS DISTINCT FROM NEW."cv_id" OR OLD."sent_at" IS DISTINCT FROM NEW."sent_at") THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'interest_kept\', MESSAGE = \'interest_kept: refused by the database\'; END IF; RETURN NEW;',
                        hash="bc86589424e5febe613dfa2cf6e1b7b20a145cdb",
                        operation="UPDATE",
                        pgid="pgtrigger_interest_kept_bf4a2",
                        table="startups_interest",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="SavedSearch",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            (
                "user",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="saved_searches",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="person",
                ),
            ),
            ("query", models.CharField(blank=True, max_length=2000, verbose_name="search")),
            ("saved_at", models.DateTimeField(verbose_name="saved")),
            ("told_on", models.DateField(verbose_name="last looked on")),
        ],
        options={
            "verbose_name": "saved search",
            "verbose_name_plural": "saved searches",
            "ordering": ["-saved_at", "id"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("user", "query"),
                    name="saved_search_once",
                    violation_error_message="You have saved this search already.",
                )
            ],
        },
    ),
]


class Migration(migrations.Migration):
    replaces = [
        ("startups", "0001_extensions"),
        ("startups", "0002_initial"),
        ("startups", "0003_directory"),
        ("startups", "0004_folded_columns"),
        ("startups", "0005_ecosystem"),
        ("startups", "0006_partners"),
        ("startups", "0007_search"),
        ("startups", "0008_introductions"),
        ("startups", "0009_members"),
        ("startups", "0010_stage_later"),
        ("startups", "0011_histories"),
        ("startups", "0012_colleague"),
        ("startups", "0013_published_has_a_day"),
        ("startups", "0014_topics"),
        ("startups", "0015_search_of_cases"),
    ]

    initial = True

    dependencies = [
        ("documents", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TrigramExtension(),
        BtreeGinExtension(),
        migrations.RunSQL(FOLD, "DROP FUNCTION corridor_fold(text)"),
        migrations.RunSQL(QUERY, "DROP FUNCTION corridor_query(text)"),
        migrations.RunSQL(FILLER, "DROP FUNCTION corridor_filler(text)"),
        CreateTables(MODELS),
        pgtrigger.migrations.AddTrigger(
            model_name="projectpartner",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "startups_projectpartnerhistory" ("id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id") VALUES (NEW."id", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id"); RETURN NULL;',
                    hash="db51fe8ab09b8d28566f28a0db137b811e4119a3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e6c23",
                    table="startups_project_partners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="projectpartner",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "startups_projectpartnerhistory" ("id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id") VALUES (NEW."id", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id"); RETURN NULL;',
                    hash="c0113b4d00956ff109e4fa83292ad24966e24fde",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fc376",
                    table="startups_project_partners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="projectpartner",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "startups_projectpartnerhistory" ("id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id") VALUES (OLD."id", OLD."partner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id"); RETURN NULL;',
                    hash="113cdf4b783998d02e04fe34bafc2d9a87ea84d6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d4b35",
                    table="startups_project_partners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="projectstartup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "startups_projectstartuphistory" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "startup_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."startup_id"); RETURN NULL;',
                    hash="bd04e13abe855b9df4fdbfeaa8ad6df95c23ac7e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3ed86",
                    table="startups_project_startups",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="projectstartup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "startups_projectstartuphistory" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "startup_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."startup_id"); RETURN NULL;',
                    hash="2effc6591cb9dd393798dd2ef538dc6da4f0dfd9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_320db",
                    table="startups_project_startups",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="projectstartup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "startups_projectstartuphistory" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "startup_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."startup_id"); RETURN NULL;',
                    hash="17dea8fc051c9b0a6cc2ddda4b17c03a0bec96c0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_72d85",
                    table="startups_project_startups",
                    when="AFTER",
                ),
            ),
        ),
    ]
