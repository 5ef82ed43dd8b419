"""One case of a large world as rows: each step adds what its action would have written."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

import pgtrigger
from django.db import models

from corridor import demo
from corridor.accounts.models import User
from corridor.documents.models import Document
from welcome import deadlines
from welcome.choices import (
    Actor,
    AwardState,
    ConflictAnswer,
    DecisionKind,
    ProofState,
    SanctionsResult,
    step_for,
)
from welcome.demo.sentences import PROOF, REASONS, RETURN_NOTE
from welcome.demo.walks import Step, day_of
from welcome.models import (
    AidLine,
    Application,
    Attachment,
    Award,
    AwardItem,
    Case,
    CaseEvent,
    ConflictDeclaration,
    Decision,
    DecisionItem,
    Delivery,
    ProofOfUse,
    RegisterEntry,
    Revision,
    RevisionDocument,
    SanctionsCheck,
)

BATCH = 1000
# These refuse to insert what has a past.
PAST_TRIGGERS = (
    "welcome.Case:case_begins_submitted",
    "welcome.Decision:decision_begins_unproposed",
    "welcome.DecisionItem:decision_items_frozen",
    "welcome.ProofOfUse:proof_while_in_use",
)


class Rows:
    """Rows that wait to be written, each model after those it points at."""

    ORDER = (
        Document,
        Application,
        Application.packages.through,
        Attachment,
        Revision,
        RevisionDocument,
        AidLine,
        Case,
        CaseEvent,
        ConflictDeclaration,
        Decision,
        DecisionItem,
        Delivery,
        SanctionsCheck,
        RegisterEntry,
        Award,
        AwardItem,
        ProofOfUse,
    )

    def __init__(self):
        self.waiting = defaultdict(list)

    def add(self, row: models.Model):
        self.waiting[type(row)].append(row)
        return row

    def write(self):
        with pgtrigger.ignore(*PAST_TRIGGERS):
            for model in self.ORDER:
                model.objects.bulk_create(self.waiting[model], batch_size=BATCH)


@dataclass
class CaseFile:
    """A case and what has happened to it so far; `ending` None is withdrawn, `specimen` the notice of all."""

    rows: Rows
    case: Case
    ending: DecisionKind | None
    chance: Random
    officer: User
    signatory: User
    founder: User
    specimen: Document
    decision: Decision | None = None
    delivery: Delivery | None = None
    in_use: Award | None = None
    awarded: list[DecisionItem] = field(default_factory=list)
    declared: set[User] = field(default_factory=set)

    def open(self):
        self.rows.add(self.case)
        self.note("submit", "", self.founder, self.case.submitted_at)

    def go(self, step: Step):
        if step.verb != "retrieve":  # the case stays released until its decision counts as notified
            self.move(step)
        if handler := getattr(self, step.verb, None):
            handler(step.at)

    def move(self, step):
        taken = step_for(step.verb, self.case.state, self.case.package.authority.law)
        people = {
            Actor.APPLICANT: self.founder,
            Actor.OFFICER: self.officer,
            Actor.SIGNATORY: self.signatory,
            Actor.PORTAL: None,
        }
        source, self.case.state = self.case.state, taken.target
        self.note(step.verb, source, people[taken.actor], step.at)

    def note(self, verb, source, by, at):
        note = RETURN_NOTE if verb == "return_proposal" else ""
        event = CaseEvent(
            case=self.case,
            verb=verb,
            source=source,
            target=self.case.state,
            by=by,
            at=at,
            note=note,
        )
        self.rows.add(event)

    def take(self, at):
        self.case.officer = self.officer
        self.declare(self.officer, at)

    def declare(self, person, at):
        """Nobody opens a file before that; once is enough."""
        if person in self.declared:
            return
        self.declared.add(person)
        self.rows.add(
            ConflictDeclaration(case=self.case, user=person, answer=ConflictAnswer.NONE, at=at)
        )

    def propose(self, at):
        kind = self.ending or DecisionKind.GRANT  # what is withdrawn later could have been an award
        reasons_de, reasons_en = REASONS[kind]
        self.awarded = []
        self.decision = self.rows.add(
            Decision(
                id=demo.uuid(self.chance),
                case=self.case,
                revision=self.case.revision,
                kind=kind,
                reasons_de=reasons_de,
                reasons_en=reasons_en,
                proposed_by=self.officer,
                proposed_at=at,
            )
        )
        if kind == DecisionKind.GRANT:
            self.decision.value = sum(map(self.award, self.offers()), Decimal(0))
            self.look_up(at)

    def look_up(self, at):
        """No award is proposed before somebody has looked in the lists of sanctions."""
        self.rows.add(
            SanctionsCheck(
                case=self.case,
                checked_on=day_of(at),
                list_name="EU Consolidated Financial Sanctions List",
                result=SanctionsResult.CLEAR,
                by=self.officer,
                at=at,
            )
        )

    def finalise(self, at):
        """From now on an award can be used."""
        if self.decision.kind != DecisionKind.GRANT:
            return
        begins_by = day_of(at) + timedelta(days=self.case.terms.begin_days)
        self.in_use = self.rows.add(
            Award(case=self.case, decision=self.decision, begins_by=begins_by)
        )
        for item in self.awarded:
            reached = {"contact": item.contact, "provider_email": item.provider_email}
            self.rows.add(
                AwardItem(award=self.in_use, granted=item, quantity=item.quantity, **reached)
            )

    def close(self, at):
        """A file with an award is closed once its use is proven."""
        if self.in_use is None:
            return
        award, terms = self.in_use, self.case.terms
        award.state = AwardState.PROVEN
        award.begun_on = day_of(at) - timedelta(days=self.chance.randint(20, 40))
        award.ends_on = deadlines.award_ends(award.begun_on, terms.award_days)
        award.report_due_on = award.ends_on + timedelta(days=terms.report_days)
        self.rows.add(
            ProofOfUse(
                award=award,
                text=PROOF,
                state=ProofState.ACCEPTED,
                submitted_by=self.founder,
                submitted_at=at - timedelta(days=3),
                answered_by=self.officer,
                answered_at=at,
            )
        )

    def offers(self):
        """Some of what the terms offer, at least one item."""
        offered = self.case.terms.offers
        return self.chance.sample(offered, self.chance.randint(1, len(offered)))

    def award(self, offer) -> Decimal:
        words = (
            "title_de",
            "title_en",
            "unit_de",
            "unit_en",
            "provider",
            "contact",
            "provider_email",
            "unit_value",
            "quantity",
        )
        copied = {name: getattr(offer, name) for name in words}
        item = self.rows.add(DecisionItem(decision=self.decision, **copied))
        self.awarded.append(item)
        return item.total

    def return_proposal(self, at):
        self.declare(self.signatory, at)
        self.decision.ended_at, self.decision.return_note = at, RETURN_NOTE

    def withdraw(self, at):
        if self.decision:
            self.decision.ended_at = at

    def sign(self, at):
        self.declare(self.signatory, at)
        notice = copy_of(self.specimen, name=f"{self.case.reference}.pdf", by=self.signatory, at=at)
        self.decision.signed_by, self.decision.signed_at = self.signatory, at
        self.decision.notice = self.rows.add(notice)

    def release(self, at):
        self.decision.released_by, self.decision.released_at = self.officer, at
        closes_on = deadlines.last_day_of_retrieval(day_of(at))
        self.delivery = self.rows.add(
            Delivery(decision=self.decision, provided_at=at, closes_on=closes_on)
        )
        self.register(at + timedelta(days=self.chance.randint(3, 14)))

    def register(self, at):
        """Awards of aid are entered in the register in time; the latest ones not yet."""
        is_aid = self.case.package.authority.issues_acts and self.decision.value
        if is_aid and at < demo.END:
            entry = {"registered_on": day_of(at), "nace": "72.10", "by": self.officer, "at": at}
            self.rows.add(RegisterEntry(decision=self.decision, **entry))

    def retrieve(self, at):
        self.delivery.retrieved_at, self.delivery.retrieved_by = at, self.founder
        if self.case.package.authority.issues_acts:
            self.delivery.notified_on = deadlines.notified_on(day_of(at))
            self.delivery.final_on = deadlines.final_on(self.delivery.notified_on)
        else:
            self.finalise(at)


def copy_of(document: Document, *, name: str, by: User, at: datetime) -> Document:
    """Another row for content that is kept already."""
    same = {field: getattr(document, field) for field in ("sha256", "media_type", "size")}
    return Document(name=name, uploaded_by=by, uploaded_at=at, **same)
