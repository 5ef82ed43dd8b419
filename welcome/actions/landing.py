"""The landing checklist and the settlement at its end."""

from datetime import date

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from startups.actions import change_startup, require_member
from startups.registry_numbers import normalise
from welcome.actions.steps import lock, remark
from welcome.choices import StaffRole
from welcome.exceptions import DayNotPossible, NotOfThisAuthority
from welcome.models import Authority, Award, LandingMark, LandingStep, Settlement


@action
def mark_landing(
    *,
    award: Award,
    step: LandingStep,
    state: str,
    by: User,
    day: date | None = None,
    note: str = "",
) -> LandingMark:
    """Note how far the start-up is with a step. Raises NotAMember."""
    require_member(award.case.startup, by)
    mark, _created = LandingMark.objects.update_or_create(
        award=award,
        step=step,
        defaults={
            "state": state,
            "day": day,
            "note": note.strip(),
            "changed_by": by,
            "changed_at": clock.now(),
        },
    )
    return mark


@action
def note_settlement(
    *, award: Award, settled_on: date, kind: str, number: str, by: User, in_profile: bool = False
) -> Settlement:
    """Note since when the start-up has settled and under which number; `in_profile` puts that into its profile too.

    Raises NotAMember, DayNotPossible for a day to come or before the foundation, ProfileInReview, ValidationError for
    a wrong number.
    """
    case = lock(award.case)
    require_member(case.startup, by)
    if not case.startup.founded_on <= settled_on <= clock.today():
        raise DayNotPossible
    number = normalise(kind, number)
    said = {"settled_on": settled_on, "kind": kind, "number": number}
    is_new = not Settlement.objects.filter(award=award, **said).exists()
    settlement, _created = Settlement.objects.update_or_create(
        award=award,
        defaults={
            **said,
            "startup": case.startup,
            "noted_by": by,
            "noted_at": clock.now(),
        },
    )
    if is_new:
        remark(case, "note_settlement", by=by)
    if in_profile:
        change_startup(startup=case.startup, by=by, registrations={kind: number})
    return settlement


@action
def add_landing_step(*, authority: Authority, by: User | None, **fields) -> LandingStep:
    """A step that an authority recommends. Raises NotOfThisAuthority; None is the portal's own set-up."""
    require_officer(authority, by)
    return LandingStep.objects.create(authority=authority, **fields)


@action
def change_landing_step(*, step: LandingStep, by: User, **fields) -> LandingStep:
    """Change a step's words or place; one that is hidden stays with those who have noted something."""
    return rewrite(step, by, fields)


def rewrite(row, by, fields):
    """Change a row that an authority keeps for itself; its officers may."""
    row = type(row).objects.select_for_update(no_key=True, of=["self"]).get(pk=row.pk)
    require_officer(row.authority, by)
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()
    return row


def require_officer(authority, user):
    if user and not authority.members.filter(user=user, role=StaffRole.OFFICER).exists():
        raise NotOfThisAuthority
