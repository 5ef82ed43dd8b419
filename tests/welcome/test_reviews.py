"""Reviews: points with reasons, blind to each other; what they come to; the ranking and the waiting list."""

from fractions import Fraction

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import (
    ask,
    declared,
    fresh,
    make_authority,
    make_case,
    make_package,
    make_staff,
    make_user,
    officer_of,
    owner_of,
    propose,
    sign_in,
    signatory_of,
    take_step,
)
from welcome import actions, casefile, reviews
from welcome.choices import StaffRole
from welcome.exceptions import (
    HasRead,
    NotAReviewer,
    NotOfThisAuthority,
    ReviewIncomplete,
    ReviewSent,
    WrongState,
)
from welcome.models import Measure, Review, Score

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return make_case("review", package=make_package(criteria=2))


def asked(case, reviewer=None):
    """Asked before the reviewer has opened the file, who then declares that there is no conflict."""
    reviewer = reviewer or make_staff(case.authority, StaffRole.READER, undeclared=True)
    review = actions.ask_review(case=case, reviewer=reviewer, by=officer_of(case.authority))
    declared(reviewer)
    return review


def written(case, points=4, reason="Clear plan.", recommendation="award"):
    scores = {measure.id: (points, reason) for measure in case.terms.measures}
    return {"scores": scores, "recommendation": recommendation, "note": ""}


def sent(case, points=4, reviewer=None):
    review = asked(case, reviewer)
    return actions.send_review(review=review, by=review.reviewer, **written(case, points))


def seen_by(case, user):
    return set(Review.objects.visible_to(user).filter(case=case))


def test_colleague_is_asked_by_mail_without_the_case(case, queued):
    review = asked(case)
    (mail,) = queued("welcome/mail/review_asked")
    assert mail.to == [review.reviewer.email]
    assert case.startup.name not in mail.message


@pytest.mark.parametrize("stranger", [make_user, lambda: make_staff(make_authority())])
def test_only_colleagues_are_asked(case, stranger):
    with pytest.raises(NotAReviewer):
        asked(case, stranger())


def test_only_officers_ask(case):
    signatory = signatory_of(case.authority)
    with pytest.raises(NotOfThisAuthority):
        actions.ask_review(case=case, reviewer=signatory, by=signatory)


def test_nobody_is_asked_outside_the_review():
    with pytest.raises(WrongState):
        asked(make_case("checking", package=make_package(criteria=1)))


def test_draft_is_kept_half_written(case):
    review = asked(case)
    first = case.terms.measures[0].id
    actions.save_review(
        review=review, by=review.reviewer, scores={first: (3, "")}, recommendation="", note="Later."
    )
    assert [(s.criterion, s.points) for s in review.scores.all()] == [(first, 3)]


@pytest.mark.parametrize(
    "lacking", [{"points": None}, {"reason": "  "}, {"recommendation": ""}], ids=str
)
def test_review_is_sent_whole_or_not_at_all(case, lacking):
    review = asked(case)
    with pytest.raises(ReviewIncomplete):
        actions.send_review(review=review, by=review.reviewer, **written(case, **lacking))
    assert not Score.objects.exists()


def test_sent_review_stays_as_it_is(case):
    review = sent(case)
    with pytest.raises(ReviewSent):
        actions.save_review(review=review, by=review.reviewer, **written(case, 1))
    with pytest.raises(ReviewSent):
        actions.drop_review(review=review, by=officer_of(case.authority))


@pytest.mark.parametrize(
    "change",
    [
        lambda review: Review.objects.filter(pk=review.pk).update(note="Else"),
        lambda review: Review.objects.filter(pk=review.pk).delete(),
        lambda review: Score.objects.filter(review=review).update(points=0),
        lambda review: Score.objects.filter(review=review).delete(),
        lambda review: Score.objects.create(review=review, criterion=999, points=1),
    ],
)
def test_database_keeps_what_is_sent(case, change):
    review = sent(case)
    with pytest.raises(IntegrityError), transaction.atomic():
        change(review)


def test_review_of_another_is_not_written(case):
    review = asked(case)
    with pytest.raises(NotAReviewer):
        actions.save_review(review=review, by=officer_of(case.authority), **written(case))


def test_who_left_the_authority_reviews_no_more(case):
    review = asked(case)
    actions.set_member(authority=case.authority, user=review.reviewer, roles=[], by=None)
    with pytest.raises(NotAReviewer):
        actions.save_review(review=review, by=review.reviewer, **written(case))


