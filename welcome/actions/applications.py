from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from django.utils.dateparse import parse_date

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from corridor.documents.models import Document
from startups.actions import require_member
from startups.models import Startup
from welcome import emails
from welcome.actions.steps import require_owner
from welcome.eligibility import obstacles
from welcome.exceptions import AlreadySubmitted, FileTooMany, Incomplete, NotEligible, NothingChosen
from welcome.models import (
    AidLine,
    Application,
    Attachment,
    Case,
    CaseEvent,
    Counter,
    Package,
    Revision,
    RevisionDocument,
    Terms,
)
from welcome.sections import SECTIONS


@action
def begin_application(*, startup: Startup, packages: Iterable[Package], by: User) -> Application:
    """Begin a draft for these packages, or add them to the start-up's draft.

    Raises NotAMember, NothingChosen, NotEligible.
    """
    packages = list(packages)
    require_member(startup, by)
    require_eligible(startup, packages)
    startup = Startup.objects.select_for_update(no_key=True).get(pk=startup.pk)
    # Locked too: a submission that is under way ends first, and what was submitted is no draft then.
    draft = startup.applications.drafts().select_for_update(no_key=True).first()
    if draft is None:
        draft = Application.objects.create(
            startup=startup, created_by=by, created_at=clock.now(), changed_at=clock.now()
        )
    draft.packages.add(*packages)
    return draft


@action
def choose_packages(
    *, application: Application, packages: Iterable[Package], by: User
) -> Application:
    """Make `packages` what the draft asks for. Raises AlreadySubmitted, NothingChosen, NotEligible."""
    packages = list(packages)
    draft = lock_draft(application, by)
    require_eligible(draft.startup, packages)
    draft.packages.set(packages)
    return touch(draft)


@action
def save_section(*, application: Application, section: str, answers: dict, by: User) -> Application:
    """Keep the answers of one section of a draft. Raises AlreadySubmitted, NotAMember."""
    draft = lock_draft(application, by)
    draft.answers = {**draft.answers, section: answers}
    return touch(draft)


@action
def attach(*, application: Application, kind: str, document: Document, by: User) -> Attachment:
    """Add a stored file to a draft. Raises FileTooMany when one of its kind is there."""
    draft = lock_draft(application, by)
    if draft.attachments.filter(kind=kind).exists():
        raise FileTooMany
    attachment = Attachment.objects.create(application=draft, kind=kind, document=document)
    touch(draft)
    return attachment


@action
def detach(*, attachment: Attachment, by: User) -> None:
    """Take a file out of a draft; housekeeping removes its content when no other row names it."""
    draft = lock_draft(attachment.application, by)
    attachment.delete()
    attachment.document.delete()
    touch(draft)


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
    require_eligible(draft.startup, packages)
    require_complete(draft)
    revision = freeze(draft, by)
    draft.submitted_at = revision.submitted_at
    draft.save()
    cases = [open_case(draft, package, revision, by) for package in packages]
    emails.acknowledgement(draft, cases)
    return cases


def lock_draft(application, user):
    applications = Application.objects.select_for_update(of=["self"], no_key=True)
    draft = applications.select_related("startup").get(pk=application.pk)
    require_member(draft.startup, user)
    if not draft.is_draft:
        raise AlreadySubmitted
    return draft


def touch(draft):
    draft.changed_at = clock.now()
    draft.save()
    return draft


def require_eligible(startup, packages):
    if not packages:
        raise NothingChosen
    for package, found in obstacles(startup, packages).items():
        for obstacle in found:
            raise NotEligible(f"{package}: {obstacle}")


def require_complete(draft):
    missing = [section for section in SECTIONS if not section.is_complete(draft)]
    if missing:
        raise Incomplete


def freeze(draft, by):
    """The revision: answers, profile, aid and documents as they are now."""
    revision = Revision.objects.create(
        application=draft,
        number=draft.revisions.count() + 1,
        answers=draft.answers,
        profile=snapshot(draft.startup),
        submitted_by=by,
        submitted_at=clock.now(),
    )
    for attachment in draft.attachments.all():
        RevisionDocument.objects.create(
            revision=revision, kind=attachment.kind, document_id=attachment.document_id
        )
    for line in draft.answers.get("aid", {}).get("lines", []):
        AidLine.objects.create(
            revision=revision,
            authority=line["authority"],
            granted_on=parse_date(line["granted_on"]),
            amount=Decimal(line["amount"]),
        )
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


def open_case(draft, package, revision, by):
    case = Case.objects.create(
        reference=next_reference(package.authority, clock.today()),
        application=draft,
        package=package,
        startup=draft.startup,
        terms=terms_of(package),
        revision=revision,
        submitted_at=revision.submitted_at,
        due_on=clock.today() + timedelta(days=package.decision_days),
    )
    CaseEvent.objects.create(
        case=case, verb="submit", target=case.state, by=by, at=revision.submitted_at
    )
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
