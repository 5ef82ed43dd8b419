from datetime import date, timedelta

from django.db.models import prefetch_related_objects

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from welcome import emails
from welcome.actions.drafts import lock_draft, require_eligible
from welcome.actions.steps import require_owner
from welcome.aid import line_of
from welcome.exceptions import Incomplete
from welcome.models import (
    Application,
    Case,
    CaseEvent,
    Counter,
    Package,
    Revision,
    RevisionDocument,
    Terms,
)
from welcome.sections import sections_of


@action
def submit(*, application: Application, by: User) -> list[Case]:
    """Submit the draft: an immutable revision, one case per package, an acknowledgement by mail.

    Raises NotOwner, AlreadySubmitted, Incomplete, NotEligible, or Conflict when a case for a package is running.
    """
    draft = lock_draft(application, by)
    require_owner(draft.startup, by)
    # Always in this order: two applications never wait for each other's reference numbers.
    # Locked, so that a change of a package comes before the terms are written or after.
    asked_for = Package.objects.select_for_update(of=["self"], no_key=True)
    packages = list(
        asked_for.filter(applications=draft).select_related("authority").order_by("authority", "pk")
    )
    prefetch_related_objects([draft], "packages__authority", "attachments")
    require_eligible(draft.startup, packages)
    require_complete(draft)
    revision = freeze(draft, by)
    draft.submitted_at = revision.submitted_at
    draft.save()
    cases = [open_case(draft, package, revision, by) for package in packages]
    emails.acknowledgement(draft, cases)
    return cases


def require_complete(draft):
    if not all(section.is_complete(draft) for section in sections_of(draft)):
        raise Incomplete


def freeze(draft, by):
    """The first revision: answers, profile, aid and documents of the draft as they are now.

    Sections that no chosen package asks for any more stay behind.
    """
    asked = [section.slug for section in sections_of(draft)]
    answers = {slug: draft.answers[slug] for slug in asked if slug in draft.answers}
    files = [(attachment.kind, attachment.document_id) for attachment in draft.attachments.all()]
    return write_revision(draft, answers, files, snapshot(draft.startup), by)


def write_revision(application, answers, files, profile, by, at=None):
    """The next revision, of now or of `at`; `files` are (kind, id of the document). Under the caller's lock."""
    revision = Revision.objects.create(
        application=application,
        number=application.revisions.count() + 1,
        answers=answers,
        profile=profile,
        submitted_by=by,
        submitted_at=at or clock.now(),
    )
    for kind, document in files:
        RevisionDocument.objects.create(revision=revision, kind=kind, document_id=document)
    for line in answers.get("aid", {}).get("lines", []):
        declared = line_of(line)
        declared.revision = revision
        declared.save()
    return revision


SNAPSHOT_FIELDS = (
    "name", "legal_name", "sector", "origin", "city", "website", "stage", "team_size",
    "one_liner_de", "one_liner_en", "description_de", "description_en", "themes", "seeking", "offering",
)  # fmt: skip


def snapshot(startup) -> dict:
    """The profile as plain data."""
    data = {name: getattr(startup, name) for name in SNAPSHOT_FIELDS}
    data["founded_on"] = startup.founded_on.isoformat()
    data["registrations"] = [
        {"kind": r.kind, "value": r.value} for r in startup.registrations.all()
    ]
    return data


def open_case(draft, package, revision, by, **entry):
    """A case of the day on which its application arrived: number and deadline follow from that.

    `entry` is what its record begins with, where that is not a submission in the portal.
    """
    day = revision.submitted_at.astimezone(clock.BERLIN).date()
    case = Case.objects.create(
        reference=next_reference(package.authority, day),
        application=draft,
        package=package,
        startup=draft.startup,
        terms=terms_of(package),
        revision=revision,
        submitted_at=revision.submitted_at,
        due_on=day + timedelta(days=package.decision_days),
    )
    entry = {"verb": "submit", "at": revision.submitted_at, **entry}
    CaseEvent.objects.create(case=case, target=case.state, by=by, **entry)
    return case


def terms_of(package) -> Terms:
    """What the package offers now; the latest terms as long as they say the same."""
    offered = Terms.of(package)
    latest = package.terms.order_by("pk").last()
    if latest and latest.said == offered.said:
        return latest
    offered.save()
    return offered


def next_reference(authority, day: date) -> str:
    """The authority's next reference number of the year, such as DUS-2024-0007."""
    Counter.objects.get_or_create(authority=authority, year=day.year)
    counter = Counter.objects.select_for_update(no_key=True).get(authority=authority, year=day.year)
    counter.last += 1
    counter.save()
    return f"{authority.prefix}-{day.year}-{counter.last:04d}"
