"""What the database refuses by itself, whoever asks: raw SQL and bulk updates, past every action."""

import uuid
from datetime import date

import pgtrigger
import pytest
from django.db import IntegrityError, transaction

from corridor import clock
from corridor.actions import Conflict
from tests.database import refused_by, sql
from tests.factories import (
    REASONS,
    make_application,
    make_authority,
    make_case,
    make_document,
    make_package,
    make_user,
    officer_of,
    owner_of,
    propose,
    propose_revocation,
    signatory_of,
    take_step,
    wishes,
)
from welcome import actions
from welcome.choices import CaseState, DecisionKind, DocumentKind
from welcome.models import (
    AidLine,
    Application,
    Authority,
    Benefit,
    CaseEvent,
    Decision,
    DecisionItem,
    Package,
    Revision,
    RevisionDocument,
    Terms,
)
from welcome.sections import own_slug

AID = {
    "received": "yes",
    "lines": [{"authority": "ZIM", "granted_on": "2023-01-02", "amount": "500.00"}],
}
APPEND_ONLY = {
    AidLine: "aid_line_immutable",
    CaseEvent: "case_event_append_only",
    Revision: "revision_immutable",
    RevisionDocument: "revision_document_immutable",
    Terms: "terms_immutable",
}


@pytest.fixture
def case(db):
    package = make_package(required_documents=[DocumentKind.PITCH_DECK])
    return make_case(CaseState.PROPOSED, package=package, aid=AID)


@pytest.fixture
def decision(case):
    return case.open_decision


def signature(by):
    """The columns of a signature, each as SQL value."""
    return {"signed_by_id": by.pk, "signed_at": clock.now(), "notice_id": make_document().pk}


def update_decision(decision, **columns):
    assignments = ", ".join(f"{column} = %s" for column in columns)
    return sql(
        f"UPDATE welcome_decision SET {assignments} WHERE id = %s", *columns.values(), decision.pk
    )


@pytest.mark.parametrize("model", APPEND_ONLY)
@pytest.mark.parametrize("statement", ["UPDATE {table} SET id = id", "DELETE FROM {table}"])
def test_row_is_kept_against_sql(case, model, statement):
    assert model.objects.exists()
    with refused_by(APPEND_ONLY[model]):
        sql(statement.format(table=model._meta.db_table))


@pytest.mark.parametrize("model", APPEND_ONLY)
def test_row_is_kept_against_bulk_update(case, model):
    with refused_by(APPEND_ONLY[model]):
        model.objects.update(id=0)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("case_id", uuid.uuid4()),
        ("revision_id", 0),
        ("kind", DecisionKind.REJECT),
        ("reasons_de", "Anders."),
        ("reasons_en", ""),
        ("conditions_de", "Noch eine."),
        ("conditions_en", "One more."),
        ("value", 1),
        ("proposed_by_id", uuid.uuid4()),
        ("proposed_at", None),
    ],
)
def test_proposal_is_frozen(decision, column, value):
    with refused_by("decision_frozen_from_proposal"):
        update_decision(decision, **{column: value})


def test_every_column_of_a_decision_is_frozen_or_set_once():
    free = {"id", "unregistered"}
    guarded = {
        field
        for trigger in Decision._meta.triggers
        for field in getattr(trigger, "fields", None) or ()
    }
    assert {field.name for field in Decision._meta.fields} - guarded == free


@pytest.mark.parametrize(
    "column", ["signed_by_id", "signed_at", "notice_id", "released_by_id", "released_at"]
)
def test_signature_and_release_stay_as_they_are(db, column):
    decision = make_case(CaseState.RELEASED).released_decision
    with refused_by("decision_signed_once"):
        update_decision(decision, **{column: None})


def test_released_decision_is_not_ended(db):
    decision = make_case(CaseState.RELEASED).released_decision
    with refused_by("decision_released_stays"):
        update_decision(decision, ended_at=clock.now())
    assert Decision.objects.counting_awards().contains(decision)


