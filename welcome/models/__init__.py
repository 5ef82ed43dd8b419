from welcome.models.applications import AidLine, Application, Attachment, Revision, RevisionDocument
from welcome.models.authorities import Authority, AuthorityMember, Counter
from welcome.models.cases import Case, CaseEvent
from welcome.models.decisions import Decision, DecisionItem, Delivery, documents_visible_to
from welcome.models.packages import Benefit, Offer, Package, Terms

__all__ = [
    "AidLine",
    "Application",
    "Attachment",
    "Authority",
    "AuthorityMember",
    "Benefit",
    "Case",
    "CaseEvent",
    "Counter",
    "Decision",
    "DecisionItem",
    "Delivery",
    "Offer",
    "Package",
    "Revision",
    "RevisionDocument",
    "Terms",
    "documents_visible_to",
]
