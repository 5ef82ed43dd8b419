from collections.abc import Iterable
from datetime import date

from corridor import clock
from corridor.accounts.models import User
from corridor.actions import action
from welcome import emails
from welcome.actions.authorities import require_administrator
from welcome.models import Application, Benefit, Criterion, Package, Question


@action
def create_package(
    *,
    benefits: list[dict],
    by: User | None,
    questions: Iterable[dict] = (),
    criteria: Iterable[dict] = (),
    **fields,
) -> Package:
    """A new package with its benefit items, its own questions and the criteria of its reviews.

    Raises NotPermitted, or Conflict.
    """
    require_administrator(by)
    package = Package.objects.create(**fields)
    write_lines(package, Benefit, benefits)
    write_lines(package, Question, questions)
    write_lines(package, Criterion, criteria)
    return package


@action
def change_package(
    *,
    package: Package,
    benefits: list[dict],
    by: User | None,
    questions: list[dict] | None = None,
    criteria: list[dict] | None = None,
    **fields,
) -> Package:
    """Change a package; `benefits` are all its items from now on, with `id` where one is kept.

    So are `questions` and `criteria`; without them they stay as they are. Cases that were submitted before keep their
    terms. Whoever has a draft is told when it has to be sent earlier than was said, or can't be sent any more.
    Raises NotPermitted, or Conflict.
    """
    require_administrator(by)
    locked = Package.objects.select_for_update(no_key=True).get(pk=package.pk)
    before = last_day(locked)
    for name, value in fields.items():
        setattr(locked, name, value)
    locked.save()
    write_lines(locked, Benefit, benefits)
    if questions is not None:
        write_lines(locked, Question, questions)
    if criteria is not None:
        write_lines(locked, Criterion, criteria)
    if before and (last_day(locked) or date.min) < before:
        for draft in Application.objects.drafts().filter(packages=locked).select_related("startup"):
            emails.package_closes(draft, locked, last_day(locked))
    return locked


def last_day(package) -> date | None:
    """The last day on which an application can still be sent; None when it can't."""
    is_open = package.is_public and package.closes_on >= clock.today()
    return package.closes_on if is_open else None


def write_lines(package, model, lines):
    """Make these lines all that the package has of a model: benefits, questions or criteria."""
    kept = {line.get("id") for line in lines}
    model.objects.filter(package=package).exclude(pk__in=kept - {None}).delete()
    for line in lines:
        values = {name: value for name, value in line.items() if name != "id"}
        model.objects.update_or_create(pk=line.get("id"), package=package, defaults=values)
