"""Several decisions at once: signed only where each was opened by itself, released with a mail for each."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from corridor import clock
from startups.models import Membership
from tests.factories import (
    fresh,
    make_case,
    make_package,
    make_staff,
    officer_of,
    owner_of,
    propose,
    sign_in,
    signatory_of,
)
from tests.markup import Tree, problems_of
from welcome import actions
from welcome.choices import DecisionKind, StaffRole
from welcome.exceptions import (
    BudgetExceeded,
    FourEyes,
    NotDeclared,
    NotOfThisAuthority,
    NotOpened,
    OtherProposal,
    WrongState,
)
from welcome.models import Decision, Package

pytestmark = pytest.mark.django_db

LIST = reverse("admin:welcome_case_changelist")


def page(case):
    return reverse("admin:welcome_case_change", args=[case.pk])


@pytest.fixture
def package():
    return make_package()


@pytest.fixture
def signatory(package, client):
    person = signatory_of(package.authority)
    sign_in(client, person)
    return person


@pytest.fixture
def officer(package, client):
    person = officer_of(package.authority)
    sign_in(client, person)
    return person


def proposed(client, package, *, opened=True, **kwargs):
    case = make_case("proposed", package=package, **kwargs)
    if opened:
        client.get(page(case))
    return case


def asked(client, name, *cases, **fields):
    data = {"action": name, "index": 0, "_selected_action": [case.pk for case in cases]}
    return client.post(LIST, {**data, **fields})


def done(client, name, *cases, decisions=None):
    if decisions is None:
        decisions = [case.open_decision.pk for case in cases]
    return asked(client, name, *cases, apply="yes", decision=decisions)


def states(*cases):
    return [fresh(case).state for case in cases]


def refusals(response):
    return [str(refusal) for _case, _decision, refusal in response.context["results"]]


# Signing


def test_page_says_what_will_be_signed_and_what_it_takes(client, package, signatory):
    cases = [proposed(client, package) for _ in range(2)]
    make_case("signed", package=package)
    response = asked(client, "sign_several", *cases)
    assert [case.pk for case, _decision in response.context["possible"]] == [c.pk for c in cases]
    assert "2 awards, €12,000. Left without them: €44,000 and 9 places." in response.text
    assert "That does not suffice" not in response.text
    assert states(*cases) == ["proposed"] * 2


def test_several_are_signed_each_with_its_notice_and_result(client, queued, package, signatory):
    cases = [proposed(client, package), proposed(client, package, kind=DecisionKind.REJECT)]
    response = done(client, "sign_several", *cases)
    assert refusals(response) == ["", ""]
    assert states(*cases) == ["signed", "signed"]
    assert {d.signed_by for d in Decision.objects.all()} == {signatory}
    assert all(decision.notice_id for decision in Decision.objects.all())
    assert queued("welcome/mail/notice_released") == []


def test_what_was_not_opened_is_not_signed(client, package, signatory):
    read, unread = proposed(client, package), proposed(client, package, opened=False)
    response = asked(client, "sign_several", read, unread)
    assert [(case.pk, str(reason)) for case, reason in response.context["impossible"]] == [
        (unread.pk, str(NotOpened.message))
    ]
    assert refusals(done(client, "sign_several", read, unread)) == ["", str(NotOpened.message)]
    assert states(read, unread) == ["signed", "proposed"]


def test_page_of_the_signature_counts_as_opened(client, package, signatory):
    case = proposed(client, package, opened=False)
    client.get(reverse("admin:welcome_case_sign", args=[case.pk]))
    assert refusals(done(client, "sign_several", case)) == [""]


@pytest.mark.parametrize("other", ["return_proposal", "file", "preview"])
def test_pages_that_do_not_show_the_proposal_count_for_nothing(client, package, signatory, other):
    case = proposed(client, package, opened=False)
    client.get(reverse(f"admin:welcome_case_{other}", args=[case.pk]))
    assert refusals(done(client, "sign_several", case)) == [str(NotOpened.message)]


def test_what_was_opened_before_it_was_proposed_anew_is_not_signed(client, package, signatory):
    case = proposed(client, package)
    actions.return_proposal(case=case, note="Again.", by=signatory)
    client.get(page(case))
    propose(fresh(case))
    assert refusals(done(client, "sign_several", case)) == [str(NotOpened.message)]


def test_action_itself_asks_who_opened_the_proposal(client, package, signatory):
    case = proposed(client, package, opened=False)
    sign_in(client, officer_of(package.authority)).get(page(case))
    with pytest.raises(NotOpened):
        actions.sign_opened(case=case, by=signatory, read=case.open_decision)


def test_opened_proposal_of_another_case_signs_nothing(client, package, signatory):
    read, unread = proposed(client, package), proposed(client, package, opened=False)
    with pytest.raises(OtherProposal):
        actions.sign_opened(case=unread, by=signatory, read=read.open_decision)


def test_proposal_that_the_page_did_not_name_is_not_signed(client, package, signatory):
    case = proposed(client, package)
    for decisions in ([], ["nonsense"]):
        response = done(client, "sign_several", case, decisions=decisions)
        assert refusals(response) == [str(OtherProposal.message)]
    assert states(case) == ["proposed"]


def test_own_proposal_is_not_signed_among_others(client, package):
    person = make_staff(package.authority, StaffRole.OFFICER, StaffRole.SIGNATORY)
    case = make_case("review", package=package)
    propose(case, by=person)
    sign_in(client, person).get(page(case))
    response = asked(client, "sign_several", case)
    assert [str(reason) for _case, reason in response.context["impossible"]] == [
        str(FourEyes.message)
    ]
    assert refusals(done(client, "sign_several", fresh(case))) == [str(FourEyes.message)]


def test_one_refusal_holds_up_no_other(client, signatory, package):
    Package.objects.update(budget=10_000)
    cases = [proposed(client, package) for _ in range(2)]
    rejection = proposed(client, package, kind=DecisionKind.REJECT)
    before = asked(client, "sign_several", *cases, rejection)
    assert "That does not suffice" in before.text
    response = done(client, "sign_several", *cases, rejection)
    assert problems_of(Tree(before.text)) == problems_of(Tree(response.text)) == []
    assert refusals(response) == ["", str(BudgetExceeded.message), ""]
    assert response.text.count("Not possible.") == 1
    assert states(*cases, rejection) == ["signed", "proposed", "signed"]


def test_what_cannot_be_signed_says_why(client, package, signatory):
    foreign, review = make_case("proposed"), make_case("review", package=package)
    own, undeclared = (proposed(client, package) for _ in range(2))
    Membership.objects.create(startup=own.startup, user=signatory, role="owner", since=clock.now())
    new = make_staff(package.authority, StaffRole.SIGNATORY, undeclared=True)
    actions.set_member(
        authority=foreign.authority, user=signatory, roles=[StaffRole.READER], by=None
    )
    response = asked(client, "sign_several", foreign, review, own)
    assert {case.pk: str(reason) for case, reason in response.context["impossible"]} == {
        foreign.pk: str(NotOfThisAuthority.message),
        review.pk: str(WrongState.message),
    }
    assert '<button name="apply"' not in response.text
    response = asked(sign_in(client, new), "sign_several", undeclared)
    assert [str(r) for _c, r in response.context["impossible"]] == [str(NotDeclared.message)]


def test_each_button_is_for_its_role(client, package):
    case = make_case("signed", package=package)
    for person, words, names in [
        (signatory_of(package.authority), "Sign several", ["release_several", "give_away"]),
        (officer_of(package.authority), "Release several", ["sign_several", "delete_selected"]),
    ]:
        assert words in sign_in(client, person).get(LIST, {"state": "signed"}).text
        assert [asked(client, name, case).status_code for name in names] == [404, 404]
    reader = make_staff(package.authority, StaffRole.READER)
    assert asked(sign_in(client, reader), "sign_several", case).context.get("possible") is None
    assert states(case) == ["signed"]


def test_page_costs_the_same_for_one_and_for_twelve(client, package, signatory):
    cases = [proposed(client, package) for _ in range(12)]
    counts = set()
    for some in (cases[:1], cases):
        with CaptureQueriesContext(connection) as queries:
            assert len(asked(client, "sign_several", *some).context["possible"]) == len(some)
        counts.add(len(queries))
    assert len(counts) == 1
    assert max(counts) <= 20


# Releasing


def test_several_are_released_with_a_mail_each(client, queued, package, officer):
    cases = [make_case("signed", package=package) for _ in range(2)]
    text = asked(client, "release_several", *cases).text
    assert "2 awards, €12,000. Left without them: €50,000 and 10 places." in text
    assert states(*cases) == ["signed"] * 2
    assert refusals(done(client, "release_several", *cases)) == ["", ""]
    assert states(*cases) == ["released"] * 2
    mails = queued("welcome/mail/notice_released")
    assert sorted(mail.to[0] for mail in mails) == sorted(owner_of(c.startup).email for c in cases)


def test_release_checks_each_again_and_goes_on(client, queued, package, officer):
    award, rejection = (
        make_case("signed", package=package, kind=kind)
        for kind in (DecisionKind.GRANT, DecisionKind.REJECT)
    )
    Package.objects.update(budget=0)
    response = done(client, "release_several", award, rejection)
    assert refusals(response) == [str(BudgetExceeded.message), ""]
    assert states(award, rejection) == ["signed", "released"]
    assert len(queued("welcome/mail/notice_released")) == 1


def test_decision_that_was_taken_back_and_signed_anew_is_not_released(client, package, officer):
    case = make_case("signed", package=package)
    shown = case.open_decision.pk
    actions.reopen(case=case, note="Wrong sum.", by=officer)
    propose(fresh(case))
    actions.sign(case=case, by=signatory_of(package.authority))
    response = done(client, "release_several", fresh(case), decisions=[shown])
    assert refusals(response) == [str(OtherProposal.message)]
    assert states(case) == ["signed"]


def test_button_counts_by_its_place_among_the_names(client, package, officer):
    case = make_case("signed", package=package)
    html = client.get(LIST, {"state": "signed"}).text
    names = re.findall(r'name="action" value="(\w*)"', html)
    data = {"action": names, "index": names.index("release_several"), "_selected_action": case.pk}
    assert client.post(LIST, data).context["batch"].name == "release_several"
    for index in ("99", "x", "-1"):
        assert client.post(LIST, {**data, "index": index}).status_code == 404