# Blindness


def test_reviewer_is_blind_until_the_own_review_is_sent(case):
    first, second = sent(case), asked(case)
    assert seen_by(case, second.reviewer) == {second}
    actions.send_review(review=second, by=second.reviewer, **written(case))
    assert seen_by(case, second.reviewer) == {first, second}


def test_who_is_not_asked_waits_until_nobody_owes_one(case):
    first, second = sent(case), asked(case)
    assert seen_by(case, officer_of(case.authority)) == set()
    actions.drop_review(review=second, by=officer_of(case.authority))
    assert seen_by(case, officer_of(case.authority)) == {first}


def test_nobody_reads_what_is_only_begun(case):
    review = asked(case)
    for person in (officer_of(case.authority), make_user(roles=["auditor"])):
        assert seen_by(case, person) == set()
    assert seen_by(case, review.reviewer) == {review}


def test_signatory_reads_all_once_it_is_proposed_and_who_owes_one_stays_blind(case):
    first, second = sent(case), asked(case)
    propose(case)
    assert seen_by(case, signatory_of(case.authority)) == {first}
    assert seen_by(case, second.reviewer) == {second}  # the proposal may come back
    for verb in ("sign", "release"):
        take_step(case, verb)
    assert seen_by(case, second.reviewer) == {first, second}


def test_who_owes_a_review_stays_blind_while_the_applicant_is_asked(case):
    first, second = sent(case), asked(case)
    ask(case)
    assert seen_by(case, second.reviewer) == {second}
    assert seen_by(case, officer_of(case.authority)) == set()
    actions.drop_review(review=second, by=officer_of(case.authority))
    assert seen_by(case, officer_of(case.authority)) == {first}


def test_who_could_read_the_others_is_asked_no_more(case):
    reader = make_staff(case.authority, StaffRole.READER)
    sent(case)
    with pytest.raises(HasRead):
        asked(case, reader)
    later = asked(case)  # has not opened the file yet
    assert later.is_late
    with pytest.raises(HasRead):  # was able to read before that one was asked for
        asked(case, reader)


def test_who_never_could_read_the_others_is_asked_later_on(case):
    reader = make_staff(case.authority, StaffRole.READER)
    owed = asked(case)
    sent(case)
    assert not asked(case, reader).is_late
    assert seen_by(case, owed.reviewer) == {owed}


def test_who_read_while_something_was_proposed_is_asked_no_more(case):
    reader = make_staff(case.authority, StaffRole.READER)
    asked(case)
    sent(case)
    propose(case)
    take_step(case, "return_proposal")
    with pytest.raises(HasRead):
        asked(case, reader)


def test_strangers_and_applicants_read_none(case):
    sent(case)
    for person in (owner_of(case.startup), make_staff(make_authority()), make_user()):
        assert seen_by(case, person) == set()


def page(client, case, user):
    return sign_in(client, user).get(reverse("admin:welcome_case_change", args=[case.pk]))


def test_page_and_paper_tell_a_blind_reviewer_nothing(client, case):
    sent(case, 5)
    second = asked(case)
    response = page(client, case, second.reviewer)
    assert "Clear plan." not in response.text
    assert response.context["review_result"] is None
    assert "Clear plan." not in str(casefile.file_data(case, second.reviewer))


def test_page_and_paper_tell_the_others_everything(client, case):
    sent(case, 5)
    officer = officer_of(case.authority)
    response = page(client, case, officer)
    assert "Clear plan." in response.text
    assert response.context["review_result"] == {"count": 1, "mean": 5.0, "spread": 0.0}
    assert "Clear plan." in str(casefile.file_data(case, officer))


# The form


def post(client, case, user, **data):
    address = reverse("admin:welcome_case_review", args=[case.pk])
    return sign_in(client, user).post(address, data, follow=True)


def test_review_is_written_and_sent_on_its_page(client, case):
    review = asked(case)
    fields = {}
    for measure in case.terms.measures:
        fields |= {f"points_{measure.id}": 3, f"reason_{measure.id}": "Good."}
    response = post(client, case, review.reviewer, **fields, recommendation="award", send="yes")
    assert "Your review is sent." in response.text
    assert fresh(case).reviews.get().is_sent


