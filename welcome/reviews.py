"""What reviews come to: the weighed mean, how far they lie apart, and the ranking of a package's cases."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.db.models import Q

from corridor.accounts.models import User
from welcome.choices import CaseState, DecisionKind
from welcome.models import Case, Decision, Measure, Package, Review
from welcome.sections import BENEFITS, own_slug

RANKED = (CaseState.REVIEW, CaseState.WAITING_LIST)


@dataclass(frozen=True)
class Result:
    """Of the reviews that count: the mean of their weighed means, and how far the highest lies above the lowest."""

    count: int
    mean: Fraction
    spread: Fraction


def weighed(scores: dict[int, int], measures: Iterable[Measure]) -> Fraction:
    """The weighed mean of one review's points, exactly; each measure has points."""
    measures = list(measures)
    total = sum(measure.weight * scores[measure.id] for measure in measures)
    return Fraction(total, sum(measure.weight for measure in measures))


def result(reviews: Iterable[Review], measures: list[Measure]) -> Result | None:
    """What the sent ones among these reviews come to; None where nothing can be reckoned.

    Without those of colleagues who have an interest in the case by now.
    """
    sent = [review for review in reviews if review.is_sent and not review.in_conflict]
    if not sent or not measures:
        return None
    means = [weighed({s.criterion: s.points for s in each.scores.all()}, measures) for each in sent]
    return Result(len(means), sum(means) / len(means), max(means) - min(means))


def reviews_of(cases: Iterable[Case], user: User) -> dict[int, list[Review]]:
    """The reviews that a person may read, by case; two queries for all cases."""
    readable = Review.objects.visible_to(user).with_interest()
    found = readable.filter(case__in=cases).select_related("reviewer")
    by_case: dict = {case.pk: [] for case in cases}
    for review in found.prefetch_related("scores"):
        by_case[review.case_id].append(review)
    return by_case


@dataclass(frozen=True)
class Rank:
    """A case's place in the ranking: what it asks for, and whether places and budget reach that far.

    `is_closed` to a person of its start-up or with a conflict of interest: then it takes its place without a name.
    """

    case: Case
    is_closed: bool
    result: Result | None
    wished: Decimal
    fits: bool


@dataclass(frozen=True)
class Ranking:
    """Cases under review, the best first, behind those that are decided or proposed; money in EUR.

    What is taken by cases that are closed to the person is left out of `taken`, and counts all the same.
    """

    taken: list[Decision]
    ranks: list[Rank]
    places_left: int
    budget_left: Decimal


def ranking(package: Package, user: User) -> Ranking:
    """The ranking as this person may know it: who still owes a review of a case does not see its mean."""
    taken = list(taken_by(package))
    cases = list(
        Case.objects.filter(package=package, state__in=RANKED)
        .select_related("startup", "terms", "revision", "package")
        .order_by("submitted_at", "pk")
    )
    known = reviews_of(cases, user)
    closed = set(Case.objects.filter(package=package).closed_to(user).values_list("pk", flat=True))
    results = {case.pk: result(known[case.pk], case.terms.measures) for case in cases}
    cases.sort(key=lambda case: -(results[case.pk].mean if results[case.pk] else -1))
    places = package.places - len(taken)
    budget = package.budget - sum((decision.value for decision in taken), Decimal(0))
    ranks, left_places, left_budget = [], places, budget
    for case in cases:
        value = wished(case)
        fits = left_places >= 1 and left_budget >= value
        if fits:
            left_places, left_budget = left_places - 1, left_budget - value
        ranks.append(Rank(case, case.pk in closed, results[case.pk], value, fits))
    return Ranking([each for each in taken if each.case_id not in closed], ranks, places, budget)


def taken_by(package) -> Iterable[Decision]:
    """Awards whose money is bound, and those that are proposed."""
    bound = Q(pk__in=Decision.objects.binding_awards().values("pk"))
    proposed = Q(ended_at=None, released_at=None, proposed_at__isnull=False)
    mine = Decision.objects.filter(case__package=package, kind=DecisionKind.GRANT)
    return mine.filter(bound | proposed).select_related("case__startup").order_by("proposed_at")


def wished(case: Case) -> Decimal:
    """What the benefits that were wished are worth by the terms of the case, in EUR."""
    chosen = case.revision.answers.get(own_slug(case.package), {}).get(BENEFITS) or []
    return sum((o.value for o in case.terms.offers if str(o.id) in chosen), Decimal(0))
