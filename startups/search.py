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
    Func,
    IntegerField,
    Q,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Concat

from corridor.folding import Fold
from corridor.pages import MOST_COUNTED
from startups.choices import TOPICS

MOST_WORDS = 8
# Ranking reads a row as a whole, so of what a word finds this many are ranked, one more than a list counts. A name
# is looked up by itself, so that it is never among those left out.
MOST_RANKED = MOST_COUNTED + 1
# Shorter words are looked for as words: inside others they are everywhere, and no index knows them.
INSIDE_WORDS = 3
WITH_TYPOS = 4
NEAR = 0.5
MOST_SIMILAR = 10
# Words that every legal name holds: beside others no index is asked for them, it would answer with everybody.
LEGAL_FORMS = {"private", "limited", "pvt", "ltd", "llp", "gmbh", "ug", "ag", "kg", "mbh"}


def lexemes():
    """The stems that a profile holds, for a column that the database keeps: names weigh most, descriptions least."""
    return (
        SearchVector(Fold("name"), weight="A", config="simple")
        + SearchVector(Fold("legal_name"), Fold("city"), weight="B", config="simple")
        + SearchVector(Fold("one_liner_de"), weight="C", config="german")
        + SearchVector(Fold("one_liner_en"), weight="C", config="english")
        + SearchVector(Fold("description_de"), weight="D", config="german")
        + SearchVector(Fold("description_en"), weight="D", config="english")
        + SearchVector(topics(0), weight="D", config="german")
        + SearchVector(topics(1), weight="D", config="english")
    )


def topics(language):
    """The sector and the themes of a profile in words, folded."""
    sectors, themes = TOPICS["sector"].items(), TOPICS["themes"].items()
    parts = [Case(*[When(sector=key, then=Value(said[language])) for key, said in sectors])]
    for key, said in themes:
        chosen = When(themes__contains=[key], then=Value(f" {said[language]}"))
        parts.append(Case(chosen, default=Value("")))
    return Fold(Concat(*parts, output_field=TextField()))


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
    """Whether a key is among these: as one value they cost less to write down, as rows the planner looks each up."""

    arity = 2
    arg_joiner = " IN (SELECT unnest("
    template = "(%(expressions)s::uuid[])))"
    output_field = BooleanField()


class PlaceOf(Func):
    """At which place of these keys a key stands."""

    arity = 2
    template = "array_position(%(expressions)s)"
    arg_joiner = "::uuid[], "
    output_field = IntegerField()


class Checked(Func):
    """A condition that rows found by others are held against."""

    arity = 1
    template = "(%(expressions)s) IS TRUE"
    output_field = BooleanField()


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
    rare = {word for word in words if word.lower().strip(".") not in LEGAL_FORMS}
    found = {word: holds(word, words, with_typos) for word in words}
    return reduce(
        and_,
        [each if word in rare or not rare else Q(Checked(each)) for word, each in found.items()],
        Q(),
    )


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


class Search:
    """The words of a text, looked for among some rows and then perhaps among fewer."""

    def __init__(self, text):
        self.text, self.words, self.ways = text, words_of(text), []

    def columns(self, rows, *names):
        """The keys of what is found, the best first, and more of their columns: see `in_columns`."""
        self.ways = self.ways or [condition_of(rows.model, way) for way in ways(self.text)]
        rank = " + ".join(["ts_rank(lexemes, corridor_query(%s))"] * len(self.words))
        # The rank of a word is below 1; one number is sorted sooner than two.
        order = f"ORDER BY {MOST_WORDS} * place - ({rank}), folded_name, id"
        found, parameters = candidates(rows, self.ways, names)
        return in_columns(["id", *names], found, order, [*parameters, *self.words])


def ways(text):
    """How a text is found, the nearest first: so no name is left out because many other profiles hold the words."""
    return begins_name(text), in_name(text), holding(text)


def candidates(rows, ways, names):
    """What is found, as SQL: each way is gone where those before did not find enough, and no further than that.

    So a word that a hundred thousand profiles hold costs no more than one that a thousand hold.
    """
    table, shown = rows.model._meta.db_table, ["id", "folded_name", "searched", "lexemes", *names]
    among, parameters = rows.order_by().values_list(*shown).query.sql_with_params()
    parameters, kinds, others, given = [*parameters], [], "", []
    for place, (way, values) in enumerate(ways):
        kinds.append(
            f"(SELECT *, {place} AS place FROM {table} WHERE ({way}){others} LIMIT {MOST_RANKED})"
        )
        parameters += [*values, *given]
        others, given = f"{others} AND NOT ({way})", [*given, *values]
    # Conditions name the table; here it means its rows that are asked for.
    found = f"WITH {table} AS NOT MATERIALIZED ({among}) {' UNION ALL '.join(kinds)}"
    return f"({found} LIMIT {MOST_RANKED}) AS found", parameters


def condition_of(model, condition):
    query = model._base_manager.filter(condition).query
    return query.get_compiler(connection=connection).compile(query.where)


def begins_name(text):
    return Q(folded_name__startswith=Fold(Value(text.strip())))


def in_columns(names, found, order="", parameters=()):
    """Columns of keys and choices, in which no space is ever written.

    As one text: a thousand values as objects, and sorting them one by one, cost more than finding them.
    """
    said = f"SELECT concat_ws(' ', {', '.join(names)}) AS said FROM {found} {order}"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT string_agg(said, ' ') FROM ({said}) AS rows", parameters)
        text = cursor.fetchone()[0]
    words = text.split(" ") if text else []
    return [words[place :: len(names)] for place in range(len(names))]


def best_first(rows, text):
    """What a search finds among the rows, the best first: names, then by how much and where the words stand."""
    return in_order(rows, *Search(text).columns(rows))


def in_order(rows, keys):
    """Rows in the order of their keys; those that are still among `rows`, as keys are remembered for some seconds."""
    keys = Value("{" + ",".join(keys) + "}")
    return rows.filter(OneOf(F("pk"), keys)).order_by(PlaceOf(keys, F("pk")))


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
