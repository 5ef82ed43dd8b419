"""One's whole file as a ZIP: all of an application that its people may see, as JSON and as the papers themselves.

It is written while it is sent, so that no server holds it in memory. What has not reached the start-up is not in it: a
notice counts as notified by its retrieval, and this is none.
"""

import json
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.core.files.storage import storages
from django.core.serializers.json import DjangoJSONEncoder

from corridor import clock
from corridor.accounts.models import User
from corridor.documents.models import Document
from startups.models import Startup
from welcome.choices import DecisionKind
from welcome.copy import render_copy
from welcome.models import (
    Application,
    Case,
    Certificate,
    Decision,
    ProofOfUse,
    Redemption,
    Revision,
)
from welcome.models.decisions import has_reached

CHUNK = 64 * 1024
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Paper:
    """A file of the archive: kept content, or content made for it."""

    path: str
    document: Document | None = None
    content: bytes = b""

    def open(self):
        return (
            storages["private"].open(self.document.path) if self.document else BytesIO(self.content)
        )

    @property
    def entry(self):
        """Uploads and PDFs are compressed by their own formats."""
        at = (self.document.uploaded_at if self.document else clock.now()).astimezone(clock.BERLIN)
        entry = ZipInfo(self.path, at.timetuple()[:6])
        entry.compress_type = ZIP_DEFLATED if self.path.endswith(".json") else ZIP_STORED
        return entry


class Gathering:
    """What goes into an archive: facts that name papers by their path, and these papers, each once."""

    def __init__(self):
        self.papers: dict[str, Paper] = {}
        self.paths: dict = {}

    def document(self, document: Document, folder: str) -> dict:
        """The facts of a document; its content comes under a number, so that no two names collide."""
        if document.pk not in self.paths:
            path = f"{folder}/{len(self.paths) + 1:03d}-{document.name}"
            self.paths[document.pk] = path
            self.papers[path] = Paper(path, document)
        facts = values(document, "name", "sha256", "media_type", "size", "uploaded_at")
        return {**facts, "file": self.paths[document.pk]}

    def made(self, path: str, content: bytes) -> str:
        self.papers[path] = Paper(path, content=content)
        return path


