"""Who has something of their own in a case: a start-up they belong to, or a conflict that they declared."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from corridor import clock
from corridor.accounts import actions as accounts
from tests.database import refused_by, sql
from tests.factories import (
    declared,
    fresh,
    make_case,
    make_package,
    make_staff,
    make_user,
    officer_of,
    owner_of,
    propose,
    sign_in,
    signatory_of,
    use_benefit,
)
from welcome import actions, reviews
from welcome.choices import DocumentKind, StaffRole
from welcome.exceptions import DecidedInConflict
from welcome.models import (
    Application,
    Case,
    CaseAccess,
    CaseEvent,
    ConflictDeclaration,
    Decision,
    Review,
    Revision,
    RevisionDocument,
    documents_visible_to,
)

pytestmark = pytest.mark.django_db
FILE = ("preview", "file", "archive", "review", "history")


def address(case, name="change"):
    return reverse(f"admin:welcome_case_{name}", args=[case.pk])


def join(case, person):
    case.startup.memberships.create(user=person, role="owner", since=clock.now())
    return person


def of_own_startup(case, *, undeclared=True):
    """A member of the authority who came to belong to the start-up."""
    return join(case, make_staff(case.authority, *StaffRole, undeclared=undeclared))


def make_auditor(**fields):
    return make_user("Astrid Audit", roles=["auditor"], **fields)


def records(person, case):
    """What of a case's secrets a person finds in the lists of the back office."""
    found = [Decision, CaseEvent, ConflictDeclaration, CaseAccess, Review]
    return [model.objects.visible_to(person).filter(case=case).count() for model in found]


# The start-up's own people in the authority


@pytest.mark.parametrize("undeclared", [True, False])
def test_own_startup_is_in_no_list_and_no_table(client, undeclared):
    case = make_case("proposed", package=make_package(criteria=1))
    sign_in(client, of_own_startup(case, undeclared=undeclared))
    everything = {"state": "all"}
    assert (
        case.reference not in client.get(reverse("admin:welcome_case_changelist"), everything).text
    )
    table = client.get(reverse("admin:welcome_case_export", args=["csv"]), everything)
    assert case.reference not in b"".join(table.streaming_content).decode()


@pytest.mark.parametrize("state", ["review", "proposed"])
def test_own_startup_has_no_name_in_the_ranking(client, state):
    case = make_case(state, package=make_package(criteria=1))
    other = make_case("review", package=case.package)
    sign_in(client, of_own_startup(case))
    page = client.get(reverse("admin:welcome_package_ranking", args=[case.package_id]))
    assert other.reference in page.text
    assert case.reference not in page.text


def test_declaration_of_before_opens_no_file_of_the_own_startup(client):
    case = make_case("proposed")
    person = of_own_startup(case, undeclared=False)
    assert case.declarations.filter(user=person, answer="none").exists()
    text = sign_in(client, person).get(address(case)).text
    assert "You belong to this start-up" in text
    assert "guideline were checked" not in text
    assert [client.get(address(case, name)).status_code for name in FILE] == [404] * 5
    assert client.get(address(case, "sign")).url == address(case)


def test_own_people_still_open_what_is_theirs(client):
    case = make_case("review")
    person = of_own_startup(case, undeclared=False)
    assert Case.objects.visible_to(person).get() == case
    assert sign_in(client, person).get(f"/en/cases/{case.reference}/").status_code == 200


def test_conflict_with_the_own_startup_is_declared_on_its_page(client):
    case = make_case("review")
    officer = join(case, officer_of(case.authority))
    text = sign_in(client, officer).get(address(case)).text
    assert 'value="conflict"' in text
    assert 'value="none"' not in text
    client.post(address(case, "declare"), {"answer": "conflict", "note": "I joined them."})
    assert case.events.last().verb == "declare_conflict"
    assert fresh(case).officer is None
    assert client.get(address(case)).status_code == 404


# Who decided, and joined the start-up later


def test_proposal_of_who_joined_the_startup_is_not_signed(client):
    case = make_case("proposed")
    join(case, case.open_decision.proposed_by)
    signatory = signatory_of(case.authority)
    with pytest.raises(DecidedInConflict):
        actions.sign(case=case, by=signatory)
    assert (
        str(DecidedInConflict.message) in sign_in(client, signatory).get(address(case, "sign")).text
    )


