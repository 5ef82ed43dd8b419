"""What colleagues think of an application: points with reasons, a recommendation; each blind to the others at first."""

import pgtrigger
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from corridor.accounts.choices import Role
from corridor.accounts.models import User
from corridor.guards import Frozen, Guard, Refuse
from startups.models import Membership
from welcome.choices import MOST_POINTS, CaseState, Recommendation
from welcome.models.applications import no_conflict_of
from welcome.models.cases import Case, apart_from

# From here a case comes back to the review, and the review goes on.
UNDER_WAY = (CaseState.REVIEW, CaseState.INFORMATION_REQUESTED, CaseState.WAITING_LIST)
PROPOSED = (CaseState.PROPOSED, CaseState.SIGNED)


class ReviewQuerySet(models.QuerySet):
    def waiting_for(self, user):
        """Those that this person still has to send."""
        return self.filter(reviewer=user, submitted_at=None, case__state=CaseState.REVIEW)

    def visible_to(self, user):
        """One's own; those of others once they are sent, and only to whom no review of the same case is still open for.

        While something is proposed, who was not asked reads them; the proposal may come back to the review. Auditors
        read what is sent. Nobody reads what a colleague has only begun.
        """
        sent = self.filter(submitted_at__isnull=False)
        if user.has_role(Role.AUDITOR):
            return sent.filter(apart_from(user, "case__"))
        reviews = Review.objects.filter(case=OuterRef("case"))
        own_open = reviews.filter(reviewer=user, submitted_at=None)
        own_sent = reviews.filter(reviewer=user, submitted_at__isnull=False)
        any_open = reviews.filter(submitted_at=None)
        proposed = Q(case__state__in=PROPOSED)
        may_know = ~Exists(own_open) & (Exists(own_sent) | ~Exists(any_open) | proposed)
        may_know |= ~Q(case__state__in=UNDER_WAY) & ~proposed
        others = (
            Q(submitted_at__isnull=False) & Q(case__in=Case.objects.open_to_staff(user)) & may_know
        )
        return self.filter(Q(reviewer=user) | others)

    def with_interest(self):
        """Each with whether its reviewer has an interest in the case by now, and so does not count."""
        own = Membership.objects.filter(
            startup=OuterRef("case__startup"), user=OuterRef("reviewer")
        )
        unconcerned = no_conflict_of(OuterRef("reviewer"), case=OuterRef("case")) & ~Exists(own)
        return self.annotate(in_conflict=~unconcerned)


class Review(models.Model):
    """One reviewer's points and recommendation (Votum) on a case; once sent, it stays as it is."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="reviews", verbose_name=_("case"))
    reviewer = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("reviewer"))
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("asked by"))
    asked_at = models.DateTimeField(_("asked"))
    # Asked for when those who had not been asked could read others already.
    is_late = models.BooleanField(default=False)
    recommendation = models.CharField(
        _("recommendation"), max_length=12, choices=Recommendation, blank=True
    )
    note = models.TextField(_("note"), max_length=4000, blank=True)
    submitted_at = models.DateTimeField(_("sent"), null=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["case", "id"]
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "reviewer"],
                name="review_once",
                violation_error_message=_("This colleague is asked for a review already."),
            ),
            models.CheckConstraint(
                name="review_recommends",
                condition=Q(submitted_at__isnull=True) | ~Q(recommendation=""),
                violation_error_message=_("A review ends with a recommendation."),
            ),
        ]
        triggers = [
            Frozen(
                name="review_kept_as_sent",
                fields=["case", "reviewer", "recommendation", "note", "submitted_at"],
                until="OLD.submitted_at IS NOT NULL",
                message=_("The review is sent and stays as it is."),
            ),
            Refuse(
                name="review_sent_is_kept",
                operation=pgtrigger.Delete,
                when_sql="OLD.submitted_at IS NOT NULL",
                message=_("The review is sent and stays as it is."),
            ),
        ]

    def __str__(self):
        return f"{self.case} · {self.reviewer}"

    @property
    def is_sent(self):
        return self.submitted_at is not None


def could_be_read(case: Case) -> bool:
    """Whether those who were not asked can read reviews of a case that are sent, or could at some time."""
    reviews = case.reviews.all()
    if not reviews.filter(submitted_at__isnull=False).exists():
        return False
    return (
        not reviews.filter(submitted_at=None).exists()
        or reviews.filter(is_late=True).exists()
        or case.events.filter(verb="propose").exists()
    )


class ScoresFrozen(Guard):
    """Refuse every change to the points of a review that is sent."""

    operation = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete

    def get_func(self, model):
        return f"""
            IF EXISTS (SELECT 1 FROM welcome_review review WHERE review.submitted_at IS NOT NULL AND
                review.id IN (OLD.review_id, NEW.review_id)) THEN {self.refusal} END IF;
            RETURN COALESCE(NEW, OLD);
        """


class Score(models.Model):
    """The points for one criterion of the case's terms, with the reason in words."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="scores")
    criterion = models.PositiveBigIntegerField(_("criterion"))  # the id that the terms name
    points = models.PositiveSmallIntegerField(_("points"), null=True)
    reason = models.TextField(_("reason"), max_length=2000, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        constraints = [
            models.UniqueConstraint(
                fields=["review", "criterion"],
                name="score_once",
                violation_error_message=_("The criterion has its points already."),
            ),
            models.CheckConstraint(
                name="score_in_range",
                condition=Q(points__isnull=True) | Q(points__lte=MOST_POINTS),
                violation_error_message=_("Points go from 0 to 5."),
            ),
        ]
        triggers = [
            ScoresFrozen(
                name="scores_kept_as_sent", message=_("The review is sent and stays as it is.")
            )
        ]

    def __str__(self):
        return f"{self.review}: {self.points}"
