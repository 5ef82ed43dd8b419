"""Reviews on the page of a case, one's own review as a form, and the ranking of a package."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.accounts.models import User
from corridor.actions import Refused
from corridor.forms import PlainWords, posted
from welcome import actions
from welcome.admin import stale
from welcome.choices import MOST_POINTS, CaseState, Recommendation, StaffRole
from welcome.exceptions import ReviewIncomplete
from welcome.models import Case, Package, Review
from welcome.reviews import Result, ranking, result, reviews_of


def context(case: Case, user: User) -> dict:
    """What the page says about reviews: who was asked, what this person may read, and their own."""
    asked = list(case.reviews.select_related("reviewer"))
    known = reviews_of([case], user)[case.pk] if asked else []
    measures = case.terms.measures
    sent = [review for review in known if review.is_sent]
    own = next((review for review in asked if review.reviewer_id == user.pk), None)
    return {
        "reviews_asked": asked,
        "own_review": own,
        "owes_review": own is not None and not own.is_sent and case.state == CaseState.REVIEW,
        "reviews": sent,
        "review_result": shown(result(known, measures)),
        "score_rows": score_rows(measures, sent),
        "may_ask_review": bool(asked) and may_ask(case, user),
    }


def shown(found: Result | None) -> dict | None:
    """A result in decimals, for people."""
    if found is None:
        return None
    return {"count": found.count, "mean": float(found.mean), "spread": float(found.spread)}


def score_rows(measures, reviews):
    """Each criterion with the reviews and their scores for it."""
    found = [(each, {score.criterion: score for score in each.scores.all()}) for each in reviews]
    return [
        {"measure": measure, "scores": [(each, scores.get(measure.id)) for each, scores in found]}
        for measure in measures
    ]


class AskForm(PlainWords, forms.Form):
    """Whom to ask: colleagues of the authority who are not asked yet."""

    reviewer = forms.ModelChoiceField(
        label=gettext_lazy("Who is to review"), queryset=None, empty_label="–"
    )

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        members = case.authority.members.values("user")
        people = User.objects.filter(pk__in=members, is_active=True)
        asked = case.reviews.values("reviewer")
        self.fields["reviewer"].queryset = people.exclude(pk__in=asked).order_by("name", "email")


class ReviewForm(PlainWords, forms.Form):
    """Points and a reason for each criterion, a recommendation, a note. Half-written ones can be kept."""

    def __init__(self, *args, review: Review, **kwargs):
        super().__init__(*args, **kwargs)
        self.measures = review.case.terms.measures
        scores = {score.criterion: score for score in review.scores.all()}
        for measure in self.measures:
            score = scores.get(measure.id)
            self.fields[f"points_{measure.id}"] = forms.TypedChoiceField(
                label=str(measure),
                help_text=measure.guidance,
                choices=[("", _("No points yet")), *((n, str(n)) for n in range(MOST_POINTS + 1))],
                coerce=int,
                empty_value=None,
                required=False,
                initial="" if score is None or score.points is None else score.points,
            )
            self.fields[f"reason_{measure.id}"] = forms.CharField(
                label=_("Reason: %(criterion)s") % {"criterion": measure},
                required=False,
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 3}),
                initial=score.reason if score else "",
            )
        self.fields["recommendation"] = forms.ChoiceField(
            label=_("Recommendation"),
            choices=Recommendation.choices,
            widget=forms.RadioSelect,
            required=False,
            initial=review.recommendation,
        )
        self.fields["note"] = forms.CharField(
            label=_("Note"),
            required=False,
            max_length=4000,
            widget=forms.Textarea(attrs={"rows": 4}),
            initial=review.note,
        )

        for name in self.fields.keys() - {"note"}:
            self.fields[
                name
            ].says_optional = False  # a draft may lack them, a review that is sent does not

    @property
    def rows(self):
        """Each criterion with its two fields."""
        for measure in self.measures:
            yield measure, self[f"points_{measure.id}"], self[f"reason_{measure.id}"]

    @property
    def written(self) -> dict:
        """What the actions take."""
        said = self.cleaned_data
        scores = {
            each.id: (said[f"points_{each.id}"], said[f"reason_{each.id}"])
            for each in self.measures
        }
        return {
            "scores": scores,
            "recommendation": said["recommendation"],
            "note": said["note"],
        }

    def say_what_lacks(self):
        """A word at each field that a sent review needs."""
        for measure in self.measures:
            if self.cleaned_data[f"points_{measure.id}"] is None:
                self.add_error(f"points_{measure.id}", _("Give points from 0 to 5."))
            if not self.cleaned_data[f"reason_{measure.id}"].strip():
                self.add_error(f"reason_{measure.id}", _("Give the reason in words."))
        if not self.cleaned_data["recommendation"]:
            self.add_error("recommendation", _("Choose what you recommend."))


def own_review(request, case: Case, page):
    """One's own review: kept half-written, or sent. Whoever was not asked finds nothing."""
    review = get_object_or_404(
        Review.objects.filter(case=case, reviewer=request.user).select_related("case__terms")
    )
    if review.is_sent or case.state != CaseState.REVIEW:
        return redirect("admin:welcome_case_change", case.pk)
    form = ReviewForm(*posted(request), review=review)
    if form.is_valid() and write(request, review, form):
        return redirect("admin:welcome_case_change", case.pk)
    return page(request, "review", case, _("Your review"), {"form": form, "errors": form.errors})


def write(request, review, form):
    """Keep or send what is typed; whether it went well."""
    sends = "send" in request.POST
    if sends:
        form.say_what_lacks()
        if form.errors:
            return False
    try:
        verb = actions.send_review if sends else actions.save_review
        verb(review=review, by=request.user, **form.written)
    except ReviewIncomplete as refused:
        form.add_error(None, refused.message)
        return False
    except Refused as refused:
        messages.error(request, refused.message)
        return True
    messages.success(
        request, _("Your review is sent.") if sends else _("Your review is kept as a draft.")
    )
    return True


def drop(request, case: Case, pk):
    """Take back the question to a colleague who has not sent a review."""
    if not case.has_role(request.user, StaffRole.OFFICER):
        raise Http404
    review = get_object_or_404(Review, case=case, pk=pk)
    review.case = case
    try:
        actions.drop_review(review=review, by=request.user)
        messages.success(request, _("The question is taken back."))
    except Refused as refused:
        stale.say(request, case, refused.message)
    return redirect("admin:welcome_case_change", case.pk)


def ranking_of(package: Package, user: User) -> dict:
    """The ranking in the words of its page."""
    found = ranking(package, user)
    rows = [
        {
            "case": rank.case,
            "is_closed": rank.is_closed,
            "result": shown(rank.result),
            "wished": rank.wished,
            "fits": rank.fits,
            # The line stands before the first one that no place or money is left for.
            "line": not rank.fits and (index == 0 or found.ranks[index - 1].fits),
        }
        for index, rank in enumerate(found.ranks)
    ]
    return {"ranking": found, "rows": rows}


def may_ask(case: Case, user: User) -> bool:
    return case.state == CaseState.REVIEW and case.has_role(user, StaffRole.OFFICER)
