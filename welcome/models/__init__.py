from welcome.models.applications import AidLine, Application, Attachment, Revision, RevisionDocument
from welcome.models.authorities import Authority, AuthorityMember, Counter
from welcome.models.awards import Award, AwardItem, Redemption
from welcome.models.cases import Case, CaseEvent
from welcome.models.decisions import Decision, DecisionItem
from welcome.models.deliveries import Delivery
from welcome.models.landing import LandingMark, LandingStep, Settlement
from welcome.models.messages import Message, MessageFile
from welcome.models.packages import Asked, Benefit, Offer, Package, Question, Terms
from welcome.models.proofs import ProofFile, ProofOfUse
from welcome.models.requests import Answer, AnswerFile, Extension, InformationRequest
from welcome.models.seen import documents_visible_to
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
    "CaseEvent",
    "Counter",
    "Decision",
    "DecisionItem",
    "Delivery",
    "Extension",
    "InformationRequest",
    "LandingMark",
    "LandingStep",
    "Message",
    "MessageFile",
    "Offer",
    "Package",
    "ProofFile",
    "ProofOfUse",
    "Question",
    "Redemption",
    "Revision",
    "RevisionDocument",
    "Settlement",
    "StatusQuestion",
    "Terms",
    "documents_visible_to",
]
