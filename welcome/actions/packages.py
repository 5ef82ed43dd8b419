from corridor.accounts.models import User
from corridor.actions import action
from welcome.actions.authorities import require_administrator
from welcome.models import Benefit, Package


@action
def create_package(*, benefits: list[dict], by: User | None, **fields) -> Package:
    """A new package with its benefit items. Raises NotPermitted, or Conflict."""
    require_administrator(by)
    package = Package.objects.create(**fields)
    write_benefits(package, benefits)
    return package


@action
def change_package(*, package: Package, benefits: list[dict], by: User | None, **fields) -> Package:
    """Change a package; `benefits` are all its items from now on, with `id` where one is kept.

    Cases that were submitted before keep their terms. Raises NotPermitted, or Conflict.
    """
    require_administrator(by)
    locked = Package.objects.select_for_update(no_key=True).get(pk=package.pk)
    for name, value in fields.items():
        setattr(locked, name, value)
    locked.save()
    write_benefits(locked, benefits)
    return locked


def write_benefits(package, benefits):
    kept = {line.get("id") for line in benefits}
    package.benefits.exclude(pk__in=kept - {None}).delete()
    for line in benefits:
        values = {name: value for name, value in line.items() if name != "id"}
        Benefit.objects.update_or_create(pk=line.get("id"), package=package, defaults=values)
