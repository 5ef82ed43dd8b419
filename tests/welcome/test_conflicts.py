"""A conflict of interest is declared before a file opens; who has one opens nothing and takes no step."""

import pytest
from django.urls import reverse

from tests.database import refused_by, sql
from tests.factories import (
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
)
from welcome import actions
from welcome.admin.verbs import VERBS
from welcome.choices import ConflictAnswer, DocumentKind, StaffRole
from welcome.exceptions import (
    ColleagueInConflict,
    ConflictDeclared,
    DecidedInConflict,
    NotDeclared,
    NotOfThisAuthority,
    OwnCase,
)
from welcome.models import (
    Case,
    ConflictDeclaration,
    Decision,
    Message,
    Revision,
    RevisionDocument,
    documents_visible_to,
)

pytestmark = pytest.mark.django_db
PAGES = ("preview", "file", "archive")


def page(case):
    return reverse("admin:welcome_case_change", args=[case.pk])


def address(case, name):
    return reverse(f"admin:welcome_case_{name}", args=[case.pk])


def colleague(case, *roles):
    """A member of the authority who has declared nothing yet."""
    return make_staff(case.authority, *(roles or StaffRole), undeclared=True)


def deck_case(state="proposed"):
    return make_case(state, package=make_package(required_documents=[DocumentKind.PITCH_DECK]))


def in_conflict(case, *roles):
    person = colleague(case, *roles)
    actions.declare_conflict(case=case, by=person, note="My sister works there.")
    return person


def opens(person, case):
    """What of a file a person gets to see, by every way that leads to it."""
    mine = {"case": case.pk}
    return [
        Case.objects.visible_to(person).filter(pk=case.pk).exists(),
        Decision.objects.visible_to(person).filter(**mine).exists(),
        Message.objects.visible_to(person).filter(**mine).exists(),
        Revision.objects.visible_to(person).filter(application=case.application).exists(),
        RevisionDocument.objects.visible_to(person).filter(revision=case.revision).exists(),
        documents_visible_to(person).exists(),
        case.events.model.objects.visible_to(person).filter(**mine).exists(),
    ]


# Before the declaration


def test_file_opens_with_the_declaration_and_not_before():
    case = deck_case("signed")
    actions.write_to_authority(case=case, text="Hello", by=owner_of(case.startup))
    person = colleague(case)
    assert opens(person, case) == [False] * 7
    actions.declare_no_conflict(case=case, by=person)
    assert opens(person, case) == [True] * 7


def test_declaration_for_one_case_opens_no_other():
    package = make_package(required_documents=[DocumentKind.PITCH_DECK])
    first, second = (make_case("signed", package=package) for _case in range(2))
    person = colleague(first)
    actions.declare_no_conflict(case=first, by=person)
    assert not any(opens(person, second)[:5])
    seen = documents_visible_to(person)
    assert not seen.filter(pk=second.revision.documents.get().document_id).exists()


def test_page_shows_who_applied_and_nothing_of_the_file(client):
    case = make_case("review")
    actions.write_to_authority(case=case, text="Our secret", by=owner_of(case.startup))
    text = sign_in(client, colleague(case)).get(page(case)).text
    for words in (case.reference, case.startup.legal_name, owner_of(case.startup).name):
        assert words in text
    for words in ("Our secret", "Pilots with two hospitals", "A pocket ultrasound", "Record of"):
        assert words not in text


@pytest.mark.parametrize("name", PAGES)
def test_no_other_page_of_the_file_opens_before_the_declaration(client, name):
    case = make_case("proposed")
    person = colleague(case)
    assert sign_in(client, person).get(address(case, name)).status_code == 404
    assert client.get(address(case, "review")).status_code == 404
    declared(person)
    assert client.get(address(case, name)).status_code == 200


def test_document_is_not_there_before_the_declaration(client):
    case = deck_case()
    document = case.revision.documents.get().document
    person = colleague(case)
    assert not documents_visible_to(person).filter(pk=document.pk).exists()
    assert sign_in(client, person).get(reverse("document", args=[document.pk])).status_code == 404


