"""What an applicant can do once the notice has arrived, for the pages of the case."""

from corridor import clock
from welcome.chances import chances, is_refused
from welcome.choices import DecisionKind
from welcome.models import Award, Case, Certificate, Delivery


def afterwards(case: Case, delivery: Delivery | None) -> dict:
    """The award in use, what can be waived or declined, whether it is final, and what comes after a refusal."""
    award = Award.objects.filter(case=case).first() if delivery else None
    refused = is_refused(delivery)
    return {
        "award": award,
        "certificate": Certificate.objects.filter(decision__case=case).first() if award else None,
        "can_waive": case.can("waive_remedies") and delivery is not None,
        "can_decline": can_decline(case, award),
        "is_final": is_final(delivery),
        "is_granted": bool(delivery) and delivery.decision.kind == DecisionKind.GRANT,
        "refused_kind": refused,
        "chances": chances(case) if refused else None,
    }


def is_final(delivery) -> bool:
    """Nobody can go to court any more: the day is there, or court action was waived."""
    return bool(delivery and delivery.final_on) and delivery.final_on <= clock.today()


def can_decline(case, award) -> bool:
    """A final award of which nothing is confirmed or used."""
    if award is None or not award.is_open or not case.is_usable:
        return False
    return not award.is_taken_up
