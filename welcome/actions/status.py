"""How a case stands, for somebody who has its reference number and an address, but is not signed in."""

from corridor.accounts.models import User
from corridor.actions import action
from corridor.clock import real_now
from welcome import emails
from welcome.models import Case, StatusQuestion
from welcome.versions import latest


@action
def ask_status(*, reference: str, email: str, language: str, by: User | None) -> StatusQuestion:
    """Keep the question; housekeeping answers it. The same happens whatever was typed."""
    return StatusQuestion.objects.create(
        reference=reference, email=email.lower(), language=language, asked_at=real_now()
    )


@action
def answer_status_question(*, question: StatusQuestion, by: None = None) -> None:
    """Mail a link when the pair fits, and forget the question in any case."""
    case = Case.objects.filter(reference=question.reference).select_related("startup").first()
    if case and knows(case, question.email):
        emails.status(case, question)
    question.delete()


def knows(case: Case, email: str) -> bool:
    """Whether the address is that of a member of the start-up, or of the contact that it named last."""
    if case.startup.memberships.filter(user__email=email, user__is_active=True).exists():
        return True
    contact = latest(case).answers.get("company", {}).get("contact_email") or ""
    return contact.lower() == email
