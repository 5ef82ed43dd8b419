"""What does not fit together in a draft: said before it is submitted, never a reason to refuse it."""

from datetime import timedelta

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from corridor import clock
from corridor.templatetags.corridor import money
from welcome.aid import CEILING, statement
from welcome.models import Application


def contradictions(draft: Application) -> list[str]:
    """Each as a sentence; the authority would ask about it."""
    plan = draft.answers.get("plan", {})
    return [*about_settling(draft, plan), *about_the_start(draft, plan), *about_aid(draft)]


def about_settling(draft, plan) -> list[str]:
    if plan.get("settles") != "no":
        return []
    found = [
        _("“%(package)s” is for companies that intend to settle. You say that you do not.")
        % {"package": package}
        for package in draft.packages.all()
        if package.for_settlers
    ]
    if plan.get("founds_on"):
        found.append(
            _("You do not intend to found a company, but you name a day on which you want to.")
        )
    return found


def about_the_start(draft, plan) -> list[str]:
    """A measure begins after the award: of each package that may be decided later than the start."""
    start = parse_date(plan.get("arrives_on") or "")
    if start is None:
        return []
    decided = [
        (package, clock.today() + timedelta(days=package.decision_days))
        for package in draft.packages.all()
    ]
    return [
        _(
            "You want to start on %(start)s, but the decision on “%(package)s” may take until %(day)s. "
            "A measure must not begin before the award."
        )
        % {
            "start": date_format(start, "DATE_FORMAT"),
            "package": package,
            "day": date_format(day, "DATE_FORMAT"),
        }
        for package, day in decided
        if start <= day
    ]


def about_aid(draft) -> list[str]:
    sums = statement(draft)
    if sums is None or not sums.is_over:
        return []
    return [
        _(
            "Aid received and benefits you ask for come to %(sum)s together, more than %(ceiling)s in three years. "
            "An award that passes this ceiling is not allowed."
        )
        % {"sum": money(sums.together), "ceiling": money(CEILING)}
    ]