@pytest.mark.parametrize("role", ["proposed_by", "signed_by"])
def test_decision_of_who_joined_the_startup_is_not_released(role):
    case = make_case("signed")
    officer = make_staff(case.authority, StaffRole.OFFICER)
    join(case, getattr(case.open_decision, role))
    with pytest.raises(DecidedInConflict):
        actions.release(case=case, by=officer)


def test_several_are_signed_without_the_one_whose_proposer_joined(client):
    package = make_package()
    case, other = (make_case("proposed", package=package) for _case in range(2))
    sign_in(client, signatory_of(package.authority))
    for each in (case, other):
        client.get(address(each))
    join(case, case.open_decision.proposed_by)
    ticked = {"action": ["sign_several"], "index": "0", "_selected_action": [case.pk, other.pk]}
    text = client.post(reverse("admin:welcome_case_changelist"), ticked).text
    assert text.count(str(DecidedInConflict.message)) == 1


def test_database_takes_no_signature_below_a_proposal_of_the_startups_own():
    case = make_case("proposed")
    decision = case.open_decision
    join(case, decision.proposed_by)
    with refused_by("decision_without_conflict"):
        sql(
            "UPDATE welcome_decision SET signed_by_id = %s, signed_at = now() WHERE id = %s",
            signatory_of(case.authority).pk,
            decision.pk,
        )


# Auditors


def test_auditor_becomes_no_member_of_an_authority():
    auditor, case = make_auditor(), make_case()
    for role in StaffRole:
        with pytest.raises(accounts.AuditsApart):
            actions.set_member(authority=case.authority, user=auditor, roles=[role], by=None)
    assert not case.authority.members.filter(user=auditor).exists()


@pytest.mark.parametrize("role", StaffRole)
def test_member_of_an_authority_becomes_no_auditor(role):
    person = make_staff(make_case().authority, role)
    with pytest.raises(accounts.AuditsApart):
        accounts.set_roles(user=person, roles=["auditor"], by=None)


def test_page_of_the_person_says_why(client):
    person = make_staff(make_case().authority)
    sign_in(client, make_user(roles=["administrator"]))
    page = reverse("admin:accounts_user_change", args=[person.pk])
    data = {"name": person.name, "language": "en", "roles": ["auditor"], "is_active": "on"}
    text = client.post(page, data, follow=True).text
    assert "Auditors read all cases and work on none." in text


def test_who_is_both_already_reads_as_the_authority_does():
    case, foreign = make_case("review"), make_case("review")
    person = make_staff(case.authority, undeclared=True)
    person.groups.add(Group.objects.get(name="auditor"))
    person.forget_roles()
    assert list(Case.objects.for_back_office(person)) == [case]
    assert not case.is_open_to(person)
    assert not Case.objects.visible_to(person).exists()
    assert not Revision.objects.visible_to(person).exists()
    assert foreign.startup_id != case.startup_id


def test_auditor_reads_nothing_of_the_own_startups_case(client):
    case, other = make_case("signed"), make_case("signed")
    auditor = make_auditor()
    for each in (case, other):
        actions.note_look(case=each, by=officer_of(each.authority))
    join(case, auditor)
    sign_in(client, auditor)
    assert [client.get(address(each)).status_code for each in (case, other)] == [404, 200]
    assert records(auditor, case) == [0] * 5
    assert records(auditor, other)[0] == 1
    notice = case.open_decision.notice
    assert not documents_visible_to(auditor).filter(pk=notice.pk).exists()


def test_auditor_reads_nothing_where_they_declared_a_conflict():
    case = make_case("signed", package=make_package(required_documents=[DocumentKind.PITCH_DECK]))
    person = make_staff(case.authority, StaffRole.READER, undeclared=True)
    actions.declare_conflict(case=case, by=person)
    actions.set_member(authority=case.authority, user=person, roles=[], by=None)
    accounts.set_roles(user=person, roles=["auditor"], by=None)
    assert not Case.objects.visible_to(person).exists()
    for model in (Application, Revision, RevisionDocument):
        assert not model.objects.visible_to(person).exists()
    assert records(person, case) == [0, 0, 1, 0, 0]  # their own declaration
    assert not documents_visible_to(person).exists()


