from contextlib import suppress

from corridor import clock
from corridor.housekeeping import chore
from welcome import actions, rounds
from welcome.actions.holidays import years_without
from welcome.choices import CaseState
from welcome.exceptions import WrongState
from welcome.models import Application, Award, Case, InformationRequest, StatusQuestion
from welcome.workdays import YEARS_AHEAD


@chore
def keep_figures_of_rounds():
    """Count the open rounds for the start page of the back office."""
    rounds.keep()


@chore
def enter_holidays():
    """Enter the holidays of this year and the next ones where nobody has entered any."""
    this = clock.today().year
    for year in years_without(this, this + YEARS_AHEAD):
        actions.add_holidays(year=year, by=None)


@chore
def notify_retrieved_notices():
    """Mark decisions as notified: on the day after their retrieval, or when post counts as received."""
    due = {"state": CaseState.RELEASED, "decisions__deliveries__notified_on__lte": clock.today()}
    take_step_of_each(due, actions.notify)


@chore
def finalise_decisions():
    """Mark decisions as final once the court period has passed."""
    due = {"state": CaseState.NOTIFIED, "decisions__deliveries__final_on__lte": clock.today()}
    take_step_of_each(due, actions.finalise)


@chore
def let_old_drafts_go():
    """Announce to the owners which drafts nobody has touched for long, and delete them two weeks later."""
    for draft in Application.objects.to_warn(clock.today()):
        actions.warn_of_deletion(application=draft, by=None)
    for draft in Application.objects.to_discard(clock.today()):
        actions.discard_draft(application=draft, by=None)


@chore
def end_requests():
    """Lead cases back whose applicants did not answer in time."""
    for request in InformationRequest.objects.overdue(clock.today()).select_related("case"):
        with suppress(WrongState):  # somebody has answered, or was given more time, in this moment
            actions.expire_request(request=request, by=None)


@chore
def answer_status_questions():
    """Mail the link to the stage of a case to whoever asked and may know."""
    for question in StatusQuestion.objects.all():
        actions.answer_status_question(question=question, by=None)


@chore
def erase_correspondence():
    """Erase the messages of cases that were withdrawn long ago."""
    for case in Case.objects.with_old_messages(clock.now()):
        actions.erase_messages(case=case, by=None)


@chore
def shorten_log_of_looks():
    """Forget who opened which case a year ago."""
    actions.forget_looks(by=None)


@chore
def let_unused_awards_lapse():
    """End awards of which nothing was used until their last day to begin."""
    for award in Award.objects.to_lapse(clock.today()).select_related("case"):
        with suppress(WrongState):
            actions.lapse(case=award.case, by=None)


@chore
def remind_of_proofs():
    """Tell start-ups that their proof of use is due, and once more when it is overdue."""
    for award in Award.objects.to_remind(clock.today()).select_related("case"):
        with suppress(WrongState):
            actions.remind_of_proof(award=award, by=None)


def take_step_of_each(due, step):
    for case in Case.objects.filter(**due).distinct():
        # The date may be that of an earlier decision, or the case has moved since: no reason to leave out the rest.
        with suppress(WrongState):
            step(case=case, by=None)
