from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import migrations, models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat

from corridor.folding import Fold

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


class Migration(migrations.Migration):
    dependencies = [("startups", "0002_initial")]
    operations = [
        migrations.RunSQL(FOLD, "DROP FUNCTION corridor_fold(text)"),
        migrations.RemoveIndex(model_name="startup", name="startup_directory"),
        migrations.RemoveIndex(model_name="startup", name="startup_name_trgm"),
        migrations.AddIndex(
            model_name="startup",
            index=models.Index(F("state"), Fold("name"), F("id"), name="startup_directory"),
        ),
        migrations.AddIndex(
            model_name="startup",
            index=GinIndex(
                OpClass(
                    Fold(
                        Concat(
                            "name",
                            Value(" "),
                            "legal_name",
                            Value(" "),
                            "city",
                            Value(" "),
                            "one_liner_de",
                            Value(" "),
                            "one_liner_en",
                        )
                    ),
                    "gin_trgm_ops",
                ),
                name="startup_searched",
            ),
        ),
        migrations.AddConstraint(
            model_name="startup",
            constraint=models.CheckConstraint(
                name="startup_says_why_not_public",
                condition=~Q(state__in=["returned", "hidden"]) | ~Q(return_note=""),
                violation_error_message="Give the reason: the start-up reads it.",
            ),
        ),
    ]
