"""Two people on one case: who else is at it, and what has changed since a page of it was opened."""

from django.contrib import messages
from django.utils.translation import gettext as _

from corridor.accounts.models import User
from welcome import readings
from welcome.admin.verbs import Verb, obstacle
from welcome.looks import others_at
from welcome.models import Case


def context(case: Case, verb: Verb, form, user: User) -> dict:
    """For the page of a form: the stamp that it carries, who else is here, and after a refusal what has changed."""
    now = readings.stamp(case)
    changed = case.as_read.changes(case) if case.as_read and form.errors else []
    return {
        # Whoever was told nothing new still knows only what they read before.
        "as_read": case.as_read.stamp if case.as_read and not changed else now,
        "others": others_at(case, user),
        "changed": changed,
        "changed_fields": case.as_read.fields(case) if changed else [],
        "too_late": bool(changed and obstacle(case, verb, user)),
    }


def say(request, case: Case, reason: str):
    """Why a step was not taken, with what others have done meanwhile."""
    found = case.as_read.changes(case) if case.as_read else []
    meanwhile = _("Meanwhile: %(changes)s.") % {"changes": "; ".join(map(str, found))}
    messages.error(request, f"{reason} {meanwhile}" if found else reason)
