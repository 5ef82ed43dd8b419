from corridor import clock
from corridor.housekeeping import chore
from welcome import actions
from welcome.choices import CaseState
from welcome.models import Case


@chore
def notify_retrieved_notices():
    """Mark decisions as notified on the day after their retrieval."""
    due = Case.objects.filter(
        state=CaseState.RELEASED, decisions__deliveries__notified_on__lte=clock.today()
    ).distinct()
    for case in due:
        actions.notify(case=case, by=None)


@chore
def finalise_decisions():
    """Mark decisions as final once the court period has passed."""
    due = Case.objects.filter(
        state=CaseState.NOTIFIED, decisions__deliveries__final_on__lte=clock.today()
    ).distinct()
    for case in due:
        actions.finalise(case=case, by=None)