@pytest.mark.parametrize("verb", VERBS)
def test_no_verb_works_before_the_declaration(client, verb):
    case = make_case("proposed" if verb in {"sign", "return_proposal"} else "review")
    sign_in(client, colleague(case))
    before = case.events.count(), fresh(case).state
    assert client.get(address(case, verb)).url == page(case)
    response = client.post(address(case, verb), {"note": "x", "text": "x"}, follow=True)
    assert str(NotDeclared.message) in response.text
    assert "Before you open the file" in response.text
    assert (case.events.count(), fresh(case).state) == before


def test_actions_ask_for_the_declaration_too():
    case = make_case("proposed")
    person = colleague(case)
    with pytest.raises(NotDeclared):
        actions.return_proposal(case=case, note="Why?", by=person)
    with pytest.raises(NotDeclared):
        actions.write_to_applicant(case=case, text="Hello", by=person)


def test_case_is_declared_and_taken_in_one_go(client):
    case = make_case()
    person = colleague(case)
    text = sign_in(client, person).get(page(case)).text
    assert "No conflict: take the case" in text
    response = client.post(address(case, "declare"), {"answer": "take"}, follow=True)
    assert str(VERBS["take"].done) in response.text
    assert fresh(case).officer == person
    assert case.declarations.get(user=person).answer == ConflictAnswer.NONE


def test_reader_declares_too_and_is_offered_no_case(client):
    case = make_case()
    text = sign_in(client, colleague(case, StaffRole.READER)).get(page(case)).text
    assert "take the case" not in text
    response = client.post(address(case, "declare"), {"answer": "none"}, follow=True)
    assert "What was applied for" in response.text


def test_looking_declares_nothing(client):
    case = make_case()
    sign_in(client, colleague(case))
    before = ConflictDeclaration.objects.count()
    for name in ("declare", "change"):
        assert client.get(address(case, name)).status_code == 200
        client.head(address(case, name))
    assert ConflictDeclaration.objects.count() == before


def test_auditor_reads_without_a_declaration_and_declares_nothing(client):
    case = make_case("proposed")
    sign_in(client, make_user(roles=["auditor"]))
    assert "What was applied for" in client.get(page(case)).text
    assert client.get(address(case, "declare")).status_code == 404
    assert client.post(address(case, "declare"), {"answer": "none"}).status_code == 404


def test_file_of_ones_own_startup_opens_by_no_declaration(client):
    case = make_case()
    person = colleague(case)
    case.startup.memberships.create(user=person, role="editor", since=case.submitted_at)
    with pytest.raises(OwnCase):
        actions.declare_no_conflict(case=case, by=person)
    text = sign_in(client, person).get(page(case)).text
    assert str(OwnCase.message) in text
    assert "No conflict:" not in text


@pytest.mark.parametrize("answer", ["", "maybe", None])
def test_button_that_does_not_exist_declares_nothing(client, answer):
    case = make_case()
    person = colleague(case)
    data = {} if answer is None else {"answer": answer}
    sign_in(client, person).post(address(case, "declare"), data)
    assert not case.declarations.filter(user=person).exists()


# A conflict


def test_conflict_closes_every_way_to_the_file():
    case = deck_case("signed")
    actions.write_to_authority(case=case, text="Hello", by=owner_of(case.startup))
    assert opens(in_conflict(case), case) == [False] * 7


def test_conflict_found_late_closes_what_was_open(client):
    case = deck_case("signed")
    person = declared(colleague(case))
    assert all(opens(person, case)[:2])
    sign_in(client, person)
    data = {"answer": "conflict", "note": "My sister works there."}
    response = client.post(address(case, "declare"), data, follow=True)
    assert "The case is closed to you." in response.text
    assert not any(opens(person, case))
    assert client.get(page(case)).status_code == 404
    assert case.reference not in client.get("/admin/welcome/case/?state=all").text


@pytest.mark.parametrize("verb", [*VERBS, *PAGES, "history", "declare", "review"])
def test_conflict_hides_every_address_of_the_case(client, verb):
    case = make_case("proposed")
    sign_in(client, in_conflict(case))
    before = case.events.count()
    assert client.get(address(case, verb)).status_code == 404
    assert client.post(address(case, verb), {"answer": "none"}).status_code in {404, 405}
    assert (case.events.count(), fresh(case).state) == (before, "proposed")


