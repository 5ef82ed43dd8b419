"""What else is known of the company of a case: its other cases, and what other authorities have awarded to it."""

from django.db.models import OuterRef, QuerySet, Subquery

from corridor.accounts.models import User
from startups.models import same_company
from welcome import aid
from welcome.admin.inbox import with_facts
from welcome.choices import DecisionKind
from welcome.models import Case, Decision

MOST = 20


def context(case: Case, user: User) -> dict:
    """The other cases that this person may know of; of all others the amount, day and authority of awards."""
    companies = same_company(case.startup)
    cases = list(other_cases(case, companies, user)[: MOST + 1])
    return {
        "other_cases": [row(each) for each in cases[:MOST]],
        "more_cases": len(cases) > MOST,
        "other_awards": other_awards(case, companies, user),
    }


def other_cases(case: Case, companies: list, user: User) -> QuerySet[Case]:
    """The latest first, each with its money and the `outcome` that stands."""
    found = Case.objects.for_back_office(user).filter(startup__in=companies).exclude(pk=case.pk)
    signed = Decision.objects.standing().filter(
        case=OuterRef("pk"), signed_at__isnull=False, ended_at=None
    )
    outcome = Subquery(signed.order_by("-signed_at").values("kind")[:1])
    found = with_facts(found).annotate(outcome=outcome)
    return found.select_related("package__authority", "startup").order_by("-submitted_at", "pk")


def other_awards(case: Case, companies: list, user: User) -> list[aid.Aid]:
    """What an officer may know of the cases of other authorities."""
    counting = Decision.objects.counting_awards().filter(case__startup__in=companies)
    counting = counting.exclude(case__in=Case.objects.for_back_office(user).order_by())
    counting = counting.exclude(case__package__authority=case.authority).filter(counts__gt=0)
    return [
        aid.Aid(each.case.authority.name, aid.signed_on(each), each.counts, declared=False)
        for each in counting.select_related("case__package__authority").order_by("signed_at")
    ]


def row(case: Case) -> dict:
    return {
        "case": case,
        "outcome": DecisionKind(case.outcome).label if case.outcome else "",
        "amount": case.wished if case.granted is None else case.granted,
        "is_granted": case.granted is not None,
    }
