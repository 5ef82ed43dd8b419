"""The proof of use, and what it opens."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from corridor.actions import Conflict
from tests.database import refused_by
from tests.factories import (
    fresh,
    make_authority,
    make_case,
    make_user,
    officer_of,
    owner_of,
    use_benefit,
)
from welcome import actions, chores
from welcome.choices import AwardState, CaseState
from welcome.exceptions import (
    AlreadyAnswered,
    NoteMissing,
    NothingUsed,
    NothingWritten,
    NotOfThisAuthority,
    NotOwner,
    TooManyFiles,
    WrongState,
)
from welcome.models import Award, ProofOfUse, documents_visible_to

TODAY = date(2024, 7, 22)


@pytest.fixture
def used(db):
    case = make_case(CaseState.FINAL)
    use_benefit(case)
    return fresh(case)


def paper(name="report.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.7\ntrailer\n%%EOF\n")


def send(case, text="We used the desk.", by=None, files=()):
    by = by or owner_of(case.startup)
    return actions.send_proof(case=case, text=text, by=by, files=files)


def accept(proof):
    return actions.accept_proof(proof=proof, by=officer_of(proof.case.authority))


def test_accepted_proof_lets_the_file_be_closed(used, queued):
    officer = officer_of(used.authority)
    with pytest.raises(Conflict) as refused:
        actions.close(case=used, by=officer)
    assert refused.value.rule == "case_award_ended_first"
    accept(send(used))
    assert actions.close(case=used, by=officer).state == CaseState.CLOSED
    assert used.award.__class__.objects.get().state == AwardState.PROVEN
    names = [f"welcome/mail/{name}" for name in ("proof_arrived", "proof_answered")]
    assert [len(queued(name)) for name in names] == [1, 1]


def test_returned_proof_is_sent_anew(used):
    proof = send(used)
    by = officer_of(used.authority)
    with pytest.raises(NoteMissing):
        actions.return_proof(proof=proof, note=" ", by=by)
    actions.return_proof(proof=proof, note="The receipts are missing.", by=by)
    assert accept(send(used, files=[paper()])).files.count() == 1
    assert ProofOfUse.objects.count() == 2


def test_second_proof_waits_for_the_answer_to_the_first(used):
    send(used)
    with pytest.raises(Conflict) as refused:
        send(used)
    assert refused.value.rule == "proof_one_at_a_time"


def test_proof_is_answered_once_and_by_its_officers(used):
    proof = send(used)
    with pytest.raises(NotOfThisAuthority):
        actions.accept_proof(proof=proof, by=officer_of(make_authority()))
    accept(proof)
    with pytest.raises((AlreadyAnswered, WrongState)):
        accept(proof)


@pytest.mark.parametrize(
    ("arguments", "refusal"),
    [
        ({"text": " "}, NothingWritten),
        ({"files": [None] * 11}, TooManyFiles),
    ],
)
def test_proof_is_written_and_of_measure(used, arguments, refusal):
    with pytest.raises(refusal):
        send(used, **arguments)


def test_proof_is_for_owners_once_something_is_used(db):
    case = make_case(CaseState.FINAL)
    with pytest.raises(NotOwner):
        send(case, by=make_user())
    with pytest.raises(NothingUsed):
        send(case)


def test_file_of_a_proof_is_for_the_start_up_and_its_authority(used):
    document = send(used, files=[paper()]).files.get().document
    readers = [owner_of(used.startup), officer_of(used.authority), make_user(roles=["auditor"])]
    others = [make_user(), officer_of(make_authority())]
    seen = lambda person: documents_visible_to(person).filter(pk=document.pk).exists()  # noqa: E731
    assert all(map(seen, readers))
    assert not any(map(seen, others))


def test_start_up_is_reminded_before_the_proof_is_due_and_after(used, set_clock, queued):
    due = Award.objects.get(case=used).report_due_on
    told = []
    for days in (-15, -14, -13, 0, 1, 2):
        set_clock(due + timedelta(days=days))
        chores.remind_of_proofs()
        told.append(len(queued("welcome/mail/proof_due")))
    assert told == [0, 1, 1, 1, 2, 2]


def test_nobody_is_reminded_of_a_proof_that_is_sent(used, set_clock, queued):
    send(used)
    set_clock(TODAY + timedelta(days=400))
    chores.remind_of_proofs()
    assert queued("welcome/mail/proof_due") == []
    with pytest.raises(WrongState):
        actions.remind_of_proof(award=used.award, by=None)


@pytest.mark.parametrize(
    ("columns", "rule"),
    [({"text": "Other"}, "proof_kept_as_sent"), ({"state": "accepted"}, "proof_answer_whole")],
)
def test_database_keeps_a_proof(used, columns, rule):
    send(used)
    with refused_by(rule):
        ProofOfUse.objects.update(**columns)