@pytest.mark.parametrize("column", ["return_note", "held_note"])
def test_notes_of_a_decision_stay_once_it_is_returned_or_released(case, decision, column):
    take_step(case, "return_proposal")
    released = make_case(CaseState.RELEASED).released_decision
    for each in (decision, released):
        with refused_by("decision_notes_kept"):
            update_decision(each, **{column: "Something else."})


def test_returned_proposal_is_never_signed(case, decision):
    take_step(case, "return_proposal")
    with refused_by("decision_ended_stays_ended"):
        update_decision(decision, **signature(signatory_of(case.authority)))


def test_proposal_is_never_deleted(decision):
    with pgtrigger.ignore("welcome.DecisionItem:decision_items_frozen"):
        sql("DELETE FROM welcome_decisionitem")
    with refused_by("decision_never_deleted"):
        sql("DELETE FROM welcome_decision")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE welcome_decisionitem SET quantity = 1",
        "DELETE FROM welcome_decisionitem",
        "INSERT INTO welcome_decisionitem (decision_id, title_de, title_en, unit_de, unit_en, provider, quantity, "
        "unit_value) SELECT decision_id, '', '', '', '', '', 1, 1 FROM welcome_decisionitem",
    ],
)
def test_items_of_a_proposal_are_frozen(decision, statement):
    assert decision.items.exists()
    with refused_by("decision_items_frozen"):
        sql(statement)


def test_items_are_not_moved_to_a_proposal(decision):
    draft = Decision.objects.create(
        case=make_case(CaseState.REVIEW), revision=decision.revision, kind="grant"
    )
    item = DecisionItem.objects.create(decision=draft, quantity=1, unit_value=1)
    with refused_by("decision_items_frozen"):
        sql("UPDATE welcome_decisionitem SET decision_id = %s WHERE id = %s", decision.pk, item.pk)


@pytest.mark.parametrize("is_superuser", [False, True])
def test_four_eyes_holds_against_sql(decision, is_superuser):
    proposer = decision.proposed_by
    proposer.is_superuser = is_superuser
    proposer.save()
    with refused_by("decision_four_eyes"):
        update_decision(decision, **signature(proposer))


def test_signature_of_a_second_person_passes_the_constraint(case, decision):
    assert update_decision(decision, **signature(signatory_of(case.authority))) == 1


@pytest.mark.parametrize("missing", ["signed_by_id", "signed_at", "notice_id"])
def test_signature_is_whole_or_not_there(case, decision, missing):
    columns = signature(signatory_of(case.authority))
    del columns[missing]
    with refused_by("decision_signature_whole"):
        update_decision(decision, **columns)


def test_unsigned_decision_is_not_released(decision):
    with refused_by("decision_signature_whole"):
        update_decision(decision, released_at=clock.now(), released_by_id=decision.proposed_by_id)


def test_release_names_who_released(db):
    decision = make_case(CaseState.SIGNED).open_decision
    with refused_by("decision_release_whole"):
        update_decision(decision, released_at=clock.now())


def draft(**fields):
    case = make_case(CaseState.REVIEW)
    return Decision.objects.create(case=case, revision=case.revision, kind="reject", **fields)