def archive(application: Application, user: User) -> Iterator[bytes]:
    """The ZIP of an application for one of its people, piece by piece."""
    gathering = Gathering()
    facts = facts_of(application, user, gathering)
    text = json.dumps(facts, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    return zipped([Paper("application.json", content=text.encode()), *gathering.papers.values()])


def facts_of(application, user, gathering) -> dict:
    return {
        **values(application, "id", "created_at", "changed_at", "submitted_at"),
        "exported_at": clock.now(),
        "startup": application.startup.legal_name,
        "packages": [str(package) for package in application.packages.all()],
        "draft": draft_of(application, gathering) if application.is_draft else None,
        "versions": [
            version_of(revision, gathering)
            for revision in application.revisions.order_by("number").select_related("submitted_by")
        ],
        "cases": [
            case_of(case, user, gathering)
            for case in application.cases.select_related("package__authority", "terms")
        ],
    }


def draft_of(application, gathering):
    rows = application.attachments.select_related("document")
    return {"answers": application.answers, "documents": documents_of(rows, gathering)}


def version_of(revision: Revision, gathering):
    copy = gathering.made(f"versions/{revision.number}.pdf", render_copy(revision))
    return {
        **values(revision, "number", "submitted_at", "answers", "profile"),
        "submitted_by": revision.submitted_by.name,
        "copy": copy,
        "documents": documents_of(revision.documents.select_related("document"), gathering),
    }


def documents_of(rows, gathering):
    return [{"kind": row.kind, **gathering.document(row.document, "documents")} for row in rows]


def case_of(case: Case, user, gathering):
    """A case as its applicant sees it: the stage, never the state inside; what arrived, never what is being decided."""
    decisions = Decision.objects.filter(
        has_reached(), case=case, case__startup__in=Startup.objects.owned_by(user)
    )
    uses = Redemption.objects.filter(item__award__case=case)
    proofs = ProofOfUse.objects.filter(award__case=case)
    return {
        **values(case, "reference", "submitted_at"),
        "package": str(case.terms),
        "authority": case.authority.name,
        "stage": str(case.public_stage),
        "requests": [request_of(request) for request in case.requests.all()],
        "hearings": [
            values(row, "reasons_de", "reasons_en", "due_on", "statement", "stated_at", "ended_at")
            for row in case.hearings.all()
        ],
        "messages": [message_of(row, gathering) for row in case.messages.select_related("by")],
        "decisions": [
            decision_of(decision, gathering)
            for decision in decisions.distinct().select_related("notice")
        ],
        "benefits": [
            values(row, "quantity", "wished_on", "words", "state", "agreed_on", "answer", "used_on")
            for row in uses
        ],
        "proofs_of_use": [proof_of(proof, gathering) for proof in proofs],
    }


def request_of(request):
    return {
        **values(request, "sections", "message", "asked_at", "due_on", "end", "ended_at", "note"),
        "extensions": [
            values(row, "wished_on", "reason", "asked_at", "granted_on", "answer", "answered_at")
            for row in request.extensions.all()
        ],
    }


def message_of(message, gathering):
    return {
        **values(message, "from_authority", "text", "sent_at", "received_on"),
        "by": message.case.authority.name if message.from_authority else message.author,
        "files": [
            gathering.document(row.document, "messages")
            for row in message.files.select_related("document")
        ],
    }


def decision_of(decision, gathering):
    return {
        **values(decision, "kind", "released_at", "reasons_de", "reasons_en", "value"),
        **values(decision, "conditions_de", "conditions_en"),
        **revocation_of(decision),
        "items": [
            values(item, "title_de", "title_en", "quantity", "unit_value", "provider")
            for item in decision.items.all()
        ],
        "deliveries": [
            values(row, "way", "provided_at", "retrieved_at", "notified_on", "final_on")
            for row in decision.deliveries.all()
        ],
        "notice": gathering.document(decision.notice, "notices"),
        **certificate_of(decision, gathering),
    }


def certificate_of(decision, gathering):
    found = Certificate.objects.filter(decision=decision).select_related("document").first()
    return {"certificate": gathering.document(found.document, "certificates")} if found else {}


def revocation_of(decision):
    """What a revocation takes away; nothing for another kind of decision."""
    if decision.kind != DecisionKind.REVOKE:
        return {}
    names = ("effect", "reclaim", "reclaim_reasons_de", "reclaim_reasons_en", "pay_days", "kept")
    return {"revocation": values(decision.revocation, *names)}


def proof_of(proof, gathering):
    return {
        **values(proof, "text", "state", "submitted_at", "answered_at", "note"),
        "files": [
            gathering.document(row.document, "proofs")
            for row in proof.files.select_related("document")
        ],
    }


def values(row, *names):
    return {name: getattr(row, name) for name in names}


class Outlet:
    """What a ZIP is written into, taken away in pieces."""

    def __init__(self):
        self.waiting = []

    def write(self, data):
        self.waiting.append(bytes(data))
        return len(data)

    def flush(self):
        pass

    def taken(self):
        data, self.waiting = b"".join(self.waiting), []
        return data


def zipped(papers: Iterable[Paper]) -> Iterator[bytes]:
    """A ZIP of these papers, in pieces of at most one chunk; a paper whose content is lost is left out."""
    outlet = Outlet()
    with ZipFile(outlet, "w") as whole:
        for paper in papers:
            try:
                source = paper.open()
            except FileNotFoundError:
                logger.error("The content of document %s is missing.", paper.document.pk)
                continue
            with source, whole.open(paper.entry, "w") as entry:
                while chunk := source.read(CHUNK):
                    entry.write(chunk)
                    yield outlet.taken()
    yield outlet.taken()