# Reviews


def reviewed(case, points):
    reviewer = make_staff(case.authority, StaffRole.READER, undeclared=True)
    review = actions.ask_review(case=case, reviewer=reviewer, by=officer_of(case.authority))
    declared(reviewer)
    scores = {measure.id: (points, "Clear plan.") for measure in case.terms.measures}
    actions.send_review(review=review, scores=scores, recommendation="award", note="", by=reviewer)
    return reviewer


@pytest.mark.parametrize("how", ["declares", "joins"])
def test_review_of_a_colleague_with_an_interest_does_not_count(client, how):
    case = make_case("review", package=make_package(criteria=2))
    first, second = (reviewed(case, points) for points in (5, 1))
    if how == "declares":
        actions.declare_conflict(case=case, by=first, note="My brother works there.")
    else:
        join(case, first)
    officer = officer_of(case.authority)
    page = sign_in(client, officer).get(address(case))
    assert page.context["review_result"] == {"count": 1, "mean": 1.0, "spread": 0.0}
    assert f"The review of {first} does not count any more" in page.text
    assert page.text.count("does not count any more") == 1
    assert reviews.ranking(case.package, officer).ranks[0].result.mean == 1
    assert second != first


def test_case_whose_only_review_does_not_count_has_no_mean():
    case = make_case("review", package=make_package(criteria=1))
    actions.declare_conflict(case=case, by=reviewed(case, 5))
    (rank,) = reviews.ranking(case.package, officer_of(case.authority)).ranks
    assert rank.result is None


# What is read without a look of before


@pytest.mark.parametrize("data", [{}, {"insert": "0-de"}])
def test_page_that_answers_a_post_is_a_look(client, data):
    case = make_case("review")
    officer = officer_of(case.authority)
    response = sign_in(client, officer).post(address(case, "propose"), data)
    seen = response.status_code == 200
    assert seen != bool(data)
    assert CaseAccess.objects.filter(case=case, by=officer).exists() == seen


def test_own_review_with_errors_is_a_look(client):
    case = make_case("review", package=make_package(criteria=1))
    officer = officer_of(case.authority)
    actions.ask_review(case=case, reviewer=officer, by=officer)
    sign_in(client, officer).post(address(case, "review"), {"send": "1"})
    assert CaseAccess.objects.filter(case=case, by=officer).exists()


def test_preview_of_what_is_typed_is_a_look(client):
    case = make_case("review")
    officer = officer_of(case.authority)
    typed = {"kind": "reject", "reasons_de": "Nein.", "reasons_en": "No.", "preview": "1"}
    response = sign_in(client, officer).post(address(case, "propose"), typed)
    assert response["Content-Type"] == "application/pdf"
    assert CaseAccess.objects.filter(case=case, by=officer).exists()


# What belongs to an award


def test_nothing_of_an_award_opens_before_the_declaration(client):
    case = make_case("final")
    use_benefit(case)
    item = case.award.items.first()
    page = reverse("admin:welcome_awarditem_change", args=[item.pk])
    person = make_staff(case.authority, undeclared=True)
    assert sign_in(client, person).get(page).status_code == 404
    rows = client.get(reverse("admin:welcome_awarditem_changelist")).context["cl"].result_list
    assert not rows
    declared(person)
    assert client.get(page).status_code == 200


def test_proposal_stays_possible_for_who_has_no_interest():
    case = make_case("review")
    of_own_startup(case)
    propose(case)
    assert actions.sign(case=fresh(case), by=signatory_of(case.authority)).signed_at


def test_view_of_the_list_is_kept_for_who_works_on_cases(client):
    case = make_case()
    cases = reverse("admin:welcome_case_changelist")
    save = reverse("admin:welcome_case_view_save")
    kept = {}
    for person in (make_auditor(), officer_of(case.authority)):
        offered = 'name="query"' in sign_in(client, person).get(cases, {"state": "all"}).text
        client.post(save, {"name": "Mine", "query": "state=all"})
        kept[person.name] = offered, person.saved_views.count()
    assert list(kept.values()) == [(False, 0), (True, 1)]


def test_own_owner_is_no_staff(client):
    case = make_case("proposed")
    assert sign_in(client, owner_of(case.startup)).get(address(case)).status_code == 404
