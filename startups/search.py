"""What the directory's search understands, and in which order it answers.

A word is looked for by its stem in either language, as the beginning of a word, and inside words: German
puts words together. Where nothing is written so, names that sound like it are found (`with_typos`).
"""

import unicodedata
from functools import reduce
from operator import and_

from django.contrib.postgres.search import (
    SearchQueryField,
    SearchVector,
    TrigramStrictWordSimilarity,
)
from django.db import connection, transaction
from django.db.models import (
    BooleanField,
    Case,
    F,
    FloatField,
    Func,
    Q,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Concat, Replace

from corridor.folding import Fold
from corridor.pages import MOST_COUNTED

MOST_WORDS = 8
# Ranking reads a row as a whole, so of what a word finds this many are ranked, one more than a list counts. A name
# is looked up by itself, so that it is never among those left out.
MOST_RANKED = MOST_COUNTED + 1
# Shorter words are looked for as words: inside others they are everywhere, and no index knows them.
INSIDE_WORDS = 3
WITH_TYPOS = 4
NEAR = 0.5
MOST_SIMILAR = 10


def lexemes():
    """The stems that a profile holds, for a column that the database keeps: names weigh most, descriptions least."""
    return (
        SearchVector(Fold("name"), weight="A", config="simple")
        + SearchVector(Fold("legal_name"), Fold("city"), weight="B", config="simple")
        + SearchVector(Fold("one_liner_de"), weight="C", config="german")
        + SearchVector(Fold("one_liner_en"), weight="C", config="english")
        + SearchVector(Fold("description_de"), weight="D", config="german")
        + SearchVector(Fold("description_en"), weight="D", config="english")
        + SearchVector(Replace("sector", Value("_"), Value(" ")), weight="D", config="simple")
    )


class Stems(Func):
    """`corridor_query(word)`: the word's stems, and its beginning where it has three letters or more."""

    function = "corridor_query"
    arity = 1
    output_field = SearchQueryField()


class Matches(Func):
    """Whether the stems of a profile are those of a word."""

    arity = 2
    arg_joiner = " @@ "
    template = "(%(expressions)s)"
    output_field = BooleanField()


class OneOf(Func):
    """Whether a key is among these: a thousand of them as one value cost less to write down than a thousand."""

    arg_joiner = " = ANY("
    template = "(%(expressions)s::uuid[]))"
    output_field = BooleanField()

    def __init__(self, key, keys):
        super().__init__(key, Value("{" + ",".join(map(str, keys)) + "}"))


class SaysNothing(Func):
    """`corridor_filler(word)`: whether one of both languages passes over the word, such as "for" or „und“."""

    function = "corridor_filler"
    arity = 1
    output_field = BooleanField()


def words_of(text):
    """The words of a search; one of accents alone is none: nothing is left of it when it is folded."""
    return [word for word in text.split() if any(map(is_written, word))][:MOST_WORDS]


def is_written(sign):
    return not unicodedata.combining(sign)


def holding(text, *, with_typos=False):
    """The condition that a profile holds every word of a text, however its umlauts and accents are written."""
    words = words_of(text)
    return reduce(and_, [holds(word, words, with_typos) for word in words], Q())


def holds(word, words, with_typos):
    found = by_stem(word) | inside(word) | filler(word, words)
    if with_typos and len(word) >= WITH_TYPOS:
        found |= Q(folded_name__trigram_word_similar=Fold(Value(word)))
    return found


def by_stem(word):
    return Q(Matches(F("lexemes"), Stems(Value(word))))


def inside(word):
    """A word or a part of one, in the name or the sentence about it; short ones where a word of the name begins."""
    if len(word) >= INSIDE_WORDS:
        return Q(searched__contains=Fold(Value(word)))
    return name_holds(word)


def filler(word, words):
    """That "for" or „und“ stand among other words asks for nothing."""
    return Q(SaysNothing(Value(word))) if len(words) > 1 else Q(pk__in=[])


def in_name(text):
    """The condition that a name holds every word; short ones where a word begins."""
    return reduce(and_, map(name_holds, words_of(text)), Q())


def name_holds(word):
    folded = Fold(Value(word))
    if len(word) >= INSIDE_WORDS:
        return Q(folded_name__contains=folded)
    later = Concat(Value(" "), folded, output_field=TextField())
    return Q(folded_name__startswith=folded) | Q(folded_name__contains=later)


def candidates(rows, text):
    """The keys of what a search finds: by name, by stem, inside words. One condition each, for an index of its own."""
    words, keys = words_of(text), rows.order_by().values("pk")
    conditions = [in_name(text), all_of(words, by_stem)]
    if any(len(word) >= INSIDE_WORDS for word in words):
        conditions.append(all_of(words, inside))
    first, *others = (keys.filter(found)[:MOST_RANKED] for found in conditions)
    return first.union(*others)


def all_of(words, condition):
    return reduce(and_, [condition(word) | filler(word, words) for word in words], Q())


def best_first(rows, text, keys=None):
    """What a search finds among the rows, the best first: names, then by how much and where the words stand.

    Whoever has the keys of what is found already gives them: the search is the dearest part.
    """
    ranks = [
        Func(F("lexemes"), Stems(Value(word)), function="ts_rank", output_field=FloatField())
        for word in words_of(text)
    ]
    place = Case(
        When(folded_name__startswith=Fold(Value(text.strip())), then=Value(0)),
        When(in_name(text), then=Value(1)),
        default=Value(2),
    )
    found = of_keys(rows, text, keys)
    return found.order_by(place, -sum(ranks[1:], ranks[0]), "folded_name", "id")


def of_keys(rows, text, keys):
    """Rows that are still among `rows`: what was found may have been remembered for some seconds."""
    if keys is not None:
        return rows.filter(OneOf(F("pk"), keys))
    return rows.model.objects.filter(pk__in=candidates(rows, text))


def similar(rows, text):
    """What holds each word, or has a name that one could have meant: the nearest first, ten at most.

    The database's own idea of "near" is too narrow for one letter too few in a short name.
    """
    near = [
        TrigramStrictWordSimilarity(Fold(Value(word)), "folded_name") for word in words_of(text)
    ]
    keys = rows.order_by().filter(holding(text, with_typos=True)).values("pk")[:MOST_RANKED]
    found = rows.model.objects.filter(pk__in=keys)
    found = found.order_by(-sum(near[1:], near[0]), "folded_name", "id")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL pg_trgm.word_similarity_threshold = %s", [NEAR])
        return list(found[:MOST_SIMILAR])
