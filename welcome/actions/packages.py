from collections.abc import Iterable

from corridor.accounts.models import User
from corridor.actions import action
from welcome.actions.authorities import require_administrator
from welcome.models import Benefit, Package, Question


@action
def create_package(
    *, benefits: list[dict], by: User | None, questions: Iterable[dict] = (), **fields
) -> Package:
    """A new package with its benefit items and its own questions. Raises NotPermitted, or Conflict."""
    require_administrator(by)
    package = Package.objects.create(**fields)
    write_lines(package, Benefit, benefits)
    write_lines(package, Question, questions)
    return package


@action
def change_package(
    *,
    package: Package,
    benefits: list[dict],
    by: User | None,
    questions: list[dict] | None = None,
    **fields,
) -> Package:
    """Change a package; `benefits` are all its items from now on, with `id` where one is kept.

    So are `questions`; without them they stay as they are. Cases that were submitted before keep their terms.
    Raises NotPermitted, or Conflict.
    """
    require_administrator(by)
    locked = Package.objects.select_for_update(no_key=True).get(pk=package.pk)
    for name, value in fields.items():
        setattr(locked, name, value)
    locked.save()
    write_lines(locked, Benefit, benefits)
    if questions is not None:
        write_lines(locked, Question, questions)
    return locked


def write_lines(package, model, lines):
    """Make these lines all that the package has of a model: benefits or questions."""
    kept = {line.get("id") for line in lines}
    model.objects.filter(package=package).exclude(pk__in=kept - {None}).delete()
    for line in lines:
        values = {name: value for name, value in line.items() if name != "id"}
        model.objects.update_or_create(pk=line.get("id"), package=package, defaults=values)
