"""A project's milestones as stops on the line."""

from django.utils.translation import ngettext

from corridor import clock
from startups.choices import LIVE_PROJECTS


def stops(project, *, for_staff=False):
    """For components/line.html: done ones are passed, the first that is not is here while the project lives.

    What is overdue is said in words, to staff.
    """
    rows = list(project.milestones.all())
    lives = project.state in LIVE_PROJECTS
    current = next((row for row in rows if row.done_on is None), None) if lives else None
    return [
        {
            "title": str(row),
            "state": "passed" if row.done_on else "here" if row == current else "ahead",
            "when": row.done_on or row.due_on,
            "by": row.owner,
            "note": late(row) if for_staff and lives else "",
        }
        for row in rows
    ]


def late(milestone):
    """How late a milestone is, in words; nothing when it is not."""
    today = clock.today()
    if not milestone.is_overdue(today):
        return ""
    days = (today - milestone.due_on).days
    words = ngettext("Overdue for %(days)s day", "Overdue for %(days)s days", days)
    return words % {"days": days}
