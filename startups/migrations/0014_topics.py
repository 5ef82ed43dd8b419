from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import migrations, models
from django.db.models import Case, TextField, Value, When
from django.db.models.functions import Concat

from corridor.folding import Fold

# Every word that begins with a stem begins with what the stem begins with: the longer one asks for nothing more, and
# to gather the beginnings of a word that everybody writes is the dearest part of a search.
QUERY = r"""
CREATE OR REPLACE FUNCTION corridor_query(word text) RETURNS tsquery
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


class Migration(migrations.Migration):
    """A column that the database keeps cannot be changed: it goes and comes again."""

    dependencies = [("startups", "0013_published_has_a_day")]
    operations = [
        migrations.RunSQL(QUERY, migrations.RunSQL.noop),
        migrations.RemoveIndex(model_name="startup", name="startup_lexemes"),
        migrations.RemoveField(model_name="startup", name="lexemes"),
        migrations.AddField(
            model_name="startup",
            name="lexemes",
            field=models.GeneratedField(
                db_persist=True, expression=LEXEMES, output_field=SearchVectorField()
            ),
        ),
        migrations.AddIndex(
            model_name="startup", index=GinIndex(fields=["lexemes"], name="startup_lexemes")
        ),
    ]
