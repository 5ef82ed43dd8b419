"""Reviews of a case by several colleagues, and the waiting list."""

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from welcome import emails
from welcome.actions.steps import lock, move, require_staff
from welcome.choices import CaseState, ConflictAnswer, StaffRole
from welcome.exceptions import (
    ColleagueInConflict,
    HasRead,
    NotAReviewer,
    ReviewIncomplete,
    ReviewSent,
    WrongState,
)
from welcome.models import Case, Review, Score
from welcome.models.reviews import could_be_read


@action
def ask_review(*, case: Case, reviewer: User, by: User) -> Review:
    """Ask a colleague, or oneself, for a review during the substantive review; the colleague gets a mail.

    Raises NotOfThisAuthority, WrongState, NotAReviewer, HasRead, or Conflict when asked already.
    """
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    require_under_review(case)
    if not reviewer.is_active or not case.has_role(reviewer, *StaffRole) or case.concerns(reviewer):
        raise NotAReviewer
    said = case.declared(reviewer)
    if said == ConflictAnswer.CONFLICT:
        raise ColleagueInConflict
    is_late = could_be_read(case)
    if is_late and said and not case.reviews.filter(reviewer=reviewer).exists():
        raise HasRead
    review = Review.objects.create(
        case=case, reviewer=reviewer, asked_by=by, asked_at=clock.now(), is_late=is_late
    )
    if reviewer != by:
        emails.review_asked(review)
    return review


@action
def drop_review(*, review: Review, by: User) -> None:
    """Take the question back, as long as the review is not sent: a colleague is away. Raises ReviewSent."""
    case = lock(review.case)
    require_staff(case, by, StaffRole.OFFICER)
    locked_review(review).delete()


@action
def save_review(
    *, review: Review, scores: dict[int, tuple[int | None, str]], recommendation: str, note: str,
    by: User,
) -> Review:  # fmt: skip
    """Keep what the reviewer has written so far: for each criterion of the terms its points and the reason.

    Raises NotAReviewer, WrongState, ReviewSent.
    """
    case = lock(review.case)
    review = locked_review(review)
    if review.reviewer_id != by.pk or not case.has_role(by, *StaffRole) or case.concerns(by):
        raise NotAReviewer
    require_staff(case, by, *StaffRole)
    require_under_review(case)
    for criterion in {measure.id for measure in case.terms.measures} & scores.keys():
        points, reason = scores[criterion]
        values = {"points": points, "reason": reason.strip()}
        Score.objects.update_or_create(review=review, criterion=criterion, defaults=values)
    review.recommendation, review.note = recommendation, note.strip()
    review.save()
    return review


@action
def send_review(*, review: Review, by: User, **written) -> Review:
    """Send the review: from now on it stays as it is. Raises ReviewIncomplete besides what `save_review` raises."""
    review = save_review(review=review, by=by, **written)
    scores = {score.criterion: score for score in review.scores.all()}
    for measure in review.case.terms.measures:
        score = scores.get(measure.id)
        if score is None or score.points is None or not score.reason:
            raise ReviewIncomplete
    if not review.recommendation:
        raise ReviewIncomplete
    review.submitted_at = clock.now()
    review.save()
    return review


@action
def put_on_waiting_list(*, case: Case, by: User) -> Case:
    """The application is good, but no place or money is left: it waits; the start-up hears so by mail."""
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    case = move(case, "put_on_waiting_list", by=by)
    emails.waiting_list(case)
    return case


@action
def call_from_waiting_list(*, case: Case, by: User) -> Case:
    """A place or money became free: the substantive review goes on; the start-up hears so by mail."""
    case = lock(case)
    require_staff(case, by, StaffRole.OFFICER)
    case = move(case, "call_from_waiting_list", by=by)
    emails.waiting_list(case)
    return case


def require_under_review(case):
    if case.state != CaseState.REVIEW:
        raise WrongState


def locked_review(review) -> Review:
    found = Review.objects.select_for_update(no_key=True, of=["self"]).get(pk=review.pk)
    if found.is_sent:
        raise ReviewSent
    return found
