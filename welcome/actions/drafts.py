from collections.abc import Iterable

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from corridor.documents import actions as documents
from startups.actions import require_member
from startups.models import Startup
from welcome import emails
from welcome.actions.steps import require_owner
from welcome.eligibility import obstacles
from welcome.exceptions import (
    AlreadySubmitted,
    ChangedMeanwhile,
    NotEligible,
    NothingChosen,
)
from welcome.models import Application, Package
from welcome.sections import OWNERS_ONLY


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
    return stamp(draft, "packages", by)


@action
def choose_packages(
    *, application: Application, packages: Iterable[Package], by: User, seen: int | None = None
) -> Application:
    """Make `packages` what the draft asks for; `seen` is the version of the list that was changed.

    Raises AlreadySubmitted, NothingChosen, NotEligible, ChangedMeanwhile when somebody else chose others since.
    """
    packages = list(packages)
    draft = lock_draft(application, by)
    require_eligible(draft.startup, packages)
    kept = sorted(package.pk for package in draft.packages.all())
    require_unchanged(draft, "packages", seen, kept, sorted(package.pk for package in packages))
    draft.packages.set(packages)
    return stamp(draft, "packages", by)


@action
def save_section(
    *, application: Application, section: str, answers: dict, by: User, seen: int | None = None
) -> Application:
    """Keep the answers of one section of a draft, half-filled or whole.

    `seen` is the version of the section that was changed; None takes whatever is there. Raises AlreadySubmitted,
    NotAMember, NotOwner for what only owners declare, ChangedMeanwhile when somebody else saved other answers since.
    """
    draft = lock_draft(application, by)
    if section in OWNERS_ONLY:
        require_owner(draft.startup, by)
    kept = draft.answers.get(section)
    require_unchanged(draft, section, seen, kept, answers)
    if kept == answers and "from" not in draft.saved.get(section, {}):
        return touch(draft)
    draft.answers = {**draft.answers, section: answers}
    return stamp(draft, section, by)


def require_unchanged(draft, section, seen, kept, wanted):
    """Whoever saw an older version does not undo what somebody else saved since."""
    saved = draft.saved.get(section)
    if saved and seen not in (None, saved["version"]) and kept != wanted:
        raise ChangedMeanwhile(answers=kept, version=saved["version"], by=saved["by"])


def stamp(draft, section, by):
    """Count the versions of a section, and say who saved the last one."""
    version = draft.saved.get(section, {}).get("version", 0)
    draft.saved = {**draft.saved, section: {"version": version + 1, "by": str(by.pk)}}
    return touch(draft)


@action
def warn_of_deletion(*, application: Application, by: None = None) -> None:
    """Tell the owners that nobody has touched the draft for long, and when it goes."""
    draft = Application.objects.select_for_update(no_key=True).get(pk=application.pk)
    if not Application.objects.to_warn(clock.today()).filter(pk=draft.pk).exists():
        return  # somebody works on it again, or has submitted it
    draft.warned_on = clock.today()
    draft.save()
    emails.draft_goes(draft)


@action
def discard_draft(*, application: Application, by: None = None) -> None:
    """Delete a draft that nobody has touched for six months, with its files. What was submitted is never deleted."""
    draft = Application.objects.select_for_update().get(pk=application.pk)
    if not Application.objects.to_discard(clock.today()).filter(pk=draft.pk).exists():
        return
    attached = list(draft.attachments.select_related("document"))
    draft.delete()
    for attachment in attached:
        documents.let_go(attachment.document, by=by)


def lock_draft(application, user):
    applications = Application.objects.select_for_update(of=["self"], no_key=True)
    draft = applications.select_related("startup").get(pk=application.pk)
    require_member(draft.startup, user)
    if not draft.is_draft:
        raise AlreadySubmitted
    return draft


def touch(draft):
    draft.changed_at, draft.warned_on = clock.now(), None
    draft.save()
    return draft


def require_eligible(startup, packages):
    if not packages:
        raise NothingChosen
    for package, found in obstacles(startup, packages).items():
        for obstacle in found:
            raise NotEligible(f"{package}: {obstacle}")