def test_form_says_what_lacks_and_keeps_what_was_typed(client, case):
    review = asked(case)
    first = case.terms.measures[0].id
    response = post(
        client, case, review.reviewer, **{f"reason_{first}": "Typed already"}, send="yes"
    )
    for words in ("Give points from 0 to 5.", "Choose what you recommend.", "Typed already"):
        assert words in response.text
    assert not fresh(case).reviews.get().is_sent


@pytest.mark.parametrize("points", ["6", "-1", "NaN", "4.5"])
def test_points_out_of_range_are_refused(client, case, points):
    review = asked(case)
    first = case.terms.measures[0].id
    response = post(client, case, review.reviewer, **{f"points_{first}": points})
    assert "error-summary" in response.text
    assert not Score.objects.exists()


def test_who_is_not_asked_finds_no_form(client, case):
    assert post(client, case, officer_of(case.authority)).status_code == 404


# What they come to


def measures(weights):
    return [Measure(number, "a", "a", "", "", weight) for number, weight in enumerate(weights)]


@given(st.lists(st.tuples(st.integers(1, 100), st.integers(0, 5)), min_size=1, max_size=8))
def test_weighed_mean_lies_between_the_points(pairs):
    weights, points = zip(*pairs, strict=True)
    mean = reviews.weighed(dict(enumerate(points)), measures(weights))
    assert min(points) <= mean <= max(points)
    assert mean * sum(weights) == sum(w * p for w, p in pairs)


@given(st.integers(0, 5), st.lists(st.integers(1, 100), min_size=1, max_size=8))
def test_same_points_everywhere_are_the_mean(points, weights):
    scores = dict.fromkeys(range(len(weights)), points)
    assert reviews.weighed(scores, measures(weights)) == points


def test_mean_and_spread_of_two_reviews(case):
    sent(case, 5)
    sent(case, 2)
    found = reviews.result(Review.objects.with_interest().filter(case=case), case.terms.measures)
    assert (found.count, found.mean, found.spread) == (2, Fraction(7, 2), 3)


def ranked(package, user):
    return [(rank.case, rank.fits) for rank in reviews.ranking(package, user).ranks]


def test_ranking_has_the_best_first_and_a_line_where_places_end():
    package = make_package(criteria=1, places=2)
    make_case("signed", package=package)
    cases = [make_case("review", package=package) for _ in range(3)]
    for case, points in zip(cases, (2, 5, 3), strict=True):
        sent(case, points)
    first, second, third = ranked(package, officer_of(package.authority))
    assert [first, second, third] == [(cases[1], True), (cases[2], False), (cases[0], False)]


@pytest.mark.parametrize(("budget", "fits"), [(12_000, [True, True]), (11_999, [True, False])])
def test_line_is_drawn_where_the_budget_ends(budget, fits):
    package = make_package(budget=budget)
    for _ in range(2):
        make_case("review", package=package)
    assert [fit for _case, fit in ranked(package, officer_of(package.authority))] == fits


def test_ranking_tells_a_blind_reviewer_no_mean(client, case):
    sent(case, 5)
    second = asked(case)
    address = reverse("admin:welcome_package_ranking", args=[case.package_id])
    assert "5.00" not in sign_in(client, second.reviewer).get(address).text
    actions.send_review(review=second, by=second.reviewer, **written(case, 5))
    assert "5.00" in client.get(address).text


# The waiting list


@pytest.mark.parametrize(
    ("verb", "state"),
    [("put_on_waiting_list", "review"), ("call_from_waiting_list", "waiting_list")],
)
def test_applicant_hears_of_the_waiting_list(queued, verb, state):
    case = make_case(state)
    before = len(queued("welcome/mail/waiting_list"))
    getattr(actions, verb)(case=case, by=officer_of(case.authority))
    assert len(queued("welcome/mail/waiting_list")) == before + 1


def test_proposal_and_signature_are_told_whose_review_still_waits(case, client):
    waits = asked(case)
    words = f"A review still waits: {waits.reviewer}, asked on 22 July 2024."
    sign_in(client, officer_of(case.authority))
    assert words in client.get(reverse("admin:welcome_case_propose", args=[case.pk])).text
    propose(case)
    sign_in(client, signatory_of(case.authority))
    response = client.get(reverse("admin:welcome_case_sign", args=[case.pk]))
    assert words in response.text
    assert "<button>Sign the decision</button>" in response.text


def test_nothing_is_said_of_reviews_that_are_sent(case, client):
    sent(case)
    sign_in(client, officer_of(case.authority))
    assert (
        "still waits" not in client.get(reverse("admin:welcome_case_propose", args=[case.pk])).text
    )
