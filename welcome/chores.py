from contextlib import suppress

from corridor import clock
from corridor.housekeeping import chore
from welcome import actions
from welcome.choices import CaseState
from welcome.exceptions import WrongState
from welcome.models import Case


@chore
def notify_retrieved_notices():
    """Mark decisions as notified on the day after their retrieval."""
    due = {"state": CaseState.RELEASED, "decisions__deliveries__notified_on__lte": clock.today()}
    take_step_of_each(due, actions.notify)


@chore
def finalise_decisions():
    """Mark decisions as final once the court period has passed."""
    due = {"state": CaseState.NOTIFIED, "decisions__deliveries__final_on__lte": clock.today()}
    take_step_of_each(due, actions.finalise)


def take_step_of_each(due, step):
    for case in Case.objects.filter(**due).distinct():
        # The date may be that of an earlier decision, or the case has moved since: no reason to leave out the rest.
        with suppress(WrongState):
            step(case=case, by=None)
