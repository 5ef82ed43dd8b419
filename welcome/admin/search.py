"""The search in the list of cases: by reference number, company, or number in a register."""

from django.db.models import BooleanField, F, Func, Q, QuerySet, Value

from corridor.folding import Fold
from startups.models import Registration, Startup
from startups.search import INSIDE_WORDS, in_name, words_of
from welcome.models import Case

# A word that more companies hold asks for too much; among these many it is looked for.
MOST_COMPANIES = 5_000


class AnyOf(Func):
    """Whether a key is among these: one value, so that the index serves it beside another condition of an "or"."""

    arity = 2
    arg_joiner = " = ANY("
    template = "(%(expressions)s::uuid[]))"
    output_field = BooleanField()


def matching(cases: QuerySet[Case], text: str) -> QuerySet[Case]:
    """The cases that a text names. The companies are looked up first: then each half of the "or" has its index."""
    if not words_of(text):
        return cases.none()
    by_reference = Q(reference__contains=text.strip().upper())
    return cases.filter(by_reference | Q(AnyOf(F("startup_id"), companies(text))))


def companies(text) -> list:
    """The keys of the start-ups that a text names, one way to name them after the other."""
    ways = [Startup.objects.order_by().filter(in_name(text)).values_list("pk")]
    if len(text.strip()) >= INSIDE_WORDS:
        ways += [by_law(text), by_number(text)]
    first, *others = (way[:MOST_COMPANIES] for way in ways)
    return [key for (key,) in first.union(*others)]


def by_law(text):
    """The start-ups whose full legal name holds every word."""
    holds = Q()
    for word in words_of(text):
        holds &= Q(folded__contains=Fold(Value(word)))
    return (
        Startup.objects.order_by().alias(folded=Fold("legal_name")).filter(holds).values_list("pk")
    )


def by_number(text):
    """The start-ups that a register knows under the number."""
    folded = Registration.objects.order_by().alias(folded=Fold("value"))
    return folded.filter(folded__contains=Fold(Value(text.strip()))).values_list("startup")
