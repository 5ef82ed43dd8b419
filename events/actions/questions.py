"""What the event team asks besides, and the answers."""

from corridor.accounts.models import User
from corridor.actions import action
from events.actions.places import current
from events.actions.registrations import require_ahead
from events.actions.rights import require_delegate, require_team
from events.choices import DelegateState
from events.exceptions import NotConfirmed, QuestionAnswered
from events.models import Delegate, DelegateAnswer, Event, EventQuestion

# A change of these would give answers another meaning.
MEANING = {"kind", "options_de", "options_en"}


@action
def add_question(*, event: Event, by: User, **fields) -> EventQuestion:
    """Ask something of whoever is confirmed. Raises NotPermitted, or Conflict for a choice without options."""
    require_team(by)
    return EventQuestion.objects.create(event=event, **fields)


@action
def change_question(*, question: EventQuestion, by: User, **fields) -> EventQuestion:
    """Change a question; kind and options stay once somebody has answered.

    Raises NotPermitted, QuestionAnswered, or Conflict.
    """
    require_team(by)
    question = EventQuestion.objects.select_for_update(no_key=True).get(pk=question.pk)
    changed = {name for name, value in fields.items() if getattr(question, name) != value}
    if changed & MEANING and question.answers.exists():
        raise QuestionAnswered
    for name, value in fields.items():
        setattr(question, name, value)
    question.save(update_fields=list(fields))
    return question


@action
def answer_questions(
    *, delegate: Delegate, answers: dict, by: User | None, link: int | None = None
) -> None:
    """Keep the answers by question; an empty one is taken back. Raises LinkRevoked, EventOver, NotConfirmed."""
    _pool, delegate = current(delegate)
    require_delegate(delegate, by, link)
    require_ahead(delegate.event)
    if delegate.state != DelegateState.CONFIRMED:
        raise NotConfirmed
    for question in delegate.event.questions.filter(is_asked=True):
        value = answers.get(question.pk, "")
        if value:
            DelegateAnswer.objects.update_or_create(
                delegate=delegate, question=question, defaults={"value": value}
            )
        else:
            DelegateAnswer.objects.filter(delegate=delegate, question=question).delete()
