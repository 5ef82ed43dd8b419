"""Applications on paper: entered by an officer with their scans and the day on which they arrived."""

from collections.abc import Iterable
from datetime import date, datetime, time

from dateutil.relativedelta import relativedelta
from django.core.files.base import File
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from corridor.documents import actions as documents
from corridor.documents.models import Document
from startups.actions import create_without_account
from startups.models import Startup
from welcome import emails
from welcome.actions.applications import open_case, snapshot, write_revision
from welcome.actions.files import TYPES, require_room
from welcome.choices import DocumentKind, StaffRole
from welcome.eligibility import running_cases
from welcome.exceptions import (
    AppliedAlready,
    DayNotPossible,
    NotOfThisAuthority,
    OwnCase,
    RulesUnmet,
    ScanMissing,
)
from welcome.models import Application, Authority, Case, Package

# What arrived longer ago is a slip of the keyboard.
LONGEST_AGO = relativedelta(years=10)
# What a start-up did not meet on the day of receipt, in the words of staff.
UNMET = {
    "window": _("the package was not open for applications"),
    "origin": _("the start-up is from a side that the package is not for"),
    "sector": _("the package does not support its sector"),
    "age": _("the start-up was older than the package allows"),
}


def enter(*, scans: Iterable[File], by: User, **said) -> Case:
    """Check the scans, write their content, then enter the application. Raises a FileRefused, and as `enter_paper`."""
    files = [(documents.prepare(file, name=file.name, types=TYPES, by=by), file) for file in scans]
    return enter_paper(scans=files, by=by, **said)


@action
def enter_paper(
    *,
    package: Package,
    startup: Startup | dict,
    received_on: date,
    answers: dict,
    scans: list[tuple[Document, File]],
    by: User,
    despite: bool = False,
) -> Case:
    """Enter an application that arrived on paper: an immutable revision and a case of the day of its receipt.

    `startup` is one that the portal knows, or the facts of a new one, which gets no account by that. The day of
    receipt says whether the package was open and the start-up young enough; `despite` enters it all the same, to be
    rejected as inadmissible. Raises NotOfThisAuthority, OwnCase, ScanMissing, DayNotPossible, RulesUnmet,
    AppliedAlready, NoRoom.
    """
    require_officer(package, by)
    if not scans:
        raise ScanMissing
    require_room(document for document, _file in scans)
    if not earliest_receipt() <= received_on <= clock.today():
        raise DayNotPossible
    startup = startup_of(startup, by)
    # Everywhere in this order: start-up, package.
    package = Package.objects.select_for_update(of=["self"], no_key=True).get(pk=package.pk)
    unmet = unmet_on(package, startup, received_on)
    if unmet and not despite:
        raise RulesUnmet(unmet=", ".join(map(str, unmet)))
    for case in running_cases(startup, [package]).values():
        raise AppliedAlready(reference=case.reference)
    application = filed(startup, package, received_on, answers, by)
    revision = write_revision(
        application,
        answers,
        [(DocumentKind.PAPER, kept(document, file, by).pk) for document, file in scans],
        snapshot(startup),
        by,
        at=application.submitted_at,
    )
    entry = {"verb": "enter_paper", "at": clock.now(), "note": note_of(received_on, unmet)}
    case = open_case(application, package, revision, by, **entry)
    emails.paper_acknowledgement(case)
    return case


def require_officer(package, by):
    """Only officers of the package's authority enter applications for it."""
    if not Authority.objects.of(by, StaffRole.OFFICER).filter(pk=package.authority_id).exists():
        raise NotOfThisAuthority


def earliest_receipt() -> date:
    return clock.today() - LONGEST_AGO


def startup_of(said, by) -> Startup:
    """The start-up as it is now, locked; a new one of these facts."""
    if isinstance(said, dict):
        return create_without_account(by=by, **said)
    startup = Startup.objects.select_for_update(no_key=True).get(pk=said.pk)
    if startup.memberships.filter(user=by).exists():
        raise OwnCase
    return startup


def unmet_on(package, startup, day) -> list[str]:
    """What did not hold on a day, in words."""
    names = [] if package.is_open(day) else ["window"]
    names += [name for name, _sentence in package.unmet(startup, day)]
    return [UNMET[name] for name in names]


def filed(startup, package, received_on, answers, by) -> Application:
    """The application, which is no draft for a moment."""
    application = Application.objects.create(
        startup=startup,
        answers=answers,
        created_by=by,
        created_at=clock.now(),
        changed_at=clock.now(),
        submitted_at=moment_of(received_on),
        received_on=received_on,
    )
    application.packages.add(package)
    return application


def moment_of(day: date) -> datetime:
    """A letter has a day and no hour: noon, or now where that is still to come."""
    return min(datetime.combine(day, time(12), tzinfo=clock.BERLIN), clock.now())


def kept(document, file, by):
    return documents.record(file=file, document=document, by=by)


def note_of(received_on, unmet):
    """What the record says beside the step."""
    said = gettext("Received on %(day)s.") % {"day": date_format(received_on, "DATE_FORMAT")}
    if not unmet:
        return said
    doubts = gettext("On that day this did not hold: %(unmet)s.")
    return f"{said} {doubts % {'unmet': ', '.join(map(str, unmet))}}"