def test_conflict_refuses_every_action_by_its_name():
    case = make_case("proposed")
    person = in_conflict(case)
    for step in (
        lambda: actions.sign(case=case, by=person),
        lambda: actions.return_proposal(case=case, note="Why?", by=person),
        lambda: actions.write_to_applicant(case=case, text="Hello", by=person),
        lambda: actions.declare_no_conflict(case=case, by=person),
        lambda: actions.declare_conflict(case=case, by=person),
        lambda: actions.assign(case=case, officer=person, by=person),
    ):
        with pytest.raises(ConflictDeclared):
            step()


def test_conflict_hands_the_case_back_and_stays_in_the_record(queued):
    case = make_case("review")
    officer = officer_of(case.authority)
    actions.declare_conflict(case=case, by=officer, note="  My sister works there. ")
    assert fresh(case).officer is None
    event = case.events.last()
    assert (event.verb, event.by, event.note) == (
        "declare_conflict",
        officer,
        "My sister works there.",
    )
    (mail,) = queued("welcome/mail/handed_back")
    assert mail.to == [case.authority.email]
    assert "sister" not in mail.message


def test_conflict_of_somebody_else_leaves_the_case_where_it_is(queued):
    case = make_case("review")
    in_conflict(case, StaffRole.READER)
    assert fresh(case).officer == officer_of(case.authority)
    assert not queued("welcome/mail/handed_back")


def test_case_that_was_handed_back_waits_for_an_officer(client):
    case = make_case("review")
    actions.declare_conflict(case=case, by=officer_of(case.authority))
    person = make_staff(case.authority)
    found = sign_in(client, person).get("/admin/welcome/case/?waiting=nobody")
    assert found.context["cl"].result_count == 1
    actions.assign(case=case, officer=person, by=person)
    assert fresh(case).officer == person


def test_colleague_in_conflict_gets_neither_case_nor_review():
    case = make_case("review")
    person, officer = in_conflict(case), officer_of(case.authority)
    with pytest.raises(ColleagueInConflict):
        actions.assign(case=case, officer=person, by=officer)
    with pytest.raises(ColleagueInConflict):
        actions.ask_review(case=case, reviewer=person, by=officer)


def test_work_is_given_out_without_opening_the_file():
    case = make_case()
    officer, person = officer_of(case.authority), colleague(case)
    actions.assign(case=case, officer=officer, by=person)
    assert not case.is_open_to(person)


def test_conflict_does_not_reach_the_applicant(client):
    case = make_case("review")
    in_conflict(case)
    text = sign_in(client, owner_of(case.startup)).get(f"/en/cases/{case.reference}/").text
    assert "sister" not in text
    assert "onflict of interest" not in text


def test_conflict_in_one_case_leaves_the_others_open():
    package = make_package()
    first, second = make_case("review", package=package), make_case("review", package=package)
    person = in_conflict(first)
    assert declared(person) == person
    assert list(Case.objects.visible_to(person)) == [second]


def test_others_declare_nothing():
    case = make_case()
    for person in (make_user(), make_staff(make_authority()), owner_of(case.startup)):
        for declare in (actions.declare_no_conflict, actions.declare_conflict):
            with pytest.raises(NotOfThisAuthority):
                declare(case=case, by=person)


def test_signatory_reads_and_signs_after_the_declaration():
    case = make_case("review")
    propose(case)
    person = colleague(case, StaffRole.SIGNATORY)
    with pytest.raises(NotDeclared):
        actions.sign(case=case, by=person)
    actions.declare_no_conflict(case=case, by=person)
    assert actions.sign(case=case, by=person).signed_by == person


# What the database keeps


def test_declaration_is_made_once():
    case = make_case()
    person = colleague(case)
    for _time in range(2):
        actions.declare_no_conflict(case=case, by=person)
    assert case.declarations.filter(user=person).count() == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE welcome_conflictdeclaration SET answer = 'none' WHERE user_id = %s",
        "DELETE FROM welcome_conflictdeclaration WHERE user_id = %s",
    ],
)
def test_declaration_stays_as_it_was_made(statement):
    person = in_conflict(make_case())
    with refused_by("conflict_declaration_kept"):
        sql(statement, person.pk)


