from welcome.models.applications import AidLine, Application, Attachment, Revision, RevisionDocument
from welcome.models.authorities import Authority, AuthorityMember, Counter
from welcome.models.awards import Award, AwardItem, Redemption
from welcome.models.cases import Case, CaseEvent
from welcome.models.checklist import CheckMark, TextBlock
from welcome.models.conflicts import ConflictDeclaration
from welcome.models.court import CourtAction
from welcome.models.decisions import Decision, DecisionItem
from welcome.models.deliveries import Delivery
from welcome.models.holidays import Holiday
from welcome.models.inbox import CaseAccess, SavedView
from welcome.models.landing import LandingMark, LandingStep, Settlement
from welcome.models.mails import CaseMail
from welcome.models.messages import Message, MessageFile
from welcome.models.packages import (
    Asked,
    Benefit,
    Criterion,
    Measure,
    Offer,
    Package,
    Question,
    Terms,
)
from welcome.models.proofs import ProofFile, ProofOfUse
from welcome.models.repayments import Repayment
from welcome.models.requests import Answer, AnswerFile, Extension, InformationRequest
from welcome.models.reviews import Review, Score
from welcome.models.revocations import Hearing, Revocation
from welcome.models.sanctions import SanctionsCheck
from welcome.models.seen import documents_visible_to
from welcome.models.state_aid import Certificate, RegisterEntry
from welcome.models.status import StatusQuestion

__all__ = [
    "AidLine",
    "Answer",
    "AnswerFile",
    "Application",
    "Asked",
    "Attachment",
    "Authority",
    "AuthorityMember",
    "Award",
    "AwardItem",
    "Benefit",
    "Case",
    "CaseAccess",
    "CaseEvent",
    "CaseMail",
    "Certificate",
    "CheckMark",
    "ConflictDeclaration",
    "Counter",
    "CourtAction",
    "Criterion",
    "Decision",
    "DecisionItem",
    "Delivery",
    "Extension",
    "Hearing",
    "Holiday",
    "InformationRequest",
    "LandingMark",
    "LandingStep",
    "Measure",
    "Message",
    "MessageFile",
    "Offer",
    "Package",
    "ProofFile",
    "ProofOfUse",
    "Question",
    "Redemption",
    "RegisterEntry",
    "Repayment",
    "Review",
    "Revision",
    "RevisionDocument",
    "Revocation",
    "SanctionsCheck",
    "SavedView",
    "Score",
    "Settlement",
    "StatusQuestion",
    "Terms",
    "TextBlock",
    "documents_visible_to",
]
