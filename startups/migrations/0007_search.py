import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.contrib.postgres.operations import BtreeGinExtension
from django.contrib.postgres.search import SearchVector
from django.db import migrations, models
from django.db.models import F, Value
from django.db.models.functions import Replace

from corridor.folding import Fold

# Both fold first, like the column, and stem then. Nothing that a person types is an operator: the word is quoted.
QUERY = r"""
CREATE FUNCTION corridor_query(word text) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
    -- The same stem twice would make the planner expect twice as many rows.
    SELECT plain
        || CASE WHEN german = plain THEN '' ELSE german END
        || CASE WHEN english IN (plain, german) THEN '' ELSE english END
    FROM (
        SELECT to_tsquery('simple', quoted) AS plain,
            to_tsquery('german', quoted) AS german,
            to_tsquery('english', quoted) AS english
        FROM (
            -- A word of accents alone folds to nothing, and asks for nothing.
            SELECT CASE WHEN folded = '' THEN '' ELSE
                '''' || replace(replace(folded, '\', '\\'), '''', '''''') || ''''
                || CASE WHEN length(folded) < 3 THEN '' ELSE ':*' END
            END AS quoted
            FROM (SELECT corridor_fold(word) AS folded) AS once
        ) AS written
    ) AS stems
)
"""
FILLER = """
CREATE FUNCTION corridor_filler(word text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN
    to_tsvector('simple', lower(word)) <> ''
    AND (to_tsvector('german', lower(word)) = '' OR to_tsvector('english', lower(word)) = '')
"""
# The day a profile was published first was not kept; the day it was confirmed then was.
PUBLISHED = """
UPDATE startups_startup SET published_on = confirmed_on WHERE confirmed_on IS NOT NULL AND published_on IS NULL
"""
LEXEMES = (
    SearchVector(Fold("name"), weight="A", config="simple")
    + SearchVector(Fold("legal_name"), Fold("city"), weight="B", config="simple")
    + SearchVector(Fold("one_liner_de"), weight="C", config="german")
    + SearchVector(Fold("one_liner_en"), weight="C", config="english")
    + SearchVector(Fold("description_de"), weight="D", config="german")
    + SearchVector(Fold("description_en"), weight="D", config="english")
    + SearchVector(Replace("sector", Value("_"), Value(" ")), weight="D", config="simple")
)


class Migration(migrations.Migration):
    dependencies = [("startups", "0006_partners")]
    operations = [
        BtreeGinExtension(),
        migrations.RunSQL(QUERY, "DROP FUNCTION corridor_query(text)"),
        migrations.RunSQL(FILLER, "DROP FUNCTION corridor_filler(text)"),
        migrations.RunSQL(PUBLISHED, migrations.RunSQL.noop),
        migrations.AddField(
            model_name="startup",
            name="lexemes",
            field=models.GeneratedField(
                db_persist=True,
                expression=LEXEMES,
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.AlterField(
            model_name="savedsearch",
            name="query",
            field=models.CharField(blank=True, max_length=2000, verbose_name="search"),
        ),
        migrations.AlterField(
            model_name="savedsearch",
            name="told_on",
            field=models.DateField(verbose_name="last looked on"),
        ),
        migrations.AddIndex(
            model_name="startup",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["folded_name"], name="startup_named", opclasses=["gin_trgm_ops"]
            ),
        ),
        migrations.AddIndex(
            model_name="startup",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["lexemes"], name="startup_lexemes"
            ),
        ),
        migrations.AddIndex(
            model_name="startup",
            index=models.Index(
                F("state"), F("published_on").desc(), F("id"), name="startup_newest"
            ),
        ),
        migrations.AddIndex(
            model_name="startup",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["sector", "origin", "stage", "themes", "seeking", "offering"],
                name="startup_chosen",
            ),
        ),
    ]