def test_conflict_is_not_taken_back():
    case = make_case()
    person = in_conflict(case)
    with refused_by("conflict_stays"):
        sql(
            "INSERT INTO welcome_conflictdeclaration (case_id, user_id, answer, note, at) "
            "VALUES (%s, %s, 'none', '', now())",
            case.pk,
            person.pk,
        )


def test_database_gives_no_case_to_somebody_in_conflict():
    case = make_case()
    person = in_conflict(case)
    with refused_by("case_officer_without_conflict"):
        sql("UPDATE welcome_case SET officer_id = %s WHERE id = %s", person.pk, case.pk)


def test_declarations_are_seen_by_whoever_may_open_the_file():
    case = make_case()
    person, stranger = in_conflict(case), make_staff(make_authority())
    officer = officer_of(case.authority)

    def seen(user):
        return ConflictDeclaration.objects.visible_to(user).filter(case=case, user=person).count()

    people = (officer, make_user(roles=["auditor"]), person, stranger)
    assert [seen(user) for user in people] == [1, 1, 1, 0]


def test_page_of_the_declaration_costs_the_same_for_many_colleagues(
    client, django_assert_max_num_queries
):
    case = make_case("review")
    sign_in(client, officer_of(case.authority)).get(address(case, "declare"))
    for _person in range(5):
        make_staff(case.authority)
    with django_assert_max_num_queries(16):
        client.get(address(case, "declare"))


# A conflict of whoever decided, declared later


def declare(case, person):
    actions.declare_conflict(case=case, by=person)


def test_proposal_of_somebody_with_a_conflict_is_not_signed(client):
    case = make_case("proposed")
    declare(case, case.open_decision.proposed_by)
    signatory = signatory_of(case.authority)
    with pytest.raises(DecidedInConflict):
        actions.sign(case=case, by=signatory)
    text = sign_in(client, signatory).get(address(case, "sign")).text
    assert str(DecidedInConflict.message) in text
    assert "Sign the decision" not in text
    assert "Return with a note" in text
    actions.return_proposal(case=case, note="Somebody else proposes anew.", by=signatory)


@pytest.mark.parametrize("role", ["proposed_by", "signed_by"])
def test_decision_of_somebody_with_a_conflict_is_not_released(role):
    case = make_case("signed")
    officer = make_staff(case.authority, StaffRole.OFFICER)
    declare(case, getattr(case.open_decision, role))
    with pytest.raises(DecidedInConflict):
        actions.release(case=case, by=officer)
    actions.reopen(case=case, note="Somebody else decides anew.", by=officer)


@pytest.mark.parametrize(("state", "column"), [("proposed", "signed"), ("signed", "released")])
def test_database_takes_no_decision_of_somebody_with_a_conflict(state, column):
    case = make_case(state)
    decision = case.open_decision
    declare(case, decision.proposed_by)
    other = signatory_of(case.authority).pk
    with refused_by("decision_without_conflict"):
        sql(
            f"UPDATE welcome_decision SET {column}_by_id = %s, {column}_at = now() WHERE id = %s",
            other,
            decision.pk,
        )


def test_conflict_of_somebody_else_stops_no_signature():
    case = make_case("proposed")
    in_conflict(case, StaffRole.OFFICER)
    actions.sign(case=case, by=signatory_of(case.authority))


def test_ranking_names_no_case_in_which_one_has_a_conflict(client):
    package = make_package(criteria=1)
    ranked, taken = make_case("review", package=package), make_case("signed", package=package)
    known = make_case("review", package=package)
    person = make_staff(package.authority, StaffRole.READER)
    for case in (ranked, taken):
        declare(case, person)
    address = reverse("admin:welcome_package_ranking", args=[package.pk])
    text = sign_in(client, person).get(address).text
    assert "A case that is closed to you" in text
    assert known.reference in text
    for words in (ranked.reference, ranked.startup.name, taken.reference):
        assert words not in text
