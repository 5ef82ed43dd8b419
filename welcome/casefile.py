"""A whole case for the archive: what was typed, said and decided as one PDF, and a ZIP of it with all uploads.

Made on request for staff of the authority and the auditor, never stored. It holds what this authority may read: the
shared sections and those of its own package.
"""

import hashlib
import json
from collections.abc import Iterator

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.template.defaultfilters import filesizeformat
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from corridor import clock
from corridor.accounts.models import User
from corridor.documents import pdf
from corridor.documents.models import Document
from welcome import aid
from welcome.archive import Gathering, Paper, zipped
from welcome.copy import TEMPLATE, rows_data, section_data
from welcome.models import Award, Case, Decision, Revision
from welcome.notice_data import euros
from welcome.profiles import profile_rows
from welcome.reviews import reviews_of
from welcome.stages import title_of
from welcome.summary import document_rows, summary_of

# What was asked of other authorities is not this one's matter; uploads have a list of their own at the end.
LEFT_OUT = {"packages", "documents"}


def render_file(case: Case, reader: User) -> bytes:
    """A PDF/UA-1 of the case as it is now, in the language of the page."""
    return pdf.render(TEMPLATE, file_data(case, reader), created=clock.now())


def file_data(case: Case, reader: User) -> dict:
    """The data of the paper; of reviews only what this reader may know."""
    parts = [
        *versions(case),
        (_("Aid that counts"), aid_rows(case)),
        (_("Requests for further information"), request_rows(case)),
        (_("Messages"), message_rows(case)),
        (_("Reviews"), review_rows(case, reader)),
        *decisions(case),
        (_("Award in use"), award_rows(case)),
        (_("Record of the case"), record_rows(case)),
        (_("Uploads"), [upload_row(document) for document in documents_of(case)]),
    ]
    return {
        "language": get_language()[:2],
        "title": _("File of the case %(reference)s") % {"reference": case.reference},
        "reference": moment(clock.now()),
        "words": {"page": _("Page"), "of": _("of"), "name": case.reference},
        "facts": facts(case),
        "sections": [{"title": title, "rows": rows} for title, rows in parts if rows],
        "demo": _("Demonstration – no official service") if settings.DEMO else "",
    }


def facts(case):
    return [
        (_("Start-up"), case.startup.legal_name),
        (_("Package"), str(case.terms)),
        (_("Granting authority"), case.authority.name),
        (_("Case officer"), str(case.officer or _("Nobody yet"))),
        (_("Submitted"), moment(case.submitted_at)),
        (_("State"), case.get_state_display()),
        (_("Printed"), moment(clock.now())),
    ]


def versions_of(case):
    return Revision.objects.filter(application=case.application_id).order_by("number")


def versions(case):
    """Each version of the application with its answers; the case says which one it works on."""
    for revision in versions_of(case).select_related("submitted_by", "application__startup"):
        about = [
            row(_("Submitted by"), revision.submitted_by.name),
            row(_("Submitted"), moment(revision.submitted_at)),
        ]
        if revision.pk == case.revision_id:
            about.append(row(_("The case"), _("works on this version.")))
        yield _("Version %(number)s of the application") % {"number": revision.number}, about
        for section in summary_of(revision, reader=case.authority):
            if section["slug"] not in LEFT_OUT:
                data = section_data(section)
                yield data["title"], data["rows"]
        yield _("Profile at submission"), rows_data(profile_rows(revision))


def aid_rows(case):
    if not case.authority.issues_acts:
        return []
    entries = aid.ledger(case)
    rows = [
        row(
            entry.authority,
            lines(euros(entry.amount), day(entry.granted_on), entry.company, entry.outside),
        )
        for entry in entries
    ]
    return [*rows, row(_("Sum that counts today"), euros(aid.total(entries)))]


def request_rows(case):
    rows = []
    for request in case.requests.select_related("asked_by", "answered_by"):
        heading = f"{moment(request.asked_at)} · {request.asked_by.name}"
        until = _("Answer due on %(day)s") % {"day": day(request.due_on)}
        ended = request.ended_at and f"{request.get_end_display()}, {moment(request.ended_at)}"
        rows.append(row(heading, lines(request.message, until, ended, request.note)))
        rows += [extension_row(each) for each in request.extensions.select_related("asked_by")]
    return rows


def extension_row(extension):
    wished = _("More time wished until %(day)s") % {"day": day(extension.wished_on)}
    granted = extension.granted_on and _("Granted until %(day)s") % {
        "day": day(extension.granted_on)
    }
    heading = f"{moment(extension.asked_at)} · {extension.asked_by.name}"
    return row(heading, lines(wished, extension.reason, granted, extension.answer))


def message_rows(case):
    found = case.messages.select_related("by", "case__startup").prefetch_related("files__document")
    return [
        row(
            f"{moment(message.sent_at)} · {message.author}",
            lines(
                message.received_on
                and _("Letter, received on %(day)s") % {"day": day(message.received_on)},
                message.text,
                *(file.document.name for file in message.files.all()),
            ),
        )
        for message in found
    ]


def review_rows(case, reader):
    measures = {measure.id: measure for measure in case.terms.measures}
    rows = []
    for review in reviews_of([case], reader)[case.pk]:
        if review.is_sent:
            scores = [
                f"{measures[score.criterion]}: {score.points}. {score.reason}"
                for score in review.scores.all()
                if score.criterion in measures
            ]
            said = lines(review.get_recommendation_display(), *scores, review.note)
            rows.append(row(done(review.submitted_at, review.reviewer), said))
    return rows