@pytest.mark.parametrize("nothing", ["", " \n"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_proposal_without_reasons_is_refused(db, language, nothing):
    decision = draft(**{**REASONS, f"reasons_{language}": nothing})
    with refused_by("decision_needs_reasons"):
        update_decision(decision, proposed_by_id=make_user().pk, proposed_at=clock.now())


def test_decision_is_not_signed_before_it_is_proposed(db):
    decision = draft(**REASONS)
    with refused_by("decision_in_order"):
        update_decision(decision, **signature(make_user()))


def test_decision_does_not_begin_proposed_or_signed(db):
    proposed = {"proposed_by": make_user(), "proposed_at": clock.now(), **REASONS}
    signed = {"signed_by": make_user(), "signed_at": clock.now(), "notice": make_document()}
    for columns in (proposed, signed, {**proposed, **signed}):
        with refused_by("decision_begins_unproposed"):
            draft(**columns)


@pytest.mark.parametrize(
    "kind", [DecisionKind.REJECT, DecisionKind.INADMISSIBLE, DecisionKind.REVOKE]
)
def test_only_an_award_has_a_value(case, kind):
    with refused_by("decision_only_awards_have_value"):
        Decision.objects.create(case=make_case(), revision=case.revision, kind=kind, value=1)


def test_case_has_one_open_decision(case):
    with refused_by("decision_one_open"):
        Decision.objects.create(case=case, revision=case.revision, kind=DecisionKind.REJECT)


def test_ended_decision_makes_room_for_the_next(case):
    take_step(case, "return_proposal")
    assert propose(case) != case.decisions.first()


def test_case_is_not_signed_without_a_signature(case):
    with refused_by("case_signature_first"):
        sql("UPDATE welcome_case SET state = 'signed' WHERE id = %s", case.pk)


def test_signature_of_a_returned_decision_does_not_count(db):
    case = make_case(CaseState.SIGNED)
    take_step(case, "reopen")
    propose(case)
    with refused_by("case_signature_first"):
        sql("UPDATE welcome_case SET state = 'signed' WHERE id = %s", case.pk)


def test_case_is_not_released_before_its_decision(db):
    case = make_case(CaseState.SIGNED)
    with refused_by("case_signature_first"):
        sql("UPDATE welcome_case SET state = 'released' WHERE id = %s", case.pk)


def test_release_of_the_award_does_not_release_the_revocation(db):
    case = make_case(CaseState.HEARD)
    propose_revocation(case)
    update_decision(case.open_decision, **signature(signatory_of(case.authority)))
    sql("UPDATE welcome_case SET state = 'signed' WHERE id = %s", case.pk)
    with refused_by("case_signature_first"):
        sql("UPDATE welcome_case SET state = 'released' WHERE id = %s", case.pk)


@pytest.mark.parametrize(
    "column", ["reference", "application_id", "package_id", "startup_id", "terms_id"]
)
def test_identity_of_a_case_is_kept(case, column):
    other = make_case()
    with refused_by("case_identity_kept"):
        sql(f"UPDATE welcome_case SET {column} = %s WHERE id = %s", getattr(other, column), case.pk)


@pytest.mark.parametrize(
    "state", [CaseState.SUBMITTED, CaseState.REVIEW, CaseState.NOTIFIED, CaseState.FINAL]
)
def test_second_running_case_for_a_package_is_refused(db, state, monkeypatch):
    case = make_case(state)
    draft = make_application(case.startup)
    draft.packages.set([case.package])
    actions.save_section(
        application=draft,
        section=own_slug(case.package),
        answers=wishes(case.package),
        by=owner_of(case.startup),
    )
    monkeypatch.setattr("welcome.actions.applications.require_eligible", lambda *_: None)
    with pytest.raises(Conflict) as refused:
        actions.submit(application=draft, by=owner_of(case.startup))
    assert refused.value.rule == "case_one_running_per_package"
    draft.refresh_from_db()
    assert draft.is_draft
    assert not draft.revisions.exists()


@pytest.mark.parametrize(
    "state", [CaseState.WITHDRAWN, CaseState.CLOSED, CaseState.DECLINED, CaseState.LAPSED]
)
def test_ended_case_makes_room_for_another(db, state):
    case = make_case(state)
    assert make_case(package=case.package, startup=case.startup).is_running


def test_application_has_one_case_for_a_package(db):
    case = make_case(CaseState.WITHDRAWN)
    case.pk, case.reference, case.state = None, "TST-2024-9999", CaseState.SUBMITTED
    with refused_by("case_once_per_package"):
        case.save(force_insert=True)


def test_startup_has_one_draft(db):
    draft = make_application(complete=False)
    with refused_by("application_one_draft"):
        Application.objects.create(
            startup=draft.startup,
            created_by=make_user(),
            created_at=clock.now(),
            changed_at=clock.now(),
        )


@pytest.mark.parametrize(
    ("column", "value"), [("answers", "{}"), ("submitted_at", None), ("startup_id", uuid.uuid4())]
)
def test_submitted_application_stays_as_it_is(case, column, value):
    with refused_by("application_kept_as_submitted"):
        sql(
            f"UPDATE welcome_application SET {column} = %s WHERE id = %s",
            value,
            case.application_id,
        )


def test_revision_has_its_number_once(case):
    revision = case.revision
    revision.pk = None
    with pytest.raises(IntegrityError, match="revision_number_once"), transaction.atomic():
        revision.save(force_insert=True)


@pytest.mark.parametrize(
    "column",
    ["provided_at", "closes_on", "retrieved_at", "retrieved_by_id", "notified_on"],
)
def test_dates_of_a_delivery_stay(db, column):
    make_case(CaseState.NOTIFIED)
    with refused_by("delivery_dates_kept"):
        sql(f"UPDATE welcome_delivery SET {column} = NULL")


@pytest.mark.parametrize(
    "columns",
    [
        "remedy_faulty = true, final_on = notified_on",
        "remedy_faulty = true, final_on = NULL",
        "remedy_faulty = false",
    ],
)
def test_faulty_information_on_remedies_never_shortens_the_period(db, columns):
    case = make_case(CaseState.NOTIFIED)
    if columns == "remedy_faulty = false":
        officer = officer_of(case.authority)
        actions.record_faulty_remedy(case=case, note="The wrong court.", by=officer)
    with refused_by("delivery_final_day_kept"):
        sql(f"UPDATE welcome_delivery SET {columns}")


def test_retrieval_names_who_retrieved(db):
    make_case(CaseState.RELEASED)
    with refused_by("delivery_retrieval_whole"):
        sql("UPDATE welcome_delivery SET retrieved_at = now()")


def test_nothing_is_notified_without_retrieval(db):
    make_case(CaseState.RELEASED)
    with refused_by("delivery_retrieval_whole"):
        sql("UPDATE welcome_delivery SET notified_on = now()")


def test_package_stays_with_its_authority(db):
    package = make_package()
    with refused_by("package_keeps_its_authority"):
        Package.objects.filter(pk=package.pk).update(authority=make_authority())


def test_package_opens_before_it_closes(db):
    with refused_by("package_opens_before_it_closes"):
        make_package(opens_on=date(2024, 7, 2), closes_on=date(2024, 7, 1))


@pytest.mark.parametrize(("quantity", "unit_value"), [(0, 1), (1, -1)])
def test_benefit_has_quantity_and_value(db, quantity, unit_value):
    package = make_package(benefits=0)
    with refused_by("benefit_quantity_and_value"):
        Benefit.objects.create(package=package, quantity=quantity, unit_value=unit_value)


@pytest.mark.parametrize("language", ["de", "en"])
def test_authority_that_issues_acts_needs_a_remedy(db, language):
    with refused_by("authority_act_needs_remedy"):
        make_authority(**{f"remedy_{language}": ""})


def test_authority_without_acts_needs_none(db):
    assert make_authority("none").remedy_de == ""


@pytest.mark.parametrize("amount", ["0", "-1"])
def test_declared_aid_is_positive(case, amount):
    with refused_by("aid_line_positive"):
        AidLine.objects.create(
            revision=case.revision, authority="ZIM", granted_on=clock.today(), amount=amount
        )


def test_authority_is_not_deleted_with_its_cases(case):
    with pytest.raises(Exception, match="protected"):
        Authority.objects.filter(pk=case.authority.pk).delete()


def test_delivery_is_never_deleted(db):
    case = make_case("released")
    with refused_by("delivery_never_deleted"):
        sql("DELETE FROM welcome_delivery")
    assert case.released_decision.deliveries.exists()


def test_content_of_a_document_is_kept(db):
    make_case("signed")
    with refused_by("document_content_kept"):
        sql("UPDATE documents_document SET sha256 = repeat('0', 64)")
