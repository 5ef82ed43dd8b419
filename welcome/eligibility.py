"""Whether a start-up can apply for packages today: what each package asks, and what it has applied for already."""

from django.utils.translation import gettext as _

from corridor import clock
from welcome.models import Case


def obstacles(startup, packages) -> dict:
    """For each package why the start-up can't apply for it today, as sentences; none when it can."""
    running = running_cases(startup, packages)
    found = {package: package.obstacles(startup, clock.today()) for package in packages}
    for package, case in running.items():
        found[package].append(
            _("You have applied for this package already: %(reference)s")
            % {"reference": case.reference}
        )
    return found


def running_cases(startup, packages) -> dict:
    """The start-up's running case for each of the packages that has one."""
    cases = Case.objects.running().filter(startup=startup, package__in=packages)
    return {case.package: case for case in cases.select_related("package")}
