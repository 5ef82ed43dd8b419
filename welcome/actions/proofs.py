"""The proof of use: sent by an owner with its files, accepted or returned by the officer, asked for in time."""

from collections.abc import Iterable

from django.core.files.base import File

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from corridor.documents.actions import store
from welcome import emails
from welcome.actions.awards import lock_award
from welcome.actions.steps import remark, require_owner, require_staff
from welcome.choices import AwardState, ProofState, StaffRole
from welcome.exceptions import (
    AlreadyAnswered,
    NoteMissing,
    NothingUsed,
    NothingWritten,
    TooManyFiles,
    WrongState,
)
from welcome.models import Award, Case, ProofFile, ProofOfUse

MOST_FILES = 10


@action
def send_proof(*, case: Case, text: str, by: User, files: Iterable[File] = ()) -> ProofOfUse:
    """Send the proof of use. Raises NotOwner, WrongState, NothingUsed, NothingWritten, TooManyFiles, Conflict."""
    case, award = lock_award(case)
    require_owner(case.startup, by)
    files = list(files)
    if award.begun_on is None:
        raise NothingUsed
    if not text.strip():
        raise NothingWritten
    if len(files) > MOST_FILES:
        raise TooManyFiles
    proof = ProofOfUse.objects.create(
        award=award, text=text.strip(), submitted_by=by, submitted_at=clock.now()
    )
    for file in files:
        document = store(file, name=file.name, by=by)
        ProofFile.objects.create(proof=proof, document=document)
    remark(case, "send_proof", by=by)
    emails.proof_arrived(case)
    return proof


@action
def accept_proof(*, proof: ProofOfUse, by: User) -> ProofOfUse:
    """The use is proven: the award has ended, and the file can be closed. Raises AlreadyAnswered."""
    proof = lock_proof(proof, by)
    proof.state = ProofState.ACCEPTED
    proof.answered_by, proof.answered_at = by, clock.now()
    proof.save()
    award = proof.award
    award.state = AwardState.PROVEN
    award.save()
    remark(award.case, "accept_proof", by=by)
    emails.proof_answered(award.case)
    return proof


@action
def return_proof(*, proof: ProofOfUse, note: str, by: User) -> ProofOfUse:
    """Something is missing: the start-up reads the note and sends a new proof. Raises AlreadyAnswered, NoteMissing."""
    proof = lock_proof(proof, by)
    if not note.strip():
        raise NoteMissing
    proof.state, proof.note = ProofState.RETURNED, note.strip()
    proof.answered_by, proof.answered_at = by, clock.now()
    proof.save()
    remark(proof.award.case, "return_proof", by=by, note=proof.note)
    emails.proof_answered(proof.award.case)
    return proof


def lock_proof(proof, by):
    case, award = lock_award(proof.award.case)
    require_staff(case, by, StaffRole.OFFICER)
    proof = ProofOfUse.objects.get(pk=proof.pk)
    if not proof.waits:
        raise AlreadyAnswered
    award.case = case
    proof.award = award
    return proof


@action
def remind_of_proof(*, award: Award, by: None = None) -> Award:
    """Tell the start-up that its proof of use is due or overdue. Raises WrongState when nobody waits for it."""
    _case, award = lock_award(award.case)
    if not Award.objects.to_remind(clock.today()).filter(pk=award.pk).exists():
        raise WrongState
    award.reminded_on = clock.today()
    award.save()
    emails.proof_due(award)
    return award
