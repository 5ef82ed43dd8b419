"""Everything that happened to a case, as stops on the line: steps, messages; for auditors edits and downloads, too."""

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from corridor.accounts.models import User
from corridor.changes import action_name, changes
from corridor.documents.models import Access
from welcome.casefile import documents_of, moment
from welcome.models import Case, CaseAccess
from welcome.stages import title_of

LONGEST = 300  # characters of a message; the whole of it stands among the messages
# What an edit changes and the record says already.
SAID_BY_THE_RECORD = {"state"}


def timeline(case: Case, user: User) -> list[dict]:
    """The entries that this person may read, the oldest first; the last one is where the case stands.

    Edits and downloads are written in real time, all else in business time: the same, but for a clock that was moved.
    """
    found = [*steps(case), *messages(case), *downloads(case, user), *edits(case, user)]
    found += looks(case, user)
    found.sort(key=lambda entry: entry["at"])
    return [
        {
            "title": entry["title"],
            "state": "here" if entry is found[-1] else "passed",
            "by": f"{moment(entry['at'])} · {entry['by'] or _('The portal')}",
            "note": entry["note"],
        }
        for entry in found
    ]


def entry(at, title, by, note=""):
    return {"at": at, "title": title, "by": by, "note": note}


def steps(case):
    events = case.events.select_related("by").order_by("pk")
    return [entry(event.at, title_of(event), event.by, event.note) for event in events]


def messages(case):
    return [
        entry(
            message.sent_at,
            _("Message to the start-up")
            if message.from_authority
            else _("Message of the start-up"),
            message.by,
            Truncator(message.text).chars(LONGEST),
        )
        for message in case.messages.select_related("by")
    ]


def downloads(case, user):
    """Who took which file: `Access` says who may know."""
    log = Access.objects.visible_to(user)
    if not log.query.is_empty():
        subjects = [case.pk, *(document.pk for document in documents_of(case))]
        log = log.filter(subject__in=subjects).select_related("by")
    return [entry(access.at, _("File taken"), access.by, access.name) for access in log]


def looks(case, user):
    """Who of the staff opened the case on which day, the first time of each; for those who may read that log."""
    log = CaseAccess.objects.visible_to(user)
    if log.query.is_empty():
        return []
    days = {(look.by_id, look.day): look for look in log.filter(case=case).select_related("by")}
    return [entry(look.at, _("File opened"), look.by) for look in days.values()]


def edits(case, user):
    """What changed in the case field by field, beside its state."""
    if not user.has_perm("welcome.view_casehistory"):
        return []
    state = {str(Case._meta.get_field(name).verbose_name) for name in SAID_BY_THE_RECORD}
    found = []
    submitted = action_name("submit")
    for change in changes(case.history.all()):
        fields = [field for field in change.fields if str(field[0]) not in state]
        lines = [f"{name}: {old} → {new}" for name, old, new in fields]
        if lines and change.action != submitted:
            found.append(entry(change.at, change.action, change.by, "\n".join(lines)))
    return found
