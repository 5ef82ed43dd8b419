"""The certificate of an award's aid, made with its finality."""

from corridor import clock
from corridor.accounts.models import User
from corridor.documents.actions import store_bytes
from welcome.certificate import render_certificate
from welcome.choices import DecisionKind
from welcome.models import Certificate, Decision


def issue_certificate(decision: Decision, *, by: User | None) -> Certificate | None:
    """The certificate of an award that is aid; none for another decision, and never a second one."""
    is_aid = decision.kind == DecisionKind.GRANT and decision.case.authority.issues_acts
    if not is_aid or Certificate.objects.filter(decision=decision).exists():
        return None
    name = f"{decision.case.reference}-de-minimis.pdf"
    document = store_bytes(
        render_certificate(decision), name=name, media_type="application/pdf", by=by
    )
    return Certificate.objects.create(decision=decision, document=document, made_at=clock.now())