def decisions(case):
    """Each decision that was proposed, with who did what and how its notice was delivered."""
    people = ("proposed_by", "signed_by", "released_by")
    for decision in case.decisions.select_related(*people).order_by("proposed_at"):
        yield (
            f"{_('Decision')}: {decision.get_kind_display()}",
            [*decision_rows(decision), *map(delivery_row, decision.deliveries.all())],
        )


def decision_rows(decision: Decision):
    rows = [
        row(_("Proposed"), done(decision.proposed_at, decision.proposed_by)),
        row(_("Signed"), done(decision.signed_at, decision.signed_by)),
        row(_("Released"), done(decision.released_at, decision.released_by)),
        row(_("Returned"), decision.ended_at and moment(decision.ended_at)),
        row(_("Note of the return"), decision.return_note),
        row(_("Benefit items"), lines(*map(item_words, decision.items.all()))),
        row(_("Value"), decision.value and euros(decision.value)),
        row(_("Reasons in German"), decision.reasons_de),
        row(_("Reasons in English"), decision.reasons_en),
        row(_("Conditions in German"), decision.conditions_de),
        row(_("Conditions in English"), decision.conditions_en),
    ]
    return [each for each in rows if each["value"]]


def item_words(item):
    language = get_language()[:2]
    title, unit = (getattr(item, f"{name}_{language}") for name in ("title", "unit"))
    return f"{item.quantity} {unit}: {title}, {euros(item.total)}, {item.provider}"


def delivery_row(delivery):
    retrieved = delivery.retrieved_at and done(delivery.retrieved_at, delivery.retrieved_by)
    waived = delivery.waived_at and done(delivery.waived_at, delivery.waived_by)
    days = [
        (_("Posted on"), delivery.posted_on),
        (_("Proven receipt on"), delivery.received_on),
        (_("Counts as notified on"), delivery.notified_on),
        (_("Final on"), delivery.final_on),
    ]
    said = [
        f"{_('Provided')}: {moment(delivery.provided_at)}",
        retrieved and f"{_('Retrieved')}: {retrieved}",
        *(f"{label}: {day(on)}" for label, on in days if on),
        waived and f"{_('Remedies waived')}: {waived}",
    ]
    return row(f"{_('Delivery')}: {delivery.get_way_display()}", lines(*said))


def award_rows(case):
    award = Award.objects.filter(case=case).first()
    if award is None:
        return []
    wishes = award.redemptions.select_related("item__granted", "asked_by").order_by("pk")
    proofs = award.proofs.select_related("submitted_by").prefetch_related("files__document")
    return [
        row(_("State"), award.get_state_display()),
        *(
            row(f"{moment(wish.asked_at)} · {wish.asked_by.name}", wish_words(wish))
            for wish in wishes
        ),
        *(
            row(
                f"{_('Proof of use')}: {moment(proof.submitted_at)} · {proof.submitted_by.name}",
                lines(proof.text, proof.get_state_display(), proof.note),
            )
            for proof in proofs
        ),
    ]


def wish_words(wish):
    agreed = wish.agreed_on and _("Agreed for %(day)s") % {"day": day(wish.agreed_on)}
    used = wish.used_on and _("Used on %(day)s") % {"day": day(wish.used_on)}
    what = f"{wish.quantity} × {wish.item}, {day(wish.wished_on)}"
    return lines(what, wish.words, wish.get_state_display(), agreed, wish.answer, used)


def record_rows(case):
    return [
        row(
            f"{moment(event.at)} · {event.by or _('The portal')}",
            lines(title_of(event), event.note),
        )
        for event in case.events.select_related("by").order_by("pk")
    ]


def upload_row(document):
    return row(document.name, lines(filesizeformat(document.size), f"SHA-256 {document.sha256}"))


def documents_of(case) -> list[Document]:
    """Everything that was uploaded or made for the case, each once: versions, messages, notices, proofs of use."""
    found = {}
    for revision in versions_of(case):
        for line in document_rows(revision, case.authority):
            found[line["document"].pk] = line["document"]
    for rows in (
        *(message.files.all() for message in case.messages.prefetch_related("files__document")),
        *(proof.files.all() for proof in proofs_of(case)),
    ):
        found |= {each.document_id: each.document for each in rows}
    signed = case.decisions.filter(notice__isnull=False).select_related("notice")
    found |= {decision.notice_id: decision.notice for decision in signed}
    return list(found.values())


def proofs_of(case):
    award = Award.objects.filter(case=case).first()
    return award.proofs.prefetch_related("files__document") if award else []


def archive(case: Case, reader: User) -> Iterator[bytes]:
    """A ZIP of the paper and all uploads, with a manifest and the checksums that `sha256sum -c` reads."""
    gathering = Gathering()
    paper = render_file(case, reader)
    files = [gathering.document(document, "documents") for document in documents_of(case)]
    sums = {f"{case.reference}.pdf": hashlib.sha256(paper).hexdigest()}
    sums |= {each["file"]: each["sha256"] for each in files}
    manifest = {
        "case": case.reference,
        "made_at": clock.now(),
        "made_by": reader.name,
        "files": files,
    }
    text = json.dumps(manifest, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    listed = "".join(f"{digest}  {path}\n" for path, digest in sums.items())
    return zipped(
        [
            Paper(f"{case.reference}.pdf", content=paper),
            Paper("manifest.json", content=text.encode()),
            Paper("SHA256SUMS", content=listed.encode()),
            *gathering.papers.values(),
        ]
    )


def row(label, value):
    return {"label": str(label), "value": str(value or "")}


def lines(*said):
    return "\n".join(str(line) for line in said if line)


def done(at, by):
    return at and f"{moment(at)} · {by.name}"


def moment(at):
    return date_format(at.astimezone(clock.BERLIN), "DATETIME_FORMAT")


def day(on):
    return date_format(on, "DATE_FORMAT")
